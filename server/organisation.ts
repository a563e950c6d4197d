// One organisation in this process: its copy, and the turns of those who need it.
import { setTimeout as wait } from 'node:timers/promises'
import type { Database, Sql } from './database.ts'
import type { OrgRow, Replica } from './replica.ts'
import { openReplica } from './replica.ts'
import type { Session } from './sessions.ts'
import type { Turns } from './turns.ts'
import { createTurns } from './turns.ts'
import { holdAt, noScopes } from './scopes.ts'
import type { Scopes } from './scopes.ts'
import { Refused } from './refused.ts'
import type { Clock } from '../shared/base/clock.ts'
import { actorOf } from '../core/decide.ts'
import { organisationOf } from '../core/facts/reads.ts'
import type { Scope } from '../shared/team/sight.ts'

/** Whoever holds this row writes; everybody else waits. A test takes the lock away and sees that nothing holds without it. */
export const LOCK = { sql: 'FOR NO KEY UPDATE' }

export async function lockOrg(sql: Sql, id: string): Promise<OrgRow> {
  const { rows } = await sql.query<OrgRow>(
    `SELECT id, version, hash, epoch, epoch_from AS "epochFrom", phase, counters FROM org WHERE id = $1 ${LOCK.sql}`,
    [id],
  )
  const [org] = rows
  if (org?.phase !== 'open') throw new Refused(409, 'team.founding')
  return org
}

/** It may have been shut out since it asked. */
export async function stillAdmitted(sql: Sql, session: Session): Promise<void> {
  const [from, code] =
    session.browser === true
      ? (['web_session WHERE org = $1 AND id = $2', 'team.signedOut'] as const)
      : (['device WHERE org = $1 AND id = $2 AND revoked_at IS NULL', 'team.revoked'] as const)
  const { rows } = await sql.query(`SELECT 1 FROM ${from}`, [session.org, session.deviceId])
  if (rows.length === 0) throw new Refused(401, code)
}

export type Organisation = {
  replica: Replica
  turn: Turns
  scopes: Scopes
  /** How often each act failed inside. */
  failures: Map<string, number>
  /** Whoever waits is told of each commit. */
  waiting: Set<Told>
  /** Somebody looks for what other processes commit, for all who wait. */
  looking: boolean
}
/** Of the newest commit, or why it cannot be known. */
type Told = (news: number | Error) => void

export type Organisations = {
  of(id: string): Organisation
  close(): Promise<void>
}

export function createOrganisations(folder: string): Organisations {
  const open = new Map<string, Organisation>()
  return {
    of: (id) => {
      let found = open.get(id)
      if (found === undefined) {
        found = {
          replica: openReplica(folder, id),
          turn: createTurns(),
          scopes: noScopes(),
          failures: new Map(),
          waiting: new Set(),
          looking: false,
        }
        open.set(id, found)
      }
      return found
    },
    close: async () => {
      for (const { replica, turn } of open.values()) await turn(async () => replica.close())
      open.clear()
    },
  }
}

type Asker = Pick<Session, 'org' | 'userId'>

/** What the session's user may see, by what holds now; refused where they are nobody any more. */
export async function scopeOf(
  database: Database,
  organisation: Organisation,
  asker: Asker,
  clock: Clock,
): Promise<{ org: OrgRow; scope: Scope }> {
  const org = await openOrg(database, asker.org)
  const { version, epoch, of } = organisation.scopes
  const scope = epoch === org.epoch && version >= org.version ? of.get(asker.userId) : undefined
  if (scope !== undefined) return { org, scope }
  return organisation.turn(() => scopeNow(database, organisation, asker, clock))
}

async function openOrg(database: Database, id: string): Promise<OrgRow> {
  const [org] = await database.all<OrgRow>(
    'SELECT id, version, hash, epoch, epoch_from AS "epochFrom", phase, counters FROM org WHERE id = $1',
    id,
  )
  if (org?.phase !== 'open') throw new Refused(409, 'team.founding')
  return org
}

/** The same within the turn of who asks: the copy is then as it is for as long as the turn lasts. */
export async function scopeNow(
  database: Database,
  { replica, scopes }: Organisation,
  { org: id, userId }: Asker,
  clock: Clock,
): Promise<{ org: OrgRow; scope: Scope }> {
  const org = await openOrg(database, id)
  await replica.catchUp(database.pool, org, clock.now())
  holdAt(scopes, org)
  const actor = actorOf(replica.data, userId)
  if (actor === null) throw new Refused(403, 'team.notMember')
  const colleaguesSeeTime = organisationOf(replica.data)?.colleaguesSeeTime === true
  const scope = { ...actor, colleaguesSeeTime }
  scopes.of.set(userId, scope)
  return { org, scope }
}

export const tell = ({ waiting }: Pick<Organisation, 'waiting'>, news: number | Error): void => {
  for (const told of waiting) told(news)
}

/** So long whoever waits for news is kept, and so often other processes' commits are looked for. */
const WAIT_MS = 25_000
const LOOK_MS = 500

const versionOf = async (database: Database, orgId: string): Promise<number> => {
  const [org] = await database.all<{ version: number }>('SELECT version FROM org WHERE id = $1', orgId)
  return org?.version ?? 0
}

/** As soon as there is a commit after `since`, here or by another process; or after a while all the same. */
export async function newerThan(
  { database }: { database: Database },
  organisation: Organisation,
  orgId: string,
  since: number,
  signal: AbortSignal,
): Promise<number> {
  const { waiting } = organisation
  const heard: { newest: number; lost: Error | null } = { newest: 0, lost: null }
  const end = new AbortController()
  const told: Told = (news) => {
    if (news instanceof Error) heard.lost = news
    else heard.newest = Math.max(heard.newest, news)
    if (heard.lost !== null || heard.newest > since) end.abort()
  }
  // Listening begins before the look, so nothing falls between.
  waiting.add(told)
  try {
    told(await versionOf(database, orgId))
    lookForOthers(database, organisation, orgId)
    await wait(WAIT_MS, undefined, { signal: AbortSignal.any([end.signal, signal]), ref: false }).catch(
      () => undefined,
    )
    if (heard.lost !== null) throw heard.lost
    return heard.newest
  } finally {
    waiting.delete(told)
  }
}

/** One look for all: two hundred devices that each look would keep an idle database busy. */
function lookForOthers(database: Database, organisation: Organisation, orgId: string): void {
  if (organisation.looking) return
  organisation.looking = true
  const looking = async (): Promise<void> => {
    try {
      while (organisation.waiting.size > 0) {
        await wait(LOOK_MS, undefined, { ref: false })
        if (organisation.waiting.size > 0) tell(organisation, await versionOf(database, orgId))
      }
    } catch (error) {
      tell(organisation, error instanceof Error ? error : new Error('no look', { cause: error }))
    } finally {
      organisation.looking = false
    }
  }
  void looking()
}
