// The Work Diary's month of everybody, against the bare rows of the rollup that it is made of; and ten times the entries.
import Database from 'better-sqlite3'
import { ask } from '../ask.ts'
import type { BenchData } from '../data.ts'
import { openApp } from '../data.ts'
import type { Comparison } from '../measure.ts'
import { compare, ratioFigure } from '../measure.ts'
import type { Row } from '../row.ts'

export const diaryMonth: Row = {
  name: 'diary-month',
  what: 'Work Diary, month of 200 users',
  floor: 'one prepared SELECT on the rollup by day and user',
  async run({ data }) {
    return [ratioFigure('', await measure(await data()), 1.5)]
  },
}

async function measure(data: BenchData): Promise<Comparison> {
  const app = await openApp(data.dir)
  const db = new Database(data.file, { readonly: true })
  try {
    const days = db.prepare('SELECT * FROM day_total WHERE work_date BETWEEN ? AND ?')
    const [from, to] = [`${data.month}-01`, `${data.month}-31`]
    return await compare(
      () => ask(app, 'diary.month', { month: data.month }),
      () => days.all(from, to),
    )
  } finally {
    db.close()
    await app.close()
  }
}
