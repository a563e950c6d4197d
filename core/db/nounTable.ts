// Makes the drizzle table of a noun from the fields of its schema, so that a field is written down once.
import type { ColumnBuilderBaseConfig, ColumnDataType } from 'drizzle-orm'
import type {
  AnySQLiteColumn,
  SQLiteColumnBuilderBase,
  SQLiteTableExtraConfigValue,
} from 'drizzle-orm/sqlite-core'
import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import type { EntityName, EntityOf } from '../../shared/entities/registry.ts'
import type { Field } from './fields.ts'
import { fieldsOf, tableNameOf } from './fields.ts'

/** A column that holds what the noun's field holds. */
type ColumnOf<T> = SQLiteColumnBuilderBase<
  ColumnBuilderBaseConfig<ColumnDataType, string> & { data: NonNullable<T> }
> & { _: { notNull: null extends T ? false : true } }

type ColumnsOf<N extends EntityName> = { [F in keyof EntityOf<N> & string]: ColumnOf<EntityOf<N>[F]> }

/** The ids that other tables refer to; drizzle asks for them when all tables are made. */
const ids = new Map<EntityName, AnySQLiteColumn>()

function idOf(noun: EntityName): AnySQLiteColumn {
  const id = ids.get(noun)
  if (id === undefined) throw new Error(`no table for ${noun}`)
  return id
}

/** `extra`: its indexes. */
export const nounTable = <N extends EntityName>(
  entity: N,
  extra: (columns: Record<keyof ColumnsOf<N>, AnySQLiteColumn>) => SQLiteTableExtraConfigValue[] = () => [],
) => {
  const columns = fieldsOf(entity).map((field) => [field.field, columnOf(field)])
  const table = sqliteTable(tableNameOf(entity), Object.fromEntries(columns) as ColumnsOf<N>, extra as never)
  ids.set(entity, (table as unknown as { id: AnySQLiteColumn }).id)
  return table
}

function columnOf({ field, column, kind, notNull, preset, references }: Field) {
  const made =
    kind === 'text'
      ? text(column)
      : kind === 'json'
        ? text(column, { mode: 'json' })
        : kind === 'flag'
          ? integer(column, { mode: 'boolean' })
          : integer(column)
  if (field === 'id') return made.primaryKey()
  const filled = preset === null ? made : made.default(preset as never)
  const bound = notNull ? filled.notNull() : filled
  return references === null ? bound : bound.references(() => idOf(references))
}
