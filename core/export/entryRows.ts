// Reads time entries for a workbook: lean rows in order, a page at a time, so that a million of them cost no memory.
import type { Instant } from '../../shared/base/instant.ts'
import type { LocalDate } from '../../shared/base/localDate.ts'
import type { EntryFilter } from '../../shared/contract/entryFilter.ts'
import type { Placement } from '../../shared/entities/assignment.ts'
import type { Id } from '../../shared/entities/entity.ts'
import type { NamedSubject, SubjectFlags } from '../../shared/entities/subject.ts'
import type { Data } from '../db/data.ts'
import { countedSql, exactThrough } from '../derived/countedSql.ts'
import { conditionOf } from '../facts/entryFilter.ts'
import { flagsReader } from '../facts/flags.ts'
import { namedRow, SUBJECT_COLUMNS, SUBJECT_JOINS } from '../facts/subject.ts'

export type EntryRow = NamedSubject &
  SubjectFlags &
  Placement & {
    id: Id
    userId: Id
    userName: string
    workDate: LocalDate
    startAt: Instant
    endAt: Instant
    /** Counted (shared/rules/countedTime.ts). */
    durationMs: number
    note: string
  }

export type EntryTotal = { id: Id | null; name: string | null; entries: number; ms: number }

const PAGE = 2000
const MONTH_OF_ALL = 'work_date BETWEEN ? AND ?'

const select = (
  data: Data,
): string => `SELECT e.id AS id, e.user_id AS userId, u.name AS userName, ${SUBJECT_COLUMNS},
  e.office_id AS officeId, e.department_id AS departmentId,
  e.work_date AS workDate,
  e.start_at AS startAt, e.end_at AS endAt, ${countedSql(exactThrough(data), 'e.')} AS durationMs, e.note AS note
  FROM time_entry e JOIN user u ON u.id = e.user_id ${SUBJECT_JOINS}`

type Raw = Omit<EntryRow, keyof SubjectFlags>

/** With the names of what it is on, and its flags as they were on its day (K1). */
function readerOf(data: Data): (row: Raw) => EntryRow {
  const flags = flagsReader(data)
  return (row) => {
    const named = namedRow(data, row)
    return { ...named, ...flags(named, named.workDate) }
  }
}

/** A user's entries in order of time; a span is a month at most, so they are read at once. */
export function entriesOfUser(data: Data, userId: Id, span: { from: LocalDate; to: LocalDate }): EntryRow[] {
  const rows = data.all<Raw>(
    `${select(data)} WHERE e.user_id = +? AND e.work_date BETWEEN ? AND ? ORDER BY e.work_date, e.start_at, e.id`,
    userId,
    span.from,
    span.to,
  )
  return rows.map(readerOf(data))
}

/** A customer's entries that the filter leaves, in order of time, page by page. The connection must see one state of the data throughout. */
export function* entriesOfCustomer(data: Data, customerId: Id, filter: EntryFilter): Generator<EntryRow> {
  const { sql: within, values } = conditionOf(data, filter, { customerId })
  const read = readerOf(data)
  let after: { startAt: Instant; id: Id } = { startAt: -1, id: '' }
  for (;;) {
    const page = data.all<Raw>(
      `${select(data)} WHERE e.customer_id = +? AND (e.start_at, e.id) > (?, ?) AND ${within}
       ORDER BY e.start_at, e.id LIMIT ${PAGE}`,
      customerId,
      after.startAt,
      after.id,
      ...values,
    )
    for (const row of page) yield read(row)
    const last = page.at(-1)
    if (last === undefined || page.length < PAGE) return
    after = last
  }
}

/** Count and time of a customer's entries: of all (by null), by user, or by category, the largest first. */
export function customerTotals(
  data: Data,
  customerId: Id,
  filter: EntryFilter,
  by: 'user' | 'category' | null,
): EntryTotal[] {
  const { sql: within, values } = conditionOf(data, filter, { customerId })
  const group = by === null ? 'NULL' : `e.${by}_id`
  const name = by === null ? 'NULL' : `(SELECT name FROM "${by}" n WHERE n.id = ${group})`
  return data.all<EntryTotal>(
    `SELECT ${group} AS id, ${name} AS name, count(*) AS entries, coalesce(sum(${countedSql(exactThrough(data), 'e.')}), 0) AS ms
     FROM time_entry e WHERE e.customer_id = +? AND ${within}${by === null ? '' : ` GROUP BY ${group} ORDER BY ms DESC, id`}`,
    customerId,
    ...values,
  )
}

/** Count and time of each user's entries between two days. */
export function userTotals(data: Data, span: { from: LocalDate; to: LocalDate }): Map<Id, EntryTotal> {
  const rows = data.all<EntryTotal & { id: Id }>(
    `SELECT user_id AS id, NULL AS name, count(*) AS entries, sum(${countedSql(exactThrough(data))}) AS ms FROM time_entry
     WHERE ${MONTH_OF_ALL} GROUP BY user_id`,
    span.from,
    span.to,
  )
  return new Map(rows.map((row) => [row.id, row]))
}
