// What a change touched, as the audit trail keeps it: each thing by its name, with what its fields were before and after (B50).
import type { ChangeView } from '../../shared/contract/entry.ts'
import type { FieldChange, LeafValue } from '../../shared/entities/differences.ts'
import { differences } from '../../shared/entities/differences.ts'
import type { Id } from '../../shared/entities/entity.ts'
import { MODULE_NAMES } from '../../shared/entities/module.ts'
import type { EntityName } from '../../shared/entities/registry.ts'
import { ENTITY_NAMES } from '../../shared/entities/registry.ts'
import { factsOf, labelIn, referencesIn } from '../../shared/entities/relations.ts'
import { unswitched } from '../../shared/rules/module.ts'
import type { Data } from '../db/data.ts'

type Row = { entity: EntityName; entity_id: string; before: string | null; after: string | null }
/** More of one change are counted, not named. */
const MOST = 20

/** What is one person's own business (H14) is no line for anybody else, also where everything is kept: on a server, or a shared computer. */
const ONES_OWN = ENTITY_NAMES.flatMap((entity) => {
  const { onesOwn, owner } = factsOf(entity)
  return onesOwn === true && owner !== null ? [{ entity, owner }] : []
})
const SHOWN = `FROM audit WHERE commit_id = +? AND NOT (${ONES_OWN.map(
  ({ entity, owner }) =>
    `(entity = '${entity}' AND json_extract(coalesce("after", "before"), '$.${owner}') IS NOT ?)`,
).join(' OR ')})`
const shownTo = (commitId: string, viewer: Id | null): (string | null)[] => [
  commitId,
  ...ONES_OWN.map(() => viewer),
]

/** How many things it touched that `viewer` is shown. */
export const touchedBy = (data: Data, commitId: string, viewer: Id | null): number =>
  data.get<{ n: number }>(`SELECT count(*) AS n ${SHOWN}`, ...shownTo(commitId, viewer))?.n ?? 0

/** Did it touch things, but none that they are shown? */
export const isHidden = (data: Data, commitId: string, viewer: Id | null): boolean =>
  touchedBy(data, commitId, viewer) === 0 &&
  data.get('SELECT 1 FROM audit WHERE commit_id = +? LIMIT 1', commitId) !== undefined

export const subjectsOf = (data: Data, commitId: string, viewer: Id | null): ChangeView['subjects'] =>
  data
    .all<Row>(
      `SELECT entity, entity_id, "before", "after" ${SHOWN} ORDER BY seq LIMIT ${MOST}`,
      ...shownTo(commitId, viewer),
    )
    .map(({ entity, entity_id: id, before: was, after: is }) =>
      subjectOf(data, entity, id, parsed(was), parsed(is)),
    )

/** One thing that is changed, by its name, with what its fields were and are. */
export const subjectOf = (
  data: Data,
  entity: EntityName,
  id: Id,
  before: object | null,
  after: object | null,
): ChangeView['subjects'][number] => ({
  entity,
  id,
  op: after === null ? 'remove' : 'put',
  follows: factsOf(entity).follows === true,
  name: labelIn(entity, after ?? before ?? {}, (noun, other) => calledNow(data, noun, other)),
  added: before === null,
  fields: differences(entity, before, after).map((change) =>
    switched(entity, named(data, entity, change, before, after)),
  ),
})

const parsed = (json: string | null): object | null => (json === null ? null : (JSON.parse(json) as object))

/** Where a field holds an id, what that thing is called instead. */
function named(
  data: Data,
  entity: EntityName,
  change: FieldChange,
  before: object | null,
  after: object | null,
): FieldChange {
  if (change.kind !== 'name') return change
  const nameIn = (thing: object | null, value: LeafValue): LeafValue => {
    if (thing === null || value === null) return null
    for (const reference of factsOf(entity).refs) {
      if (reference.field !== change.field) continue
      const names = referencesIn(reference, thing).map((id) => calledNow(data, reference.to, id))
      if (Array.isArray(value)) return names
      if (names.length > 0) return names[0] ?? null
    }
    return null
  }
  return { ...change, before: nameIn(before, change.before), after: nameIn(after, change.after) }
}

/** A module that nobody had switched was not empty, but as it is preset. */
function switched(entity: EntityName, change: FieldChange): FieldChange {
  const module = MODULE_NAMES.find((name) => change.field === `modules.${name}`)
  if (module === undefined || (entity !== 'organisation' && entity !== 'user')) return change
  const preset = unswitched(entity, module)
  return { ...change, before: change.before ?? preset, after: change.after ?? preset }
}

/** By its name now; what is gone by the name that it had last. */
function calledNow(data: Data, noun: EntityName, id: Id): string | null {
  const thing = data.find(noun, id) ?? lastKnown(data, noun, id)
  return thing === null ? null : labelIn(noun, thing, (of, other) => calledNow(data, of, other))
}

const lastKnown = (data: Data, noun: EntityName, id: Id): object | null =>
  parsed(
    data.get<{ before: string | null }>(
      'SELECT "before" FROM audit WHERE entity = +? AND entity_id = +? AND "after" IS NULL ORDER BY seq DESC LIMIT 1',
      noun,
      id,
    )?.before ?? null,
  )
