// A table that goes over as many pages as it needs, with its head on each: the lines of an invoice, or of a report.
import { setImmediate as nextTurn } from 'node:timers/promises'
import type { Paper } from '../pdf/paper.ts'
import { GREY, MM } from '../pdf/paper.ts'
import { BOTTOM, drawLines, heightOf, LEFT, RIGHT, TOP } from './letter.ts'

const BODY = { size: 9 }
const HEAD = { size: 8.5, bold: true }
const GAP = 4 * MM
/** Above and below a row's text. */
const PADDING = 2

type Line<K extends string> = Readonly<Record<K | 'text', string>>
export type Table<K extends string> = {
  /** Beside the text, from left to right: each as wide as its longest. */
  figures: readonly K[]
  heads: Line<K>
  lines: readonly Line<K>[]
}
type Column<K extends string> = { key: K | 'text'; x: number; width: number }

/** As wide as their longest figure; what is left is the text's. */
function columnsOf<K extends string>({ set }: Paper, { figures: keys, heads, lines }: Table<K>): Column<K>[] {
  let x = RIGHT
  const figures = keys.toReversed().map((key): Column<K> => {
    const widths = lines.map((line) => set.line(line[key], BODY).width)
    const width = widths.reduce((most, each) => Math.max(most, each), set.line(heads[key], HEAD).width)
    x -= width
    const column = { key, x, width }
    x -= GAP
    return column
  })
  return [{ key: 'text', x: LEFT, width: Math.max(30 * MM, x - LEFT) }, ...figures.reverse()]
}

export type Watch = { signal: AbortSignal; onRow(done: number): void }

/** Returns where it ends on the last page. */
export async function drawTable<K extends string>(
  paper: Paper,
  printed: Table<K>,
  { y: begin, watch }: { y: number; watch: Watch },
): Promise<number> {
  const columns = columnsOf(paper, printed)
  const cell = ({ key, x, width }: Column<K>, of: Line<K>, style: typeof BODY | typeof HEAD) => {
    const set = key === 'text' ? paper.set.lines(of.text, width, style) : [paper.set.line(of[key], style)]
    return { set, at: { x, width, end: key !== 'text' } }
  }
  const tableEnds = paper.section('Table')
  /** Read once; on later pages it is only seen. */
  const head = (top: number, tag: (draw: () => void) => void): number => {
    for (const column of columns) {
      const { set, at } = cell(column, printed.heads, HEAD)
      tag(() => void drawLines(paper, set, { ...at, y: top + PADDING, colour: GREY }))
    }
    const below = top + heightOf(HEAD) + 2 * PADDING
    paper.artifact(() => paper.rule(below, LEFT, RIGHT))
    return below + PADDING
  }
  const line = heightOf(BODY)
  /** Lines that still have room on the page. */
  const room = (top: number): number => Math.floor((BOTTOM - top - 2 * PADDING) / line)
  const headHeight = heightOf(HEAD) + 3 * PADDING
  const most = room(TOP + headHeight)
  let y = begin
  if (room(y + headHeight) < 1) {
    paper.addPage()
    y = TOP
  }
  const rowEnds = paper.section('TR')
  y = head(y, (draw) => paper.tagged('TH', draw))
  rowEnds()
  for (const [index, of] of printed.lines.entries()) {
    const cells = columns.map((column) => cell(column, of, BODY))
    const count = Math.max(...cells.map(({ set }) => set.length))
    for (let from = 0; from < count;) {
      const fits = room(y)
      // A row stays together, unless no page has room for it.
      if (fits < Math.min(count - from, count > most ? 1 : count)) {
        paper.addPage()
        y = head(TOP, paper.artifact)
        continue
      }
      const to = Math.min(count, from + fits)
      const top = y + PADDING
      const part = from
      const ends = paper.section('TR')
      for (const { set, at } of cells)
        paper.tagged('TD', () => void drawLines(paper, set.slice(part, to), { ...at, y: top }))
      ends()
      y = top + (to - from) * line + PADDING
      from = to
    }
    if (index % 50 === 49) {
      watch.onRow(index + 1)
      // A wish to cancel is heard between two turns.
      await nextTurn()
      watch.signal.throwIfAborted()
    }
  }
  tableEnds()
  const below = y
  paper.artifact(() => paper.rule(below, LEFT, RIGHT))
  return y + PADDING
}
