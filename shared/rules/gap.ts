// Time during which a running timer was not watched: when it becomes a gap, and what each answer does (G1, G2).
import type { Instant } from '../base/instant.ts'
import type { GapChoice } from '../contract/timer.ts'
import type { Id } from '../entities/entity.ts'
import type { Gap } from '../entities/gap.ts'
import type { Change } from '../entities/registry.ts'
import { put, remove } from '../entities/registry.ts'
import type { Timer } from '../entities/timer.ts'
import type { RecordFacts } from './recordSession.ts'
import { entriesOfSession, recordChanges } from './recordSession.ts'
import type { Decision, RuleContext } from './rule.ts'
import { decided, refused } from './rule.ts'
import { clipSegments, cutSegments, openSegment } from './segments.ts'

/** The same threshold for every cause: shorter absences are nobody's business. */
export const GAP_THRESHOLD_MS = 5 * 60_000

/** From which length on somebody was idle, by the minutes that they chose; null: never. */
export const idleCounts = (ms: number, minutes: number | null): boolean =>
  minutes !== null && ms >= Math.max(GAP_THRESHOLD_MS, minutes * 60_000)

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
    const touched = known.filter(
      (gap) => gap.timerId === timer.id && gap.to >= from && gap.from <= absence.to,
    )
    const [earlier, ...others] = touched
    if (earlier !== undefined)
      return [
        put('gap', {
          ...earlier,
          // "The clock jumped" is only said while nobody knows better.
          cause: earlier.cause === 'clock' ? absence.cause : earlier.cause,
          from: Math.min(from, ...touched.map((gap) => gap.from)),
          to: Math.max(absence.to, ...touched.map((gap) => gap.to)),
        }),
        // One that covers several questions is one question: no stretch is asked about twice.
        ...others.map(({ id }) => remove('gap', id)),
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

export type GapAnswer = {
  choice: GapChoice
  note?: string | undefined
  at?: Instant | undefined
}

/**
 * What an answer does; unanswered, nothing changes. `facts` hold what the stretch is given to.
 * A session that is stopped and waits to be recorded is corrected like one that runs.
 */
export function resolveGap(
  gap: Gap,
  timer: Timer | null,
  answer: GapAnswer,
  facts: RecordFacts,
  ctx: RuleContext,
): Decision<{ entryIds: Id[] }> {
  const changes: Change[] = [remove('gap', gap.id)]
  if (timer === null || answer.choice === 'keep') return decided(changes, { entryIds: [] })
  const without = (from: Instant, to: Instant): Change => {
    const segments = keepOne(cutSegments(timer.segments, from, to), timer)
    const open = openSegment(segments) !== null
    const state = timer.state === 'running' && !open ? 'paused' : timer.state
    return put('timer', { ...timer, state, segments })
  }
  switch (answer.choice) {
    case 'discardAndContinue':
    case 'break':
      return decided([...changes, without(gap.from, gap.to)], { entryIds: [] })
    case 'discardAndStop':
      return decided([...changes, without(gap.from, Infinity)], { entryIds: [] })
    case 'split': {
      const at = answer.at
      if (at === undefined || at < gap.from || at > gap.to)
        return refused('request.invalid', { fields: { at: 'not within the gap' } })
      return decided([...changes, without(at, gap.to)], { entryIds: [] })
    }
    case 'giveTo': {
      const counted = timer.segments.map(({ start, end }) => ({
        start,
        end: end ?? Math.max(start, ctx.now),
      }))
      const session = {
        sessionId: ctx.newId(),
        segments: clipSegments(counted, gap.from, gap.to),
        note: answer.note ?? '',
        zone: timer.zone,
        source: 'timer' as const,
        taskId: null,
      }
      const entries = entriesOfSession(facts, session, ctx)
      if (!entries.ok) return entries
      return decided([...changes, without(gap.from, gap.to), ...recordChanges(entries.value)], {
        entryIds: entries.value.map(({ id }) => id),
      })
    }
  }
}

/** A session keeps its start even when nothing of it is left. */
const keepOne = (segments: Timer['segments'], timer: Timer): Timer['segments'] =>
  segments.length > 0 ? segments : [{ start: timer.startedAt, end: timer.startedAt }]
