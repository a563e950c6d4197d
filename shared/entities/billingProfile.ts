// What the organisation says of itself on an invoice, and how its invoices are numbered: one record, apart from the organisation as
// few ask for it.
import { z } from 'zod'
import { isIban } from '../base/iban.ts'
import { INVOICE_LANGUAGES } from '../base/languages.ts'
import { once } from '../base/once.ts'
import { defineEntity, Id, Line, Note } from './entity.ts'
import { isNumberFormat } from './numberFormat.ts'

export const BILLING_PROFILE_ID = 'billing'

/** ISO 3166, two letters. */
export const Country = z
  .string()
  .regex(/^[A-Z]{2}$/, { error: 'must be two capital letters, like DE' })
  .nullable()

/** A VAT number begins with its country: DE123456789. Blanks are how people read it, and are left out. */
export const VatId = Line.transform((text) => text.replaceAll(/[\s.-]/g, '').toUpperCase()).pipe(
  z.string().regex(/^$|^[A-Z]{2}[0-9A-Z+*]{2,13}$/, { error: 'must begin with a country, like DE123456789' }),
)

const Iban = Line.transform((text) => text.replaceAll(/\s/g, '').toUpperCase()).pipe(
  z
    .string()
    .refine((text) => text === '' || isIban(text), { error: 'is not a valid IBAN: check its digits' }),
)

const Bic = Line.transform((text) => text.replaceAll(/\s/g, '').toUpperCase()).pipe(
  z.string().regex(/^$|^[A-Z]{6}[A-Z0-9]{2}([A-Z0-9]{3})?$/, {
    error: 'must be 8 or 11 letters and digits, like COBADEFFXXX',
  }),
)

const NumberFormat = Line.pipe(
  z.string().max(40).refine(isNumberFormat, {
    error: 'must have one counter in braces, like {0000}, beside {YYYY}, {YY} and {MM}',
  }),
)

export const BillingProfile = once(() =>
  z.object({
    id: Id,
    /** As it is registered; empty: the organisation's name. */
    legalName: Line,
    /** Street, or what stands before the town; several lines. */
    address: Note.pipe(z.string().max(1000)),
    postCode: Line,
    city: Line,
    country: Country,
    vatId: VatId,
    taxNumber: Line,
    email: Line,
    phone: Line,
    iban: Iban,
    bic: Bic,
    bankName: Line,
    numberFormat: NumberFormat,
    creditNoteFormat: NumberFormat,
    dueDays: z.int().min(0).max(365),
    /** Said at the foot of each invoice. */
    terms: Note.pipe(z.string().max(4000)),
    /** In which language invoices are written. */
    language: z.enum(INVOICE_LANGUAGES),
    logoId: Id.nullable(),
  }),
)
export type BillingProfile = z.infer<ReturnType<typeof BillingProfile>>
export const billingProfile = defineEntity('billingProfile', BillingProfile, {
  refs: [{ field: 'logoId', to: 'logo', as: 'mentioned' }],
  label: [],
  owner: null,
  seenBy: 'leaders',
  module: 'invoicing',
})
