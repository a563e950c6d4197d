// What a push is decided by before the lock is held, and answered with before the copy has followed: all of it counts or nothing, whatever
// breaks on the way, what is beside it is not touched, and nothing counts twice or by what was true before.
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createData } from '../core/db/data.ts'
import { openDatabase } from '../core/db/open.ts'
import { noteFindings } from '../core/verify/notes.ts'
import type { SentAct } from '../shared/team/protocol.ts'
import type { Firm } from './testing/firm.ts'
import { firmOf } from './testing/firm.ts'
import { sendingOf } from './testing/sending.ts'
import type { TestServer, World } from './testing/teamServer.ts'
import { NO_POSTGRES, openWorld } from './testing/teamServer.ts'

let world: World
beforeAll(async () => {
  if (NO_POSTGRES === null) world = await openWorld()
})
afterAll(async () => {
  if (NO_POSTGRES === null) await world.close()
})

const MANY = 60

async function opened() {
  const firm = await firmOf(world)
  const { said, amount, pushed } = await sendingOf(firm)
  const added = (name: string): SentAct => said('customer.add', { name })
  return {
    firm,
    said,
    added,
    amount,
    pushed: (server: TestServer, acts: readonly SentAct[]) => pushed(acts, server),
  }
}

/** A session has an id of its own before its first entry has. */
const entryOf = ({ id }: SentAct): string => `${id}-2`

const many = (added: (name: string) => SentAct, of: string): SentAct[] =>
  Array.from({ length: MANY }, (_, index) => added(`${of} ${index}`))

/** The commits have no gap, each act one, and the server's copy holds exactly the rows of PostgreSQL. */
async function whole({ server }: Pick<Firm, 'server'>): Promise<string[]> {
  const commits = await server.database.all<{ seq: number; id: string }>(
    'SELECT seq, id FROM commit ORDER BY seq',
  )
  expect(commits.map(({ seq }) => seq)).toEqual(commits.map((_, index) => index + 1))
  expect(new Set(commits.map(({ id }) => id)).size).toBe(commits.length)
  const rows = await server.database.all<{ id: string }>(
    "SELECT id FROM row WHERE entity = 'customer' AND NOT removed ORDER BY id",
  )
  return rows.map(({ id }) => id)
}

const copyOf = ({ copies }: TestServer) =>
  openDatabase(join(copies, readdirSync(copies).find((name) => name.endsWith('.db')) ?? ''))
const copied = (server: TestServer): string[] => {
  const copy = copyOf(server)
  const rows = copy.prepare<[], { id: string }>('SELECT id FROM customer ORDER BY id').all()
  copy.close()
  return rows.map(({ id }) => id)
}

/** What is wrong with the search of the server's copy, and how many notes it knows. */
const searched = (server: TestServer): { findings: string[]; notes: number } => {
  const copy = copyOf(server)
  const data = createData(copy)
  const found = {
    findings: [...noteFindings(data)],
    notes: data.get<{ n: number }>('SELECT count(*) AS n FROM note_key')?.n ?? 0,
  }
  copy.close()
  return found
}

describe.skipIf(NO_POSTGRES !== null)('a push', () => {
  test('K10 H8 leaves the search as the notes are at its end, whatever became of each on the way', async () => {
    const { firm, said, added, amount, pushed } = await opened()
    const [kept, emptied, removed, moved] = [amount(1), amount(2), amount(3), amount(1)]
    const changed = (act: SentAct, more: object): SentAct =>
      said('entry.edit', { entryId: entryOf(act), ...more })
    const acts = [
      kept,
      emptied,
      changed(kept, { note: 'once' }),
      removed,
      changed(kept, { note: 'and again' }),
      changed(emptied, { note: '' }),
      said('entry.remove', { entryId: entryOf(removed) }),
      moved,
      // Too much for the day: what was done before it is decided again, in savepoints.
      amount(23),
    ]
    expect((await pushed(firm.server, acts)).map(({ kind }) => kind)).toEqual([
      ...Array.from({ length: acts.length - 1 }, () => 'done'),
      'refused',
    ])
    await pushed(firm.server, [changed(moved, { note: 'later' }), changed(emptied, { note: 'back' })])
    await pushed(firm.server, [changed(moved, { note: '' })])
    // Whoever is next waits until the copy has followed.
    await pushed(firm.server, [added('last')])
    expect(searched(firm.server)).toEqual({ findings: [], notes: 2 })
  })

  test('H8 one that is refused late takes nothing of the others with it, wherever it stands', async () => {
    const { firm, added, amount, pushed } = await opened()
    const acts = [amount(20), ...many(added, 'A'), amount(16), ...many(added, 'B'), amount(2)]
    const outcomes = [...(await pushed(firm.server, acts))]
    while (outcomes.length < acts.length)
      outcomes.push(...(await pushed(firm.server, acts.slice(outcomes.length))))
    const refused = outcomes.flatMap(({ kind }, index) => (kind === 'done' ? [] : [`${index} ${kind}`]))
    expect(refused).toEqual([`${MANY + 1} refused`])
    const there = await whole(firm)
    expect(there).toHaveLength(1 + 2 * MANY)
    // Whoever is next waits until the copy has followed.
    await pushed(firm.server, [added('last')])
    expect(await whole(firm)).toEqual(copied(firm.server))
  })

  test('H11 one that fails inside takes all of its push back, and nothing is done twice when it is sent again', async () => {
    const { firm, added, pushed } = await opened()
    await pushed(firm.server, [added('first')])
    const before = await whole(firm)
    const acts = many(added, 'C')
    const copy = copyOf(firm.server)
    copy.exec(`CREATE TRIGGER fault BEFORE INSERT ON customer WHEN new.name = 'C 5'
      BEGIN SELECT RAISE(ABORT, 'a fault'); END`)
    await expect(pushed(firm.server, acts)).rejects.toThrow('team.busy')
    expect(await whole(firm)).toEqual(before)
    expect(
      await firm.server.database.all('SELECT 1 FROM receipt WHERE command_id = $1', acts[0]?.id),
    ).toEqual([])
    copy.exec('DROP TRIGGER fault')
    copy.close()
    const outcomes = await pushed(firm.server, acts)
    expect(outcomes.every(({ kind }) => kind === 'done')).toBe(true)
    expect(await pushed(firm.server, acts)).toEqual(outcomes)
    expect(await whole(firm)).toHaveLength(before.length + MANY)
  })

  test('H11 a connection that dies in the middle leaves nothing, and those beside it are done', async () => {
    const { firm, added, pushed } = await opened()
    await pushed(firm.server, [added('first')])
    const before = await whole(firm)
    const killer = new pg.Client({ connectionString: firm.server.databaseUrl })
    await killer.connect()
    // It holds the lock: the push is on its way, its first acts are decided, when its connection dies.
    await killer.query('BEGIN')
    await killer.query('SELECT 1 FROM org FOR UPDATE')
    const [dying, beside] = [many(added, 'D'), many(added, 'E')]
    const died = pushed(firm.server, dying).catch((error: unknown) => error)
    const other = pushed(firm.server, beside)
    const waits = `SELECT pid FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`
    let pids: { pid: number }[] = []
    while (pids.length === 0) pids = (await killer.query<{ pid: number }>(waits)).rows
    await killer.query('SELECT pg_terminate_backend($1)', [pids[0]?.pid])
    await killer.query('ROLLBACK')
    await killer.end()
    expect(await died).toBeInstanceOf(Error)
    expect((await other).every(({ kind }) => kind === 'done')).toBe(true)
    expect(await whole(firm)).toHaveLength(before.length + MANY)
    const again = await pushed(firm.server, dying)
    expect(again.every(({ kind }) => kind === 'done')).toBe(true)
    await pushed(firm.server, [added('last')])
    expect(await whole(firm)).toEqual(copied(firm.server))
  })

  test('H18 what was decided before the lock was held does not count where another process was first', async () => {
    const { firm, added, amount, pushed } = await opened()
    const other = await world.server(firm.server.databaseUrl)
    // Both know where the organisation is, and that nobody else has written.
    await pushed(other, [added('one')])
    await pushed(firm.server, [added('two')])
    await pushed(firm.server, [added('three')])
    // The day is full by now, which the first does not know.
    expect((await pushed(other, [amount(20)])).map(({ kind }) => kind)).toEqual(['done'])
    const outcomes = await pushed(firm.server, [amount(10), added('four')])
    expect(outcomes.map(({ kind }) => kind)).toEqual(['refused', 'done'])
    await whole(firm)
    // Asked again of either, it is told the same.
    const acts = [added('five')]
    const first = await pushed(firm.server, acts)
    expect(await pushed(firm.server, acts)).toEqual(first)
    expect(await pushed(other, acts)).toEqual(first)
    expect(await whole(firm)).toEqual(copied(firm.server))
  })
})
