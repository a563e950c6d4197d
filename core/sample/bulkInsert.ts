// Writes many rows of one noun, by a statement that is compiled once, without audit or undo.
import type { EntityName, EntityOf } from '../../shared/entities/registry.ts'
import { encodeRow, MAPPINGS } from '../db/entityStore.ts'
import type { Db } from '../db/open.ts'
import type { SqlValue } from '../db/statements.ts'

export type BulkInsert<N extends EntityName> = { add(value: EntityOf<N>): void }

/**
 * Call within a transaction. Ids that exist already are refused by the database. A row a statement: of several rows SQLite could not
 * know that none is refused after others were written, so it keeps a journal of its own, which takes longer than all calls.
 */
export function bulkInsert<N extends EntityName>(db: Db, entity: N): BulkInsert<N> {
  const { table, columns } = MAPPINGS[entity]
  const names = columns.map(({ name }) => `"${name}"`).join(', ')
  const insert = db.prepare<SqlValue[]>(
    `INSERT INTO "${table}" (${names}) VALUES (${columns.map(() => '?').join(', ')})`,
  )
  return { add: (value) => void insert.run(...encodeRow(entity, value)) }
}
