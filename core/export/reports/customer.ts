// A customer's labour report (spec B32, B46): its entries, and their totals by user and by category.
import { minorDigits } from '../../../shared/base/money.ts'
import { firstDayOf, lastDayOf } from '../../../shared/base/localDate.ts'
import { fail, ok } from '../../../shared/base/result.ts'
import type { EntryFilter } from '../../../shared/contract/entryFilter.ts'
import type { Id } from '../../../shared/entities/entity.ts'
import { appError } from '../../../shared/contract/errors.ts'
import { billFigures } from '../../../shared/rules/billing.ts'
import { requests } from '../../../shared/contract/contract.ts'
import type { Lot } from '../../../shared/rules/hoursPackage.ts'
import { isModuleOn } from '../../../shared/rules/module.ts'
import { isPermitted } from '../../../shared/rules/permission.ts'
import { billOf } from '../../facts/billed.ts'
import { zonesOf } from '../../facts/history.ts'
import { packageLedger } from '../../facts/packages.ts'
import type { ReportContext, ReportOf } from '../context.ts'
import type { EntryRow, EntryTotal } from '../entryRows.ts'
import { customerTotals, entriesOfCustomer } from '../entryRows.ts'
import { amountColumns } from '../sheets/amountColumns.ts'
import type { AmountFacts } from '../sheets/amountColumns.ts'
import { entriesSheet, entryColumns, placementColumns, subjectColumns } from '../sheets/entriesSheet.ts'
import type { EntriesSheetOptions, EntryColumn } from '../sheets/entriesSheet.ts'
import { groupCheckCell, groupSheet } from '../sheets/groupSheet.ts'
import { packageCheckCell, packageSheet } from '../sheets/packageSheet.ts'
import type { Sheet } from '../workbook/model.ts'
import { cellOf, partsFor, rowAfter } from '../workbook/ranges.ts'
import { filterLines, periodOf } from './filterLines.ts'
import { assemble, reportNames, single } from './assemble.ts'

export const customerReport: ReportOf<'customer'> = (context, { customerId, month, filter: asked = {} }) => {
  const { data, words } = context
  const customer = data.find('customer', customerId)
  if (customer === null) return fail(appError('notFound.customer'))
  const filter: EntryFilter =
    month === undefined ? asked : { ...asked, from: firstDayOf(month), to: lastDayOf(month) }
  const total = customerTotals(data, customerId, filter, null)[0]
  const byUser = customerTotals(data, customerId, filter, 'user')
  const byCategory = customerTotals(data, customerId, filter, 'category')
  const count = total?.entries ?? 0

  const lots = packagesOf(context, customerId)

  const names = reportNames(context)
  const parts = partsFor(words.sheets.entries, count, names)
  const userPart = single(partsFor(words.sheets.users, byUser.length, names))
  const categoryPart = single(partsFor(words.sheets.categories, byCategory.length, names))
  const packagePart = lots.length === 0 ? null : single(partsFor(words.sheets.packages, lots.length, names))
  const of = entryColumns(words, zonesOf(data))
  const userNo = numberColumn(words.columns.userNo, byUser, ({ userId }) => userId)
  const categoryNo = numberColumn(words.columns.categoryNo, byCategory, ({ categoryId }) => categoryId)
  const timeColumns = [
    of.date,
    of.start,
    of.stop,
    of.user,
    ...subjectColumns(words, 'customer'),
    ...placementColumns(words, data),
    of.breaks,
    of.duration,
    of.hours,
  ]
  const durationColumn = timeColumns.indexOf(of.duration)
  const charged = chargedTime(context, {
    customerId,
    filter,
    durationColumn,
    firstColumn: timeColumns.length,
  })
  const columns = [...timeColumns, ...(charged?.columns ?? []), of.note, userNo, categoryNo]

  function* sheets(): Generator<Sheet> {
    yield entriesSheet({
      parts,
      entries: entriesOfCustomer(data, customerId, filter),
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
    if (packagePart !== null) yield packageSheet({ lots, part: packagePart, scale: scaleOf(context), words })
  }
  const checks = [
    ...[of.duration, ...(charged === null ? [] : [charged.amount.column])].map((column) =>
      cellOf(parts.at(-1)?.sheet ?? '', columns.indexOf(column), rowAfter(parts) + 2),
    ),
    groupCheckCell(userPart),
    groupCheckCell(categoryPart),
    ...(packagePart === null ? [] : [packageCheckCell(packagePart)]),
  ]
  return ok(
    assemble({
      context,
      names,
      title: words.titles.customer,
      period: month ?? periodOf(asked, words.info.wholePeriod),
      filters: [[words.info.customer, customer.name], ...filterLines(context, asked)],
      entries: count,
      notes: [
        ...(charged === null ? [] : [[words.info.rates, words.info.ratesText] as const]),
        ...(packagePart === null
          ? []
          : [[words.info.packages, words.info.packagesText(context.request.today)] as const]),
      ],
      checks: { formula: checks.map((cell) => `ABS(${cell})`).join('+'), result: 0 },
      sheets: sheets(),
      rowCount: count + byUser.length + byCategory.length + lots.length,
    }),
  )
}

const scaleOf = ({ organisation }: ReportContext): number => 10 ** minorDigits(organisation.currency)

/** Of who may see them; none where there are none. */
function packagesOf({ data, request, organisation }: ReportContext, customerId: Id): readonly Lot[] {
  const { actor, today } = request
  const { access } = requests['package.list']
  return actor === null ||
    !isModuleOn(organisation, null, 'packages') ||
    !isPermitted(actor, access, null, organisation)
    ? []
    : packageLedger(data, customerId, today, 'day').lots
}

type ChargedFacts = Pick<AmountFacts, 'customerId' | 'durationColumn' | 'firstColumn'> & {
  filter: EntryFilter
}

/** The columns and the sum of what the time is worth; null where none of it has a rate, or the actor may not see it. */
function chargedTime(
  context: ReportContext,
  { filter, ...facts }: ChargedFacts,
): { columns: EntryColumn[]; amount: NonNullable<EntriesSheetOptions['amount']> } | null {
  const { data, request, organisation, words } = context
  const { access } = requests['customer.amount']
  if (request.actor === null || !isPermitted(request.actor, access, null, organisation)) return null
  const { amountMinor } = billFigures(billOf(data, facts.customerId, filter))
  if (amountMinor === null) return null
  const scale = scaleOf(context)
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
