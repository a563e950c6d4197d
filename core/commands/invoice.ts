// Commands on invoices and payments.
import type { invoiceCommands } from '../../shared/contract/invoice.ts'
import type { Id } from '../../shared/entities/entity.ts'
import type { Invoice } from '../../shared/entities/invoice.ts'
import { MOST_ENTRIES, MOST_LINES } from '../../shared/entities/invoice.ts'
import type { Change } from '../../shared/entities/registry.ts'
import { put, remove } from '../../shared/entities/registry.ts'
import type { Tax } from '../../shared/entities/tax.ts'
import { isTax } from '../../shared/entities/tax.ts'
import { edited } from '../../shared/rules/directory.ts'
import type { Numbers } from '../../shared/rules/invoice.ts'
import { issueInvoice, markSent, newInvoice, payInvoice, voidInvoice } from '../../shared/rules/invoice.ts'
import type { BillableItem } from '../../shared/rules/invoiceLines.ts'
import { freeLine, timeLines } from '../../shared/rules/invoiceLines.ts'
import { buyerOf, sellerOf } from '../../shared/rules/invoiceLegal.ts'
import { NO_TAX, totalsOf } from '../../shared/rules/invoiceTotals.ts'
import { decided, refused } from '../../shared/rules/rule.ts'
import type { Data } from '../db/data.ts'
import type { Which } from '../facts/invoices.ts'
import { defaultTax, draftLines, paidOf, profileOf, sorted, uninvoiced } from '../facts/invoices.ts'
import { organisationOf } from '../facts/reads.ts'
import { present } from '../facts/relations.ts'
import type { Handlers } from './handler.ts'

const numbersOf = (data: Data): Numbers => ({
  lastOf: (series) =>
    data.get<{ last: number }>(
      'SELECT coalesce(max(serial), 0) AS last FROM invoice WHERE series = +?',
      series,
    )?.last ?? 0,
  isTaken: (number) => data.where('invoice', 'number = +?', number).length > 0,
})

/** Its id is the entry's: there is no second one (E9). */
const hold = (entryId: Id, invoiceId: Id): Change =>
  put('invoicedEntry', { id: entryId, entryId, invoiceId, prepaidMs: null })

/** Of a session that is prepaid in part there are two items. */
const held = (items: readonly BillableItem[], invoiceId: Id): Change[] =>
  [...new Set(items.map(({ entryId }) => entryId))].map((entryId) => hold(entryId, invoiceId))

const taxesIn = (args: {
  tax?: Tax | null | undefined
  freeLines?: readonly { tax: Tax | null }[] | undefined
}): Tax[] => [args.tax, ...(args.freeLines ?? []).map(({ tax }) => tax)].filter((tax) => tax != null)

const draftOf = (data: Data, id: Id) => {
  const invoice = data.find('invoice', id)
  if (invoice === null) return refused('notFound.invoice')
  return invoice.status === 'draft'
    ? ({ ok: true, value: invoice } as const)
    : refused('invoice.frozen', { values: { number: invoice.number } })
}

/** A case of another customer has none of this one's time: said, before it is said that there is none. */
function caseRefusal(data: Data, customerId: Id, caseId: Id | undefined) {
  const one = caseId === undefined ? null : data.find('case', caseId)
  if (caseId === undefined || one?.customerId === customerId) return null
  return one === null
    ? refused('notFound.case')
    : refused('case.otherCustomer', { values: { code: one.code, name: one.name }, ids: [one.id] })
}

/** What can be taken of the customer's time, or why nothing can. */
function takeable(data: Data, invoice: Invoice, which: Which) {
  const refusal = caseRefusal(data, invoice.customerId, which.caseId)
  if (refusal !== null) return refusal
  const entries = uninvoiced(data, invoice.customerId, which)
  if (which.entryIds !== undefined && entries.length < new Set(which.entryIds).size)
    return refusedChoice(data, invoice, which.entryIds)
  if (entries.length > MOST_ENTRIES)
    return refused('invoice.tooManyEntries', { values: { count: entries.length, most: MOST_ENTRIES } })
  const found = sorted(data, entries, invoice.language)
  if (found.items.length > 0) return { ok: true, value: found } as const
  return refused(found.withoutRate.length > 0 ? 'invoice.noRate' : 'invoice.nothing')
}

/** Of those that were chosen by hand, what is with the first that cannot be taken. */
function refusedChoice(data: Data, invoice: Invoice, entryIds: readonly Id[]) {
  for (const id of entryIds) {
    const entry = data.find('timeEntry', id)
    if (entry === null) return refused('notFound.timeEntry')
    if (entry.customerId !== invoice.customerId) return refused('invoice.otherCustomer', { ids: [id] })
    const taken = data.where('invoicedEntry', 'entry_id = ?', id)[0]
    const other = taken === undefined ? null : data.find('invoice', taken.invoiceId)
    if (other !== null) return refused('invoice.entryTaken', { ids: [id], values: { number: other.number } })
  }
  return refused('invoice.nothing')
}

const tooManyLines = (count: number) =>
  refused('invoice.tooManyLines', { values: { count, most: MOST_LINES } })

export const invoiceHandlers: Handlers<
  Exclude<keyof typeof invoiceCommands, `billingProfile.${string}` | `taxRate.${string}`>
> = {
  'invoice.draft': (
    data,
    { customerId, blank, from, to, projectId, caseId, categoryId, entryIds, ...said },
    ctx,
  ) => {
    const organisation = organisationOf(data)
    if (organisation === null) return refused('setup.missing')
    if (present(data, 'customer', customerId) === null) return refused('notFound.customer')
    if (!taxesIn(said).every(isTax)) return refused('tax.invalid')
    const { currency } = organisation
    const of = { customerId, currency, createdAt: ctx.now, profile: profileOf(data), tax: defaultTax(data) }
    const invoice: Invoice = {
      ...edited(newInvoice(ctx.newId(), of), said),
      periodFrom: from ?? null,
      periodTo: to ?? null,
    }
    const which = { from, to, projectId, caseId, categoryId, entryIds }
    const found = blank === true ? null : takeable(data, invoice, which)
    if (found?.ok === false) return found
    const { items = [], withoutRate = [] } = found?.value ?? {}
    const tax = invoice.tax ?? NO_TAX
    const lines = [
      ...timeLines(items, { ...invoice, tax }),
      ...invoice.freeLines.map((line) => freeLine(line, tax)),
    ]
    if (lines.length > MOST_LINES) return tooManyLines(lines.length)
    const { netMinor, taxMinor, totalMinor } = totalsOf(lines, invoice.discount)
    return decided([put('invoice', invoice), ...held(items, invoice.id)], {
      invoiceId: invoice.id,
      lines: lines.map(({ text, quantityHundredths, unitPriceMinor, amountMinor, entryIds: behind }) => ({
        text,
        hours: quantityHundredths / 100,
        unitPriceMinor,
        amountMinor,
        entryIds: behind,
      })),
      netMinor,
      taxMinor,
      totalMinor,
      withoutRate: withoutRate.length,
    })
  },
  'invoice.edit': (data, { invoiceId, ...said }) => {
    const draft = draftOf(data, invoiceId)
    if (!draft.ok) return draft
    if (!taxesIn(said).every(isTax)) return refused('tax.invalid')
    const invoice = edited(draft.value, said)
    const { lines } = draftLines(data, invoice)
    return lines.length > MOST_LINES ? tooManyLines(lines.length) : decided([put('invoice', invoice)], null)
  },
  'invoice.take': (data, { invoiceId, ...which }) => {
    const draft = draftOf(data, invoiceId)
    if (!draft.ok) return draft
    const found = takeable(data, draft.value, which)
    if (!found.ok) return found
    const { items } = found.value
    const taken = held(items, invoiceId)
    return decided(taken, { taken: taken.length })
  },
  'invoice.release': (data, { invoiceId, entryIds }) => {
    const draft = draftOf(data, invoiceId)
    if (!draft.ok) return draft
    const on = data.where(
      'invoicedEntry',
      'invoice_id = +? AND entry_id IN (SELECT value FROM json_each(?))',
      invoiceId,
      JSON.stringify(entryIds),
    )
    return on.length === 0
      ? refused('notFound.timeEntry')
      : decided(
          on.map(({ id }) => remove('invoicedEntry', id)),
          null,
        )
  },
  'invoice.remove': (data, { invoiceId }) => {
    const draft = draftOf(data, invoiceId)
    return draft.ok ? decided([remove('invoice', invoiceId)], null) : draft
  },
  'invoice.issue': (data, { invoiceId, ...args }, ctx) => {
    const organisation = organisationOf(data)
    const invoice = data.find('invoice', invoiceId)
    if (organisation === null || invoice === null) return refused('notFound.invoice')
    const customer = data.find('customer', invoice.customerId)
    if (customer === null) return refused('notFound.customer')
    const profile = profileOf(data)
    const facts = {
      invoice,
      ...draftLines(data, invoice),
      seller: sellerOf(profile, organisation),
      buyer: buyerOf(customer),
      profile,
      currency: organisation.currency,
      numbers: numbersOf(data),
    }
    return issueInvoice(facts, args, ctx)
  },
  'invoice.markSent': (data, { invoiceId, ...args }, ctx) => {
    const invoice = data.find('invoice', invoiceId)
    return invoice === null ? refused('notFound.invoice') : markSent(invoice, args, ctx)
  },
  'invoice.pay': (data, { invoiceId, ...args }, ctx) => {
    const invoice = data.find('invoice', invoiceId)
    return invoice === null
      ? refused('notFound.invoice')
      : payInvoice({ invoice, paidMinor: paidOf(data, invoiceId) }, args, ctx)
  },
  'payment.remove': (data, { paymentId }) =>
    data.find('payment', paymentId) === null
      ? refused('notFound.payment')
      : decided([remove('payment', paymentId)], null),
  'invoice.void': (data, { invoiceId, ...args }, ctx) => {
    const invoice = data.find('invoice', invoiceId)
    if (invoice === null) return refused('notFound.invoice')
    const entryIds = data.where('invoicedEntry', 'invoice_id = +?', invoiceId).map(({ id }) => id)
    return voidInvoice({ invoice, entryIds, profile: profileOf(data), numbers: numbersOf(data) }, args, ctx)
  },
}
