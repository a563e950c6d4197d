// One organisation in this process: its copy, and the turns of those who need it.
import type { Database, Sql } from './database.ts'
import { prepared } from './database.ts'
import type { OrgRow, Replica } from './replica.ts'
import { openReplica } from './replica.ts'
import type { Session } from './sessions.ts'
import { ADMITTED } from './sessions.ts'
import type { Turns } from './turns.ts'
import { createTurns } from './turns.ts'
import { Refused } from './refused.ts'
import type { Clock } from '../shared/base/clock.ts'
import { actorOf } from '../core/decide.ts'
import { organisationOf } from '../core/facts/reads.ts'
import type { Scope } from '../shared/team/sight.ts'

/** Whoever holds this row writes; everybody else waits. A test takes the lock away and sees that nothing holds without it. */
export const LOCK = { sql: 'FOR NO KEY UPDATE' }

const FIELDS = 'id, version, hash, epoch, epoch_from AS "epochFrom", phase, counters'
const ORG = `SELECT ${FIELDS} FROM org WHERE id = $1`
const ORG_AND_DEVICE = `SELECT ${FIELDS}, ${ADMITTED.device} AS admitted FROM org WHERE id = $1`

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
  /** Whoever waits is told of each commit of this process. */
  waiting: Set<(version: number) => void>
}

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
          failures: new Map(),
          waiting: new Set(),
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

/** Without a device: a browser, whose session has just been asked for. */
type Asker = Pick<Session, 'org' | 'userId'> & { deviceId?: string }

/** What the session's user may see, by what holds now; refused where they are nobody any more. */
export const scopeOf = (
  database: Database,
  organisation: Organisation,
  asker: Asker,
  clock: Clock,
): Promise<{ org: OrgRow; scope: Scope }> =>
  organisation.turn(() => scopeNow(database, organisation, asker, clock))

/** The same within the turn of who asks: the copy is then as it is for as long as the turn lasts. */
export async function scopeNow(
  database: Database,
  { replica }: Organisation,
  { org: id, userId, deviceId }: Asker,
  clock: Clock,
): Promise<{ org: OrgRow; scope: Scope }> {
  const asked = deviceId === undefined ? prepared(ORG, [id]) : prepared(ORG_AND_DEVICE, [id, deviceId])
  const [org] = (await database.pool.query<OrgRow & { admitted?: boolean }>(asked)).rows
  if (org?.admitted === false) throw new Refused(401, 'team.revoked')
  if (org?.phase !== 'open') throw new Refused(409, 'team.founding')
  await replica.catchUp(database.pool, org, clock.now())
  const actor = actorOf(replica.data, userId)
  if (actor === null) throw new Refused(403, 'team.notMember')
  const colleaguesSeeTime = organisationOf(replica.data)?.colleaguesSeeTime === true
  return { org, scope: { ...actor, colleaguesSeeTime } }
}

export const tell = ({ waiting }: Organisation, version: number): void => {
  for (const told of waiting) told(version)
}

/** So long whoever waits for news is kept, and so often other processes' commits are looked for. */
const WAIT_MS = 25_000
const LOOK_MS = 500

/** As soon as there is a commit after `since`, here or by another process; or after a while all the same. */
export async function newerThan(
  { database, clock }: { database: Database; clock: Clock },
  { waiting }: Organisation,
  orgId: string,
  since: number,
  signal: AbortSignal,
): Promise<number> {
  const until = clock.monotonic() + WAIT_MS
  for (;;) {
    let told: ((version: number) => void) | undefined
    let timer: NodeJS.Timeout | undefined
    // Listening begins before the look, so nothing falls between.
    const here = new Promise<void>((resolve) => {
      told = () => resolve()
      waiting.add(told)
      timer = setTimeout(resolve, LOOK_MS)
      signal.addEventListener('abort', () => resolve(), { once: true })
    })
    try {
      const [org] = await database.all<{ version: number }>('SELECT version FROM org WHERE id = $1', orgId)
      const version = org?.version ?? 0
      if (version > since || clock.monotonic() >= until || signal.aborted) return version
      await here
    } finally {
      clearTimeout(timer)
      if (told !== undefined) waiting.delete(told)
    }
  }
}
