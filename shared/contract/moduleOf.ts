// To which module a request belongs (F12): the one that it names, or that of the noun that it is called after.
import type { ModuleName } from '../entities/module.ts'
import { ENTITY_NAMES } from '../entities/registry.ts'
import { factsOf } from '../entities/relations.ts'
import type { RequestName } from './contract.ts'
import { requests } from './contract.ts'

const nounOf = (name: RequestName) => ENTITY_NAMES.find((noun) => name.startsWith(`${noun}.`))

const MODULE_OF = new Map(
  (Object.keys(requests) as RequestName[]).map((name): [RequestName, ModuleName | null] => {
    const noun = nounOf(name)
    return [name, requests[name].module ?? (noun === undefined ? null : (factsOf(noun).module ?? null))]
  }),
)

/** null: it is of no module, and always there. */
export const moduleOf = (name: RequestName): ModuleName | null => MODULE_OF.get(name) ?? null
