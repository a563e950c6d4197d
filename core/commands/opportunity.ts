// Commands on the opportunities of customers.
import type { opportunityCommands } from '../../shared/contract/opportunity.ts'
import { put } from '../../shared/entities/registry.ts'
import { edited, newOpportunity } from '../../shared/rules/directory.ts'
import { decided, refused } from '../../shared/rules/rule.ts'
import { present } from '../facts/relations.ts'
import type { Handlers } from './handler.ts'
import { editNamed, removeNamed } from './named.ts'

export const opportunityHandlers: Handlers<keyof typeof opportunityCommands> = {
  'opportunity.add': (data, { customerId, ...args }, ctx) => {
    if (present(data, 'customer', customerId) === null) return refused('notFound.customer')
    const opportunity = edited(newOpportunity(ctx.newId(), customerId), args)
    return decided([put('opportunity', opportunity)], { opportunityId: opportunity.id })
  },
  'opportunity.edit': (data, { opportunityId, ...edit }) =>
    editNamed(data, 'opportunity', opportunityId, edit),
  'opportunity.close': (data, { opportunityId, status }) =>
    editNamed(data, 'opportunity', opportunityId, { status }),
  'opportunity.remove': (data, { opportunityId }) => removeNamed(data, 'opportunity', opportunityId),
}
