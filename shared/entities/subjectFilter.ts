// By what of its subject a list of time is narrowed: one filter for each field that names something, and for each flag (I15).
import { z } from 'zod'
import { Id } from './entity.ts'
import type { FlagEntry, FlagPart, NamingEntry, OneEntry, SomePart } from './subject.ts'
import { FLAGS, NAMING } from './subject.ts'

type IdFilter = z.ZodOptional<z.ZodNullable<typeof Id>>
/** null: only what has none of it. A flag is asked by what it comes to. */
type Shape = { [F in OneEntry['field']]: IdFilter } & { [P in SomePart as `${P}Id`]: IdFilter } & {
  [F in FlagPart]: z.ZodOptional<z.ZodBoolean>
}
export type SubjectFilterName = keyof Shape

export type IdFilterEntry = { name: Exclude<SubjectFilterName, FlagPart>; entry: NamingEntry }
export type FlagFilterEntry = { name: FlagPart; entry: FlagEntry }

/** A list of things is asked for one of them: "tagId" for what has a tag among its "tagIds". */
export const ID_FILTERS: readonly IdFilterEntry[] = NAMING.map((entry) => ({
  name: entry.kind === 'one' ? entry.field : `${entry.part}Id`,
  entry,
}))
export const FLAG_FILTERS: readonly FlagFilterEntry[] = FLAGS.map((entry) => ({ name: entry.field, entry }))

export const subjectFilterShape = Object.fromEntries<z.ZodType>([
  ...ID_FILTERS.map(({ name }): [string, z.ZodType] => [name, Id.nullable().optional()]),
  ...FLAG_FILTERS.map(({ name }): [string, z.ZodType] => [name, z.boolean().optional()]),
]) as Shape

/** By what recorded time is narrowed beside its days: by whose it is, where it was worked, what is written in it, and what it is on. */
export const timeFilterShape = {
  userId: Id.optional(),
  officeId: Id.nullable().optional(),
  departmentId: Id.nullable().optional(),
  /** Words of the note, as the search takes them. */
  text: z.string().max(200).optional(),
  ...subjectFilterShape,
}
