// Commands and queries on invoices, their payments, tax rates, and what the organisation says of itself on them.
import { z } from 'zod'
import { BillingProfile as ProfileSchema } from '../entities/billingProfile.ts'
import type { BillingProfile } from '../entities/billingProfile.ts'
import { Id, Line, LocalDateSchema, Note } from '../entities/entity.ts'
import type { Invoice, InvoiceLine, Party } from '../entities/invoice.ts'
import {
  Discount,
  FreeLine,
  GroupBy,
  Invoice as InvoiceSchema,
  MOST_LINES,
  Rounding,
} from '../entities/invoice.ts'
import type { Payment } from '../entities/payment.ts'
import { Payment as PaymentSchema } from '../entities/payment.ts'
import { Tax } from '../entities/tax.ts'
import type { TaxRate } from '../entities/taxRate.ts'
import { TaxRate as TaxRateSchema } from '../entities/taxRate.ts'
import type { InvoiceState } from '../rules/invoice.ts'
import type { Missing } from '../rules/invoiceLegal.ts'
import type { InvoiceTotals } from '../rules/invoiceTotals.ts'
import { leaders } from './access.ts'
import type { EntryView } from './entry.ts'
import { command, query } from './request.ts'

/** What a draft says of its lines; what is not said is as the billing settings have it. */
const draftShape = () => ({
  groupBy: GroupBy.optional(),
  rounding: Rounding().optional(),
  tax: Tax().nullable().optional(),
  /** More than an invoice may have, so that it is refused with its sentence. */
  freeLines: z
    .array(FreeLine())
    .max(2 * MOST_LINES)
    .optional(),
  discount: Discount().optional(),
  dueDays: InvoiceSchema().shape.dueDays.optional(),
  notes: InvoiceSchema().shape.notes.optional(),
  terms: InvoiceSchema().shape.terms.optional(),
  language: InvoiceSchema().shape.language.optional(),
})

/** Which time: all that is billable and on no invoice, or what of it these leave. */
const whichShape = () => ({
  from: LocalDateSchema.optional(),
  to: LocalDateSchema.optional(),
  projectId: Id.optional(),
  caseId: Id.optional(),
  categoryId: Id.optional(),
  /** Chosen by hand. */
  entryIds: z.array(Id).min(1).max(20_000).optional(),
})

/** A picture as base64; longer ones are refused with their sentence. */
const Picture = z.string().max(60_000_000)

export type DraftLine = {
  text: string
  hours: number
  unitPriceMinor: number
  amountMinor: number
  entryIds: Id[]
}
export type DraftAnswer = {
  invoiceId: Id
  lines: DraftLine[]
  netMinor: number
  taxMinor: number
  totalMinor: number
  /** Billable time in the range that was not taken, as no rate holds for it. */
  withoutRate: number
}

export const invoiceCommands = {
  'invoice.draft': command(
    () =>
      z.object({
        customerId: Id,
        ...whichShape(),
        ...draftShape(),
        /** Without recorded time: for lines of one's own. */
        blank: z.boolean().optional(),
      }),
    leaders,
  ).returns<DraftAnswer>(),
  'invoice.edit': command(() => z.object({ invoiceId: Id, ...draftShape() }), leaders).returns<null>(),
  /** Takes more time onto a draft. */
  'invoice.take': command(() => z.object({ invoiceId: Id, ...whichShape() }), leaders).returns<{
    taken: number
  }>(),
  /** Lets time go that is on a draft. */
  'invoice.release': command(
    () => z.object({ invoiceId: Id, entryIds: z.array(Id).min(1).max(20_000) }),
    leaders,
  ).returns<null>(),
  /** Of a draft; what was issued is voided. */
  'invoice.remove': command(() => z.object({ invoiceId: Id }), leaders).returns<null>(),
  'invoice.issue': command(
    () => z.object({ invoiceId: Id, date: LocalDateSchema.optional(), dueDate: LocalDateSchema.optional() }),
    leaders,
  ).returns<{ invoiceId: Id; number: string }>(),
  /** Remembers the day on which it went to the customer; today, where nobody says. */
  'invoice.markSent': command(
    () => z.object({ invoiceId: Id, date: LocalDateSchema.optional() }),
    leaders,
  ).returns<null>(),
  'invoice.pay': command(
    () =>
      z.object({
        invoiceId: Id,
        amountMinor: PaymentSchema().shape.amountMinor.optional(),
        date: LocalDateSchema.optional(),
        note: Line.optional(),
      }),
    leaders,
  ).returns<{ paymentId: Id; openMinor: number }>(),
  'payment.remove': command(() => z.object({ paymentId: Id }), leaders).returns<null>(),
  'invoice.void': command(
    () =>
      z.object({ invoiceId: Id, reason: Note.pipe(z.string().max(1000)), date: LocalDateSchema.optional() }),
    leaders,
  ).returns<{ creditNoteId: Id; number: string }>(),
  'billingProfile.edit': command(
    () => ProfileSchema().omit({ id: true, logoId: true }).partial(),
    leaders,
  ).returns<null>(),
  /** null: none any more. */
  'billingProfile.setLogo': command(() => z.object({ picture: Picture.nullable() }), leaders).returns<null>(),
  'taxRate.add': command(
    () => TaxRateSchema().omit({ id: true }).partial({ exemption: true, isDefault: true }),
    leaders,
  ).returns<{ taxRateId: Id }>(),
  'taxRate.edit': command(
    () => TaxRateSchema().omit({ id: true }).partial().extend({ taxRateId: Id }),
    leaders,
  ).returns<null>(),
  'taxRate.remove': command(() => z.object({ taxRateId: Id }), leaders).returns<null>(),
}

export type InvoiceRow = Pick<
  Invoice,
  'id' | 'kind' | 'status' | 'number' | 'date' | 'dueDate' | 'sentOn' | 'customerId' | 'currency'
> & {
  customerName: string
  state: InvoiceState
  /** Of a draft as it would be issued now. */
  netMinor: number
  totalMinor: number
  paidMinor: number
  openMinor: number
}
export type InvoiceSums = {
  currency: string
  state: InvoiceState
  count: number
  totalMinor: number
  openMinor: number
}

export type InvoiceView = InvoiceRow &
  InvoiceTotals &
  Pick<
    Invoice,
    | 'groupBy'
    | 'rounding'
    | 'tax'
    | 'freeLines'
    | 'discount'
    | 'dueDays'
    | 'notes'
    | 'terms'
    | 'language'
    | 'reason'
    | 'createdAt'
  > & {
    lines: readonly InvoiceLine[]
    seller: Party
    buyer: Party
    period: { from: string | null; to: string | null }
    payments: readonly Payment[]
    /** The number of the invoice that a credit note takes back, or of the credit note that took this one back. */
    counterpart: { id: Id; number: string } | null
    /** What has to be said before it can be issued. */
    missing: readonly Missing[]
    /** On the draft, but no longer to be billed with it: moved to another customer, not billable, or without a rate. */
    stray: number
    logoId: Id | null
  }

/** What a draft's lines follow. */
const DRAFTS = [
  'invoice',
  'invoicedEntry',
  'timeEntry',
  'customer',
  'category',
  'project',
  'case',
  'user',
  'rate',
  'hoursPackage',
  'pastSetting',
  'organisation',
] as const

export const invoiceQueries = {
  /** Newest first; drafts before all. */
  'invoice.list': query(
    () => z.object({ customerId: Id.optional() }),
    [...DRAFTS, 'payment'],
    leaders,
  ).returns<{
    rows: InvoiceRow[]
    sums: InvoiceSums[]
  }>(),
  /** By its id, or by its number. */
  'invoice.get': query(
    () => z.object({ invoiceId: Id.optional(), number: Line.optional() }),
    [...DRAFTS, 'payment', 'billingProfile'],
    leaders,
  ).returns<InvoiceView>(),
  /** The time behind a line. */
  'invoice.entries': query(
    () => z.object({ invoiceId: Id, line: z.int().min(0).max(2_100) }),
    [...DRAFTS, 'opportunity', 'tag', 'office', 'department'],
    leaders,
  ).returns<EntryView[]>(),
  /** What of a customer's time could be invoiced: billable, and on no invoice. */
  'invoice.billable': query(
    // By what its lines would be grouped: each is rounded by itself.
    () => z.object({ customerId: Id, ...whichShape(), groupBy: GroupBy.optional() }),
    DRAFTS,
    leaders,
  ).returns<{
    entries: number
    ms: number
    amountMinor: number
    withoutRate: number
  }>(),
  'billingProfile.get': query(() => z.object({}), ['billingProfile', 'logo'], leaders).returns<
    BillingProfile & { logo: { mediaType: string; picture: string } | null }
  >(),
  'taxRate.list': query(() => z.object({}), ['taxRate'], leaders).returns<TaxRate[]>(),
}
