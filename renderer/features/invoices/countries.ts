// The countries that an address can be in, by their names in the language of the screens.
import { useMemo } from 'react'
import { compareNames } from '../../../shared/base/nameOrder.ts'
import { useFormat } from '../../ui/figures/format.ts'

const LETTERS = Array.from({ length: 26 }, (_, index) => String.fromCharCode(65 + index))
/** Names of groups of countries, of languages' regions and of nowhere. */
const NO_COUNTRY = new Set([
  'EU',
  'EZ',
  'UN',
  'XA',
  'XB',
  'ZZ',
  'QO',
  'UK',
  'SU',
  'DD',
  'YU',
  'FX',
  'TP',
  'ZR',
  'BU',
])

export function useCountries(): { value: string; label: string }[] {
  const { locale } = useFormat()
  return useMemo(() => {
    const names = new Intl.DisplayNames(locale, { type: 'region', fallback: 'none' })
    return LETTERS.flatMap((first) => LETTERS.map((second) => `${first}${second}`))
      .flatMap((code) => {
        const label = NO_COUNTRY.has(code) ? undefined : names.of(code)
        return label === undefined ? [] : [{ value: code, label }]
      })
      .sort((a, b) => compareNames(a.label, b.label))
  }, [locale])
}
