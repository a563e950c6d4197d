// A list of time of any length, of a customer or of a case: filtered, ordered and counted by the data file, a page at a time (B29,
// B30, D11, I15).
import type { EntryFilter, EntrySort } from '../../shared/contract/entryFilter.ts'
import { filterOf, isFiltered, MOST_AT_ONCE } from '../../shared/contract/entryFilter.ts'
import type { Id } from '../../shared/entities/entity.ts'
import type { Actor } from '../../shared/rules/rule.ts'
import type { Data } from '../db/data.ts'
import { countedSql, exactThrough } from '../derived/countedSql.ts'
import type { Condition } from '../facts/entryFilter.ts'
import { conditionOf, orderOf } from '../facts/entryFilter.ts'
import { onlyOf } from '../facts/sight.ts'
import { entryViewsAt } from './entryViews.ts'

export type ListTotal = { n: number; ms: number }

/** Of what the list is: a condition over `e`, what the search in notes is narrowed by, and what there is in all. */
export type ListOf = {
  sql: string
  id: Id
  whose: { customerId?: Id }
  all: (only: Id | null) => ListTotal
}

type By = EntryFilter & { sort?: EntrySort | undefined; ascending?: boolean | undefined }
type Place = { offset?: number | undefined; limit?: number | undefined }

/** What the filter leaves, of one user where only theirs is shown. */
function listed(data: Data, of: ListOf, only: Id | null, filter: EntryFilter): Condition {
  const { sql, values } = conditionOf(data, filter, of.whose)
  return {
    sql: `${of.sql}${only === null ? '' : ' AND e.user_id = +?'} AND ${sql}`,
    values: [of.id, ...(only === null ? [] : [only]), ...values],
  }
}

const counted = (data: Data, { sql, values }: Condition): ListTotal =>
  data.get<ListTotal>(
    `SELECT count(*) AS n, coalesce(sum(${countedSql(exactThrough(data), 'e.')}), 0) AS ms FROM time_entry e WHERE ${sql}`,
    ...values,
  ) ?? { n: 0, ms: 0 }

/** The keys of a page in order. It is picked from the index alone: skipping rows of the table takes seconds in a long list. */
function keysOf(data: Data, which: Condition, by: By, offset: number, limit: number): number[] {
  const { table, order, values } = orderOf(data, by)
  return data
    .all<{ key: number }>(
      `SELECT e.rowid AS key FROM ${table} WHERE ${which.sql} ORDER BY ${order} LIMIT ${limit} OFFSET ?`,
      ...values,
      ...which.values,
      offset,
    )
    .map(({ key }) => key)
}

/** A page of it, with what the filter leaves in all. */
export function entryPage(
  data: Data,
  of: ListOf,
  { offset = 0, limit = 100, ...by }: By & Place,
  actor: Actor | null,
) {
  const only = onlyOf(data, actor, 'timeEntry')
  const filter = filterOf(by)
  const which = listed(data, of, only, filter)
  const all = of.all(only)
  const total = isFiltered(filter) ? counted(data, which) : all
  const rows = entryViewsAt(data, keysOf(data, which, by, offset, limit))
  return {
    rows,
    total: total.n,
    totalMs: total.ms,
    all: { total: all.n, totalMs: all.ms },
    onlyYours: only !== null,
  }
}

/** Which entries stand there, in the same order. */
export const entryIdsOf = (
  data: Data,
  of: ListOf,
  { offset = 0, limit = MOST_AT_ONCE, ...by }: By & Place,
  actor: Actor | null,
): Id[] => {
  const which = listed(data, of, onlyOf(data, actor, 'timeEntry'), filterOf(by))
  return data
    .all<{ id: Id }>(
      'SELECT e.id FROM json_each(?) at CROSS JOIN time_entry e ON e.rowid = at.value ORDER BY at.key',
      JSON.stringify(keysOf(data, which, by, offset, limit)),
    )
    .map(({ id }) => id)
}
