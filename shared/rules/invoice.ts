// What may be done with invoices: draft, change, issue, pay, void (E7, E9). That what was issued stays, the guards say (invoiceGuards.ts).
import type { InvoiceLanguage } from '../base/languages.ts'
import type { LocalDate } from '../base/localDate.ts'
import { addDays } from '../base/localDate.ts'
import type { BillingProfile } from '../entities/billingProfile.ts'
import { BILLING_PROFILE_ID } from '../entities/billingProfile.ts'
import type { Id } from '../entities/entity.ts'
import type { Invoice, InvoiceLine, Party } from '../entities/invoice.ts'
import { MOST_LINES, NO_ROUNDING } from '../entities/invoice.ts'
import { numberIn, seriesOf } from '../entities/numberFormat.ts'
import type { Change } from '../entities/registry.ts'
import { put, remove } from '../entities/registry.ts'
import type { Tax } from '../entities/tax.ts'
import { missingOf } from './invoiceLegal.ts'
import { NO_DISCOUNT, totalsOf } from './invoiceTotals.ts'
import type { Decision, RuleContext } from './rule.ts'
import { decided, refused } from './rule.ts'

export const newBillingProfile = (language: InvoiceLanguage): BillingProfile => ({
  id: BILLING_PROFILE_ID,
  legalName: '',
  address: '',
  postCode: '',
  city: '',
  country: null,
  vatId: '',
  taxNumber: '',
  email: '',
  phone: '',
  iban: '',
  bic: '',
  bankName: '',
  numberFormat: '{YYYY}-{0000}',
  creditNoteFormat: 'CN-{YYYY}-{0000}',
  dueDays: 14,
  terms: '',
  language,
  logoId: null,
})

export const newInvoice = (
  id: Id,
  of: { customerId: Id; currency: string; createdAt: number; profile: BillingProfile; tax: Tax | null },
): Invoice => ({
  id,
  kind: 'invoice',
  status: 'draft',
  number: null,
  series: null,
  serial: null,
  date: null,
  dueDate: null,
  customerId: of.customerId,
  currency: of.currency,
  language: of.profile.language,
  periodFrom: null,
  periodTo: null,
  groupBy: 'category',
  rounding: NO_ROUNDING,
  tax: of.tax,
  freeLines: [],
  discount: NO_DISCOUNT,
  dueDays: of.profile.dueDays,
  notes: '',
  terms: of.profile.terms,
  creditedId: null,
  reason: '',
  lines: [],
  taxes: [],
  sumMinor: null,
  discountMinor: null,
  netMinor: null,
  taxMinor: null,
  totalMinor: null,
  seller: null,
  buyer: null,
  logoId: null,
  sentOn: null,
  createdAt: of.createdAt,
})

/** Which numbers of a series are given. */
export type Numbers = { lastOf(series: string): number; isTaken(number: string): boolean }

/** The next one: the last and one more, as none is ever taken back (E9). */
function nextNumber(
  format: string,
  date: LocalDate,
  numbers: Numbers,
): { series: string; serial: number; number: string } {
  const series = seriesOf(format, date)
  const serial = numbers.lastOf(series) + 1
  return { series, serial, number: numberIn(series, serial) }
}

export type IssueFacts = {
  invoice: Invoice
  lines: readonly InvoiceLine[]
  /** On the draft, but no longer to be billed with it: they are let go. */
  stray: readonly Id[]
  period: { from: LocalDate | null; to: LocalDate | null }
  /** What of each entry is prepaid, ms; not of those of which nothing is. */
  prepaid: ReadonlyMap<Id, number>
  seller: Party
  buyer: Party
  profile: BillingProfile
  /** The organisation's: what rates are in. */
  currency: string
  numbers: Numbers
}

export function issueInvoice(
  facts: IssueFacts,
  args: { date?: LocalDate | undefined; dueDate?: LocalDate | undefined },
  ctx: Pick<RuleContext, 'today'>,
): Decision<{ invoiceId: Id; number: string }> {
  const { invoice, lines, seller, buyer, profile } = facts
  if (invoice.status !== 'draft') return refused('invoice.frozen', { values: { number: invoice.number } })
  if (lines.length === 0) return refused('invoice.nothing')
  if (lines.length > MOST_LINES)
    return refused('invoice.tooManyLines', { values: { count: lines.length, most: MOST_LINES } })
  if (invoice.currency !== facts.currency)
    return refused('invoice.twoCurrencies', { values: { was: invoice.currency, is: facts.currency } })
  const date = args.date ?? ctx.today
  if (date > ctx.today) return refused('invoice.inFuture')
  const dueDate = args.dueDate ?? addDays(date, invoice.dueDays)
  if (dueDate < date) return refused('invoice.dueBefore')
  const missing = missingOf({ seller, buyer, tax: invoice.tax }, lines)
  if (missing.length > 0)
    return refused('invoice.incomplete', {
      values: { count: missing.length },
      fields: Object.fromEntries(missing.map((field) => [field, 'is missing'])),
    })
  if (mixesUntaxed(lines)) return refused('invoice.untaxedMixed')
  const { netMinor, ...totals } = totalsOf(lines, invoice.discount)
  if (netMinor < 0 || totals.totalMinor < 0) return refused('invoice.negative')
  const number = nextNumber(profile.numberFormat, date, facts.numbers)
  if (facts.numbers.isTaken(number.number))
    return refused('invoice.numberTaken', { values: { number: number.number } })
  const issued: Invoice = {
    ...invoice,
    ...number,
    ...totals,
    netMinor,
    status: 'issued',
    date,
    dueDate,
    periodFrom: facts.period.from,
    periodTo: facts.period.to,
    lines: [...lines],
    seller,
    buyer,
    logoId: profile.logoId,
  }
  const changes: Change[] = [
    ...facts.stray.map((id) => remove('invoicedEntry', id)),
    // From now on it draws that much and no more.
    ...[...facts.prepaid].map(([entryId, prepaidMs]) =>
      put('invoicedEntry', { id: entryId, entryId, invoiceId: invoice.id, prepaidMs }),
    ),
    put('invoice', issued),
  ]
  return decided(changes, { invoiceId: invoice.id, number: number.number })
}

/** What is not taxed at all stands on an invoice of its own (BR-O-11). */
const mixesUntaxed = (lines: readonly InvoiceLine[]): boolean => {
  const categories = new Set(lines.map(({ tax }) => tax.taxCategory))
  return categories.has('O') && categories.size > 1
}

export type VoidFacts = {
  invoice: Invoice
  entryIds: readonly Id[]
  profile: BillingProfile
  numbers: Numbers
}

/** A credit note of its own number takes it back whole, and frees exactly its entries (E9). */
export function voidInvoice(
  { invoice, entryIds, profile, numbers }: VoidFacts,
  args: { reason: string; date?: LocalDate | undefined },
  ctx: Pick<RuleContext, 'today' | 'now' | 'newId'>,
): Decision<{ creditNoteId: Id; number: string }> {
  if (invoice.kind === 'creditNote') return refused('invoice.isCreditNote')
  if (invoice.status === 'void') return refused('invoice.alreadyVoid', { values: { number: invoice.number } })
  if (invoice.status === 'draft') return refused('invoice.notIssued')
  if (args.reason.trim() === '') return refused('invoice.reasonMissing')
  const date = args.date ?? ctx.today
  if (date > ctx.today) return refused('invoice.inFuture')
  if (invoice.date !== null && date < invoice.date)
    return refused('invoice.creditBefore', { values: { date: invoice.date } })
  const number = nextNumber(profile.creditNoteFormat, date, numbers)
  if (numbers.isTaken(number.number))
    return refused('invoice.numberTaken', { values: { number: number.number } })
  const creditNote: Invoice = {
    ...invoice,
    ...number,
    id: ctx.newId(),
    kind: 'creditNote',
    date,
    dueDate: date,
    creditedId: invoice.id,
    reason: args.reason,
    // Nobody has to pay it.
    terms: '',
    sentOn: null,
    createdAt: ctx.now,
  }
  return decided(
    [
      put('invoice', creditNote),
      put('invoice', { ...invoice, status: 'void' }),
      ...entryIds.map((id) => remove('invoicedEntry', id)),
    ],
    { creditNoteId: creditNote.id, number: number.number },
  )
}

/** That it went to the customer; a credit note does too. */
export function markSent(
  invoice: Invoice,
  args: { date?: LocalDate | undefined },
  ctx: Pick<RuleContext, 'today'>,
): Decision<null> {
  if (invoice.status === 'draft') return refused('invoice.notIssued')
  const sentOn = args.date ?? ctx.today
  if (sentOn > ctx.today) return refused('invoice.sentInFuture')
  if (invoice.date !== null && sentOn < invoice.date)
    return refused('invoice.sentBefore', { values: { date: invoice.date } })
  return decided([put('invoice', { ...invoice, sentOn })], null)
}

/** In part, or all that is open. */
export function payInvoice(
  { invoice, paidMinor }: { invoice: Invoice; paidMinor: number },
  args: { amountMinor?: number | undefined; date?: LocalDate | undefined; note?: string | undefined },
  ctx: Pick<RuleContext, 'today' | 'newId'>,
): Decision<{ paymentId: Id; openMinor: number }> {
  if (invoice.kind === 'creditNote') return refused('invoice.isCreditNote')
  if (invoice.status === 'draft') return refused('invoice.notIssued')
  if (invoice.status === 'void') return refused('invoice.alreadyVoid', { values: { number: invoice.number } })
  const openMinor = (invoice.totalMinor ?? 0) - paidMinor
  if (openMinor <= 0) return refused('invoice.paidAlready', { values: { number: invoice.number } })
  const amountMinor = args.amountMinor ?? openMinor
  const payment = {
    id: ctx.newId(),
    invoiceId: invoice.id,
    date: args.date ?? ctx.today,
    amountMinor,
    note: args.note ?? '',
  }
  return decided([put('payment', payment)], { paymentId: payment.id, openMinor: openMinor - amountMinor })
}

/** What it is called beside its kind; nothing is due on a credit note. */
export type InvoiceState = 'draft' | 'open' | 'partPaid' | 'overdue' | 'paid' | 'void' | 'creditNote'

export function stateOf(
  { kind, status, dueDate, totalMinor }: Pick<Invoice, 'kind' | 'status' | 'dueDate' | 'totalMinor'>,
  paidMinor: number,
  today: LocalDate,
): InvoiceState {
  if (status === 'draft' || status === 'void') return status
  if (kind === 'creditNote') return kind
  if (paidMinor >= (totalMinor ?? 0)) return 'paid'
  if (dueDate !== null && dueDate < today) return 'overdue'
  return paidMinor > 0 ? 'partPaid' : 'open'
}
