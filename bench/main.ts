// Owns a run of the benchmark: which rows, over which data, and where its figures go.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import type { BenchData } from './data.ts'
import { prepareData } from './data.ts'
import { reasons, writeDocument } from './document.ts'
import { machineOf } from './machine.ts'
import type { BenchContext } from './row.ts'
import { ROWS } from './rows.ts'
import type { Measured } from './table.ts'
import { isMet, tableOf } from './table.ts'

const DOCUMENT = join(import.meta.dirname, '..', 'docs', 'performance.md')

const { values } = parseArgs({
  options: {
    only: { type: 'string', multiple: true, default: [] },
    entries: { type: 'string', default: '1000000' },
    json: { type: 'string' },
    write: { type: 'boolean', default: false },
  },
})
const entries = Number(values.entries.replaceAll(/[_,]/g, ''))
const rows = ROWS.filter(
  ({ name, onlyByName = false }) =>
    values.only.includes(name) ||
    (!onlyByName && (values.only.length === 0 || values.only.some((part) => name.includes(part)))),
)
if (!Number.isSafeInteger(entries) || entries < 1) throw new Error('--entries wants a whole number')
if (rows.length === 0) throw new Error(`--only wants one of ${ROWS.map(({ name }) => name).join(', ')}`)

const folder = mkdtempSync(join(tmpdir(), 'daybook-bench-'))
// Progress goes past the standard output, which holds the result and nothing else.
const say = (text: string): void => console.error(text)
const prepared = new Map<number, Promise<BenchData>>()
const data = (count = entries): Promise<BenchData> => {
  const known = prepared.get(count) ?? prepareData(count, say)
  prepared.set(count, known)
  return known
}

try {
  const machine = machineOf(folder)
  const measured: Measured[] = []
  for (const { name, what, floor, run, entries: own = entries } of rows) {
    say(`${name} …`)
    const missing: string[] = []
    const ctx: BenchContext = {
      entries,
      data,
      say,
      scratch: () => mkdtempSync(join(folder, 'row-')),
      missing: (why) => void missing.push(why),
    }
    const figures = await run(ctx)
    measured.push({ name, what, floor, entries: own, figures, missing })
    for (const figure of figures)
      say(
        `  ${figure.label} ${figure.value.toPrecision(3)} ${figure.unit}${isMet(figure) ? '' : ' (not met)'}`,
      )
  }
  const json = JSON.stringify({ entries, machine, rows: measured }, null, 2)
  if (values.json === '-') console.log(json)
  else {
    if (values.json !== undefined) writeFileSync(values.json, `${json}\n`)
    console.log(tableOf(measured))
    const judged = measured.flatMap(({ figures }) => figures.filter(({ limit }) => limit !== null))
    const met = judged.filter(isMet).length
    if (met < judged.length)
      console.log(
        `\n${met} of ${judged.length} are met. What docs/performance.md says of each:\n\n${reasons(DOCUMENT)}`,
      )
  }
  if (values.write) {
    const order = ROWS.map(({ name }) => name)
    await writeDocument(DOCUMENT, measured, machine, order)
  }
} finally {
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
}
