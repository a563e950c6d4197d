// An import of 100,000 rows, from the file to the commit, against csv-parse and bare prepared statements that keep the same totals.
import { execFileSync } from 'node:child_process'
import { copyFileSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { DATABASE_NAME } from '../../core/app.ts'
import { openDatabase } from '../../core/db/open.ts'
import { makeFirm, TOTALS_SQL, writeTogglFile } from '../importData.ts'
import type { ImportFigures } from '../importProcess.ts'
import { comparison, inMs, quantile, ratioFigure } from '../measure.ts'
import type { Figure, Row } from '../row.ts'
import { apartFigures } from '../apartFigures.ts'
import { bundled } from '../bundled.ts'

const ROWS = 100_000
const RUNS = 5

export const timeImport: Row = {
  name: 'time-import',
  what: 'import of 100,000 rows',
  floor:
    'csv-parse, bare prepared inserts of the same rows and totals, one transaction; both bundled as shipped',
  entries: ROWS,
  async run({ scratch, entries }) {
    const folder = scratch()
    const rows = Math.min(ROWS, entries)
    const firm = join(folder, 'firm')
    mkdirSync(firm, { recursive: true })
    await makeFirm(firm)
    const csv = join(folder, 'toggl.csv')
    writeTogglFile(csv, rows)
    const fresh = (name: string): string => {
      const dir = join(folder, name)
      mkdirSync(dir, { recursive: true })
      copyFileSync(join(firm, DATABASE_NAME), join(dir, DATABASE_NAME))
      return dir
    }
    const ours: ImportFigures[] = []
    const floor: number[] = []
    const program = await bundled('importProcess', 'importFloor')
    // In turns; the first round warms the disk's cache and does not count.
    for (let run = 0; run <= RUNS; run += 1) {
      const said = execFileSync(
        process.execPath,
        ['--expose-gc', program('importProcess'), fresh(`ours-${run}`), csv],
        { encoding: 'utf8' },
      )
      const one = JSON.parse(said) as ImportFigures
      const file = join(fresh(`floor-${run}`), DATABASE_NAME)
      const ms = Number(
        execFileSync(process.execPath, [program('importFloor'), file, csv], { encoding: 'utf8' }),
      )
      const totals = totalsIn(file)
      if (one.rows !== rows || one.totals !== totals)
        throw new Error(`not the same: ${one.rows} rows, ${one.totals}, and ${totals}`)
      if (run === 0) continue
      ours.push(one)
      floor.push(ms)
    }
    return figuresOf(ours, floor)
  },
}

function totalsIn(file: string): string {
  const db = openDatabase(file, { readonly: true })
  try {
    return String(db.prepare(TOTALS_SQL).pluck().get())
  } finally {
    db.close()
  }
}

function figuresOf(ours: readonly ImportFigures[], floor: readonly number[]): Figure[] {
  const median = (of: (figures: ImportFigures) => number): number => quantile(ours.map(of), 0.5)
  const times = ours.map(({ ms }) => ms)
  return [
    ratioFigure('time', comparison(times, floor), 1.5),
    ...apartFigures(ours, {
      pauseMs: 50,
      pauseNote: `, until all is in the search; a page waited ${inMs(median(({ answerMs }) => answerMs))} for an answer`,
    }),
    {
      label: 'taken back, longest pause of the main process',
      value: median(({ undo }) => undo.busyMs),
      unit: 'ms',
      limit: 50,
      better: 'atMost',
      note: `in ${inMs(median(({ undo }) => undo.ms))}`,
    },
  ]
}
