// A user's month as pay counts it: the time of days that are not approved is left out, so that all of a payroll workbook adds up to
// what is paid (B49).
import type { DiaryDay, DiaryUserMonth, DiaryUserRow, MonthFigures } from '../../shared/contract/diary.ts'

const paidDay = (day: DiaryDay): DiaryDay => ({
  ...day,
  entrance: null,
  exit: null,
  breakMs: 0,
  totalMs: day.creditedMs,
  bookedMs: 0,
  amountMs: 0,
  entryCount: 0,
  differenceMs: day.creditedMs - day.expectedMs,
})

const paidFigures = (figures: MonthFigures): MonthFigures => ({
  ...figures,
  totalMs: figures.totalMs - figures.leftOut.totalMs,
  bookedMs: figures.bookedMs - figures.leftOut.bookedMs,
})

export const paidMonth = (month: DiaryUserMonth): DiaryUserMonth =>
  month.figures.leftOut.days === 0
    ? month
    : {
        ...month,
        days: month.days.map((day) => (day.counts ? day : paidDay(day))),
        figures: paidFigures(month.figures),
      }

export const paidRow = (row: DiaryUserRow): DiaryUserRow => ({ ...row, figures: paidFigures(row.figures) })
