// The sheets of users' months, for one user or for the payroll of all (spec B36, G6): facts first, then sheet by sheet.
import { firstDayOf, lastDayOf } from '../../../shared/base/localDate.ts'
import type { Month } from '../../../shared/base/localDate.ts'
import type { DiaryUserMonth, DiaryUserRow } from '../../../shared/contract/diary.ts'
import type { AppError } from '../../../shared/contract/errors.ts'
import type { Result } from '../../../shared/base/result.ts'
import { ok } from '../../../shared/base/result.ts'
import { diaryQueryHandlers } from '../../queries/diary.ts'
import { zonesOf } from '../../facts/history.ts'
import { formatDuration } from '../../../shared/base/duration.ts'
import type { ReportContext } from '../context.ts'
import { paidMonth, paidRow } from '../paidMonth.ts'
import type { EntryRow } from '../entryRows.ts'
import { entriesOfUser, userTotals } from '../entryRows.ts'
import { entriesSheet, entryColumns, placementColumns, subjectColumns } from '../sheets/entriesSheet.ts'
import type { EntryColumn } from '../sheets/entriesSheet.ts'
import { absenceLines, absenceSheet } from '../sheets/absenceSheet.ts'
import { payRowCount, paySheet } from '../sheets/paySheet.ts'
import { supplementLines, supplementSheet } from '../sheets/supplementSheet.ts'
import type { SummaryUser } from '../sheets/summarySheet.ts'
import { summaryCheckCell, summarySheet } from '../sheets/summarySheet.ts'
import { userSheet } from '../sheets/userSheet.ts'
import type { Sheet } from '../workbook/model.ts'
import { cellOf, partsFor, rowAfter } from '../workbook/ranges.ts'
import type { SheetNames } from '../workbook/sheetName.ts'
import { single } from './assemble.ts'

export type MonthSheets = {
  sheets: Iterable<Sheet>
  /** The cells that must be 0. */
  checks: string[]
  /** What it leaves out, by user: time that is not approved (I7). */
  notes: (readonly [string, string])[]
  entries: number
  rowCount: number
}

const NO_COLUMN = 0

/** Summary, one sheet a user, Pay and Entries, in this order. Nothing is written yet: every place is known beforehand. */
export function monthSheets(
  context: ReportContext,
  month: Month,
  shown: readonly DiaryUserRow[],
  names: SheetNames,
): Result<MonthSheets, AppError> {
  const { data, words, organisation } = context
  const span = { from: firstDayOf(month), to: lastDayOf(month) }
  const totals = userTotals(data, span)
  const rows = shown.map(paidRow)

  const months: DiaryUserMonth[] = []
  const leftOut = new Map<string, ReadonlySet<string>>()
  for (const { userId } of rows) {
    const answer = diaryQueryHandlers['diary.user'](data, { userId, month }, context.query)
    if (!answer.ok) return answer
    months.push(paidMonth(answer.value))
    const without = answer.value.days.flatMap(({ date, counts }) => (counts ? [] : [date]))
    if (answer.value.figures.leftOut.days > 0) leftOut.set(userId, new Set(without))
  }
  const entriesPaid = (userId: string): EntryRow[] =>
    entriesOfUser(data, userId, span).filter(({ workDate }) => leftOut.get(userId)?.has(workDate) !== true)
  for (const userId of leftOut.keys()) {
    const paid = entriesPaid(userId)
    const ms = paid.reduce((sum, { durationMs }) => sum + durationMs, 0)
    totals.set(userId, { id: userId, name: null, entries: paid.length, ms })
  }
  const [summaryPart] = partsFor(words.sheets.summary, rows.length, names)
  // Named before the users, whose names must not push them aside.
  const paySheetName = names.take(words.sheets.pay)
  const entriesSheetName = names.take(words.sheets.entries)
  const users = rows.map((row, index): SummaryUser => {
    const of = months[index]
    if (of === undefined) throw new RangeError('a user without a month')
    return {
      no: index + 1,
      name: row.name,
      part: single(partsFor(row.name, of.days.length, names)),
      stretches: row.figures.stretches,
      row,
      month: of,
    }
  })
  const absences = users.flatMap(({ no, name, month: { days } }) => absenceLines({ no, name }, days))
  // Only where there are any, as nearly every firm without the module has none.
  const absencePart =
    absences.length === 0 ? null : single(partsFor(words.sheets.absences, absences.length, names))
  const supplements = supplementLines(users, words)
  const supplementPart =
    supplements.length === 0 ? null : single(partsFor(words.sheets.supplements, supplements.length, names))
  const entryCount = rows.reduce((sum, { userId }) => sum + (totals.get(userId)?.entries ?? 0), 0)
  const payPart = { sheet: paySheetName, first: 2, last: 1 + payRowCount(users) }
  const entryParts = partsNamed(entriesSheetName, entryCount, names)
  const of = entryColumns(words, zonesOf(data))
  const numbers = new Map(users.map(({ row, no }) => [row.userId, no]))
  const no: EntryColumn = {
    header: words.columns.no,
    width: 6,
    kind: 'integer',
    of: ({ userId }: EntryRow) => numbers.get(userId) ?? null,
  }
  const columns = [
    no,
    of.user,
    of.date,
    of.start,
    of.stop,
    of.breaks,
    of.duration,
    of.hours,
    ...subjectColumns(words),
    ...placementColumns(words, data),
    of.note,
  ]
  const durationColumn = columns.indexOf(of.duration)

  function* entries(): Generator<EntryRow> {
    for (const { row } of users) yield* entriesPaid(row.userId)
  }
  function* sheets(): Generator<Sheet> {
    if (summaryPart !== undefined)
      yield summarySheet(users, summaryPart, payPart, organisation.currency, words)
    for (const user of users) {
      yield userSheet({
        month: user.month,
        part: user.part,
        words,
        entries: {
          parts: entryParts,
          no: user.no,
          noColumn: NO_COLUMN,
          durationColumn,
          ms: totals.get(user.row.userId)?.ms ?? 0,
        },
      })
    }
    const { currency } = organisation
    yield paySheet(users, payPart, { currency, supplements: supplementPart }, words)
    if (supplementPart !== null) yield supplementSheet(supplements, supplementPart, currency, words)
    if (absencePart !== null) yield absenceSheet(absences, absencePart, words)
    yield entriesSheet({
      parts: entryParts,
      entries: entries(),
      columns,
      words,
      totalLabel: words.rows.total,
      appMs: rows.reduce((sum, { figures }) => sum + figures.bookedMs, 0),
    })
  }
  const entriesCheck = cellOf(entryParts.at(-1)?.sheet ?? '', durationColumn, rowAfter(entryParts) + 2)
  return ok({
    sheets: sheets(),
    checks: [...(summaryPart === undefined ? [] : [summaryCheckCell(summaryPart)]), entriesCheck],
    notes: shown.flatMap(({ name, figures }, index) =>
      figures.leftOut.days === 0
        ? []
        : [
            [
              index === shown.findIndex((row) => row.figures.leftOut.days > 0) ? words.info.leftOut : '',
              words.info.leftOutText(name, formatDuration(figures.leftOut.totalMs), figures.leftOut.days),
            ] as const,
          ],
    ),
    entries: entryCount,
    rowCount: entryCount + users.length * 35 + payRowCount(users),
  })
}

/** Parts whose first name is taken already. */
function partsNamed(name: string, count: number, names: SheetNames) {
  let first = true
  return partsFor(name, count, {
    take(wanted) {
      if (!first) return names.take(wanted)
      first = false
      return name
    },
  })
}
