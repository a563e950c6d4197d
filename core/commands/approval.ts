// Commands on approvals: a user's days are submitted, and what was submitted is decided, of one or of many at once (I7).
import type { approvalCommands } from '../../shared/contract/approval.ts'
import type { Change } from '../../shared/entities/registry.ts'
import type { Act, ApprovalFacts, Days } from '../../shared/rules/approval.ts'
import { decideDays, submitDays, withdrawDays } from '../../shared/rules/approval.ts'
import type { Decision, RuleContext } from '../../shared/rules/rule.ts'
import { decided, refused } from '../../shared/rules/rule.ts'
import type { Data } from '../db/data.ts'
import { approvalsOf, timersOn } from '../facts/approvals.ts'
import { organisationOf } from '../facts/reads.ts'
import type { Handlers } from './handler.ts'

const factsOf = (data: Data, of: Days, { today }: RuleContext): ApprovalFacts => ({
  closedThrough: organisationOf(data)?.closedThrough ?? null,
  approvals: approvalsOf(data, of.userId, of),
  timers: timersOn(data, of.userId, of, today),
})

/** Those of whom nothing is to be decided any more are left out, as somebody else may have been quicker; of nobody at all is refused. */
function decideAll(
  data: Data,
  of: readonly Days[],
  decision: { act: Act; reason: string },
  ctx: RuleContext,
): Decision<{ days: number }> {
  const changes = new Map<string, Change>()
  let nothing: Decision<{ days: number }> | null = null
  for (const days of of) {
    const user = data.find('user', days.userId)
    if (user === null) return refused('notFound.user')
    const made = decideDays({ ...days, name: user.name }, decision, factsOf(data, days, ctx))
    if (made.ok)
      for (const change of made.value.changes) changes.set(change.op === 'put' ? change.value.id : '', change)
    else if (made.error.code === 'approval.notSubmitted' || made.error.code === 'approval.notApproved')
      nothing ??= made
    else return made
  }
  return changes.size === 0 && nothing !== null
    ? nothing
    : decided([...changes.values()], { days: changes.size })
}

export const approvalHandlers: Handlers<keyof typeof approvalCommands> = {
  'approval.submit': (data, { userId = null, from, to }, ctx) => {
    const of = { userId: userId ?? ctx.actor.userId, from, to }
    return data.find('user', of.userId) === null
      ? refused('notFound.user')
      : submitDays(of, factsOf(data, of, ctx), ctx)
  },
  'approval.withdraw': (data, { userId = null, from, to }, ctx) => {
    const of = { userId: userId ?? ctx.actor.userId, from, to }
    const user = data.find('user', of.userId)
    return user === null
      ? refused('notFound.user')
      : withdrawDays({ ...of, name: user.name }, factsOf(data, of, ctx))
  },
  'approval.approve': (data, { of, reason = '' }, ctx) =>
    decideAll(data, of, { act: 'approve', reason }, ctx),
  'approval.reject': (data, { of, reason }, ctx) => decideAll(data, of, { act: 'reject', reason }, ctx),
  'approval.takeBack': (data, { of, reason = '' }, ctx) =>
    decideAll(data, of, { act: 'takeBack', reason }, ctx),
}
