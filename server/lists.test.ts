// What is written in binary is read as the same, whatever characters and numbers it holds.
import fc from 'fast-check'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { flags, numbers, texts } from './lists.ts'
import type { World } from './testing/teamServer.ts'
import { NO_POSTGRES, openWorld } from './testing/teamServer.ts'

let world: World
beforeAll(async () => {
  if (NO_POSTGRES === null) world = await openWorld()
})
afterAll(async () => {
  if (NO_POSTGRES === null) await world.close()
})

describe.skipIf(NO_POSTGRES !== null)('lists that go to PostgreSQL', () => {
  test('H11 come as they are', { timeout: 60_000 }, async () => {
    const client = new pg.Client({ connectionString: world.postgres.url })
    await client.connect()
    // PostgreSQL has no text with a NUL in it.
    const text = fc.string({ unit: 'binary' }).map((value) => value.replaceAll('\0', ''))
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.option(text)),
        fc.array(fc.maxSafeInteger()),
        fc.array(fc.boolean()),
        async (some, counts, marks) => {
          const { rows } = await client.query<Record<string, unknown>>(
            'SELECT $1::text[] AS some, $2::bigint[]::text[] AS counts, $3::boolean[] AS marks',
            [texts(some), numbers(counts), flags(marks)],
          )
          expect(rows[0]).toEqual({ some, counts: counts.map(String), marks })
        },
      ),
      { numRuns: 60 },
    )
    await client.end()
  })
})
