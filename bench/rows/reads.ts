// What screens read, against one prepared statement that reads the same from the best index or rollup.
import Database from 'better-sqlite3'
import type { RequestName, ArgsOf } from '../../shared/contract/contract.ts'
import { ask } from '../ask.ts'
import type { BenchData } from '../data.ts'
import { openApp } from '../data.ts'
import type { Comparison } from '../measure.ts'
import { compare, ratioFigure } from '../measure.ts'
import type { Figure, Row } from '../row.ts'

type Reader = (db: InstanceType<typeof Database>, data: BenchData) => () => unknown

export async function compareRead<N extends RequestName>(
  data: BenchData,
  name: N,
  args: ArgsOf<N>,
  floor: Reader,
): Promise<Comparison> {
  const app = await openApp(data.dir)
  const db = new Database(data.file, { readonly: true })
  try {
    return await compare(() => ask(app, name, args), floor(db, data))
  } finally {
    db.close()
    await app.close()
  }
}

const ENTRY_PAGE = `SELECT e.*, u.name AS user_name, c.name AS customer_name, k.name AS category_name,
    p.code AS project_code, p.name AS project_name, s.code AS case_code, s.name AS case_name,
    o.name AS opportunity_name,
    (SELECT count(*) FROM time_entry o WHERE o.session_id = e.session_id) AS parts,
    (SELECT count(*) > 1 OR max(d.booked_ms > d.total_ms) FROM day_total d WHERE d.user_id = e.user_id
       AND d.work_date BETWEEN date(e.work_date, '-1 day') AND date(e.work_date, '+1 day')
       AND d.entrance < e.end_at AND d.exit > e.start_at) AS crowded
  FROM time_entry e JOIN user u ON u.id = e.user_id
  LEFT JOIN customer c ON c.id = e.customer_id LEFT JOIN category k ON k.id = e.category_id
  LEFT JOIN project p ON p.id = e.project_id LEFT JOIN support_case s ON s.id = e.case_id
  LEFT JOIN opportunity o ON o.id = e.opportunity_id`

/** What the screen's figures are made of beside the rows of the read itself: without them no program can show the same. */
const FIGURES = {
  organisation: 'SELECT * FROM organisation',
  user: 'SELECT * FROM user WHERE id = ?',
  contracts: 'SELECT * FROM employment WHERE user_id = ?',
  timers: 'SELECT * FROM timer WHERE user_id = ?',
} as const

type Statements = (db: InstanceType<typeof Database>) => () => unknown

/** Against the bare read, which is the floor that counts, and against all that the same figures need. */
async function bareAndSame<N extends RequestName>(
  data: BenchData,
  name: N,
  args: ArgsOf<N>,
  { bare, beside }: { bare: Statements; beside: Statements },
): Promise<Figure[]> {
  const against = (label: string, floor: Reader) =>
    compareRead(data, name, args, floor).then((compared) => ratioFigure(label, compared, 1.5))
  return [
    await against('', bare),
    await against('against all that the same figures need', (db) => {
      const [read, others] = [bare(db), beside(db)]
      return () => [read(), others()]
    }),
  ]
}

const ofUser = (userId: string, ...names: (keyof typeof FIGURES)[]): Statements => {
  return (db) => {
    const statements = names.map((name) => db.prepare(FIGURES[name]))
    const values = names.map((name) => (name === 'organisation' ? [] : [userId]))
    return () => statements.map((statement, index) => statement.all(...(values[index] ?? [])))
  }
}

export const userMonth: Row = {
  name: 'user-month',
  what: 'A user’s month by day',
  floor: 'one prepared SELECT of the days’ totals',
  async run({ data }) {
    const all = await data()
    const { userId, month } = all
    return bareAndSame(
      all,
      'diary.user',
      { userId, month },
      {
        bare: (db) => {
          const days = db.prepare('SELECT * FROM day_total WHERE user_id = ? AND work_date BETWEEN ? AND ?')
          return () => days.all(userId, `${month}-01`, `${month}-31`)
        },
        beside: ofUser(userId, 'organisation', 'user', 'contracts', 'timers'),
      },
    )
  },
}

export const userDay: Row = {
  name: 'user-day',
  what: 'A day’s sessions',
  floor: 'one prepared SELECT of the sessions with their names',
  async run({ data }) {
    const all = await data()
    const { userId, date } = all
    return bareAndSame(
      all,
      'diary.day',
      { userId, date },
      {
        bare: (db) => {
          const sessions = db.prepare(
            `${ENTRY_PAGE} WHERE e.user_id = +? AND e.work_date = +? ORDER BY e.start_at, e.id`,
          )
          return () => sessions.all(userId, date)
        },
        beside: ofUser(userId, 'organisation', 'user', 'timers'),
      },
    )
  },
}

export const largestCustomer: Row = {
  name: 'customer',
  what: 'The largest customer’s total and first page',
  floor: 'one prepared read of the total, and of a page of 100 by its index',
  async run({ data }): Promise<Figure[]> {
    const all = await data()
    const customerId = all.largestCustomerId
    const compared = await compareRead(all, 'customer.entries', { customerId }, (db) => {
      const total = db.prepare('SELECT * FROM customer_total WHERE customer_id = ?')
      const page = db.prepare(
        `${ENTRY_PAGE} WHERE e.customer_id = +? ORDER BY e.start_at DESC, e.id DESC LIMIT 100`,
      )
      return () => [total.get(customerId), page.all(customerId)]
    })
    return [ratioFigure('', compared, 1.5)]
  },
}

export const search: Row = {
  name: 'search',
  what: 'Search in notes, newest 50',
  floor: 'the same FTS5 question, prepared, with the same columns',
  async run({ data }) {
    const all = await data()
    const figures: Figure[] = []
    for (const [label, text, question] of [
      ['a frequent word', 'booking ', 'note : ("booking")'],
      ['two words, the second begun', 'contract templ', 'note : ("contract" AND "templ" *)'],
      ['a rare word', 'ticket 4711 ', 'note : ("ticket" AND "4711")'],
    ] as const) {
      const compared = await compareRead(all, 'entry.search', { text, limit: 50 }, (db) => {
        const found = db.prepare(
          `SELECT s.rowid, e.id, e.user_id, e.customer_id, e.work_date, e.start_at, e.end_at, e.duration_ms,
             e.note, u.name, c.name, g.name, e.category_id, e.project_id, p.code, p.name, e.case_id, a.code, a.name,
             e.opportunity_id, o.name, e.tag_ids, e.reference, e.billable
           FROM note_search s JOIN note_key k ON k.key = s.rowid JOIN time_entry e ON e.id = k.entry_id
           JOIN user u ON u.id = e.user_id LEFT JOIN customer c ON c.id = e.customer_id
           LEFT JOIN category g ON g.id = e.category_id LEFT JOIN project p ON p.id = e.project_id
           LEFT JOIN support_case a ON a.id = e.case_id LEFT JOIN opportunity o ON o.id = e.opportunity_id
           WHERE note_search MATCH ? ORDER BY s.rowid DESC LIMIT 50`,
        )
        return () => found.all(question)
      })
      figures.push(ratioFigure(label, compared, 1.5))
    }
    return figures
  },
}
