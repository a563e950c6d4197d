// The schemas of what time is on (subject.ts): as it is stored, as a request gives it, and as a request changes it.
import { z } from 'zod'
import { Id, Line } from './entity.ts'
import type {
  DemandedField,
  FlagPart,
  OfKind,
  SomeEntry,
  SubjectEntry,
  SubjectField,
  TextPart,
} from './subject.ts'
import { SOMES, SUBJECT } from './subject.ts'

const One = Id.nullable()
/** More than anybody chooses; each once. */
const Some = z
  .array(Id)
  .max(20)
  .transform((ids) => [...new Set(ids)])
  .pipe(z.array(Id))
const textUpTo = (longest: number) => Line.pipe(z.string().max(longest))
const Flag = z.boolean().nullable()

type SchemaOf<F extends SubjectField> =
  F extends OfKind<'one'>
    ? typeof One
    : F extends OfKind<'some'>
      ? typeof Some
      : F extends TextPart
        ? ReturnType<typeof textUpTo>
        : F extends FlagPart
          ? typeof Flag
          : never

function schemaOf(entry: SubjectEntry): z.ZodType {
  if (entry.kind === 'one') return One
  if (entry.kind === 'some') return Some
  return entry.type === 'text' ? textUpTo(entry.longest) : Flag
}

type Stored = {
  [F in SubjectField]: F extends DemandedField ? SchemaOf<F> : z.ZodDefault<SchemaOf<F>>
}
type Given = {
  [F in SubjectField]: F extends DemandedField ? SchemaOf<F> : z.ZodOptional<SchemaOf<F>>
}
type Edited = { [F in SubjectField]: z.ZodOptional<SchemaOf<F>> }
type Lists = OfKind<'some'>

const shapeOf = <E extends SubjectEntry>(entries: readonly E[], make: (entry: E) => z.ZodType): unknown =>
  Object.fromEntries(entries.map((entry) => [entry.field, make(entry)]))

const stored = (entry: SubjectEntry): z.ZodType =>
  entry.demandedBy === null ? schemaOf(entry).default(entry.empty) : schemaOf(entry)

/** The fields of a noun that is on something. What was written before there was such a field has it empty. */
export const subjectStored = (): Stored => shapeOf(SUBJECT, stored) as Stored

/** The fields of a request for new time: what the rules can demand is said, be it that there is none. */
export const subjectGiven = (): Given =>
  shapeOf(SUBJECT, (entry) =>
    entry.demandedBy === null ? schemaOf(entry).optional() : schemaOf(entry),
  ) as Given

/** The fields of a request that changes some of them: what is not said stays. */
export const subjectEdited = (): Edited => shapeOf(SUBJECT, (entry) => schemaOf(entry).optional()) as Edited

/** Its lists of things alone, as a journal's line has them too (A26), and as a request may say them. */
export const listsStored = (): Pick<Stored, Lists> => shapeOf<SomeEntry>(SOMES, stored) as Pick<Stored, Lists>
export const listsGiven = (): Pick<Edited, Lists> =>
  shapeOf<SomeEntry>(SOMES, (entry) => schemaOf(entry).optional()) as Pick<Edited, Lists>
