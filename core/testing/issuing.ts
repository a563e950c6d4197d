// A firm that has all that an invoice must say, and invoices of it, as the documents that are written of them need them.
import type { ArgsOf } from '../../shared/contract/contract.ts'
import type { FreeLine } from '../../shared/entities/invoice.ts'
import type { Tax } from '../../shared/entities/tax.ts'
import type { Firm } from './testApp.ts'
import { openFirm } from './testApp.ts'

export const STANDARD: Tax = { taxCategory: 'S', percentHundredths: 1_900, exemption: '' }

export const line = (
  text: string,
  quantityHundredths: number,
  unitPriceMinor: number,
  tax: Tax | null = null,
): FreeLine => ({ text, quantityHundredths, unitPriceMinor, tax })

export async function openIssuing(): Promise<Firm> {
  const f = await openFirm('2026-03-20 09:00')
  await f.ok('rate.set', {
    level: 'organisation',
    subjectId: null,
    validFrom: '2026-01-01',
    amountMinor: 9_333,
  })
  await f.ok('billingProfile.edit', {
    legalName: 'Weber & Söhne <Beratung>',
    address: 'Kai 7\nHinterhof\nLinks',
    postCode: '20457',
    city: 'Hamburg',
    country: 'DE',
    vatId: 'DE123456789',
    taxNumber: '22/815/0815',
    email: 'office@weber.example',
    iban: 'DE02120300000000202051',
    bic: 'BYLADEM1001',
    terms: 'Payable within 14 days.',
  })
  for (const customerId of [f.acme, f.globex])
    await f.ok('customer.edit', {
      customerId,
      address: 'Main St 1',
      postCode: '10115',
      city: 'Berlin',
      country: 'DE',
      vatId: 'FR12345678901',
      buyerReference: '04011000-12345-34',
    })
  return f
}

type Draft = Partial<ArgsOf<'invoice.draft'>>

/** Of lines of its own, unless it is said otherwise. */
export const drafted = async (f: Firm, args: Draft): Promise<string> =>
  (await f.ok('invoice.draft', { customerId: f.acme, tax: STANDARD, blank: true, ...args })).invoiceId

export async function issued(f: Firm, args: Draft): Promise<string> {
  const invoiceId = await drafted(f, args)
  await f.ok('invoice.issue', { invoiceId })
  return invoiceId
}
