// The weeks of a user's month as they are submitted and decided: which days wait, which are approved, and what can be done with each.
import type { LocalDate } from '../../../shared/base/localDate.ts'
import { weekStartOf } from '../../../shared/base/localDate.ts'
import type { DiaryDay, DiaryUserMonth } from '../../../shared/contract/diary.ts'
import type { ApprovalStatus } from '../../../shared/entities/approval.ts'

export type ApprovalWeek = {
  first: LocalDate
  last: LocalDate
  totalMs: number
  /** Days up to today of an open period, by what became of them; null: pending. */
  counts: Readonly<Record<ApprovalStatus | 'pending', number>>
  /** The reasons that were given, each once. */
  reasons: readonly string[]
}

export function approvalWeeks(
  { days, today }: DiaryUserMonth,
  weekStart: number,
  closedThrough: LocalDate | null,
): ApprovalWeek[] {
  const weeks = Map.groupBy(days, ({ date }) => weekStartOf(date, weekStart))
  return [...weeks.values()].map((of) => weekOf(of, today, closedThrough))
}

/** All of the month as one. */
export const approvalMonth = (
  { days, today }: DiaryUserMonth,
  closedThrough: LocalDate | null,
): ApprovalWeek => weekOf(days, today, closedThrough)

function weekOf(days: readonly DiaryDay[], today: LocalDate, closedThrough: LocalDate | null): ApprovalWeek {
  const counts = { pending: 0, submitted: 0, approved: 0, rejected: 0, returned: 0 }
  const open = days.filter(({ date }) => date <= today && date > (closedThrough ?? ''))
  for (const { approval, workingDay, totalMs } of open)
    // A day off without time is submitted with its week, and by itself asks for nothing.
    if (approval !== null || workingDay || totalMs > 0) counts[approval?.status ?? 'pending'] += 1
  return {
    first: days[0]?.date ?? '',
    last: days.at(-1)?.date ?? '',
    totalMs: days.reduce((sum, { totalMs }) => sum + totalMs, 0),
    counts,
    reasons: [...new Set(open.flatMap(({ approval }) => (approval?.reason ? [approval.reason] : [])))],
  }
}

/** Days that can be submitted. */
export const submittable = ({ counts }: ApprovalWeek): number =>
  counts.pending + counts.rejected + counts.returned
