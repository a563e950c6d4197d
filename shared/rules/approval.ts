// Days are submitted, approved, rejected, and taken back (B49, I7). A decision is about what was submitted: time that changes takes the
// submission of its day back, and what is approved does not change at all, so nobody approves, or is paid for, what they never saw.
import type { LocalDate } from '../base/localDate.ts'
import { addDays, daysBetween } from '../base/localDate.ts'
import type { AppError, TimerRef } from '../contract/errors.ts'
import { appError } from '../contract/errors.ts'
import type { Approval, ApprovalStatus } from '../entities/approval.ts'
import type { Id } from '../entities/entity.ts'
import type { Change, Effect } from '../entities/registry.ts'
import { put, remove } from '../entities/registry.ts'
import type { Decision, RuleContext } from './rule.ts'
import { decided, refused } from './rule.ts'

/** More than a year at once is a mistake in a date. */
export const MOST_DAYS_AT_ONCE = 400

export type Days = { userId: Id; from: LocalDate; to: LocalDate }

export type ApprovalFacts = {
  closedThrough: LocalDate | null
  /** What there is of these days. */
  approvals: readonly Approval[]
  /** Of this user, counting on these days: their time is not recorded yet. */
  timers: TimerRef[]
}

const rangeProblem = ({ from, to }: Days) =>
  to < from || daysBetween(from, to) >= MOST_DAYS_AT_ONCE
    ? refused('approval.range', { values: { days: MOST_DAYS_AT_ONCE } })
    : null

/** All days up to today of an open period that are not approved, empty ones too: a week is approved with its gaps. */
export function submitDays(of: Days, facts: ApprovalFacts, ctx: RuleContext): Decision<{ days: number }> {
  const { closedThrough, approvals, timers } = facts
  const problem = rangeProblem(of)
  if (problem !== null) return problem
  if (of.from > ctx.today) return refused('approval.future')
  const to = of.to < ctx.today ? of.to : ctx.today
  if (closedThrough !== null && to <= closedThrough)
    return refused('approval.closed', { values: { through: closedThrough } })
  if (timers.length > 0) return refused('approval.timerRuns', { timers })
  const by = new Map(approvals.map((approval) => [approval.date, approval]))
  const changes: Change[] = []
  for (let date = of.from; date <= to; date = addDays(date, 1)) {
    const was = by.get(date)
    if (date <= (closedThrough ?? '') || was?.status === 'approved' || was?.status === 'submitted') continue
    changes.push(
      put('approval', {
        id: was?.id ?? ctx.newId(),
        userId: of.userId,
        date,
        status: 'submitted',
        reason: '',
      }),
    )
  }
  return changes.length === 0
    ? refused('approval.nothingToSubmit')
    : decided(changes, { days: changes.length })
}

/** Whose it is takes back what nobody has decided. */
export function withdrawDays(
  of: Days & { name: string },
  { approvals, closedThrough }: ApprovalFacts,
): Decision<{ days: number }> {
  const problem = rangeProblem(of)
  if (problem !== null) return problem
  const submitted = approvals.filter(
    ({ status, date }) => status === 'submitted' && date > (closedThrough ?? ''),
  )
  return submitted.length === 0
    ? refused('approval.notSubmitted', { values: { name: of.name } })
    : decided(
        submitted.map(({ id }) => remove('approval', id)),
        { days: submitted.length },
      )
}

export type Act = 'approve' | 'reject' | 'takeBack'
const ACTS: Record<
  Act,
  {
    from: readonly ApprovalStatus[]
    to: ApprovalStatus
    none: 'approval.notSubmitted' | 'approval.notApproved'
  }
> = {
  approve: { from: ['submitted'], to: 'approved', none: 'approval.notSubmitted' },
  reject: { from: ['submitted'], to: 'rejected', none: 'approval.notSubmitted' },
  takeBack: { from: ['approved'], to: 'returned', none: 'approval.notApproved' },
}

/** Of one user's days, those that wait, or of taking back those that are approved. */
export function decideDays(
  of: Days & { name: string },
  { act, reason }: { act: Act; reason: string },
  { closedThrough, approvals, timers }: ApprovalFacts,
): Decision<{ days: number }> {
  const problem = rangeProblem(of)
  if (problem !== null) return problem
  if (act === 'reject' && reason.trim() === '') return refused('approval.reasonMissing')
  const { from, to, none } = ACTS[act]
  const within = approvals.filter(({ status }) => from.includes(status))
  const meant = within.filter(({ date }) => date > (closedThrough ?? ''))
  if (closedThrough !== null && meant.length === 0 && within.length > 0)
    return refused('approval.closed', { values: { through: closedThrough } })
  if (meant.length === 0) return refused(none, { values: { name: of.name } })
  if (act === 'approve' && timers.length > 0) return refused('approval.timerRuns', { timers })
  return decided(
    meant.map((approval) => put('approval', { ...approval, status: to, reason })),
    { days: meant.length },
  )
}

export type LockFacts = {
  /** Are days approved at all now? */
  on: boolean
  /** What there is of the day, after the changes. */
  approval(userId: Id, date: LocalDate): Approval | null
  /** What the user is called. */
  nameOf(userId: Id): string
  dateOf(at: number): LocalDate
}

type Touched = { userId: Id; date: LocalDate }

/** The days whose time the effects change, and those onto which a timer's start was put. */
function touchedDays(effects: readonly Effect[], dateOf: LockFacts['dateOf']): Iterable<Touched> {
  const days = new Map<string, Touched>()
  const touch = (userId: Id, date: LocalDate) => days.set(`${date} ${userId}`, { userId, date })
  for (const { entity, before, after } of effects) {
    if (entity === 'timeEntry')
      for (const entry of [before, after]) if (entry !== null) touch(entry.userId, entry.workDate)
    if (entity === 'timer' && after !== null && before?.startedAt !== after.startedAt)
      touch(after.userId, dateOf(after.startedAt))
  }
  return days.values()
}

/** Time of an approved day is neither added, changed nor removed, whichever way the change came, and no timer begins on it. */
export function guardApprovals(effects: readonly Effect[], facts: LockFacts): AppError | null {
  if (!facts.on) return null
  for (const { userId, date } of touchedDays(effects, facts.dateOf)) {
    if (facts.approval(userId, date)?.status !== 'approved') continue
    return appError('approval.locked', { values: { name: facts.nameOf(userId), date } })
  }
  return null
}

/**
 * What no longer holds as the time of its day has changed: a submission, an approval that was taken back, and where days are not
 * approved any more, one from before. A rejection stays, with its reason, until the day is submitted anew.
 */
export function outdatedApprovals(effects: readonly Effect[], facts: LockFacts): Approval[] {
  const told = new Set(
    effects.flatMap(({ entity, before, after }) => (entity === 'approval' ? [before?.id, after?.id] : [])),
  )
  const found = new Map<Id, Approval>()
  for (const { userId, date } of touchedDays(
    effects.filter(({ entity }) => entity === 'timeEntry'),
    facts.dateOf,
  )) {
    const approval = facts.approval(userId, date)
    if (approval !== null && approval.status !== 'rejected' && !told.has(approval.id))
      found.set(approval.id, approval)
  }
  return [...found.values()]
}
