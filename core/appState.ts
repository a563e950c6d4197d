// What a screen needs before it can draw itself: the firm, who asks, what they may do, and what the program can.
import type { RequestName } from '../shared/contract/contract.ts'
import { requests } from '../shared/contract/contract.ts'
import { moduleOf } from '../shared/contract/moduleOf.ts'
import type { AppState } from '../shared/contract/organisation.ts'
import { modulesOn } from '../shared/rules/module.ts'
import type { Data } from './db/data.ts'
import { organisationOf, rulesOf } from './facts/reads.ts'
import type { QueryContext } from './queries/query.ts'

/** What the program says of itself. */
type OfProgram = Pick<AppState, 'version' | 'abilities' | 'preferences' | 'pins' | 'storage'>

/** `offers`: what this program does at all; what it does not is permitted to nobody, and no screen offers it. */
export function stateOf(
  data: Data,
  ctx: QueryContext,
  program: OfProgram,
  offers: (name: RequestName) => boolean = () => true,
): AppState {
  const { actor } = ctx
  const user = actor === null ? null : data.find('user', actor.userId)
  const organisation = organisationOf(data)
  const modules = modulesOn(organisation, user)
  const isThere = (name: RequestName): boolean => {
    const module = moduleOf(name)
    return module === null || modules.includes(module)
  }
  return {
    now: ctx.now,
    organisation,
    currentUser: user,
    team: (data.get<{ n: number }>('SELECT count(*) AS n FROM user')?.n ?? 0) > 1,
    rules: rulesOf(data, user),
    permitted: (Object.keys(requests) as RequestName[])
      .filter((name) => actor !== null && requests[name].access[actor.role] !== 'none')
      .filter((name) => isThere(name) && offers(name)),
    modules,
    today: ctx.today,
    zone: organisation?.zone ?? ctx.zone,
    ...program,
  }
}
