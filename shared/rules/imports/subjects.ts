// Whom and what a row of an import is for: found by name, or made where there is none yet. The same names come again and again, so each
// combination is looked for once.
import { fold } from '../../base/text.ts'
import type { Result } from '../../base/result.ts'
import { ok } from '../../base/result.ts'
import type { AppError } from '../../contract/errors.ts'
import type { ImportPerson, MadeNoun, MadeThing } from '../../contract/timeImport.ts'
import type { Category } from '../../entities/category.ts'
import { nextCode, numberInCode } from '../../entities/codeInOrder.ts'
import { colourInTurn } from '../../entities/colour.ts'
import type { Customer } from '../../entities/customer.ts'
import type { Id } from '../../entities/entity.ts'
import type { Project } from '../../entities/project.ts'
import { PROJECT_PREFIX } from '../../entities/project.ts'
import type { Change } from '../../entities/registry.ts'
import { put } from '../../entities/registry.ts'
import { NAMING, subjectOf } from '../../entities/subject.ts'
import type { Tag } from '../../entities/tag.ts'
import type { User } from '../../entities/user.ts'
import { assignmentFor, placementOf } from '../assignment.ts'
import { newCategory, newCustomer, newUser } from '../directory.ts'
import { newProject } from '../project.ts'
import type { RecordFacts } from '../recordSession.ts'
import type { RuleContext } from '../rule.ts'
import { refused } from '../rule.ts'
import type { SubjectThings } from '../subject.ts'
import { newTag } from '../tag.ts'
import type { TimeImportFacts } from './facts.ts'

/** As the file says it, cleaned; '' where it says nothing. */
export type RowSubject = {
  person: string
  email: string
  customer: string
  project: string
  projectCode: string
  category: string
  tags: readonly string[]
  billable: boolean | null
}

export type SubjectChoices = {
  /** Whose time it is, by the name in the file. */
  people: Readonly<Record<string, string>>
  /** Nobody else is named in the files. */
  onePerson: boolean
  /** For rows that name none, where the rules demand one. */
  customer: string
  category: string
}

type Found = { facts: Omit<RecordFacts, 'neighbours'>; ids: readonly Id[] }
export type Subjects = {
  find(row: RowSubject): Result<Found, AppError>
  /** What is made for it now, as nothing before it needed it. */
  take(found: Found): { things: Change[]; made: MadeThing[] }
  people(): ImportPerson[]
}

type Things = { user: User; customer: Customer; project: Project; category: Category; tag: Tag }

export function createSubjects(facts: TimeImportFacts, choices: SubjectChoices, ctx: RuleContext): Subjects {
  const folded = remembered(fold)
  const pending = new Map<Id, { change: Change; made: MadeThing }>()
  const known = new Map<string, Result<Found, AppError>>()
  const persons = new Map<string, ImportPerson>()
  const byName = {
    user: grouped(facts.users, ({ name }) => folded(name)),
    customer: grouped(facts.customers, ({ name }) => folded(name)),
    project: grouped(facts.projects, ({ customerId, name }) => `${customerId} ${folded(name)}`),
    category: grouped(facts.categories, ({ name }) => folded(name)),
    tag: grouped(facts.tags, ({ name }) => folded(name)),
  }
  const byEmail = grouped(
    facts.users.filter(({ email }) => email !== ''),
    ({ email }) => email.toLowerCase(),
  )
  const codes = new Map(facts.projects.map((project) => [folded(project.code), project]))
  let { lastProject } = facts
  const colours = { customer: [...facts.customers], project: [...facts.projects], tag: [...facts.tags] }

  const make = <N extends MadeNoun>(noun: N, name: string, thing: Things[N]): Result<Things[N], AppError> => {
    if (!facts.mayAdd(noun)) return refused('importRow.mayNotAdd', { values: { noun, name } })
    pending.set(thing.id, { change: put(noun, thing as never), made: { noun, name } })
    return ok(thing)
  }

  const called = <N extends 'customer' | 'category' | 'tag' | 'user'>(
    noun: N,
    name: string,
    fresh: (id: Id) => Things[N],
  ): Result<Things[N], AppError> => {
    const group = byName[noun] as unknown as Map<string, Things[N][]>
    const found = group.get(folded(name)) ?? []
    const [thing] = found
    if (found.length > 1) return refused('importRow.ambiguous', { values: { noun, name } })
    if (thing !== undefined) return ok(thing)
    const made = make(noun, name, fresh(ctx.newId()))
    if (made.ok) group.set(folded(name), [made.value])
    return made
  }

  function userOf({ person, email }: RowSubject): Result<User, AppError> {
    const name = person === '' ? email : person
    const chosen = choices.people[name]
    const own = facts.users.find(({ id }) => id === ctx.actor.userId)
    if (chosen !== undefined && chosen !== 'new') {
      const user = facts.users.find(({ id }) => id === chosen)
      return user === undefined ? refused('notFound.user') : ok(user)
    }
    if (name === '') return own === undefined ? refused('notFound.user') : ok(own)
    if (chosen !== 'new') {
      const [mailed, another] = email === '' ? [] : (byEmail.get(email.toLowerCase()) ?? [])
      if (mailed !== undefined && another === undefined) return ok(mailed)
      // One person's file, brought in by the only one who is here.
      if (
        !byName.user.has(folded(name)) &&
        choices.onePerson &&
        facts.users.length === 1 &&
        own !== undefined
      )
        return ok(own)
    }
    return called('user', name, (id) => ({ ...newUser(id, ctx.today), name, email }))
  }

  function customerOf(
    { customer, project }: RowSubject,
    required: boolean,
  ): Result<Customer | null, AppError> {
    if (customer === '' && project !== '') {
      // A project says whom it is for, where only one is called so.
      const called = facts.projects.filter(({ name }) => folded(name) === folded(project))
      const [one] = called
      const its = one === undefined ? undefined : facts.customers.find(({ id }) => id === one.customerId)
      if (called.length === 1 && its !== undefined) return ok(its)
    }
    const name = customer !== '' ? customer : required || project !== '' ? choices.customer : ''
    if (name === '') return ok(null)
    return called('customer', name, (id) => {
      const fresh = { ...newCustomer(id, colourInTurn(colours.customer), ctx.now), name }
      colours.customer.push(fresh)
      return fresh
    })
  }

  function projectOf(
    { project: name, projectCode }: RowSubject,
    customer: Customer | null,
  ): Result<Project | null, AppError> {
    if (name === '' || customer === null) return ok(null)
    const coded = projectCode === '' ? undefined : codes.get(folded(projectCode))
    if (coded?.customerId === customer.id) return ok(coded)
    const key = `${customer.id} ${folded(name)}`
    const found = byName.project.get(key) ?? []
    if (found.length > 1) return refused('importRow.ambiguous', { values: { noun: 'project', name } })
    const [project] = found
    if (project !== undefined) return ok(project)
    const own = projectCode !== '' && projectCode.length <= 40 && !codes.has(folded(projectCode))
    const code = own ? projectCode : nextCode(PROJECT_PREFIX, lastProject)
    const fresh = {
      ...newProject(ctx.newId(), customer.id, { code, colour: colourInTurn(colours.project), now: ctx.now }),
      name,
    }
    const made = make('project', name, fresh)
    if (!made.ok) return made
    byName.project.set(key, [fresh])
    codes.set(folded(code), fresh)
    lastProject = Math.max(lastProject, numberInCode(PROJECT_PREFIX, code) ?? 0)
    colours.project.push(fresh)
    return made
  }

  function tagsOf(names: readonly string[]): Result<Tag[], AppError> {
    const tags = new Map<Id, Tag>()
    for (const name of names) {
      const tag = called('tag', name, (id) => {
        const fresh = { ...newTag(id, colours.tag), name }
        colours.tag.push(fresh)
        return fresh
      })
      if (!tag.ok) return tag
      tags.set(tag.value.id, tag.value)
    }
    return tags.size > 20 ? refused('importRow.manyTags') : ok([...tags.values()])
  }

  function look(row: RowSubject): Result<Found, AppError> {
    const owner = userOf(row)
    if (!owner.ok) return owner
    const user = owner.value
    if (ctx.actor.role === 'employee' && user.id !== ctx.actor.userId) return refused('importRow.notYours')
    if (!pending.has(user.id) && !facts.isOffered(user.id))
      return refused('user.notOffered', { values: { name: user.name } })
    const rules = facts.rulesOf(user)
    const customer = customerOf(row, rules.requireCustomer)
    if (!customer.ok) return customer
    const project = projectOf(row, customer.value)
    if (!project.ok) return project
    const kind = row.category !== '' ? row.category : rules.requireCategory ? choices.category : ''
    const category =
      kind === '' ? ok(null) : called('category', kind, (id) => ({ ...newCategory(id), name: kind }))
    if (!category.ok) return category
    const tags = tagsOf(row.tags)
    if (!tags.ok) return tags
    const things: SubjectThings = {
      ...NOTHING,
      customer: customer.value,
      category: category.value,
      project: project.value,
      tag: tags.value,
    }
    const subject = {
      ...subjectOf({}),
      customerId: things.customer?.id ?? null,
      categoryId: things.category?.id ?? null,
      projectId: things.project?.id ?? null,
      tagIds: tags.value.map(({ id }) => id),
      billable: row.billable,
    }
    const placement = placementOf(
      assignmentFor(facts.assignments, { userId: user.id, customerId: subject.customerId }),
    )
    const { organisation } = facts
    const settings = facts.settingsOf(user)
    const named = [user, things.customer, things.project, things.category, ...tags.value]
    const ids = named.flatMap((thing) => (thing === null ? [] : [thing.id])).filter((id) => pending.has(id))
    return ok({ facts: { organisation, rules, settings, user, placement, subject, things }, ids })
  }

  const find = (row: RowSubject): Result<Found, AppError> => {
    const { person, email, customer, project, projectCode, category, tags, billable } = row
    const key = `${person}\n${email}\n${customer}\n${project}\n${projectCode}\n${category}\n${billable}\n${tags.join('\n')}`
    let found = known.get(key)
    if (found === undefined) {
      found = look(row)
      if (known.size >= MOST_KNOWN) known.clear()
      known.set(key, found)
    }
    count(person === '' ? email : person, found)
    return found
  }

  const count = (name: string, found: Result<Found, AppError>): void => {
    let person = persons.get(name)
    if (person === undefined) {
      const user = found.ok ? found.value.facts.user : null
      const userId = user === null || pending.has(user.id) ? null : user.id
      persons.set(name, (person = { name, rows: 0, userId }))
    }
    person.rows += 1
  }

  return {
    find,
    take({ ids }) {
      const taken = ids.flatMap((id) => {
        const one = pending.get(id)
        pending.delete(id)
        return one === undefined ? [] : [one]
      })
      return { things: taken.map(({ change }) => change), made: taken.map(({ made }) => made) }
    },
    people: () => [...persons.values()],
  }
}

/** What no file names. */
const NOTHING = Object.fromEntries(
  NAMING.map(({ kind, part }): [string, unknown] => [part, kind === 'some' ? [] : null]),
) as SubjectThings

const MOST_KNOWN = 50_000

const grouped = <T>(things: readonly T[], key: (thing: T) => string): Map<string, T[]> =>
  Map.groupBy(things, key)

/** The same names come again and again. */
export function remembered(make: (text: string) => string): (text: string) => string {
  const known = new Map<string, string>()
  return (text) => {
    let made = known.get(text)
    if (made === undefined) {
      made = make(text).trim().replaceAll(/\s+/g, ' ')
      if (known.size >= MOST_KNOWN) known.clear()
      known.set(text, made)
    }
    return made
  }
}
