// How a span of time is moved and changed in the calendar. What is drawn there are the times that clocks show, as if they were UTC:
// of a drop only the wall time of its start or end is taken, and the instant is made from it here. A moved span keeps its elapsed time, and one of
// whole days its days.
import { MINUTE_MS } from '../../../shared/base/duration.ts'
import type { Instant } from '../../../shared/base/instant.ts'
import { addDays } from '../../../shared/base/localDate.ts'
import { instantOf, localTimeOf } from '../../../shared/base/wallTime.ts'
import type { WallReading } from '../../../shared/base/wallTime.ts'
import { offsetMsAt, wallMsAt } from '../../../shared/base/zoneOffset.ts'

export type Span = { startAt: Instant; endAt: Instant }
/** Milliseconds at which UTC shows the date and time that the zone's clocks do. */
export type WallMs = number

/** Shorter is not drawn, and what ends where it begins would get a default length. */
const LEAST_DRAWN_MS = MINUTE_MS

/** Where it is drawn; clocks that went back in between must not make it end before it begins. */
export function wallSpan({ startAt, endAt }: Span, zone: string): { start: WallMs; end: WallMs } {
  const start = wallMsAt(startAt, zone)
  const end = wallMsAt(endAt, zone)
  return { start, end: end > start ? end : start + Math.max(LEAST_DRAWN_MS, endAt - startAt) }
}

/** What a place in the calendar means: one instant, none, or two. */
export function readWall(wall: WallMs, zone: string): WallReading {
  const { date, time } = localTimeOf(wall, 'UTC')
  return instantOf(date, time, zone)
}

/** The instant, where a clock change leaves none or two: the next that exists, the first of both. */
export const anyOf = (reading: WallReading): Instant =>
  reading.kind === 'once' ? reading.instant : reading.kind === 'missing' ? reading.next : reading.first

export const startingAt = ({ startAt, endAt }: Span, at: Instant): Span => ({
  startAt: at,
  endAt: at + (endAt - startAt),
})

export const byMinutes = (span: Span, minutes: number): Span =>
  startingAt(span, span.startAt + minutes * MINUTE_MS)

function onOtherDay(at: Instant, days: number, zone: string): Instant {
  const { date, time } = localTimeOf(at, zone)
  return anyOf(instantOf(addDays(date, days), time, zone))
}

/** The same time of day on another day. */
export const byDays = (span: Span, days: number, zone: string): Span =>
  startingAt(span, onOtherDay(span.startAt, days, zone))

/** As many whole days, whatever the clocks do meanwhile. */
export const wholeByDays = ({ startAt, endAt }: Span, days: number, zone: string): Span => ({
  startAt: onOtherDay(startAt, days, zone),
  endAt: onOtherDay(endAt, days, zone),
})

/** null: it would end before it begins. */
export function endingBy({ startAt, endAt }: Span, minutes: number): Span | null {
  const end = endAt + minutes * MINUTE_MS
  return end > startAt ? { startAt, endAt: end } : null
}

/** Do the clocks change within the day around it? Then times are said with their offset. */
export const nearClockChange = (at: Instant, zone: string): boolean =>
  offsetMsAt(at - 24 * 60 * MINUTE_MS, zone) !== offsetMsAt(at + 24 * 60 * MINUTE_MS, zone)
