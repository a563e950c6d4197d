// The absences of a month by user: which days of it, of which kind, and how much of what is expected they take (I4).
import type { LocalDate } from '../../../shared/base/localDate.ts'
import type { DiaryDay } from '../../../shared/contract/diary.ts'
import type { ExportWords } from '../words/words.ts'
import type { Cell, Column, Row, RowRange, Sheet } from '../workbook/model.ts'
import { sumOf } from '../workbook/ranges.ts'
import { dateSerial, dayFraction } from '../workbook/serial.ts'

export type AbsenceLine = {
  no: number
  name: string
  kindName: string
  first: LocalDate
  last: LocalDate
  ms: number
}

/** What counts in these days: one line an absence, from its first to its last of them. */
export function absenceLines(user: { no: number; name: string }, days: readonly DiaryDay[]): AbsenceLine[] {
  const lines = new Map<string, AbsenceLine>()
  for (const { date, absences } of days)
    for (const { absenceId, kindName, status, ms } of absences) {
      if (status !== 'approved') continue
      const line = lines.get(absenceId)
      if (line === undefined) lines.set(absenceId, { ...user, kindName, first: date, last: date, ms })
      else {
        line.last = date
        line.ms += ms
      }
    }
  return [...lines.values()]
}

const DURATION = 5

export function absenceSheet(lines: readonly AbsenceLine[], part: RowRange, words: ExportWords): Sheet {
  const { columns: names } = words
  const columns: Column[] = [
    { header: names.no, width: 6, kind: 'integer' },
    { header: names.name, width: 26, kind: 'text' },
    { header: names.kind, width: 24, kind: 'text' },
    { header: names.from, width: 12, kind: 'date' },
    { header: names.to, width: 12, kind: 'date' },
    { header: names.duration, width: 12, kind: 'duration' },
  ]
  const rows = lines.map(({ no, name, kindName, first, last, ms }): Row => ({
    cells: [no, name, kindName, dateSerial(first), dateSerial(last), dayFraction(ms)],
  }))
  const total: Cell[] = columns.map(() => null)
  total[1] = words.rows.total
  total[DURATION] = {
    formula: sumOf([part], DURATION),
    result: dayFraction(lines.reduce((sum, { ms }) => sum + ms, 0)),
  }
  return { columns, parts: [part], rows, footer: [{ cells: total, tone: 'total' }] }
}
