// Undo of any commit: the audit trail's "before" becomes the new state, as long as nothing changed since (F4, G11).
import type { Access } from '../../shared/contract/access.ts'
import { leaders } from '../../shared/contract/access.ts'
import type { ParsedArgsOf } from '../../shared/contract/contract.ts'
import { isRequestName, requests } from '../../shared/contract/contract.ts'
import type { Id } from '../../shared/entities/entity.ts'
import type { Change, EntityName, EntityOf } from '../../shared/entities/registry.ts'
import { registry } from '../../shared/entities/registry.ts'
import type { Decision, RuleContext } from '../../shared/rules/rule.ts'
import type { Recorded } from '../../shared/rules/undo.ts'
import { referencesIn, referencesOf } from '../../shared/entities/relations.ts'
import { isTakenBackBy, undo } from '../../shared/rules/undo.ts'
import { refused } from '../../shared/rules/rule.ts'
import type { Data } from '../db/data.ts'
import { entriesTouching, organisationOf } from '../facts/reads.ts'

type CommitRow = { at: number; undone_by: string | null; undoes: string | null; command: string }
type AuditRow = {
  seq: number
  entity: EntityName
  entity_id: string
  before: string | null
  after: string | null
}

export function undoChange(data: Data, args: ParsedArgsOf<'change.undo'>, ctx: RuleContext): Decision<null> {
  const commit = commitOf(data, args.commitId)
  if (commit === undefined) return refused('notFound.change')
  const rows = data.all<AuditRow>(`${AUDIT} ORDER BY seq DESC`, args.commitId)
  return undoRows(data, commit, rows.filter(isOwnChange), ctx)
}

const AUDIT = 'SELECT seq, entity, entity_id, "before", "after" FROM audit WHERE commit_id = +?'
/** Changes of a commit that are taken back at once. */
const PART = 1_000

/** How many things a commit has changed; more than `most` are not counted. */
export const changesIn = (data: Data, commitId: Id, most = -1): number =>
  data.get<{ n: number }>(
    'SELECT count(*) AS n FROM (SELECT 1 FROM audit WHERE commit_id = +? LIMIT ?)',
    commitId,
    most,
  )?.n ?? 0

/** What was done at first: an undo of an undo does that again. */
export function originalCommand(data: Data, commitId: Id): string | null {
  const commit = commitOf(data, commitId)
  return commit === undefined ? null : originalOf(data, commit).command
}

/**
 * The same part by part, the last change first, for a commit of so many changes that they are too much at once. Each part is decided as
 * the ones before have left things: the caller makes its changes before it takes the next, and takes all back where one is refused.
 */
export function* undoParts(
  data: Data,
  { commitId }: ParsedArgsOf<'change.undo'>,
  ctx: RuleContext,
): Generator<Decision<null>> {
  const commit = commitOf(data, commitId)
  if (commit === undefined) return yield refused('notFound.change')
  let before = Number.MAX_SAFE_INTEGER
  let any = false
  for (;;) {
    const rows = data.all<AuditRow>(`${AUDIT} AND seq < ? ORDER BY seq DESC LIMIT ${PART}`, commitId, before)
    before = rows.at(-1)?.seq ?? before
    const own = rows.filter(isOwnChange)
    if (own.length > 0) yield undoRows(data, commit, own, ctx)
    any ||= own.length > 0
    if (rows.length < PART) break
  }
  if (!any) yield refused('undo.nothing')
}

function undoRows(
  data: Data,
  commit: CommitRow,
  rows: readonly AuditRow[],
  ctx: RuleContext,
): Decision<null> {
  const recorded = rows.map((row): Recorded => {
    const now = current(data, row.entity, row.entity_id)
    return {
      entity: row.entity,
      id: row.entity_id,
      before: entityIn(row.entity, row.before, now),
      after: entityIn(row.entity, row.after, now),
      current: now,
    }
  })
  const organisation = organisationOf(data)
  return undo(
    {
      at: commit.at,
      permitted: isTakenBackBy(ctx.actor, accessTo(originalOf(data, commit)), recorded, organisation),
      command: commit.command,
      undone: commit.undone_by !== null,
      changes: recorded,
      closedThrough: organisation?.closedThrough ?? null,
      inTheWay: (entry) =>
        organisation?.overlaps === 'refuse'
          ? entriesTouching(data, entry.userId, entry.startAt, entry.endAt, { entryId: entry.id })
          : [],
      refersTo: (change: Change) => (change.op === 'remove' ? [] : references(data, change)),
    },
    ctx,
  )
}

const commitOf = (data: Data, id: Id): CommitRow | undefined =>
  data.get<CommitRow>('SELECT at, undone_by, undoes, command FROM commit_log WHERE id = ?', id)

/** What the program noted by itself, or a command of an earlier version, is for those who lead. */
const accessTo = ({ command }: CommitRow): Access =>
  isRequestName(command) ? requests[command].access : leaders

/** What was done at first: the undo of an undo does that again. */
function originalOf(data: Data, commit: CommitRow): CommitRow {
  const undone = commit.undoes === null ? undefined : commitOf(data, commit.undoes)
  return undone === undefined ? commit : originalOf(data, undone)
}

/** As the schema has it today: an object within a row may have been written before a field of it existed. */
function current(data: Data, entity: EntityName, id: Id): object | null {
  const stored = data.find(entity, id)
  const read = registry[entity].schema.safeParse(stored)
  return read.success ? read.data : stored
}

/** A field that came with a later version is as it is now. */
const entityIn = <N extends EntityName>(
  entity: N,
  json: string | null,
  now: object | null,
): EntityOf<N> | null =>
  json === null
    ? null
    : (registry[entity].schema.parse({ ...now, ...(JSON.parse(json) as object) }) as EntityOf<N>)

/** What a closed period was closed with is kept, whatever becomes of the change that made it worth keeping (K1). */
const isOwnChange = ({ entity, before }: AuditRow): boolean => entity !== 'pastSetting' || before !== null

/** A thing that comes back must find what it belongs to. */
const references = (data: Data, change: Extract<Change, { op: 'put' }>): { id: Id; exists: boolean }[] =>
  referencesOf(change.entity).flatMap((ref) =>
    referencesIn(ref, change.value).map((id) => ({ id, exists: data.find(ref.to, id) !== null })),
  )
