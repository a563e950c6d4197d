// Takes the acts of a device: in one transaction, under the organisation's lock, each is decided by the same code as on the device, by the
// rights that its user has now, and becomes a commit, a refusal, or lies in quarantine. What was answered once is answered so again.
import { setImmediate as nextTurn } from 'node:timers/promises'
import type { Database, Transaction } from './database.ts'
import type { Recent } from './recent.ts'
import type { Replica, StoredCommit } from './replica.ts'
import type { Session } from './sessions.ts'
import type { Clock } from '../shared/base/clock.ts'
import type { Effect } from '../shared/entities/registry.ts'
import type { Outcome, SentAct } from '../shared/team/protocol.ts'
import { Refused } from './refused.ts'
import { counters, mayCount } from '../core/derived/counters.ts'
import { updateNotesOfAll } from '../core/derived/notes.ts'
import { lockOrg } from './organisation.ts'
import { ActFailed, CameToNothing } from './pushDecide.ts'
import { quarantine, readPast, recordOf } from './pushRecord.ts'
import type { Deciding, Round } from './pushRound.ts'
import { beginRound, hashOfAct } from './pushRound.ts'

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

/**
 * `answer`: PostgreSQL has decided, so whoever asked can be told; the copy follows then, and it settles when that is done. Nobody else may have
 * their turn before. `cautious`: something came to nothing that had been written already (pushDecide.ts).
 */
export async function push(
  deps: PushDeps,
  session: Session,
  acts: readonly SentAct[],
  said: Said = {},
  answer: ((pushed: Pushed) => void) | null = null,
  cautious = false,
): Promise<Pushed> {
  const { database, replica } = deps
  try {
    const { early, hash, effects, ...done } = await database.transaction(
      (sql) => {
        // Tried again after a serialisation failure: what was begun then is not.
        if (replica.data.db.inTransaction) replica.takeBack()
        return pushWithin(deps, sql, session, acts, said, cautious)
      },
      { readsFirst: true },
    )
    deps.recent.add(done.epoch, done.commits)
    if (answer !== null) {
      answer(done)
      await nextTurn()
    }
    if (early) replica.reach({ version: done.version, epoch: done.epoch, hash })
    else commitCopy(replica, effects, deps)
    return done
  } catch (error) {
    replica.takeBack()
    if (error instanceof CameToNothing && !cautious)
      return await push(deps, session, acts, said, answer, true)
    if (error instanceof BrokenReference) return await pushFewer(deps, session, acts, said, answer, error)
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
  answer: ((pushed: Pushed) => void) | null,
  cause: BrokenReference,
): Promise<Pushed> {
  const [first] = acts
  if (acts.length > 1 || first === undefined)
    return push(deps, session, acts.slice(0, Math.ceil(acts.length / 2)), said, answer)
  deps.failures.set(first.id, (deps.failures.get(first.id) ?? 0) + 1)
  throw new ActFailed(first.id, cause)
}

/**
 * What has put off the check of references is checked by SQLite at the end only: before PostgreSQL's then, or what cannot be would stand in the
 * truth. Until PostgreSQL has decided too the copy is good for nothing. False: nothing was put off, and it is committed afterwards.
 */
function commitEarly({ data, distrust }: Replica, effects: readonly Effect[]): boolean {
  if (data.db.pragma('defer_foreign_keys', { simple: true }) !== 1) return false
  distrust()
  try {
    updateNotesOfAll(data, effects)
    data.db.exec('COMMIT')
  } catch (error) {
    if ((error as { code?: string }).code !== 'SQLITE_CONSTRAINT_FOREIGNKEY') throw error
    throw new BrokenReference('a reference is broken', { cause: error })
  }
  return true
}

/** PostgreSQL has decided. Where the copy cannot follow, it is thrown away with the next turn, and the answer stands. */
function commitCopy(replica: Replica, effects: readonly Effect[], { log }: PushDeps): void {
  try {
    updateNotesOfAll(replica.data, effects)
    replica.data.db.exec('COMMIT')
  } catch (error) {
    log('replica.commit', { message: error instanceof Error ? error.message : '' })
    replica.takeBack()
    replica.distrust()
  }
}

/** Nothing of these acts is known: as it nearly always is. */
const NEW = { known: [], used: [] }

type Foreseen = { deciding: Deciding | null; cautious: boolean }

/**
 * Decides the first acts while PostgreSQL is asked for the lock, as if the organisation were where the copy is and these acts were new. It counts
 * only where that is so once the lock is held. Where other processes commit too it would seldom be.
 */
function foresee(round: Round, cautious: boolean): Foreseen {
  const { replica } = round
  const there = replica.reached()
  if (cautious || !replica.alone || there.version < 0) return { deciding: null, cautious }
  try {
    const deciding = beginRound(round, there, NEW, false)
    deciding.step()
    return { deciding, cautious }
  } catch (error) {
    // It is told when it comes again with the lock held.
    replica.takeBack()
    return { deciding: null, cautious: error instanceof CameToNothing }
  }
}

async function pushWithin(
  deps: PushDeps,
  sql: Transaction,
  session: Session,
  acts: readonly SentAct[],
  { epoch, sentAt, renews }: Said,
  careful: boolean,
): Promise<Pushed & { hash: string; early: boolean; effects: readonly Effect[] }> {
  const { replica } = deps
  const now = deps.clock.now()
  // Asked at once, and answered one after the other: the past is read when the lock is held.
  const asked = Promise.all([lockOrg(sql, session.org), readPast(sql, session, acts)])
  asked.catch(() => undefined)
  const round = { ...deps, session, acts, now, sentAt, renews }
  const foreseen = foresee(round, careful)
  const [org, past] = await asked
  // It may have been shut out since it asked, by any process.
  if (!past.admitted) throw new Refused(401, session.browser === true ? 'team.signedOut' : 'team.revoked')
  if (epoch !== undefined && epoch !== org.epoch) throw new Refused(409, 'team.otherEpoch')
  const there = replica.reached()
  replica.alone = there.version === org.version && there.epoch === org.epoch && there.hash === org.hash
  let { deciding } = foreseen
  if (deciding === null || !replica.alone || past.known.length > 0 || past.used.length > 0) {
    if (deciding !== null) replica.takeBack()
    await replica.catchUp(sql, org, now)
    deciding = beginRound(round, org, past, foreseen.cautious)
    deciding.step()
  }
  while (!deciding.isDone()) {
    await nextTurn()
    deciding.step()
  }
  const { decided } = deciding
  const { outcomes, version, hash, commits, values, effects, quarantined } = decided
  replica.reach({ version, epoch: org.epoch, hash })
  for (const { act, hash: of, reason } of quarantined) sql.atEnd(quarantine(session, act, of, reason, now))
  const counted = mayCount(effects) ? JSON.stringify(counters(replica.data)) : org.counters
  const early = commitEarly(replica, effects)
  const rows = [...decided.rows.values()]
  const record = recordOf(org.id, now, { ...decided, rows, counters: counted })
  if (record !== null) sql.atEnd(record)
  return { outcomes, version, epoch: org.epoch, commits, made: commits.length, values, hash, early, effects }
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
      await database.pool.query(quarantine(session, act, hashOfAct(act), 'the device is revoked', now))
  return acts.map(({ id }): Outcome => {
    const outcome = outcomes.get(id)
    return outcome === undefined ? { kind: 'quarantined', id } : (JSON.parse(outcome) as Outcome)
  })
}
