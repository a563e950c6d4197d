// Absences: asked for, entered, changed, decided, taken back (I1).
import type { LocalDate } from '../base/localDate.ts'
import { daysBetween } from '../base/localDate.ts'
import type { Absence } from '../entities/absence.ts'
import type { AbsenceKind } from '../entities/absenceKind.ts'
import type { Id } from '../entities/entity.ts'
import { put, remove } from '../entities/registry.ts'
import type { User } from '../entities/user.ts'
import { edited } from './directory.ts'
import type { Edit } from './directory.ts'
import type { Decision, RuleContext } from './rule.ts'
import { decided, refused } from './rule.ts'

/** A parental leave is the longest that people take. */
export const MOST_DAYS = 1_100

/** How much of a day it takes, in minutes of it: of what is expected nobody needs to know. */
const shareOf = ({ portion, minutes }: Pick<Absence, 'portion' | 'minutes'>): number =>
  portion === 'whole' ? 1440 : portion === 'half' ? 720 : (minutes ?? 0)

/** The first day on which the absence and the others together take more than the day; null: none. What is rejected takes none. */
export function fullDayOf(absence: Absence, others: readonly Absence[]): LocalDate | null {
  if (absence.status === 'rejected') return null
  const beside = others.filter(
    ({ id, status, firstDay, lastDay }) =>
      id !== absence.id &&
      status !== 'rejected' &&
      firstDay <= absence.lastDay &&
      lastDay >= absence.firstDay,
  )
  // Most is taken where one of them begins.
  const days = [absence, ...beside]
    .map(({ firstDay }) => firstDay)
    .filter((day) => day >= absence.firstDay)
    .sort()
  return (
    days.find((day) => {
      const on = beside.filter(({ firstDay, lastDay }) => firstDay <= day && lastDay >= day)
      return on.reduce((sum, other) => sum + shareOf(other), shareOf(absence)) > 1440
    }) ?? null
  )
}

export type AbsenceFacts = {
  user: User
  kind: AbsenceKind
  closedThrough: LocalDate | null
}

/** Whoever leads enters what holds; so does everybody of a kind that asks for no approval. */
const statusFor = (kind: AbsenceKind, ctx: Pick<RuleContext, 'actor'>): Absence['status'] =>
  ctx.actor.role !== 'employee' || !kind.needsApproval ? 'approved' : 'requested'

type Problem = { ok: false; error: ReturnType<typeof refused>['error'] }

function problemOf(absence: Absence, { user, kind, closedThrough }: AbsenceFacts): Problem | null {
  const { firstDay, lastDay, portion, minutes } = absence
  if (lastDay < firstDay) return refused('absence.endBeforeStart', { values: { date: firstDay } })
  if (daysBetween(firstDay, lastDay) >= MOST_DAYS)
    return refused('absence.tooLong', { values: { days: MOST_DAYS } })
  if ((portion === 'hours') !== (minutes !== null)) return refused('absence.hoursMissing')
  if (closedThrough !== null && firstDay <= closedThrough)
    return refused('absence.closed', { values: { through: closedThrough } })
  if (user.lastDate !== null && firstDay > user.lastDate)
    return refused('absence.afterLastDay', { values: { name: user.name, date: user.lastDate } })
  return kind.active && !kind.removed
    ? null
    : refused('absence.kindInactive', { values: { name: kind.name } })
}

export function addAbsence(
  args: Omit<Absence, 'id' | 'status' | 'reason'>,
  facts: AbsenceFacts,
  ctx: RuleContext,
): Decision<{ absenceId: Id; status: Absence['status'] }> {
  const status = statusFor(facts.kind, ctx)
  const absence: Absence = { ...args, id: ctx.newId(), status, reason: '' }
  return problemOf(absence, facts) ?? decided([put('absence', absence)], { absenceId: absence.id, status })
}

/**
 * Employees change what nobody has decided; what was rejected is asked for anew. What began in a closed period can still end on
 * another day of the open one.
 */
export function editAbsence(
  absence: Absence,
  edit: Edit<Pick<Absence, 'kindId' | 'firstDay' | 'lastDay' | 'portion' | 'minutes' | 'note'>>,
  facts: AbsenceFacts & { kindBefore: AbsenceKind },
  ctx: RuleContext,
): Decision<{ status: Absence['status'] }> {
  if (isDecided(absence, facts.kindBefore) && ctx.actor.role === 'employee') return refused('absence.decided')
  const next = edited<Absence>(absence, edit)
  const after: Absence = {
    ...next,
    minutes: next.portion === 'hours' ? next.minutes : null,
    status: statusAfter(absence, facts.kind, ctx),
    reason: absence.status === 'rejected' ? '' : absence.reason,
  }
  const { closedThrough } = facts
  const began = closedThrough !== null && absence.firstDay <= closedThrough
  const changed = problemOf(after, {
    ...facts,
    // Only its end moves, and what is closed stays: the guard of periods says whether it may.
    closedThrough: began && after.firstDay === absence.firstDay ? null : closedThrough,
    // What it is of may go on being so, though nobody can choose it any more.
    kind: after.kindId === absence.kindId ? { ...facts.kind, active: true, removed: false } : facts.kind,
  })
  return changed ?? decided([put('absence', after)], { status: after.status })
}

/** Those who lead decide by a word of their own, not by a change. */
const statusAfter = (
  { status }: Absence,
  kind: AbsenceKind,
  ctx: Pick<RuleContext, 'actor'>,
): Absence['status'] => {
  if (ctx.actor.role === 'employee') return statusFor(kind, ctx)
  return status === 'rejected' ? 'requested' : status
}

/** Did somebody else say yes? */
const isDecided = (absence: Absence, kind: AbsenceKind): boolean =>
  absence.status === 'approved' && kind.needsApproval

export function decideAbsence(
  absence: Absence,
  { approve, reason }: { approve: boolean; reason: string },
): Decision<null> {
  const status = approve ? 'approved' : 'rejected'
  if (absence.status === status) return refused('absence.already', { values: { status } })
  if (!approve && reason.trim() === '') return refused('absence.reasonMissing')
  return decided([put('absence', { ...absence, status, reason })], null)
}

/** What was approved by somebody is taken back by those who lead; all else by whose it is. */
export function withdrawAbsence(
  absence: Absence,
  kind: AbsenceKind,
  ctx: Pick<RuleContext, 'actor'>,
): Decision<null> {
  if (isDecided(absence, kind) && ctx.actor.role === 'employee') return refused('absence.decided')
  return decided([remove('absence', absence.id)], null)
}
