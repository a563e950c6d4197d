// Arguments for any request, derived from its schema: valid ones, half-valid ones (an id of nothing, of another noun) and hostile ones.
import fc from 'fast-check'
import type { z } from 'zod'
import { MonthSchema } from '../shared/contract/diary.ts'
import { Code, Id, InstantSchema, LocalDateSchema, Line, Name, Note } from '../shared/entities/entity.ts'
import { Organisation } from '../shared/entities/organisation.ts'
import { hostileValue, hostileText, POLLUTED } from './hostileValues.ts'

/** The parts of a schema's inside that are read here; zod keeps them under `def`. */
type Def = {
  type: string
  shape?: Record<string, z.ZodType>
  innerType?: z.ZodType
  in?: z.ZodType
  valueType?: z.ZodType
  element?: z.ZodType
  options?: readonly z.ZodType[]
  entries?: Record<string, string>
  values?: readonly unknown[]
}
const defOf = (schema: z.ZodType): Def => schema.def as unknown as Def

/**
 * An id is drawn as a reference, e.g. "§customer:3" for the fourth customer there is when the request is sent, so that a
 * failing session can be shrunk; `resolveIds` replaces it.
 */
const REFERENCE = /^§([a-zA-Z]+):(\d+)$/
const POOLS = [
  'customer',
  'category',
  'project',
  'case',
  'opportunity',
  'user',
  'timer',
  'timeEntry',
  'gap',
  'noteDraft',
  'employment',
  'rate',
  'invoice',
  'payment',
  'taxRate',
  'journalEntry',
  'hoursPackage',
  'periodException',
  'absenceKind',
  'absence',
  'entitlement',
  'accountEntry',
  'meeting',
  'task',
  'savedReport',
  'commit',
]
const POOL_OF_KEY: Record<string, string> = {
  keep: 'project',
  entryId: 'timeEntry',
  draftId: 'noteDraft',
  assigneeId: 'user',
  packageId: 'hoursPackage',
  kindId: 'absenceKind',
  exceptionId: 'periodException',
  reportId: 'savedReport',
}

export type Pools = (pool: string) => readonly string[]

export function resolveIds(value: unknown, pools: Pools): unknown {
  if (typeof value === 'string') {
    const [, pool = '', n = '0'] = REFERENCE.exec(value) ?? []
    if (pool === '') return value
    const ids = pools(pool)
    return ids.length === 0 ? 'nobody' : ids[Number(n) % ids.length]
  }
  if (Array.isArray(value) && value.length > 1) return value.map((item) => resolveIds(item, pools))
  if (typeof value !== 'object' || value === null || Object.getPrototypeOf(value) !== Object.prototype)
    return value
  const resolved: Record<string, unknown> = {}
  for (const [key, item] of Object.entries(value))
    Object.defineProperty(resolved, key, {
      value: resolveIds(item, pools),
      enumerable: true,
      writable: true,
      configurable: true,
    })
  return resolved
}

const reference = (pool: string): fc.Arbitrary<string> => fc.nat({ max: 30 }).map((n) => `§${pool}:${n}`)

const idArbitrary = (key: string): fc.Arbitrary<string> => {
  const one = key.replace(/Ids$/, 'Id')
  const pool = POOL_OF_KEY[one] ?? one.replace(/Id$/, '')
  return fc.oneof(
    { weight: 12, arbitrary: reference(POOLS.includes(pool) ? pool : 'customer') },
    { weight: 1, arbitrary: fc.constantFrom(...POOLS).chain(reference) },
    {
      weight: 1,
      arbitrary: fc.constantFrom('nobody', '__proto__', 'organisation', '\0', '\uD800', "' OR 1=1 --"),
    },
  )
}

export type Around = {
  /** Instants are drawn mostly near this one. */
  now: number
}

const HOUR_MS = 3_600_000

const instant = ({ now }: Around, max: number): fc.Arbitrary<number> =>
  fc.oneof(
    { weight: 12, arbitrary: fc.integer({ min: -40 * 4, max: 4 }).map((q) => now + (q * HOUR_MS) / 4) },
    { weight: 4, arbitrary: fc.integer({ min: now - 3 * 24 * HOUR_MS, max: now + HOUR_MS }) },
    { weight: 1, arbitrary: fc.integer({ min: now - 60 * 24 * HOUR_MS, max: now + 60 * 24 * HOUR_MS }) },
    { weight: 1, arbitrary: fc.constantFrom(0, 1, 86_399_999, max - 1, max, 1_774_746_000_000, 4e12) },
  )

const DATES = ['0001-01-01', '1970-01-01', '2024-02-29', '2026-03-29', '2026-10-25', '9999-12-31']
const date = ({ now }: Around): fc.Arbitrary<string> =>
  fc.oneof(
    {
      weight: 6,
      arbitrary: fc
        .integer({ min: -40, max: 3 })
        .map((days) => new Date(now + days * 24 * HOUR_MS).toISOString().slice(0, 10)),
    },
    { weight: 1, arbitrary: fc.constantFrom(...DATES) },
  )

const text = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom('Acme', 'Globex', 'Support', 'note', 'Übung', 'שלום', '日本') },
  { weight: 2, arbitrary: fc.string({ minLength: 1, maxLength: 30, unit: 'grapheme' }) },
  { weight: 1, arbitrary: hostileText },
)

/** Values that the schema accepts, or nearly. */
export function valid(schema: z.ZodType, around: Around, key = ''): fc.Arbitrary<unknown> {
  if (schema === Id) return idArbitrary(key)
  if (schema === LocalDateSchema) return date(around)
  if (schema === MonthSchema) return date(around).map((day) => day.slice(0, 7))
  if (schema === Organisation().shape.zone)
    return fc.constantFrom('Europe/Berlin', 'America/New_York', 'Asia/Kolkata', 'Pacific/Apia', 'UTC')
  if (schema === Organisation().shape.currency) return fc.constantFrom('EUR', 'JPY', 'XXX', 'BHD')
  if (schema === Organisation().shape.holidayCountry)
    return fc.constantFrom('DE', 'US', 'IL', 'XX', 'ZZ', null)
  if (schema === Name || schema === Line || schema === Note || schema === Code) return text
  const def = defOf(schema)
  switch (def.type) {
    case 'object': {
      const shape = Object.entries(def.shape ?? {})
      const model = Object.fromEntries(shape.map(([name, field]) => [name, valid(field, around, name)]))
      const requiredKeys = shape.filter(([, field]) => defOf(field).type !== 'optional').map(([name]) => name)
      return fc.record(model, { requiredKeys })
    }
    case 'optional':
    case 'default':
    case 'nonoptional':
      return valid(innerOf(def), around, key)
    case 'nullable':
      return fc.option(valid(innerOf(def), around, key), { freq: 6 })
    case 'string':
      return text
    case 'boolean':
      return fc.boolean()
    case 'enum':
      return fc.constantFrom(...Object.values(def.entries ?? {}))
    case 'literal':
      return fc.constantFrom(...(def.values ?? []))
    case 'union':
      return fc.oneof(...(def.options ?? []).map((option) => valid(option, around, key)))
    case 'pipe':
      return valid(def.in ?? Id, around, key)
    case 'array':
      return fc.array(valid(def.element ?? Id, around, key), lengthOf(schema))
    case 'record':
      return fc.dictionary(fc.string(), valid(def.valueType ?? Id, around, key), { maxKeys: 3 })
    case 'number': {
      const { minValue, maxValue } = schema as z.ZodNumber
      const min = Math.max(minValue ?? -Infinity, Number.MIN_SAFE_INTEGER)
      const max = Math.min(maxValue ?? Infinity, Number.MAX_SAFE_INTEGER)
      if (max === InstantSchema.maxValue) return instant(around, max)
      const small = fc.integer({ min, max: Math.min(max, Math.max(min, 0) + 600) })
      return fc.oneof(
        { weight: 5, arbitrary: small },
        { weight: 1, arbitrary: fc.maxSafeInteger() },
        {
          weight: 1,
          arbitrary: fc.constantFrom(min, max),
        },
      )
    }
    default:
      throw new Error(`no arbitrary for a schema of type ${def.type} (${key})`)
  }
}

const innerOf = (def: Def): z.ZodType => {
  if (def.innerType === undefined) throw new Error(`${def.type} without an inner type`)
  return def.innerType
}

const lengthOf = (schema: z.ZodType): { minLength: number; maxLength: number } => {
  for (const length of [7, 0]) {
    const item = length === 7 ? 60 : 'x'
    if (schema.safeParse(Array.from({ length }, () => item)).success)
      return { minLength: length, maxLength: Math.max(length, length === 7 ? 7 : 4) }
  }
  return { minLength: 0, maxLength: 4 }
}

/** One or two fields replaced by something hostile, keys added that reach for a prototype, or no object at all. */
export function hostile(schema: z.ZodType, around: Around): fc.Arbitrary<unknown> {
  const names = Object.keys(defOf(schema).shape ?? {})
  const spoiled = (args: unknown, spoils: [string, unknown][], polluted: boolean): unknown => {
    const base: Record<string, unknown> = { ...(args as object) }
    for (const [name, value] of spoils) base[name] = value
    if (polluted)
      for (const key of Object.keys(POLLUTED))
        Object.defineProperty(base, key, { value: { polluted: true }, enumerable: true })
    return base
  }
  const name = names.length === 0 ? fc.constant('extra') : fc.constantFrom(...names)
  return fc.oneof(
    {
      weight: 8,
      arbitrary: fc
        .tuple(
          valid(schema, around),
          fc.array(fc.tuple(name, hostileValue), { minLength: 1, maxLength: 2 }),
          fc.boolean(),
        )
        .map(([args, spoils, polluted]) => spoiled(args, spoils, polluted)),
    },
    { weight: 1, arbitrary: hostileValue },
  )
}
