// The Work Diary's month of everybody, against the bare rows of the rollup that it is made of; and ten times the entries.
import { ask } from '../ask.ts'
import { openApp, prepareData } from '../data.ts'
import { compare, ratioFigure } from '../measure.ts'
import type { Row } from '../row.ts'
import { compareRead } from './reads.ts'

/** A row a user, with the days on which there was time: what a month's figures are made of. */
const SUMS = `SELECT user_id, sum(total_ms), sum(booked_ms), sum(entry_count), count(*),
    sum(1 << substr(work_date, 9))
  FROM day_total WHERE work_date BETWEEN ? AND ? GROUP BY user_id`

export const diaryMonth: Row = {
  name: 'diary-month',
  what: 'Work Diary, month of 200 users',
  floor: 'one prepared SELECT on the rollup by day and user, a row a user',
  async run({ data }) {
    const all = await data()
    const [from, to] = [`${all.month}-01`, `${all.month}-31`]
    const against = (...sqls: string[]) =>
      compareRead(all, 'diary.month', { month: all.month }, (db) => {
        const [rows, ...others] = sqls.map((sql) => db.prepare(sql))
        return () => [rows?.all(from, to), ...others.map((other) => other.all())]
      })
    const days = await against('SELECT * FROM day_total WHERE work_date BETWEEN ? AND ?')
    return [
      ratioFigure('', await against(SUMS), 1.5),
      ratioFigure(
        'against all that the same figures need',
        await against(
          SUMS,
          'SELECT * FROM organisation',
          'SELECT * FROM user ORDER BY name COLLATE NOCASE',
          'SELECT * FROM employment',
          "SELECT * FROM timer WHERE state <> 'stopped'",
        ),
        1.5,
      ),
      { ...ratioFigure('against the days, row by row', days, 1.5), limit: null },
    ]
  },
}

/** Not among the usual rows, for ten million entries take half an hour to make and some gigabytes to keep. */
export const tenTimes: Row = {
  name: 'ten-times',
  what: 'Work Diary, month of 200 users, with ten times the entries',
  floor: 'the same with the entries of the other rows',
  onlyByName: true,
  async run({ data, entries, say }) {
    const few = await data()
    const many = await prepareData(entries, say, 10)
    const apps = [await openApp(many.dir), await openApp(few.dir)] as const
    try {
      const compared = await compare(
        () => ask(apps[0], 'diary.month', { month: many.month }),
        () => ask(apps[1], 'diary.month', { month: few.month }),
      )
      return [ratioFigure('', compared, 1.2)]
    } finally {
      for (const app of apps) await app.close()
    }
  },
}
