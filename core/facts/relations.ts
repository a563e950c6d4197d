// What refers to a thing, and what goes with it, as the data file has it: by the references that the nouns declare.
import type { Id } from '../../shared/entities/entity.ts'
import type { ReferenceKind } from '../../shared/entities/noun.ts'
import type { Change, EntityName, EntityOf, KeptName, Remove } from '../../shared/entities/registry.ts'
import { ENTITY_NAMES, remove } from '../../shared/entities/registry.ts'
import {
  eachNoun,
  factsOf,
  isReferred,
  referencesIn,
  referencesOf,
  referrersOf,
} from '../../shared/entities/relations.ts'
import type { Referrer } from '../../shared/entities/relations.ts'
import type { Data } from '../db/data.ts'
import { MAPPINGS } from '../db/entityStore.ts'
import type { SqlValue } from '../db/statements.ts'

const columnIn = (entity: EntityName, field: string) =>
  MAPPINGS[entity].columns.find((column) => column.field === field)
const columnOf = (entity: EntityName, field: string): string => columnIn(entity, field)?.name ?? field

/** A list of ids is kept as JSON: an id stands in it between quotes, and never within another. */
export const hasId = (entity: EntityName, field: string, { of = '' } = {}): string =>
  columnIn(entity, field)?.kind === 'json'
    ? `instr(${of}${columnOf(entity, field)}, '"' || ? || '"') > 0`
    : `${of}${columnOf(entity, field)} = ?`

/** Which rows name a thing by this reference: a condition with the thing's id as its value. */
const conditionOf = ({ entity, ref }: Referrer): string =>
  [
    hasId(entity, ref.field),
    ...(ref.when === undefined ? [] : [`${columnOf(entity, ref.when.field)} = '${ref.when.is}'`]),
  ].join(' AND ')

type Question = Referrer & { condition: string; count: string }
/** Made once: a text that is the same object each time is found among the prepared ones without being read. */
const QUESTIONS = eachNoun((noun) =>
  referrersOf(noun).map((referrer): Question => {
    const condition = conditionOf(referrer)
    const count = `SELECT count(*) AS n FROM "${MAPPINGS[referrer.entity].table}" WHERE ${condition}`
    return { ...referrer, condition, count }
  }),
)

/** How many things of which nouns refer to it; `by`: in this way only. */
export function usesOf(
  data: Data,
  noun: EntityName,
  id: Id,
  by?: ReferenceKind,
): ReadonlyMap<EntityName, number> {
  const uses = new Map<EntityName, number>()
  for (const { entity, ref, count } of QUESTIONS[noun]) {
    if (by !== undefined && ref.as !== by) continue
    const n = data.get<{ n: number }>(count, id)?.n ?? 0
    if (n > 0) uses.set(entity, (uses.get(entity) ?? 0) + n)
  }
  return uses
}

/** What was deleted is kept for the past only: nothing can be done with it any more. */
export const present = <N extends KeptName>(data: Data, noun: N, id: Id): EntityOf<N> | null =>
  data.where(noun, 'id = ? AND NOT removed', id)[0] ?? null

/** Does the past refer to it? Then it is deleted all the same, but keeps its name (C17). */
export const isRecalled = (data: Data, noun: EntityName, id: Id): boolean =>
  usesOf(data, noun, id, 'recalled').size > 0

/** What goes with the things that are removed: always what is part of them, and by hand what was made for them too. */
export function goingWith(data: Data, removals: readonly Remove[], byHand: boolean): Remove[] {
  const named = (entity: EntityName, id: Id): boolean =>
    removals.some((removal) => removal.entity === entity && removal.id === id)
  return removals.flatMap((removal) =>
    QUESTIONS[removal.entity]
      .filter(({ ref }) => ref.as === 'part' || (byHand && ref.as === 'followed'))
      .flatMap(({ entity, condition }) =>
        data
          .where(entity, condition, removal.id)
          .filter(({ id }) => !named(entity, id))
          .map(({ id }) => remove(entity, id)),
      ),
  )
}

/** Until all changes are in, something may refer to what is not there; at their end it must add up, or is refused with its reason. */
export function mayBreakReference(data: Data, change: Change): boolean {
  // What is part of a thing is gone with it already.
  if (change.op === 'remove') return isReferred(change.entity)
  return referencesOf(change.entity).some((ref) =>
    referencesIn(ref, change.value).some((id) => data.find(ref.to, id) === null),
  )
}

const VERSIONS = new Map(
  ENTITY_NAMES.flatMap((entity) => {
    const dated = factsOf(entity).dated
    if (dated?.versionOf === undefined) return []
    const fields = [...dated.versionOf, dated.from]
    return [
      [entity, { fields, condition: fields.map((field) => `${columnOf(entity, field)} IS ?`).join(' AND ') }],
    ]
  }),
)

/** One contract or rate begins on a day; an undo could bring a second. Asked first, since the table would refuse it without a reason. */
export function bringsSecondVersion(data: Data, change: Change): boolean {
  const version = VERSIONS.get(change.entity)
  if (change.op !== 'put' || version === undefined) return false
  const values = change.value as unknown as Record<string, SqlValue>
  return data
    .where(change.entity, version.condition, ...version.fields.map((field) => values[field] ?? null))
    .some(({ id }) => id !== change.value.id)
}
