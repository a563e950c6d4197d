// Corrections and payouts of a user's account: dated, and with a reason (I6).
import type { AccountEntry } from '../entities/accountEntry.ts'
import type { Id } from '../entities/entity.ts'
import { put } from '../entities/registry.ts'
import type { Decision, RuleContext } from './rule.ts'
import { decided, refused } from './rule.ts'

/** A payout is said as what is paid out, and takes it away; a correction adds or takes. */
export function addAccountEntry(
  entry: Omit<AccountEntry, 'id'>,
  ctx: Pick<RuleContext, 'newId'>,
): Decision<{ accountEntryId: Id }> {
  if (entry.reason.trim() === '') return refused('account.reasonMissing')
  if (entry.kind === 'payout' ? entry.amount <= 0 : entry.amount === 0) return refused('account.noAmount')
  const amount = entry.kind === 'payout' ? -entry.amount : entry.amount
  const id = ctx.newId()
  return decided([put('accountEntry', { ...entry, amount, id })], { accountEntryId: id })
}
