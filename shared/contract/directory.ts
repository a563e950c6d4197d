// Commands and queries on who and what time is kept for: customers, categories, users and their contracts.
import { z } from 'zod'
import { ButtonBar } from '../entities/button.ts'
import { Colour } from '../entities/colour.ts'
import type { Category } from '../entities/category.ts'
import { Category as CategorySchema } from '../entities/category.ts'
import type { Customer } from '../entities/customer.ts'
import { Customer as CustomerSchema, CustomerStatus } from '../entities/customer.ts'
import type { Employment } from '../entities/employment.ts'
import { Employment as EmploymentSchema } from '../entities/employment.ts'
import { Id } from '../entities/entity.ts'
import { TimeRules } from '../entities/rules.ts'
import type { User } from '../entities/user.ts'
import { User as UserSchema } from '../entities/user.ts'
import { administrators, everybody, leaders, ownBy } from './access.ts'
import type { EntryView } from './entry.ts'
import { entryFilterShape, entryOrderShape, MOST_AT_ONCE } from './entryFilter.ts'
import { command, query } from './request.ts'
import type { TimerView } from './timer.ts'

/** Without presets: what an edit does not name stays. */
const customerFields = () => {
  const { postCode, city, country, vatId, buyerReference } = CustomerSchema().shape
  return CustomerSchema().omit({ id: true, createdAt: true, removed: true }).extend({
    colour: Colour,
    postCode: postCode.unwrap(),
    city: city.unwrap(),
    country: country.unwrap(),
    vatId: vatId.unwrap(),
    buyerReference: buyerReference.unwrap(),
  })
}
const categoryFields = () => CategorySchema().omit({ id: true, removed: true })
const userFields = () => {
  const { startDate, lastDate } = UserSchema().shape
  return UserSchema()
    .omit({ id: true, modules: true, buttons: true, removed: true })
    .extend({ startDate: startDate.unwrap(), lastDate: lastDate.unwrap() })
}

export const directoryCommands = {
  'customer.add': command(() => customerFields().partial().required({ name: true }), everybody).returns<{
    customerId: Id
  }>(),
  'customer.edit': command(
    () => customerFields().partial().extend({ customerId: Id }),
    everybody,
  ).returns<null>(),
  'customer.remove': command(() => z.object({ customerId: Id }), leaders).returns<null>(),
  'category.add': command(() => categoryFields().partial().required({ name: true }), everybody).returns<{
    categoryId: Id
  }>(),
  'category.edit': command(
    () => categoryFields().partial().extend({ categoryId: Id }),
    leaders,
  ).returns<null>(),
  'category.remove': command(() => z.object({ categoryId: Id }), leaders).returns<null>(),
  'user.add': command(() => userFields().partial().required({ name: true }), administrators).returns<{
    userId: Id
  }>(),
  'user.edit': command(() => userFields().partial().extend({ userId: Id }), administrators).returns<null>(),
  'user.remove': command(() => z.object({ userId: Id }), administrators).returns<null>(),
  /** A new version of a user's contract from a day on; the same day replaces that version (B47, G7). */
  'employment.set': command(() => EmploymentSchema().omit({ id: true }), administrators).returns<{
    employmentId: Id
  }>(),
  'employment.remove': command(() => z.object({ employmentId: Id }), administrators).returns<null>(),
  /** Step 1 of the settings (B1, B2): rules of the current user's profile. */
  /** The bar of the current user's buttons (A4); null: as it was before anything was arranged. */
  'buttons.arrange': command(() => z.object({ buttons: ButtonBar().nullable() }), everybody).returns<null>(),
  'rules.saveMine': command(() => z.object({ rules: TimeRules.partial() }), everybody).returns<null>(),
}

export type CustomerRow = Pick<Customer, 'id' | 'name' | 'status' | 'code' | 'colour'> & {
  atWork: boolean
  /** Who has a timer on it now. */
  workers: string[]
  totalMs: number
  lastAt: number | null
}
/** An employee may be shown their own time only (F10): then totals, lines and timers are theirs, and are called so. */
export type Narrowed = { onlyYours: boolean }
export type CustomerView = Customer & { timers: TimerView[]; totalMs: number; entryCount: number } & Narrowed
export type CategoryRow = Category & { timers: number }
export type UserRow = Pick<User, 'id' | 'name' | 'email' | 'role' | 'active' | 'clientTimer'> & {
  atWork: boolean
}
export type UserView = User & { employments: Employment[] }

const page = { offset: z.int().min(0).optional(), limit: z.int().min(1).max(500).optional() }

export const directoryQueries = {
  'customer.list': query(
    () => z.object({ search: z.string().max(200).optional(), status: CustomerStatus.optional(), ...page }),
    ['customer', 'timer', 'timeEntry', 'user', 'organisation'],
    everybody,
  ).returns<{ rows: CustomerRow[]; total: number } & Narrowed>(),
  'customer.get': query(
    () => z.object({ customerId: Id }),
    [
      'customer',
      'project',
      'case',
      'opportunity',
      'tag',
      'timer',
      'timeEntry',
      'category',
      'user',
      'organisation',
    ],
    everybody,
  ).returns<CustomerView>(),
  /** For type-ahead: active customers, those used last first; with the search, the best matches first. */
  'customer.suggest': query(
    () => z.object({ search: z.string().max(200).optional(), limit: z.int().min(1).max(5000).optional() }),
    ['customer', 'timeEntry'],
    everybody,
  ).returns<(Pick<Customer, 'id' | 'name' | 'code' | 'colour'> & { recent: boolean })[]>(),
  /** The Working Time tab, the newest first unless it is sorted otherwise (B29, B30, I15). */
  'customer.entries': query(
    () => z.object({ customerId: Id, ...entryFilterShape, ...entryOrderShape, ...page }),
    [
      'timeEntry',
      'customer',
      'category',
      'project',
      'case',
      'opportunity',
      'tag',
      'office',
      'department',
      'user',
      'organisation',
      'pastSetting',
    ],
    everybody,
  ).returns<
    {
      rows: EntryView[]
      total: number
      /** Total Time of all entries that the filter leaves, not only of this page, ms. */
      totalMs: number
      /** The same without the filter. */
      all: { total: number; totalMs: number }
    } & Narrowed
  >(),
  /** Which entries stand there, in the same order: for choosing several, also of pages that were not looked at. */
  'customer.entryIds': query(
    () =>
      z.object({
        customerId: Id,
        ...entryFilterShape,
        ...entryOrderShape,
        offset: z.int().min(0).optional(),
        limit: z.int().min(1).max(MOST_AT_ONCE).optional(),
      }),
    ['timeEntry', 'customer', 'category', 'project', 'user', 'organisation', 'pastSetting'],
    everybody,
  ).returns<Id[]>(),
  'category.list': query(
    () => z.object({ activeOnly: z.boolean().optional() }),
    ['category', 'timer', 'organisation'],
    everybody,
  ).returns<CategoryRow[]>(),
  /** Those whose names the role is offered (D9). */
  'user.list': query(
    () => z.object({ activeOnly: z.boolean().optional() }),
    ['user', 'timer', 'organisation', 'assignment'],
    everybody,
  ).returns<UserRow[]>(),
  'user.get': query(
    () => z.object({ userId: Id }),
    ['user', 'employment'],
    ownBy('userId', 'user'),
  ).returns<UserView>(),
}
