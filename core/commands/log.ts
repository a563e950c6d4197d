// The client log's lines, written together: each is judged as the command that does it alone, and all are one commit or none.
import type { AppError } from '../../shared/contract/errors.ts'
import { appError } from '../../shared/contract/errors.ts'
import type { ParsedArgsOf } from '../../shared/contract/contract.ts'
import { entryCommands } from '../../shared/contract/entry.ts'
import type { logCommands } from '../../shared/contract/log.ts'
import type { Id } from '../../shared/entities/entity.ts'
import type { Change } from '../../shared/entities/registry.ts'
import { isPermitted } from '../../shared/rules/permission.ts'
import type { Decision, RuleContext } from '../../shared/rules/rule.ts'
import { decided, refused } from '../../shared/rules/rule.ts'
import type { Data } from '../db/data.ts'
import { nameOf, organisationOf } from '../facts/reads.ts'
import { amountAdded, edited } from './entry.ts'
import type { Handlers } from './handler.ts'

type Args = ParsedArgsOf<'log.write'>
type Line = Args['lines'][number]

export const logHandlers: Handlers<keyof typeof logCommands> = {
  'log.write': (data, { customerId, lines }, ctx) => {
    const changes: Change[] = []
    const entryIds: Id[] = []
    const refusals: { id: Id; at: number; name: string | null; error: AppError }[] = []
    for (const line of lines) {
      const decision = written(data, customerId, line, ctx)
      if (decision.ok) {
        changes.push(...decision.value.changes)
        entryIds.push(...decision.value.value.entryIds)
      } else
        refusals.push({
          id: line.key,
          at: ctx.now,
          name: nameOf(data, 'customer', customerId),
          error: decision.error,
        })
    }
    return refusals.length === 0
      ? decided(changes, { entryIds })
      : refused('entry.someRefused', {
          values: { count: refusals.length, all: lines.length },
          refusals,
          ids: refusals.map(({ id }) => id),
        })
  },
}

function written(
  data: Data,
  customerId: Id,
  { key: _key, entryId, userId, ...line }: Line,
  ctx: RuleContext,
): Decision<{ entryIds: Id[] }> {
  const setting = organisationOf(data)
  const may = (name: 'entry.edit' | 'entry.addAmount', owner: Id): boolean =>
    isPermitted(ctx.actor, entryCommands[name].access, owner, setting)
  if (entryId === undefined) {
    const { workDate = ctx.today, durationMs = 0 } = line
    const owner = userId ?? ctx.actor.userId
    if (!may('entry.addAmount', owner))
      return refused('request.notPermitted', { values: { name: 'entry.addAmount' } })
    return amountAdded(data, { ...line, customerId, workDate, durationMs, userId: owner }, ctx)
  }
  const entry = data.find('timeEntry', entryId)
  if (entry === null || entry.customerId !== customerId) return refused('notFound.timeEntry')
  if (!may('entry.edit', entry.userId))
    return refused('request.notPermitted', { values: { name: 'entry.edit' } })
  const { closedThrough = null } = setting ?? {}
  // The guard of a closed period names one day; of many lines each is told.
  if (closedThrough !== null && entry.workDate <= closedThrough)
    return {
      ok: false,
      error: appError('record.priorPeriod', { values: { date: entry.workDate, through: closedThrough } }),
    }
  return edited(data, entry, line, ctx)
}
