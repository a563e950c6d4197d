// Extra hours in steps and supplements for time of day, a line each: time × percent of the base, as formulas (B47, G6, G7).
import { minorDigits } from '../../../shared/base/currency.ts'
import type { PayStretch } from '../../../shared/contract/diary.ts'
import type { ExportWords } from '../words/words.ts'
import type { Cell, Column, Row, RowRange, Sheet } from '../workbook/model.ts'
import { FIRST_ROW, sumOf } from '../workbook/ranges.ts'
import { columnLetter } from '../workbook/sheetName.ts'
import { dateSerial, dayFraction } from '../workbook/serial.ts'
import { minorFormula } from './payFormula.ts'
import type { PayUser } from './paySheet.ts'

export const SUPPLEMENT = {
  payRow: 0,
  name: 1,
  from: 2,
  to: 3,
  what: 4,
  time: 5,
  base: 6,
  percent: 7,
  amount: 8,
} as const

export type SupplementLine = {
  /** Of the Pay sheet. */
  payRow: number
  name: string
  stretch: PayStretch
  what: string
  ms: number
  percent: number
  minor: number
}

const clock = (minute: number): string =>
  `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`

/** In the order of the Pay sheet's rows. */
export function supplementLines(users: readonly PayUser[], words: ExportWords): SupplementLine[] {
  let row = FIRST_ROW
  return users.flatMap(({ name, stretches }) =>
    stretches.flatMap((stretch): SupplementLine[] => {
      const payRow = row++
      const { extraParts, supplements } = stretch
      return [
        ...extraParts.map(({ percent, ms, minor }) => ({
          payRow,
          name,
          stretch,
          what: words.supplement.extra,
          ms,
          percent,
          minor,
        })),
        ...supplements.map(({ on, fromMinute, toMinute, percent, ms, minor }) => ({
          payRow,
          name,
          stretch,
          what: `${words.supplement[on]} ${clock(fromMinute)}–${clock(toMinute)}`,
          ms,
          percent,
          minor,
        })),
      ]
    }),
  )
}

export function supplementSheet(
  lines: readonly SupplementLine[],
  part: RowRange,
  currency: string,
  words: ExportWords,
): Sheet {
  const { columns: names } = words
  const scale = 10 ** minorDigits(currency)
  const columns: Column[] = [
    { header: names.payRow, width: 8, kind: 'integer' },
    { header: names.name, width: 24, kind: 'text' },
    { header: names.from, width: 12, kind: 'date' },
    { header: names.to, width: 12, kind: 'date' },
    { header: names.supplementFor, width: 30, kind: 'text' },
    { header: names.duration, width: 12, kind: 'duration' },
    { header: names.base, width: 15, kind: 'money' },
    { header: names.percent, width: 9, kind: 'integer' },
    { header: names.amount, width: 15, kind: 'money' },
  ]
  const rows = lines.map(({ payRow, name, stretch, what, ms, percent, minor }, index): Row => {
    const at = (column: keyof typeof SUPPLEMENT): string =>
      `${columnLetter(SUPPLEMENT[column])}${FIRST_ROW + index}`
    const product = `ROUND(${at('time')}*86400000,0)*${minorFormula(at('base'), scale)}*${at('percent')}`
    return {
      cells: [
        payRow,
        name,
        dateSerial(stretch.first),
        dateSerial(stretch.last),
        what,
        dayFraction(ms),
        stretch.baseMinor / scale,
        percent,
        { formula: `ROUND(${product}/360000000,0)/${scale}`, result: minor / scale },
      ],
    }
  })
  const total: Cell[] = columns.map(() => null)
  total[SUPPLEMENT.name] = words.rows.total
  total[SUPPLEMENT.amount] = {
    formula: sumOf([part], SUPPLEMENT.amount),
    result: lines.reduce((sum, { minor }) => sum + minor, 0) / scale,
  }
  return { columns, parts: [part], rows, footer: [{ cells: total, tone: 'total' }] }
}
