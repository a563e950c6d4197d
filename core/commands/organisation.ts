// Commands on the organisation and its periods.
import type { organisationCommands } from '../../shared/contract/organisation.ts'
import { closePeriod, editOrganisation, setUp } from '../../shared/rules/organisation.ts'
import { refused } from '../../shared/rules/rule.ts'
import { organisationOf } from '../facts/reads.ts'
import type { Handlers } from './handler.ts'

export const organisationHandlers: Handlers<keyof typeof organisationCommands> = {
  'organisation.setUp': (data, args, ctx) => setUp(organisationOf(data), args, ctx),
  'organisation.edit': (data, args) => {
    const organisation = organisationOf(data)
    return organisation === null ? refused('setup.missing') : editOrganisation(organisation, args)
  },
  'period.close': (data, args, ctx) => {
    const organisation = organisationOf(data)
    if (organisation === null) return refused('setup.missing')
    return closePeriod(organisation, args, ctx)
  },
}
