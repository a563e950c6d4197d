// How much time there is of a customer, and when the last of it was.
import type { Id } from '../../shared/entities/entity.ts'
import type { Data } from '../db/data.ts'
import { countedSql, exactThrough } from '../derived/countedSql.ts'

export type CustomerTime = { n: number; ms: number; last: number | null }

const NO_TIME: CustomerTime = { n: 0, ms: 0, last: null }

/** Of a customer's time: everybody's, which is kept, or one user's, which the index on both counts. */
export const customerTime = (data: Data, customerId: Id, only: Id | null): CustomerTime =>
  (only === null
    ? data.get<CustomerTime>(
        'SELECT entry_count AS n, duration_ms AS ms, last_at AS last FROM customer_total WHERE customer_id = ?',
        customerId,
      )
    : data.get<CustomerTime>(
        `SELECT count(*) AS n, coalesce(sum(${countedSql(exactThrough(data))}), 0) AS ms, max(start_at) AS last
         FROM time_entry INDEXED BY time_entry_billing WHERE customer_id = ? AND user_id = ?`,
        customerId,
        only,
      )) ?? NO_TIME
