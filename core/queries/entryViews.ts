// Time entries as screens show them: with names, and flags for overlaps and linked parts.
import type { EntryView } from '../../shared/contract/entry.ts'
import type { TimeEntry } from '../../shared/entities/timeEntry.ts'
import { overlapping } from '../../shared/rules/recordSession.ts'
import type { Data } from '../db/data.ts'
import { decodeRow, MAPPINGS } from '../db/entityStore.ts'
import type { SqlValue } from '../db/statements.ts'
import { entriesTouching } from '../reads.ts'

type NamedRow = Record<string, SqlValue> & {
  user_name: string
  customer_name: string | null
  category_name: string | null
  project_code: string | null
  project_name: string | null
  parts: number
  /** 1 where something of that user may run at the same time: then it is looked at. */
  crowded: number | null
}

const SELECT = `SELECT ${MAPPINGS.timeEntry.select('e')}, u.name AS user_name, c.name AS customer_name,
  k.name AS category_name, p.code AS project_code, p.name AS project_name, (SELECT count(*) FROM time_entry o WHERE o.session_id = e.session_id) AS parts,
  (SELECT count(*) > 1 OR max(d.booked_ms > d.total_ms) FROM day_total d WHERE d.user_id = e.user_id
     AND d.work_date BETWEEN date(e.work_date, '-1 day') AND date(e.work_date, '+1 day')
     AND d.entrance < e.end_at AND d.exit > e.start_at) AS crowded
  FROM time_entry e JOIN user u ON u.id = e.user_id
  LEFT JOIN customer c ON c.id = e.customer_id LEFT JOIN category k ON k.id = e.category_id
  LEFT JOIN project p ON p.id = e.project_id`

/** Entries by a condition over `e`, which may end with ORDER BY and LIMIT. */
export function entryViews(data: Data, condition: string, ...values: SqlValue[]): EntryView[] {
  return data.all<NamedRow>(`${SELECT} WHERE ${condition}`, ...values).map((row) => {
    const entry = decodeRow('timeEntry', row)
    return {
      ...entry,
      userName: row.user_name,
      customerName: row.customer_name,
      categoryName: row.category_name,
      projectCode: row.project_code,
      projectName: row.project_name,
      linked: row.parts > 1,
      // Booked and attended time of its day are the same, and no other day reaches into it: nothing else ran then. Without that
      // a page of a hundred sessions asks a hundred times.
      overlaps: row.crowded === 1 && overlapsAnother(data, entry),
    }
  })
}

const overlapsAnother = (data: Data, entry: TimeEntry): boolean =>
  entriesTouching(data, entry.userId, entry.startAt, entry.endAt, { entryId: entry.id }).some((other) =>
    overlapping(entry.segments, other),
  )
