// A table that somebody else's tool wrote, kept small: each text once for its column, and each cell as the number of its text. What is
// read out of a text is so read once, however many rows have it.
import { cleanText } from '../../../shared/base/text.ts'
import type { ImportSource } from '../../../shared/contract/timeImport.ts'

export type Table = {
  name: string
  /** Where it comes from, if its format says so. */
  source: ImportSource | null
  headers: readonly string[]
  rows: number
  /** The number of the cell's text in its column. */
  cell(row: number, column: number): number
  /** By their numbers; the first is empty. */
  texts(column: number): readonly string[]
  /** As the file counts its lines. */
  lineOf(row: number): number
  /** The row in the middle of which the file ends. */
  cutOff: number | null
}

export type TableWriter = Table & {
  add(cells: readonly string[], line: number): void
}

/** Beyond so many a column's texts are mostly different, and looking for them costs more than keeping them. */
const MOST_SHARED = 65_536

export function createTable(
  name: string,
  given: readonly string[],
  source: ImportSource | null = null,
): TableWriter {
  const headers = distinct(given)
  const columns = headers.map(() => ({
    cells: numbers(),
    texts: [''],
    known: new Map<string, number>([['', 0]]),
  }))
  const lines = numbers()
  const table: TableWriter = {
    name,
    source,
    headers,
    rows: 0,
    cutOff: null,
    cell: (row, column) => columns[column]?.cells.at(row) ?? 0,
    texts: (column) => columns[column]?.texts ?? [],
    lineOf: (row) => lines.at(row),
    add(cells, line) {
      columns.forEach(({ cells: column, texts, known }, index) => {
        const text = cells[index] ?? ''
        let number = known.get(text)
        if (number === undefined) {
          number = texts.length
          texts.push(text)
          if (known.size < MOST_SHARED) known.set(text, number)
        }
        column.push(number)
      })
      lines.push(line)
      table.rows += 1
    },
  }
  return table
}

/** What has no name is called by its place, and what is named twice is told apart. */
function distinct(given: readonly string[]): string[] {
  const taken = new Set<string>()
  return given.map((text, index) => {
    const name = cleanText(text.replace(/^\uFEFF/, ''), { max: 200, multiline: false }) || `#${index + 1}`
    let free = name
    for (let count = 2; taken.has(free); count += 1) free = `${name} (${count})`
    taken.add(free)
    return free
  })
}

type Numbers = { push(value: number): void; at(index: number): number }

const PAGE = 4_096
const MOST_SHORT = 0xff_ff

/** In pages, so that growing copies nothing and leaves nothing behind; most pages need two bytes a number. */
function numbers(): Numbers {
  const pages: (Uint16Array | Uint32Array)[] = []
  let length = 0
  return {
    push(value) {
      const [page, place] = [Math.floor(length / PAGE), length % PAGE]
      let held = (pages[page] ??= new Uint16Array(PAGE))
      if (value > MOST_SHORT && held instanceof Uint16Array) pages[page] = held = Uint32Array.from(held)
      held[place] = value
      length += 1
    },
    at: (index) => pages[Math.floor(index / PAGE)]?.[index % PAGE] ?? 0,
  }
}
