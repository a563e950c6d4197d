// Remaining hours of the largest customer right after the billable flag of an entry was changed, against a prepared read of the same
// time (E12).
import { performance } from 'node:perf_hooks'
import Database from 'better-sqlite3'
import { ask } from '../ask.ts'
import { copyOf, openApp } from '../data.ts'
import { comparison, ratioFigure } from '../measure.ts'
import type { Row } from '../row.ts'

const RUNS = 60
const WARM_UP = 10

/** What draws on a package: billable time since it was bought, a row a day. */
const DRAWN = `SELECT e.work_date, sum((e.duration_ms + 30000) / 60000 * 60000) FROM time_entry e
  LEFT JOIN category c ON c.id = e.category_id LEFT JOIN project p ON p.id = e.project_id
  WHERE e.customer_id = +? AND e.work_date >= +?
    AND coalesce(e.billable, c.bill_type = 'billable' AND coalesce(p.billable, 1))
  GROUP BY e.work_date ORDER BY e.work_date`

export const remaining: Row = {
  name: 'remaining',
  what: 'Remaining hours after a toggle of billable',
  floor: 'a prepared SELECT of the drawn time, a row a day',
  async run({ data, scratch }) {
    const { dir, file, largestCustomerId: customerId, month } = copyOf(await data(), scratch())
    const from = `${month}-01`
    const app = await openApp(dir)
    const db = new Database(file, { readonly: true })
    try {
      await ask(app, 'package.buy', { customerId, minutes: 100_000, date: from })
      const [entryId = ''] = await ask(app, 'customer.entryIds', { customerId, from, limit: 1 })
      const drawn = db.prepare(DRAWN)
      const [ours, floor]: [number[], number[]] = [[], []]
      const timed = async (into: number[], act: () => unknown): Promise<void> => {
        const began = performance.now()
        await act()
        into.push(performance.now() - began)
      }
      const figures: number[] = []
      for (let run = 0; run < RUNS + WARM_UP; run += 1) {
        await ask(app, 'entry.edit', { entryId, billable: run % 2 === 0 })
        const sides = [
          () =>
            timed(ours, async () => {
              const { remainingMs, overMs } = await ask(app, 'package.summary', { customerId })
              // Of a million entries a month is more than what was bought.
              figures.push(remainingMs - overMs)
            }),
          () => timed(floor, () => drawn.all(customerId, from)),
        ]
        for (const side of run % 2 === 0 ? sides : sides.toReversed()) await side()
      }
      if (figures[0] === figures[1]) throw new Error('the toggle changed nothing')
      return [ratioFigure('', comparison(ours.slice(WARM_UP), floor.slice(WARM_UP)), 1.5)]
    } finally {
      db.close()
      await app.close()
    }
  },
}
