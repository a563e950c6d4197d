// The Pay sheet: for each contract of the month its time, wage and the arithmetic to the salary, as formulas (spec G6, G7).
import { minorDigits } from '../../../shared/base/currency.ts'
import type { PayStretch } from '../../../shared/contract/diary.ts'
import { paidFor } from '../../../shared/rules/payroll.ts'
import type { ExportWords } from '../words/words.ts'
import type { Cell, Column, Formula, Row, RowRange, Sheet } from '../workbook/model.ts'
import { numberIn } from '../workbook/model.ts'
import { FIRST_ROW, sumOf, sumWhere } from '../workbook/ranges.ts'
import { minorFormula, payFormula } from './payFormula.ts'
import { columnLetter, sheetRef } from '../workbook/sheetName.ts'
import { dateSerial, dayFraction } from '../workbook/serial.ts'
import { SUPPLEMENT } from './supplementSheet.ts'
import { USER } from './userSheet.ts'

export const PAY = {
  no: 0,
  name: 1,
  from: 2,
  to: 3,
  days: 4,
  daysInMonth: 5,
  contract: 6,
  total: 7,
  expected: 8,
  extra: 9,
  wage: 10,
  pay: 11,
  unpaidTime: 12,
  unpaid: 13,
  extraRate: 14,
  extraPay: 15,
  bonus: 16,
  bonusPaid: 17,
  supplements: 18,
  rounding: 19,
  salary: 20,
} as const

export type PayUser = { no: number; name: string; part: RowRange; stretches: readonly PayStretch[] }

export function payRowCount(users: readonly PayUser[]): number {
  return users.reduce((sum, { stretches }) => sum + stretches.length, 0)
}

export function paySheet(
  users: readonly PayUser[],
  part: RowRange,
  { currency, supplements }: { currency: string; supplements: RowRange | null },
  words: ExportWords,
): Sheet {
  const { columns: names } = words
  const columns: Column[] = [
    { header: names.no, width: 6, kind: 'integer' },
    { header: names.name, width: 24, kind: 'text' },
    { header: names.from, width: 12, kind: 'date' },
    { header: names.to, width: 12, kind: 'date' },
    { header: names.days, width: 7, kind: 'integer' },
    { header: names.daysInMonth, width: 7, kind: 'integer' },
    { header: names.contract, width: 15, kind: 'text' },
    { header: names.total, width: 10, kind: 'duration' },
    { header: names.expected, width: 10, kind: 'duration' },
    { header: names.extra, width: 10, kind: 'duration' },
    { header: names.wage, width: 15, kind: 'money' },
    { header: names.pay, width: 15, kind: 'money' },
    { header: names.unpaidTime, width: 12, kind: 'duration' },
    { header: names.unpaid, width: 15, kind: 'money' },
    { header: names.extraRate, width: 15, kind: 'money' },
    { header: names.extraPay, width: 15, kind: 'money' },
    { header: names.bonus, width: 15, kind: 'money' },
    { header: names.bonusPaid, width: 15, kind: 'money' },
    { header: names.supplements, width: 15, kind: 'money' },
    { header: names.payRounding, width: 12, kind: 'money' },
    { header: names.salary, width: 15, kind: 'money' },
  ]
  const scale = 10 ** minorDigits(currency)
  let row = FIRST_ROW
  const rows = users.flatMap((user) => {
    const own = { first: row, last: row + user.stretches.length - 1 }
    return user.stretches.map((stretch) =>
      payRow(user, stretch, { row: row++, own, supplements }, scale, words),
    )
  })
  return { columns, parts: [part], rows, footer: [totalRow(rows, part, columns.length, words)] }
}

const SUMMED = [
  PAY.total,
  PAY.expected,
  PAY.extra,
  PAY.pay,
  PAY.unpaid,
  PAY.extraPay,
  PAY.bonusPaid,
  PAY.supplements,
  PAY.rounding,
  PAY.salary,
] as const

function totalRow(rows: readonly Row[], part: RowRange, width: number, words: ExportWords): Row {
  const cells: Cell[] = Array.from({ length: width }, () => null)
  cells[PAY.name] = words.rows.total
  for (const column of SUMMED) {
    const result = rows.reduce((sum, { cells: of }) => sum + numberIn(of[column]), 0)
    cells[column] = { formula: sumOf([part], column), result }
  }
  return { cells, tone: 'total' }
}

/** Its own row, and all rows of the same user. */
type Place = { row: number; own: { first: number; last: number }; supplements: RowRange | null }

function payRow(user: PayUser, stretch: PayStretch, place: Place, scale: number, words: ExportWords): Row {
  const { row } = place
  const { contract: employment } = stretch
  const at = (column: keyof typeof PAY): string => `${columnLetter(PAY[column])}${row}`
  const kind = employment === null ? 'none' : employment.wage.kind
  const expected = {
    formula: `SUM(${daysOf(user.part, USER.expected, stretch)})`,
    result: dayFraction(stretch.expectedMs),
  }
  const cells: Cell[] = [
    user.no,
    user.name,
    dateSerial(stretch.first),
    dateSerial(stretch.last),
    stretch.days,
    stretch.daysInMonth,
    words.contract[kind],
    { formula: `SUM(${daysOf(user.part, USER.total, stretch)})`, result: dayFraction(stretch.totalMs) },
    stretch.byDays ? expected : dayFraction(stretch.expectedMs),
    // What counts over several stretches, or by days or weeks, is the app's own figure.
    stretch.extraAlone
      ? { formula: `MAX(0,${at('total')}-${at('expected')})`, result: dayFraction(stretch.extraMs) }
      : dayFraction(stretch.extraMs),
  ]
  if (employment === null) return { cells }

  const payFor = (time: string, rate: string): string => payFormula(time, rate, scale)
  const share = (amount: string): string =>
    `ROUND(${minorFormula(amount, scale)}*${at('days')}/${at('daysInMonth')},0)/${scale}`
  const bySteps = employment.extraSteps.length > 0
  const beyond =
    (bySteps ? stretch.extraPayMinor : 0) + stretch.supplements.reduce((sum, { minor }) => sum + minor, 0)
  const money = (formula: string, amount: number): Formula => ({ formula, result: amount / scale })
  cells.push(
    employment.wage.amountMinor / scale,
    money(
      kind === 'hourly' ? payFor(`${at('total')}-${at('extra')}`, at('wage')) : share(at('wage')),
      stretch.payMinor,
    ),
    dayFraction(stretch.unpaidMs),
    stretch.unpaidMinor === 0 ? null : money(unpaidFormula(user, stretch, at, scale), -stretch.unpaidMinor),
    // In steps they stand on a sheet of their own.
    bySteps ? null : employment.extraHourMinor / scale,
    bySteps ? null : money(payFor(at('extra'), at('extraRate')), stretch.extraPayMinor),
    employment.bonusMinor / scale,
    money(share(at('bonus')), stretch.bonusPaidMinor),
    place.supplements === null || beyond === 0
      ? null
      : money(sumWhere([place.supplements], SUPPLEMENT.payRow, row, SUPPLEMENT.amount), beyond),
    stretch.roundingMinor === 0 ? null : money(roundingFormula(place, scale, words), stretch.roundingMinor),
    money(
      `${at('pay')}+${at('unpaid')}+${at('extraPay')}+${at('bonusPaid')}+${at('supplements')}+${at('rounding')}`,
      paidFor(stretch),
    ),
  )
  return { cells }
}

/** Of the pay, the part that unpaid hours have of what would have been expected without absences. */
function unpaidFormula(
  user: PayUser,
  stretch: PayStretch,
  at: (column: keyof typeof PAY) => string,
  scale: number,
): string {
  const ms = (time: string): string => `ROUND((${time})*86400000,0)`
  const lowered = `SUM(${daysOf(user.part, USER.relieved, stretch)})`
  const whole = ms(`${at('expected')}+${lowered}`)
  return `ROUND(-1*${minorFormula(at('pay'), scale)}*MIN(${ms(at('unpaidTime'))},${whole})/${whole},0)/${scale}`
}

/** What is paid by the hour, by the month, for extra hours and as a bonus, each rounded once for all rows of the user, less their sum. */
function roundingFormula({ row, own }: Place, scale: number, words: ExportWords): string {
  const all = (column: keyof typeof PAY): string => {
    const letter = columnLetter(PAY[column])
    return `$${letter}$${own.first}:$${letter}$${own.last}`
  }
  const is = (kind: 'hourly' | 'monthly'): string => `(${all('contract')}="${words.contract[kind]}")`
  const minor = (column: 'wage' | 'extraRate' | 'bonus'): string => `ROUND(${all(column)}*${scale},0)`
  const ms = (time: string): string => `ROUND((${time})*86400000,0)`
  const byTime = (products: string): string => `ROUND(SUMPRODUCT(${products})/3600000,0)`
  const byDays = (products: string): string =>
    `ROUND(SUMPRODUCT(${products})/${columnLetter(PAY.daysInMonth)}${row},0)`
  const whole = [
    byTime(`${is('hourly')}*${ms(`${all('total')}-${all('extra')}`)}*${minor('wage')}`),
    byTime(`${ms(all('extra'))}*${minor('extraRate')}`),
    byDays(`${is('monthly')}*${minor('wage')}*${all('days')}`),
    byDays(`${minor('bonus')}*${all('days')}`),
  ]
  return `SUM(${whole.join(',')})/${scale}-SUM(${all('pay')})-SUM(${all('extraPay')})-SUM(${all('bonusPaid')})`
}

function daysOf(part: RowRange, column: number, { first, last }: PayStretch): string {
  const letter = columnLetter(column)
  const row = (date: string): number => FIRST_ROW + Number(date.slice(8)) - 1
  return sheetRef(part.sheet, `$${letter}$${row(first)}:$${letter}$${row(last)}`)
}
