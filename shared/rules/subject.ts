// Why time cannot be on something, and what is left of a subject when time goes on with it: one path for every field that it has.
import type { LocalDate } from '../base/localDate.ts'
import type { AppError } from '../contract/errors.ts'
import type { Id } from '../entities/entity.ts'
import { isOpenCase } from '../entities/case.ts'
import { takesTime } from '../entities/customer.ts'
import type { ModuleName } from '../entities/module.ts'
import type { Organisation } from '../entities/organisation.ts'
import { isActive } from '../entities/opportunity.ts'
import { isCompletedOn } from '../entities/project.ts'
import type { EntityOf } from '../entities/registry.ts'
import { factsOf } from '../entities/relations.ts'
import type { TimeRules } from '../entities/rules.ts'
import type {
  DemandedPart,
  NamingEntry,
  NounOf,
  OneEntry,
  OnePart,
  PartlyNoun,
  SomePart,
  Subject,
  SubjectNoun,
} from '../entities/subject.ts'
import { idsIn, NAMING, ONES, subjectOf } from '../entities/subject.ts'
import { inactive, refused } from './rule.ts'

/** What its fields name, as it is now; null where they name nothing. */
export type SubjectThings = { [P in OnePart]: EntityOf<NounOf<P>> | null } & {
  [P in SomePart]: readonly EntityOf<NounOf<P>>[]
}

/** What time is to be on. */
export type SubjectFacts = { subject: Subject; things: SubjectThings }

/** Of the organisation's settings, those that say what takes time. */
export type SubjectSettings = Pick<Organisation, 'casesNeedProject'> & {
  /** Those that are on for whom it is (F12). */
  modules: readonly ModuleName[]
}

type Refusal = { ok: false; error: AppError }
/**
 * `kept`: the time is on it already. `later`: but on an earlier day than it is to be now. `begun`: a timer has run on it, so what it
 * counted can be recorded.
 */
type When = {
  date: LocalDate
  kept: boolean
  later: boolean
  begun: boolean
  settings: SubjectSettings
}

/** Why one that exists takes no time on that day. What was retired since may still be corrected, as long as it stays on it. */
const CLOSED: { [N in SubjectNoun]: (thing: EntityOf<N>, when: When) => Refusal | null } = {
  customer: (customer, { kept }) =>
    kept || takesTime(customer) ? null : inactive('record.inactiveCustomer', customer),
  category: (category, { kept }) =>
    kept || category.active ? null : inactive('record.inactiveCategory', category),
  project: (project, { date, kept, later }) => {
    if (kept && !later) return null
    if (project.removed) return refused('notFound.project')
    const { code, name, completionDate } = project
    return isCompletedOn(project, date)
      ? refused('project.completed', { values: { code, name, date: completionDate } })
      : null
  },
  // A case is closed while somebody is still on the telephone: their time is recorded, but nobody starts on it anew.
  case: (thing, { kept, begun, settings }) => {
    if (kept || begun) return null
    const { id, code, name } = thing
    if (thing.removed) return refused('notFound.case')
    if (!isOpenCase(thing)) return refused('case.closed', { values: { code, name }, ids: [id] })
    return settings.casesNeedProject && thing.projectId === null
      ? refused('case.projectRequired', { values: { code, name }, ids: [id] })
      : null
  },
  opportunity: (thing, { kept, begun }) => {
    if (kept || begun || isActive(thing)) return null
    return thing.removed
      ? refused('notFound.opportunity')
      : refused('opportunity.closed', { values: { name: thing.name } })
  },
  tag: (tag, { kept }) =>
    kept || tag.active ? null : refused('record.inactiveTag', { values: { name: tag.name } }),
}

type Thing = { id: Id; removed: boolean; code?: string; name: string }

/** The things that a field names: one or none, or as many as there are. */
export function thingsIn(entry: NamingEntry, things: SubjectThings): readonly Thing[] {
  if (entry.kind === 'some') return things[entry.part]
  const thing = things[entry.part]
  return thing === null ? [] : [thing]
}

function closed({ noun }: NamingEntry, thing: Thing, when: When): Refusal | null {
  const { module } = factsOf(noun)
  if (module !== undefined && !when.kept && !when.begun && !when.settings.modules.includes(module))
    return refused('module.off', { values: { module } })
  // The table has a row for each noun; the loop over the fields needs the common shape.
  return (CLOSED[noun] as unknown as (thing: Thing, when: When) => Refusal | null)(thing, when)
}

/** Is the thing part of another than the one that is named beside it? */
function isElsewhere({ of }: NamingEntry, thing: Thing, subject: Subject): boolean {
  return of !== null && (thing as Thing & Partial<Subject>)[of] !== subject[of]
}

/**
 * Why time that begins on this day cannot be on it; null: it can. `was`: what the time was on until now, and on which day; `begun`:
 * what the timer was on that counted it. Every start, correction and record asks here.
 */
export function subjectRefusal(
  facts: SubjectFacts & { rules: TimeRules; settings: SubjectSettings },
  date: LocalDate,
  was: { subject: Subject; date: LocalDate } | null = null,
  begun: Subject | null = null,
): Refusal | null {
  const { subject, things, rules, settings } = facts
  for (const { field, part, demandedBy } of ONES)
    // A rule that became stricter since demands nothing of what it was without (K5).
    if (demandedBy !== null && rules[demandedBy] && things[part] === null && was?.subject[field] !== null)
      return refused(`rule.${part as DemandedPart}Required`)
  for (const entry of NAMING)
    for (const thing of thingsIn(entry, things)) {
      if (isElsewhere(entry, thing, subject))
        return refused(`${entry.noun as PartlyNoun}.otherCustomer`, {
          values: { code: thing.code ?? '', name: thing.name },
        })
      const named = (on: Subject | null | undefined) => on != null && idsIn(entry, on).includes(thing.id)
      const [kept, later] = [named(was?.subject), was !== null && date > was.date]
      const refusal = closed(entry, thing, { date, kept, later, begun: named(begun), settings })
      if (refusal !== null) return refusal
    }
  return null
}

/** A copy in which each field has only those of its things that are good for it. */
function subjectWithout(
  { subject, things }: SubjectFacts,
  isGood: (entry: NamingEntry, thing: Thing | null, subject: Subject) => boolean,
): Subject {
  const left = subjectOf(subject)
  for (const entry of NAMING) {
    const there = new Map(thingsIn(entry, things).map((thing) => [thing.id, thing]))
    const good = idsIn(entry, left).filter((id) => isGood(entry, there.get(id) ?? null, left))
    if (entry.kind === 'some') left[entry.field] = good
    else if (good.length === 0) left[entry.field] = entry.empty
  }
  return left
}

/** Can new time on this day be on what the field names? */
export function isOpenIn(
  { subject, things }: SubjectFacts,
  field: OneEntry['field'],
  date: LocalDate,
  settings: SubjectSettings,
): boolean {
  const when = { date, kept: false, later: false, begun: false, settings }
  return ONES.some((entry) => {
    const thing = entry.field === field ? things[entry.part] : null
    return thing !== null && closed(entry, thing, when) === null && !isElsewhere(entry, thing, subject)
  })
}

/**
 * What of it new time on this day can be on: a project that takes no more time is left off, as its customer may still have some.
 * null: it takes no new time at all.
 */
export function openSubject(facts: SubjectFacts, date: LocalDate, settings: SubjectSettings): Subject | null {
  const when = { date, kept: false, later: false, begun: false, settings }
  const open = subjectWithout(
    facts,
    (entry, thing, subject) =>
      thing === null || (closed(entry, thing, when) === null && !isElsewhere(entry, thing, subject)),
  )
  const isShut = ONES.some(({ field, of }) => of === null && open[field] !== facts.subject[field])
  return isShut ? null : open
}

/** What of it is still there, for a session that comes back: what is gone is chosen anew when it is recorded. */
export const presentSubject = (facts: SubjectFacts): Subject =>
  subjectWithout(
    facts,
    (entry, thing, subject) => thing?.removed === false && !isElsewhere(entry, thing, subject),
  )
