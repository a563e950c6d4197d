// A month with exactly so many entries, for a payroll workbook of a given size: those of the months before are moved into it.
import type { BenchData } from './data.ts'
import { copyOf } from './data.ts'
import { createData } from '../core/db/data.ts'
import { indexNotes, markNotesStale } from '../core/derived/notes.ts'
import { openDatabase } from '../core/db/open.ts'
import { recountTotals } from '../core/derived/totals.ts'

/** Four weeks on, an entry lies on the same weekday; so often is looked further back, until the month is full. */
const WEEKS_4_MS = 28 * 86_400_000

/** A copy of `data` in `folder` whose `month` holds `rows` entries, as a firm of many short sessions would have it. */
export function fullMonth(data: BenchData, folder: string, rows: number): BenchData {
  const copy = copyOf(data, folder)
  const db = openDatabase(copy.file)
  try {
    const { month } = copy
    const count = db.prepare("SELECT count(*) FROM time_entry WHERE work_date LIKE ? || '-%'").pluck()
    const move = db.prepare(
      `UPDATE time_entry SET work_date = date(work_date, @days || ' days'), start_at = start_at + @ms, end_at = end_at + @ms,
       segments = json_array(json_object('start', start_at + @ms, 'end', end_at + @ms))
       WHERE id IN (SELECT id FROM time_entry
         WHERE work_date BETWEEN date(@from, (-@days) || ' days') AND date(@from, (27 - @days) || ' days') LIMIT @limit)`,
    )
    db.transaction(() => {
      for (let back = 1; ; back += 1) {
        const limit = rows - Number(count.get(month))
        if (limit <= 0) break
        const moved = move.run({ days: back * 28, ms: back * WEEKS_4_MS, from: `${month}-01`, limit })
        if (moved.changes === 0) throw new Error(`there are no ${rows} entries before the end of ${month}`)
      }
      // There may have been more from the beginning.
      db.prepare(
        "DELETE FROM time_entry WHERE id IN (SELECT id FROM time_entry WHERE work_date LIKE ? || '-%' LIMIT -1 OFFSET ?)",
      ).run(month, rows)
    })()
    const opened = createData(db)
    recountTotals(opened)
    markNotesStale(opened)
    while (indexNotes(opened)) continue
  } finally {
    db.close()
  }
  return copy
}
