// The switching of modules (F12).
import type { moduleCommands } from '../../shared/contract/module.ts'
import { refused } from '../../shared/rules/rule.ts'
import { switchModule } from '../../shared/rules/module.ts'
import { organisationOf } from '../facts/reads.ts'
import { present } from '../facts/relations.ts'
import type { Handlers } from './handler.ts'

export const moduleHandlers: Handlers<keyof typeof moduleCommands> = {
  'module.switch': (data, args) => {
    const organisation = organisationOf(data)
    if (organisation === null) return refused('setup.missing')
    const user = args.userId === undefined ? null : present(data, 'user', args.userId)
    return switchModule({ organisation, user }, args)
  },
}
