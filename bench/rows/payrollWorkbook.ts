// The payroll workbook of 100,000 rows, from the database to the durable file, against programs that only write the same cells.
import { execFileSync } from 'node:child_process'
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { dumpPayroll } from '../dumpCells.ts'
import type { Apart } from '../watched.ts'
import { exportApart } from '../exportApart.ts'
import { inMs, quantile } from '../measure.ts'
import { fullMonth } from '../payrollData.ts'
import type { BenchContext, Figure, Row } from '../row.ts'
import { apartFigures } from '../apartFigures.ts'

const ROWS = 100_000
const RUNS = 5
const here = join(import.meta.dirname, '..')

export const payrollWorkbook: Row = {
  name: 'payroll-workbook',
  what: 'payroll workbook of 100,000 rows',
  floor: 'XlsxWriter, constant memory, the same cells',
  async run(ctx) {
    const folder = ctx.scratch()
    const data = fullMonth(await ctx.data(Math.max(ctx.entries, 1_000_000)), folder, ROWS)
    const dump = join(folder, 'cells.tsv')
    const cells = dumpPayroll(data.file, data.month, dump)
    const peers = peersHere(ctx, folder)

    const ours: Apart[] = []
    const times = new Map<string, number[]>(peers.map(({ name }) => [name, []]))
    const out = join(folder, 'out.xlsx')
    // In turns; the first round warms the disk's cache and does not count.
    for (let run = 0; run <= RUNS; run += 1) {
      const one = exportApart(data.dir, { kind: 'payroll', month: data.month }, out)
      if (run > 0) ours.push(one)
      for (const { name, command } of peers) {
        const [program = '', ...args] = command
        const seconds = Number(execFileSync(program, [...args, dump, out], { encoding: 'utf8' }))
        if (run > 0) times.get(name)?.push(seconds * 1000)
        rmSync(out, { force: true })
      }
    }
    return figuresOf(ours, times, cells)
  },
}

function figuresOf(ours: readonly Apart[], times: ReadonlyMap<string, number[]>, cells: number): Figure[] {
  const median = (of: (figures: Apart) => number): number => quantile(ours.map(of), 0.5)
  const ms = median((figures) => figures.ms)
  const atMost = { better: 'atMost' as const }
  const runs = `${ours.length} runs, ${cells.toLocaleString('en')} cells`
  const against = (label: string, name: string, limit: number | null): Figure[] => {
    const peer = quantile(times.get(name) ?? [], 0.5)
    if (!Number.isFinite(peer)) return []
    return [
      {
        label,
        value: ms / peer,
        unit: '×',
        limit,
        ...atMost,
        ours: inMs(ms),
        floor: `${name} ${inMs(peer)}`,
        note: runs,
      },
    ]
  }
  return [
    ...against('time', 'XlsxWriter', 0.9),
    ...against('time against C', 'libxlsxwriter', null),
    ...apartFigures(ours, { pauseMs: 20 }),
  ]
}

type Peer = { name: string; command: string[] }

/** Those that are installed; what is not is said in the table. */
function peersHere(ctx: BenchContext, folder: string): Peer[] {
  const peers: Peer[] = []
  const python = ['/usr/bin/python3', 'python3'].find((one) => works(one, ['-c', 'import xlsxwriter']))
  if (python === undefined) ctx.missing('XlsxWriter is not installed (python3-xlsxwriter)')
  else peers.push({ name: 'XlsxWriter', command: [python, join(here, 'peers', 'payroll.py')] })
  const program = join(folder, 'libxlsxwriter')
  const source = join(here, 'peers', 'payroll.c')
  if (works('cc', ['-O2', '-o', program, source, '-lxlsxwriter']))
    peers.push({ name: 'libxlsxwriter', command: [program] })
  else ctx.missing('libxlsxwriter is not installed (libxlsxwriter-dev and a C compiler)')
  return peers
}

function works(program: string, args: readonly string[]): boolean {
  try {
    execFileSync(program, args, { stdio: 'ignore' })
    return true
  } catch {
    return false
  }
}
