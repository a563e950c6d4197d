// Queries on the opportunities of customers: lists with the time that each took, and what new time can be put on.
import { compareNames } from '../../shared/base/nameOrder.ts'
import { ok } from '../../shared/base/result.ts'
import type { opportunityQueries } from '../../shared/contract/opportunity.ts'
import type { Id } from '../../shared/entities/entity.ts'
import { isActive } from '../../shared/entities/opportunity.ts'
import type { Data } from '../db/data.ts'
import { countedSql, exactThrough } from '../derived/countedSql.ts'
import { nameOf } from '../facts/reads.ts'
import { onlyOf } from '../facts/sight.ts'
import type { QueryHandlers } from './query.ts'

/** `only`: what one user sees (F10). */
const spentOn = (data: Data, ids: readonly Id[], only: Id | null): Map<Id, number> =>
  new Map(
    data
      .all<{ id: Id; ms: number }>(
        `SELECT opportunity_id AS id, sum(${countedSql(exactThrough(data))}) AS ms FROM time_entry
         WHERE opportunity_id IN (SELECT value FROM json_each(?)) AND (? IS NULL OR user_id = ?)
         GROUP BY opportunity_id`,
        JSON.stringify(ids),
        only,
        only,
      )
      .map(({ id, ms }) => [id, ms]),
  )

export const opportunityQueryHandlers: QueryHandlers<keyof typeof opportunityQueries> = {
  'opportunity.list': (data, { customerId, activeOnly = false }, { actor }) => {
    const only = onlyOf(data, actor, 'timeEntry')
    const found = (
      customerId === undefined
        ? data.where('opportunity', 'NOT removed')
        : data.where('opportunity', 'customer_id = ? AND NOT removed', customerId)
    )
      .filter((one) => !activeOnly || isActive(one))
      .filter((one) => data.find('customer', one.customerId)?.removed === false)
      .toSorted((a, b) => Number(isActive(b)) - Number(isActive(a)) || compareNames(a.name, b.name))
    const spent = spentOn(
      data,
      found.map(({ id }) => id),
      only,
    )
    return ok({
      rows: found.map(({ removed: _removed, ...row }) => ({
        ...row,
        customerName: nameOf(data, 'customer', row.customerId) ?? '',
        totalMs: spent.get(row.id) ?? 0,
      })),
      onlyYours: only !== null,
    })
  },

  'opportunity.choices': (data, { customerId, keep }) =>
    ok(
      data
        .where('opportunity', 'customer_id = ?', customerId)
        .filter((one) => one.id === keep || isActive(one))
        .toSorted((a, b) => compareNames(a.name, b.name))
        .map(({ id, name }) => ({ id, name })),
    ),
}
