// `daybook module`: which modules are on, and the switching of them, for the organisation or one user (F12).
import type { ModuleName } from '../../shared/entities/module.ts'
import { MODULE_NAMES, moduleFacts } from '../../shared/entities/module.ts'
import { isModuleOn } from '../../shared/rules/module.ts'
import { modulesEn } from '../../shared/text/modules.en.ts'
import { idOfName, nearestNames } from '../names.ts'
import type { Outcome } from '../output.ts'
import { Refusal } from '../refusal.ts'
import type { Session } from '../session.ts'
import { table } from '../table.ts'

const PRESENT = MODULE_NAMES.filter((module) => moduleFacts(module).present)

export async function modules(session: Session, options: { user?: string }): Promise<Outcome> {
  await session.setUp()
  const { organisation } = await session.ask('app.state', {})
  const user =
    options.user === undefined
      ? null
      : await session.ask('user.get', { userId: await idOfName(session, 'user', options.user, null) })
  const rows = PRESENT.map((module) => ({
    module,
    name: modulesEn[module],
    on: isModuleOn(organisation, user, module),
    perUser: moduleFacts(module).perUser,
  }))
  const lines = rows.map(({ module, name, on, perUser }) => [
    module,
    name,
    on ? 'on' : 'off',
    perUser ? 'yes' : 'no',
  ])
  const columns = [{ title: 'Module' }, { title: 'Name' }, { title: 'State' }, { title: 'Per user' }]
  return { value: { modules: rows }, text: table(columns, lines) }
}

export async function switchModule(
  session: Session,
  name: string,
  on: boolean,
  options: { user?: string },
): Promise<Outcome> {
  await session.setUp()
  const module = moduleCalled(name)
  const userId = options.user === undefined ? undefined : await idOfName(session, 'user', options.user, null)
  await session.ask('module.switch', { module, on, ...(userId === undefined ? {} : { userId }) })
  const whom = options.user === undefined ? '' : ` for ${options.user.trim()}`
  return {
    value: { module, on },
    text: `${modulesEn[module]} is ${on ? 'on' : 'off; its data stay'}${whom}.`,
  }
}

function moduleCalled(name: string): ModuleName {
  const typed = name.trim().toLowerCase()
  const found = PRESENT.find(
    (module) => module.toLowerCase() === typed || modulesEn[module].toLowerCase() === typed,
  )
  if (found !== undefined) return found
  throw new Refusal(
    { code: 'name.unknown', details: { values: { name }, nearest: nearestNames(name, PRESENT) } },
    'Modules are listed by “daybook module list”.',
  )
}
