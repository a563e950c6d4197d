// Turning a session into time entries: what may be recorded at all, and the split at the end of each work day (F2).
import type { DayRule } from '../base/dayRule.ts'
import { msLeftInDay, splitAtDays, workDateOf } from '../base/dayRule.ts'
import { DAY_MS, MINUTE_MS } from '../base/duration.ts'
import type { Instant } from '../base/instant.ts'
import type { Result } from '../base/result.ts'
import { ok } from '../base/result.ts'
import type { AppError } from '../contract/errors.ts'
import type { Category } from '../entities/category.ts'
import type { Customer } from '../entities/customer.ts'
import { takesTime } from '../entities/customer.ts'
import type { Id } from '../entities/entity.ts'
import type { Change } from '../entities/registry.ts'
import { put } from '../entities/registry.ts'
import type { Project } from '../entities/project.ts'
import type { Organisation } from '../entities/organisation.ts'
import type { TimeRules } from '../entities/rules.ts'
import type { TimeEntry } from '../entities/timeEntry.ts'
import type { ClosedSegment } from '../entities/timer.ts'
import type { User } from '../entities/user.ts'
import { projectRefusal } from './project.ts'
import type { RuleContext } from './rule.ts'
import { refused } from './rule.ts'
import { boundsOf, clipSegments, countedMs } from './segments.ts'

export type RecordFacts = {
  organisation: Organisation
  rules: TimeRules
  user: User
  customer: Customer | null
  category: Category | null
  project: Project | null
  /** The user's other entries that touch the session's time. */
  neighbours: readonly TimeEntry[]
}

export type Session = {
  sessionId: Id
  segments: readonly ClosedSegment[]
  note: string
  zone: string
  source: TimeEntry['source']
  taskId: Id | null
}

export const dayRuleOf = (organisation: Organisation): DayRule => ({
  zone: organisation.zone,
  dayStartMinutes: organisation.dayStartMinutes,
})

/** The most whole minutes that a work day still holds from a start on (A21). */
export const minutesLeft = (startAt: Instant, organisation: Organisation): number =>
  Math.floor(msLeftInDay(startAt, dayRuleOf(organisation)) / MINUTE_MS)

/** Does an entry's time touch the session's? Compared by segments, so a pause may be filled by another entry. */
export const overlapping = (
  segments: readonly ClosedSegment[],
  entry: Pick<TimeEntry, 'segments'>,
): boolean =>
  entry.segments.some((theirs) => segments.some((ours) => ours.start < theirs.end && theirs.start < ours.end))

/** The entries of a session, one for each work day that it touches; refused where a rule forbids the record. */
export function entriesOfSession(
  facts: RecordFacts,
  session: Session,
  ctx: RuleContext,
): Result<TimeEntry[], AppError> {
  const { organisation, rules, user, customer, category, project } = facts
  const { startAt, endAt } = boundsOf(session.segments)
  const counted = countedMs(session.segments, endAt)
  if (!user.active) return refused('record.inactiveUser', { values: { name: user.name } })
  if (rules.requireCustomer && customer === null) return refused('rule.customerRequired')
  if (rules.requireCategory && category === null) return refused('rule.categoryRequired')
  if (rules.requireNote && session.note.trim() === '') return refused('rule.noteRequired')
  if (category !== null && !category.active)
    return refused('record.inactiveCategory', { values: { name: category.name } })
  if (customer !== null && !takesTime(customer))
    return refused('record.inactiveCustomer', { values: { name: customer.name } })
  if (endAt < startAt) return refused('entry.stopBeforeStart')
  if (counted <= 0 || endAt === startAt) return refused('entry.zeroDuration')
  if (counted < rules.minSessionMinutes * MINUTE_MS)
    return refused('rule.tooShort', { values: { minutes: rules.minSessionMinutes } })
  if (rules.maxSessionMinutes !== null && counted > rules.maxSessionMinutes * MINUTE_MS)
    return refused('rule.tooLong', { values: { minutes: rules.maxSessionMinutes } })
  const day = dayRuleOf(organisation)
  // Judged by the day on which the session began: what then runs past midnight is still that day's work.
  const date = workDateOf(startAt, day)
  const elsewhere = projectRefusal(project, { customerId: customer?.id ?? null, date })
  if (elsewhere !== null) return elsewhere
  if (category?.codeType !== 'absence' && workDateOf(endAt - 1, day) > ctx.today)
    return refused('entry.inFuture')
  if (organisation.closedThrough !== null && date <= organisation.closedThrough)
    return refused('record.priorPeriod', { values: { through: organisation.closedThrough } })
  if (organisation.overlaps === 'refuse') {
    const inTheWay = facts.neighbours.filter((entry) => overlapping(session.segments, entry))
    if (inTheWay.length > 0) return refused('entry.overlaps', { ids: inTheWay.map((entry) => entry.id) })
  }
  const entries = splitAtDays({ start: startAt, end: endAt }, day).flatMap((part) => {
    const segments = clipSegments(session.segments, part.start, part.end)
    if (segments.length === 0) return []
    const bounds = boundsOf(segments)
    const entry: TimeEntry = {
      id: ctx.newId(),
      sessionId: session.sessionId,
      userId: user.id,
      customerId: customer?.id ?? null,
      categoryId: category?.id ?? null,
      projectId: project?.id ?? null,
      workDate: part.date,
      ...bounds,
      durationMs: countedMs(segments, bounds.endAt),
      segments,
      note: session.note,
      zone: session.zone,
      source: session.source,
      taskId: session.taskId,
    }
    return [entry]
  })
  return ok(entries)
}

/** The changes that record entries: each with its Time Log line in the customer's journal (A31). */
export const recordChanges = (entries: readonly TimeEntry[], ctx: RuleContext): Change[] =>
  entries.flatMap((entry) => [
    put('timeEntry', entry),
    ...(entry.customerId === null
      ? []
      : [
          put('journalEntry', {
            id: ctx.newId(),
            customerId: entry.customerId,
            at: entry.startAt,
            keyword: 'Time Log' as const,
            text: entry.note,
            userId: entry.userId,
            taskId: entry.taskId,
            timeEntryId: entry.id,
          }),
        ]),
  ])

/** A typed start and stop: in order, and at most a day apart, or the 25 hours of the day that has them (A21). */
export function checkSpan(
  startAt: Instant,
  endAt: Instant,
  organisation: Organisation,
): Result<null, AppError> {
  if (endAt < startAt) return refused('entry.stopBeforeStart')
  if (endAt === startAt) return refused('entry.zeroDuration')
  if (endAt - startAt > Math.max(DAY_MS, msLeftInDay(startAt, dayRuleOf(organisation))))
    return refused('entry.exceedsDay', { values: { maxMinutes: minutesLeft(startAt, organisation) } })
  return ok(null)
}
