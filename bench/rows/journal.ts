// The journal of the largest customer, as its page shows it: the newest lines, of all and by keyword, against one prepared statement
// that reads the same lines from the best index.
import { analyse } from '../../core/db/analyse.ts'
import { closeDatabase, openDatabase } from '../../core/db/open.ts'
import type { BenchData } from '../data.ts'
import { copyOf } from '../data.ts'
import { ratioFigure } from '../measure.ts'
import type { Figure, Row } from '../row.ts'
import { compareRead } from './reads.ts'

const PAGE = 50

/** Sessions, calls without time, and notes, each by its index on the customer and the moment. */
const LINES = {
  time: `SELECT 'time' AS source, e.id, e.start_at AS at, e.work_date, u.name AS user_name, e.note AS text, e.duration_ms AS ms,
      e.task_id, k.name AS category_name, p.code, p.name AS project_name, e.tag_ids,
      (SELECT sum(s.duration_ms) FROM time_entry s WHERE s.session_id = e.session_id) AS whole
    FROM time_entry e JOIN user u ON u.id = e.user_id LEFT JOIN category k ON k.id = e.category_id
    LEFT JOIN project p ON p.id = e.project_id
    WHERE e.customer_id = +? {where} ORDER BY e.start_at DESC, e.id DESC LIMIT ${PAGE}`,
  call: `SELECT 'call', t.id, t.start_at, NULL, u.name, t.title, NULL, t.id, NULL, NULL, NULL, NULL, NULL
    FROM task t JOIN user u ON u.id = t.primary_participant_id
    WHERE t.customer_id = +? AND t.type = 'Call' AND NOT EXISTS (SELECT 1 FROM time_entry e WHERE e.task_id = t.id)
    ORDER BY t.start_at DESC, t.id DESC LIMIT ${PAGE}`,
  note: `SELECT 'note', j.id, j.at, NULL, u.name, j.text, NULL, NULL, NULL, NULL, NULL, j.tag_ids, NULL
    FROM journal_entry j JOIN user u ON u.id = j.user_id
    WHERE j.customer_id = +? AND j.keyword = 'Note' ORDER BY j.at DESC, j.id DESC LIMIT ${PAGE}`,
} as const

const time = (where = ''): string => LINES.time.replace('{where}', where)

const PARTS = {
  all: [time(), LINES.call, LINES.note],
  'Time Log': [time()],
  'Call Scheduled': [time('AND e.task_id IS NOT NULL'), LINES.call],
  Note: [LINES.note],
} as const

const KEYWORDS = ['all', 'Time Log', 'Call Scheduled', 'Note'] as const

export const journal: Row = {
  name: 'journal',
  what: 'The largest customer’s journal, newest 50',
  floor: 'one prepared SELECT of the same lines with their names',
  async run(ctx) {
    const all = copyOf(await ctx.data(), ctx.scratch())
    const customerId = all.largestCustomerId
    const lines = fill(all)
    const figures: Figure[] = []
    for (const keyword of KEYWORDS) {
      const args = { customerId, limit: PAGE, ...(keyword === 'all' ? {} : { keyword }) }
      const parts = PARTS[keyword]
      const compared = await compareRead(all, 'customer.journal', args, (db) => {
        const page = db.prepare(
          `${parts.map((sql) => `SELECT * FROM (${sql})`).join(' UNION ALL ')} ORDER BY at DESC, id DESC LIMIT ${PAGE}`,
        )
        const values = parts.map(() => customerId)
        return () => page.all(...values)
      })
      const figure = ratioFigure(keyword, compared, 1.5)
      figures.push({ ...figure, note: `${lines.toLocaleString('en')} lines; ${figure.note}` })
    }
    return figures
  },
}

/** A note for every six sessions, and a call of each, as if every one had been stopped by a timer; some that are calls alone. */
function fill({ file, largestCustomerId: id }: BenchData): number {
  const db = openDatabase(file)
  try {
    const of = 'FROM time_entry WHERE customer_id = +?'
    db.transaction(() => {
      db.prepare(
        `INSERT INTO task (id, type, title, customer_id, primary_participant_id, start_at, end_at, status)
         SELECT 'call-' || rowid, 'Call', 'Call', customer_id, user_id, start_at, end_at, 'Done' ${of}`,
      ).run(id)
      // Every thousandth is a call without time.
      db.prepare(
        `UPDATE time_entry SET task_id = 'call-' || rowid WHERE customer_id = +? AND rowid % 1000 > 0`,
      ).run(id)
      db.prepare(
        `INSERT INTO journal_entry (id, customer_id, at, keyword, text, user_id)
         SELECT 'note-' || rowid, customer_id, end_at, 'Note', 'Agreed on the phone', user_id ${of} AND rowid % 6 = 0`,
      ).run(id)
    })()
    analyse(db)
    const counted = db
      .prepare<[string, string, string], number>(
        `SELECT (SELECT count(*) ${of}) + (SELECT count(*) FROM journal_entry WHERE customer_id = +?)
           + (SELECT count(*) FROM task t WHERE t.customer_id = +? AND NOT EXISTS (SELECT 1 FROM time_entry e WHERE e.task_id = t.id))`,
      )
      .pluck()
      .get(id, id, id)
    return counted ?? 0
  } finally {
    closeDatabase(db)
  }
}
