// Commands and queries on who and what time is kept for: customers, categories, users and their contracts.
import { z } from 'zod'
import type { Category } from '../entities/category.ts'
import { Category as CategorySchema } from '../entities/category.ts'
import type { Customer } from '../entities/customer.ts'
import { Customer as CustomerSchema, CustomerStatus } from '../entities/customer.ts'
import type { Employment } from '../entities/employment.ts'
import { Employment as EmploymentSchema } from '../entities/employment.ts'
import { Id } from '../entities/entity.ts'
import type { JournalEntry } from '../entities/journalEntry.ts'
import { TimeRules } from '../entities/rules.ts'
import type { User } from '../entities/user.ts'
import { User as UserSchema } from '../entities/user.ts'
import type { EntryView } from './entry.ts'
import { command, query } from './request.ts'
import type { TimerView } from './timer.ts'

const customerFields = () => CustomerSchema().omit({ id: true, createdAt: true, removed: true })
const categoryFields = () => CategorySchema().omit({ id: true, removed: true })
const userFields = () => UserSchema().omit({ id: true, removed: true })

export const directoryCommands = {
  'customer.add': command(() => customerFields().partial().required({ name: true })).returns<{
    customerId: Id
  }>(),
  'customer.edit': command(() => customerFields().partial().extend({ customerId: Id })).returns<null>(),
  'customer.remove': command(() => z.object({ customerId: Id })).returns<null>(),
  'category.add': command(() => categoryFields().partial().required({ name: true })).returns<{
    categoryId: Id
  }>(),
  'category.edit': command(() => categoryFields().partial().extend({ categoryId: Id })).returns<null>(),
  'category.remove': command(() => z.object({ categoryId: Id })).returns<null>(),
  'user.add': command(() => userFields().partial().required({ name: true })).returns<{ userId: Id }>(),
  'user.edit': command(() => userFields().partial().extend({ userId: Id })).returns<null>(),
  'user.remove': command(() => z.object({ userId: Id })).returns<null>(),
  /** A new version of a user's contract from a day on; the same day replaces that version (B47, G7). */
  'employment.set': command(() => EmploymentSchema().omit({ id: true })).returns<{ employmentId: Id }>(),
  'employment.remove': command(() => z.object({ employmentId: Id })).returns<null>(),
  /** Step 1 of the settings (B1, B2): rules of the current user's profile. */
  'rules.saveMine': command(() => z.object({ rules: TimeRules.partial() })).returns<null>(),
}

export type CustomerRow = Pick<Customer, 'id' | 'name' | 'status' | 'code'> & {
  atWork: boolean
  /** Who has a timer on it now. */
  workers: string[]
  totalMs: number
  lastAt: number | null
}
export type CustomerView = Customer & { timers: TimerView[]; totalMs: number; entryCount: number }
export type JournalRow = JournalEntry & { userName: string }
export type CategoryRow = Category & { timers: number }
export type UserRow = Pick<User, 'id' | 'name' | 'email' | 'role' | 'active' | 'clientTimer'> & {
  atWork: boolean
}
export type UserView = User & { employments: Employment[] }

const page = { offset: z.int().min(0).optional(), limit: z.int().min(1).max(500).optional() }

export const directoryQueries = {
  'customer.list': query(
    () => z.object({ search: z.string().max(200).optional(), status: CustomerStatus.optional(), ...page }),
    ['customer', 'timer', 'timeEntry', 'user'],
  ).returns<{ rows: CustomerRow[]; total: number }>(),
  'customer.get': query(
    () => z.object({ customerId: Id }),
    ['customer', 'project', 'timer', 'timeEntry', 'category', 'user'],
  ).returns<CustomerView>(),
  /** For type-ahead: active customers, those used last first; with the search, the best matches first. */
  'customer.suggest': query(
    () => z.object({ search: z.string().max(200).optional(), limit: z.int().min(1).max(100).optional() }),
    ['customer', 'timeEntry'],
  ).returns<{ id: Id; name: string; code: string; recent: boolean }[]>(),
  /** The Working Time tab, newest first (B29, B30). */
  'customer.entries': query(
    () => z.object({ customerId: Id, ...page }),
    ['timeEntry', 'customer', 'category', 'project', 'user'],
  ).returns<{
    rows: EntryView[]
    total: number
    /** Total Time of all entries, not only of this page, ms. */
    totalMs: number
  }>(),
  'customer.journal': query(() => z.object({ customerId: Id, ...page }), ['journalEntry', 'user']).returns<{
    rows: JournalRow[]
    total: number
  }>(),
  'category.list': query(
    () => z.object({ activeOnly: z.boolean().optional() }),
    ['category', 'timer', 'timeEntry'],
  ).returns<CategoryRow[]>(),
  'user.list': query(() => z.object({ activeOnly: z.boolean().optional() }), ['user', 'timer']).returns<
    UserRow[]
  >(),
  'user.get': query(() => z.object({ userId: Id }), ['user', 'employment']).returns<UserView>(),
}
