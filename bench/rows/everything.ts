// Everything that is kept as one archive: what it costs the memory, and whom it keeps waiting.
import { join } from 'node:path'
import { exportApart } from '../exportApart.ts'
import { inMs, quantile } from '../measure.ts'
import type { Row } from '../row.ts'
import { apartFigures } from '../apartFigures.ts'

const RUNS = 3

export const everything: Row = {
  name: 'everything',
  what: 'export of everything',
  floor: '',
  async run({ data, scratch }) {
    const { dir, count } = await data()
    const out = join(scratch(), 'everything.zip')
    const runs = Array.from({ length: RUNS }, () => exportApart(dir, { kind: 'everything' }, out))
    const ms = quantile(
      runs.map((one) => one.ms),
      0.5,
    )
    return apartFigures(runs, {
      pauseMs: 20,
      memoryNote: `; ${count.toLocaleString('en')} entries in ${inMs(ms)}`,
    })
  },
}
