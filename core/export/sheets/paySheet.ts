// The Pay sheet: for each contract of the month its time, wage and the arithmetic to the salary, as formulas (spec G6, G7).
import { minorDigits } from '../../../shared/base/currency.ts'
import type { ExplainStep, MonthFigures } from '../../../shared/contract/diary.ts'
import type { Employment } from '../../../shared/entities/employment.ts'
import type { ExportWords } from '../words/words.ts'
import type { Cell, Column, Formula, Row, RowRange, Sheet } from '../workbook/model.ts'
import { numberIn } from '../workbook/model.ts'
import { FIRST_ROW, sumOf } from '../workbook/ranges.ts'
import { minorFormula, payFormula } from './payFormula.ts'
import { columnLetter, sheetRef } from '../workbook/sheetName.ts'
import { dateSerial, dayFraction } from '../workbook/serial.ts'
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
  extraRate: 12,
  extraPay: 13,
  bonus: 14,
  bonusPaid: 15,
  salary: 16,
} as const

/** A stretch of days under one contract, as the payroll rule explained it. */
export type Stretch = {
  first: string
  last: string
  days: number
  daysInMonth: number
  totalMs: number
  expectedMs: number
  /** Expected is the sum of the days; else the month's share, which no cell adds up to. */
  byDays: boolean
  extraMs: number
  employment: Employment | null
  payMinor: number
  extraPayMinor: number
  bonusMinor: number
}

/** What the steps say of each contract; the amounts are the rule's own, the formulas of the sheet must find the same. */
export function stretchesOf({ steps }: MonthFigures, employments: readonly Employment[]): Stretch[] {
  const salaries = salaryGroups(steps.salary)
  return steps.extra.flatMap((step, index) => {
    const difference = steps.extra[index + 1]
    if (!step.code.startsWith('expected.') || difference?.code !== 'extra.difference') return []
    const employment = employments.find(({ validFrom }) => validFrom === step.values.from) ?? null
    const salary = employment === null ? {} : (salaries.shift() ?? {})
    return [
      {
        first: String(step.values.first),
        last: String(step.values.last),
        days: Number(step.values.days),
        daysInMonth: Number(step.values.daysInMonth),
        totalMs: Number(difference.values.totalMs),
        expectedMs: step.resultMs ?? 0,
        byDays: step.code !== 'expected.month',
        extraMs: difference.resultMs ?? 0,
        employment,
        payMinor: salary.pay ?? 0,
        extraPayMinor: salary.extra ?? 0,
        bonusMinor: salary.bonus ?? 0,
      },
    ]
  })
}

type SalaryGroup = { pay?: number; extra?: number; bonus?: number }

/** The salary's steps, cut before each wage. */
function salaryGroups(steps: readonly ExplainStep[]): SalaryGroup[] {
  const groups: SalaryGroup[] = []
  for (const { code, resultMinor = 0 } of steps) {
    if (code === 'salary.hourly' || code === 'salary.monthly') groups.push({ pay: resultMinor })
    const group = groups.at(-1)
    if (group !== undefined && code === 'salary.extra') group.extra = resultMinor
    if (group !== undefined && code === 'salary.bonus') group.bonus = resultMinor
  }
  return groups
}

export type PayUser = { no: number; name: string; part: RowRange; stretches: readonly Stretch[] }

export function payRowCount(users: readonly PayUser[]): number {
  return users.reduce((sum, { stretches }) => sum + stretches.length, 0)
}

export function paySheet(
  users: readonly PayUser[],
  part: RowRange,
  currency: string,
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
    { header: names.extraRate, width: 15, kind: 'money' },
    { header: names.extraPay, width: 15, kind: 'money' },
    { header: names.bonus, width: 15, kind: 'money' },
    { header: names.bonusPaid, width: 15, kind: 'money' },
    { header: names.salary, width: 15, kind: 'money' },
  ]
  const scale = 10 ** minorDigits(currency)
  let row = FIRST_ROW
  const rows = users.flatMap((user) =>
    user.stretches.map((stretch) => payRow(user, stretch, row++, scale, words)),
  )
  return { columns, parts: [part], rows, footer: [totalRow(rows, part, columns.length, words)] }
}

const SUMMED = [PAY.total, PAY.expected, PAY.extra, PAY.pay, PAY.extraPay, PAY.bonusPaid, PAY.salary] as const

function totalRow(rows: readonly Row[], part: RowRange, width: number, words: ExportWords): Row {
  const cells: Cell[] = Array.from({ length: width }, () => null)
  cells[PAY.name] = words.rows.total
  for (const column of SUMMED) {
    const result = rows.reduce((sum, { cells: of }) => sum + numberIn(of[column]), 0)
    cells[column] = { formula: sumOf([part], column), result }
  }
  return { cells, tone: 'total' }
}

function payRow(user: PayUser, stretch: Stretch, row: number, scale: number, words: ExportWords): Row {
  const { employment } = stretch
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
    { formula: `MAX(0,${at('total')}-${at('expected')})`, result: dayFraction(stretch.extraMs) },
  ]
  if (employment === null) return { cells }

  const payFor = (time: string, rate: string): string => payFormula(time, rate, scale)
  const share = (amount: string): string =>
    `ROUND(${minorFormula(amount, scale)}*${at('days')}/${at('daysInMonth')},0)/${scale}`
  const money = (formula: string, amount: number): Formula => ({ formula, result: amount / scale })
  cells.push(
    employment.wage.amountMinor / scale,
    money(
      kind === 'hourly' ? payFor(`${at('total')}-${at('extra')}`, at('wage')) : share(at('wage')),
      stretch.payMinor,
    ),
    employment.extraHourMinor / scale,
    money(payFor(at('extra'), at('extraRate')), stretch.extraPayMinor),
    employment.bonusMinor / scale,
    money(share(at('bonus')), stretch.bonusMinor),
    money(
      `${at('pay')}+${at('extraPay')}+${at('bonusPaid')}`,
      stretch.payMinor + stretch.extraPayMinor + stretch.bonusMinor,
    ),
  )
  return { cells }
}

function daysOf(part: RowRange, column: number, { first, last }: Stretch): string {
  const letter = columnLetter(column)
  const row = (date: string): number => FIRST_ROW + Number(date.slice(8)) - 1
  return sheetRef(part.sheet, `$${letter}$${row(first)}:$${letter}$${row(last)}`)
}
