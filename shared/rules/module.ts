// Which modules are on, for the organisation and for each user, and the switching of them (F12). Windows, command line and
// application ask here.
import type { Id } from '../entities/entity.ts'
import type { ModuleName } from '../entities/module.ts'
import { MODULE_NAMES, moduleFacts } from '../entities/module.ts'
import type { Organisation } from '../entities/organisation.ts'
import { put } from '../entities/registry.ts'
import type { User } from '../entities/user.ts'
import type { Decision } from './rule.ts'
import { decided, refused } from './rule.ts'

type Firm = Pick<Organisation, 'modules'> | null
type Person = Pick<User, 'modules' | 'clientTimer'> | null

/** The timer has its switch on the profile since before there were modules. */
const isOffFor = (user: Person, module: ModuleName): boolean =>
  user !== null && (module === 'clientTimer' ? !user.clientTimer : user.modules[module] === false)

/** Is it on for this user; without one: for the organisation? Before the set-up nothing is. */
export const isModuleOn = (organisation: Firm, user: Person, module: ModuleName): boolean =>
  organisation !== null &&
  (organisation.modules[module] ?? unswitched('organisation', module)) &&
  !isOffFor(user, module)

export const modulesOn = (organisation: Firm, user: Person): ModuleName[] =>
  MODULE_NAMES.filter((module) => isModuleOn(organisation, user, module))

/** What held before anybody switched it there: for a user it is on, as far as the organisation has it. */
export const unswitched = (of: 'organisation' | 'user', module: ModuleName): boolean =>
  of === 'user' || moduleFacts(module).preset

export type SwitchArgs = { module: ModuleName; on: boolean; userId?: Id | undefined }

/** Switched for one user where one is named, else for the organisation. What is off keeps its data. */
export function switchModule(
  { organisation, user }: { organisation: Organisation; user: User | null },
  { module, on, userId }: SwitchArgs,
): Decision<null> {
  if (userId === undefined)
    return decided(
      [put('organisation', { ...organisation, modules: { ...organisation.modules, [module]: on } })],
      null,
    )
  if (user === null) return refused('notFound.user')
  if (!moduleFacts(module).perUser) return refused('module.notPerUser', { values: { module } })
  return decided(
    [
      put(
        'user',
        module === 'clientTimer'
          ? { ...user, clientTimer: on }
          : { ...user, modules: { ...user.modules, [module]: on } },
      ),
    ],
    null,
  )
}
