// What may be done with a timer: start, pause, resume, correct, stop, record, cancel, discard (A5 to A30, B9 to B17, F1 to F3, F7).
import { workDateOf } from '../base/dayRule.ts'
import { DAY_MS, MINUTE_MS } from '../base/duration.ts'
import type { Instant } from '../base/instant.ts'
import type { StopResult } from '../contract/timer.ts'
import type { TimerRef } from '../contract/errors.ts'
import type { Id } from '../entities/entity.ts'
import type { NoteDraft } from '../entities/noteDraft.ts'
import type { Change } from '../entities/registry.ts'
import { put, remove } from '../entities/registry.ts'
import { subjectOf } from '../entities/subject.ts'
import type { ClosedSegment, Timer } from '../entities/timer.ts'
import type { Decision, RuleContext } from './rule.ts'
import { decided, inactive, refused } from './rule.ts'
import { isModuleOn } from './module.ts'
import type { RecordFacts } from './recordSession.ts'
import { dayRuleOf, minutesLeft } from './recordSession.ts'
import { recordCounted, recordTyped } from './periodException.ts'
import { CLOCK_TOLERANCE_MS, momentRefusal, startRefusal } from './moments.ts'
import { boundsOf, closeSegments, countedMs, resizeSegments, shiftSegments } from './segments.ts'
import { subjectRefusal } from './subject.ts'

/** Drafts of notes can be recovered for this long (F3). */
export const DRAFT_LIFETIME_MS = 30 * DAY_MS

export type StartFacts = RecordFacts & {
  /** The user's running and paused timers, with names for the refusal. */
  active: readonly { timer: Timer; ref: TimerRef }[]
  /** Facts to record those, for a switch. */
  recordFactsOf(timer: Timer): RecordFacts
}

export type StartArgs = { note?: string | undefined; at?: Instant | undefined; switch?: boolean | undefined }

export function startTimer(
  facts: StartFacts,
  args: StartArgs,
  ctx: RuleContext,
): Decision<{ timerId: Id; stoppedEntryIds: Id[] }> {
  const { user, subject, organisation } = facts
  const at = args.at ?? ctx.now
  if (!isModuleOn(organisation, user, 'clientTimer'))
    return refused('clientTimer.off', { values: { name: user.name } })
  if (!user.active) return inactive('record.inactiveUser', user)
  const refusal = subjectRefusal(facts, workDateOf(at, dayRuleOf(organisation)))
  if (refusal !== null) return refusal
  const wrong = startRefusal(at, null, facts, ctx)
  if (wrong !== null) return wrong

  const changes: Change[] = []
  const stoppedEntryIds: Id[] = []
  if (facts.active.length > 0 && !organisation.severalTimers) {
    if (args.switch !== true)
      return refused('timer.alreadyRunning', { timers: facts.active.map(({ ref }) => ref) })
    for (const { timer } of facts.active) {
      const stopped = stopTimer(facts.recordFactsOf(timer), timer, { at, dialog: false }, ctx)
      if (!stopped.ok) return stopped
      changes.push(...stopped.value.changes)
      stoppedEntryIds.push(...stopped.value.value.entryIds)
    }
  }
  const timer: Timer = {
    id: ctx.newId(),
    userId: user.id,
    ...subject,
    state: 'running',
    startedAt: at,
    segments: [{ start: at, end: null }],
    note: args.note ?? '',
    zone: ctx.zone,
    taskId: null,
  }
  return decided([...changes, put('timer', timer)], { timerId: timer.id, stoppedEntryIds })
}

export function pauseTimer(
  timer: Timer,
  args: { at?: Instant | undefined },
  ctx: RuleContext,
): Decision<null> {
  const at = args.at ?? ctx.now
  if (timer.state !== 'running') return refused('timer.notRunning')
  const wrong = momentRefusal(timer, at, ctx)
  if (wrong !== null) return wrong
  const segments = timer.segments.map((s) =>
    s.end === null ? { start: s.start, end: Math.max(s.start, at) } : s,
  )
  return decided([put('timer', { ...timer, state: 'paused', segments })], null)
}

export function resumeTimer(
  timer: Timer,
  args: { at?: Instant | undefined },
  ctx: RuleContext,
): Decision<null> {
  const at = args.at ?? ctx.now
  if (timer.state !== 'paused') return refused('timer.notPaused')
  const wrong = momentRefusal(timer, at, ctx)
  if (wrong !== null) return wrong
  // A clock set back between pause and resume must not make segments overlap (G3).
  const start = Math.max(at, timer.segments.at(-1)?.end ?? at)
  return decided(
    [put('timer', { ...timer, state: 'running', segments: [...timer.segments, { start, end: null }] })],
    null,
  )
}

export const noteTimer = (timer: Timer, note: string): Decision<null> =>
  decided(note === timer.note ? [] : [put('timer', { ...timer, note })], null)

export type EditFacts = { timer: Timer } & Pick<
  RecordFacts,
  'organisation' | 'rules' | 'settings' | 'subject' | 'things' | 'neighbours'
>

export function editTimer(
  { timer, organisation, neighbours, ...on }: EditFacts,
  args: { startedAt?: Instant | undefined },
  ctx: RuleContext,
): Decision<null> {
  let { segments, startedAt } = timer
  if (args.startedAt !== undefined && args.startedAt !== timer.startedAt) {
    const wrong = startRefusal(args.startedAt, timer.startedAt, { organisation, neighbours }, ctx)
    if (wrong !== null) return wrong
    const [first, ...rest] = segments
    const firstEnd = first?.end ?? ctx.now + CLOCK_TOLERANCE_MS
    if (args.startedAt >= firstEnd) return refused('timer.startAfterEnd')
    startedAt = args.startedAt
    segments = [{ start: startedAt, end: first?.end ?? null }, ...rest]
  }
  const day = dayRuleOf(organisation)
  const was = { subject: timer, date: workDateOf(timer.startedAt, day) }
  return (
    subjectRefusal(on, workDateOf(startedAt, day), was) ??
    decided([put('timer', { ...timer, ...on.subject, startedAt, segments })], null)
  )
}

/** Stop: the task and (without the dialog) the entries in one list of changes, so no time falls between. */
export function stopTimer(
  facts: RecordFacts,
  timer: Timer,
  args: { note?: string | undefined; at?: Instant | undefined; dialog?: boolean | undefined },
  ctx: RuleContext,
): Decision<StopResult> {
  if (timer.state === 'stopped') return refused('timer.notRunning')
  const at = args.at ?? ctx.now
  const wrong = momentRefusal(timer, at, ctx)
  if (wrong !== null) return wrong
  const segments = closeSegments(timer.segments, at)
  const note = args.note ?? timer.note
  const { startAt, endAt } = boundsOf(segments)
  const taskId = ctx.newId()
  const stopped: Timer = { ...timer, state: 'stopped', segments, note, taskId }
  const call: Change[] = [
    put('task', {
      id: taskId,
      type: 'Call',
      title: facts.things.customer?.name ?? facts.things.category?.name ?? '',
      customerId: timer.customerId,
      primaryParticipantId: timer.userId,
      startAt,
      endAt,
      status: 'Done',
      dueDate: null,
      note: '',
      uid: '',
    }),
  ]
  if (args.dialog ?? facts.organisation.timeLogDialog)
    return decided([...call, put('timer', stopped)], {
      timerId: timer.id,
      entryIds: [],
      exceptionIds: [],
      waitingMs: 0,
      awaitsRecord: true,
    })
  const recorded = recordCounted(facts, sessionOf(stopped, segments), ctx)
  if (!recorded.ok) return recorded
  const { changes, entryIds, exceptionIds, waitingMs } = recorded.value
  return decided([...call, ...changes, remove('timer', timer.id)], {
    timerId: timer.id,
    entryIds,
    exceptionIds,
    waitingMs,
    awaitsRecord: false,
  })
}

export type RecordArgs = {
  startAt?: Instant | undefined
  durationMinutes?: number | undefined
  note?: string | undefined
}

/** OK in the Time Log Entry dialog (A27): what the dialog shows is what is recorded; under a minute it shows 1 (A20). */
export function recordTimer(
  facts: RecordFacts,
  timer: Timer,
  args: RecordArgs,
  ctx: RuleContext,
): Decision<{ entryIds: Id[]; exceptionIds: Id[]; waitingMs: number }> {
  if (timer.state !== 'stopped') return refused('timer.notStopped')
  let segments = closeSegments(timer.segments, ctx.now)
  const start = segments[0]?.start ?? timer.startedAt
  if (args.startAt !== undefined && args.startAt !== start) {
    segments = shiftSegments(segments, args.startAt - start)
  }
  const startAt = args.startAt ?? start
  let counted = countedMs(segments, ctx.now)
  const typed = args.durationMinutes
  if (typed !== undefined) {
    if (typed <= 0) return refused('entry.zeroDuration')
    counted = typed * MINUTE_MS
  } else if (counted < MINUTE_MS) counted = MINUTE_MS
  // The timer may run past midnight (F2), but what is typed obeys the day (A21).
  const maxMinutes = minutesLeft(startAt, facts.organisation)
  if ((typed !== undefined || args.startAt !== undefined) && counted > maxMinutes * MINUTE_MS)
    return refused('entry.exceedsDay', { values: { maxMinutes } })
  const session = sessionOf({ ...timer, note: args.note ?? timer.note }, resizeSegments(segments, counted))
  // A start that was moved is a date that was chosen: into a closed period it is refused (C1).
  const moved = startAt !== start
  const recorded = moved ? recordTyped(facts, session, ctx) : recordCounted(facts, session, ctx)
  if (!recorded.ok) return recorded
  const { changes, entryIds, exceptionIds, waitingMs } = recorded.value
  return decided([...changes, remove('timer', timer.id)], { entryIds, exceptionIds, waitingMs })
}

/** Throw a session away, before or after its stop; what it was stays as a draft for 30 days (A28 to A30, F3). */
export function discardTimer(timer: Timer, ctx: RuleContext): Decision<{ draftId: Id | null }> {
  const segments = closeSegments(timer.segments, ctx.now)
  const draft: NoteDraft = {
    id: ctx.newId(),
    userId: timer.userId,
    ...subjectOf(timer),
    note: timer.note,
    session: { ...timer, state: 'stopped', segments },
    createdAt: ctx.now,
    expiresAt: ctx.now + DRAFT_LIFETIME_MS,
  }
  return decided([remove('timer', timer.id), put('noteDraft', draft)], { draftId: draft.id })
}

/** Bring a draft's session back, stopped, to be recorded after all. */
export const restoreDraft = (draft: NoteDraft): Decision<{ timerId: Id }> =>
  decided([put('timer', draft.session), remove('noteDraft', draft.id)], { timerId: draft.session.id })

const sessionOf = (timer: Timer, segments: readonly ClosedSegment[]) => ({
  sessionId: timer.id,
  segments,
  note: timer.note,
  zone: timer.zone,
  source: 'timer' as const,
  taskId: timer.taskId,
  begun: subjectOf(timer),
})
