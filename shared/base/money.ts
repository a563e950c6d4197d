// Owns money as integer minor units (cents): what time is worth, shares of it, and how it is shown.
export { parseMoney } from './moneyText.ts'
export type { MoneyProblem } from './moneyText.ts'
import { minorDigits } from './currency.ts'

export { minorDigits }

/**
 * What `ms` of time is worth at `perHourMinor` (integer minor units an hour), in whole minor units, exact, halves
 * rounded away from zero. Throws a RangeError for arguments that are no integers or a result beyond safe integers.
 */
export function payFor(ms: number, perHourMinor: number): number {
  return divideRounded(BigInt(ms) * BigInt(perHourMinor), 3_600_000n)
}

/** The same for several stretches of time, rounded once for all of them. */
export function payForAll(parts: readonly { ms: number; perHourMinor: number }[]): number {
  const sum = parts.reduce((all, { ms, perHourMinor }) => all + BigInt(ms) * BigInt(perHourMinor), 0n)
  return divideRounded(sum, 3_600_000n)
}

/** `part` of `whole` of each amount, rounded once for all of them. */
export function shareOfAll(parts: readonly { minor: number; part: number }[], whole: number): number {
  const sum = parts.reduce((all, { minor, part }) => all + BigInt(minor) * BigInt(part), 0n)
  return divideRounded(sum, BigInt(whole))
}

/** So many percent of an amount, halves rounded away from zero; the percentage counts to six decimals. */
export function percentOf(minor: number, percent: number): number {
  return divideRounded(BigInt(minor) * BigInt(Math.round(percent * 1e6)), 100_000_000n)
}

/** The amount in whole units, with all of the currency's decimals: 123450 EUR → '1234.50'. */
export function decimalOf(minor: number, currency: string): `${number}` {
  const places = minorDigits(currency)
  if (!Number.isSafeInteger(minor)) throw new RangeError(`not an amount in minor units: ${minor}`)
  const digits = String(Math.abs(minor)).padStart(places + 1, '0')
  const whole = digits.slice(0, digits.length - places)
  const sign = minor < 0 ? '-' : ''
  // As text, for a float cannot hold every amount to the cent.
  return `${sign}${whole}${places > 0 ? '.' : ''}${digits.slice(digits.length - places)}` as `${number}`
}

/** The amount as its locale writes it, with all of the currency's decimals: 123450 EUR → '€1,234.50'. */
export const formatMoney = (minor: number, currency: string, locale: string): string =>
  formatOf(currency, locale, minorDigits(currency)).format(decimalOf(minor, currency))

// A memory of a pure constructor that takes 30 µs and more; tables format thousands of amounts.
const formats = new Map<string, Intl.NumberFormat>()

function formatOf(currency: string, locale: string, places: number): Intl.NumberFormat {
  const key = `${locale} ${currency}`
  let format = formats.get(key)
  if (format === undefined) {
    format = new Intl.NumberFormat(locale, {
      style: 'currency',
      currency,
      minimumFractionDigits: places,
      maximumFractionDigits: places,
    })
    formats.set(key, format)
  }
  return format
}

function divideRounded(dividend: bigint, divisor: bigint): number {
  const size = dividend < 0n ? -dividend : dividend
  const rounded = (size * 2n + divisor) / (divisor * 2n)
  const result = Number(dividend < 0n ? -rounded : rounded)
  if (!Number.isSafeInteger(result)) throw new RangeError('the amount is too large to be exact')
  return result
}
