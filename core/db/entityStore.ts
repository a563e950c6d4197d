// Reads and writes any noun of the registry: entities in, rows out, and back, by the columns of the schema.
import type { Id } from '../../shared/entities/entity.ts'
import type { EntityName, EntityOf } from '../../shared/entities/registry.ts'
import { ENTITY_NAMES } from '../../shared/entities/registry.ts'
import { COLUMNS } from './columns.ts'
import type { ColumnKind } from './tableColumns.ts'
import { DatabaseProblem } from './sqliteError.ts'
import type { SqlValue, Statements } from './statements.ts'

type Row = Record<string, SqlValue>
type Column = {
  field: string
  name: string
  kind: ColumnKind
  toDriver(value: unknown): unknown
  fromDriver(value: unknown): unknown
}

export type Mapping = {
  table: string
  columns: readonly Column[]
  /** Those whose value in the file is another. */
  encoded: readonly Column[]
  /**
   * Column list for a SELECT of whole entities, by the names of their fields; each is of `alias` where one is given. `instead`: what
   * is read for some fields.
   */
  select(alias?: string, instead?: Readonly<Record<string, string>>): string
}

const asIs = (value: unknown): unknown => value
const CODECS: Record<ColumnKind, Pick<Column, 'toDriver' | 'fromDriver'>> = {
  plain: { toDriver: asIs, fromDriver: asIs },
  flag: { toDriver: (value) => (value === true ? 1 : 0), fromDriver: (value) => value === 1 },
  json: {
    toDriver: (value) => JSON.stringify(value),
    // Most lists are empty.
    fromDriver: (value) => (value === '[]' ? [] : (JSON.parse(String(value)) as unknown)),
  },
}

const mappingOf = (entity: EntityName): Mapping => {
  const { table, columns } = COLUMNS[entity]
  const listed = (of: string, instead: Readonly<Record<string, string>> = {}): string =>
    columns.map(([field, name]) => `${instead[field] ?? `${of}"${name}"`} AS "${field}"`).join(', ')
  const bare = listed('')
  const all = columns.map(([field, name, kind]) => ({ field, name, kind, ...CODECS[kind] }))
  return {
    table,
    columns: all,
    encoded: all.filter(({ kind }) => kind !== 'plain'),
    select: (alias, instead) => (alias === undefined ? bare : listed(`${alias}.`, instead)),
  }
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

/**
 * A row of `select()`, or a part of one, which becomes the entity: it is not copied, as pages of a list and months of figures read
 * thousands.
 */
export function decodeRow<N extends EntityName>(entity: N, row: Row): EntityOf<N> {
  const value: Record<string, unknown> = row
  for (const { field, kind, fromDriver } of MAPPINGS[entity].encoded) {
    const raw = value[field]
    if (raw === null || raw === undefined) continue
    value[field] = kind === 'json' ? read(entity, field, () => fromDriver(raw)) : fromDriver(raw)
  }
  return value as EntityOf<N>
}

/** JSON is written by us, so what does not read as such was damaged. */
function read(entity: EntityName, field: string, decode: () => unknown): unknown {
  try {
    return decode()
  } catch (error) {
    throw new DatabaseProblem('db.damaged', { cause: 'value', entity, field }, error)
  }
}

export interface EntityReads {
  find<N extends EntityName>(entity: N, id: Id): EntityOf<N> | null
  /** Whole entities by a condition over their columns, e.g. `user_id = +? ORDER BY start_at`. */
  where<N extends EntityName>(entity: N, condition: string, ...values: SqlValue[]): readonly EntityOf<N>[]
  list<N extends EntityName>(entity: N): readonly EntityOf<N>[]
}

export interface EntityStore extends EntityReads {
  put<N extends EntityName>(entity: N, value: EntityOf<N>): void
  /** What is not there yet: for a statement that could also replace, SQLite keeps a journal of its own, which takes as long again. */
  insert<N extends EntityName>(entity: N, value: EntityOf<N>): void
  /**
   * What stands there as `before`: only what is another is written, so only its indexes are, and nothing for a statement that could also
   * insert.
   */
  update<N extends EntityName>(entity: N, before: EntityOf<N>, value: EntityOf<N>): void
  remove(entity: EntityName, id: Id): void
}

/** So many kinds of changes of one noun are kept prepared: those that come again and again are few. */
const MOST_UPDATES = 40

export function createEntityStore(statements: Statements): EntityStore {
  const updates = each(() => new Map<string, string>())
  const texts = each(() => new Map<string, string>())
  const textFor = (entity: EntityName, condition: string): string => {
    const known = texts[entity].get(condition)
    if (known !== undefined) return known
    const text = `SELECT ${MAPPINGS[entity].select()} FROM "${MAPPINGS[entity].table}" WHERE ${condition}`
    texts[entity].set(condition, text)
    return text
  }
  const where = <N extends EntityName>(entity: N, condition: string, ...values: SqlValue[]): EntityOf<N>[] =>
    statements.all<Row>(textFor(entity, condition), ...values).map((row) => decodeRow(entity, row))
  const find = <N extends EntityName>(entity: N, id: Id): EntityOf<N> | null => {
    const row = statements.get<Row>(FIND[entity], id)
    return row === undefined ? null : decodeRow(entity, row)
  }
  return {
    where,
    find,
    list: (entity) => where(entity, '1'),
    put: (entity, value) => {
      statements.run(UPSERT[entity], ...encodeRow(entity, value))
    },
    insert: (entity, value) => {
      statements.run(INSERT[entity], ...encodeRow(entity, value))
    },
    update: (entity, before, value) => {
      const [was, is] = [encodeRow(entity, before), encodeRow(entity, value)]
      const { table, columns } = MAPPINGS[entity]
      const changed = columns.filter((_, index) => was[index] !== is[index]).map(({ name }) => name)
      if (changed.length === 0) return
      const key = changed.join()
      let text = updates[entity].get(key)
      if (text === undefined) {
        if (updates[entity].size >= MOST_UPDATES) return void statements.run(UPSERT[entity], ...is)
        text = `UPDATE "${table}" SET ${changed.map((name) => `"${name}" = ?`).join(', ')} WHERE id = ?`
        updates[entity].set(key, text)
      }
      statements.run(text, ...is.filter((encoded, index) => was[index] !== encoded), value.id)
    },
    remove: (entity, id) => {
      statements.run(`DELETE FROM "${MAPPINGS[entity].table}" WHERE id = ?`, id)
    },
  }
}

function insertSql(entity: EntityName): string {
  const { table, columns } = MAPPINGS[entity]
  const names = columns.map(({ name }) => `"${name}"`).join(', ')
  const marks = columns.map(() => '?').join(', ')
  return `INSERT INTO "${table}" (${names}) VALUES (${marks})`
}

function upsertSql(entity: EntityName): string {
  const { columns } = MAPPINGS[entity]
  const updates = columns
    .filter(({ name }) => name !== 'id')
    .map(({ name }) => `"${name}" = excluded."${name}"`)
    .join(', ')
  return `${insertSql(entity)} ON CONFLICT (id) DO UPDATE SET ${updates}`
}

// Made once: a text that is the same object each time is found among the prepared ones without being read.
const each = <T>(make: (entity: EntityName) => T): Record<EntityName, T> =>
  Object.fromEntries(ENTITY_NAMES.map((entity) => [entity, make(entity)])) as Record<EntityName, T>
const UPSERT = each(upsertSql)
const INSERT = each(insertSql)
const FIND = each(
  (entity) => `SELECT ${MAPPINGS[entity].select()} FROM "${MAPPINGS[entity].table}" WHERE id = ?`,
)
