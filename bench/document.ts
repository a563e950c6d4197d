// Keeps the table in docs/performance.md: rows that were not measured this time stay as they were.
import { readFileSync, writeFileSync } from 'node:fs'
import { format } from 'prettier'
import type { Machine } from './machine.ts'
import type { Measured } from './table.ts'
import { tableOf } from './table.ts'

const START = '<!-- figures: written by `npm run bench -- --write` -->'
const END = '<!-- end of the figures -->'
const REASONS = '## Met or not'

export async function writeDocument(
  file: string,
  fresh: readonly Measured[],
  machine: Machine,
  order: readonly string[],
) {
  const text = readFileSync(file, 'utf8')
  const from = text.indexOf(START)
  const to = text.indexOf(END)
  if (from < 0 || to < from) throw new Error(`${file} has no place for the figures: ${START} … ${END}`)
  const before = [...text.slice(from, to).matchAll(/^<!-- row (.*) -->$/gm)].map(
    ([, json = '']) => JSON.parse(json) as Measured,
  )
  const same = (a: Measured, b: Measured): boolean => a.name === b.name && a.entries === b.entries
  const rows = [...before.filter((old) => !fresh.some((row) => same(row, old))), ...fresh].sort(
    (a, b) => order.indexOf(a.name) - order.indexOf(b.name) || a.entries - b.entries,
  )
  const part = [
    START,
    '',
    tableOf(rows),
    '',
    describe(machine),
    '',
    ...rows.map((row) => `<!-- row ${JSON.stringify(row).replaceAll('-->', '→')} -->`),
    '',
  ].join('\n')
  // As `npm run format` would, so that the check of the format stays green.
  writeFileSync(file, await format(text.slice(0, from) + part + text.slice(to), { parser: 'markdown' }))
}

/** What the document says of each row: whether it is met, and if not, why, with its profile. */
export function reasons(file: string): string {
  const text = readFileSync(file, 'utf8')
  const from = text.indexOf(REASONS)
  if (from < 0) throw new Error(`${file} has no ${REASONS}`)
  const to = text.indexOf('\n## ', from)
  return text.slice(from + REASONS.length, to < 0 ? text.length : to).trim()
}

const describe = ({ processors, system, node, sqlite, fdatasyncMs, load }: Machine): string =>
  `Last measured on ${processors} processors (${system}), Node ${node}, SQLite ${sqlite}; the disk makes 4 kB durable in ${fdatasyncMs.toFixed(2)} ms; ${load.toFixed(0)} programs wanted a processor.`
