// By what a list of time is narrowed and ordered (I15): by what it is on, which follows the subject, and by what stands here.
import { z } from 'zod'
import { once } from '../base/once.ts'
import { LocalDateSchema } from '../entities/entity.ts'
import { timeFilterShape } from '../entities/subjectFilter.ts'

// Each list says itself whose time it is.
const { customerId: _whose, ...within } = timeFilterShape

/** Each is optional; several narrow together. null: only what has none of it. */
export const entryFilterShape = {
  /** Work days, both included. */
  from: LocalDateSchema.optional(),
  to: LocalDateSchema.optional(),
  ...within,
}

export const EntryFilter = once(() => z.object(entryFilterShape))
export type EntryFilter = z.infer<ReturnType<typeof EntryFilter>>
export type FilterName = keyof EntryFilter
export const FILTER_NAMES = Object.keys(entryFilterShape) as readonly FilterName[]

export const EntrySort = z.enum(['start', 'stop', 'total', 'user', 'category', 'project', 'note'])
export type EntrySort = z.infer<typeof EntrySort>

export const entryOrderShape = { sort: EntrySort.optional(), ascending: z.boolean().optional() }

/** So many entries are changed at once at most. */
export const MOST_AT_ONCE = 5_000

/** The filters alone, out of what holds them among other things. */
export const filterOf = (args: EntryFilter): EntryFilter =>
  Object.fromEntries(
    FILTER_NAMES.flatMap((name) => (args[name] === undefined ? [] : [[name, args[name]]])),
  ) as EntryFilter

export const isFiltered = (filter: EntryFilter): boolean =>
  FILTER_NAMES.some((name) => filter[name] !== undefined)
