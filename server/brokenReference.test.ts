// An act that comes to refer to what is not there, by a fault that no rule knows of: it is never in the truth, and those beside it are done.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { ulid } from 'ulid'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createTeamClient } from '../core/team/client.ts'
import { openDatabase } from '../core/db/open.ts'
import type { Outcome, SentAct } from '../shared/team/protocol.ts'
import { PROTOCOL } from '../shared/team/protocol.ts'
import { firmOf } from './testing/firm.ts'
import type { World } from './testing/teamServer.ts'
import { NO_POSTGRES, openWorld } from './testing/teamServer.ts'

let world: World
beforeAll(async () => {
  if (NO_POSTGRES === null) world = await openWorld()
})
afterAll(async () => {
  if (NO_POSTGRES === null) await world.close()
})

test.skipIf(NO_POSTGRES !== null)(
  'H7 H8 what refers to nothing is put aside before it counts, and the rest is done',
  async () => {
    const { ana, server } = await firmOf(world)
    const customers: string[] = []
    for (const name of ['Gone', 'Broken', 'There']) {
      const { customerId } = await ana.ok('customer.add', { name })
      customers.push(customerId)
      await ana.ok('project.add', { customerId, name: `of ${name}` })
    }
    await ana.ok('team.sync', {})
    const client = createTeamClient(
      server.url,
      readFileSync(join(ana.dir, 'daybook-team.token'), 'utf8').trim(),
    )
    const { epoch, version } = await client.fillStart()
    const [file = ''] = readdirSync(server.copies).filter((name) => name.endsWith('.db'))
    // A fault of the program, as a test can make it: with that customer goes something else that others refer to.
    const copy = openDatabase(join(server.copies, file))
    copy.exec(`CREATE TRIGGER fault AFTER DELETE ON customer WHEN old.id = '${customers[1]}'
      BEGIN UPDATE project SET customer_id = 'nobody' WHERE customer_id = '${customers[2]}'; END`)
    copy.close()
    let n = 100
    const acts = customers.map(
      (customerId) =>
        ({
          n: (n += 1),
          id: ulid(),
          at: Date.now(),
          zone: 'Europe/Berlin',
          version: PROTOCOL,
          command: customerId === customers[2] ? 'customer.edit' : 'customer.remove',
          args: customerId === customers[2] ? { customerId, notes: 'still there' } : { customerId },
        }) as SentAct,
    )
    const outcomes: Outcome[] = []
    for (let tries = 0; outcomes.length < acts.length && tries < 10; tries += 1)
      outcomes.push(
        ...(await client
          .push(acts.slice(outcomes.length), epoch, Date.now())
          .then((answer) => answer.outcomes)
          .catch(() => [])),
      )
    expect(outcomes.map(({ kind }) => kind)).toEqual(['done', 'quarantined', 'done'])
    const commits = await server.database.all<{ seq: number; id: string }>(
      'SELECT seq, id FROM commit WHERE seq > $1 ORDER BY seq',
      version,
    )
    expect(commits.map(({ id }) => id)).toEqual([acts[0]?.id, acts[2]?.id])
    await ana.ok('team.sync', {})
    expect(await ana.ok('customer.get', { customerId: customers[2] ?? '' })).toMatchObject({
      notes: 'still there',
    })
  },
)
