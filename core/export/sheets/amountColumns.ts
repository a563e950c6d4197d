// The columns of what entries are worth: each one's rate, and its amount as a formula (spec G7).
import type { LocalDate } from '../../../shared/base/localDate.ts'
import type { Id } from '../../../shared/entities/entity.ts'
import type { Rate } from '../../../shared/entities/rate.ts'
import { amountOf, rateBook } from '../../../shared/rules/billing.ts'
import type { EntryRow } from '../entryRows.ts'
import type { Cell } from '../workbook/model.ts'
import { columnLetter } from '../workbook/sheetName.ts'
import type { ExportWords } from '../words/words.ts'
import type { EntryColumn } from './entriesSheet.ts'
import { payFormula } from './payFormula.ts'

export type AmountFacts = {
  rates: readonly Rate[]
  customerId: Id
  /** Minor units of the main unit. */
  scale: number
  /** Where the duration stands, and where the first of these columns will. */
  durationColumn: number
  firstColumn: number
  words: ExportWords
}

export function amountColumns(facts: AmountFacts): { rate: EntryColumn; amount: EntryColumn } {
  const { customerId, scale, words } = facts
  const book = rateBook(facts.rates)
  const rateOn = ({ userId, projectId }: EntryRow, date: LocalDate): Rate | null =>
    book.rateOn({ userId, customerId, projectId }, date)
  const rateOf = (entry: EntryRow): Rate | null => (entry.isBillable ? rateOn(entry, entry.workDate) : null)
  const amountCell = (entry: EntryRow, row: number): Cell => {
    const rate = rateOf(entry)
    if (rate === null) return null
    const at = (column: number): string => `${columnLetter(column)}${row}`
    return {
      formula: payFormula(at(facts.durationColumn), at(facts.firstColumn), scale),
      result: amountOf(entry.durationMs, rate) / scale,
    }
  }
  const cellOfRate = (entry: EntryRow): Cell => {
    const rate = rateOf(entry)
    return rate === null ? null : rate.amountMinor / scale
  }
  return {
    rate: { header: words.columns.rate, width: 15, kind: 'money', of: cellOfRate },
    amount: { header: words.columns.amount, width: 15, kind: 'money', of: amountCell },
  }
}
