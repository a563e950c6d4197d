// What may be done with customers, categories, users and contracts, beyond what an active timer protects (guards.ts).
import { isMailAddress, mailAddresses } from '../base/mailto.ts'
import type { LocalDate } from '../base/localDate.ts'
import type { Colour } from '../entities/colour.ts'
import type { Id } from '../entities/entity.ts'
import type { Case } from '../entities/case.ts'
import type { Category } from '../entities/category.ts'
import type { Customer } from '../entities/customer.ts'
import type { Employment } from '../entities/employment.ts'
import type { Opportunity } from '../entities/opportunity.ts'
import type { Project } from '../entities/project.ts'
import type { User } from '../entities/user.ts'
import type { Change, EntityOf, KeptName } from '../entities/registry.ts'
import { put, remove } from '../entities/registry.ts'
import { versionId } from './dated.ts'
import type { Decision, RuleContext } from './rule.ts'
import { decided, refused } from './rule.ts'

/** undefined stands for "not given" in an edit. */
export type Edit<T> = { [K in keyof T]?: T[K] | undefined }
const given = <T extends object>(edit: T): Partial<T> =>
  Object.fromEntries(Object.entries(edit).filter(([, value]) => value !== undefined)) as Partial<T>

/** The thing as an edit leaves it. Whether it may be so, the guards say: they judge changes (guards.ts, integrity.ts). */
export const edited = <T extends object>(thing: T, edit: Edit<T>): T => ({ ...thing, ...given(edit) })

/**
 * Deleted: what the past refers to (`recalled`) stays as removed, so that it keeps its name there (C17); everything else is simply gone.
 * `kept`: what else it is then.
 */
export const removal = <N extends KeptName>(
  noun: N,
  thing: EntityOf<N>,
  recalled: boolean,
  kept: Partial<EntityOf<N>> = {},
): Change => (recalled ? put(noun, { ...thing, ...kept, removed: true }) : remove(noun, thing.id))

export const newCategory = (id: Id): Category => ({
  id,
  name: '',
  active: true,
  codeType: 'work',
  billType: 'billable',
  removed: false,
})

export const newOpportunity = (id: Id, customerId: Id): Opportunity => ({
  id,
  customerId,
  name: '',
  stage: '',
  valueMinor: 0,
  expectedClose: null,
  status: 'Open',
  removed: false,
})

export const newCustomer = (id: Id, colour: Colour, now: number): Customer => ({
  id,
  name: '',
  status: 'Active',
  code: '',
  contactPerson: '',
  email: '',
  phone: '',
  address: '',
  postCode: '',
  city: '',
  country: null,
  vatId: '',
  buyerReference: '',
  notes: '',
  colour,
  createdAt: now,
  removed: false,
})

/** `startDate`: nothing is missing of a day before somebody was there. */
export const newUser = (id: Id, startDate: LocalDate | null): User => ({
  id,
  name: '',
  email: '',
  role: 'employee',
  active: true,
  rules: {},
  clientTimer: true,
  modules: {},
  startDate,
  lastDate: null,
  buttons: null,
  removed: false,
})

/** Who is made inactive was there until today, unless it is said otherwise; who comes back has no last day any more (I5). */
export function editedUser(user: User, edit: Edit<User>, today: LocalDate): User {
  if (edit.active === undefined || edit.active === user.active) return edited(user, edit)
  const lastDate = edit.active ? null : (user.lastDate ?? today)
  return edited({ ...user, lastDate }, edit)
}

/** An address is judged as it is written; one from before stays as it is. */
export const isWrongMail = (before: string, after: string | undefined): boolean =>
  after !== undefined && after !== before && !mailAddresses(after).every(isMailAddress)

export const removeUser = (user: User, recalled: boolean, ctx: RuleContext): Decision<null> =>
  user.id === ctx.actor.userId
    ? refused('user.self')
    : decided(
        [removal('user', user, recalled, { active: false, lastDate: user.lastDate ?? ctx.today })],
        null,
      )

/** Have they a part in what is closed, even without any time: expected hours, or a wage? Then they stay in its lists (K1). */
export const wasThere = (
  user: Pick<User, 'startDate'>,
  contracts: readonly Pick<Employment, 'validFrom'>[],
  closedThrough: LocalDate | null,
): boolean => {
  if (closedThrough === null) return false
  if (contracts.length > 0) return contracts.some(({ validFrom }) => validFrom <= closedThrough)
  return (user.startDate ?? '') <= closedThrough
}

/** Its projects and cases go with it, and come back with it by an undo. */
export const removeCustomer = (
  customer: Customer,
  recalled: boolean,
  parts: {
    projects: readonly { thing: Project; recalled: boolean }[]
    cases: readonly { thing: Case; recalled: boolean }[]
  },
): Decision<null> => {
  const goes = ({ thing }: { thing: { removed: boolean } }): boolean => !recalled || !thing.removed
  return decided(
    [
      removal('customer', customer, recalled, { status: 'Archived' }),
      ...parts.projects.filter(goes).map((its) => removal('project', its.thing, its.recalled)),
      ...parts.cases.filter(goes).map((its) => removal('case', its.thing, its.recalled)),
    ],
    null,
  )
}

/** A version from a day on; one that begins on the same day is replaced (G7). */
export function setEmployment(
  version: Omit<Employment, 'id'>,
  versions: readonly Employment[],
  ctx: Pick<RuleContext, 'newId'>,
): Decision<{ employmentId: Id }> {
  const byDays = version.extraBy === 'day' || version.extraBy === 'week'
  if (byDays && version.expectedMonthMinutes !== null) return refused('employment.extraNeedsDays')
  const id = versionId(versions, version, ctx.newId)
  return decided([put('employment', { ...version, id })], { employmentId: id })
}
