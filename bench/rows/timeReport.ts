// Reports of time: by two groups over all years, against the same question by hand; and the usual ones, a month and a year, by what is
// kept (I8).
import { performance } from 'node:perf_hooks'
import Database from 'better-sqlite3'
import type { ArgsOf } from '../../shared/contract/contract.ts'
import { ask } from '../ask.ts'
import { copyOf, openApp } from '../data.ts'
import { compare, quantile, ratioFigure } from '../measure.ts'
import type { Figure, Row } from '../row.ts'

const MINUTES = '((e.duration_ms + 30000) / 60000 * 60000)'
const BILLED = "coalesce(e.billable, c.bill_type = 'billable' AND coalesce(p.billable, 1))"

/** The rate that holds on the entry's day, of the most specific level that has one: as somebody writes it by hand. */
const rateOf = (level: string, subject: string): string =>
  `(SELECT r.amount_minor FROM rate r WHERE r.level = '${level}' AND r.subject_id IS ${subject} AND r.valid_from <= e.work_date
    ORDER BY r.valid_from DESC LIMIT 1)`
const RATE = `coalesce(${rateOf('project', 'e.project_id')}, ${rateOf('customer', 'e.customer_id')},
  ${rateOf('user', 'e.user_id')}, ${rateOf('organisation', 'NULL')})`

const FROM = `FROM time_entry e LEFT JOIN category c ON c.id = e.category_id
  LEFT JOIN project p ON p.id = e.project_id`

const GROUPS = [
  ['customer and category', ['customer', 'category'], 'e.customer_id, e.category_id'],
  ['project and category', ['project', 'category'], 'e.project_id, e.category_id'],
  ['month and user', ['month', 'user'], 'substr(e.work_date, 1, 7), e.user_id'],
] as const

const byHand = (keys: string, amounts: boolean): string =>
  `SELECT ${keys}, count(*), sum(${MINUTES}), sum(CASE WHEN ${BILLED} THEN ${MINUTES} END)
   ${amounts ? `, sum(CASE WHEN ${BILLED} THEN (${MINUTES} * ${RATE} + 1800000) / 3600000 END)` : ''}
   ${FROM} GROUP BY ${keys}`

const FEW = { atLeast: 5, warmUp: 1 }
const RUNS = 15

export const timeReport: Row = {
  name: 'time-report',
  what: 'Report of time',
  floor: 'the same question by hand in SQL',
  async run({ data, scratch }) {
    const all = copyOf(await data(), scratch())
    const app = await openApp(all.dir)
    const db = new Database(all.file, { readonly: true })
    const figures: Figure[] = []
    try {
      for (const [label, by, keys] of GROUPS) {
        const ours = () => ask(app, 'report.run', { by: [...by] })
        const [same, hours] = [db.prepare(byHand(keys, true)), db.prepare(byHand(keys, false))]
        figures.push(
          ratioFigure(
            `by ${label}, all years, with amounts and costs`,
            await compare(ours, () => same.all(), FEW),
            1.5,
          ),
          {
            ...ratioFigure(
              `by ${label}, against the hours alone`,
              await compare(ours, () => hours.all(), FEW),
              1.5,
            ),
            limit: null,
          },
        )
      }
      const year = {
        from: `${Number(all.month.slice(0, 4)) - 1}${all.month.slice(4)}-01`,
        to: `${all.month}-30`,
      }
      const month = { from: `${all.month}-01`, to: `${all.month}-30` }
      const usual: readonly [string, ArgsOf<'report.run'>][] = [
        ['a month by user', { by: ['user'], ...month }],
        ['a month by customer', { by: ['customer'], ...month }],
        ['a month by project', { by: ['project'], ...month }],
        ['a year by customer', { by: ['customer'], ...year }],
        ['a year by user', { by: ['user'], ...year }],
        ['a year by project', { by: ['project'], ...year }],
        ['a year by month', { by: ['month'], ...year }],
        ['all years by customer', { by: ['customer'] }],
      ]
      for (const [label, args] of usual) {
        const times: number[] = []
        for (let run = 0; run <= RUNS; run += 1) {
          const began = performance.now()
          await ask(app, 'report.run', args)
          if (run > 0) times.push(performance.now() - began)
        }
        figures.push({
          label,
          value: quantile(times, 0.5),
          unit: 'ms',
          limit: 50,
          better: 'atMost',
          note: `${RUNS} runs`,
        })
      }
      return figures
    } finally {
      db.close()
      await app.close()
    }
  },
}
