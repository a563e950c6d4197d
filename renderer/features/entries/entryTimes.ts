// The manual form's times: start, stop and duration are linked, and what is wrong with them.
import { HOUR_MS, MINUTE_MS } from '../../../shared/base/duration.ts'
import type { Instant } from '../../../shared/base/instant.ts'
import { addDays } from '../../../shared/base/localDate.ts'
import type { TypedPart } from '../../ui/fields/DateTimeField.tsx'
import { instantOf, localTimeOf } from '../../../shared/base/wallTime.ts'

export type EntryTimes = {
  startAt: Instant | null
  endAt: Instant | null
  /** The duration from before the start became unreadable: the next start keeps it. */
  keptMs?: number | null
}

export type TimesProblem = 'noStart' | 'noStop' | 'stopBeforeStart' | 'zero'

export function timesProblem({ startAt, endAt }: EntryTimes): TimesProblem | null {
  if (startAt === null) return 'noStart'
  if (endAt === null) return 'noStop'
  if (endAt < startAt) return 'stopBeforeStart'
  return endAt === startAt ? 'zero' : null
}

/** null while one of the two is not readable or they are the wrong way round. */
export const durationOf = ({ startAt, endAt }: EntryTimes): number | null =>
  startAt === null || endAt === null || endAt < startAt ? null : endAt - startAt

/** A new start keeps the duration, as moving an appointment does, as long as there is one to keep. */
export function movedTo(times: EntryTimes, startAt: Instant | null): EntryTimes {
  const duration = durationOf(times) ?? times.keptMs ?? null
  if (startAt === null) return { ...times, startAt, keptMs: duration }
  if (duration === null || duration === 0) return { startAt, endAt: times.endAt }
  return { startAt, endAt: startAt + duration }
}

/** At most so long is a session whose end was typed as a time alone that lies before its start: 22:00 to 6:00. */
const NIGHT_MS = 12 * HOUR_MS

/**
 * An end typed as a time alone that lies before the start is on the day after, where that makes a night of work; and in the other half
 * of the day where none was said and that makes a session (K12). `now`: of time that was worked, no end lies after it.
 */
export function endAfter(
  startAt: Instant | null,
  endAt: Instant | null,
  part: TypedPart,
  zone: string,
  now = Infinity,
): Instant | null {
  if (startAt === null || endAt === null || part === 'date') return endAt
  if (endAt > startAt) {
    const other = startBefore(endAt, part, now, zone)
    return other !== null && other > startAt ? other : endAt
  }
  const { date, time } = localTimeOf(endAt, zone)
  const halves = part === 'eitherHalf' ? [time, inOtherHalf(time)] : [time]
  for (const day of [date, addDays(date, 1)])
    for (const half of halves) {
      const meant = instantOf(day, half, zone)
      if (meant.kind === 'once' && meant.instant > startAt && meant.instant - startAt <= NIGHT_MS)
        return meant.instant
    }
  return endAt
}

/** A start typed without saying which half of the day is meant lies in the last one that began before its end, or before now (K12). */
export function startBefore(
  startAt: Instant | null,
  part: TypedPart,
  until: Instant | null,
  zone: string,
): Instant | null {
  if (startAt === null || until === null || part !== 'eitherHalf' || startAt <= until) return startAt
  const { date, time } = localTimeOf(startAt, zone)
  const other = inOtherHalf(time)
  const meant = instantOf(other < time ? date : addDays(date, -1), other, zone)
  return meant.kind === 'once' && meant.instant <= until ? meant.instant : startAt
}

const inOtherHalf = (time: string): string =>
  `${String((Number(time.slice(0, 2)) + 12) % 24).padStart(2, '0')}${time.slice(2)}`

export const lasting = (times: EntryTimes, ms: number | null): EntryTimes =>
  times.startAt === null || ms === null ? times : { startAt: times.startAt, endAt: times.startAt + ms }

/** What the empty form starts with: the last hour, in whole minutes. */
export function lastHour(now: Instant): EntryTimes {
  const endAt = Math.floor(now / MINUTE_MS) * MINUTE_MS
  return { startAt: endAt - 60 * MINUTE_MS, endAt }
}
