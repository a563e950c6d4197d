// What time is on, as the data file has it: the things that its fields name, what they are called, and both in the rows of entries.
import type { LocalDate } from '../../shared/base/localDate.ts'
import { ok } from '../../shared/base/result.ts'
import type { Result } from '../../shared/base/result.ts'
import type { AppError } from '../../shared/contract/errors.ts'
import type {
  Label,
  PartialSubject,
  Subject,
  SubjectField,
  SubjectLabels,
  SubjectNames,
} from '../../shared/entities/subject.ts'
import {
  idsIn,
  NAMING,
  ONES,
  PLAINS,
  SOMES,
  SUBJECT,
  subjectOf,
  TEXTS,
} from '../../shared/entities/subject.ts'
import { refused } from '../../shared/rules/rule.ts'
import type { SubjectFacts, SubjectSettings, SubjectThings } from '../../shared/rules/subject.ts'
import { isOpenIn, thingsIn } from '../../shared/rules/subject.ts'
import type { Data } from '../db/data.ts'
import { decodeRow, MAPPINGS } from '../db/entityStore.ts'
import type { SqlValue } from '../db/statements.ts'

type Called = { name: string; code?: string; colour?: string }

/** What there is of it: for what may be gone since. */
export function knownFacts(data: Data, of: PartialSubject): SubjectFacts {
  const subject = subjectOf(of)
  const things: Record<string, object | null> = {}
  for (const entry of NAMING) {
    const named = idsIn(entry, subject).flatMap((id) => data.find(entry.noun, id) ?? [])
    things[entry.part] = entry.kind === 'some' ? named : (named[0] ?? null)
  }
  return { subject, things: things as SubjectThings }
}

/** Refused where a thing that is named does not exist. */
export function subjectFacts(data: Data, of: PartialSubject): Result<SubjectFacts, AppError> {
  const facts = knownFacts(data, of)
  for (const entry of NAMING)
    if (thingsIn(entry, facts.things).length < idsIn(entry, facts.subject).length)
      return refused(`notFound.${entry.noun}`)
  return ok(facts)
}

/**
 * With what its things are tied to, where they are newly on it and nothing else is named there: a case brings its project. What
 * takes no more time on that day is not brought.
 */
export function withBrought(
  data: Data,
  given: SubjectFacts & { settings: SubjectSettings },
  was: Subject | null,
  date: LocalDate,
): SubjectFacts {
  let facts: SubjectFacts = given
  for (const { field, part, brings } of ONES) {
    const thing = facts.things[part] as PartialSubject | null
    if (thing === null || was?.[field] === given.subject[field]) continue
    for (const tied of brings) {
      const id = thing[tied] ?? null
      if (id === null || facts.subject[tied] !== null) continue
      const more = knownFacts(data, { ...facts.subject, [tied]: id })
      if (isOpenIn(more, tied, date, given.settings)) facts = more
    }
  }
  return facts
}

/** What screens call it. */
export const namesOf = (data: Data, of: PartialSubject): SubjectNames => fillNames(data, of, {})

/** The same beside its fields, in a page of rows, where each copy costs as much as what is looked up. */
export const named = <T extends PartialSubject>(data: Data, of: T): T & SubjectNames =>
  fillNames(data, of, of)

function fillNames<T extends object>(data: Data, of: PartialSubject, into: T): T & SubjectNames {
  const names = into as Record<string, unknown>
  fillLabels(data, of, names)
  for (const { field, noun, nameKey, codeKey } of ONES) {
    const id = of[field] ?? null
    const thing: Called | null = id === null ? null : data.find(noun, id)
    names[nameKey] = thing?.name ?? null
    if (codeKey !== null) names[codeKey] = thing?.code ?? null
  }
  for (const { field, empty } of PLAINS) names[field] = of[field] ?? empty
  return into as T & SubjectNames
}

/** What the things of its lists are called. */
export function labelsOf(data: Data, of: PartialSubject): SubjectLabels {
  const labels: Record<string, unknown> = {}
  fillLabels(data, of, labels)
  return labels as SubjectLabels
}

function fillLabels(data: Data, of: PartialSubject, into: Record<string, unknown>): void {
  for (const { field, noun, labelsKey } of SOMES)
    into[labelsKey] = (of[field] ?? []).flatMap((id): Label[] => {
      const thing: Called | null = data.find(noun, id)
      return thing === null ? [] : [{ id, name: thing.name, colour: thing.colour ?? null }]
    })
}

const COLUMNS = new Map<string, string>(MAPPINGS.timeEntry.columns.map(({ field, name }) => [field, name]))
/** The column of entries in which a field stands. */
export const columnOf = (field: SubjectField): string => COLUMNS.get(field) ?? field
/** A row of the columns below, which then has its fields as they are. */
export const decodeSubject = <R extends PartialSubject>(row: R): R =>
  decodeRow('timeEntry', row as unknown as Record<string, SqlValue>) as unknown as R

/** The same, with what the things of its lists are called: then it is a NamedSubject. */
export function namedRow<R extends PartialSubject>(data: Data, row: R): R & SubjectLabels {
  const decoded = decodeSubject(row)
  return Object.assign(decoded, labelsOf(data, decoded))
}

/** The fields and names in a SELECT over `time_entry e` with the joins below: a row of it is a NamedSubject, by `namedRow`. */
export const SUBJECT_COLUMNS = SUBJECT.flatMap((entry) => [
  `e."${COLUMNS.get(entry.field)}" AS "${entry.field}"`,
  ...(entry.kind !== 'one' ? [] : [`"${entry.part}".name AS "${entry.nameKey}"`]),
  ...(entry.kind !== 'one' || entry.codeKey === null ? [] : [`"${entry.part}".code AS "${entry.codeKey}"`]),
]).join(', ')

/** Each thing's row stands there under what its field is called: "customer", "category" … */
export const SUBJECT_JOINS = ONES.map(
  ({ field, part, noun }) =>
    `LEFT JOIN "${MAPPINGS[noun].table}" AS "${part}" ON "${part}".id = e."${COLUMNS.get(field)}"`,
).join(' ')

/** The entries `e` that have a text, in their note or beside it. */
export const SEARCHED = `(${['note', ...TEXTS.map(({ field }) => COLUMNS.get(field))]
  .map((name) => `e."${name}" <> ''`)
  .join(' OR ')})`

/** The fields alone, out of the table of entries. */
export const SUBJECT_FIELDS = SUBJECT.map(({ field }) => `"${COLUMNS.get(field)}" AS "${field}"`).join(', ')

/** What they are called there. */
export const SUBJECT_KEYS = SUBJECT.map(({ field }) => `"${field}"`).join(', ')
