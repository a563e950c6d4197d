// Owns which working day an instant belongs to (spec F8): one zone and one start of day for an organisation.
import { DAY_MS } from './duration.ts'
import type { Instant } from './instant.ts'
import { dateOfEpochDay, epochDayOf } from './localDate.ts'
import type { LocalDate } from './localDate.ts'
import { firstInstantReaching, isZone, wallMsAt } from './zoneOffset.ts'

export { isZone }

/**
 * The organisation's payroll zone and the wall-clock minute (0 to 1439) at which its working day begins.
 *
 * A day begins at the first instant at which the wall clock has reached that minute: where the minute is skipped,
 * with the instant after the gap; where it comes twice, with the first. So days touch, never overlap, and last
 * 23 or 25 hours at a clock change. A zone that skipped a whole date (Apia, 2011-12-30) gives it length zero.
 */
export type DayRule = { zone: string; dayStartMinutes: number }

/** A part of a span that lies in one working day. `start` is in it, `end` is not. */
export type DayPart = { date: LocalDate; start: Instant; end: Instant }

const MINUTE_MS = 60_000

/** The working day that holds the instant. */
export function workDateOf(instant: Instant, rule: DayRule): LocalDate {
  return dateOfEpochDay(workDayNumber(instant, rule))
}

/** The first instant of the working day. */
export function dayStartAt(date: LocalDate, rule: DayRule): Instant {
  return startOfDayNumber(epochDayOf(date), rule)
}

/** The first instant after the working day, which is the start of the next. */
export function dayEndAt(date: LocalDate, rule: DayRule): Instant {
  return startOfDayNumber(epochDayOf(date) + 1, rule)
}

/** How long the working day really is, in ms: 24 h but at a clock change. */
export function dayLengthMs(date: LocalDate, rule: DayRule): number {
  return dayEndAt(date, rule) - dayStartAt(date, rule)
}

/** The most ms that a session begun at `start` can last within its working day (spec A21); always above 0. */
export function msLeftInDay(start: Instant, rule: DayRule): number {
  return startOfDayNumber(workDayNumber(start, rule) + 1, rule) - start
}

/** Cuts a span at day starts (spec F2) into adjacent parts, none empty. A span without length has no parts. */
export function splitAtDays(span: { start: Instant; end: Instant }, rule: DayRule): DayPart[] {
  const parts: DayPart[] = []
  let start = span.start
  while (start < span.end) {
    const day = workDayNumber(start, rule)
    const end = Math.min(span.end, startOfDayNumber(day + 1, rule))
    parts.push({ date: dateOfEpochDay(day), start, end })
    start = end
  }
  return parts
}

// Asking a zone costs thousands of times more than remembering what it said; and it is asked for the same few days.
const starts = new Map<string, Map<number, Map<number, Instant>>>()
const MOST_REMEMBERED = 4000

function startOfDayNumber(day: number, { zone, dayStartMinutes }: DayRule): Instant {
  const days = startsIn(zone, dayStartMinutes)
  const known = days.get(day)
  if (known !== undefined) return known
  const start = firstInstantReaching(day * DAY_MS + dayStartMinutes * MINUTE_MS, zone)
  if (days.size >= MOST_REMEMBERED) days.clear()
  days.set(day, start)
  return start
}

/** By the number of the day. */
function startsIn(zone: string, dayStartMinutes: number): Map<number, Instant> {
  let ofZone = starts.get(zone)
  if (ofZone === undefined) starts.set(zone, (ofZone = new Map()))
  let days = ofZone.get(dayStartMinutes)
  if (days === undefined) ofZone.set(dayStartMinutes, (days = new Map()))
  return days
}

function workDayNumber(instant: Instant, rule: DayRule): number {
  const wallMs = wallMsAt(instant, rule.zone)
  let day = Math.floor((wallMs - rule.dayStartMinutes * MINUTE_MS) / DAY_MS)
  // Clocks that go back over a day start show the old date again, but the new day has begun.
  while (startOfDayNumber(day + 1, rule) <= instant) day += 1
  return day
}
