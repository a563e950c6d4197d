// What every noun of the product shares: an id, a schema, and a place in the registry.
import { z } from 'zod'
import { isCalendarDate } from '../base/localDate.ts'
import { cleanText } from '../base/text.ts'
import type { NounFacts } from './noun.ts'

/** Ids are ULIDs, or a ULID with a suffix for the second and later things that one command makes. */
export const Id = z.string().min(1).max(40)
export type Id = z.infer<typeof Id>

/** Epoch milliseconds, UTC, within the years 1970 to 9998: a year short of what the calendar knows, for zones and day ends. */
export const InstantSchema = z.int().min(0).max(253_370_764_799_999)

export const LocalDateSchema = z.string().refine(isCalendarDate, { error: 'not a date' })

/** Beyond it, text is refused before anybody spends time on cleaning it. */
const Typed = z.string().max(100_000)

// Cleaned whole and then measured: cut to one more than allowed, a text that ends in an emoji of several units would lose
// that emoji and pass.
const clean = (multiline: boolean) => (text: string) => cleanText(text, { max: Infinity, multiline })

/** A name on one line: 1 to 200 characters after cleaning. */
export const Name = Typed.transform(clean(false)).pipe(z.string().min(1).max(200))

/** What a thing is called by for short, on one line: 1 to 40 characters after cleaning. */
export const Code = z.string().max(1_000).transform(clean(false)).pipe(z.string().min(1).max(40))

/** One optional line of contact data. */
export const Line = Typed.transform(clean(false)).pipe(z.string().max(500))

/** Free text on several lines, at most 10,000 characters; longer is refused, never cut. */
export const Note = Typed.transform(clean(true)).pipe(z.string().max(10_000))

/** Deleted, but kept under its name because recorded time refers to it: in no list and no choice, only in the past (C17). */
export const Removed = z.boolean().default(false)

export type EntityDefinition<N extends string, S extends z.ZodObject, F extends NounFacts> = {
  readonly name: N
  readonly schema: S
} & Readonly<F>

/** A noun: its name, its schema, and what it says of itself (noun.ts). */
export const defineEntity = <
  N extends string,
  S extends z.ZodObject,
  const F extends NounFacts<keyof z.output<S> & string>,
>(
  name: N,
  schema: () => S,
  facts: F,
): EntityDefinition<N, S, F> => ({
  ...facts,
  name,
  get schema() {
    return schema()
  },
})
