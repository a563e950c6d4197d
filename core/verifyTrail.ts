// Reads the audit trail from its beginning and finds the first row that was altered, removed or reordered (G11).
import { createHash } from 'node:crypto'
import type { Data } from './db/data.ts'

type CommitRow = {
  id: string
  at: number
  actor_id: string | null
  command: string
  args: string
  reason: string | null
  undoes: string | null
  hash: string
}
type AuditRow = {
  commit_id: string
  entity: string
  entity_id: string
  before: string | null
  after: string | null
}

export type TrailFinding = { commits: number; brokenAt: string | null }

/** `brokenAt` names the first commit whose hash does not follow from what is stored; null: the trail is whole. */
export function verifyTrail(data: Data): TrailFinding {
  let previous = ''
  let commits = 0
  const rows = data.db
    .prepare<[], CommitRow>(
      'SELECT id, at, actor_id, command, args, reason, undoes, hash FROM commit_log ORDER BY seq',
    )
    .iterate()
  for (const row of rows) {
    const hash = createHash('sha256')
    hash.update(
      JSON.stringify([previous, row.id, row.at, row.actor_id, row.command, row.args, row.reason, row.undoes]),
    )
    const changes = data.all<AuditRow>(
      'SELECT commit_id, entity, entity_id, "before", "after" FROM audit WHERE commit_id = ? ORDER BY seq',
      row.id,
    )
    for (const c of changes)
      hash.update(JSON.stringify([c.commit_id, c.entity, c.entity_id, c.before, c.after]))
    if (hash.digest('hex') !== row.hash) return { commits, brokenAt: row.id }
    previous = row.hash
    commits += 1
  }
  return { commits, brokenAt: null }
}
