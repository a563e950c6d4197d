// The Summary of a payroll month: each user's total, expected and extra hours and salary, with the check against Daybook.
import { minorDigits } from '../../../shared/base/currency.ts'
import type { DiaryUserMonth, DiaryUserRow } from '../../../shared/contract/diary.ts'
import type { ExportWords } from '../words/words.ts'
import type { Cell, Column, Formula, Row, RowRange, Sheet } from '../workbook/model.ts'
import { numberIn } from '../workbook/model.ts'
import { cellOf, check, FIRST_ROW, rowAfter, sumOf, sumWhere } from '../workbook/ranges.ts'
import { columnLetter } from '../workbook/sheetName.ts'
import { dayFraction, hoursOf } from '../workbook/serial.ts'
import { paidFor } from '../../../shared/rules/payroll.ts'
import type { PayUser } from './paySheet.ts'
import { PAY } from './paySheet.ts'
import { sumsOfDays, USER, userSheetRows } from './userSheet.ts'

export const SUMMARY = {
  no: 0,
  name: 1,
  total: 2,
  hours: 3,
  booked: 4,
  expected: 5,
  extra: 6,
  extraHours: 7,
  salary: 8,
  missing: 9,
  check: 10,
  appTotal: 11,
  appExpected: 12,
  appExtra: 13,
  appSalary: 14,
} as const

export type SummaryUser = PayUser & { row: DiaryUserRow; month: DiaryUserMonth }

/** The cell that adds up all checks of the workbook. */
export function summaryCheckCell(part: RowRange): string {
  return cellOf(part.sheet, SUMMARY.check, rowAfter([part]))
}

export function summarySheet(
  users: readonly SummaryUser[],
  part: RowRange,
  payPart: RowRange,
  currency: string,
  words: ExportWords,
): Sheet {
  const { columns: names } = words
  const columns: Column[] = [
    { header: names.no, width: 6, kind: 'integer' },
    { header: names.name, width: 26, kind: 'text' },
    { header: names.totalHours, width: 11, kind: 'duration' },
    { header: names.hours, width: 11, kind: 'hours' },
    { header: names.booked, width: 11, kind: 'duration' },
    { header: names.expected, width: 11, kind: 'duration' },
    { header: names.extra, width: 11, kind: 'duration' },
    { header: names.extraDecimal, width: 11, kind: 'hours' },
    { header: names.salary, width: 17, kind: 'money' },
    { header: names.missing, width: 9, kind: 'integer' },
    { header: names.check, width: 9, kind: 'check' },
    { header: names.appTotal, width: 12, kind: 'duration' },
    { header: names.appExpected, width: 12, kind: 'duration' },
    { header: names.appExtra, width: 12, kind: 'duration' },
    { header: names.appSalary, width: 17, kind: 'money' },
  ]
  const scale = 10 ** minorDigits(currency)
  const rows = users.map((user, index) => userRow(user, FIRST_ROW + index, payPart, scale))
  return { columns, parts: [part], rows, footer: [totalRow(rows, columns, part, words)] }
}

function userRow(user: SummaryUser, row: number, payPart: RowRange, scale: number): Row {
  const { figures, missingDays } = user.row
  const sums = sumsOfDays(user.month.days)
  const places = userSheetRows(user.part)
  const at = (column: keyof typeof SUMMARY): string => `${columnLetter(SUMMARY[column])}${row}`
  const onSheet = (column: number, line: number): string => cellOf(user.part.sheet, column, line)
  const pay = (column: number, result: number): Formula => ({
    formula: sumWhere([payPart], PAY.no, user.no, column),
    result,
  })
  const sumMs = (of: 'expectedMs' | 'extraMs'): number =>
    user.stretches.reduce((sum, stretch) => sum + stretch[of], 0)
  const paid = user.stretches.reduce((sum, stretch) => sum + paidFor(stretch), 0)
  const salary = figures.salaryMinor

  const comparisons = [
    check('duration', at('total'), at('appTotal'), dayFraction(sums.totalMs), dayFraction(figures.totalMs)),
    check(
      'duration',
      at('expected'),
      at('appExpected'),
      dayFraction(sumMs('expectedMs')),
      dayFraction(figures.expectedMs),
    ),
    check(
      'duration',
      at('extra'),
      at('appExtra'),
      dayFraction(sumMs('extraMs')),
      dayFraction(figures.extraMs),
    ),
    ...(salary === null ? [] : [check('money', at('salary'), at('appSalary'), paid / scale, salary / scale)]),
  ].map(({ value }) => value)
  // The user sheet's own checks count too.
  const elsewhere = [
    onSheet(USER.total, places.check),
    onSheet(USER.booked, places.check),
    onSheet(USER.booked, places.checkEntries),
  ]
  const cells: Cell[] = [
    user.no,
    user.name,
    { formula: onSheet(USER.total, places.total), result: dayFraction(sums.totalMs) },
    { formula: `${at('total')}*24`, result: hoursOf(sums.totalMs) },
    { formula: onSheet(USER.booked, places.total), result: dayFraction(sums.bookedMs) },
    pay(PAY.expected, dayFraction(sumMs('expectedMs'))),
    pay(PAY.extra, dayFraction(sumMs('extraMs'))),
    { formula: `${at('extra')}*24`, result: hoursOf(sumMs('extraMs')) },
    salary === null ? null : pay(PAY.salary, paid / scale),
    missingDays,
    {
      formula: [...comparisons.map(({ formula }) => formula), ...elsewhere]
        .map((cell) => `ABS(${cell})`)
        .join('+'),
      result: comparisons.reduce((sum, { result }) => sum + Math.abs(result), 0),
    },
    dayFraction(figures.totalMs),
    dayFraction(figures.expectedMs),
    dayFraction(figures.extraMs),
    salary === null ? null : salary / scale,
  ]
  return { cells }
}

/** Sums of all columns but number and name. */
function totalRow(rows: readonly Row[], columns: readonly Column[], part: RowRange, words: ExportWords): Row {
  const cells = columns.map((_, column): Cell => {
    if (column === SUMMARY.no) return null
    if (column === SUMMARY.name) return words.rows.total
    const result = rows.reduce((sum, row) => sum + numberIn(row.cells[column]), 0)
    return { formula: sumOf([part], column), result }
  })
  return { cells, tone: 'total' }
}
