// Queries on approvals: what waits for a decision by week and person, with what is odd about it, and what became of days (B49, I7).
import { dayEndAt, dayStartAt } from '../../shared/base/dayRule.ts'
import { addDays, monthOf, weekStartOf } from '../../shared/base/localDate.ts'
import type { LocalDate } from '../../shared/base/localDate.ts'
import { compareNames } from '../../shared/base/nameOrder.ts'
import { fail, ok } from '../../shared/base/result.ts'
import type { approvalQueries, WaitingWeek } from '../../shared/contract/approval.ts'
import { appError } from '../../shared/contract/errors.ts'
import type { Approval } from '../../shared/entities/approval.ts'
import type { Organisation } from '../../shared/entities/organisation.ts'
import { expectedMsOn } from '../../shared/rules/terms.ts'
import { dayStatus } from '../../shared/rules/workDiary.ts'
import type { Data } from '../db/data.ts'
import { readDays } from '../derived/totals.ts'
import { absencesOf, absentIn } from '../facts/absences.ts'
import { approvalsOf } from '../facts/approvals.ts'
import { breakWarnings } from '../facts/breaks.ts'
import { employmentsOf, holidaysIn, termsOfUser } from '../facts/history.ts'
import { dayRule, organisationOf } from '../facts/reads.ts'
import type { QueryHandlers } from './query.ts'

/** Of an open period: what was closed is not decided any more. */
const SUBMITTED = "status = 'submitted' AND date > ?"

/** Monday, Sunday and Saturday: on one of these a week begins, wherever somebody is. */
const STARTS = [1, 7, 6]

/**
 * On which day the weeks of `dates` began for whoever submitted them. Where the firm has not said it, that may be another than here:
 * the one that makes the fewest weeks of them, else the one of here, so that what was submitted as a week is decided as one.
 */
function startOf(dates: readonly LocalDate[], here: number): number {
  const cuts = (start: number) => new Set(dates.map((date) => weekStartOf(date, start))).size
  return [here, ...STARTS].reduce((best, start) => (cuts(start) < cuts(best) ? start : best))
}

/** A user's submitted days of one week, in order. */
function weekOf(
  data: Data,
  organisation: Organisation,
  submitted: readonly Approval[],
  today: string,
): WaitingWeek | null {
  const [firstOf, lastOf] = [submitted[0], submitted.at(-1)]
  const user = firstOf === undefined ? null : data.find('user', firstOf.userId)
  if (firstOf === undefined || lastOf === undefined || user === null) return null
  const span = { first: firstOf.date, last: lastOf.date }
  const terms = termsOfUser(data, organisation, user, employmentsOf(data, user.id))
  const absent = absentIn(data, organisation, terms, absencesOf(data, user.id, span), span)
  const worked = new Map(readDays(data, user.id, span.first, span.last).map((day) => [day.date, day]))
  const days = submitted.map(({ date }) => {
    const creditedMs = absent.get(date)?.creditedMs ?? 0
    const holidays = holidaysIn(data, organisation, monthOf(date))
    const { totalMs = 0, bookedMs = 0, entryCount = 0 } = worked.get(date) ?? {}
    const expectedMs = expectedMsOn({ terms, holidays, absent }, date)
    const status = dayStatus({ date, expectedMs, creditedMs, entryCount }, today)
    return { date, totalMs: totalMs + creditedMs, expectedMs, status, overlaps: bookedMs > totalMs }
  })
  const lacking = breakWarnings(data, user.id, span)
  const rule = dayRule(data)
  const gaps = data.where(
    'gap',
    'user_id = ? AND from_at BETWEEN ? AND ?',
    user.id,
    dayStartAt(span.first, rule),
    dayEndAt(span.last, rule),
  )
  return {
    userId: user.id,
    name: user.name,
    ...span,
    days: days.length,
    totalMs: days.reduce((sum, { totalMs }) => sum + totalMs, 0),
    expectedMs: days.reduce((sum, { expectedMs }) => sum + expectedMs, 0),
    missing: days.filter(({ status }) => status === 'missing').map(({ date }) => date),
    overlaps: days.filter(({ overlaps }) => overlaps).map(({ date }) => date),
    breaks: days.filter(({ date }) => lacking.has(date)).map(({ date }) => date),
    gaps: gaps.length,
  }
}

export const approvalQueryHandlers: QueryHandlers<keyof typeof approvalQueries> = {
  'approval.waiting': (data, { weekStart }, { today }) => {
    const organisation = organisationOf(data)
    if (organisation === null) return fail(appError('setup.missing'))
    const begins = organisation.weekStart ?? weekStart ?? 1
    const submitted = data.where('approval', `${SUBMITTED} ORDER BY date`, organisation.closedThrough ?? '')
    const byWeek = [...Map.groupBy(submitted, ({ userId }) => userId).values()].flatMap((days) => {
      const start =
        organisation.weekStart ??
        startOf(
          days.map(({ date }) => date),
          begins,
        )
      return [...Map.groupBy(days, ({ date }) => weekStartOf(date, start)).values()]
    })
    const weeks = byWeek.flatMap((days) => weekOf(data, organisation, days, today) ?? [])
    return ok({
      weeks: weeks.toSorted(
        (a, b) =>
          compareNames(weekStartOf(a.first, begins), weekStartOf(b.first, begins)) ||
          compareNames(a.name, b.name),
      ),
    })
  },

  'approval.count': (data, _args, { actor, today }) => {
    if (actor === null) return fail(appError('setup.missing'))
    const closedThrough = organisationOf(data)?.closedThrough ?? ''
    const waiting =
      actor.role === 'employee'
        ? 0
        : (data.get<{ people: number }>(
            `SELECT count(DISTINCT user_id) AS people FROM approval WHERE ${SUBMITTED}`,
            closedThrough,
          )?.people ?? 0)
    const rejected = data.where(
      'approval',
      "user_id = +? AND date > ? AND status = 'rejected' ORDER BY date DESC",
      actor.userId,
      closedThrough === '' ? addDays(today, -366) : closedThrough,
    )
    return ok({ waiting, rejected: rejected.map(({ date, reason }) => ({ date, reason })) })
  },

  'approval.list': (data, { userId = null, from, to }, { actor }) => {
    const id = userId ?? actor?.userId
    return id === undefined ? fail(appError('setup.missing')) : ok([...approvalsOf(data, id, { from, to })])
  },
}
