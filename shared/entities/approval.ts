// What became of a user's day where weeks are approved before they count: submitted, approved, rejected, or taken back (B49, I7).
// A day without one is pending.
import { z } from 'zod'
import { once } from '../base/once.ts'
import { defineEntity, Id, LocalDateSchema, Note } from './entity.ts'

/**
 * - submitted: waits for a decision;
 * - approved: its time is locked, and counts for pay;
 * - rejected: with the reason, until it is submitted anew;
 * - returned: was approved until somebody took it back, and its time is as it was then.
 */
export const ApprovalStatus = z.enum(['submitted', 'approved', 'rejected', 'returned'])
export type ApprovalStatus = z.infer<typeof ApprovalStatus>

export const Approval = once(() =>
  z.object({
    id: Id,
    userId: Id,
    date: LocalDateSchema,
    status: ApprovalStatus,
    /** Why it was approved, rejected or taken back. */
    reason: Note,
  }),
)
export type Approval = z.infer<ReturnType<typeof Approval>>
export const approval = defineEntity('approval', Approval, {
  refs: [{ field: 'userId', to: 'user', as: 'recalled' }],
  label: ['userId'],
  owner: 'userId',
  seenBy: 'owner',
  dated: { from: 'date', closed: 'approval.closed', versionOf: ['userId'] },
  module: 'approvals',
})
