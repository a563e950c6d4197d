// An invoice or a credit note. A draft says what it is to hold and follows its entries; once issued it has its number, its lines and
// its totals for ever, and is voided only by a credit note.
import { z } from 'zod'
import { INVOICE_LANGUAGES } from '../base/languages.ts'
import { once } from '../base/once.ts'
import { Country } from './billingProfile.ts'
import { defineEntity, Id, InstantSchema, Line, LocalDateSchema, Note } from './entity.ts'
import { Tax } from './tax.ts'

/** More lines are no invoice that anybody reads; a coarser grouping has fewer. */
export const MOST_LINES = 2_000
/** More entries are taken into two. */
export const MOST_ENTRIES = 20_000

export const GroupBy = z.enum(['entry', 'day', 'category', 'project', 'case', 'user'])
export type GroupBy = z.infer<typeof GroupBy>

/** How the time of each line is rounded before it is priced. */
export const Rounding = once(() =>
  z.object({ mode: z.enum(['none', 'up', 'nearest']), stepMinutes: z.int().min(1).max(480) }),
)
export type Rounding = z.infer<ReturnType<typeof Rounding>>
export const NO_ROUNDING: Rounding = { mode: 'none', stepMinutes: 1 }

/** So that the product of a quantity and a price is exact. */
const Price = z.int().min(0).max(50_000_000_000)
const Quantity = z.int().min(-100_000_000).max(100_000_000)
const LineText = Note.pipe(z.string().max(1_000))

/** A line that is no recorded time. */
export const FreeLine = once(() =>
  z.object({
    text: LineText.pipe(z.string().min(1)),
    quantityHundredths: Quantity,
    unitPriceMinor: Price,
    /** null: as the invoice's time. */
    tax: Tax().nullable(),
  }),
)
export type FreeLine = z.infer<ReturnType<typeof FreeLine>>

export const Discount = once(() =>
  z.object({
    discountKind: z.enum(['none', 'percent', 'amount']),
    /** Hundredths of a percent, or minor units. */
    discountValue: z.int().min(0).max(1_000_000_000_000),
  }),
)
export type Discount = z.infer<ReturnType<typeof Discount>>

/** A line as it is printed. */
export const InvoiceLine = once(() =>
  z.object({
    text: LineText,
    unit: z.enum(['hour', 'piece']),
    quantityHundredths: Quantity,
    unitPriceMinor: Price,
    amountMinor: z.int(),
    tax: Tax(),
    /** The recorded time behind it. */
    entryIds: z.array(Id),
  }),
)
export type InvoiceLine = z.infer<ReturnType<typeof InvoiceLine>>

/** What is taxed alike, together. */
export const TaxShare = once(() =>
  z.object({ tax: Tax(), discountMinor: z.int(), baseMinor: z.int(), taxMinor: z.int() }),
)
export type TaxShare = z.infer<ReturnType<typeof TaxShare>>

export const Party = once(() =>
  z.object({
    name: Line,
    address: Note,
    postCode: Line,
    city: Line,
    country: Country,
    vatId: Line,
    taxNumber: Line,
    email: Line,
    phone: Line,
    contactPerson: Line,
    iban: Line,
    bic: Line,
    bankName: Line,
    buyerReference: Line,
  }),
)
export type Party = z.infer<ReturnType<typeof Party>>

export const Invoice = once(() =>
  z.object({
    id: Id,
    kind: z.enum(['invoice', 'creditNote']),
    /** void: a credit note took it back. Whether it is paid, its payments say. */
    status: z.enum(['draft', 'issued', 'void']),
    /** Given when it is issued, and never again (E9). */
    number: Line.nullable(),
    /** Which numbers it counts with, and as which of them. */
    series: Line.nullable(),
    serial: z.int().min(1).nullable(),
    date: LocalDateSchema.nullable(),
    dueDate: LocalDateSchema.nullable(),
    customerId: Id,
    currency: z.string().regex(/^[A-Z]{3}$/),
    language: z.enum(INVOICE_LANGUAGES),
    /** The work days it was asked for; null: from the first, to the last. */
    periodFrom: LocalDateSchema.nullable(),
    periodTo: LocalDateSchema.nullable(),
    groupBy: GroupBy,
    rounding: Rounding(),
    /** Of its time; null: not said yet. */
    tax: Tax().nullable(),
    freeLines: z.array(FreeLine()).max(MOST_LINES),
    discount: Discount(),
    dueDays: z.int().min(0).max(365),
    notes: Note.pipe(z.string().max(4000)),
    terms: Note.pipe(z.string().max(4000)),
    /** The invoice that a credit note takes back, and why. */
    creditedId: Id.nullable(),
    reason: Note.pipe(z.string().max(1000)),
    /** Kept when it is issued; until then they follow. */
    lines: z.array(InvoiceLine()),
    taxes: z.array(TaxShare()),
    sumMinor: z.int().nullable(),
    discountMinor: z.int().nullable(),
    netMinor: z.int().nullable(),
    taxMinor: z.int().nullable(),
    totalMinor: z.int().nullable(),
    seller: Party().nullable(),
    buyer: Party().nullable(),
    logoId: Id.nullable(),
    /** The day on which it went to the customer, last; the one thing of what was issued that changes. */
    sentOn: LocalDateSchema.nullable(),
    createdAt: InstantSchema,
  }),
)
export type Invoice = z.infer<ReturnType<typeof Invoice>>
export const invoice = defineEntity('invoice', Invoice, {
  refs: [
    { field: 'customerId', to: 'customer', as: 'recalled' },
    { field: 'creditedId', to: 'invoice', as: 'mentioned' },
    { field: 'logoId', to: 'logo', as: 'mentioned' },
  ],
  label: ['number', 'customerId'],
  owner: null,
  seenBy: 'leaders',
  module: 'invoicing',
})
