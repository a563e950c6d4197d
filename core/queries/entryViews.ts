// Time entries as screens show them: with names, and flags for overlaps and linked parts.
import type { Instant } from '../../shared/base/instant.ts'
import type { LocalDate } from '../../shared/base/localDate.ts'
import { addDays, monthOf } from '../../shared/base/localDate.ts'
import type { EntryView } from '../../shared/contract/entry.ts'
import type { Id } from '../../shared/entities/entity.ts'
import type { TimeEntry } from '../../shared/entities/timeEntry.ts'
import { overlapping } from '../../shared/rules/recordSession.ts'
import type { Data } from '../db/data.ts'
import { decodeRow, MAPPINGS } from '../db/entityStore.ts'
import type { SqlValue } from '../db/statements.ts'
import type { DatedDay } from '../derived/totals.ts'
import { readMonth } from '../derived/totals.ts'
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
// Of a session without a pause the segments say nothing more, and are JSON: most rows need not be read so.
const PAUSED = 'CASE WHEN e.duration_ms <> e.end_at - e.start_at THEN e.segments END'
const SELECT_LINKED = `SELECT ${MAPPINGS.timeEntry.select('e', { segments: PAUSED })},
  (SELECT count(*) > 1 FROM time_entry o WHERE o.session_id = e.session_id) AS linked`
const SELECT = `${SELECT_LINKED}, (SELECT count(*) > 1 OR max(d.booked_ms > d.total_ms) FROM day_total d WHERE d.user_id = e.user_id
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

/** A user's of one day, in order. The totals around it are remembered, so each row asks them here and not in the table. */
export function entryViewsOfDay(data: Data, userId: Id, date: LocalDate): EntryView[] {
  const around = [addDays(date, -1), date, addDays(date, 1)]
  const days = [...new Set(around.map(monthOf))]
    .flatMap((month) => readMonth(data, userId, month))
    .filter((day) => around.includes(day.date))
  const rows = data.all<DayRow>(
    // Those that begin at the same time are put in order below: the index has no id, and SQLite would sort them all.
    `${SELECT_LINKED} FROM time_entry e WHERE e.user_id = +? AND e.work_date = +? ORDER BY e.start_at`,
    userId,
    date,
  )
  rows.sort((a, b) => a.startAt - b.startAt || (a.id < b.id ? -1 : 1))
  for (const row of rows) row.overlaps = mayOverlap(row, days)
  return viewsOf(data, rows)
}

type DayRow = Row & { id: Id; startAt: Instant; endAt: Instant }

/** As SELECT says it. */
function mayOverlap({ startAt, endAt }: DayRow, days: readonly DatedDay[]): 0 | 1 {
  const touched = days.filter(
    ({ entrance, exit }) => entrance !== null && exit !== null && entrance < endAt && exit > startAt,
  )
  return touched.length > 1 || touched.some(({ bookedMs, totalMs }) => bookedMs > totalMs) ? 1 : 0
}

function viewsOf(data: Data, rows: readonly Row[]): EntryView[] {
  const flags = flagsReader(data)
  return rows.map((row) => {
    const { linked, overlaps, segments } = row
    const entry = decodeRow('timeEntry', row)
    if (segments === null)
      entry.segments = entry.durationMs === 0 ? [] : [{ start: entry.startAt, end: entry.endAt }]
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
