// What a device is sent: the commits since it last asked, each only as far as its user may see it, with the hashes of the rest; and the
// pages of a first fill.
import type { Database } from './database.ts'
import { commitsAfter } from './replica.ts'
import type { OrgRow } from './replica.ts'
import { leafHash, effectIn } from '../core/team/chain.ts'
import type { Leaf } from '../core/team/chain.ts'
import { isEntity } from '../core/team/copy.ts'
import type { EntityName } from '../shared/entities/registry.ts'
import { factsOf } from '../shared/entities/relations.ts'
import { seesAll } from '../shared/rules/permission.ts'
import type { PullAnswer, SentCommit, SentLeaf } from '../shared/team/protocol.ts'
import { MOST_ROWS, PROTOCOL } from '../shared/team/protocol.ts'
import type { Scope } from '../shared/team/sight.ts'
import { effectShown, isOnesOwn, isShown, scopeName } from '../shared/team/sight.ts'

export async function pull(
  database: Database,
  org: OrgRow,
  scope: Scope,
  since: number,
  hash: string,
): Promise<PullAnswer> {
  const known = since <= org.version ? await hashAt(database, org, since) : null
  const fits = known === hash
  const commits = fits && since < org.version ? await commitsAfter(database.pool, org.id, since) : []
  return {
    fits,
    scope: scopeName(scope),
    version: org.version,
    epoch: org.epoch,
    epochFrom: org.epochFrom,
    commits: commits
      .filter(({ seq }) => seq <= org.version)
      .map(({ seq, leaves, root }) => shown(scope, seq, root, JSON.parse(leaves) as Leaf[])),
    counters: JSON.parse(org.counters) as PullAnswer['counters'],
    protocol: PROTOCOL,
  }
}

async function hashAt(database: Database, org: OrgRow, seq: number): Promise<string | null> {
  if (seq === org.version) return org.hash
  if (seq === 0) return ''
  const [found] = await database.all<{ hash: string }>(
    'SELECT hash FROM commit WHERE org = $1 AND seq = $2',
    org.id,
    seq,
  )
  return found?.hash ?? null
}

/** Who did something when is told to whoever is shown any of what it did, and to who did it. */
function shown(scope: Scope, seq: number, root: string, [header, ...leaves]: readonly Leaf[]): SentCommit {
  if (header === undefined) return { seq, root, leaves: null }
  const parts = leaves.map((leaf): SentLeaf => {
    const effect = effectIn(leaf)
    const part = effectShown(scope, effect)
    if (part === null) return { hash: leafHash(leaf) }
    if (part.before === effect.before && part.after === effect.after) return leaf
    return { hash: leafHash(leaf), part: JSON.stringify([part.entity, part.before, part.after]) }
  })
  const any = parts.some((part) => 'text' in part || 'part' in part)
  const { actorId } = JSON.parse(header.text) as { actorId: string | null }
  if (!any && actorId !== scope.userId) return { seq, root, leaves: null }
  // What was asked for may say more than what is shown of what came of it.
  const whole = parts.every((part) => 'text' in part) || actorId === scope.userId
  return { seq, root, leaves: [whole ? header : withoutArgs(header), ...parts] }
}

function withoutArgs(header: Leaf): SentLeaf {
  const said = JSON.parse(header.text) as Record<string, unknown>
  return { hash: leafHash(header), part: JSON.stringify({ ...said, args: '{}', reason: null }) }
}

export async function fillPage(
  database: Database,
  orgId: string,
  scope: Scope,
  entity: string,
  after: string,
): Promise<{ rows: Record<string, never>[]; after: string | null }> {
  if (!isEntity(entity)) return { rows: [], after: null }
  const narrow = onlyOwners(scope, entity)
  const found = await database.all<{ id: string; value: string }>(
    `SELECT id, value FROM row WHERE org = $1 AND entity = $2 AND id > $3 AND NOT removed
     ${narrow ? 'AND owner = $4' : ''} ORDER BY id LIMIT ${MOST_ROWS}`,
    orgId,
    entity,
    after,
    ...(narrow ? [scope.userId] : []),
  )
  return {
    rows: found
      .map(({ value }) => JSON.parse(value) as Record<string, never>)
      .filter((value) => isShown(scope, entity, value)),
    after: found.length < MOST_ROWS ? null : (found.at(-1)?.id ?? null),
  }
}

/** Then the database finds them by their owner, and reads nobody else's. */
function onlyOwners(scope: Scope, entity: EntityName): boolean {
  if (factsOf(entity).owner === null || entity === 'meeting') return false
  return isOnesOwn(entity) || !seesAll(scope, entity, scope)
}
