// Owns where rows stand and the formulas over them: parts of a long list, sums, and checks against the app's figures.
import type { CellKind, Formula, RowRange } from './model.ts'
import { columnLetter, sheetRef } from './sheetName.ts'
import type { SheetNames } from './sheetName.ts'

/** Below Excel's 1,048,576, with room for header, totals and remarks. */
export const MAX_ROWS = 1_000_000
/** The header stands in row 1. */
export const FIRST_ROW = 2

/** The sheets that `count` rows need: "Entries", "Entries (2)" … */
export function partsFor(name: string, count: number, names: SheetNames, maxRows = MAX_ROWS): RowRange[] {
  const parts: RowRange[] = []
  for (let done = 0; done < count || parts.length === 0; done += maxRows) {
    const rows = Math.min(maxRows, count - done)
    parts.push({ sheet: names.take(name), first: FIRST_ROW, last: FIRST_ROW + rows - 1 })
  }
  return parts
}

/** The row below the last of a list: its totals. */
export function rowAfter(parts: readonly RowRange[]): number {
  return (parts.at(-1)?.last ?? FIRST_ROW - 1) + 1
}

/** SUM(…) over a column; 0 for no rows, because an empty range would reach up to its own header and total. */
export function sumOf(parts: readonly RowRange[], column: number): string {
  const ranges = filled(parts).map((part) => sheetRef(part.sheet, columnRange(part, column)))
  return ranges.length === 0 ? '0' : `SUM(${ranges.join(',')})`
}

/**
 * The sum of `column` in the rows whose number in `keyColumn` is `key`. Keys are numbers on purpose: as text a name
 * like "*" or ">5" would be taken for a condition.
 */
export function sumWhere(parts: readonly RowRange[], keyColumn: number, key: number, column: number): string {
  const sums = filled(parts).map(
    (part) =>
      `SUMIF(${sheetRef(part.sheet, columnRange(part, keyColumn))},${key},${sheetRef(part.sheet, columnRange(part, column))})`,
  )
  return sums.length === 0 ? '0' : sums.join('+')
}

/** 'Ana Weber'!$F$34 */
export function cellOf(sheet: string, column: number, row: number): string {
  return sheetRef(sheet, `$${columnLetter(column)}$${row}`)
}

/**
 * The difference of two cells or formulas in seconds (durations), hours or money, rounded to what floating point can
 * hold in a long sum: 0 where they agree. `formula` and `app` are the values behind, for the result shown at once.
 */
export function check(
  kind: CellKind,
  left: string,
  right: string,
  formula: number,
  app: number,
): { kind: 'check'; value: Formula } {
  const { factor, digits } = CHECK_UNITS[kind] ?? { factor: 1, digits: 4 }
  const scaled = factor === 1 ? `(${left})-(${right})` : `((${left})-(${right}))*${factor}`
  const result = Math.round((formula - app) * factor * 10 ** digits) / 10 ** digits
  // Never −0, which a cell would show with a sign.
  return {
    kind: 'check',
    value: { formula: `ROUND(${scaled},${digits})`, result: result === 0 ? 0 : result },
  }
}

const CHECK_UNITS: Partial<Record<CellKind, { factor: number; digits: number }>> = {
  duration: { factor: 86_400, digits: 2 },
  hours: { factor: 1, digits: 5 },
  money: { factor: 1, digits: 4 },
}

function filled(parts: readonly RowRange[]): RowRange[] {
  return parts.filter((part) => part.last >= part.first)
}

function columnRange(part: RowRange, column: number): string {
  const letter = columnLetter(column)
  return `$${letter}$${part.first}:$${letter}$${part.last}`
}
