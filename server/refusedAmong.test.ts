// A refusal among what is done in one push, decided after its rows were written: nothing of it is left, in PostgreSQL or in the server's copy.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { firmOf } from './testing/firm.ts'
import { sendingOf } from './testing/sending.ts'
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

describe.skipIf(NO_POSTGRES !== null)('a refusal among what is done', () => {
  test('H8 leaves nothing, and what stands before and after it is done', async () => {
    const firm = await firmOf(world)
    const { ana, server } = firm
    const { customerId, said, amount, pushed } = await sendingOf(firm)
    // A day is full only once the row is in.
    const acts = [amount(10), amount(16), amount(2)]
    const outcomes = await pushed(acts)
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
    const again = await pushed(edits)
    expect(again).toMatchObject([
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
    expect((await ana.ok('customer.get', { customerId })).totalMs).toBe(12 * HOUR)
  })
})
