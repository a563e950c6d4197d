// What of an organisation is written into the server's copy, where it is made anew: here or in a thread.
import type { WritableData } from '../core/db/data.ts'
import type { Counters } from '../core/derived/counters.ts'
import { addToTrail } from '../core/team/applyCommit.ts'
import { finishCopy, putRows } from '../core/team/copy.ts'
import type { EntityName } from '../shared/entities/registry.ts'
import { opened } from './opened.ts'

/** `values`: rows as PostgreSQL has them, as JSON; `leaves`: commits in their order. */
export type CopyTask =
  | { put: 'rows'; page: CopyPage }
  | { put: 'trail'; leaves: readonly string[] }
  | { put: 'end'; counters: Counters }
export type CopyPage = { entity: EntityName; values: readonly string[] }

/** `notes`: so many of them are brought into the search before others have a turn. */
export async function doCopyTask(
  data: WritableData,
  task: CopyTask,
  turn: () => Promise<void>,
  notes?: number,
): Promise<void> {
  switch (task.put) {
    case 'rows':
      return data.db.transaction(() => {
        const { entity, values } = task.page
        const rows = values.map((value) => JSON.parse(value) as unknown)
        putRows(data, entity, rows)
      })()
    case 'trail':
      return data.db.transaction(() => {
        for (const leaves of task.leaves) {
          const { header, effects } = opened(leaves)
          if (header !== null && !header.quiet) addToTrail(data, header, effects)
        }
      })()
    case 'end':
      return finishCopy(data, task.counters, turn, notes)
  }
}
