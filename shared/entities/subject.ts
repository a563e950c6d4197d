// What time is on: for whom and on what. Timers, recorded time, choices and each request that says it spread these fields, and all
// who carry them loop over SUBJECT: the next field is a line here, a column in the tables of timers and time entries, and its words.
import type { Id } from './entity.ts'
import type { Reference, ReferenceKind } from './noun.ts'
import type { TimeRules } from './rules.ts'

type Demand = { [R in keyof TimeRules]: TimeRules[R] extends boolean ? R : never }[keyof TimeRules]
type Extent = {
  /** The rule that demands it (B1). */
  demandedBy?: Demand
  /** The field of which it is a part: it belongs to the same thing, and goes when another is chosen there. */
  of?: `${string}Id`
  /** It has a code of its own, which stands before its name. */
  coded?: true
  /** The fields that it fills where they are empty, as it is tied to what they name. */
  brings?: readonly `${string}Id`[]
}

const NONE: Id[] = []
Object.freeze(NONE)

/** One thing, or none. */
const one = <const N extends string, const E extends Extent>(noun: N, extent: E) => ({
  kind: 'one' as const,
  noun,
  ...extent,
})

/** Things of a noun, as many as somebody chooses; the field is called "<thing>Ids". */
const some = <const N extends string>(noun: N) => ({ kind: 'some' as const, noun })

/** A text of its own, which names nothing, of so many letters at most. */
const text = (longest: number) => ({ kind: 'plain' as const, type: 'text' as const, longest })

/** Yes or no; null: as the rest of what the time is on says (core/facts/flags.ts). */
const flag = () => ({ kind: 'plain' as const, type: 'flag' as const })

/** In the order in which they are asked for and named. */
const FIELDS = {
  customerId: one('customer', { demandedBy: 'requireCustomer' }),
  categoryId: one('category', { demandedBy: 'requireCategory' }),
  projectId: one('project', { of: 'customerId', coded: true }),
  /** Its time counts for the project that it is tied to. */
  caseId: one('case', { of: 'customerId', coded: true, brings: ['projectId'] }),
  opportunityId: one('opportunity', { of: 'customerId' }),
  tagIds: some('tag'),
  /** The number of a ticket or an order in another system (J19). */
  reference: text(100),
  /** Can it be charged to the customer? Where nobody says so: as its category and project say (D3, E3). */
  billable: flag(),
} as const

type Fields = typeof FIELDS
export type SubjectField = keyof Fields
type ValueOf<F> = F extends { kind: 'one' }
  ? Id | null
  : F extends { kind: 'some' }
    ? Id[]
    : F extends { type: 'text' }
      ? string
      : boolean | null
export type Subject = { [F in SubjectField]: ValueOf<Fields[F]> }

type Kind = Fields[SubjectField]['kind']
export type OfKind<K extends Kind> = {
  [F in SubjectField]: Fields[F]['kind'] extends K ? F : never
}[SubjectField]
type Naming = OfKind<'one' | 'some'>

type PartOf<F extends SubjectField> = F extends `${infer P}Ids` ? P : F extends `${infer P}Id` ? P : F
/** What a field is called without its "Id" or "Ids": customer, project, tag, reference … */
export type SubjectPart = PartOf<SubjectField>
export type OnePart = PartOf<OfKind<'one'>>
export type SomePart = PartOf<OfKind<'some'>>
export type PlainPart = OfKind<'plain'>
type PlainLike<T> = {
  [F in SubjectField]: Fields[F] extends { kind: 'plain'; type: T } ? F : never
}[SubjectField]
export type TextPart = PlainLike<'text'>
export type FlagPart = PlainLike<'flag'>
export type NounOf<P extends OnePart | SomePart> = {
  [F in Naming]: PartOf<F> extends P ? Fields[F]['noun'] : never
}[Naming]
export type OneNoun = NounOf<OnePart>
export type SomeNoun = NounOf<SomePart>
export type SubjectNoun = OneNoun | SomeNoun
export type DemandedPart = {
  [F in SubjectField]: Fields[F] extends { demandedBy: Demand } ? PartOf<F> : never
}[SubjectField]
export type DemandedField = `${DemandedPart}Id`
export type PartlyNoun = {
  [F in Naming]: Fields[F] extends { of: string } ? Fields[F]['noun'] : never
}[Naming]
type CodedPart = { [F in SubjectField]: Fields[F] extends { coded: true } ? PartOf<F> : never }[SubjectField]

/** One of several things: what it is called, and the colour in which it is shown, where it has one. */
export type Label = { id: Id; name: string; colour: string | null }

/** What the things of its lists are called. */
export type SubjectLabels = { [P in SomePart as `${P}Labels`]: readonly Label[] }
/** What its flags come to: its own where it says so, else what follows from the rest. */
export type SubjectFlags = { [P in FlagPart as `is${Capitalize<P>}`]: boolean }
/** Beside the fields: what screens call what they hold. A plain value is its own name. */
export type SubjectNames = { [P in OnePart as `${P}Name`]: string | null } & {
  [P in CodedPart as `${P}Code`]: string | null
} & SubjectLabels &
  Pick<Subject, PlainPart>
export type NamedSubject = Subject & SubjectNames

type KeysLike<V> = { [K in keyof SubjectNames]: SubjectNames[K] extends V ? K : never }[keyof SubjectNames]
export type OneEntry = {
  kind: 'one'
  field: OfKind<'one'>
  part: OnePart
  noun: OneNoun
  of: OfKind<'one'> | null
  demandedBy: Demand | null
  brings: readonly OfKind<'one'>[]
  empty: null
  nameKey: Extract<keyof SubjectNames, `${string}Name`>
  codeKey: Extract<keyof SubjectNames, `${string}Code`> | null
}
export type SomeEntry = {
  kind: 'some'
  field: OfKind<'some'>
  part: SomePart
  noun: SomeNoun
  of: null
  demandedBy: null
  empty: Id[]
  labelsKey: KeysLike<readonly Label[]>
}
type Plainly<T, P, E> = {
  kind: 'plain'
  type: T
  field: P
  part: P
  of: null
  demandedBy: null
  empty: E
}
export type TextEntry = Plainly<'text', TextPart, ''> & { longest: number }
export type FlagEntry = Plainly<'flag', FlagPart, null> & { isKey: keyof SubjectFlags }
export type PlainEntry = TextEntry | FlagEntry
export type NamingEntry = OneEntry | SomeEntry
export type SubjectEntry = NamingEntry | PlainEntry

/** The fields as a list, made once for all who loop over them. */
export const SUBJECT: readonly SubjectEntry[] = Object.entries(FIELDS).map(([field, of]) => {
  if (of.kind === 'plain') {
    const plain = { field, part: field, of: null, demandedBy: null, ...of }
    if (of.type === 'text') return { ...plain, empty: '' }
    return { ...plain, empty: null, isKey: `is${field.charAt(0).toUpperCase()}${field.slice(1)}` }
  }
  const part = field.replace(/Ids?$/, '')
  if (of.kind === 'some') {
    const { kind, noun } = of
    return { kind, field, part, noun, of: null, demandedBy: null, empty: NONE, labelsKey: `${part}Labels` }
  }
  const extent: Extent & { noun: string } = of
  return {
    kind: 'one',
    field,
    part,
    noun: of.noun,
    of: extent.of ?? null,
    demandedBy: extent.demandedBy ?? null,
    brings: extent.brings ?? [],
    empty: null,
    nameKey: `${part}Name`,
    codeKey: extent.coded === true ? `${part}Code` : null,
  }
}) as readonly SubjectEntry[]

/** Those that name things. */
export const NAMING: readonly NamingEntry[] = SUBJECT.filter((entry) => entry.kind !== 'plain')
export const ONES: readonly OneEntry[] = SUBJECT.filter((entry) => entry.kind === 'one')
export const SOMES: readonly SomeEntry[] = SUBJECT.filter((entry) => entry.kind === 'some')
export const PLAINS: readonly PlainEntry[] = SUBJECT.filter((entry) => entry.kind === 'plain')

/** Plain values that are texts: found by search. */
export const TEXTS: readonly TextEntry[] = PLAINS.filter((entry) => entry.type === 'text')
export const FLAGS: readonly FlagEntry[] = PLAINS.filter((entry) => entry.type === 'flag')

/** The things that a field names there. */
export function idsIn(entry: NamingEntry, of: PartialSubject): readonly Id[] {
  if (entry.kind === 'some') return of[entry.field] ?? NONE
  const id = of[entry.field] ?? null
  return id === null ? NONE : [id]
}

/** What is written in its texts. */
export const textsIn = (of: PartialSubject): string[] =>
  TEXTS.map(({ field }) => of[field] ?? '').filter((text) => text !== '')

/** The nouns that it names: what shows it is stale when one of them changes. */
export const SUBJECT_NOUNS: readonly SubjectNoun[] = [...new Set(NAMING.map(({ noun }) => noun))]

/** The references of a noun that is on something. */
export const subjectRefs = (as: ReferenceKind): readonly Reference<Naming, SubjectNoun>[] =>
  NAMING.map(({ field, noun }) => ({ field, to: noun, as }))

/** Its lists of things alone: what a journal's line has of it too (A26). */
export type SubjectLists = Pick<Subject, OfKind<'some'>>
export const listRefs = (as: ReferenceKind): readonly Reference<OfKind<'some'>, SomeNoun>[] =>
  SOMES.map(({ field, noun }) => ({ field, to: noun, as }))
export const listsOf = (of: PartialSubject): SubjectLists =>
  Object.fromEntries(SOMES.map(({ field, empty }) => [field, of[field] ?? empty])) as SubjectLists

export type PartialSubject = { readonly [F in SubjectField]?: Subject[F] | undefined }

const subjectWith = (valueOf: (entry: SubjectEntry) => unknown): Subject => {
  const subject: Partial<Record<SubjectField, unknown>> = {}
  for (const entry of SUBJECT) subject[entry.field] = valueOf(entry)
  return subject as Subject
}

/** The subject alone, out of whatever holds its fields; what is not there is empty. */
export const subjectOf = (of: PartialSubject): Subject =>
  subjectWith(({ field, empty }) => of[field] ?? empty)

/** After an edit: what is named, else what it was; but a part of another thing is none any more. */
export const subjectAfter = (was: Subject, args: PartialSubject): Subject =>
  subjectWith(({ field, of, empty }) => {
    const named = args[field]
    if (named !== undefined) return named
    const moved = of !== null && args[of] !== undefined && args[of] !== was[of]
    return moved ? empty : was[field]
  })

/** The same for the same subject: what a list of choices tells them apart by. */
export const subjectKey = (of: PartialSubject): string => {
  let key = ''
  // Asked of hundreds of rows at once, so little is made on the way.
  for (const { field, empty } of SUBJECT) {
    const value = of[field] ?? empty
    key += `${Array.isArray(value) && value.length > 1 ? value.toSorted().join(',') : String(value ?? '')}\n`
  }
  return key
}

/** The keys of what a field is called. */
const keysOf = (entry: SubjectEntry): readonly (keyof SubjectNames)[] => {
  if (entry.kind === 'plain') return [entry.field]
  if (entry.kind === 'some') return [entry.labelsKey]
  return entry.codeKey === null ? [entry.nameKey] : [entry.nameKey, entry.codeKey]
}

export const namesAlone = (of: SubjectNames): SubjectNames =>
  Object.fromEntries(SUBJECT.flatMap(keysOf).map((key) => [key, of[key]])) as SubjectNames

/** On nothing at all. */
export const NO_SUBJECT: NamedSubject = Object.freeze({
  ...(Object.fromEntries(
    SUBJECT.flatMap((entry) => keysOf(entry).map((key): [string, unknown] => [key, entry.empty])),
  ) as SubjectNames),
  ...subjectOf({}),
})

/** What one of its fields is called: a name with its code before it, several names, a text. null: there is none, as of a flag. */
export function partLabel(of: SubjectNames, entry: SubjectEntry, between = ' '): string | null {
  if (entry.kind === 'some') return of[entry.labelsKey].map(({ name }) => name).join(', ') || null
  if (entry.kind === 'plain') return entry.type === 'text' ? of[entry.field] || null : null
  const { nameKey, codeKey } = entry
  const label = [codeKey === null ? null : of[codeKey], of[nameKey]].filter(
    (text) => text !== null && text !== '',
  )
  return label.length === 0 ? null : label.join(between)
}

/** What a session is called everywhere: Acme · Support · PROJ-1 Website, with what there is. */
export const sessionName = (
  of: SubjectNames,
  nothing: string,
  shown: (name: string) => string = (name) => name,
): string => {
  const labels = SUBJECT.flatMap((entry) => partLabel(of, entry) ?? [])
  return labels.length === 0 ? nothing : labels.map(shown).join(' · ')
}
