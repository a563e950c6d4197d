// Approvals of the sample firm: all weeks up to the one before last are approved, of last week some wait, and one was rejected (B49, I7).
import { addDays, weekdayOf } from '../../shared/base/localDate.ts'
import type { LocalDate } from '../../shared/base/localDate.ts'
import type { Approval } from '../../shared/entities/approval.ts'
import type { User } from '../../shared/entities/user.ts'
import { sampleId } from './sampleId.ts'

/** What became of last week, by staff number: those beyond have not submitted it yet. */
const LAST_WEEK: readonly (Pick<Approval, 'status' | 'reason'> | null)[] = [
  { status: 'approved', reason: '' },
  { status: 'submitted', reason: '' },
  { status: 'submitted', reason: '' },
  { status: 'rejected', reason: 'Please add a note to the calls on Thursday.' },
  { status: 'submitted', reason: '' },
]

export function sampleApprovals(
  users: readonly User[],
  { prefix, begin, today }: { prefix: string; begin: LocalDate; today: LocalDate },
): Approval[] {
  const thisMonday = addDays(today, 1 - weekdayOf(today))
  const lastMonday = addDays(thisMonday, -7)
  const approvals: Approval[] = []
  for (const [index, user] of users.entries())
    for (let date = begin; date < thisMonday; date = addDays(date, 1)) {
      const of = date < lastMonday ? { status: 'approved' as const, reason: '' } : LAST_WEEK[index]
      if (of != null)
        approvals.push({ id: sampleId(prefix, 'Z', approvals.length), userId: user.id, date, ...of })
    }
  return approvals
}
