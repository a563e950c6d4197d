// The open data of one connection, as commands and queries use it.
import type { EntityStore } from './entityStore.ts'
import { createEntityStore } from './entityStore.ts'
import type { Db } from './open.ts'
import type { Statements } from './statements.ts'
import { createStatements } from './statements.ts'

export type Data = Statements & EntityStore & { readonly db: Db }

export function createData(db: Db): Data {
  const statements = createStatements(db)
  return { db, ...statements, ...createEntityStore(statements) }
}
