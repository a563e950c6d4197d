// What is chosen in a form for time to be on: from what it is on already to the request that it becomes.
import type { Id } from '../../../shared/entities/entity.ts'
import type { TimeRules } from '../../../shared/entities/rules.ts'
import type {
  Label,
  NamedSubject,
  OnePart,
  PartialSubject,
  PlainPart,
  SomePart,
  Subject,
  SubjectEntry,
  SubjectPart,
} from '../../../shared/entities/subject.ts'
import { ONES, partLabel, SUBJECT, subjectAfter, subjectOf } from '../../../shared/entities/subject.ts'

export type Named = { id: Id; name: string }
export type SubjectChoice = { [P in OnePart]: Named | null } & { [P in SomePart]: readonly Label[] } & Pick<
    Subject,
    PlainPart
  >
type Choice = SubjectChoice[SubjectPart]

const choiceWith = (of: (entry: SubjectEntry) => unknown): SubjectChoice =>
  Object.fromEntries(SUBJECT.map((entry) => [entry.part, of(entry)])) as SubjectChoice

export const NOTHING_CHOSEN: SubjectChoice = choiceWith(({ empty }) => empty)

/** What a session is on, as a form shows it. */
export const chosenSubject = (of: NamedSubject): SubjectChoice =>
  choiceWith((entry) => {
    if (entry.kind === 'some') return of[entry.labelsKey]
    if (entry.kind === 'plain') return of[entry.field]
    const id = of[entry.field]
    return id === null ? null : { id, name: partLabel(of, entry, ' · ') ?? '' }
  })

const valueOf = ({ kind }: SubjectEntry, choice: Choice): unknown => {
  if (kind === 'plain') return choice
  return kind === 'some'
    ? (choice as readonly Label[]).map(({ id }) => id)
    : ((choice as Named | null)?.id ?? null)
}

export const subjectArgs = (choice: SubjectChoice): Subject =>
  subjectOf(Object.fromEntries(SUBJECT.map((entry) => [entry.field, valueOf(entry, choice[entry.part])])))

export type Choosing = { choice: SubjectChoice; changed: PartialSubject }

/** Another is chosen for one field: what was part of what stood there goes with it. */
export function chooseIn<P extends SubjectPart>(
  was: SubjectChoice,
  part: P,
  value: SubjectChoice[P],
): Choosing {
  const entry = SUBJECT.find((one) => one.part === part)
  const changed: PartialSubject = entry === undefined ? {} : { [entry.field]: valueOf(entry, value) }
  const after = subjectAfter(subjectArgs(was), changed)
  const choice = choiceWith((one) => {
    if (one.part === part) return value
    return one.kind === 'one' && after[one.field] === null ? null : was[one.part]
  })
  return { choice, changed }
}

/** What the rules demand and nobody chose yet (B1). */
export const missingIn = (choice: SubjectChoice, rules: TimeRules): readonly SubjectPart[] =>
  ONES.flatMap(({ part, demandedBy }) =>
    demandedBy !== null && rules[demandedBy] && choice[part] === null ? [part] : [],
  )
