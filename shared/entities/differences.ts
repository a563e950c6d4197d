// What a change did to one thing, field by field, as the schema of its noun tells: for those who show it to a person.
import type { z } from 'zod'
import { isLocalDate } from '../base/localDate.ts'
import { Id, LocalDateSchema } from './entity.ts'
import type { EntityName } from './registry.ts'
import { registry } from './registry.ts'
import { factsOf } from './relations.ts'

/** How a value is written: a name, an amount of money, a day, a moment, h:mm, yes or no, a word of a list, or as it stands. */
export type ValueKind =
  'name' | 'money' | 'date' | 'instant' | 'minutes' | 'duration' | 'flag' | 'choice' | 'number' | 'text'

/** One value within a field; `path`: the field, with dots the parts of what it holds, such as wage.amountMinor. */
export type Leaf = { path: string; kind: ValueKind; value: LeafValue }
export type LeafValue = string | number | boolean | null | readonly LeafValue[]

export type FieldChange = { field: string; kind: ValueKind; before: LeafValue; after: LeafValue }

type Schema = z.core.$ZodTypes

/** Without what may be empty, is preset or is cleaned first; `preset`: what it was before the field existed. */
function unwrapped(schema: z.core.$ZodType): { schema: Schema; preset: unknown } {
  const inner = schema as Schema
  const { def } = inner._zod
  if (def.type === 'default') return { ...unwrapped(def.innerType), preset: def.defaultValue }
  if (def.type === 'nullable' || def.type === 'optional') return unwrapped(def.innerType)
  if (def.type === 'pipe') return unwrapped(def.out)
  return { schema: inner, preset: null }
}

/** The nouns say it in the names of their fields: …At is an instant, …Minor money, …Minutes and …Ms a time. */
const BY_NAME: readonly [RegExp, ValueKind][] = [
  [/(?:At|^at|^from|^to|^start|^end)$/, 'instant'],
  [/Minor$/, 'money'],
  [/Minutes$/, 'minutes'],
  [/Ms$/, 'duration'],
]

function kindOf(name: string, schema: Schema | null, value: unknown): ValueKind {
  const type = schema?._zod.def.type
  if (type === 'enum') return 'choice'
  if (typeof value === 'boolean') return 'flag'
  if (typeof value === 'number') return BY_NAME.find(([ends]) => ends.test(name))?.[1] ?? 'number'
  if ((schema as unknown) === LocalDateSchema) return 'date'
  return schema === null && typeof value === 'string' && isLocalDate(value) ? 'date' : 'text'
}

const MOST_TEXT = 11_000

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const partsOf = (schema: Schema | null): Readonly<Record<string, z.core.$ZodType>> => {
  if (schema === null) return {}
  const { def } = schema._zod
  return def.type === 'object' ? def.shape : {}
}

function elementOf(schema: Schema | null): Schema | null {
  if (schema === null) return null
  const { def } = schema._zod
  return def.type === 'array' ? unwrapped(def.element).schema : null
}

function* leavesOf(path: string, schema: Schema | null, value: unknown): Generator<Leaf> {
  const name = path.slice(path.lastIndexOf('.') + 1)
  // A person is told names; the id of a thing within another is that of what it was made from.
  if (path.includes('.') && isId(schema)) return
  if (isObject(value)) {
    const parts = partsOf(schema)
    for (const [key, inner] of Object.entries(value)) {
      const part = parts[key]
      yield* leavesOf(`${path}.${key}`, part === undefined ? null : unwrapped(part).schema, inner)
    }
  } else if (Array.isArray(value)) {
    const items = value as readonly unknown[]
    const element = elementOf(schema)
    const each = items.map((item) => [...leavesOf(name, element, item)])
    const kind = each[0]?.[0]?.kind ?? 'text'
    // What has parts, such as the stretches of a session, is a list of lists.
    yield {
      path,
      kind,
      value: each.map((leaves) => (leaves.length === 1 ? one(leaves) : leaves.map(valueOf))),
    }
  } else {
    // Longer than any text that a person writes: a picture, which says nothing in letters.
    if (typeof value === 'string' && value.length > MOST_TEXT) return
    yield { path, kind: kindOf(name, schema, value), value: isLeaf(value) ? value : null }
  }
}

const isId = (schema: unknown): boolean => schema === Id
const valueOf = ({ value }: Leaf): LeafValue => value
const one = (leaves: readonly Leaf[]): LeafValue => leaves[0]?.value ?? null
const isLeaf = (value: unknown): value is string | number | boolean =>
  typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'

/** An id that names no noun only ties things together, and tells a person nothing. */
const tellsNothing = (entity: EntityName, field: string, schema: Schema): boolean =>
  field === 'id' || (isId(schema) && !factsOf(entity).refs.some((reference) => reference.field === field))

function leavesOfThing(entity: EntityName, thing: object | null): Map<string, Leaf> {
  const leaves = new Map<string, Leaf>()
  if (thing === null) return leaves
  const values = thing as Record<string, unknown>
  for (const [field, shape] of Object.entries<z.core.$ZodType>(registry[entity].schema.shape)) {
    const { schema, preset } = unwrapped(shape)
    if (tellsNothing(entity, field, schema)) continue
    const isName = factsOf(entity).refs.some((reference) => reference.field === field)
    for (const leaf of leavesOf(field, schema, values[field] === undefined ? preset : values[field]))
      leaves.set(leaf.path, isName ? { ...leaf, kind: 'name' } : leaf)
  }
  return leaves
}

const isEmpty = (value: LeafValue): boolean =>
  value === null || value === '' || (Array.isArray(value) && value.length === 0)

/** What differs, in the order of the schema; what was empty and is empty is no difference. */
export function differences(entity: EntityName, before: object | null, after: object | null): FieldChange[] {
  const [was, is] = [leavesOfThing(entity, before), leavesOfThing(entity, after)]
  return [...new Set([...was.keys(), ...is.keys()])].flatMap((field) => {
    const [left, right] = [was.get(field), is.get(field)]
    const [from, to] = [left?.value ?? null, right?.value ?? null]
    if (JSON.stringify(from) === JSON.stringify(to) || (isEmpty(from) && isEmpty(to))) return []
    // Only the one that is not empty tells whether a number or a text stands there.
    const kind = (isEmpty(to) ? left?.kind : right?.kind) ?? 'text'
    return [{ field, kind, before: from, after: to }]
  })
}

/** Every path that a thing of that noun can have, as far as its schema names them: each needs a word on screen. */
export function pathsOf(entity: EntityName): string[] {
  const within = (path: string, schema: Schema): string[] => {
    const parts = Object.entries(partsOf(schema))
    if (path.includes('.') && isId(schema)) return []
    return parts.length === 0
      ? [path]
      : parts.flatMap(([key, part]) => within(`${path}.${key}`, unwrapped(part).schema))
  }
  return Object.entries<z.core.$ZodType>(registry[entity].schema.shape).flatMap(([field, shape]) => {
    const { schema } = unwrapped(shape)
    return tellsNothing(entity, field, schema) ? [] : within(field, schema)
  })
}
