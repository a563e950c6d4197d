// What follows from the facts of all nouns together: who refers to whom, what a thing is called by, whose it is. Made once.
import type { Id } from './entity.ts'
import type { NounFacts, Reference } from './noun.ts'
import type { EntityName } from './registry.ts'
import { ENTITY_NAMES, registry } from './registry.ts'

type Noun = (typeof registry)[EntityName]
type References = Noun['refs'][number]
/** What must be there, or must have been, for others to refer to it. */
export type Referred = Exclude<References, { as: 'mentioned' | 'part' }>['to']
type Checked = Exclude<References, { as: 'mentioned' }>['to']

/** A reference that asks something of what it names. */
export type CheckedReference = Reference<string, Checked>
export type Referrer = { readonly entity: EntityName; readonly ref: CheckedReference }

type Unique = NonNullable<NounFacts['unique']>
type Dated = NonNullable<NounFacts['dated']>
type Facts = Omit<NounFacts, 'refs' | 'unique' | 'dated'> & {
  readonly refs: readonly Reference<string, EntityName>[]
  readonly unique?: Unique & { readonly taken: Extract<Noun, { unique: object }>['unique']['taken'] }
  readonly dated?: Dated & { readonly closed: Extract<Noun, { dated: object }>['dated']['closed'] }
}
/** Every noun in one shape: a reference to what is no noun does not compile. */
const FACTS: Readonly<Record<EntityName, Facts>> = registry

/** Something of every noun, made once. */
export const eachNoun = <T>(make: (entity: EntityName) => T): Readonly<Record<EntityName, T>> =>
  Object.fromEntries(ENTITY_NAMES.map((entity) => [entity, make(entity)])) as Record<EntityName, T>

const isChecked = (ref: Reference<string, EntityName>): ref is CheckedReference => ref.as !== 'mentioned'

export const factsOf = (entity: EntityName): Facts => FACTS[entity]

const REFERENCES = eachNoun((entity) => FACTS[entity].refs.filter(isChecked))
/** What a thing of that noun refers to and cannot do without. */
export const referencesOf = (entity: EntityName): readonly CheckedReference[] => REFERENCES[entity]

const REFERRERS = eachNoun((noun) =>
  ENTITY_NAMES.flatMap((entity): Referrer[] =>
    REFERENCES[entity].filter(({ to }) => to === noun).map((ref) => ({ entity, ref })),
  ),
)
/** Who refers to things of that noun. */
export const referrersOf = (noun: EntityName): readonly Referrer[] => REFERRERS[noun]

export const isReferred = (entity: EntityName): entity is Referred =>
  REFERRERS[entity].some(({ ref }) => ref.as !== 'part')

const NO_IDS: readonly Id[] = []

/** The ids that a reference of this thing names: of a single thing, or of a list. */
export function referencesIn({ field, when }: Reference, value: object): readonly Id[] {
  const fields = value as Record<string, unknown>
  if (when !== undefined && fields[when.field] !== when.is) return NO_IDS
  const named = fields[field]
  return typeof named === 'string' ? [named] : Array.isArray(named) ? (named as Id[]) : NO_IDS
}

/** The user whose it is; null: nobody's in particular. */
export function ownerIn(entity: EntityName, value: object): Id | null {
  const { owner } = FACTS[entity]
  const id = owner === null ? null : (value as Record<string, unknown>)[owner]
  return typeof id === 'string' ? id : null
}

/** What a thing is called; `nameOf` tells the name of another that it is called after. */
export function labelIn(
  entity: EntityName,
  value: object,
  nameOf: (noun: EntityName, id: Id) => string | null,
): string | null {
  const { label, refs } = FACTS[entity]
  const fields = value as Record<string, unknown>
  const parts = label.flatMap((field) => {
    const named = refs.filter((ref) => ref.field === field)
    const text =
      named.length === 0
        ? fields[field]
        : named
            .flatMap((ref) => referencesIn(ref, value).map((id) => nameOf(ref.to, id)))
            .find((name) => name !== null)
    return typeof text === 'string' && text !== '' ? [text] : []
  })
  return parts.length === 0 ? null : parts.join(' · ')
}

/** Deleted, and kept only for the past. */
export const isRemoved = (value: object): boolean => 'removed' in value && value.removed === true
