// Commands on saved reports (I10).
import type { reportCommands } from '../../shared/contract/report.ts'
import { put, remove } from '../../shared/entities/registry.ts'
import { edited } from '../../shared/rules/directory.ts'
import type { RuleContext } from '../../shared/rules/rule.ts'
import { decided, refused } from '../../shared/rules/rule.ts'
import type { Handlers } from './handler.ts'

/** Whose it is then; only those who lead put one before everybody. */
const mayShare = ({ actor }: Pick<RuleContext, 'actor'>): boolean => actor.role !== 'employee'

export const reportHandlers: Handlers<keyof typeof reportCommands> = {
  'report.save': (_, { name, definition, forAll = false }, ctx) => {
    if (forAll && !mayShare(ctx)) return refused('request.notPermitted')
    const saved = { id: ctx.newId(), name, userId: forAll ? null : ctx.actor.userId, definition }
    return decided([put('savedReport', saved)], { reportId: saved.id })
  },
  'report.edit': (data, { reportId, forAll, ...edit }, ctx) => {
    const saved = data.find('savedReport', reportId)
    if (saved === null) return refused('notFound.savedReport')
    if (forAll === true && !mayShare(ctx)) return refused('request.notPermitted')
    const userId = forAll === undefined ? saved.userId : forAll ? null : ctx.actor.userId
    return decided([put('savedReport', { ...edited(saved, edit), userId })], null)
  },
  'report.remove': (data, { reportId }) =>
    data.find('savedReport', reportId) === null
      ? refused('notFound.savedReport')
      : decided([remove('savedReport', reportId)], null),
}
