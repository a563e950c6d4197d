// Commands and queries on the opportunities of customers (A22, A23).
import { z } from 'zod'
import { Id } from '../entities/entity.ts'
import type { Opportunity } from '../entities/opportunity.ts'
import { Opportunity as OpportunitySchema, OpportunityStatus } from '../entities/opportunity.ts'
import { everybody, leaders } from './access.ts'
import type { Narrowed } from './directory.ts'
import { command, query } from './request.ts'

const fields = () =>
  OpportunitySchema().pick({ name: true, stage: true, valueMinor: true, expectedClose: true })

export const opportunityCommands = {
  'opportunity.add': command(
    () => fields().partial().required({ name: true }).extend({ customerId: Id }),
    everybody,
  ).returns<{ opportunityId: Id }>(),
  /** Whose it is stays. */
  'opportunity.edit': command(
    () => fields().partial().extend({ opportunityId: Id }),
    everybody,
  ).returns<null>(),
  /** Won or lost, or open again. A timer that runs on it goes on, and its time is recorded. */
  'opportunity.close': command(
    () => z.object({ opportunityId: Id, status: OpportunityStatus }),
    everybody,
  ).returns<null>(),
  'opportunity.remove': command(() => z.object({ opportunityId: Id }), leaders).returns<null>(),
}

export type OpportunityRow = Omit<Opportunity, 'removed'> & {
  customerName: string
  /** Time that was recorded on it, ms. */
  totalMs: number
}

export const opportunityQueries = {
  /** Of a customer or of all: active ones first, then by name. */
  'opportunity.list': query(
    () => z.object({ customerId: Id.optional(), activeOnly: z.boolean().optional() }),
    ['opportunity', 'customer', 'timeEntry', 'organisation'],
    everybody,
  ).returns<{ rows: OpportunityRow[] } & Narrowed>(),
  /** What new time can be put on, and `keep`, which it is on already. */
  'opportunity.choices': query(
    () => z.object({ customerId: Id, keep: Id.optional() }),
    ['opportunity'],
    everybody,
  ).returns<{ id: Id; name: string }[]>(),
}
