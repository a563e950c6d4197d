// Owns on which days something repeats: the part of RFC 5545's RRULE that makes at most one occurrence a day. Days only; what a clock
// shows on them is said by who asks (rules/occurrences.ts). Our own, as the libraries for it take longer to load than an answer of the
// command line, and seconds for ten years of days; tests compare it with one of them.
import { DAY_MS } from './duration.ts'
import type { LocalDate, Weekday } from './localDate.ts'
import { dateOfEpochDay, epochDayOf, isLocalDate, weekdayOf } from './localDate.ts'
import { parseIso } from './instant.ts'
import type { Result } from './result.ts'
import { fail, ok } from './result.ts'
import { wallMsAt } from './zoneOffset.ts'

const FREQUENCIES = ['DAILY', 'WEEKLY', 'MONTHLY', 'YEARLY'] as const
export type Frequency = (typeof FREQUENCIES)[number]
export const DAY_CODES = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'] as const

/** A weekday, or the nth of them in its month or year, from the end where n is negative. */
export type DayOf = { nth: number | null; weekday: Weekday }

export type Repeat = {
  freq: Frequency
  interval: number
  /** How many there are, with the first; null: until a day. */
  count: number | null
  /** The last day on which there may be one. */
  until: LocalDate | null
  byDay: readonly DayOf[]
  byMonthDay: readonly number[]
  byMonth: readonly number[]
  bySetPos: readonly number[]
  weekStart: Weekday
}

/** `tooFine`: more often than daily. `unknown`: a part that is not understood, or no rule at all; `part` says which. */
export type RepeatProblem = { reason: 'tooFine' | 'unknown'; part: string }

/** Where it begins: a rule may say its end in UTC. */
type Begin = { startAt: number; zone: string }

const weekdayAt = (index: number): Weekday => ((((index % 7) + 7) % 7) + 1) as Weekday
const FINER = new Set(['HOURLY', 'MINUTELY', 'SECONDLY'])

/** Reads an RRULE, with or without the name before it. */
export function parseRepeat(text: string, begin: Begin): Result<Repeat, RepeatProblem> {
  const parts = text
    .trim()
    .replace(/^RRULE:/i, '')
    .toUpperCase()
    .split(';')
    .filter((part) => part !== '')
  const given = new Map<string, string>()
  for (const part of parts) {
    const [, name = '', value = ''] = /^([A-Z-]+)=(.+)$/.exec(part) ?? []
    if (name === '' || given.has(name)) return fail({ reason: 'unknown', part })
    given.set(name, value)
  }
  const freq = FREQUENCIES.find((name) => name === given.get('FREQ'))
  if (freq === undefined) {
    const named = given.get('FREQ') ?? ''
    return fail({ reason: FINER.has(named) ? 'tooFine' : 'unknown', part: `FREQ=${named}` })
  }
  const repeat: Repeat = {
    freq,
    interval: 1,
    count: null,
    until: null,
    byDay: [],
    byMonthDay: [],
    byMonth: [],
    bySetPos: [],
    weekStart: 1,
  }
  for (const [name, value] of given) {
    const read = name === 'FREQ' ? {} : READ[name]?.(value, begin)
    if (read === undefined || read === null) {
      const several = /^BY(HOUR|MINUTE|SECOND)$/.test(name)
      return fail({ reason: several ? 'tooFine' : 'unknown', part: `${name}=${value}`.slice(0, 80) })
    }
    Object.assign(repeat, read)
  }
  return ok(repeat)
}

const whole = (text: string, least: number, most: number): number | null => {
  const value = /^[+-]?\d{1,6}$/.test(text) ? Number(text) : NaN
  return value >= least && value <= most ? value : null
}
/** Different ones, in order; 0 is none of them. */
function list(text: string, least: number, most: number): number[] | null {
  const values: number[] = []
  for (const part of text.split(',')) {
    const value = whole(part, least, most)
    if (value === null || value === 0) return null
    if (!values.includes(value)) values.push(value)
  }
  return values.sort((a, b) => a - b)
}

const READ: Readonly<Record<string, (value: string, begin: Begin) => Partial<Repeat> | null>> = {
  INTERVAL: (value) => withValue(whole(value, 1, 1_000), (interval) => ({ interval })),
  COUNT: (value) => withValue(whole(value, 1, 100_000), (count) => ({ count })),
  UNTIL: (value, begin) => withValue(lastDayBy(value, begin), (until) => ({ until })),
  BYDAY: (value) => withValue(daysIn(value), (byDay) => ({ byDay })),
  BYMONTHDAY: (value) => withValue(list(value, -31, 31), (byMonthDay) => ({ byMonthDay })),
  BYMONTH: (value) => withValue(list(value, 1, 12), (byMonth) => ({ byMonth })),
  BYSETPOS: (value) => withValue(list(value, -366, 366), (bySetPos) => ({ bySetPos })),
  WKST: (value) => {
    const index = DAY_CODES.findIndex((code) => code === value)
    return index < 0 ? null : { weekStart: weekdayAt(index) }
  },
  // One time a day, the one at which it begins.
  BYHOUR: (value, begin) => sameClock(value, begin, 3_600_000, 24),
  BYMINUTE: (value, begin) => sameClock(value, begin, 60_000, 60),
  BYSECOND: (value, begin) => sameClock(value, begin, 1_000, 60),
}

const withValue = <T>(value: T | null, make: (value: T) => Partial<Repeat>): Partial<Repeat> | null =>
  value === null ? null : make(value)

const sameClock = (value: string, { startAt, zone }: Begin, unitMs: number, units: number) =>
  whole(value, 0, 59) === Math.floor(wallMsAt(startAt, zone) / unitMs) % units ? {} : null

function daysIn(text: string): DayOf[] | null {
  const days: DayOf[] = []
  for (const part of text.split(',')) {
    const [, nth = '', code = ''] = /^([+-]?\d{1,2})?(MO|TU|WE|TH|FR|SA|SU)$/.exec(part) ?? []
    const n = nth === '' ? null : whole(nth, -53, 53)
    const index = DAY_CODES.findIndex((known) => known === code)
    if (index < 0 || n === 0 || (n === null && nth !== '')) return null
    days.push({ nth: n, weekday: weekdayAt(index) })
  }
  return days
}

/** The last day by an UNTIL: a date, a local time, or one in UTC; at a time of day before the start it is the day before. */
function lastDayBy(text: string, { startAt, zone }: Begin): LocalDate | null {
  const [, year = '', month = '', day = '', hour, minute, second, utc] =
    /^(\d{4})-?(\d\d)-?(\d\d)(?:T(\d\d):?(\d\d):?(\d\d)?(Z)?)?$/.exec(text) ?? []
  const date = `${year}-${month}-${day}`
  if (!isLocalDate(date)) return null
  if (hour === undefined || minute === undefined) return date
  const read = parseIso(`${date}T${hour}:${minute}:${second ?? '00'}${utc ?? 'Z'}`, 'UTC')
  if (!read.ok) return null
  const wallMs = utc === undefined ? read.value : wallMsAt(read.value, zone)
  const timeOfDay = (ms: number): number => ((ms % DAY_MS) + DAY_MS) % DAY_MS
  const last = Math.floor(wallMs / DAY_MS) - (timeOfDay(wallMs) < timeOfDay(wallMsAt(startAt, zone)) ? 1 : 0)
  return dateOfEpochDay(last)
}

/** The rule as text, its parts in one order; how it is kept, compared and exported. */
export function repeatText(repeat: Repeat): string {
  const days = repeat.byDay.map(({ nth, weekday }) => `${nth ?? ''}${DAY_CODES[weekday - 1]}`)
  const parts: [string, string][] = [
    ['FREQ', repeat.freq],
    ['INTERVAL', repeat.interval === 1 ? '' : String(repeat.interval)],
    ['BYMONTH', repeat.byMonth.join(',')],
    ['BYMONTHDAY', repeat.byMonthDay.join(',')],
    ['BYDAY', days.join(',')],
    ['BYSETPOS', repeat.bySetPos.join(',')],
    ['WKST', repeat.weekStart === 1 ? '' : (DAY_CODES[repeat.weekStart - 1] ?? '')],
    ['COUNT', repeat.count === null ? '' : String(repeat.count)],
    ['UNTIL', repeat.until === null ? '' : repeat.until.replaceAll('-', '')],
  ]
  return parts.flatMap(([name, value]) => (value === '' ? [] : [`${name}=${value}`])).join(';')
}

/**
 * The days on which it happens, from the first on, as days since 1970: the first always, then those of the rule; none after
 * `horizon`. A date that a month has not, as 30 February, is left out, as RFC 5545 says.
 */
export function* repeatDays(repeat: Repeat, first: LocalDate, horizon: LocalDate): Generator<number> {
  const begin = epochDayOf(first)
  const last = Math.min(epochDayOf(horizon), repeat.until === null ? Infinity : epochDayOf(repeat.until))
  let made = 1
  yield begin
  for (let period = 0; ; period += repeat.interval) {
    const { from, days } = PERIODS[repeat.freq](repeat, first, period)
    if (from > last) return
    for (const day of atPositions(repeat, days)) {
      if (day <= begin) continue
      if (day > last || (repeat.count !== null && made >= repeat.count)) return
      made += 1
      yield day
    }
  }
}

/** A period's first day, and the days in it that the rule names, in order. */
type Period = { from: number; days: number[] }

const PERIODS: Record<Frequency, (repeat: Repeat, first: LocalDate, period: number) => Period> = {
  DAILY: (repeat, first, period) => {
    const day = epochDayOf(first) + period
    return { from: day, days: matches(repeat, day) ? [day] : [] }
  },
  WEEKLY: (repeat, first, period) => {
    const monday = epochDayOf(first) - ((weekdayOf(first) - repeat.weekStart + 7) % 7) + period * 7
    const byDay = repeat.byDay.length === 0 ? [{ nth: null, weekday: weekdayOf(first) }] : repeat.byDay
    return {
      from: monday,
      days: range(monday, monday + 7).filter((day) => matches({ ...repeat, byDay }, day)),
    }
  },
  MONTHLY: (repeat, first, period) => {
    const from = firstOfMonth(monthNumber(first) + period)
    const end = firstOfMonth(monthNumber(first) + period + 1)
    return { from, days: daysWithin(repeat, first, from, end) }
  },
  YEARLY: (repeat, first, period) => {
    const year = Number(first.slice(0, 4)) + period
    const months = repeat.byMonth.length > 0 ? repeat.byMonth : [Number(first.slice(5, 7))]
    const from = firstOfMonth(year * 12)
    const end = firstOfMonth(year * 12 + 12)
    // Weekdays are counted within the named months, else within the year; a day of the month is in each month, or in its own.
    if (repeat.byMonth.length === 0 && (repeat.byDay.length > 0 || repeat.byMonthDay.length > 0))
      return { from, days: daysWithin(repeat, first, from, end) }
    const days = months.flatMap((month) =>
      daysWithin(repeat, first, firstOfMonth(year * 12 + month - 1), firstOfMonth(year * 12 + month)),
    )
    return { from, days }
  },
}

const range = (from: number, end: number): number[] =>
  Array.from({ length: Math.max(0, end - from) }, (_, index) => from + index)
const monthNumber = (date: LocalDate): number => Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7)) - 1
const firstOfMonth = (month: number): number => {
  const year = Math.floor(month / 12)
  return epochDayOf(`${String(year).padStart(4, '0')}-${String((month % 12) + 1).padStart(2, '0')}-01`)
}

/** Of a month or a year. */
function daysWithin(repeat: Repeat, first: LocalDate, from: number, end: number): number[] {
  const named = repeat.byDay.length > 0 || repeat.byMonthDay.length > 0
  const byMonthDay = named ? repeat.byMonthDay : [Number(first.slice(8))]
  return range(from, end).filter((day) => matches({ ...repeat, byMonthDay }, day, from, end))
}

function matches({ byDay, byMonthDay, byMonth }: Repeat, day: number, from = day, end = day + 1): boolean {
  const date = dateOfEpochDay(day)
  if (byMonth.length > 0 && !byMonth.includes(Number(date.slice(5, 7)))) return false
  if (byMonthDay.length > 0) {
    const month = monthNumber(date)
    const fromEnd = day - firstOfMonth(month + 1)
    if (!byMonthDay.includes(Number(date.slice(8))) && !byMonthDay.includes(fromEnd)) return false
  }
  if (byDay.length === 0) return true
  const weekday = weekdayOf(date)
  const nth = Math.floor((day - from) / 7) + 1
  const fromEnd = -Math.floor((end - 1 - day) / 7) - 1
  return byDay.some(
    (of) => of.weekday === weekday && (of.nth === null || of.nth === nth || of.nth === fromEnd),
  )
}

/** BYSETPOS: of the days of a period, the nth; from the end where it is negative. */
function atPositions({ bySetPos }: Repeat, days: readonly number[]): number[] {
  if (bySetPos.length === 0) return [...days]
  const chosen = bySetPos.map((nth) => (nth > 0 ? nth - 1 : days.length + nth))
  return days.filter((_, index) => chosen.includes(index))
}
