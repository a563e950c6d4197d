// Owns how a typed amount of money is understood; what could be read in two ways is asked about, not guessed.
import { minorDigits } from './currency.ts'
import { fail, ok } from './result.ts'
import type { Result } from './result.ts'

/**
 * Why typed text is no amount: nothing typed; not understood; '1.234' where it could be 1234 or 1.234; more
 * decimals than the currency has; or beyond what is exact.
 */
export type MoneyProblem = { reason: 'empty' | 'unreadable' | 'ambiguous' | 'tooPrecise' | 'tooLarge' }

/**
 * Reads '1234.5', '1.234,50', '1,234.50', "1'234.50", '1 234,50', '12 €', 'EUR 12' as integer minor units; the
 * sign may be − or -. A lone '1.234' is 1234 where the locale's decimal mark is another; it is 1.234 where that is
 * the mark and the currency has three decimals, else 'ambiguous'. Without a `locale` it is 1234, but 'ambiguous'
 * where the currency has three decimals. Give the locale wherever somebody types.
 */
export function parseMoney(text: string, currency: string, locale?: string): Result<number, MoneyProblem> {
  const places = minorDigits(currency)
  const names = namesOf(currency, locale ?? 'en')
  let typed = text.trim()
  if (typed === '') return fail({ reason: 'empty' })
  typed = withoutCurrency(typed, names)
  const negative = /^[-−]/.test(typed)
  // The symbol may stand before or behind the sign: '-€5', '€-5'.
  if (negative) typed = withoutCurrency(typed.slice(1).trim(), names)

  const parts = splitDecimal(typed, places, locale)
  if (parts === 'ambiguous' || parts === 'unreadable') return fail({ reason: parts })
  // Zeros at the end say nothing more, so they are no excess of precision.
  const decimals = parts.decimals.replace(/0+$/, '')
  if (decimals.length > places) return fail({ reason: 'tooPrecise' })
  const minor = Number(`${parts.whole}${decimals.padEnd(places, '0')}`)
  if (!Number.isSafeInteger(minor)) return fail({ reason: 'tooLarge' })
  return ok(negative && minor !== 0 ? -minor : minor)
}

function splitDecimal(
  text: string,
  places: number,
  locale: string | undefined,
): { whole: string; decimals: string } | 'ambiguous' | 'unreadable' {
  const plain = /^([0-9]+)?(?:[.,]([0-9]+))?$/.exec(text)
  if (plain !== null && text !== '') {
    const [, whole = '', decimals = ''] = plain
    const couldBeGroup = decimals.length === 3 && /^[1-9][0-9]{0,2}$/.test(whole)
    if (!couldBeGroup) return { whole, decimals }
    const mark = text.charAt(whole.length)
    const isDecimalMark = locale === undefined ? undefined : decimalMark(locale) === mark
    if (isDecimalMark === true && places === 3) return { whole, decimals }
    if (isDecimalMark === false || (isDecimalMark === undefined && places < 3)) {
      return { whole: whole + decimals, decimals: '' }
    }
    return 'ambiguous'
  }
  // One kind of mark between groups of three, then at most one decimal mark of the other kind.
  const grouped = /^([0-9]{1,3})(?:([.,'’\s])[0-9]{3}(?:\2[0-9]{3})*)(?:([.,])([0-9]+))?$/.exec(text)
  if (grouped === null) return 'unreadable'
  const [, , groupMark, mark, decimals = ''] = grouped
  if (groupMark === mark) return 'unreadable'
  const wholeText = mark === undefined ? text : text.slice(0, text.lastIndexOf(mark))
  return { whole: wholeText.replace(/[^0-9]/g, ''), decimals }
}

function withoutCurrency(text: string, names: string[]): string {
  const folded = text.toUpperCase()
  for (const name of names) {
    if (folded.startsWith(name)) return text.slice(name.length).trim()
    if (folded.endsWith(name)) return text.slice(0, -name.length).trim()
  }
  return text
}

/** What the currency may be called in capitals, longest first: 'USD', '$US', '$'. */
function namesOf(currency: string, locale: string): string[] {
  const symbols = (['symbol', 'narrowSymbol'] as const).map((currencyDisplay) => {
    const format = new Intl.NumberFormat(locale, { style: 'currency', currency, currencyDisplay })
    return format.formatToParts(0).find((part) => part.type === 'currency')?.value ?? currency
  })
  return [currency, ...symbols.map((name) => name.toUpperCase())].sort((a, b) => b.length - a.length)
}

function decimalMark(locale: string): string {
  return (
    new Intl.NumberFormat(locale).formatToParts(0.5).find((part) => part.type === 'decimal')?.value ?? '.'
  )
}
