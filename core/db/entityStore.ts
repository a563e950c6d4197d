// Reads and writes any noun of the registry: entities in, rows out, and back, by the columns of the schema.
import { getTableColumns, getTableName } from 'drizzle-orm'
import type { Id } from '../../shared/entities/entity.ts'
import type { EntityName, EntityOf } from '../../shared/entities/registry.ts'
import { ENTITY_NAMES } from '../../shared/entities/registry.ts'
import { entityTables } from './schema.ts'
import type { SqlValue, Statements } from './statements.ts'

type Row = Record<string, SqlValue>
type Column = {
  field: string
  name: string
  toDriver(value: unknown): unknown
  fromDriver(value: unknown): unknown
}

export type Mapping = {
  table: string
  columns: readonly Column[]
  /** Column list for a SELECT of whole entities, each prefixed with `alias.` where one is given. */
  select(alias?: string): string
}

const mappingOf = (entity: EntityName): Mapping => {
  const table = entityTables[entity]
  const columns = Object.entries(getTableColumns(table)).map(([field, column]) => ({
    field,
    name: column.name,
    toDriver: (value: unknown): unknown => column.mapToDriverValue(value as never),
    fromDriver: (value: unknown): unknown => column.mapFromDriverValue(value as never),
  }))
  const select = (alias?: string): string =>
    columns.map(({ name }) => (alias === undefined ? `"${name}"` : `${alias}."${name}"`)).join(', ')
  return { table: getTableName(table), columns, select }
}

export const MAPPINGS = Object.fromEntries(
  ENTITY_NAMES.map((entity) => [entity, mappingOf(entity)]),
) as Record<EntityName, Mapping>

export function encodeRow(entity: EntityName, value: object): SqlValue[] {
  const fields = value as Record<string, unknown>
  return MAPPINGS[entity].columns.map(({ field, toDriver }) => {
    const raw = fields[field]
    return raw === null || raw === undefined ? null : (toDriver(raw) as SqlValue)
  })
}

export function decodeRow<N extends EntityName>(entity: N, row: Row): EntityOf<N> {
  const value: Record<string, unknown> = {}
  for (const { field, name, fromDriver } of MAPPINGS[entity].columns) {
    const raw = row[name]
    value[field] = raw === null || raw === undefined ? null : fromDriver(raw)
  }
  return value as EntityOf<N>
}

export interface EntityStore {
  find<N extends EntityName>(entity: N, id: Id): EntityOf<N> | null
  /** Whole entities by a condition over their columns, e.g. `user_id = ? ORDER BY start_at`. */
  where<N extends EntityName>(entity: N, condition: string, ...values: SqlValue[]): EntityOf<N>[]
  list<N extends EntityName>(entity: N): EntityOf<N>[]
  put<N extends EntityName>(entity: N, value: EntityOf<N>): void
  remove(entity: EntityName, id: Id): void
}

export function createEntityStore(statements: Statements): EntityStore {
  const where = <N extends EntityName>(
    entity: N,
    condition: string,
    ...values: SqlValue[]
  ): EntityOf<N>[] => {
    const { table, select } = MAPPINGS[entity]
    return statements
      .all<Row>(`SELECT ${select()} FROM "${table}" WHERE ${condition}`, ...values)
      .map((row) => decodeRow(entity, row))
  }
  return {
    where,
    find: (entity, id) => where(entity, 'id = ?', id)[0] ?? null,
    list: (entity) => where(entity, '1'),
    put: (entity, value) => {
      statements.run(upsertSql(entity), ...encodeRow(entity, value))
    },
    remove: (entity, id) => {
      statements.run(`DELETE FROM "${MAPPINGS[entity].table}" WHERE id = ?`, id)
    },
  }
}

function upsertSql(entity: EntityName): string {
  const { table, columns } = MAPPINGS[entity]
  const names = columns.map(({ name }) => `"${name}"`).join(', ')
  const marks = columns.map(() => '?').join(', ')
  const updates = columns
    .filter(({ name }) => name !== 'id')
    .map(({ name }) => `"${name}" = excluded."${name}"`)
    .join(', ')
  return `INSERT INTO "${table}" (${names}) VALUES (${marks}) ON CONFLICT (id) DO UPDATE SET ${updates}`
}
