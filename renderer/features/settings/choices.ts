// The zones, currencies and holiday countries that can be chosen, by their names in the language of the screens.
import { compareNames } from '../../../shared/base/nameOrder.ts'

type Choice = { value: string; label: string }

/** Country codes that the library of public holidays knows; a test compares the two. */
export const HOLIDAY_COUNTRIES =
  'AD AE AG AI AL AM AO AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS BW BY BZ CA CC CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE EG EH ER ES ET FI FJ FO FR GA GB GD GE GF GG GH GI GL GM GN GP GQ GR GT GU GW GY HK HN HR HT HU IC ID IE IL IM IN IR IS IT JE JM JP KE KM KN KR KY KZ LC LI LK LR LS LT LU LV LY MA MC MD ME MF MG MK ML MQ MR MS MT MU MW MX MY MZ NA NC NE NF NG NI NL NO NZ PA PE PF PH PK PL PM PR PT PY RE RO RS RU RW SA SC SD SE SG SH SI SJ SK SL SM SN SO SR SS ST SV SX SZ TC TD TG TH TN TO TR TT TW TZ UA UG US UY UZ VA VC VE VG VI VN VU WF XK YT ZA ZM ZW'.split(
    ' ',
  )

/** All zones; the one in use is among them even where this browser calls it otherwise. */
export const zoneChoices = (current: string): string[] =>
  [...new Set([current, 'UTC', ...Intl.supportedValuesOf('timeZone')])].sort()

export function currencyChoices(locale: string, current: string): Choice[] {
  const names = new Intl.DisplayNames(locale, { type: 'currency' })
  const codes = [...new Set([current, ...Intl.supportedValuesOf('currency')])].sort()
  return codes.map((code) => ({ value: code, label: `${code} – ${names.of(code) ?? code}` }))
}

export function countryChoices(locale: string): Choice[] {
  const names = new Intl.DisplayNames(locale, { type: 'region' })
  return HOLIDAY_COUNTRIES.map((code) => ({ value: code, label: names.of(code) ?? code })).sort((a, b) =>
    compareNames(a.label, b.label),
  )
}
