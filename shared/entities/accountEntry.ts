// A line of a user's account that nobody worked or took: a correction of the time account or of the vacation, or a payout, on a day,
// with its reason (I6).
import { z } from 'zod'
import { once } from '../base/once.ts'
import { defineEntity, Id, LocalDateSchema, Note } from './entity.ts'

export const AccountName = z.enum(['time', 'vacation'])
export type AccountName = z.infer<typeof AccountName>

export const AccountEntry = once(() =>
  z.object({
    id: Id,
    userId: Id,
    account: AccountName,
    kind: z.enum(['correction', 'payout']),
    date: LocalDateSchema,
    /** What the account gains: minutes, or of vacation hundredths of a day. A payout takes away. */
    amount: z.int().min(-6_000_000).max(6_000_000),
    reason: Note,
  }),
)
export type AccountEntry = z.infer<ReturnType<typeof AccountEntry>>
export const accountEntry = defineEntity('accountEntry', AccountEntry, {
  refs: [{ field: 'userId', to: 'user', as: 'followed' }],
  label: ['userId'],
  owner: 'userId',
  seenBy: 'owner',
  dated: { from: 'date', closed: 'account.closed' },
})
