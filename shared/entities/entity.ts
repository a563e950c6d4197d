// What every noun of the product shares: an id, a schema, and a place in the registry.
import { z } from 'zod'
import { isLocalDate } from '../base/localDate.ts'
import { cleanText } from '../base/text.ts'

/** Ids are ULIDs, or a ULID with a suffix for the second and later things that one command makes. */
export const Id = z.string().min(1).max(40)
export type Id = z.infer<typeof Id>

/** Epoch milliseconds, UTC, within the years 1970 to 9999. */
export const InstantSchema = z.int().min(0).max(253_402_300_799_999)

export const LocalDateSchema = z.string().refine(isLocalDate, { error: 'not a date' })

/** A name on one line: 1 to 200 characters after cleaning. */
export const Name = z
  .string()
  .transform((text) => cleanText(text, { max: 201, multiline: false }))
  .pipe(z.string().min(1).max(200))

/** One optional line of contact data. */
export const Line = z
  .string()
  .transform((text) => cleanText(text, { max: 501, multiline: false }))
  .pipe(z.string().max(500))

/** Free text on several lines, at most 10,000 characters; longer is refused, never cut. */
export const Note = z
  .string()
  .transform((text) => cleanText(text, { max: 10_001, multiline: true }))
  .pipe(z.string().max(10_000))

export type EntityDefinition<N extends string, S extends z.ZodType> = { readonly name: N; readonly schema: S }

export const defineEntity = <N extends string, S extends z.ZodType>(
  name: N,
  schema: S,
): EntityDefinition<N, S> => ({ name, schema })
