// The sheets of users' months, for one user or for the payroll of all (spec B36, G6): facts first, then sheet by sheet.
import { firstDayOf, lastDayOf } from '../../../shared/base/localDate.ts'
import type { Month } from '../../../shared/base/localDate.ts'
import type { DiaryUserMonth, DiaryUserRow } from '../../../shared/contract/diary.ts'
import type { AppError } from '../../../shared/contract/errors.ts'
import type { Result } from '../../../shared/base/result.ts'
import { ok } from '../../../shared/base/result.ts'
import { diaryQueryHandlers } from '../../queries/diary.ts'
import type { ReportContext } from '../context.ts'
import type { EntryRow } from '../entryRows.ts'
import { entriesOfUser, userTotals } from '../entryRows.ts'
import { entriesSheet, entryColumns } from '../sheets/entriesSheet.ts'
import type { EntryColumn } from '../sheets/entriesSheet.ts'
import { payRowCount, paySheet, stretchesOf } from '../sheets/paySheet.ts'
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
  entries: number
  rowCount: number
}

const NO_COLUMN = 0

/** Summary, one sheet a user, Pay and Entries, in this order. Nothing is written yet: every place is known beforehand. */
export function monthSheets(
  context: ReportContext,
  month: Month,
  rows: readonly DiaryUserRow[],
  names: SheetNames,
): Result<MonthSheets, AppError> {
  const { data, words, organisation } = context
  const span = { from: firstDayOf(month), to: lastDayOf(month) }
  const totals = userTotals(data, span)

  const months: DiaryUserMonth[] = []
  for (const { userId } of rows) {
    const answer = diaryQueryHandlers['diary.user'](data, { userId, month }, context.query)
    if (!answer.ok) return answer
    months.push(answer.value)
  }
  const [summaryPart] = partsFor(words.sheets.summary, rows.length, names)
  // Named before the users, whose names must not push them aside.
  const paySheetName = names.take(words.sheets.pay)
  const entriesSheetName = names.take(words.sheets.entries)
  const users = rows.map((row, index): SummaryUser => {
    const of = months[index]
    if (of === undefined) throw new RangeError('a user without a month')
    const employments = data.where('employment', 'user_id = ?', row.userId)
    return {
      no: index + 1,
      name: row.name,
      part: single(partsFor(row.name, of.days.length, names)),
      stretches: stretchesOf(row.figures, employments),
      row,
      month: of,
    }
  })
  const entryCount = rows.reduce((sum, { userId }) => sum + (totals.get(userId)?.entries ?? 0), 0)
  const payPart = { sheet: paySheetName, first: 2, last: 1 + payRowCount(users) }
  const entryParts = partsNamed(entriesSheetName, entryCount, names)
  const of = entryColumns(words, organisation.zone)
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
    of.customer,
    of.category,
    of.project,
    of.note,
  ]
  const durationColumn = columns.indexOf(of.duration)

  function* entries(): Generator<EntryRow> {
    for (const { row } of users) yield* entriesOfUser(data, row.userId, span)
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
    yield paySheet(users, payPart, organisation.currency, words)
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
