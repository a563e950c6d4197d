// The listed day of a user (spec B43): what the Working time dialog shows.
import { ok } from '../../../shared/base/result.ts'
import type { EntryRow } from '../entryRows.ts'
import { entriesOfUser } from '../entryRows.ts'
import { diaryQueryHandlers } from '../../queries/diary.ts'
import { zonesOf } from '../../facts/history.ts'
import type { ReportOf } from '../context.ts'
import { entriesSheet, entryColumns, placementColumns, subjectColumns } from '../sheets/entriesSheet.ts'
import type { Row } from '../workbook/model.ts'
import { cellOf, partsFor, rowAfter } from '../workbook/ranges.ts'
import { dayFraction, hoursOf } from '../workbook/serial.ts'
import { assemble, reportNames, single } from './assemble.ts'

export const dayReport: ReportOf<'day'> = (context, { userId, date }) => {
  const { data, words } = context
  const day = diaryQueryHandlers['diary.day'](data, { userId, date }, context.query)
  if (!day.ok) return day
  const { name, bookedMs, totalMs } = day.value
  const entries: EntryRow[] = entriesOfUser(data, userId, { from: date, to: date })
  const names = reportNames(context)
  const parts = partsFor(`${name} ${date}`, entries.length, names)
  const of = entryColumns(words, zonesOf(data))
  const columns = [
    of.start,
    of.stop,
    ...subjectColumns(words),
    ...placementColumns(words, data),
    of.breaks,
    of.duration,
    of.hours,
    of.note,
  ]
  const durationColumn = columns.indexOf(of.duration)

  const sheet = entriesSheet({
    parts,
    entries,
    columns,
    words,
    totalLabel: words.rows.total,
    appMs: bookedMs,
    // Parallel bookings count once for the user's attendance (spec F5); said where it makes a difference.
    more: () =>
      totalMs === bookedMs ? [] : [attendedRow(words.rows.attended, columns.length, durationColumn, totalMs)],
  })
  const checkCell = cellOf(single(parts).sheet, durationColumn, rowAfter(parts) + 2)
  return ok(
    assemble({
      context,
      names,
      title: words.titles.day,
      period: date,
      filters: [[words.info.user, name]],
      entries: entries.length,
      checks: { formula: `ABS(${checkCell})`, result: 0 },
      sheets: [sheet],
      rowCount: entries.length,
    }),
  )
}

function attendedRow(label: string, width: number, durationColumn: number, ms: number): Row {
  const cells: Row['cells'][number][] = Array.from({ length: width }, () => null)
  cells[0] = { kind: 'text', value: label }
  cells[durationColumn] = dayFraction(ms)
  cells[durationColumn + 1] = hoursOf(ms)
  return { cells, tone: 'label' }
}
