// Owns calendar dates and months as text, with integer arithmetic fast enough for every row of a month.

/** A calendar date, 'YYYY-MM-DD', years 0001 to 9999. */
export type LocalDate = string
/** A calendar month, 'YYYY-MM'. */
export type Month = string
/** Monday = 1 … Sunday = 7, as in ISO 8601. */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7

const FIRST_DAY = -719_162 // 0001-01-01
const LAST_DAY = 2_932_896 // 9999-12-31
const DAYS_BEFORE_MONTH = [0, 0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334]

/** True for a date that is in the calendar: 2026-02-30 is not. */
export function isLocalDate(text: string): boolean {
  return dayNumber(text) !== undefined
}

/** True for a month that is in the calendar: 2026-13 is not. */
export function isMonth(text: string): boolean {
  return text.length === 7 && dayNumber(`${text}-01`) !== undefined
}

/** Weeks and months around a date must exist as well, so the calendar's outermost years are left out. */
export const inCalendar = (text: string): boolean => text >= '1900' && text < '9999'

/** A day that anything here can be on. */
export const isCalendarDate = (text: string): boolean => isLocalDate(text) && inCalendar(text)

/** Days since 1970-01-01. Throws a RangeError for text that is no date. */
export function epochDayOf(date: LocalDate): number {
  const day = dayNumber(date)
  if (day === undefined) throw new RangeError(`not a calendar date: ${date}`)
  return day
}

/** The date so many days after 1970-01-01. Throws a RangeError outside the years 0001 to 9999. */
export function dateOfEpochDay(day: number): LocalDate {
  if (!Number.isInteger(day) || day < FIRST_DAY || day > LAST_DAY) throw new RangeError(`no such day: ${day}`)
  // Days since 0000-03-01 in 400-year eras; years begin in March, so the leap day comes last
  // (Howard Hinnant, "chrono-compatible low-level date algorithms", civil_from_days).
  const shifted = day + 719_468
  const era = Math.floor(shifted / 146_097)
  const dayOfEra = shifted - era * 146_097
  const yearOfEra = Math.floor(
    (dayOfEra -
      Math.floor(dayOfEra / 1460) +
      Math.floor(dayOfEra / 36_524) -
      Math.floor(dayOfEra / 146_096)) /
      365,
  )
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100))
  const marchMonth = Math.floor((5 * dayOfYear + 2) / 153)
  const dayOfMonth = dayOfYear - Math.floor((153 * marchMonth + 2) / 5) + 1
  const month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
  return `${monthText(year, month)}-${twoDigits(dayOfMonth)}`
}

export function addDays(date: LocalDate, days: number): LocalDate {
  return dateOfEpochDay(epochDayOf(date) + days)
}

/** Days from `from` to `to`; negative where `to` is earlier. */
export function daysBetween(from: LocalDate, to: LocalDate): number {
  return epochDayOf(to) - epochDayOf(from)
}

export function weekdayOf(date: LocalDate): Weekday {
  return remembered(weekdays, date, (day) => (((((epochDayOf(day) + 3) % 7) + 7) % 7) + 1) as Weekday)
}

/** The first day of the date's week, for weeks that begin on `firstWeekday` (Monday = 1 … Sunday = 7). */
export function weekStartOf(date: LocalDate, firstWeekday: number): LocalDate {
  return addDays(date, -((weekdayOf(date) - firstWeekday + 7) % 7))
}

export function monthOf(date: LocalDate): Month {
  return date.slice(0, 7)
}

export function addMonths(month: Month, months: number): Month {
  epochDayOf(`${month}-01`)
  const count = Number(month.slice(0, 4)) * 12 + Number(month.slice(5)) - 1 + months
  const year = Math.floor(count / 12)
  if (!Number.isInteger(count) || year < 1 || year > 9999)
    throw new RangeError(`no month ${month} + ${months}`)
  return monthText(year, count - year * 12 + 1)
}

export function firstDayOf(month: Month): LocalDate {
  const date = `${month}-01`
  epochDayOf(date)
  return date
}

export function lastDayOf(month: Month): LocalDate {
  epochDayOf(`${month}-01`)
  return `${month}-${monthLength(Number(month.slice(0, 4)), Number(month.slice(5)))}`
}

/** Every date of the month, in order. */
export function daysOfMonth(month: Month): readonly LocalDate[] {
  return remembered(months, month, () => {
    const last = Number(lastDayOf(month).slice(8))
    return Object.freeze(Array.from({ length: last }, (_, index) => `${month}-${twoDigits(index + 1)}`))
  })
}

/** The weekday of every date of the month, in order. */
export function weekdaysOfMonth(month: Month): readonly Weekday[] {
  return remembered(weekdaysIn, month, () => Object.freeze(daysOfMonth(month).map(weekdayOf)))
}

// A month of a whole firm asks for the same dates thousands of times; what they are never changes.
const weekdays = new Map<LocalDate, Weekday>()
const months = new Map<Month, readonly LocalDate[]>()
const weekdaysIn = new Map<Month, readonly Weekday[]>()
const MOST_REMEMBERED = 4000

function remembered<K, V>(known: Map<K, V>, key: K, make: (key: K) => V): V {
  const found = known.get(key)
  if (found !== undefined) return found
  const made = make(key)
  if (known.size >= MOST_REMEMBERED) known.clear()
  known.set(key, made)
  return made
}

function dayNumber(text: string): number | undefined {
  if (text.length !== 10 || text.charCodeAt(4) !== 45 || text.charCodeAt(7) !== 45) return undefined
  const year = digits(text, 0, 4)
  const month = digits(text, 5, 7)
  const day = digits(text, 8, 10)
  if (!(year >= 1 && month >= 1 && month <= 12 && day >= 1 && day <= monthLength(year, month)))
    return undefined
  const past = year - 1
  const leapDays = Math.floor(past / 4) - Math.floor(past / 100) + Math.floor(past / 400)
  const thisLeapDay = month > 2 && isLeapYear(year) ? 1 : 0
  return FIRST_DAY + past * 365 + leapDays + (DAYS_BEFORE_MONTH[month] ?? 0) + thisLeapDay + day - 1
}

/** The number that the ASCII digits in [from, to) spell, or NaN. */
function digits(text: string, from: number, to: number): number {
  let value = 0
  for (let index = from; index < to; index += 1) {
    const digit = text.charCodeAt(index) - 48
    if (digit < 0 || digit > 9) return NaN
    value = value * 10 + digit
  }
  return value
}

function monthLength(year: number, month: number): number {
  if (month === 2) return isLeapYear(year) ? 29 : 28
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31
}

function isLeapYear(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)
}

function monthText(year: number, month: number): Month {
  return `${String(year).padStart(4, '0')}-${twoDigits(month)}`
}

function twoDigits(value: number): string {
  return value < 10 ? `0${value}` : String(value)
}
