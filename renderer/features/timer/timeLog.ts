// The arithmetic of the Time Log Entry dialog: start, duration and stop are linked; a pause lies between (A17 to A21).
import { MINUTE_MS } from '../../../shared/base/duration.ts'
import type { Instant } from '../../../shared/base/instant.ts'
import type { StopPreview } from '../../../shared/contract/timer.ts'

export type TimeLogTimes = {
  startAt: Instant | null
  /** Whole minutes as shown; null: what is typed is no duration. */
  minutes: number | null
  /** Paused time between start and stop, ms. */
  pausedMs: number
  /** Whether the person changed the duration: only then is it sent, and held against the day (A21). */
  minutesTyped: boolean
  startTyped: boolean
}

export function timesOf(preview: StopPreview): TimeLogTimes {
  const startAt = preview.timer.segments[0]?.start ?? preview.timer.startedAt
  return {
    startAt,
    minutes: preview.durationMinutes,
    pausedMs: Math.max(0, preview.at - startAt - preview.durationMs),
    minutesTyped: false,
    startTyped: false,
  }
}

/** The stop that belongs to start and duration; null where one of them is not readable. */
export function stopOf(times: TimeLogTimes): Instant | null {
  if (times.startAt === null || times.minutes === null) return null
  return times.startAt + times.minutes * MINUTE_MS + times.pausedMs
}

export const withStart = (times: TimeLogTimes, startAt: Instant | null): TimeLogTimes => ({
  ...times,
  startAt,
  startTyped: true,
})

export const withMinutes = (times: TimeLogTimes, minutes: number | null): TimeLogTimes => ({
  ...times,
  minutes,
  minutesTyped: true,
})

/** A new stop changes the duration; the start stays. */
export function withStop(times: TimeLogTimes, stopAt: Instant | null): TimeLogTimes {
  if (times.startAt === null) return times
  const minutes = stopAt === null ? null : Math.round((stopAt - times.startAt - times.pausedMs) / MINUTE_MS)
  return { ...times, minutes, minutesTyped: true }
}

export type TimeLogProblem = 'noStart' | 'noDuration' | 'zero' | 'exceedsDay'

/**
 * What keeps OK from working. A session that ran over midnight by itself is split (F2); what a person typed must fit into
 * the day (A21), checked again whenever the start changes.
 */
export function problemOf(times: TimeLogTimes, maxMinutes: number | null): TimeLogProblem | null {
  if (times.startAt === null) return 'noStart'
  if (times.minutes === null) return 'noDuration'
  if (times.minutes <= 0) return 'zero'
  if ((times.minutesTyped || times.startTyped) && maxMinutes !== null && times.minutes > maxMinutes)
    return 'exceedsDay'
  return null
}
