// A customer's labour report (spec B32, B46): its entries, and their totals by user and by category.
import { minorDigits } from '../../../shared/base/money.ts'
import { firstDayOf, lastDayOf } from '../../../shared/base/localDate.ts'
import { fail, ok } from '../../../shared/base/result.ts'
import { appError } from '../../../shared/contract/errors.ts'
import { billFigures } from '../../../shared/rules/billing.ts'
import { isPermitted } from '../../../shared/rules/permission.ts'
import { billOf } from '../../billing.ts'
import type { ReportContext, ReportOf } from '../context.ts'
import type { EntryRow, EntryTotal, Span } from '../entryRows.ts'
import { customerTotals, entriesOfCustomer } from '../entryRows.ts'
import { amountColumns } from '../sheets/amountColumns.ts'
import type { AmountFacts } from '../sheets/amountColumns.ts'
import { entriesSheet, entryColumns } from '../sheets/entriesSheet.ts'
import type { EntriesSheetOptions, EntryColumn } from '../sheets/entriesSheet.ts'
import { groupCheckCell, groupSheet } from '../sheets/groupSheet.ts'
import type { Sheet } from '../workbook/model.ts'
import { cellOf, partsFor, rowAfter } from '../workbook/ranges.ts'
import { assemble, reportNames, single } from './assemble.ts'

export const customerReport: ReportOf<'customer'> = (context, { customerId, month }) => {
  const { data, words, organisation } = context
  const customer = data.find('customer', customerId)
  if (customer === null) return fail(appError('notFound.customer'))
  const span: Span = month === undefined ? null : { from: firstDayOf(month), to: lastDayOf(month) }
  const total = customerTotals(data, customerId, span, null)[0]
  const byUser = customerTotals(data, customerId, span, 'user')
  const byCategory = customerTotals(data, customerId, span, 'category')
  const count = total?.entries ?? 0

  const names = reportNames(context)
  const parts = partsFor(words.sheets.entries, count, names)
  const userPart = single(partsFor(words.sheets.users, byUser.length, names))
  const categoryPart = single(partsFor(words.sheets.categories, byCategory.length, names))
  const of = entryColumns(words, organisation.zone)
  const userNo = numberColumn(words.columns.userNo, byUser, ({ userId }) => userId)
  const categoryNo = numberColumn(words.columns.categoryNo, byCategory, ({ categoryId }) => categoryId)
  const timeColumns = [
    of.date,
    of.start,
    of.stop,
    of.user,
    of.category,
    of.project,
    of.billable,
    of.breaks,
    of.duration,
    of.hours,
  ]
  const durationColumn = timeColumns.indexOf(of.duration)
  const charged = chargedTime(context, { customerId, span, durationColumn, firstColumn: timeColumns.length })
  const columns = [...timeColumns, ...(charged?.columns ?? []), of.note, userNo, categoryNo]

  function* sheets(): Generator<Sheet> {
    yield entriesSheet({
      parts,
      entries: entriesOfCustomer(data, customerId, span),
      columns,
      words,
      totalLabel: words.rows.totalTime,
      appMs: total?.ms ?? 0,
      ...(charged === null ? {} : { amount: charged.amount }),
    })
    yield groupSheet({
      totals: byUser,
      part: userPart,
      header: words.columns.user,
      noName: '',
      entries: { parts, keyColumn: columns.indexOf(userNo), durationColumn },
      words,
    })
    yield groupSheet({
      totals: byCategory,
      part: categoryPart,
      header: words.columns.category,
      noName: words.noCategory,
      entries: { parts, keyColumn: columns.indexOf(categoryNo), durationColumn },
      words,
    })
  }
  const checks = [
    ...[of.duration, ...(charged === null ? [] : [charged.amount.column])].map((column) =>
      cellOf(parts.at(-1)?.sheet ?? '', columns.indexOf(column), rowAfter(parts) + 2),
    ),
    groupCheckCell(userPart),
    groupCheckCell(categoryPart),
  ]
  return ok(
    assemble({
      context,
      names,
      title: words.titles.customer,
      period: month ?? words.info.wholePeriod,
      filters: [[words.info.customer, customer.name]],
      entries: count,
      notes: charged === null ? [] : [[words.info.rates, words.info.ratesText]],
      checks: { formula: checks.map((cell) => `ABS(${cell})`).join('+'), result: 0 },
      sheets: sheets(),
      rowCount: count + byUser.length + byCategory.length,
    }),
  )
}

type ChargedFacts = Pick<AmountFacts, 'customerId' | 'durationColumn' | 'firstColumn'> & { span: Span }

/** The columns and the sum of what the time is worth; null where none of it has a rate, or the actor may not see it. */
function chargedTime(
  { data, request, organisation, words }: ReportContext,
  { span, ...facts }: ChargedFacts,
): { columns: EntryColumn[]; amount: NonNullable<EntriesSheetOptions['amount']> } | null {
  if (request.actor === null || !isPermitted(request.actor, 'customer.amount', null)) return null
  const { amountMinor } = billFigures(billOf(data, facts.customerId, span))
  if (amountMinor === null) return null
  const scale = 10 ** minorDigits(organisation.currency)
  const { rate, amount } = amountColumns({ ...facts, rates: data.list('rate'), scale, words })
  return { columns: [rate, amount], amount: { column: amount, appMinor: amountMinor, scale } }
}

/** The number under which an entry's user or category stands on its own sheet: what the sums there go by. */
function numberColumn(
  header: string,
  totals: readonly EntryTotal[],
  idOf: (entry: EntryRow) => string | null,
): EntryColumn {
  const numbers = new Map(totals.map(({ id }, index) => [id, index + 1]))
  return { header, width: 9, kind: 'integer', of: (entry) => numbers.get(idOf(entry)) ?? null }
}
