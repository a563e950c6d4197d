// Reads the audit trail from its beginning and finds the first row that was altered, removed or reordered (G11).
import { createHash } from 'node:crypto'
import { trailRecord } from '../commit.ts'
import type { Data } from '../db/data.ts'

type CommitRow = {
  seq: number
  id: string
  at: number
  actor_id: string | null
  command: string
  args: string
  reason: string | null
  undoes: string | null
  undone_by: string | null
  clock_off: number | null
  hash: string
}
type AuditRow = {
  seq: number
  commit_id: string
  entity: string
  entity_id: string
  before: string | null
  after: string | null
}

export type TrailFinding = {
  commits: number
  /** The hash of the last commit that follows from all before it. */
  head: string
  /** The first commit that does not follow from what is stored, or `end` where the last ones are gone; null: it is whole. */
  brokenAt: string | null
}

/**
 * Both tables are read once, side by side, as they were written: each commit's changes stand together and in the order of the
 * commits, and nothing stands between them.
 */
export function verifyTrail(data: Data): TrailFinding {
  const found: TrailFinding = { commits: 0, head: '', brokenAt: null }
  const changes = data.each<AuditRow>(
    'SELECT seq, commit_id, entity, entity_id, "before", "after" FROM audit ORDER BY seq',
  )
  const rows = data.each<CommitRow>(
    'SELECT seq, id, at, actor_id, command, args, reason, undoes, undone_by, clock_off, hash FROM commit_log ORDER BY seq',
  )
  const undoneBy = new Map<string, string>()
  const undoing = new Map<string, string>()
  let next = changes.next()
  const last = { commit: 0, change: 0 }
  try {
    for (const row of rows) {
      const hash = createHash('sha256')
      hash.update(
        JSON.stringify(trailRecord(found.head, { ...row, actorId: row.actor_id, clockOff: row.clock_off })),
      )
      for (; next.done !== true && next.value.commit_id === row.id; next = changes.next()) {
        const { commit_id: id, entity, entity_id: entityId, before, after } = next.value
        hash.update(JSON.stringify([id, entity, entityId, before, after]))
        last.change = next.value.seq
      }
      if (hash.digest('hex') !== row.hash) return { ...found, brokenAt: row.id }
      if (row.undone_by !== null) undoneBy.set(row.id, row.undone_by)
      if (row.undoes !== null) undoing.set(row.undoes, row.id)
      found.head = row.hash
      found.commits += 1
      last.commit = row.seq
    }
    // A change of no commit.
    if (next.done !== true) return { ...found, brokenAt: next.value.commit_id }
  } finally {
    changes.return?.()
  }
  // What marks a commit as undone is written later than its hash, and must say what the undo says.
  // A team's data come without their past, which can still be undone: what is not here is marked nowhere. Where a line was taken away, the
  // hashes say so.
  const isHere = (id: string): boolean => data.get('SELECT 1 FROM commit_log WHERE id = ?', id) !== undefined
  for (const id of new Set([...undoneBy.keys(), ...undoing.keys()]))
    if (undoneBy.get(id) !== undoing.get(id) && (undoneBy.has(id) || isHere(id)))
      return { ...found, brokenAt: id }
  // A chain does not know its end; SQLite counts what was ever appended.
  const endsEarly =
    last.commit !== lastAppended(data, 'commit_log') || last.change !== lastAppended(data, 'audit')
  return endsEarly ? { ...found, brokenAt: 'end' } : found
}

const lastAppended = (data: Data, table: string): number =>
  data.get<{ seq: number }>('SELECT seq FROM sqlite_sequence WHERE name = ?', table)?.seq ?? 0

/** Is a commit with this hash in the trail? Then all that was recorded up to it is there as it was then. */
export const trailHolds = (data: Data, hash: string): boolean =>
  data.get('SELECT 1 FROM commit_log WHERE hash = ?', hash) !== undefined
