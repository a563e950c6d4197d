// What a device is sent: the commits since it last asked, each only as far as its user may see it, with the hashes of the rest; and the
// pages of a first fill.
import type { Database } from './database.ts'
import type { Recent } from './recent.ts'
import type { OrgRow } from './replica.ts'
import { isEntity } from '../core/team/copy.ts'
import type { EntityName } from '../shared/entities/registry.ts'
import { factsOf } from '../shared/entities/relations.ts'
import { seesAll } from '../shared/rules/permission.ts'
import type { PullAnswer } from '../shared/team/protocol.ts'
import { BEFORE_ROWS, MOST_ROWS, PROTOCOL } from '../shared/team/protocol.ts'
import type { Scope } from '../shared/team/sight.ts'
import { isOnesOwn, isShown, scopeName } from '../shared/team/sight.ts'

/** The answer as JSON: of what all devices fetch alike, the text is made once. */
export async function pull(
  database: Database,
  recent: Recent,
  org: OrgRow,
  scope: Scope,
  since: number,
  hash: string,
  more: Pick<PullAnswer, 'restMs'> = {},
): Promise<string> {
  const known = since <= org.version ? await recent.hashAt(database.pool, org, since) : null
  const fits = known === hash
  const commits = fits ? await recent.after(database.pool, org, since) : []
  const rest: Omit<PullAnswer, 'commits'> = {
    fits,
    scope: scopeName(scope),
    version: org.version,
    epoch: org.epoch,
    epochFrom: org.epochFrom,
    counters: JSON.parse(org.counters) as PullAnswer['counters'],
    protocol: PROTOCOL,
    ...more,
  }
  const shown = commits.map((commit) => commit.shownTo(scope)).join(',')
  return `${JSON.stringify(rest).slice(0, -1)},"commits":[${shown}]}`
}

export async function fillPage(
  database: Database,
  org: OrgRow,
  scope: Scope,
  entity: string,
  after: string,
): Promise<string> {
  const pageOf = (rows: readonly string[], next: string | null): string => {
    const head = { after: next, epoch: org.epoch, scope: scopeName(scope), count: rows.length }
    // Rows are kept as JSON, and go out as they are; last, so that a device can read the rest without them.
    return `${JSON.stringify(head).slice(0, -1)}${BEFORE_ROWS}${rows.join(',')}]}`
  }
  if (!isEntity(entity)) return pageOf([], null)
  const narrow = onlyOwners(scope, entity)
  const found = await database.all<{ id: string; value: string }>(
    `SELECT id, value FROM row WHERE org = $1 AND entity = $2 AND id > $3 AND NOT removed
     ${narrow ? 'AND owner = $4' : ''} ORDER BY id LIMIT ${MOST_ROWS}`,
    org.id,
    entity,
    after,
    ...(narrow ? [scope.userId] : []),
  )
  const values = found.map(({ value }) => value)
  return pageOf(
    seesEachOf(scope, entity)
      ? values
      : values.filter((value) => isShown(scope, entity, JSON.parse(value) as object)),
    found.length < MOST_ROWS ? null : (found.at(-1)?.id ?? null),
  )
}

/** Then no row need be looked at. */
const seesEachOf = (scope: Scope, entity: EntityName): boolean =>
  !isOnesOwn(entity) && seesAll(scope, entity, scope)

/** Then the database finds them by their owner, and reads nobody else's. */
function onlyOwners(scope: Scope, entity: EntityName): boolean {
  if (factsOf(entity).owner === null || entity === 'meeting') return false
  return isOnesOwn(entity) || !seesAll(scope, entity, scope)
}
