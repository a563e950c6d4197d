// A firm becomes a team: its rows and the trail of its last weeks come in pages, any of them twice where an answer was lost, and one
// founding commit ends it. Until then nobody else is let in.
import { z } from 'zod'
import type { Database } from './database.ts'
import { writeRows } from './pushRecord.ts'
import { Refused } from './refused.ts'
import { drawSalt } from './secrets.ts'
import type { Session } from './sessions.ts'
import type { Clock } from '../shared/base/clock.ts'
import type { Effect } from '../shared/entities/registry.ts'
import type { Header } from '../core/team/chain.ts'
import { leafHash, leavesOf, linkHash, rootOf } from '../core/team/chain.ts'
import { isEntity, readRow } from '../core/team/copy.ts'

type Counters = { project: number; case: number }
type Founding = { version: number; hash: string; epoch: string; phase: string }

const OwnHeader = z.object({
  id: z.string().max(64),
  at: z.int(),
  actorId: z.string().max(64).nullable(),
  command: z.string().max(80),
  args: z.string(),
  reason: z.string().nullable(),
  undoes: z.string().nullable(),
  quiet: z.boolean(),
})

/** Only who founds it, and only until it is done. */
async function foundingOf(sql: Pick<Database['pool'], 'query'>, session: Session): Promise<Founding> {
  const { rows } = await sql.query<Founding>(
    'SELECT version, hash, epoch, phase FROM org WHERE id = $1 FOR NO KEY UPDATE',
    [session.org],
  )
  const [org] = rows
  if (org === undefined) throw new Refused(404, 'team.signedOut')
  return org
}

export async function foundRows(
  database: Database,
  session: Session,
  entity: string,
  rows: readonly unknown[],
): Promise<void> {
  if (!isEntity(entity)) throw new Refused(400, 'request.invalid')
  const values = rows.map((row) => {
    try {
      return readRow(entity, row)
    } catch {
      throw new Refused(400, 'request.invalid')
    }
  })
  await database.transaction(async (sql) => {
    const { phase, version } = await foundingOf(sql as never, session)
    if (phase !== 'founding') throw new Refused(409, 'team.founded')
    await writeRows(
      sql,
      session.org,
      values.map((value) => ({ entity, id: value.id, value, seq: version, removed: false })),
    )
  })
}

/** In their order; those that are there already are passed over. */
export async function foundPast(
  database: Database,
  clock: Clock,
  session: Session,
  commits: readonly { header: unknown; effects: readonly (readonly [string, unknown, unknown])[] }[],
): Promise<void> {
  await database.transaction(async (sql) => {
    const org = await foundingOf(sql as never, session)
    if (org.phase !== 'founding') throw new Refused(409, 'team.founded')
    let { version, hash } = org
    for (const { header, effects } of commits) {
      const read = OwnHeader.safeParse(header)
      if (!read.success) throw new Refused(400, 'request.invalid')
      const { rows } = await sql.query('SELECT 1 FROM commit WHERE org = $1 AND id = $2', [
        session.org,
        read.data.id,
      ])
      if (rows.length > 0) continue
      version += 1
      const made = effects.map(([entity, before, after]) => ({ entity, before, after }) as Effect)
      hash = await append(sql, session.org, { version, hash }, read.data, made, clock.now())
    }
    await sql.query('UPDATE org SET version = $2, hash = $3 WHERE id = $1', [session.org, version, hash])
  })
}

type Sql = Pick<Database['pool'], 'query'>
async function append(
  sql: { query: Sql['query'] },
  org: string,
  { version, hash }: { version: number; hash: string },
  header: Header,
  effects: readonly Effect[],
  now: number,
): Promise<string> {
  const leaves = leavesOf(header, effects, drawSalt)
  const root = rootOf(leaves.map(leafHash))
  const next = linkHash(hash, version, root)
  await sql.query(
    'INSERT INTO commit (org, seq, id, leaves, root, hash, arrived_at) VALUES ($1, $2, $3, $4, $5, $6, $7)',
    [org, version, header.id, JSON.stringify(leaves), root, next, now],
  )
  return next
}

/** Asked again, it says the same. */
export async function founded(
  database: Database,
  { clock, newId }: { clock: Clock; newId(): string },
  session: Session,
  counters: Counters,
): Promise<{ version: number; hash: string; epoch: string }> {
  return database.transaction(async (sql) => {
    const org = await foundingOf(sql as never, session)
    if (org.phase !== 'founding') {
      const { rows } = await sql.query<{ seq: number; hash: string }>(
        `SELECT seq, hash FROM commit WHERE org = $1 AND id = $2`,
        [session.org, `F${session.org}`],
      )
      const [first] = rows
      if (first === undefined) throw new Refused(409, 'team.founded')
      return { version: first.seq, hash: first.hash, epoch: org.epoch }
    }
    const [user] = (
      await sql.query<{ value: string }>(
        "SELECT value FROM row WHERE org = $1 AND entity = 'user' AND id = $2",
        [session.org, session.userId],
      )
    ).rows
    const role = user === undefined ? null : (JSON.parse(user.value) as { role?: string }).role
    if (role !== 'administrator') throw new Refused(403, 'request.notPermitted')
    const version = org.version + 1
    const epoch = newId()
    const now = clock.now()
    const header: Header = {
      id: `F${session.org}`,
      at: now,
      actorId: session.userId,
      command: 'team.found',
      args: '{}',
      reason: null,
      undoes: null,
      quiet: true,
    }
    const hash = await append(sql, session.org, { version, hash: org.hash }, header, [], now)
    await sql.query(
      "UPDATE org SET version = $2, hash = $3, phase = 'open', counters = $4, epoch = $5 WHERE id = $1",
      [session.org, version, hash, JSON.stringify(counters), epoch],
    )
    return { version, hash, epoch }
  })
}
