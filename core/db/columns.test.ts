// The written-out columns are those of the schema.
import { getTableColumns, getTableName } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { ENTITY_NAMES } from '../../shared/entities/registry.ts'
import { COLUMNS } from './columns.ts'
import type { ColumnKind } from './columns.ts'
import { entityTables } from './schema.ts'

const KINDS: Record<string, ColumnKind> = { SQLiteBoolean: 'flag', SQLiteTextJson: 'json' }

test.each(ENTITY_NAMES)('the columns of %s are those of the schema', (entity) => {
  const table = entityTables[entity]
  const columns = Object.entries(getTableColumns(table)).map(
    ([field, { name, columnType }]) => [field, name, KINDS[columnType] ?? 'plain'] as const,
  )
  expect(COLUMNS[entity]).toEqual({ table: getTableName(table), columns })
})
