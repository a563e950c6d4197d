// What a user has attended of some days up to now: recorded time and running timers together, each moment once (K7, F5).
import { dayEndAt, dayStartAt } from '../base/dayRule.ts'
import type { DayRule } from '../base/dayRule.ts'
import type { Instant } from '../base/instant.ts'
import type { LocalDate } from '../base/localDate.ts'
import type { Segment } from '../entities/timer.ts'
import { unionMs } from './workDiary.ts'

export type AttendedFacts = {
  now: Instant
  rule: DayRule
  /** Recorded and attended of a day. */
  recordedMs(date: LocalDate): number
  /** The segments of what is recorded on a day; asked for only where a timer runs beside it. */
  recorded(date: LocalDate): readonly { start: Instant; end: Instant }[]
  /** Of all timers, whatever their state. */
  timers: readonly Segment[]
}

/** A session that began before the day counts only with what lies in it (F2). */
export function attendedOn(date: LocalDate, facts: AttendedFacts): number {
  const [from, to] = [dayStartAt(date, facts.rule), dayEndAt(date, facts.rule)]
  const within = facts.timers
    .map(({ start, end }) => ({ start: Math.max(start, from), end: Math.min(end ?? facts.now, to) }))
    .filter(({ start, end }) => end > start)
  if (within.length === 0) return facts.recordedMs(date)
  const recorded = facts.recorded(date)
  // Recorded time is counted by its own rule; of the timers, what lies beside it.
  return facts.recordedMs(date) + unionMs([...recorded, ...within]) - unionMs(recorded)
}
