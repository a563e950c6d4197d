// An entry's pauses in the manual form: Duration is the counted time, and typing it moves the stop by just that (K3).
import type { ClosedSegment } from '../../../shared/entities/timer.ts'
import { boundsOf, correctSegments, countedMs, resizeSegments } from '../../../shared/rules/segments.ts'
import { durationOf, lasting } from './entryTimes.ts'
import type { EntryTimes } from './entryTimes.ts'

/** What would be recorded of these times; `segments` null: a new entry, without pauses. */
export function countedOf(times: EntryTimes, segments: readonly ClosedSegment[] | null): number | null {
  const { startAt, endAt } = times
  const span = durationOf(times)
  if (segments === null || span === null || startAt === null || endAt === null) return span
  return countedMs(correctSegments(segments, startAt, endAt), 0)
}

/** The stop at which so much is counted, its pauses left in. */
export function lastingWithPauses(
  times: EntryTimes,
  ms: number | null,
  segments: readonly ClosedSegment[] | null,
): EntryTimes {
  const { startAt } = times
  if (segments === null || startAt === null || ms === null) return lasting(times, ms)
  const { startAt: was, endAt } = boundsOf(segments)
  const moved = correctSegments(segments, startAt, startAt + endAt - was)
  return { ...times, endAt: boundsOf(resizeSegments(moved, ms)).endAt }
}
