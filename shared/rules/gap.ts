// Time during which a running timer was not watched: when it becomes a gap, and what each answer does (G1, G2).
import type { Instant } from '../base/instant.ts'
import type { Gap } from '../entities/gap.ts'
import type { Change } from '../entities/registry.ts'
import { put, remove } from '../entities/registry.ts'
import type { Timer } from '../entities/timer.ts'
import type { Decision } from './rule.ts'
import { decided } from './rule.ts'
import { cutSegments, openSegment } from './segments.ts'

/** The same threshold for every cause: shorter absences are nobody's business. */
export const GAP_THRESHOLD_MS = 5 * 60_000

/**
 * The gaps of an absence: one for each running timer that it touches. Nothing about the timers themselves changes until it
 * is answered. A timer with an open question is not asked again: its gap grows instead.
 */
export function noticeAbsence(
  timers: readonly Timer[],
  known: readonly Gap[],
  absence: { cause: Gap['cause']; from: Instant; to: Instant },
  newId: () => string,
): Change[] {
  if (absence.to - absence.from < GAP_THRESHOLD_MS) return []
  return timers.flatMap((timer) => {
    const open = openSegment(timer.segments)
    if (open === null || open.start >= absence.to) return []
    const from = Math.max(absence.from, open.start)
    if (absence.to - from < GAP_THRESHOLD_MS) return []
    const earlier = known.find((gap) => gap.timerId === timer.id && gap.to >= from && gap.from <= absence.to)
    if (earlier !== undefined)
      return [
        put('gap', {
          ...earlier,
          // "The clock jumped" is only said while nobody knows better.
          cause: earlier.cause === 'clock' ? absence.cause : earlier.cause,
          from: Math.min(earlier.from, from),
          to: Math.max(earlier.to, absence.to),
        }),
      ]
    return [
      put('gap', {
        id: newId(),
        timerId: timer.id,
        userId: timer.userId,
        cause: absence.cause,
        from,
        to: absence.to,
      }),
    ]
  })
}

export type GapChoice = 'keep' | 'discardAndContinue' | 'discardAndStop'

/** keep: it was work. discardAndContinue: it was not, and the timer goes on. discardAndStop: pause where the gap began. */
export function resolveGap(gap: Gap, timer: Timer | null, choice: GapChoice): Decision<null> {
  const answered = remove('gap', gap.id)
  if (timer === null || choice === 'keep' || timer.state === 'stopped') return decided([answered], null)
  if (choice === 'discardAndContinue') {
    const segments = cutSegments(timer.segments, gap.from, gap.to)
    return decided([answered, put('timer', { ...timer, segments: keepOne(segments, timer) })], null)
  }
  const segments = cutSegments(timer.segments, gap.from, Number.MAX_SAFE_INTEGER).filter(
    ({ start }) => start < gap.from,
  )
  return decided(
    [answered, put('timer', { ...timer, state: 'paused', segments: keepOne(segments, timer) })],
    null,
  )
}

/** A session keeps its start even when nothing of it is left. */
const keepOne = (segments: Timer['segments'], timer: Timer): Timer['segments'] =>
  segments.length > 0 ? segments : [{ start: timer.startedAt, end: timer.startedAt }]
