// What the law and EN 16931 want to read on an invoice, and what of it is not said yet, field by field.
import type { BillingProfile } from '../entities/billingProfile.ts'
import type { Customer } from '../entities/customer.ts'
import type { InvoiceLine, Party } from '../entities/invoice.ts'
import type { Organisation } from '../entities/organisation.ts'
import type { Tax } from '../entities/tax.ts'

const NOBODY: Party = {
  name: '',
  address: '',
  postCode: '',
  city: '',
  country: null,
  vatId: '',
  taxNumber: '',
  email: '',
  phone: '',
  contactPerson: '',
  iban: '',
  bic: '',
  bankName: '',
  buyerReference: '',
}

export const sellerOf = (profile: BillingProfile, organisation: Pick<Organisation, 'name'>): Party => ({
  ...NOBODY,
  name: profile.legalName === '' ? organisation.name : profile.legalName,
  address: profile.address,
  postCode: profile.postCode,
  city: profile.city,
  country: profile.country,
  vatId: profile.vatId,
  taxNumber: profile.taxNumber,
  email: profile.email,
  phone: profile.phone,
  iban: profile.iban,
  bic: profile.bic,
  bankName: profile.bankName,
})

export const buyerOf = (customer: Customer): Party => ({
  ...NOBODY,
  name: customer.name,
  address: customer.address,
  postCode: customer.postCode,
  city: customer.city,
  country: customer.country,
  vatId: customer.vatId,
  email: customer.email,
  phone: customer.phone,
  contactPerson: customer.contactPerson,
  buyerReference: customer.buyerReference,
})

/** Where it is said: in the billing settings, at the customer, or on the invoice. */
export const MISSING = [
  'seller.address',
  'seller.city',
  'seller.country',
  'seller.vatId',
  'seller.taxNumber',
  'seller.iban',
  'customer.address',
  'customer.city',
  'customer.country',
  'customer.vatId',
  'invoice.tax',
] as const
export type Missing = (typeof MISSING)[number]

export function missingOf(
  { seller, buyer, tax }: { seller: Party; buyer: Party; tax: Tax | null },
  lines: readonly Pick<InvoiceLine, 'tax'>[],
): Missing[] {
  const categories = new Set(lines.map((line) => line.tax.taxCategory))
  // Where the buyer owes the tax, or no tax is owed since it is another country's, both must be registered.
  const shifted = categories.has('AE') || categories.has('K')
  const wanted: Record<Missing, boolean> = {
    'seller.address': seller.address.trim() === '',
    'seller.city': seller.city === '',
    'seller.country': seller.country === null,
    'seller.vatId': (shifted || categories.has('G')) && seller.vatId === '',
    'seller.taxNumber': seller.vatId === '' && seller.taxNumber === '',
    'seller.iban': seller.iban === '',
    'customer.address': buyer.address.trim() === '',
    'customer.city': buyer.city === '',
    'customer.country': buyer.country === null,
    'customer.vatId': shifted && buyer.vatId === '',
    // What is a line's own it says itself.
    'invoice.tax': tax === null && lines.some((line) => line.tax.taxCategory === 'O'),
  }
  return MISSING.filter((what) => wanted[what])
}
