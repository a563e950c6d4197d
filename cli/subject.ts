// What time is on, as a command line names it, and as its tables show it.
import type { Id } from '../shared/entities/entity.ts'
import type {
  NamingEntry,
  Subject,
  SubjectEntry,
  SubjectFlags,
  SubjectNames,
  SubjectNoun,
} from '../shared/entities/subject.ts'
import { FLAGS, NAMING, partLabel, SUBJECT, subjectOf, TEXTS } from '../shared/entities/subject.ts'
import { caseCalled } from './cases.ts'
import { idOfName } from './names.ts'
import { opportunityCalled } from './opportunities.ts'
import { projectCalled } from './projects.ts'
import type { Session } from './session.ts'
import { flagSaid, SUBJECT_WORDS } from './subjectOptions.ts'
import type { SubjectOptions } from './subjectOptions.ts'

/** `within`: the thing of which it is a part; null: it may be anybody's, and then says whose it is. `create` null: nothing new is made or offered. */
type Find = (
  session: Session,
  name: string,
  how: { within: Id | null; create: boolean | null },
) => Promise<{ id: Id; within?: Id }>

const named =
  (kind: 'customer' | 'category' | 'tag'): Find =>
  async (session, name, { create }) => ({ id: await idOfName(session, kind, name, create) })

export const FIND: Record<SubjectNoun, Find> = {
  customer: named('customer'),
  category: named('category'),
  project: async (session, name, { within, create }) => {
    const { id, customerId } = await projectCalled(session, name, { customerId: within, create })
    return { id, within: customerId }
  },
  case: async (session, number, { within }) => {
    const { id, customerId } = await caseCalled(session, number, within)
    return { id, within: customerId }
  },
  opportunity: async (session, name, { within }) => {
    const { id, customerId } = await opportunityCalled(session, name, within)
    return { id, within: customerId }
  },
  tag: named('tag'),
}

// A whole and its parts first: where one of them is refused, nothing else was made yet.
const rank = ({ field, of }: NamingEntry): number =>
  of !== null ? 1 : NAMING.some((other) => other.of === field) ? 0 : 2
const READ_IN_ORDER = NAMING.toSorted((a, b) => rank(a) - rank(b))

/** What the options name; with `create`, what does not exist is made. */
export async function subjectFrom(
  session: Session,
  options: SubjectOptions,
  create: boolean,
): Promise<Subject> {
  const subject = subjectOf({})
  for (const entry of READ_IN_ORDER) {
    const { of } = entry
    for (const name of [options[entry.part] ?? []].flat()) {
      const found = await FIND[entry.noun](session, name, {
        within: of === null ? null : subject[of],
        create,
      })
      if (entry.kind === 'one') subject[entry.field] = found.id
      else subject[entry.field] = [...new Set([...subject[entry.field], found.id])]
      // A project says for whom it is.
      if (of !== null) subject[of] ??= found.within ?? null
    }
  }
  for (const { field, part } of TEXTS) subject[field] = options[part] ?? subject[field]
  for (const { field, part } of FLAGS) subject[field] = flagSaid(options, part) ?? subject[field]
  return subject
}

export const SUBJECT_TITLES = SUBJECT.map(({ part }) => ({ title: SUBJECT_WORDS[part].title }))
/** A flag says what it comes to, where that is known, else what it says itself. */
const cellOf = (of: Shown, entry: SubjectEntry): string | null => {
  if (entry.kind !== 'plain' || entry.type !== 'flag') return partLabel(of, entry)
  const is = of[entry.isKey] ?? of[entry.field]
  return is === null ? null : is ? 'yes' : 'no'
}
type Shown = SubjectNames & Partial<SubjectFlags>
export const subjectCells = (of: Shown): string[] => SUBJECT.map((entry) => cellOf(of, entry) ?? '–')
