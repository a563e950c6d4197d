// Undo of any commit: the audit trail's "before" becomes the new state, as long as nothing changed since (F4, G11).
import type { ParsedArgsOf } from '../../shared/contract/contract.ts'
import type { Id } from '../../shared/entities/entity.ts'
import type { Change, EntityName, EntityOf } from '../../shared/entities/registry.ts'
import { registry } from '../../shared/entities/registry.ts'
import type { Decision, RuleContext } from '../../shared/rules/rule.ts'
import type { Recorded } from '../../shared/rules/undo.ts'
import { REFERRING, referenceTo } from '../../shared/rules/integrity.ts'
import { undo } from '../../shared/rules/undo.ts'
import { refused } from '../../shared/rules/rule.ts'
import type { Data } from '../db/data.ts'
import { organisationOf } from '../reads.ts'

type AuditRow = { entity: EntityName; entity_id: string; before: string | null; after: string | null }

export function undoChange(data: Data, args: ParsedArgsOf<'change.undo'>, ctx: RuleContext): Decision<null> {
  const commit = data.get<{ at: number; undone_by: string | null; command: string }>(
    'SELECT at, undone_by, command FROM commit_log WHERE id = ?',
    args.commitId,
  )
  if (commit === undefined) return refused('notFound.change')
  const rows = data.all<AuditRow>(
    'SELECT entity, entity_id, "before", "after" FROM audit WHERE commit_id = ? ORDER BY seq DESC',
    args.commitId,
  )
  const recorded = rows.map((row): Recorded => ({
    entity: row.entity,
    id: row.entity_id,
    before: entityIn(row.entity, row.before),
    after: entityIn(row.entity, row.after),
    current: current(data, row.entity, row.entity_id),
  }))
  return undo(
    {
      at: commit.at,
      command: commit.command,
      undone: commit.undone_by !== null,
      changes: recorded,
      closedThrough: organisationOf(data)?.closedThrough ?? null,
      refersTo: (change: Change) => (change.op === 'remove' ? [] : references(data, change)),
    },
    ctx,
  )
}

/** As the schema has it today: an object within a row may have been written before a field of it existed. */
function current(data: Data, entity: EntityName, id: Id): object | null {
  const stored = data.find(entity, id)
  const read = registry[entity].schema.safeParse(stored)
  return read.success ? read.data : stored
}

const entityIn = <N extends EntityName>(entity: N, json: string | null): EntityOf<N> | null =>
  json === null ? null : (registry[entity].schema.parse(JSON.parse(json)) as EntityOf<N>)

/** A thing that comes back must find the user, customer, category and project that it belongs to. */
function references(data: Data, change: Extract<Change, { op: 'put' }>): { id: Id; exists: boolean }[] {
  // A draft may outlive its customer (F3).
  if (!REFERRING.has(change.entity)) return []
  return (['user', 'customer', 'category', 'project'] as const).flatMap((noun) => {
    const id = referenceTo(noun, change.value)
    return id === null ? [] : [{ id, exists: data.find(noun, id) !== null }]
  })
}
