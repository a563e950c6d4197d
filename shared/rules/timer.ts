// What may be done with a timer: start, pause, resume, correct, stop, record, cancel, discard (A5 to A30, B9 to B17, F1 to F3, F7).
import { workDateOf } from '../base/dayRule.ts'
import { DAY_MS, MINUTE_MS } from '../base/duration.ts'
import type { Instant } from '../base/instant.ts'
import type { StopResult } from '../contract/timer.ts'
import type { TimerRef } from '../contract/errors.ts'
import { takesTime } from '../entities/customer.ts'
import type { Id } from '../entities/entity.ts'
import type { NoteDraft } from '../entities/noteDraft.ts'
import type { Change } from '../entities/registry.ts'
import { put, remove } from '../entities/registry.ts'
import type { ClosedSegment, Timer } from '../entities/timer.ts'
import type { Decision, RuleContext } from './rule.ts'
import { decided, refused } from './rule.ts'
import type { RecordFacts } from './recordSession.ts'
import { projectRefusal } from './project.ts'
import { dayRuleOf, entriesOfSession, minutesLeft, recordChanges } from './recordSession.ts'
import { boundsOf, closeSegments, countedMs, resizeSegments, shiftSegments } from './segments.ts'

/** How far a given moment may lie ahead of the application's clock before it counts as the future. */
const CLOCK_TOLERANCE_MS = 2_000

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
  const { rules, user, customer, category, project, organisation } = facts
  const at = args.at ?? ctx.now
  if (!user.clientTimer) return refused('clientTimer.off', { values: { name: user.name } })
  if (!user.active) return refused('record.inactiveUser', { values: { name: user.name } })
  if (rules.requireCustomer && customer === null) return refused('rule.customerRequired')
  if (rules.requireCategory && category === null) return refused('rule.categoryRequired')
  if (category !== null && !category.active)
    return refused('record.inactiveCategory', { values: { name: category.name } })
  if (customer !== null && !takesTime(customer))
    return refused('record.inactiveCustomer', { values: { name: customer.name } })
  if (at > ctx.now + CLOCK_TOLERANCE_MS) return refused('timer.startInFuture')
  const date = workDateOf(at, dayRuleOf(organisation))
  const elsewhere = projectRefusal(project, { customerId: customer?.id ?? null, date })
  if (elsewhere !== null) return elsewhere

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
    customerId: customer?.id ?? null,
    categoryId: category?.id ?? null,
    projectId: project?.id ?? null,
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
  const wrong = checkMoment(timer, at, ctx)
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
  const wrong = checkMoment(timer, at, ctx)
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
  'organisation' | 'rules' | 'customer' | 'category' | 'project'
>

export function editTimer(
  { timer, organisation, rules, customer, category, project }: EditFacts,
  args: { startedAt?: Instant | undefined },
  ctx: RuleContext,
): Decision<null> {
  if (rules.requireCustomer && customer === null) return refused('rule.customerRequired')
  if (rules.requireCategory && category === null) return refused('rule.categoryRequired')
  if (category !== null && !category.active && category.id !== timer.categoryId)
    return refused('record.inactiveCategory', { values: { name: category.name } })
  if (customer !== null && !takesTime(customer) && customer.id !== timer.customerId)
    return refused('record.inactiveCustomer', { values: { name: customer.name } })
  let { segments, startedAt } = timer
  if (args.startedAt !== undefined && args.startedAt !== timer.startedAt) {
    if (args.startedAt > ctx.now + CLOCK_TOLERANCE_MS) return refused('timer.startInFuture')
    const [first, ...rest] = segments
    const firstEnd = first?.end ?? ctx.now + CLOCK_TOLERANCE_MS
    if (args.startedAt >= firstEnd) return refused('timer.startAfterEnd')
    startedAt = args.startedAt
    segments = [{ start: startedAt, end: first?.end ?? null }, ...rest]
  }
  const date = workDateOf(startedAt, dayRuleOf(organisation))
  const elsewhere = projectRefusal(project, { customerId: customer?.id ?? null, date })
  if (elsewhere !== null) return elsewhere
  return decided(
    [
      put('timer', {
        ...timer,
        startedAt,
        segments,
        customerId: customer?.id ?? null,
        categoryId: category?.id ?? null,
        projectId: project?.id ?? null,
      }),
    ],
    null,
  )
}

/** Stop: the task, the journal line and (without the dialog) the entries in one list of changes, so no time falls between. */
export function stopTimer(
  facts: RecordFacts,
  timer: Timer,
  args: { note?: string | undefined; at?: Instant | undefined; dialog?: boolean | undefined },
  ctx: RuleContext,
): Decision<StopResult> {
  if (timer.state === 'stopped') return refused('timer.notRunning')
  const at = args.at ?? ctx.now
  const wrong = checkMoment(timer, at, ctx)
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
      title: facts.customer?.name ?? facts.category?.name ?? '',
      customerId: timer.customerId,
      primaryParticipantId: timer.userId,
      startAt,
      endAt,
      status: 'Done',
    }),
  ]
  if (timer.customerId !== null)
    call.push(
      put('journalEntry', {
        id: ctx.newId(),
        customerId: timer.customerId,
        at: startAt,
        keyword: 'Call Scheduled',
        text: '',
        userId: timer.userId,
        taskId,
        timeEntryId: null,
      }),
    )
  if (args.dialog ?? facts.organisation.timeLogDialog)
    return decided([...call, put('timer', stopped)], { timerId: timer.id, entryIds: [], awaitsRecord: true })
  const entries = entriesOfSession(facts, sessionOf(stopped, segments), ctx)
  if (!entries.ok) return entries
  return decided([...call, ...recordChanges(entries.value, ctx), remove('timer', timer.id)], {
    timerId: timer.id,
    entryIds: entries.value.map((entry) => entry.id),
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
): Decision<{ entryIds: Id[] }> {
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
  const entries = entriesOfSession(facts, session, ctx)
  if (!entries.ok) return entries
  return decided([...recordChanges(entries.value, ctx), remove('timer', timer.id)], {
    entryIds: entries.value.map((entry) => entry.id),
  })
}

/** Throw a session away, before or after its stop; what it was stays as a draft for 30 days (A28 to A30, F3). */
export function discardTimer(timer: Timer, ctx: RuleContext): Decision<{ draftId: Id | null }> {
  const segments = closeSegments(timer.segments, ctx.now)
  const draft: NoteDraft = {
    id: ctx.newId(),
    userId: timer.userId,
    customerId: timer.customerId,
    categoryId: timer.categoryId,
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
})

function checkMoment(timer: Timer, at: Instant, ctx: RuleContext): ReturnType<typeof refused> | null {
  if (at > ctx.now + CLOCK_TOLERANCE_MS) return refused('timer.inFuture')
  const last = timer.segments.at(-1)
  // Asked for by hand, a moment before the segment began is a mistake; found by the clock, it is a clock set back (G3).
  if (last !== undefined && at !== ctx.now && at < last.start) return refused('timer.atBeforeSegment')
  return null
}
