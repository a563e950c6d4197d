// Modules are switched for the organisation and for users; what is off is refused whoever asks, and its data stay (F12, B17).
import { expect, test } from 'vitest'
import { moduleOf } from '../shared/contract/moduleOf.ts'
import type { RequestName } from '../shared/contract/contract.ts'
import { requests } from '../shared/contract/contract.ts'
import { MODULE_NAMES, moduleFacts } from '../shared/entities/module.ts'
import { ENTITY_NAMES } from '../shared/entities/registry.ts'
import { factsOf } from '../shared/entities/relations.ts'
import { isModuleOn, modulesOn } from '../shared/rules/module.ts'
import { openFirm } from './testing/testApp.ts'

test('F12 a new firm begins with what asks for no procedure of its own, and before the set-up nothing is on', async () => {
  const f = await openFirm()
  const { modules } = await f.ok('app.state', {})
  expect(modules).toEqual(['clientTimer', 'calendar', 'opportunities', 'cases', 'packages', 'invoicing'])
  expect(modulesOn(null, null)).toEqual([])
})

test.each(MODULE_NAMES)(
  'F12 %s is switched for the organisation, undone, and for a user where that makes sense',
  async (module) => {
    const f = await openFirm()
    const isOn = async () => (await f.ok('app.state', {})).modules.includes(module)
    await f.ok('module.switch', { module, on: true })
    expect(await isOn()).toBe(true)
    const reply = await f.reply('module.switch', { module, on: false })
    expect(await isOn()).toBe(false)
    await f.ok('change.undo', { commitId: (reply.ok && reply.commitId) || '' })
    expect(await isOn()).toBe(true)
    if (!moduleFacts(module).perUser) {
      expect(await f.refused('module.switch', { module, on: false, userId: f.ana })).toMatchObject({
        code: 'module.notPerUser',
        details: { values: { module } },
      })
      return
    }
    await f.ok('module.switch', { module, on: false, userId: f.ana })
    expect(await isOn()).toBe(false)
    await f.ok('module.switch', { module, on: true, userId: f.ana })
    expect(await isOn()).toBe(true)
    // What the organisation has off, no profile brings back.
    await f.ok('module.switch', { module, on: false })
    expect(await isOn()).toBe(false)
  },
)

test.each([
  ['cases', true],
  ['absence', false],
] as const)('F12 B50 the history says how %s was before its first switch', async (module, preset) => {
  const f = await openFirm()
  const last = async () => (await f.ok('change.list', { limit: 1 })).changes[0]?.subjects[0]?.fields
  const field = { field: `modules.${module}`, kind: 'flag' }
  const reply = await f.reply('module.switch', { module, on: !preset })
  expect(await last()).toEqual([{ ...field, before: preset, after: !preset }])
  await f.ok('change.undo', { commitId: (reply.ok && reply.commitId) || '' })
  expect(await last()).toEqual([{ ...field, before: !preset, after: preset }])
})

test('F12 B50 the history says that a module was on for a user before its first switch', async () => {
  const f = await openFirm()
  await f.ok('module.switch', { module: 'cases', on: false, userId: f.ana })
  const { changes } = await f.ok('change.list', { limit: 1 })
  const fields = [{ field: 'modules.cases', kind: 'flag', before: true, after: false }]
  expect(changes[0]?.subjects[0]?.fields).toEqual(fields)
})

test('F12 only administrators switch; a user whom nobody knows has none', async () => {
  const f = await openFirm()
  const { userId } = await f.ok('user.add', { name: 'Bo', role: 'manager' })
  expect((await f.refused('module.switch', { module: 'cases', on: false, userId: 'nobody' })).code).toBe(
    'notFound.user',
  )
  await f.ok('session.switchUser', { userId })
  expect((await f.refused('module.switch', { module: 'cases', on: false })).code).toBe('request.notPermitted')
})

test('F12 B17 without the module nobody starts a timer; what runs is stopped and recorded', async () => {
  const f = await openFirm()
  const subject = { customerId: f.acme, categoryId: f.support }
  const { timerId } = await f.ok('timer.start', subject)
  f.clock.advance(600_000)
  await f.ok('module.switch', { module: 'clientTimer', on: false })
  expect((await f.refused('timer.start', { ...subject, switch: true })).code).toBe('clientTimer.off')
  expect((await f.ok('timer.stop', { timerId })).entryIds).toHaveLength(1)
})

/** Of each module the requests that it refuses; whoever adds one sees it here. */
const OF_MODULE = (Object.keys(requests) as RequestName[]).flatMap((name) => {
  const module = moduleOf(name)
  return module === null ? [] : [[name, module] as const]
})

test('F12 every request that is called after a noun of a module belongs to that module', () => {
  for (const noun of ENTITY_NAMES)
    for (const name of Object.keys(requests) as RequestName[])
      if (name.startsWith(`${noun}.`)) expect(moduleOf(name), name).toBe(factsOf(noun).module ?? null)
})

test('F12 what is off is refused by its module’s name, for the organisation and for one user, and is not offered', async () => {
  const f = await openFirm()
  for (const [name, module] of OF_MODULE) {
    const asked = { code: 'module.off', details: { values: { module } } }
    for (const userId of moduleFacts(module).perUser ? [undefined, f.ana] : [undefined]) {
      await f.ok('module.switch', { module, on: false, ...(userId === undefined ? {} : { userId }) })
      // Only what can be understood is judged.
      const args = requests[name].args.safeParse({}).success ? {} : null
      if (args !== null) expect(await f.refused(name, args as never)).toEqual(asked)
      expect((await f.ok('app.state', {})).permitted).not.toContain(name)
      await f.ok('module.switch', { module, on: true, ...(userId === undefined ? {} : { userId }) })
    }
  }
})

test('F12 a firm from before there were modules has them as they are preset', () => {
  const user = { modules: {}, clientTimer: true }
  for (const module of MODULE_NAMES)
    expect(isModuleOn({ modules: {} }, user, module)).toBe(moduleFacts(module).preset)
})
