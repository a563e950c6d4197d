// An employee of a firm that shows nobody’s time to colleagues asks for everything there is, with every id that there is (F10).
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { at } from '../core/testing/testApp.ts'
import type { QueryName } from '../shared/contract/contract.ts'
import { queries, requests } from '../shared/contract/contract.ts'
import { figure } from './figures.ts'
import { resolveIds, valid } from './fromSchema.ts'
import { LIMIT_MS, runs } from './size.ts'
import { CLI, openWorld } from './world.ts'

const START = '2026-03-27 09:00'
/** Stands in the notes of everybody else. */
const SECRET = 'zqxsecret'

test(
  'F10 no query shows an employee what a colleague wrote, whichever arguments and ids they ask with',
  async () => {
    const world = await openWorld(START, { abilities: CLI })
    const { app, ok, ana, acme, meeting, observer, clock } = world
    const { userId: dora } = await ok('user.add', { name: 'Dora Eden', role: 'employee' })
    const startAt = at('2026-03-26 09:00')
    await ok('entry.add', {
      customerId: acme,
      categoryId: meeting,
      startAt,
      endAt: startAt + 3_600_000,
      note: SECRET,
    })
    const { timerId } = await ok('timer.start', { customerId: acme, categoryId: meeting })
    await ok('timer.note', { timerId, note: `${SECRET} of ${ana}` })
    await ok('session.switchUser', { userId: dora })
    let tried = 0
    const names = Object.keys(queries) as QueryName[]
    const asked = fc
      .constantFrom(...names)
      .chain((name) => valid(requests[name].args, { now: clock.now() }).map((args) => ({ name, args })))
    const ask = async ({ name, args }: { name: QueryName; args: unknown }) => {
      tried += 1
      const reply = await app.invoke(name, resolveIds(args, observer.ids) as never)
      expect(JSON.stringify(reply), name).not.toContain(SECRET)
    }
    await fc.assert(fc.asyncProperty(asked, ask), runs(1_500, 40_000))
    for (const customerId of observer.ids('customer'))
      for (const name of ['customer.entries', 'customer.journal', 'customer.get'] as const)
        await ask({ name, args: { customerId } })
    await ask({ name: 'entry.search', args: { text: SECRET } })
    // What is hidden is there: those who lead see it.
    await ok('session.switchUser', { userId: ana })
    expect(JSON.stringify(await app.invoke('entry.search', { text: SECRET }))).toContain(SECRET)
    await world.end()
    figure({
      fault: 'queries of an employee for what colleagues wrote, with every id there is',
      ids: 'F10',
      tried,
      unit: 'queries',
      lost: 0,
      file: 'colleague',
    })
  },
  LIMIT_MS,
)
