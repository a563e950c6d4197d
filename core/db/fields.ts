// The columns of a noun's table, told from its schema: which there are, what they hold, and whether they may be empty.
import type { z } from 'zod'
import type { EntityName } from '../../shared/entities/registry.ts'
import { registry } from '../../shared/entities/registry.ts'
import { factsOf } from '../../shared/entities/relations.ts'

/** What SQLite keeps: a text, a whole number, 0 or 1 for false or true, and JSON for a list or an object. */
export type FieldKind = 'text' | 'integer' | 'flag' | 'json'

export type Field = {
  /** As the noun calls it, and as its table does. */
  readonly field: string
  readonly column: string
  readonly kind: FieldKind
  readonly notNull: boolean
  /** What the rows have that were written before the field existed; null: nothing. */
  readonly preset: unknown
  /** The noun whose row it names, which the table then holds it to; null: none. */
  readonly references: EntityName | null
}

/** Words of SQL. */
const OTHER_NAMES: Readonly<Record<string, string>> = { from: 'from_at', to: 'to_at' }

const KINDS: Readonly<Record<string, FieldKind>> = {
  string: 'text',
  enum: 'text',
  int: 'integer',
  number: 'integer',
  boolean: 'flag',
  object: 'json',
  array: 'json',
  record: 'json',
}

const snake = (name: string): string => name.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)

/** Nouns that are words of SQL. */
const OTHER_TABLES: Partial<Record<EntityName, string>> = { case: 'support_case' }

export const tableNameOf = (entity: EntityName): string => OTHER_TABLES[entity] ?? snake(entity)

export const fieldsOf = (entity: EntityName): readonly Field[] =>
  Object.entries<z.core.$ZodType>(registry[entity].schema.shape).map(([field, schema]) => ({
    field,
    column: OTHER_NAMES[field] ?? snake(field),
    ...columnFor(entity, field, schema),
  }))

function columnFor(entity: EntityName, field: string, schema: z.core.$ZodType) {
  const held = holds(schema, `${entity}.${field}`)
  // Of a list SQLite knows no ids.
  return { ...held, references: held.kind === 'json' ? null : referenceOf(entity, field) }
}

/** SQLite holds a column to one table, always: not what is of several nouns, goes with its other, or may be gone. */
const referenceOf = (entity: EntityName, name: string): EntityName | null =>
  factsOf(entity).refs.find(
    ({ field, as, when }) => field === name && when === undefined && as !== 'mentioned' && as !== 'part',
  )?.to ?? null

function holds(schema: z.core.$ZodType, name: string): Pick<Field, 'kind' | 'notNull' | 'preset'> {
  const { def } = (schema as z.core.$ZodTypes)._zod
  switch (def.type) {
    case 'nullable':
      return { ...holds(def.innerType, name), notNull: false }
    case 'default':
      return { ...holds(def.innerType, name), preset: def.defaultValue }
    case 'pipe':
      return holds(def.out, name)
    default: {
      const kind = KINDS[def.type]
      if (kind === undefined) throw new Error(`no column can hold ${name}, which is of the type ${def.type}`)
      return { kind, notNull: true, preset: null }
    }
  }
}
