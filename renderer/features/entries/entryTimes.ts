// The manual form's times: start, stop and duration are linked, and what is wrong with them.
import { MINUTE_MS } from '../../../shared/base/duration.ts'
import type { Instant } from '../../../shared/base/instant.ts'

export type EntryTimes = { startAt: Instant | null; endAt: Instant | null }

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
  const duration = durationOf(times)
  if (startAt === null || duration === null || duration === 0) return { ...times, startAt }
  return { startAt, endAt: startAt + duration }
}

export const lasting = (times: EntryTimes, ms: number | null): EntryTimes =>
  times.startAt === null || ms === null ? times : { ...times, endAt: times.startAt + ms }

/** What the empty form starts with: the last hour, in whole minutes. */
export function lastHour(now: Instant): EntryTimes {
  const endAt = Math.floor(now / MINUTE_MS) * MINUTE_MS
  return { startAt: endAt - 60 * MINUTE_MS, endAt }
}
