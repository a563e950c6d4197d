// What may be done with customers, categories, users and contracts, beyond what an active timer protects (guards.ts).
import type { LocalDate } from '../base/localDate.ts'
import { fold } from '../base/text.ts'
import type { Id } from '../entities/entity.ts'
import type { Category } from '../entities/category.ts'
import type { Customer } from '../entities/customer.ts'
import type { Employment } from '../entities/employment.ts'
import type { Project } from '../entities/project.ts'
import type { User } from '../entities/user.ts'
import type { Change } from '../entities/registry.ts'
import { put, remove } from '../entities/registry.ts'
import { projectRemoval } from './project.ts'
import type { Decision, RuleContext } from './rule.ts'
import { decided, refused } from './rule.ts'

/** undefined stands for "not given" in an edit. */
type Edit<T> = { [K in keyof T]?: T[K] | undefined }
const given = <T extends object>(edit: T): Partial<T> =>
  Object.fromEntries(Object.entries(edit).filter(([, value]) => value !== undefined)) as Partial<T>

/** Names are compared without case and accents: two that look alike would be told apart by nobody. */
export const sameName = (a: string, b: string): boolean => fold(a) === fold(b)

export function saveCategory(
  category: Category,
  edit: Edit<Omit<Category, 'id' | 'removed'>>,
  others: readonly Category[],
): Decision<{ categoryId: Id }> {
  const edited = { ...category, ...given(edit) }
  if (others.some((other) => other.id !== edited.id && sameName(other.name, edited.name)))
    return refused('name.taken', { values: { name: edited.name } })
  return decided([put('category', edited)], { categoryId: edited.id })
}

export const newCategory = (id: Id): Category => ({
  id,
  name: '',
  active: true,
  codeType: 'work',
  billType: 'billable',
  removed: false,
})

export const newCustomer = (id: Id, now: number): Customer => ({
  id,
  name: '',
  status: 'Active',
  code: '',
  contactPerson: '',
  email: '',
  phone: '',
  address: '',
  notes: '',
  createdAt: now,
  removed: false,
})

/** Two customers may share a name only if their codes tell them apart. */
export function saveCustomer(
  customer: Customer,
  edit: Edit<Omit<Customer, 'id' | 'createdAt' | 'removed'>>,
  namesakes: readonly Customer[],
): Decision<{ customerId: Id }> {
  const edited = { ...customer, ...given(edit) }
  const clash = namesakes.some(
    (other) =>
      other.id !== edited.id && sameName(other.name, edited.name) && sameName(other.code, edited.code),
  )
  if (clash) return refused('name.taken', { values: { name: edited.name } })
  return decided([put('customer', edited)], { customerId: edited.id })
}

/** `startDate`: nothing is missing of a day before somebody was there. */
export const newUser = (id: Id, startDate: LocalDate | null): User => ({
  id,
  name: '',
  email: '',
  role: 'employee',
  active: true,
  rules: {},
  clientTimer: true,
  startDate,
  removed: false,
})

export function saveUser(
  user: User,
  edit: Edit<Omit<User, 'id' | 'removed'>>,
  others: readonly User[],
): Decision<{ userId: Id }> {
  const edited = { ...user, ...given(edit) }
  if (others.some((other) => other.id !== edited.id && sameName(other.name, edited.name)))
    return refused('name.taken', { values: { name: edited.name } })
  const everybody = [...others.filter(({ id }) => id !== edited.id), edited]
  if (others.length > 0 && !everybody.some(isAdministrator)) return refused('user.lastAdministrator')
  return decided([put('user', edited)], { userId: edited.id })
}

const isAdministrator = (user: User): boolean => user.active && user.role === 'administrator'

/** What recorded time refers to is deleted all the same, but stays as removed, so that the past keeps its names (C17). */
export type Usage = { entries: number; other: number }

const isUsed = (usage: Usage): boolean => usage.entries + usage.other > 0

export function removeUser(
  user: User,
  facts: { usage: Usage; others: readonly User[]; employments: readonly Employment[] },
  ctx: RuleContext,
): Decision<null> {
  if (user.id === ctx.actor.userId) return refused('user.self')
  if (!facts.others.some((other) => other.id !== user.id && isAdministrator(other)))
    return refused('user.lastAdministrator')
  if (isUsed(facts.usage)) return decided([put('user', { ...user, active: false, removed: true })], null)
  return decided(
    [...facts.employments.map(({ id }) => remove('employment', id)), remove('user', user.id)],
    null,
  )
}

export function removeCategory(category: Category, usage: Usage): Decision<null> {
  if (isUsed(usage)) return decided([put('category', { ...category, active: false, removed: true })], null)
  return decided([remove('category', category.id)], null)
}

/** Its projects go with it, and come back with it by an undo. */
export function removeCustomer(
  customer: Customer,
  usage: Usage,
  projects: readonly { project: Project; entries: number }[],
): Decision<null> {
  const used = isUsed(usage)
  const own: Change = used
    ? put('customer', { ...customer, status: 'Archived', removed: true })
    : remove('customer', customer.id)
  const theirs = projects
    .filter(({ project }) => !used || !project.removed)
    .map(({ project, entries }) => projectRemoval(project, entries))
  return decided([own, ...theirs], null)
}

/** A version from a day on; one that begins on the same day is replaced (G7). A closed month keeps its contract. */
export function setEmployment(
  version: Omit<Employment, 'id'>,
  facts: { versions: readonly Employment[]; closedThrough: string | null },
  ctx: RuleContext,
): Decision<{ employmentId: Id }> {
  const { closedThrough } = facts
  if (closedThrough !== null && version.validFrom <= closedThrough)
    return refused('record.priorPeriod', { values: { through: closedThrough } })
  const same = facts.versions.find(({ validFrom }) => validFrom === version.validFrom)
  const id = same?.id ?? ctx.newId()
  return decided([put('employment', { ...version, id })], { employmentId: id })
}

export function removeEmployment(version: Employment, closedThrough: string | null): Decision<null> {
  if (closedThrough !== null && version.validFrom <= closedThrough)
    return refused('record.priorPeriod', { values: { through: closedThrough } })
  const changes: Change[] = [remove('employment', version.id)]
  return decided(changes, null)
}
