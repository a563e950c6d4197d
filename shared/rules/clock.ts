// A wall clock that was set (G3): told apart from sleep, and taken out of what running sessions count.
import type { Instant } from '../base/instant.ts'
import type { Gap } from '../entities/gap.ts'
import type { Change } from '../entities/registry.ts'
import { put } from '../entities/registry.ts'
import type { Segment, Timer } from '../entities/timer.ts'

/** What the clocks said at one moment. */
export type Reading = {
  /** Epoch ms; jumps when somebody sets it. */
  wall: Instant
  /** Ms, never set; may stand still while the computer sleeps. */
  monotonic: number
  /** Ms since the computer started, sleep included, never set; null where nobody knows. */
  uptime: number | null
}

/** What lies between two readings: how much time really passed, and by how much the wall clock was set (0: not at all). */
export type Passed = {
  elapsedMs: number
  setByMs: number
  /** The wall clock went ahead, and nothing says whether the computer slept or somebody set it. */
  unclearMs: number
}

/** Clocks differ by some ms each time they are read one after the other, and are trimmed by servers all day. */
export const CLOCK_TOLERANCE_MS = 1_000

/** Some systems tell the time since their start in whole seconds. */
const UPTIME_TOLERANCE_MS = 2_000

export function passedBetween(before: Reading, after: Reading): Passed {
  const wall = after.wall - before.wall
  // A computer's own counters are finer than an instant, which is a whole millisecond.
  const monotonic = Math.max(0, Math.round(after.monotonic - before.monotonic))
  const uptime =
    before.uptime === null || after.uptime === null ? null : Math.round(after.uptime - before.uptime)
  if (uptime === null || uptime < 0) {
    const ahead = wall - monotonic
    if (Math.abs(ahead) <= CLOCK_TOLERANCE_MS) return { elapsedMs: monotonic, setByMs: 0, unclearMs: 0 }
    return ahead < 0
      ? { elapsedMs: monotonic, setByMs: ahead, unclearMs: 0 }
      : { elapsedMs: monotonic, setByMs: 0, unclearMs: ahead }
  }
  // Without sleep the finer clock is right; with sleep it may have stood still.
  const slept = uptime - monotonic > UPTIME_TOLERANCE_MS
  const elapsedMs = slept ? uptime : monotonic
  const setByMs = wall - elapsedMs
  const noise = slept ? UPTIME_TOLERANCE_MS : CLOCK_TOLERANCE_MS
  return { elapsedMs, setByMs: Math.abs(setByMs) <= noise ? 0 : setByMs, unclearMs: 0 }
}

/** A clock that was set: until `from` by the old time, on from `to` by the new. */
export type ClockSet = { from: Instant; to: Instant }

/**
 * Keeps counted time right. Set ahead: the stretch that never was is cut out, and the start stays as it was. Set back:
 * there is no room for that, so the session moves with the clock, and so do the questions about it.
 */
export function clockSet(timers: readonly Timer[], gaps: readonly Gap[], { from, to }: ClockSet): Change[] {
  if (to > from)
    return timers
      .filter(({ state }) => state === 'running')
      .map((timer) => put('timer', { ...timer, segments: withoutStretch(timer.segments, from, to) }))
  const moved = timers.filter(({ state }) => state !== 'stopped')
  const move = (instant: Instant): Instant => Math.max(0, instant + to - from)
  return [
    ...moved.map((timer) =>
      put('timer', {
        ...timer,
        startedAt: move(timer.startedAt),
        segments: timer.segments.map(({ start, end }) => ({
          start: move(start),
          end: end === null ? null : move(end),
        })),
      }),
    ),
    ...gaps
      .filter(({ timerId }) => moved.some(({ id }) => id === timerId))
      .map((gap) => put('gap', { ...gap, from: move(gap.from), to: move(gap.to) })),
  ]
}

function withoutStretch(segments: readonly Segment[], from: Instant, to: Instant): Segment[] {
  return segments.flatMap((segment) => {
    if (segment.end !== null) return [segment]
    // Begun in the very moment: it begins by the new time.
    const begun = segment.start < from ? [{ start: segment.start, end: from }] : []
    return [...begun, { start: segment.start < from ? to : Math.max(segment.start, to), end: null }]
  })
}
