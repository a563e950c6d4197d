// Takes the acts of a device: in one transaction, under the organisation's lock, each is decided by the same code as on the device, by the
// rights that its user has now, and becomes a commit, a refusal, or lies in quarantine. What was answered once is answered so again.
import { createHash } from 'node:crypto'
import { performance } from 'node:perf_hooks'
import type { Database, Sql } from './database.ts'
import type { Replica } from './replica.ts'
import { drawSalt } from './secrets.ts'
import type { Session } from './sessions.ts'
import type { Clock } from '../shared/base/clock.ts'
import type { AppError } from '../shared/contract/errors.ts'

import type { Effect } from '../shared/entities/registry.ts'
import { ownerIn } from '../shared/entities/relations.ts'
import type { Outcome, SentAct } from '../shared/team/protocol.ts'
import { clockOff } from '../shared/team/clocks.ts'
import { broughtUp } from '../shared/team/versions.ts'
import { isEdit } from '../shared/team/meaning.ts'
import { Refused } from './refused.ts'
import { actorOf } from '../core/decide.ts'
import { counters } from '../core/derived/counters.ts'
import type { Act } from '../core/team/act.ts'
import { decideAct, headerOf } from '../core/team/act.ts'
import { leafHash, leavesOf, linkHash, rootOf } from '../core/team/chain.ts'
import { laterStop, takingBack } from '../core/team/earlierStop.ts'
import { isNotice } from '../core/team/notices.ts'
import { lockOrg, stillAdmitted } from './organisation.ts'

/** It blocks its process, so it is cut by time; the device sends the rest again. */
const WORK_MS = 25

type Receipt = { command_id: string; device: string; args_hash: string; outcome: string }
type Made = { seq: number; id: string; leaves: string; root: string; hash: string }

export type PushDeps = {
  database: Database
  clock: Clock
  newId(): string
  replica: Replica
  /** How often an act failed inside, by its id. */
  failures: Map<string, number>
  log(event: string, details: object): void
}

export const hashOfAct = ({ n, id, at, zone, command, args }: SentAct): string =>
  createHash('sha256')
    .update(JSON.stringify([n, id, at, zone, command, args]))
    .digest('base64url')

/** `values`: what each act that was done now is answered with where it was asked, by its id. */
export type Pushed = {
  outcomes: Outcome[]
  version: number
  made: number
  values: ReadonlyMap<string, unknown>
}

/** What the device says of itself: which life of the server it knows, what its clock shows, and that it can take a name of its own. */
export type Said = { epoch?: string | undefined; sentAt?: number | undefined; renews?: boolean }

export async function push(
  deps: PushDeps,
  session: Session,
  acts: readonly SentAct[],
  said: Said = {},
): Promise<Pushed> {
  const { database, replica } = deps
  const takeBack = (): void => {
    const { data } = replica
    if (data.db.inTransaction) data.db.exec('ROLLBACK')
    data.forget()
  }
  try {
    const done = await database.transaction((sql) => {
      // Tried again after a serialisation failure: what was begun then is not.
      takeBack()
      return pushWithin(deps, sql, session, acts, said)
    })
    commitCopy(replica, deps)
    return done
  } catch (error) {
    takeBack()
    if (error instanceof ActFailed) deps.failures.set(error.id, (deps.failures.get(error.id) ?? 0) + 1)
    throw error
  }
}

/** Something went wrong inside: that is no outcome. All is taken back, and the device sends it again. */
class ActFailed extends Error {
  readonly id: string
  constructor(id: string, cause: unknown) {
    super('an act failed inside', { cause })
    this.id = id
  }
}
/** So often an act may fail inside before it is put aside, so that those behind it are not held up for ever. */
const MOST_FAILURES = 3

/** PostgreSQL has decided. Where the copy cannot follow, it is thrown away with the next turn, and the answer stands. */
function commitCopy({ data, setVersion }: Replica, { log }: PushDeps): void {
  try {
    data.db.exec('COMMIT')
  } catch (error) {
    log('replica.commit', { message: error instanceof Error ? error.message : '' })
    if (data.db.inTransaction) data.db.exec('ROLLBACK')
    data.forget()
    setVersion(-1)
  }
}

async function pushWithin(
  { replica, clock, newId, failures }: PushDeps,
  sql: Sql,
  session: Session,
  acts: readonly SentAct[],
  { epoch, sentAt, renews }: Said,
): Promise<Pushed> {
  const now = clock.now()
  const org = await lockOrg(sql, session.org)
  if (epoch !== undefined && epoch !== org.epoch) throw new Refused(409, 'team.otherEpoch')
  await stillAdmitted(sql, session)
  await replica.catchUp(sql, org, now)
  const { data } = replica
  const known = new Map(
    (
      await sql.query<Receipt>(
        `SELECT r.command_id, coalesce(d.origin, r.device) AS device, r.args_hash, r.outcome
         FROM receipt r LEFT JOIN device d ON d.org = r.org AND d.id = r.device
         WHERE r.org = $1 AND r.command_id = ANY($2)`,
        [org.id, acts.map(({ id }) => id)],
      )
    ).rows.map((receipt) => [receipt.command_id, receipt]),
  )
  const taken = session.browser === true ? new Set<number>() : await usedNumbers(sql, session, acts)
  const values = new Map<string, unknown>()
  const outcomes: Outcome[] = []
  const receipts: (Receipt & { n: number })[] = []
  const quarantined: { act: SentAct; hash: string; reason: string }[] = []
  const commits: Made[] = []
  const rows = new Map<string, { entity: string; id: string; value: object; seq: number; removed: boolean }>()
  let { version, hash } = org
  data.run('BEGIN IMMEDIATE')
  const until = performance.now() + WORK_MS
  for (const act of acts) {
    if (outcomes.length > 0 && performance.now() > until) break
    const argsHash = hashOfAct(act)
    const earlier = known.get(act.id)
    if (earlier !== undefined) {
      const same =
        [session.deviceId, session.origin].includes(earlier.device) && earlier.args_hash === argsHash
      if (!same) quarantined.push({ act, hash: argsHash, reason: 'another act has this id' })
      outcomes.push(same ? (JSON.parse(earlier.outcome) as Outcome) : { kind: 'quarantined', id: act.id })
      continue
    }
    if (taken.has(act.n)) {
      // A device that was copied or restored counts on from an old number; it can have an identity of its own.
      if (renews === true) throw new Refused(409, 'team.copied')
      quarantined.push({ act, hash: argsHash, reason: 'another act has this number' })
      outcomes.push({ kind: 'quarantined', id: act.id })
      continue
    }
    if ((failures.get(act.id) ?? 0) >= MOST_FAILURES) {
      quarantined.push({ act, hash: argsHash, reason: 'it failed inside' })
      outcomes.push({ kind: 'quarantined', id: act.id })
      continue
    }
    // What was asked is kept as it was asked; it is decided as this version says it.
    const said = broughtUp(act)
    const off = clockOff(act.at, now, sentAt)
    const decided = decideOne(replica, session, said, now, off, newId)
    if (decided.ok) values.set(act.id, decided.value)
    let outcome: Outcome
    if (!decided.ok) outcome = { kind: 'refused', id: act.id, error: decided.error }
    else if (decided.effects.length === 0) outcome = { kind: 'done', id: act.id, seq: null }
    else {
      const actor = isNotice(said.command) ? null : session.userId
      for (const done of [...decided.before, { act: said, effects: decided.effects }]) {
        version += 1
        const leaves = leavesOf(headerOf(done.act, actor, off), done.effects, drawSalt)
        const root = rootOf(leaves.map(leafHash))
        hash = linkHash(hash, version, root)
        commits.push({ seq: version, id: done.act.id, leaves: JSON.stringify(leaves), root, hash })
        for (const { entity, before, after } of done.effects) {
          const value = after ?? before
          if (value === null) continue
          // The last change of a thing is what it is.
          const key = `${entity} ${value.id}`
          rows.delete(key)
          rows.set(key, { entity, id: value.id, value, seq: version, removed: after === null })
        }
      }
      outcome = { kind: 'done', id: act.id, seq: version }
    }
    outcomes.push(outcome)
    // It is asked again, when others have handed back theirs too.
    if (outcome.kind === 'refused' && act.again === true) continue
    if (session.browser !== true) taken.add(act.n)
    const receipt = {
      command_id: act.id,
      device: session.deviceId,
      n: act.n,
      args_hash: argsHash,
      outcome: JSON.stringify(outcome),
    }
    known.set(act.id, receipt)
    receipts.push(receipt)
  }
  replica.setVersion(version)
  await writeCommits(sql, org.id, commits, now)
  await writeRows(sql, org.id, [...rows.values()])
  await writeReceipts(sql, org.id, receipts)
  for (const { act, hash: argsHash, reason } of quarantined)
    await quarantine(sql, session, act, argsHash, reason, now)
  if (commits.length > 0)
    await sql.query('UPDATE org SET version = $2, hash = $3, counters = $4 WHERE id = $1', [
      org.id,
      version,
      hash,
      JSON.stringify(counters(data)),
    ])
  return { outcomes, version, made: commits.length, values }
}

type Done = { act: Act; effects: readonly Effect[] }
/** `before`: what had to be taken back for it, as a commit of its own. */
type One =
  | { ok: true; value: unknown; effects: readonly Effect[]; before: readonly Done[] }
  | { ok: false; error: AppError }

/** In a savepoint: a refusal leaves nothing. What fails inside is no outcome; it takes the whole push back. */
function decideOne(
  { data }: Replica,
  session: Session,
  act: SentAct,
  now: number,
  off: number | null,
  newId: () => string,
): One {
  data.run('SAVEPOINT act')
  const back = (): void => {
    data.run('ROLLBACK TO act')
    data.run('RELEASE act')
    data.forget()
  }
  const before = takeBackLater(data, session, act, now, newId)
  const decided = trying(act.id, () =>
    decideAct(data, act, actorOf(data, session.userId), {
      arrivedAt: now,
      clockOff: off,
      ...(act.seen !== undefined && isEdit(act.command) ? { seen: act.seen } : {}),
    }),
  )
  if (!decided.ok) {
    back()
    return decided
  }
  const { value, committed } = decided.value
  if (committed === null) {
    back()
    return { ok: true, value, effects: [], before: [] }
  }
  data.run('RELEASE act')
  return { ok: true, value, effects: committed.effects, before }
}

/** Where that cannot be, the stop is decided as it stands, and refused. */
function takeBackLater(
  data: Replica['data'],
  session: Session,
  act: SentAct,
  now: number,
  newId: () => string,
): Done[] {
  const later = laterStop(data, act)
  if (later === null) return []
  const undo = takingBack(act, later, newId())
  data.run('SAVEPOINT later')
  const undone = trying(act.id, () =>
    decideAct(data, undo, actorOf(data, session.userId), { arrivedAt: now }),
  )
  if (undone.ok && undone.value.committed !== null) {
    data.run('RELEASE later')
    return [{ act: undo, effects: undone.value.committed.effects }]
  }
  data.run('ROLLBACK TO later')
  data.run('RELEASE later')
  data.forget()
  return []
}

function trying<T>(id: string, work: () => T): T {
  try {
    return work()
  } catch (error) {
    throw new ActFailed(id, error)
  }
}

async function usedNumbers(sql: Sql, session: Session, acts: readonly SentAct[]): Promise<Set<number>> {
  const { rows } = await sql.query<{ n: number; command_id: string }>(
    'SELECT n, command_id FROM receipt WHERE org = $1 AND device = $2 AND n = ANY($3)',
    [session.org, session.deviceId, acts.map(({ n }) => n)],
  )
  return new Set(rows.map(({ n }) => n))
}

async function writeCommits(sql: Sql, org: string, commits: readonly Made[], now: number): Promise<void> {
  if (commits.length === 0) return
  await sql.query(
    `INSERT INTO commit (org, seq, id, leaves, root, hash, arrived_at)
     SELECT $1, seq, id, leaves, root, hash, $2 FROM
     unnest($3::bigint[], $4::text[], $5::text[], $6::text[], $7::text[]) AS t (seq, id, leaves, root, hash)`,
    [
      org,
      now,
      commits.map(({ seq }) => seq),
      commits.map(({ id }) => id),
      commits.map(({ leaves }) => leaves),
      commits.map(({ root }) => root),
      commits.map(({ hash }) => hash),
    ],
  )
}

type Written = { entity: string; id: string; value: object; seq: number; removed: boolean }

export async function writeRows(sql: Sql, org: string, rows: readonly Written[]): Promise<void> {
  if (rows.length === 0) return
  await sql.query(
    `INSERT INTO row (org, entity, id, owner, value, version, removed)
     SELECT $1, entity, id, owner, value, version, removed FROM
     unnest($2::text[], $3::text[], $4::text[], $5::text[], $6::bigint[], $7::boolean[])
     AS t (entity, id, owner, value, version, removed)
     ON CONFLICT (org, entity, id) DO UPDATE SET owner = excluded.owner, value = excluded.value,
     version = excluded.version, removed = excluded.removed`,
    [
      org,
      rows.map(({ entity }) => entity),
      rows.map(({ id }) => id),
      rows.map(({ entity, value }) => ownerIn(entity as never, value)),
      rows.map(({ value }) => JSON.stringify(value)),
      rows.map(({ seq }) => seq),
      rows.map(({ removed }) => removed),
    ],
  )
}

async function writeReceipts(
  sql: Sql,
  org: string,
  receipts: readonly (Receipt & { n: number })[],
): Promise<void> {
  if (receipts.length === 0) return
  await sql.query(
    `INSERT INTO receipt (org, command_id, device, n, args_hash, outcome)
     SELECT $1, * FROM unnest($2::text[], $3::text[], $4::bigint[], $5::text[], $6::text[])`,
    [
      org,
      receipts.map((receipt) => receipt.command_id),
      receipts.map(({ device }) => device),
      receipts.map(({ n }) => n),
      receipts.map((receipt) => receipt.args_hash),
      receipts.map(({ outcome }) => outcome),
    ],
  )
}

export const quarantine = (
  sql: Sql,
  session: Session,
  act: SentAct,
  argsHash: string,
  reason: string,
  now: number,
): Promise<unknown> =>
  sql.query(
    `INSERT INTO quarantine (org, command_id, args_hash, device, n, reason, act, arrived_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8) ON CONFLICT DO NOTHING`,
    [session.org, act.id, argsHash, session.deviceId, act.n, reason, JSON.stringify(act), now],
  )

/** A device that was shut out had not sent these: an administrator looks at them. */
export async function pushRevoked(
  { database, clock }: Pick<PushDeps, 'database' | 'clock'>,
  session: Session,
  acts: readonly SentAct[],
): Promise<Outcome[]> {
  const now = clock.now()
  const known = await database.all<{ command_id: string; outcome: string }>(
    'SELECT command_id, outcome FROM receipt WHERE org = $1 AND device = $2 AND command_id = ANY($3)',
    session.org,
    session.deviceId,
    acts.map(({ id }) => id),
  )
  const outcomes = new Map(known.map((receipt) => [receipt.command_id, receipt.outcome]))
  for (const act of acts)
    if (!outcomes.has(act.id))
      await quarantine(database.pool, session, act, hashOfAct(act), 'the device is revoked', now)
  return acts.map(({ id }): Outcome => {
    const outcome = outcomes.get(id)
    return outcome === undefined ? { kind: 'quarantined', id } : (JSON.parse(outcome) as Outcome)
  })
}
