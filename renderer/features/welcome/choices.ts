// What can be chosen on the first screen: time zones and currencies, with the likely one first in mind.
import { compareNames } from '../../../shared/base/nameOrder.ts'

/** All zones that the browser knows, and the system's own even where it is not among them. */
export function zoneOptions(systemZone: string): string[] {
  const zones = Intl.supportedValuesOf('timeZone')
  return [...new Set([systemZone, 'UTC', ...zones])].sort((a, b) => compareNames(a, b))
}

/** 'EUR – Euro', by code. */
export function currencyOptions(locale: string): { value: string; label: string }[] {
  const names = new Intl.DisplayNames(locale, { type: 'currency' })
  return Intl.supportedValuesOf('currency').map((code) => ({
    value: code,
    label: `${code} – ${names.of(code) ?? code}`,
  }))
}

const EURO = 'AT BE CY DE EE ES FI FR GR HR IE IT LT LU LV MT NL PT SI SK BG'.split(' ')
const OTHERS: Record<string, string> = {
  US: 'USD',
  GB: 'GBP',
  CH: 'CHF',
  LI: 'CHF',
  CA: 'CAD',
  AU: 'AUD',
  NZ: 'NZD',
  JP: 'JPY',
  SE: 'SEK',
  NO: 'NOK',
  DK: 'DKK',
  PL: 'PLN',
  CZ: 'CZK',
  HU: 'HUF',
  RO: 'RON',
  IN: 'INR',
  ZA: 'ZAR',
  BR: 'BRL',
  MX: 'MXN',
  IL: 'ILS',
  AE: 'AED',
  SA: 'SAR',
  TR: 'TRY',
}

/** The currency of the region of the first language that names one; the euro where none does. */
export function guessCurrency(languages: readonly string[]): string {
  for (const tag of languages) {
    const { region } = new Intl.Locale(tag)
    if (region === undefined) continue
    if (EURO.includes(region)) return 'EUR'
    const known = OTHERS[region]
    if (known !== undefined) return known
  }
  return 'EUR'
}
