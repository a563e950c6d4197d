// What each user of an organisation may see, between requests. It rests on their user and on what the organisation says of colleagues; which
// version the organisation has is asked each time, and where a commit since then, of whatever process, touches either, all is asked anew.
import type { Sql } from './database.ts'
import type { Recent } from './recent.ts'
import type { OrgRow } from './replica.ts'
import type { EntityName } from '../shared/entities/registry.ts'
import { MOST_COMMITS } from '../shared/team/protocol.ts'
import type { Scope } from '../shared/team/sight.ts'

const RESTS_ON: ReadonlySet<EntityName> = new Set(['user', 'organisation'])

export type Scopes = {
  /** By what holds where the organisation is; undefined: it is to be asked of the copy. */
  find(sql: Sql, org: OrgRow, userId: string): Promise<Scope | undefined>
  /** As it was asked of the copy at that version. */
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
