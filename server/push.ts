// Takes the acts of a device: in one transaction, under the organisation's lock, each is decided by the same code as on the device, by the
// rights that its user has now, and becomes a commit, a refusal, or lies in quarantine. What was answered once is answered so again.
import type { Database, Transaction } from './database.ts'
import type { Recent } from './recent.ts'
import type { Replica, StoredCommit } from './replica.ts'
import type { Session } from './sessions.ts'
import type { Clock } from '../shared/base/clock.ts'
import type { Outcome, SentAct } from '../shared/team/protocol.ts'
import { Refused } from './refused.ts'
import { counters } from '../core/derived/counters.ts'
import { lockOrg } from './organisation.ts'
import { ActFailed, CameToNothing } from './pushDecide.ts'
import { quarantine, readPast, recordOf } from './pushRecord.ts'
import { decideRound, hashOfAct } from './pushRound.ts'

export type PushDeps = {
  database: Database
  clock: Clock
  newId(): string
  replica: Replica
  recent: Recent
  /** How often an act failed inside, by its id. */
  failures: Map<string, number>
  log(event: string, details: object): void
}

/** `values`: what each act that was done now is answered with where it was asked, by its id. */
export type Pushed = {
  outcomes: Outcome[]
  version: number
  epoch: string
  commits: readonly StoredCommit[]
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
  try {
    const { early, ...done } = await database.transaction(
      (sql) => {
        // Tried again after a serialisation failure: what was begun then is not.
        takeBack(replica)
        return pushWithin(deps, sql, session, acts, said)
      },
      { readsFirst: true },
    )
    if (early) replica.setVersion(done.version)
    else commitCopy(replica, deps)
    deps.recent.add(done.epoch, done.commits)
    return done
  } catch (error) {
    takeBack(replica)
    if (error instanceof BrokenReference) return await pushFewer(deps, session, acts, said, error)
    if (error instanceof ActFailed) deps.failures.set(error.id, (deps.failures.get(error.id) ?? 0) + 1)
    throw error
  }
}

class BrokenReference extends Error {}

/** Which of them it is nobody knows: fewer are tried, and at last one alone. What was not tried is sent again. */
function pushFewer(
  deps: PushDeps,
  session: Session,
  acts: readonly SentAct[],
  said: Said,
  cause: BrokenReference,
): Promise<Pushed> {
  const [first] = acts
  if (acts.length > 1 || first === undefined)
    return push(deps, session, acts.slice(0, Math.ceil(acts.length / 2)), said)
  deps.failures.set(first.id, (deps.failures.get(first.id) ?? 0) + 1)
  throw new ActFailed(first.id, cause)
}

/**
 * What has put off the check of references is checked by SQLite at the end only: before PostgreSQL's then, or what cannot be would stand in the
 * truth. Until PostgreSQL has decided too the copy is good for nothing. False: nothing was put off, and it is committed afterwards.
 */
function commitEarly({ data, setVersion }: Replica): boolean {
  if (data.db.pragma('defer_foreign_keys', { simple: true }) !== 1) return false
  setVersion(-1)
  try {
    data.db.exec('COMMIT')
  } catch (error) {
    if ((error as { code?: string }).code !== 'SQLITE_CONSTRAINT_FOREIGNKEY') throw error
    throw new BrokenReference('a reference is broken', { cause: error })
  }
  return true
}

function takeBack({ data }: Replica): void {
  if (data.db.inTransaction) data.db.exec('ROLLBACK')
  data.forget()
}

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
  deps: PushDeps,
  sql: Transaction,
  session: Session,
  acts: readonly SentAct[],
  { epoch, sentAt, renews }: Said,
): Promise<Pushed & { early: boolean }> {
  const { replica } = deps
  const now = deps.clock.now()
  // Asked at once, and answered one after the other: the past is read when the lock is held.
  const [org, past] = await Promise.all([lockOrg(sql, session.org), readPast(sql, session, acts)])
  // It may have been shut out since it asked, by any process.
  if (!past.admitted) throw new Refused(401, session.browser === true ? 'team.signedOut' : 'team.revoked')
  if (epoch !== undefined && epoch !== org.epoch) throw new Refused(409, 'team.otherEpoch')
  await replica.catchUp(sql, org, now)
  const round = { ...deps, session, acts, org, past, now, sentAt, renews }
  const decided = await decideRound(round, false).catch((error: unknown) => {
    if (!(error instanceof CameToNothing)) throw error
    takeBack(replica)
    return decideRound(round, true)
  })
  const { outcomes, version, commits, values } = decided
  replica.setVersion(version)
  for (const { act, hash, reason } of decided.quarantined)
    await quarantine(sql, session, act, hash, reason, now)
  const counted = JSON.stringify(counters(replica.data))
  const early = commitEarly(replica)
  const record = recordOf(org.id, now, { ...decided, counters: counted })
  if (record !== null) sql.atEnd(record)
  return { outcomes, version, epoch: org.epoch, commits, made: commits.length, values, early }
}

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
