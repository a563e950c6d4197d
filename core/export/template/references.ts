// The references in formulas, and where they lead when rows are put in: as a spreadsheet moves them, and a range that ends with the row
// that is repeated grows with it.
import { columnLetter } from '../workbook/sheetName.ts'

/** `count` rows are put in below row `after`. */
export type Inserted = { after: number; count: number }

/** The rows put into each sheet, by its name in small letters. */
export type Insertions = ReadonlyMap<string, readonly Inserted[]>

export const sheetKey = (name: string): string => name.normalize('NFC').toLowerCase()

export const movedRow = (rows: readonly Inserted[], row: number): number =>
  row + rows.reduce((sum, { after, count }) => (after < row ? sum + count : sum), 0)

/** Where a range ends: with the rows put in below its last row. */
export const grownRow = (rows: readonly Inserted[], row: number): number =>
  row + rows.reduce((sum, { after, count }) => (after <= row ? sum + count : sum), 0)

export type CellPlace = { row: number; column: number }
export type Area = { first: CellPlace; last: CellPlace }

export function columnNumber(letters: string): number {
  let number = 0
  for (const letter of letters.toUpperCase()) number = number * 26 + letter.charCodeAt(0) - 64
  return number
}

export const cellName = ({ row, column }: CellPlace): string => `${columnLetter(column - 1)}${row}`

/** "B5" or "$B$5:$C$9"; null for anything else. */
export function areaOf(text: string): Area | null {
  const found = /^\$?([A-Z]{1,3})\$?(\d{1,7})(?::\$?([A-Z]{1,3})\$?(\d{1,7}))?$/i.exec(text.trim())
  if (found === null) return null
  const [, column = '', row = '', lastColumn = column, lastRow = row] = found
  const [a, b] = [Number(row), Number(lastRow)]
  const [c, d] = [columnNumber(column), columnNumber(lastColumn)]
  return {
    first: { row: Math.min(a, b), column: Math.min(c, d) },
    last: { row: Math.max(a, b), column: Math.max(c, d) },
  }
}

/** "'Ana''s sheet'!$B$5:$C$9"; null where it is not one range of one sheet of this workbook. */
export function placeOf(text: string): { sheet: string; area: Area } | null {
  const found = /^(?:'((?:[^']|'')+)'|([^'!()[\],\s]+))!([^!]+)$/.exec(text.trim())
  if (found === null) return null
  const [, quoted, plain = '', address = ''] = found
  const area = areaOf(address)
  const sheet = quoted === undefined ? plain : quoted.replaceAll("''", "'")
  return area === null || sheet.startsWith('[') ? null : { sheet, area }
}

export type Moving = {
  insertions: Insertions
  /** Where it stands: what names no sheet is of this one. */
  sheet: string
  /** fixed: only where the end of the range is fixed by a $, as in the row that is repeated itself. */
  grow?: 'always' | 'fixed'
  /** A single cell in the row that is repeated becomes all of its rows, as in the series of a chart. */
  single?: boolean
}

const NONE: readonly Inserted[] = []

/** Longer is no formula. */
const LONGEST = 32_768

export function moveReferences(formula: string, { insertions, sheet, grow, single }: Moving): string {
  return eachReference(formula, (reference) => {
    const rows = insertions.get(sheetKey(reference.sheet ?? sheet)) ?? NONE
    if (rows.length === 0) return null
    const { first, last } = reference
    const start = { ...first, row: movedRow(rows, first.row) }
    if (last === null) {
      const end = grownRow(rows, first.row)
      return single === true && end > start.row ? [start, { ...start, row: end }] : [start, null]
    }
    const grows = grow !== 'fixed' || last.fixedRow
    return [start, { ...last, row: grows ? grownRow(rows, last.row) : movedRow(rows, last.row) }]
  })
}

/** As a formula reads that was copied so many rows further down. */
export const copyDown = (formula: string, rows: number, columns = 0): string =>
  rows === 0 && columns === 0
    ? formula
    : eachReference(formula, ({ first, last }) => {
        const down = (end: End): End => ({
          ...end,
          row: end.fixedRow ? end.row : end.row + rows,
          column: end.fixedColumn || end.column === 0 ? end.column : end.column + columns,
        })
        return [down(first), last === null ? null : down(last)]
      })

/** Column 0: the range is of whole rows; row 0: of whole columns. */
type End = { row: number; column: number; fixedRow: boolean; fixedColumn: boolean }
type Reference = { sheet: string | null; first: End; last: End | null }

const CELL = String.raw`\$?[A-Za-z]{1,3}\$?[0-9]{1,7}`
const ROWS = String.raw`\$?[0-9]{1,7}:\$?[0-9]{1,7}`
const SHEET = String.raw`(?:'(?:[^']|'')*'|(?:\[[0-9]+\])?[\p{L}_\\][\p{L}\p{N}_.\\]*(?::[\p{L}_\\][\p{L}\p{N}_.\\]*)?)!`
/** Texts, references, what stands in brackets, names and numbers, else one letter: so nothing within another is taken for a reference. */
const TOKEN = new RegExp(
  [
    String.raw`"(?:[^"]|"")*"`,
    String.raw`(?<sheet>${SHEET})?(?<address>${CELL}(?::${CELL})?|${ROWS})(?![\p{L}\p{N}_.(!\[\\])`,
    String.raw`\[(?:[^\[\]]|\[[^\[\]]*\])*\]`,
    String.raw`'(?:[^']|'')*'`,
    String.raw`[\p{L}_\\$][\p{L}\p{N}_.\\$]*`,
    String.raw`[0-9]+(?:\.[0-9]*)?(?:[eE][+-]?[0-9]+)?`,
    String.raw`[^]`,
  ].join('|'),
  'gu',
)

function eachReference(formula: string, change: (reference: Reference) => [End, End | null] | null): string {
  if (formula.length > LONGEST) return formula
  return formula.replaceAll(TOKEN, (...found) => {
    const token = String(found[0])
    const { sheet: prefix, address } = found.at(-1) as { sheet?: string; address?: string }
    if (address === undefined) return token
    const sheet = prefix === undefined ? null : sheetIn(prefix)
    // Another workbook's, or of several sheets at once.
    if (sheet !== null && /^\[|:/.test(sheet)) return token
    const [from = '', to] = address.split(':')
    const changed = change({ sheet, first: endOf(from), last: to === undefined ? null : endOf(to) })
    if (changed === null) return token
    const [first, last] = changed
    if (isOutside(first) || (last !== null && isOutside(last))) return '#REF!'
    return `${prefix ?? ''}${endText(first)}${last === null ? '' : `:${endText(last)}`}`
  })
}

const sheetIn = (prefix: string): string => {
  const name = prefix.slice(0, -1)
  return name.startsWith("'") ? name.slice(1, -1).replaceAll("''", "'") : name
}

function endOf(text: string): End {
  const [, fixedColumn = '', letters = '', fixedRow = '', digits = ''] =
    /^(\$?)([A-Za-z]*)(\$?)([0-9]*)$/.exec(text) ?? []
  // Of a whole row the one $ stands before its number.
  const wholeRow = letters === ''
  return {
    row: Number(digits),
    column: wholeRow ? 0 : columnNumber(letters),
    fixedRow: (wholeRow ? fixedColumn + fixedRow : fixedRow) !== '',
    fixedColumn: !wholeRow && fixedColumn !== '',
  }
}

const MOST_ROWS = 1_048_576
const MOST_COLUMNS = 16_384
const isOutside = ({ row, column }: End): boolean =>
  row < 1 || row > MOST_ROWS || column < 0 || column > MOST_COLUMNS

const endText = ({ row, column, fixedRow, fixedColumn }: End): string =>
  `${column === 0 ? '' : `${fixedColumn ? '$' : ''}${columnLetter(column - 1)}`}${fixedRow ? '$' : ''}${row}`
