// What each user of an organisation may see, between requests. It rests on their user and on what the organisation says of colleagues; which
// version the organisation has is asked each time, and where a commit since then, of whatever process, touches either, all is asked anew.
import type { Sql } from './database.ts'
import { prepared } from './database.ts'
import type { Recent } from './recent.ts'
import type { OrgRow } from './replica.ts'
import type { EntityName } from '../shared/entities/registry.ts'
import { actorIn } from '../core/decide.ts'
import { readRow } from '../core/team/copy.ts'
import { MOST_COMMITS } from '../shared/team/protocol.ts'
import type { Scope } from '../shared/team/sight.ts'

const RESTS_ON: ReadonlySet<EntityName> = new Set(['user', 'organisation'])

export type Scopes = {
  /** By what holds where the organisation is; undefined: it is to be asked. */
  find(sql: Sql, org: OrgRow, userId: string): Promise<Scope | undefined>
  /** As it was asked at that version, or after it. */
  set(org: OrgRow, scope: Scope): void
}

export function createScopes(recent: Recent): Scopes {
  let epoch = ''
  /** Every commit up to here has been looked at. */
  let through = 0
  const known = new Map<string, Scope>()

  const begin = (org: OrgRow): void => {
    known.clear()
    epoch = org.epoch
    through = org.version
  }
  const bringUp = async (sql: Sql, org: OrgRow): Promise<void> => {
    if (epoch !== org.epoch) return begin(org)
    const from = through
    if (from >= org.version) return
    const commits = await recent.after(sql, org, from)
    // Others have looked meanwhile, and may have found what these show.
    if (epoch !== org.epoch || through >= org.version) return
    const last = commits.at(-1)?.seq
    const isWhole = last === org.version && commits.length < MOST_COMMITS
    if (!isWhole || commits.some(({ effects }) => effects().some(({ entity }) => RESTS_ON.has(entity))))
      known.clear()
    through = org.version
  }

  return {
    find: async (sql, org, userId) => {
      await bringUp(sql, org)
      return epoch === org.epoch && through >= org.version ? known.get(userId) : undefined
    },
    set: (org, scope) => {
      if (epoch === org.epoch && org.version >= through) known.set(scope.userId, scope)
    },
  }
}

const RIGHTS = `SELECT entity, value FROM row WHERE org = $1 AND NOT removed
 AND (entity = 'user' AND id = $2 OR entity = 'organisation')`

/** What that user may see as the rows are now; null: they are nobody any more. */
export async function askScope(sql: Sql, orgId: string, userId: string): Promise<Scope | null> {
  const { rows } = await sql.query<{ entity: EntityName; value: string }>(prepared(RIGHTS, [orgId, userId]))
  const valueOf = (entity: EntityName): unknown => {
    const row = rows.find((one) => one.entity === entity)
    return row === undefined ? null : JSON.parse(row.value)
  }
  const [user, organisation] = [valueOf('user'), valueOf('organisation')]
  const actor = user === null ? null : actorIn(readRow('user', user))
  if (actor === null) return null
  const { colleaguesSeeTime } =
    organisation === null ? { colleaguesSeeTime: false } : readRow('organisation', organisation)
  return { ...actor, colleaguesSeeTime }
}
