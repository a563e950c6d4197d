// Commands and queries on billing rates, and what a customer's time is worth by them.
import { z } from 'zod'
import { Id } from '../entities/entity.ts'
import type { Rate } from '../entities/rate.ts'
import { Rate as RateSchema } from '../entities/rate.ts'
import { leaders } from './access.ts'
import type { ExplainStep } from './diary.ts'
import { entryFilterShape } from './entryFilter.ts'
import { command, query } from './request.ts'

export const billingCommands = {
  /** A rate from a day on; one of the same subject and day is replaced (G7). `subjectId` is null for the organisation's. */
  'rate.set': command(() => RateSchema().omit({ id: true }), leaders).returns<{ rateId: Id }>(),
  'rate.remove': command(() => z.object({ rateId: Id }), leaders).returns<null>(),
}

export type RateRow = Rate & {
  /** The user's, customer's or project's name; null for the organisation. */
  subjectName: string | null
  /** Whose project it is. */
  customerId: Id | null
  /** By name, beside that of a project: two customers may have one of the same name. */
  customerName: string | null
}

export type CustomerAmount = {
  /** Minor units; null where none of the time has a rate. */
  amountMinor: number | null
  /** Time that is charged, ms. */
  billedMs: number
  /** How it came about: hours × rate for each rate, and what has none (G7). */
  steps: ExplainStep[]
  /** Whether anybody has set a rate at all. */
  anyRates: boolean
}

export const billingQueries = {
  /** All rates, or those of a customer and its projects; the newest of each subject first. */
  'rate.list': query(
    () => z.object({ customerId: Id.optional() }),
    ['rate', 'user', 'customer', 'project'],
    leaders,
  ).returns<RateRow[]>(),
  /** What a customer's time is worth, or what a filter leaves of it: asked for beside the list, because it looks at every entry. */
  'customer.amount': query(
    () => z.object({ customerId: Id, ...entryFilterShape }),
    ['rate', 'timeEntry', 'customer', 'category', 'project', 'pastSetting', 'organisation'],
    leaders,
  ).returns<CustomerAmount>(),
}
