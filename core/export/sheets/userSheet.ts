// A user's month: every day, also empty ones, with entrance, exit, breaks, total, expected and difference (spec B36, B37, G6).
import type { DiaryDay, DiaryUserMonth } from '../../../shared/contract/diary.ts'
import type { ExportWords } from '../words/words.ts'
import type { Cell, Column, Row, RowRange, Sheet } from '../workbook/model.ts'
import { cellOf, check, FIRST_ROW, rowAfter, sumOf, sumWhere } from '../workbook/ranges.ts'
import { columnLetter } from '../workbook/sheetName.ts'
import { dateSerial, dayFraction, hoursOf } from '../workbook/serial.ts'
import { timeCell } from './entriesSheet.ts'

export const USER = {
  date: 0,
  weekday: 1,
  remark: 2,
  entrance: 3,
  exit: 4,
  breaks: 5,
  total: 6,
  hours: 7,
  expected: 8,
  difference: 9,
  booked: 10,
  entries: 11,
  credited: 12,
  relieved: 13,
} as const

export type UserSheetFacts = {
  month: DiaryUserMonth
  part: RowRange
  words: ExportWords
  /** The Entries sheet of the same workbook: this user's number there, the column of the numbers and of the durations. */
  entries: { parts: readonly RowRange[]; no: number; noColumn: number; durationColumn: number; ms: number }
}

/** Where the sums and checks of a user's sheet stand, for those that refer to them. */
export function userSheetRows(part: RowRange) {
  const total = rowAfter([part])
  return { total, app: total + 1, check: total + 2, checkEntries: total + 3 }
}

export function sumsOfDays(days: readonly DiaryDay[]) {
  const sum = (of: (day: DiaryDay) => number): number => days.reduce((total, day) => total + of(day), 0)
  return {
    breakMs: sum((day) => day.breakMs),
    totalMs: sum((day) => day.totalMs),
    expectedMs: sum((day) => day.expectedMs),
    differenceMs: sum((day) => day.differenceMs),
    bookedMs: sum((day) => day.bookedMs),
    entries: sum((day) => day.entryCount),
    creditedMs: sum((day) => day.creditedMs),
    relievedMs: sum(relievedMs),
  }
}

export function userSheet(facts: UserSheetFacts): Sheet {
  const { month, part, words } = facts
  const { columns: names } = words
  const columns: Column[] = [
    { header: names.date, width: 12, kind: 'date' },
    { header: names.weekday, width: 8, kind: 'text' },
    { header: names.remark, width: 26, kind: 'text' },
    { header: names.entrance, width: 16, kind: 'time' },
    { header: names.exit, width: 16, kind: 'time' },
    { header: names.breaks, width: 10, kind: 'duration' },
    { header: names.total, width: 10, kind: 'duration' },
    { header: names.hours, width: 12, kind: 'hours' },
    { header: names.expected, width: 10, kind: 'duration' },
    // Decimal, because Excel shows a negative time as #####.
    { header: names.difference, width: 13, kind: 'hours' },
    { header: names.booked, width: 10, kind: 'duration' },
    { header: names.entries, width: 9, kind: 'integer' },
    { header: names.absenceWorked, width: 12, kind: 'duration' },
    { header: names.absenceRelieved, width: 12, kind: 'duration' },
  ]
  return {
    columns,
    parts: [part],
    rows: month.days.map((day, index) => dayRow(day, FIRST_ROW + index, month.zone, words)),
    footer: footer(facts, columns.length),
  }
}

function dayRow(day: DiaryDay, row: number, zone: string, words: ExportWords): Row {
  const total = `${columnLetter(USER.total)}${row}`
  const expected = `${columnLetter(USER.expected)}${row}`
  const cells: Cell[] = [
    dateSerial(day.date),
    words.weekdays[day.weekday - 1] ?? '',
    remarkOf(day, words),
    day.entrance === null ? null : timeCell(day.entrance, day.date, zone),
    day.exit === null ? null : timeCell(day.exit, day.date, zone),
    dayFraction(day.breakMs),
    dayFraction(day.totalMs),
    { formula: `${total}*24`, result: hoursOf(day.totalMs) },
    dayFraction(day.expectedMs),
    { formula: `(${total}-${expected})*24`, result: hoursOf(day.differenceMs) },
    dayFraction(day.bookedMs),
    day.entryCount,
    dayFraction(day.creditedMs),
    dayFraction(relievedMs(day)),
  ]
  if (day.status === 'missing') return { cells, tone: 'missing' }
  return day.workingDay ? { cells } : { cells, tone: 'off' }
}

/** What absences take off what is expected. */
export const relievedMs = ({ absences }: DiaryDay): number =>
  absences.reduce((sum, { effect, ms }) => (effect === 'worked' ? sum : sum + ms), 0)

export function remarkOf(day: DiaryDay, words: ExportWords): string | null {
  const remarks = [
    day.holiday,
    day.status === 'missing' ? words.remark.missing : null,
    day.running ? words.remark.running : null,
    ...day.absences.flatMap(({ kindName, status }) => (status === 'approved' ? [kindName] : [])),
  ].filter((remark) => remark !== null)
  return remarks.length === 0 ? null : remarks.join('; ')
}

function footer({ month, part, words, entries }: UserSheetFacts, width: number): Row[] {
  const { days, figures } = month
  const sums = sumsOfDays(days)
  const rows = userSheetRows(part)
  const line = (label: string, cells: Record<number, Cell>, tone: Row['tone']): Row => ({
    cells: Array.from(
      { length: width },
      (_, index) => cells[index] ?? (index === 0 ? { kind: 'text', value: label } : null),
    ),
    ...(tone === undefined ? {} : { tone }),
  })
  const sum = (column: number, result: number): Cell => ({ formula: sumOf([part], column), result })
  const at = (column: number, row: number): string => cellOf(part.sheet, column, row)
  const difference = (column: number, formulaMs: number, appMs: number): Cell =>
    check(
      'duration',
      at(column, rows.total),
      at(column, rows.app),
      dayFraction(formulaMs),
      dayFraction(appMs),
    )
  return [
    line(
      words.rows.total,
      {
        [USER.breaks]: sum(USER.breaks, dayFraction(sums.breakMs)),
        [USER.total]: sum(USER.total, dayFraction(sums.totalMs)),
        [USER.hours]: sum(USER.hours, hoursOf(sums.totalMs)),
        [USER.expected]: sum(USER.expected, dayFraction(sums.expectedMs)),
        [USER.difference]: sum(USER.difference, hoursOf(sums.differenceMs)),
        [USER.booked]: sum(USER.booked, dayFraction(sums.bookedMs)),
        [USER.entries]: sum(USER.entries, sums.entries),
        [USER.credited]: sum(USER.credited, dayFraction(sums.creditedMs)),
        [USER.relieved]: sum(USER.relieved, dayFraction(sums.relievedMs)),
      },
      'total',
    ),
    line(
      words.rows.app,
      { [USER.total]: dayFraction(figures.totalMs), [USER.booked]: dayFraction(figures.bookedMs) },
      'muted',
    ),
    line(
      words.rows.check,
      {
        [USER.total]: difference(USER.total, sums.totalMs, figures.totalMs),
        [USER.booked]: difference(USER.booked, sums.bookedMs, figures.bookedMs),
      },
      'muted',
    ),
    line(
      words.rows.checkEntries,
      {
        [USER.booked]: check(
          'duration',
          sumWhere(entries.parts, entries.noColumn, entries.no, entries.durationColumn),
          at(USER.booked, rows.total),
          dayFraction(entries.ms),
          dayFraction(sums.bookedMs),
        ),
      },
      'muted',
    ),
  ]
}
