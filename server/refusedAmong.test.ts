// A refusal among what is done in one push, decided after its rows were written: nothing of it is left, in PostgreSQL or in the server's copy.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { ulid } from 'ulid'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { PROTOCOL } from '../shared/team/protocol.ts'
import type { SentAct } from '../shared/team/protocol.ts'
import { createTeamClient } from '../core/team/client.ts'
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

const HOUR = 3_600_000
const DAY = 24 * HOUR

describe.skipIf(NO_POSTGRES !== null)('a refusal among what is done', () => {
  test('H8 leaves nothing, and what stands before and after it is done', async () => {
    const firm = await firmOf(world)
    const { ana, server } = firm
    const token = readFileSync(join(ana.dir, 'daybook-team.token'), 'utf8').trim()
    const client = createTeamClient(server.url, token)
    const { epoch } = await client.fillStart()
    const [category] = await ana.ok('category.list', {})
    const [customer] = (await ana.ok('customer.list', { status: 'Active', limit: 1 })).rows
    let n = 0
    const said = (command: string, args: object): SentAct =>
      ({
        n: (n += 1),
        id: ulid(),
        at: Date.now(),
        zone: 'Europe/Berlin',
        version: PROTOCOL,
        command,
        args,
      }) as SentAct
    const amount = (hours: number): SentAct =>
      said('entry.addAmount', {
        customerId: customer?.id ?? '',
        categoryId: category?.id ?? '',
        workDate: new Date(Date.now() - 3 * DAY).toISOString().slice(0, 10),
        durationMs: hours * HOUR,
        note: `${hours} hours`,
      })
    // A day is full only once the row is in.
    const acts = [amount(10), amount(16), amount(2)]
    const { outcomes } = await client.push(acts, epoch, Date.now())
    expect(outcomes.map(({ kind }) => kind)).toEqual(['done', 'refused', 'done'])
    expect(outcomes[1]).toMatchObject({ error: { code: 'entry.dayFull' } })
    const [, refused, last] = acts
    const [made] = await server.database.all<{ id: string }>(
      "SELECT id FROM row WHERE entity = 'timeEntry' AND id LIKE $1",
      `${last?.id}%`,
    )
    const which = made?.id.slice(26) ?? ''
    // Where the copy had kept it, it could be changed.
    const edits = [refused, last].map((act) =>
      said('entry.edit', { entryId: `${act?.id}${which}`, note: 'changed' }),
    )
    const again = await client.push(edits, epoch, Date.now())
    expect(again.outcomes).toMatchObject([
      { kind: 'refused', error: { code: 'notFound.timeEntry' } },
      { kind: 'done' },
    ])
    const rows = await server.database.all<{ value: string }>(
      "SELECT value FROM row WHERE entity = 'timeEntry'",
    )
    expect(rows.map(({ value }) => (JSON.parse(value) as { note: string }).note).sort()).toEqual([
      '10 hours',
      'changed',
    ])
    await ana.ok('team.sync', {})
    expect((await ana.ok('customer.get', { customerId: customer?.id ?? '' })).totalMs).toBe(12 * HOUR)
  })
})
