// Hours that a customer bought in advance, with what was drawn on each package and what remains (E10 to E12), as formulas.
import type { Lot } from '../../../shared/rules/hoursPackage.ts'
import type { ExportWords } from '../words/words.ts'
import type { Cell, Column, Row, RowRange, Sheet } from '../workbook/model.ts'
import { cellOf, check, FIRST_ROW, rowAfter, sumOf } from '../workbook/ranges.ts'
import { dateSerial, dayFraction } from '../workbook/serial.ts'
import { columnLetter } from '../workbook/sheetName.ts'

const COLUMNS = {
  date: 0,
  expires: 1,
  size: 2,
  drawn: 3,
  expired: 4,
  left: 5,
  price: 6,
  reason: 7,
  check: 8,
} as const

export type PackageFacts = {
  lots: readonly Lot[]
  part: RowRange
  /** Minor units of one of the currency's. */
  scale: number
  words: ExportWords
}

export function packageSheet({ lots, part, scale, words }: PackageFacts): Sheet {
  const { columns: names } = words
  const columns: Column[] = [
    { header: names.date, width: 12, kind: 'date' },
    { header: names.expires, width: 12, kind: 'date' },
    { header: names.bought, width: 12, kind: 'duration' },
    { header: names.drawn, width: 12, kind: 'duration' },
    { header: names.expired, width: 12, kind: 'duration' },
    { header: names.remaining, width: 12, kind: 'duration' },
    { header: names.price, width: 14, kind: 'money' },
    { header: names.note, width: 40, kind: 'text' },
    { header: names.check, width: 10, kind: 'check' },
  ]
  const rows = lots.map(({ line, sizeMs, drawnMs, expiredMs, leftMs }, index): Row => {
    const cell = (column: keyof typeof COLUMNS): string =>
      `${columnLetter(COLUMNS[column])}${FIRST_ROW + index}`
    const left = dayFraction(leftMs)
    return {
      cells: [
        dateSerial(line.date),
        line.expires === null ? null : dateSerial(line.expires),
        dayFraction(sizeMs),
        dayFraction(drawnMs),
        dayFraction(expiredMs),
        { formula: `${cell('size')}-${cell('drawn')}-${cell('expired')}`, result: left },
        line.priceMinor === null ? null : line.priceMinor / scale,
        line.reason,
        check('duration', cell('left'), String(left), left, left),
      ],
    }
  })
  const total = (column: keyof typeof COLUMNS, ms: (lot: Lot) => number): Cell => ({
    formula: sumOf([part], COLUMNS[column]),
    result: dayFraction(lots.reduce((sum, lot) => sum + ms(lot), 0)),
  })
  const cells: Cell[] = [
    { kind: 'text', value: words.rows.total },
    null,
    total('size', ({ sizeMs }) => sizeMs),
    total('drawn', ({ drawnMs }) => drawnMs),
    total('expired', ({ expiredMs }) => expiredMs),
    total('left', ({ leftMs }) => leftMs),
    null,
    null,
    { formula: sumOf([part], COLUMNS.check), result: 0 },
  ]
  return { columns, parts: [part], rows, footer: [{ cells, tone: 'total' }] }
}

/** The cell that adds up the checks of the sheet. */
export const packageCheckCell = (part: RowRange): string =>
  cellOf(part.sheet, COLUMNS.check, rowAfter([part]))
