// Totals of a customer's time by user or by category, as formulas over the Entries, with a check (spec B46).
import type { EntryTotal } from '../entryRows.ts'
import type { ExportWords } from '../words/words.ts'
import type { Cell, Column, Row, RowRange, Sheet } from '../workbook/model.ts'
import { cellOf, check, FIRST_ROW, rowAfter, sumOf, sumWhere } from '../workbook/ranges.ts'
import { columnLetter } from '../workbook/sheetName.ts'
import { dayFraction, hoursOf } from '../workbook/serial.ts'

const GROUP = { no: 0, name: 1, entries: 2, duration: 3, hours: 4, check: 5 } as const

export type GroupFacts = {
  /** In this order they are numbered from 1, and that number stands in `keyColumn` of the Entries. */
  totals: readonly EntryTotal[]
  part: RowRange
  header: string
  /** For entries that have none. */
  noName: string
  entries: { parts: readonly RowRange[]; keyColumn: number; durationColumn: number }
  words: ExportWords
}

export function groupSheet(facts: GroupFacts): Sheet {
  const { totals, part, entries, words } = facts
  const { columns: names } = words
  const columns: Column[] = [
    { header: names.no, width: 8, kind: 'integer' },
    { header: facts.header, width: 36, kind: 'text' },
    { header: names.entries, width: 10, kind: 'integer' },
    { header: names.duration, width: 12, kind: 'duration' },
    { header: names.hours, width: 12, kind: 'hours' },
    { header: names.check, width: 10, kind: 'check' },
  ]
  const rows = totals.map((total, index): Row => {
    const no = index + 1
    const time = dayFraction(total.ms)
    const formula = sumWhere(entries.parts, entries.keyColumn, no, entries.durationColumn)
    const cell = `${columnLetter(GROUP.duration)}${FIRST_ROW + index}`
    const cells: Cell[] = [
      no,
      total.name ?? facts.noName,
      total.entries,
      { formula, result: time },
      { formula: `${cell}*24`, result: hoursOf(total.ms) },
      check('duration', cell, String(time), time, time),
    ]
    return { cells }
  })
  const ms = totals.reduce((sum, total) => sum + total.ms, 0)
  const sum = (column: number, result: number): Cell => ({ formula: sumOf([part], column), result })
  const cells: Cell[] = [
    null,
    words.rows.total,
    sum(
      GROUP.entries,
      totals.reduce((count, total) => count + total.entries, 0),
    ),
    sum(GROUP.duration, dayFraction(ms)),
    sum(GROUP.hours, hoursOf(ms)),
    sum(GROUP.check, 0),
  ]
  return { columns, parts: [part], rows, footer: [{ cells, tone: 'total' }] }
}

/** The cell that adds up the checks of the sheet. */
export function groupCheckCell(part: RowRange): string {
  return cellOf(part.sheet, GROUP.check, rowAfter([part]))
}
