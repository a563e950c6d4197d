// How typed dates and times of day are understood; what cannot be read is refused, never guessed at.
import { dateOfEpochDay, epochDayOf, isLocalDate } from '../../shared/base/localDate.ts'
import type { LocalDate } from '../../shared/base/localDate.ts'

/**
 * Reads '9', '09', '902', '0902', '9:02', '9.02', '9h02', '9 pm', '12:30am', '21:15:30' as 'HH:MM:SS' (seconds only where
 * typed); null for what is no time of day.
 */
export function parseTime(text: string): string | null {
  const typed = text
    .trim()
    .toLowerCase()
    .replace(/\s*(uhr|h)$/, '')
  const match =
    /^(\d{1,2})(?:[:.h](\d{1,2})(?:[:.](\d{2}))?|(\d{2}))?\s*(a|p|am|pm|a\.m\.|p\.m\.)?$/.exec(typed) ??
    /^(\d)(\d{2})()()\s*(a|p|am|pm|a\.m\.|p\.m\.)?$/.exec(typed)
  if (match === null) return null
  const [, hourText = '', minuteText, secondText, runMinutes, half] = match
  const minute = Number(minuteText ?? runMinutes ?? 0)
  const second = Number(secondText === undefined || secondText === '' ? 0 : secondText)
  let hour = Number(hourText)
  if (half !== undefined) {
    if (hour < 1 || hour > 12) return null
    hour = (hour % 12) + (half.startsWith('p') ? 12 : 0)
  }
  if (hour > 23 || minute > 59 || second > 59) return null
  const parts = second === 0 ? [hour, minute] : [hour, minute, second]
  return parts.map((part) => String(part).padStart(2, '0')).join(':')
}

/** In which order a locale writes day, month and year. */
export function dateOrder(locale: string): ('day' | 'month' | 'year')[] {
  const order: ('day' | 'month' | 'year')[] = []
  for (const { type } of new Intl.DateTimeFormat(locale).formatToParts(0)) {
    if (type === 'day' || type === 'month' || type === 'year') order.push(type)
  }
  return order.length === 3 ? order : ['day', 'month', 'year']
}

const RELATIVE: ReadonlyMap<string, number> = new Map([
  ['today', 0],
  ['heute', 0],
  ['yesterday', -1],
  ['gestern', -1],
  ['tomorrow', 1],
  ['morgen', 1],
])

const [FIRST, LAST] = [epochDayOf('0001-01-01'), epochDayOf('9999-12-31')]

/** Reads '2026-03-03', '3.3.2026', '3/3', '3 3 26' in the locale's order, 'today', 'gestern', '-2' (days ago). */
export function parseDate(text: string, today: LocalDate, locale: string): LocalDate | null {
  const typed = text.trim().toLowerCase()
  const relative = RELATIVE.get(typed) ?? (/^-\d{1,3}$/.test(typed) ? Number(typed) : undefined)
  if (relative !== undefined) {
    const day = epochDayOf(today) + relative
    return day < FIRST || day > LAST ? null : dateOfEpochDay(day)
  }
  if (isLocalDate(typed)) return typed
  const numbers = typed.split(/[^\d]+/).filter((part) => part !== '')
  if (!/^[\d\s./-]+$/.test(typed) || numbers.length < 2 || numbers.length > 3) return null
  const order = numbers.length === 3 ? dateOrder(locale) : dateOrder(locale).filter((part) => part !== 'year')
  const read = { day: '', month: '', year: today.slice(0, 4) }
  for (const [index, part] of order.entries()) read[part] = numbers[index] ?? ''
  const year = read.year.length === 2 ? `20${read.year}` : read.year.padStart(4, '0')
  const date = `${year}-${read.month.padStart(2, '0')}-${read.day.padStart(2, '0')}`
  return isLocalDate(date) ? date : null
}
