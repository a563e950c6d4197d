// Writes many rows of one noun at once: several rows a statement, compiled once, without audit or undo.
import type { EntityName, EntityOf } from '../../shared/entities/registry.ts'
import { encodeRow, MAPPINGS } from '../db/entityStore.ts'
import type { Db } from '../db/open.ts'
import type { SqlValue } from '../db/statements.ts'

/** Enough that the cost of a call disappears; SQLite takes 32,766 values. */
const ROWS_A_STATEMENT = 64

export type BulkInsert<N extends EntityName> = {
  add(value: EntityOf<N>): void
  /** Writes what is left; without it the last rows are lost. */
  flush(): void
}

/** Call within a transaction. Ids that exist already are refused by the database. */
export function bulkInsert<N extends EntityName>(db: Db, entity: N): BulkInsert<N> {
  const { table, columns } = MAPPINGS[entity]
  const names = columns.map(({ name }) => `"${name}"`).join(', ')
  const marks = `(${columns.map(() => '?').join(', ')})`
  const insert = (rows: number) =>
    db.prepare<SqlValue[]>(
      `INSERT INTO "${table}" (${names}) VALUES ${Array.from({ length: rows }, () => marks).join(', ')}`,
    )
  const many = insert(ROWS_A_STATEMENT)
  const one = insert(1)
  const values: SqlValue[] = []
  return {
    add(value) {
      for (const cell of encodeRow(entity, value)) values.push(cell)
      if (values.length < ROWS_A_STATEMENT * columns.length) return
      many.run(...values)
      values.length = 0
    },
    flush() {
      for (let at = 0; at < values.length; at += columns.length)
        one.run(...values.slice(at, at + columns.length))
      values.length = 0
    },
  }
}
