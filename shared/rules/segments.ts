// The arithmetic of a session's segments: paused time lies between them and is not counted (A6, F1).
import type { Instant } from '../base/instant.ts'
import type { ClosedSegment, Segment } from '../entities/timer.ts'

/** Counted milliseconds until `now`; an open segment that starts after `now` (a clock set back) counts nothing. */
export const countedMs = (segments: readonly Segment[], now: Instant): number =>
  segments.reduce((sum, { start, end }) => sum + Math.max(0, (end ?? now) - start), 0)

export const openSegment = (segments: readonly Segment[]): Segment | null => {
  const last = segments.at(-1)
  return last !== undefined && last.end === null ? last : null
}

/** The segments with the open one closed at `at`; segments without any length are dropped unless it is the only one. */
export function closeSegments(segments: readonly Segment[], at: Instant): ClosedSegment[] {
  const closed = segments.map(({ start, end }) => ({ start, end: end ?? Math.max(start, at) }))
  const kept = closed.filter(({ start, end }) => end > start)
  return kept.length > 0 ? kept : closed.slice(0, 1)
}

/** The first entrance and the last exit (F1). */
export const boundsOf = (segments: readonly ClosedSegment[]): { startAt: Instant; endAt: Instant } => ({
  startAt: segments[0]?.start ?? 0,
  endAt: segments.at(-1)?.end ?? 0,
})

/** The parts of the segments that lie within [from, to). */
export const clipSegments = (
  segments: readonly ClosedSegment[],
  from: Instant,
  to: Instant,
): ClosedSegment[] =>
  segments
    .map(({ start, end }) => ({ start: Math.max(start, from), end: Math.min(end, to) }))
    .filter(({ start, end }) => end > start)

/** All segments moved by the same amount: the start was corrected and the duration stays. */
export const shiftSegments = (segments: readonly ClosedSegment[], byMs: number): ClosedSegment[] =>
  segments.map(({ start, end }) => ({ start: start + byMs, end: end + byMs }))

/** Shorten from the end, or lengthen the last segment, until exactly `durationMs` is counted. */
export function resizeSegments(segments: readonly ClosedSegment[], durationMs: number): ClosedSegment[] {
  const resized: ClosedSegment[] = []
  let left = durationMs
  for (const { start, end } of segments) {
    if (left <= 0) break
    const length = Math.min(end - start, left)
    resized.push({ start, end: start + length })
    left -= length
  }
  const last = resized.at(-1)
  if (last === undefined) {
    const start = segments[0]?.start ?? 0
    return [{ start, end: start + durationMs }]
  }
  if (left > 0) last.end += left
  return resized
}

/** Fit a session to a new entrance and exit: pauses inside stay, the first and the last segment reach to the new bounds. */
export function refitSegments(
  segments: readonly ClosedSegment[],
  startAt: Instant,
  endAt: Instant,
): ClosedSegment[] {
  const inside = clipSegments(segments, startAt, endAt)
  const first = inside[0]
  const last = inside.at(-1)
  if (first === undefined || last === undefined) return [{ start: startAt, end: endAt }]
  first.start = startAt
  last.end = endAt
  return inside
}

/**
 * A session corrected to a new entrance and exit (K3): its pauses move with the entrance, so a new date or start changes the
 * counted time by just as much as the time between the two; the last segment reaches to the exit.
 */
export function correctSegments(
  segments: readonly ClosedSegment[],
  startAt: Instant,
  endAt: Instant,
): ClosedSegment[] {
  return refitSegments(shiftSegments(segments, startAt - boundsOf(segments).startAt), startAt, endAt)
}

/** Take [from, to) out of the segments, as a break. */
export function cutSegments(segments: readonly Segment[], from: Instant, to: Instant): Segment[] {
  return segments.flatMap((segment) => {
    const end = segment.end ?? Infinity
    if (to <= segment.start || from >= end) return [segment]
    const parts: Segment[] = []
    if (segment.start < from) parts.push({ start: segment.start, end: from })
    if (end > to) parts.push({ start: to, end: segment.end })
    return parts
  })
}
