// Commands on cases.
import type { caseCommands } from '../../shared/contract/case.ts'
import { put } from '../../shared/entities/registry.ts'
import { editedCase, newCase } from '../../shared/rules/case.ts'
import { edited } from '../../shared/rules/directory.ts'
import { decided, refused } from '../../shared/rules/rule.ts'
import { codeAfter } from '../derived/counters.ts'
import { offerRefusal } from '../facts/offered.ts'
import { present } from '../facts/relations.ts'
import type { Handlers } from './handler.ts'
import { removeNamed } from './named.ts'

export const caseHandlers: Handlers<keyof typeof caseCommands> = {
  'case.add': (data, args, ctx) => {
    const refusal = offerRefusal(data, ctx.actor, args.assigneeId == null ? [] : [args.assigneeId])
    if (refusal !== null) return refusal
    const code = codeAfter(data, 'case')
    const made = edited(newCase(ctx.newId(), args.customerId, code, ctx.now), args)
    return decided([put('case', made)], { caseId: made.id, code })
  },
  'case.edit': (data, { caseId, ...edit }, ctx) => {
    const was = present(data, 'case', caseId)
    if (was === null) return refused('notFound.case')
    const { assigneeId = null } = edit
    const newly = assigneeId === null || assigneeId === was.assigneeId ? [] : [assigneeId]
    return offerRefusal(data, ctx.actor, newly) ?? decided([put('case', editedCase(was, edit))], null)
  },
  'case.remove': (data, { caseId }) => removeNamed(data, 'case', caseId),
}
