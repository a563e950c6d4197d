// How typed dates are understood; what cannot be read is refused, never guessed at.
import { LANGUAGES } from '../../../shared/base/languages.ts'
import { dateOfEpochDay, epochDayOf, isCalendarDate } from '../../../shared/base/localDate.ts'
import type { LocalDate } from '../../../shared/base/localDate.ts'
import { once } from '../../../shared/base/once.ts'

/** In which order a locale writes day, month and year. */
export function dateOrder(locale: string): ('day' | 'month' | 'year')[] {
  const order: ('day' | 'month' | 'year')[] = []
  for (const { type } of new Intl.DateTimeFormat(locale).formatToParts(0)) {
    if (type === 'day' || type === 'month' || type === 'year') order.push(type)
  }
  return order.length === 3 ? order : ['day', 'month', 'year']
}

/** 'today', 'yesterday' and 'tomorrow', in any of our languages. */
const relativeDays = once((): ReadonlyMap<string, number> => {
  const days = LANGUAGES.flatMap((language) => {
    const words = new Intl.RelativeTimeFormat(language, { numeric: 'auto' })
    return [0, -1, 1].map((day): [string, number] => [plain(words.format(day, 'day')), day])
  })
  return new Map(days)
})

const plain = (text: string): string => text.trim().toLowerCase().replaceAll('’', "'")

/** As far as the calendar goes (isCalendarDate). */
const [FIRST, LAST] = [epochDayOf('1900-01-01'), epochDayOf('9998-12-31')]

/** Which year a date without one has: 'past', where time was worked: never far ahead; 'nearest', where anything may be planned. */
export type DateLean = 'past' | 'nearest'

/** Reads '2026-03-03', '3.3.2026', '3/3', '3 3 26' in the locale's order, 'today', 'gestern', '-2' (days ago). */
export function parseDate(
  text: string,
  today: LocalDate,
  locale: string,
  lean: DateLean = 'nearest',
): LocalDate | null {
  const typed = plain(text)
  const relative = relativeDays().get(typed) ?? (/^-\d{1,3}$/.test(typed) ? Number(typed) : undefined)
  if (relative !== undefined) {
    const day = epochDayOf(today) + relative
    return day < FIRST || day > LAST ? null : dateOfEpochDay(day)
  }
  if (isCalendarDate(typed)) return typed
  const numbers = typed.split(/[^\d]+/).filter((part) => part !== '')
  if (!/^[\d\s./-]+$/.test(typed) || numbers.length < 2 || numbers.length > 3) return null
  const order = numbers.length === 3 ? dateOrder(locale) : dateOrder(locale).filter((part) => part !== 'year')
  const read = { day: '', month: '', year: '' }
  for (const [index, part] of order.entries()) read[part] = numbers[index] ?? ''
  const inYear = (year: string): LocalDate | null => {
    const date = `${year}-${read.month.padStart(2, '0')}-${read.day.padStart(2, '0')}`
    return isCalendarDate(date) ? date : null
  }
  if (numbers.length === 3) {
    // A year of one or three digits is one that is still being typed.
    if (read.year.length !== 2 && read.year.length !== 4) return null
    return inYear(read.year.length === 2 ? `20${read.year}` : read.year)
  }
  const now = epochDayOf(today)
  const thisYear = Number(today.slice(0, 4))
  const dates = [thisYear + 1, thisYear, thisYear - 1].flatMap((year) => {
    const date = inYear(String(year).padStart(4, '0'))
    return date === null ? [] : [{ date, ahead: epochDayOf(date) - now }]
  })
  if (lean === 'past') return dates.find(({ ahead }) => ahead <= SOON_DAYS)?.date ?? null
  return dates.toSorted((a, b) => Math.abs(a.ahead) - Math.abs(b.ahead))[0]?.date ?? null
}

/** So far ahead may a date without a year lie where time was worked: the clocks of a journey, not next winter. */
const SOON_DAYS = 7
