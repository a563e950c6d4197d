// Queries on invoices: the list with its sums, one as it is printed, and the time behind a line.
import { fail, ok } from '../../shared/base/result.ts'
import type { InvoiceRow, InvoiceSums, InvoiceView, invoiceQueries } from '../../shared/contract/invoice.ts'
import { appError } from '../../shared/contract/errors.ts'
import type { LocalDate } from '../../shared/base/localDate.ts'
import type { Invoice, InvoiceLine } from '../../shared/entities/invoice.ts'
import { stateOf } from '../../shared/rules/invoice.ts'
import { amountOfTime } from '../../shared/rules/invoiceLines.ts'
import { buyerOf, missingOf, sellerOf } from '../../shared/rules/invoiceLegal.ts'
import type { InvoiceTotals } from '../../shared/rules/invoiceTotals.ts'
import { totalsOf } from '../../shared/rules/invoiceTotals.ts'
import type { Data } from '../db/data.ts'
import { draftLines, paidOf, profileOf, sorted, uninvoiced } from '../facts/invoices.ts'
import { nameOf, organisationOf } from '../facts/reads.ts'
import { entryViews } from './entryViews.ts'
import type { QueryHandlers } from './query.ts'

const totalsIn = (invoice: Invoice, lines: readonly InvoiceLine[]): InvoiceTotals =>
  invoice.status === 'draft'
    ? totalsOf(lines, invoice.discount)
    : {
        sumMinor: invoice.sumMinor ?? 0,
        discountMinor: invoice.discountMinor ?? 0,
        netMinor: invoice.netMinor ?? 0,
        taxMinor: invoice.taxMinor ?? 0,
        totalMinor: invoice.totalMinor ?? 0,
        taxes: invoice.taxes,
      }

const linesIn = (data: Data, invoice: Invoice): readonly InvoiceLine[] =>
  invoice.status === 'draft' ? draftLines(data, invoice).lines : invoice.lines

function rowOf(
  data: Data,
  invoice: Invoice,
  { netMinor, totalMinor }: Pick<InvoiceTotals, 'netMinor' | 'totalMinor'>,
  today: LocalDate,
): InvoiceRow {
  const { id, kind, status, number, date, dueDate, sentOn, customerId, currency } = invoice
  const paidMinor = paidOf(data, id)
  const state = stateOf(invoice, paidMinor, today)
  const owed = state === 'open' || state === 'partPaid' || state === 'overdue'
  return {
    id,
    kind,
    status,
    number,
    date,
    dueDate,
    sentOn,
    customerId,
    currency,
    customerName: invoice.buyer?.name ?? nameOf(data, 'customer', customerId) ?? '',
    state,
    netMinor,
    totalMinor,
    paidMinor,
    openMinor: owed ? totalMinor - paidMinor : 0,
  }
}

function sumsOf(rows: readonly InvoiceRow[]): InvoiceSums[] {
  const sums = new Map<string, InvoiceSums>()
  for (const { currency, state, totalMinor, openMinor } of rows) {
    const key = `${currency} ${state}`
    const sum = sums.get(key) ?? { currency, state, count: 0, totalMinor: 0, openMinor: 0 }
    sum.count += 1
    sum.totalMinor += totalMinor
    sum.openMinor += openMinor
    sums.set(key, sum)
  }
  return [...sums.values()]
}

/** The invoice that it takes back, or the credit note that took it back. */
function counterpartOf(data: Data, invoice: Invoice): InvoiceView['counterpart'] {
  const other =
    invoice.creditedId === null
      ? data.where('invoice', 'credited_id = +?', invoice.id)[0]
      : data.find('invoice', invoice.creditedId)
  return other == null ? null : { id: other.id, number: other.number ?? '' }
}

export function invoiceView(data: Data, invoice: Invoice, today: LocalDate): InvoiceView | null {
  const organisation = organisationOf(data)
  const customer = data.find('customer', invoice.customerId)
  if (organisation === null || customer === null) return null
  const isDraft = invoice.status === 'draft'
  const draft = isDraft ? draftLines(data, invoice) : null
  const lines = draft?.lines ?? invoice.lines
  const profile = profileOf(data)
  const seller = invoice.seller ?? sellerOf(profile, organisation)
  const buyer = invoice.buyer ?? buyerOf(customer)
  const totals = totalsIn(invoice, lines)
  const { groupBy, rounding, tax, freeLines, discount, dueDays, notes, terms, language, reason, createdAt } =
    invoice
  return {
    ...rowOf(data, invoice, totals, today),
    ...totals,
    groupBy,
    rounding,
    tax,
    freeLines,
    discount,
    dueDays,
    notes,
    terms,
    language,
    reason,
    createdAt,
    lines,
    seller,
    buyer,
    period: draft?.period ?? { from: invoice.periodFrom, to: invoice.periodTo },
    payments: data.where('payment', 'invoice_id = +? ORDER BY date, id', invoice.id),
    counterpart: counterpartOf(data, invoice),
    missing: isDraft ? missingOf({ seller, buyer, tax }, lines) : [],
    stray: draft?.stray.length ?? 0,
    logoId: isDraft ? profile.logoId : invoice.logoId,
  }
}

const byNumber = (data: Data, number: string): Invoice | null =>
  data.where('invoice', 'number = +?', number)[0] ?? null

export const invoiceQueryHandlers: QueryHandlers<keyof typeof invoiceQueries> = {
  'invoice.list': (data, { customerId }, { today }) => {
    const all =
      customerId === undefined
        ? data.where('invoice', "1 ORDER BY status <> 'draft', date DESC, id DESC")
        : data.where('invoice', "customer_id = +? ORDER BY status <> 'draft', date DESC, id DESC", customerId)
    const rows = all.map((invoice) => rowOf(data, invoice, totalsIn(invoice, linesIn(data, invoice)), today))
    return ok({ rows, sums: sumsOf(rows) })
  },

  'invoice.get': (data, { invoiceId, number }, { today }) => {
    const invoice = invoiceId === undefined ? byNumber(data, number ?? '') : data.find('invoice', invoiceId)
    const view = invoice === null ? null : invoiceView(data, invoice, today)
    return view === null ? fail(appError('notFound.invoice')) : ok(view)
  },

  'invoice.entries': (data, { invoiceId, line }) => {
    const invoice = data.find('invoice', invoiceId)
    if (invoice === null) return fail(appError('notFound.invoice'))
    const ids = linesIn(data, invoice)[line]?.entryIds ?? []
    return ok(
      entryViews(
        data,
        'e.id IN (SELECT value FROM json_each(?)) ORDER BY e.start_at, e.id',
        JSON.stringify(ids),
      ),
    )
  },

  'invoice.billable': (data, { customerId, groupBy = 'category', ...which }) => {
    if (data.find('customer', customerId) === null) return fail(appError('notFound.customer'))
    const { items, withoutRate } = sorted(data, uninvoiced(data, customerId, which), 'en')
    return ok({
      // Of a session that is prepaid in part there are two.
      entries: new Set(items.map(({ entryId }) => entryId)).size,
      ms: items.reduce((sum, { ms }) => sum + ms, 0),
      amountMinor: amountOfTime(items, groupBy),
      withoutRate: withoutRate.length,
    })
  },

  'billingProfile.get': (data) => {
    const profile = profileOf(data)
    const logo = profile.logoId === null ? null : data.find('logo', profile.logoId)
    return ok({
      ...profile,
      logo: logo === null ? null : { mediaType: logo.mediaType, picture: logo.picture },
    })
  },
  'taxRate.list': (data) =>
    ok([...data.list('taxRate')].sort((a, b) => b.percentHundredths - a.percentHundredths)),
}
