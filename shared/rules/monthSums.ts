// What the rows of a month add up to: said once, for the list, a part of it, the command line and the workbook.
import type { DiaryMonth, DiaryUserRow } from '../contract/diary.ts'

/** A salary that nobody has is none, which is not a salary of 0. */
export function monthSums(rows: readonly DiaryUserRow[]): DiaryMonth['sums'] {
  const sum = (of: (row: DiaryUserRow) => number): number => rows.reduce((all, row) => all + of(row), 0)
  const paid = rows.filter(({ figures }) => figures.salaryMinor !== null)
  return {
    totalMs: sum(({ figures }) => figures.totalMs),
    expectedMs: sum(({ figures }) => figures.expectedMs),
    extraMs: sum(({ figures }) => figures.extraMs),
    balanceMs: rows.every(({ balanceMs }) => balanceMs === null) ? null : sum((row) => row.balanceMs ?? 0),
    salaryMinor: paid.length === 0 ? null : sum(({ figures }) => figures.salaryMinor ?? 0),
    withoutSalary: rows.length - paid.length,
    missingDays: sum(({ missingDays }) => missingDays),
  }
}
