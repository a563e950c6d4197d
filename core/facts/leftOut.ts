// What pay leaves out of a month where only approved time counts: the time of days that are not approved (B49).
import type { LocalDate } from '../../shared/base/localDate.ts'
import type { LeftOut } from '../../shared/contract/diary.ts'
import type { ApprovalStatus } from '../../shared/entities/approval.ts'
import type { Id } from '../../shared/entities/entity.ts'
import { NOTHING_LEFT_OUT } from '../../shared/rules/payroll.ts'
import type { Data } from '../db/data.ts'
import type { DatedDay } from '../derived/totals.ts'
import { approvalsOf } from './approvals.ts'

const ON_DAYS = '(SELECT value FROM json_each(?))'

/** Of everybody; `dates`: on which only approved time counts. */
export function leftOutByUser(data: Data, dates: readonly LocalDate[]): ReadonlyMap<Id, LeftOut> {
  if (dates.length === 0) return new Map()
  const rows = data.all<LeftOut & { userId: Id }>(
    `SELECT user_id AS userId, count(*) AS days, sum(entry_count) AS entries, sum(total_ms) AS totalMs,
     sum(booked_ms) AS bookedMs FROM day_total d WHERE work_date IN ${ON_DAYS} AND NOT EXISTS
     (SELECT 1 FROM approval a WHERE a.user_id = d.user_id AND a.date = d.work_date AND a.status = 'approved')
     GROUP BY user_id`,
    JSON.stringify(dates),
  )
  return new Map(rows.map(({ userId, ...of }) => [userId, of]))
}

type Counts = Record<ApprovalStatus, number>
export const noApprovals = (): Counts => ({ submitted: 0, approved: 0, rejected: 0, returned: 0 })

/** How many days of everybody are submitted, approved and so on. */
export function approvalCounts(data: Data, dates: readonly LocalDate[]): ReadonlyMap<Id, Counts> {
  const counts = new Map<Id, Counts>()
  if (dates.length === 0) return counts
  const rows = data.all<{ userId: Id; status: ApprovalStatus; days: number }>(
    `SELECT user_id AS userId, status, count(*) AS days FROM approval WHERE date IN ${ON_DAYS} GROUP BY user_id, status`,
    JSON.stringify(dates),
  )
  for (const { userId, status, days } of rows) {
    const of = counts.get(userId) ?? noApprovals()
    counts.set(userId, { ...of, [status]: days })
  }
  return counts
}

export function leftOutOf(days: readonly DatedDay[]): LeftOut {
  const sum = { ...NOTHING_LEFT_OUT }
  for (const { entryCount, totalMs, bookedMs } of days) {
    sum.days += 1
    sum.entries += entryCount
    sum.totalMs += totalMs
    sum.bookedMs += bookedMs
  }
  return sum
}

const ALL_COUNT = (): boolean => false

/** Is a day's time left out, of one user? `onlyApproved`: the days on which only approved time counts. */
export function leftOutDays(
  data: Data,
  userId: Id,
  onlyApproved: readonly LocalDate[],
): (date: LocalDate) => boolean {
  const [from, to] = [onlyApproved[0], onlyApproved.at(-1)]
  if (from === undefined || to === undefined) return ALL_COUNT
  const needs = new Set(onlyApproved)
  const approved = new Set(
    approvalsOf(data, userId, { from, to }).flatMap(({ date, status }) =>
      status === 'approved' ? [date] : [],
    ),
  )
  return (date) => needs.has(date) && !approved.has(date)
}

export const without = (whole: LeftOut, of: LeftOut): LeftOut => ({
  totalMs: whole.totalMs - of.totalMs,
  bookedMs: whole.bookedMs - of.bookedMs,
  entries: whole.entries - of.entries,
  days: whole.days - of.days,
})
