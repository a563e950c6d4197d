// Time entries as screens show them: with names, and flags for overlaps and linked parts.
import type { EntryView } from '../../shared/contract/entry.ts'
import type { TimeEntry } from '../../shared/entities/timeEntry.ts'
import { overlapping } from '../../shared/rules/recordSession.ts'
import type { Data } from '../db/data.ts'
import { decodeRow, MAPPINGS } from '../db/entityStore.ts'
import type { SqlValue } from '../db/statements.ts'
import { colourOf } from '../facts/colour.ts'
import { entriesTouching } from '../facts/reads.ts'
import { flagsReader } from '../facts/flags.ts'
import { placementNames } from '../facts/placement.ts'
import { named } from '../facts/subject.ts'

/** A row becomes its view. `linked`: 1 of a session of several parts. */
type Row = Record<string, SqlValue> & {
  linked: number
  /** 1 where something of that user may run at the same time: then it is looked at. */
  overlaps: number | null
}

// Names are remembered, so no row looks them up in the tables.
const SELECT = `SELECT ${MAPPINGS.timeEntry.select('e')},
  (SELECT count(*) > 1 FROM time_entry o WHERE o.session_id = e.session_id) AS linked,
  (SELECT count(*) > 1 OR max(d.booked_ms > d.total_ms) FROM day_total d WHERE d.user_id = e.user_id
     AND d.work_date BETWEEN date(e.work_date, '-1 day') AND date(e.work_date, '+1 day')
     AND d.entrance < e.end_at AND d.exit > e.start_at) AS overlaps`

/** Entries by a condition over `e`, which may end with ORDER BY and LIMIT. */
export const entryViews = (data: Data, condition: string, ...values: SqlValue[]): EntryView[] =>
  viewsOf(data, data.all<Row>(`${SELECT} FROM time_entry e WHERE ${condition}`, ...values))

/** Those with these keys of the table of entries, in that order. */
export const entryViewsAt = (data: Data, keys: readonly number[]): EntryView[] =>
  viewsOf(
    data,
    data.all<Row>(
      `${SELECT} FROM json_each(?) at CROSS JOIN time_entry e ON e.rowid = at.value ORDER BY at.key`,
      JSON.stringify(keys),
    ),
  )

function viewsOf(data: Data, rows: readonly Row[]): EntryView[] {
  const flags = flagsReader(data)
  return rows.map((row) => {
    const { linked, overlaps } = row
    const entry = decodeRow('timeEntry', row)
    const made = {
      ...flags(entry, entry.workDate),
      ...placementNames(data, entry),
      colour: colourOf(data, entry),
      userName: data.find('user', entry.userId)?.name ?? '',
      linked: linked === 1,
      // Booked and attended time of its day are the same, and no other day reaches into it: nothing else ran then. Without that
      // a page of a hundred sessions asks a hundred times.
      overlaps: overlaps === 1 && overlapsAnother(data, entry),
    }
    return Object.assign(named(data, entry), made)
  })
}

const overlapsAnother = (data: Data, entry: TimeEntry): boolean =>
  entriesTouching(data, entry.userId, entry.startAt, entry.endAt, { entryId: entry.id }).some((other) =>
    overlapping(entry.segments, other),
  )
