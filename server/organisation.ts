// One organisation in this process: its copy, and the turns of those who need it.
import { setTimeout as wait } from 'node:timers/promises'
import type { Database, Sql } from './database.ts'
import { prepared } from './database.ts'
import type { OrgRow, Replica } from './replica.ts'
import { openReplica } from './replica.ts'
import type { Ask } from './asking.ts'
import { createAsk, ORG_FIELDS } from './asking.ts'
import type { Pace } from './pace.ts'
import { createPace } from './pace.ts'
import { createRecent } from './recent.ts'
import type { Recent } from './recent.ts'
import { askScope, createScopes } from './scopes.ts'
import type { Scopes } from './scopes.ts'
import type { Session } from './sessions.ts'
import type { Turns } from './turns.ts'
import { createTurns } from './turns.ts'
import { Refused } from './refused.ts'
import type { Clock } from '../shared/base/clock.ts'
import type { Scope } from '../shared/team/sight.ts'

/** Whoever holds this row writes; everybody else waits. A test takes the lock away and sees that nothing holds without it. */
export const LOCK = { sql: 'FOR NO KEY UPDATE' }

const ORG = `SELECT ${ORG_FIELDS} FROM org WHERE id = $1`

export async function lockOrg(sql: Sql, id: string): Promise<OrgRow> {
  const { rows } = await sql.query<OrgRow>(prepared(`${ORG} ${LOCK.sql}`, [id]))
  const [org] = rows
  if (org?.phase !== 'open') throw new Refused(409, 'team.founding')
  return org
}

export type Organisation = {
  replica: Replica
  turn: Turns
  /** How often each act failed inside. */
  failures: Map<string, number>
  /** The last commits, and by them what each may see. */
  recent: Recent
  scopes: Scopes
  /** Where it is in the database now. */
  ask: Ask
  /** When each device asked for news last; who is there asks at least every half a minute. */
  present: Map<string, number>
  /** Whoever waits is told of each commit. */
  waiting: Set<Told>
  /** So many pushes are on their way here. */
  pushing: number
  /** In which they are answered. */
  pace: Pace
  /** Somebody looks for what other processes commit, for all who wait. */
  looking: boolean
}

export type Organisations = {
  of(id: string): Organisation
  close(): Promise<void>
}

export function createOrganisations(folder: string): Organisations {
  const open = new Map<string, Organisation>()
  const ending = new AbortController()
  return {
    of: (id) => {
      let found = open.get(id)
      if (found === undefined) {
        const recent = createRecent()
        found = {
          recent,
          scopes: createScopes(recent),
          ask: createAsk(id),
          present: new Map(),
          looking: false,
          replica: openReplica(folder, id, ending.signal),
          turn: createTurns(),
          failures: new Map(),
          waiting: new Set(),
          pushing: 0,
          pace: createPace(() => ((found?.pushing ?? 0) > 0 ? MEANWHILE : AT_A_TIME)),
        }
        open.set(id, found)
      }
      return found
    },
    close: async () => {
      ending.abort()
      for (const { replica, turn } of open.values()) await turn(async () => replica.close())
      open.clear()
    },
  }
}

/** Without a device: a browser, whose session has just been asked for. */
type Asker = Pick<Session, 'org' | 'userId'> & { deviceId?: string }

/** What the session's user may see, by what holds now; refused where they are nobody any more. No turn is waited for: it is asked of PostgreSQL. */
export async function scopeOf(
  database: Database,
  organisation: Organisation,
  asker: Asker,
): Promise<{ org: OrgRow; scope: Scope }> {
  const { scopes } = organisation
  const org = await askOrg(database, organisation, asker)
  const known = await scopes.find(database.pool, org, asker.userId)
  if (known !== undefined) return { org, scope: known }
  const scope = await askScope(database.pool, org.id, asker.userId)
  if (scope === null) throw new Refused(403, 'team.notMember')
  // Never of before `org`: it was asked after that.
  scopes.set(org, scope)
  return { org, scope }
}

async function askOrg(database: Database, { ask }: Organisation, { deviceId }: Asker): Promise<OrgRow> {
  const org = await ask(database, deviceId)
  if (org?.phase !== 'open') throw new Refused(409, 'team.founding')
  return org
}

/** The same within the turn of who asks: the copy is then as it is for as long as the turn lasts. */
export async function scopeNow(
  database: Database,
  organisation: Organisation,
  asker: Asker,
  clock: Clock,
): Promise<{ org: OrgRow; scope: Scope }> {
  const asked = await scopeOf(database, organisation, asker)
  await organisation.replica.catchUp(database.pool, asked.org, clock.now())
  return asked
}

/** Of the newest commit, or why it cannot be known. */
type Told = (news: number | Error) => void

/** So many are answered before others have their turn; one by one while somebody waits for what they pushed. */
const AT_A_TIME = 8
const MEANWHILE = 1

export function tell({ waiting }: Pick<Organisation, 'waiting'>, news: number | Error): void {
  for (const told of waiting) told(news)
}

/** So long whoever waits for news is kept, and so often other processes' commits are looked for. */
const WAIT_MS = 25_000
const LOOK_MS = 500

/** Each device that is there has this much of the time of the process that serves them all, and none rests longer than people would notice. */
const REST_EACH_MS = 0.75
const LONGEST_REST_MS = 500
const AWAY_MS = 60_000

/** So long a device that was told news waits before it asks for the next: with few it is nothing, and a crowd comes and goes in waves. */
export function restOf({ present }: Organisation, deviceId: string, now: number): number {
  present.delete(deviceId)
  present.set(deviceId, now)
  // In the order in which they asked.
  for (const [id, asked] of present) {
    if (now - asked < AWAY_MS) break
    present.delete(id)
  }
  return Math.min(LONGEST_REST_MS, Math.round(present.size * REST_EACH_MS))
}

/**
 * As soon as there is a commit after `since`, here or by another process; or after a while all the same. Refused where the device is shut out.
 * One look serves all who wait: each of hundreds would ask the same.
 */
export async function newerThan(
  { database }: { database: Database },
  organisation: Organisation,
  orgId: string,
  since: number,
  signal: AbortSignal,
  deviceId?: string,
): Promise<number> {
  const { waiting } = organisation
  let ended = (): void => undefined
  let told: Told = () => undefined
  // Listening begins before the first look, so nothing falls between.
  const heard = new Promise<number | null>((resolve, reject) => {
    told = (news) => {
      if (news instanceof Error) reject(news)
      else if (news > since) resolve(news)
    }
    ended = () => resolve(null)
  })
  heard.catch(() => undefined)
  waiting.add(told)
  const timer = setTimeout(ended, WAIT_MS)
  signal.addEventListener('abort', ended, { once: true })
  try {
    const version = (await organisation.ask(database, deviceId))?.version ?? 0
    if (version > since || signal.aborted) return version
    void lookFor(database, organisation, orgId)
    return (await heard) ?? version
  } finally {
    clearTimeout(timer)
    signal.removeEventListener('abort', ended)
    waiting.delete(told)
  }
}

const VERSION = 'SELECT version FROM org WHERE id = $1'

/** As long as somebody waits: who comes after the last look begins another. */
async function lookFor(database: Database, organisation: Organisation, orgId: string): Promise<void> {
  if (organisation.looking) return
  organisation.looking = true
  try {
    while (organisation.waiting.size > 0) {
      await wait(LOOK_MS, undefined, { ref: false })
      const { rows } = await database.pool.query<{ version: number }>(prepared(VERSION, [orgId]))
      tell(organisation, rows[0]?.version ?? 0)
    }
  } catch (error) {
    tell(organisation, error instanceof Error ? error : new Error(String(error)))
  } finally {
    organisation.looking = false
  }
}
