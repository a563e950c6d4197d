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
  parts: number
}

const SELECT = `SELECT ${MAPPINGS.timeEntry.select('e')}, u.name AS user_name, c.name AS customer_name,
  k.name AS category_name, (SELECT count(*) FROM time_entry p WHERE p.session_id = e.session_id) AS parts
  FROM time_entry e JOIN user u ON u.id = e.user_id
  LEFT JOIN customer c ON c.id = e.customer_id LEFT JOIN category k ON k.id = e.category_id`

/** Entries by a condition over `e`, which may end with ORDER BY and LIMIT. */
export function entryViews(data: Data, condition: string, ...values: SqlValue[]): EntryView[] {
  return data.all<NamedRow>(`${SELECT} WHERE ${condition}`, ...values).map((row) => {
    const entry = decodeRow('timeEntry', row)
    return {
      ...entry,
      userName: row.user_name,
      customerName: row.customer_name,
      categoryName: row.category_name,
      linked: row.parts > 1,
      overlaps: overlapsAnother(data, entry),
    }
  })
}

const overlapsAnother = (data: Data, entry: TimeEntry): boolean =>
  entriesTouching(data, entry.userId, entry.startAt, entry.endAt, { entryId: entry.id }).some((other) =>
    overlapping(entry.segments, other),
  )
