// Reads time entries for a workbook: lean rows in order, a page at a time, so that a million of them cost no memory.
import type { Instant } from '../../shared/base/instant.ts'
import type { LocalDate } from '../../shared/base/localDate.ts'
import type { Id } from '../../shared/entities/entity.ts'
import { isBillable } from '../../shared/rules/billing.ts'
import type { Data } from '../db/data.ts'
import type { SqlValue } from '../db/statements.ts'

export type EntryRow = {
  id: Id
  userId: Id
  userName: string
  customerName: string | null
  categoryId: Id | null
  categoryName: string | null
  projectId: Id | null
  projectCode: string | null
  projectName: string | null
  /** 0: its time cannot be charged, whatever the category says. null: no project. */
  projectBillable: 0 | 1 | null
  billType: 'billable' | 'nonBillable' | null
  workDate: LocalDate
  startAt: Instant
  endAt: Instant
  durationMs: number
  note: string
}

/** By the entry's category and project. */
export const isEntryBillable = ({ billType, projectBillable }: EntryRow): boolean =>
  isBillable(
    billType === null ? null : { billType },
    projectBillable === null ? null : { billable: projectBillable === 1 },
  )

export type EntryTotal = { id: Id | null; name: string | null; entries: number; ms: number }

/** Both days included; null: all of them. */
export type Span = { from: LocalDate; to: LocalDate } | null

const PAGE = 2000
const MONTH_OF_ALL = 'work_date BETWEEN ? AND ?'

const SELECT = `SELECT e.id AS id, e.user_id AS userId, u.name AS userName, c.name AS customerName,
  e.category_id AS categoryId, k.name AS categoryName, k.bill_type AS billType,
  e.project_id AS projectId, p.code AS projectCode, p.name AS projectName, p.billable AS projectBillable, e.work_date AS workDate,
  e.start_at AS startAt, e.end_at AS endAt, e.duration_ms AS durationMs, e.note AS note
  FROM time_entry e JOIN user u ON u.id = e.user_id
  LEFT JOIN customer c ON c.id = e.customer_id LEFT JOIN category k ON k.id = e.category_id
  LEFT JOIN project p ON p.id = e.project_id`

/** A user's entries in order of time; a span is a month at most, so they are read at once. */
export function entriesOfUser(data: Data, userId: Id, span: { from: LocalDate; to: LocalDate }): EntryRow[] {
  return data.all<EntryRow>(
    `${SELECT} WHERE e.user_id = ? AND e.work_date BETWEEN ? AND ? ORDER BY e.work_date, e.start_at, e.id`,
    userId,
    span.from,
    span.to,
  )
}

/** A customer's entries in order of time, page by page. The connection must see one state of the data throughout. */
export function* entriesOfCustomer(data: Data, customerId: Id, span: Span): Generator<EntryRow> {
  const [within, values] = condition(span)
  let after: { startAt: Instant; id: Id } = { startAt: -1, id: '' }
  for (;;) {
    const page = data.all<EntryRow>(
      `${SELECT} WHERE e.customer_id = ? AND (e.start_at, e.id) > (?, ?) AND ${within}
       ORDER BY e.start_at, e.id LIMIT ${PAGE}`,
      customerId,
      after.startAt,
      after.id,
      ...values,
    )
    yield* page
    const last = page.at(-1)
    if (last === undefined || page.length < PAGE) return
    after = last
  }
}

/** Count and time of a customer's entries: of all (by null), by user, or by category, the largest first. */
export function customerTotals(
  data: Data,
  customerId: Id,
  span: Span,
  by: 'user' | 'category' | null,
): EntryTotal[] {
  const [within, values] = condition(span)
  const group = by === null ? 'NULL' : `e.${by}_id`
  const name = by === null ? 'NULL' : `(SELECT name FROM "${by}" n WHERE n.id = ${group})`
  return data.all<EntryTotal>(
    `SELECT ${group} AS id, ${name} AS name, count(*) AS entries, coalesce(sum(e.duration_ms), 0) AS ms
     FROM time_entry e WHERE e.customer_id = ? AND ${within}${by === null ? '' : ` GROUP BY ${group} ORDER BY ms DESC, id`}`,
    customerId,
    ...values,
  )
}

/** Count and time of each user's entries between two days. */
export function userTotals(data: Data, span: { from: LocalDate; to: LocalDate }): Map<Id, EntryTotal> {
  const rows = data.all<EntryTotal & { id: Id }>(
    `SELECT user_id AS id, NULL AS name, count(*) AS entries, sum(duration_ms) AS ms FROM time_entry
     WHERE ${MONTH_OF_ALL} GROUP BY user_id`,
    span.from,
    span.to,
  )
  return new Map(rows.map((row) => [row.id, row]))
}

function condition(span: Span): [string, SqlValue[]] {
  return span === null ? ['1', []] : [`e.${MONTH_OF_ALL}`, [span.from, span.to]]
}
