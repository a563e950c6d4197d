// What a push goes by in PostgreSQL, and what it leaves there. All that it reads is one statement, begun after the lock is held, and all that
// it writes is one as well: each further one would keep the organisation's lock for another way there and back. Nor is it written in parts while
// the rest is decided: with two processors that took longer than it saved.
import type { Sql, Statement } from './database.ts'
import { prepared } from './database.ts'
import { flags, numbers, texts } from './lists.ts'
import type { Session } from './sessions.ts'
import { ADMITTED } from './sessions.ts'
import { ownerIn } from '../shared/entities/relations.ts'
import type { SentAct } from '../shared/team/protocol.ts'

export type Receipt = { command_id: string; device: string; args_hash: string; outcome: string }
export type Made = { seq: number; id: string; leaves: string; root: string; hash: string }
export type Written = { entity: string; id: string; value: object; seq: number; removed: boolean }

/** `admitted`: it has not been shut out since it asked. `known`: what was answered before. `used`: which of the numbers it has used. */
export type Past = { admitted: boolean; known: readonly Receipt[]; used: readonly number[] }

/** By what holds where it is asked: to be asked after the lock is. */
export async function readPast(sql: Sql, session: Session, acts: readonly SentAct[]): Promise<Past> {
  const browser = session.browser === true
  const { rows } = await sql.query<{
    admitted: boolean
    known: Receipt[] | null
    used: number[] | null
  }>(
    prepared(
      `SELECT ${ADMITTED[browser ? 'browser' : 'device']} AS admitted,
       (SELECT json_agg(json_build_object('command_id', r.command_id, 'device', coalesce(d.origin, r.device),
        'args_hash', r.args_hash, 'outcome', r.outcome))
        FROM receipt r LEFT JOIN device d ON d.org = r.org AND d.id = r.device
        WHERE r.org = $1 AND r.command_id = ANY($3)) AS known,
       (SELECT json_agg(n) FROM receipt WHERE org = $1 AND device = $2 AND n = ANY($4)) AS used`,
      [
        session.org,
        session.deviceId,
        acts.map(({ id }) => id),
        // A browser's acts have no numbers.
        browser ? [] : acts.map(({ n }) => n),
      ],
    ),
  )
  const [found] = rows
  return { admitted: found?.admitted === true, known: found?.known ?? [], used: found?.used ?? [] }
}

const ROWS = (from: number): string => {
  const [a, b, c, d, e, f] = Array.from({ length: 6 }, (_, index) => `$${from + index}`)
  return `INSERT INTO row (org, entity, id, owner, value, version, removed)
   SELECT $1, entity, id, owner, value, version, removed FROM
   unnest(${a}::text[], ${b}::text[], ${c}::text[], ${d}::text[], ${e}::bigint[], ${f}::boolean[])
   AS t (entity, id, owner, value, version, removed)
   ON CONFLICT (org, entity, id) DO UPDATE SET owner = excluded.owner, value = excluded.value,
   version = excluded.version, removed = excluded.removed`
}
const rowValues = (rows: readonly Written[]): unknown[] => [
  texts(rows.map(({ entity }) => entity)),
  texts(rows.map(({ id }) => id)),
  texts(rows.map(({ entity, value }) => ownerIn(entity as never, value))),
  texts(rows.map(({ value }) => JSON.stringify(value))),
  numbers(rows.map(({ seq }) => seq)),
  flags(rows.map(({ removed }) => removed)),
]

export async function writeRows(sql: Sql, org: string, rows: readonly Written[]): Promise<void> {
  if (rows.length > 0) await sql.query(ROWS(2), [org, ...rowValues(rows)])
}

const RECEIPTS = `INSERT INTO receipt (org, command_id, device, n, args_hash, outcome)
 SELECT $1, * FROM unnest($2::text[], $3::text[], $4::bigint[], $5::text[], $6::text[])`
const receiptValues = (receipts: readonly (Receipt & { n: number })[]): unknown[] => [
  texts(receipts.map((receipt) => receipt.command_id)),
  texts(receipts.map(({ device }) => device)),
  numbers(receipts.map(({ n }) => n)),
  texts(receipts.map((receipt) => receipt.args_hash)),
  texts(receipts.map(({ outcome }) => outcome)),
]

const ALL = `WITH receipts AS (${RECEIPTS}),
 commits AS (INSERT INTO commit (org, seq, id, leaves, root, hash, arrived_at)
  SELECT $1, seq, id, leaves, root, hash, $7 FROM
  unnest($8::bigint[], $9::text[], $10::text[], $11::text[], $12::text[]) AS t (seq, id, leaves, root, hash)),
 rows AS (${ROWS(13)})
 UPDATE org SET version = $19, hash = $20, counters = $21 WHERE id = $1`

type Decided = {
  receipts: readonly (Receipt & { n: number })[]
  commits: readonly Made[]
  rows: readonly Written[]
  version: number
  hash: string
  counters: string
}

/** null: nothing is to be written. */
export function recordOf(org: string, now: number, decided: Decided): Statement | null {
  const { receipts, commits, rows, version, hash, counters } = decided
  if (commits.length > 0)
    return prepared(ALL, [
      org,
      ...receiptValues(receipts),
      now,
      numbers(commits.map(({ seq }) => seq)),
      texts(commits.map(({ id }) => id)),
      texts(commits.map(({ leaves }) => leaves)),
      texts(commits.map(({ root }) => root)),
      texts(commits.map((commit) => commit.hash)),
      ...rowValues(rows),
      version,
      hash,
      counters,
    ])
  return receipts.length > 0 ? prepared(RECEIPTS, [org, ...receiptValues(receipts)]) : null
}

export const quarantine = (
  session: Session,
  act: SentAct,
  argsHash: string,
  reason: string,
  now: number,
): Statement =>
  prepared(
    `INSERT INTO quarantine (org, command_id, args_hash, device, n, reason, act, arrived_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8) ON CONFLICT DO NOTHING`,
    [session.org, act.id, argsHash, session.deviceId, act.n, reason, JSON.stringify(act), now],
  )
