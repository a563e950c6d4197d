// What both forms of an e-invoice (EN 16931) say alike: amounts, quantities, reasons, parties.
import { decimalOf } from '../../../shared/base/money.ts'
import type { InvoiceView } from '../../../shared/contract/invoice.ts'
import type { Party } from '../../../shared/entities/invoice.ts'
import type { Tax } from '../../../shared/entities/tax.ts'
import { invoiceWords } from '../../../shared/text/invoiceWords.ts'

/** UNTDID 1001: a commercial invoice, a credit note. */
export const TYPE_CODES = { invoice: '380', creditNote: '381' } as const
/** UN/ECE Recommendation 20: an hour, one. */
export const UNIT_CODES = { hour: 'HUR', piece: 'C62' } as const
/** The rules that it keeps: the European norm alone. */
export const SPECIFICATION = 'urn:cen.eu:en16931:2017'
/** UNTDID 4461: credit transfer within SEPA, or any. */
export const PAYMENT_CODE = '30'
/** UNTDID 5189: discount. */
export const DISCOUNT_CODE = '95'

export const hundredths = (value: number): string => (value / 100).toFixed(2)

export const amountIn =
  ({ currency }: Pick<InvoiceView, 'currency'>) =>
  (minor: number): string =>
    decimalOf(minor, currency)

/** Why nothing is charged: said for all but what is taxed, be it at zero. */
export const exemptionOf = (tax: Tax, { language }: Pick<InvoiceView, 'language'>): string =>
  tax.taxCategory === 'S' || tax.taxCategory === 'Z'
    ? ''
    : tax.exemption === ''
      ? invoiceWords(language).exemption[tax.taxCategory]
      : tax.exemption

/** What is not subject to tax has no rate at all (BR-O-05). */
export const percentOf = ({ taxCategory, percentHundredths }: Tax): string | null =>
  taxCategory === 'O' ? null : hundredths(percentHundredths)

/** Nobody's VAT number stands on an invoice that is not subject to VAT (BR-O-02). */
export const namesVat = ({ taxes }: Pick<InvoiceView, 'taxes'>): boolean =>
  !taxes.some(({ tax }) => tax.taxCategory === 'O')

export const addressLines = ({ address }: Party): [string, string, string] => {
  const [first = '', second = '', ...rest] = address.split('\n').filter((line) => line.trim() !== '')
  return [first, second, rest.join(', ')]
}

/** What has no text of its own is called by its unit: an item must have a name (BR-25). */
export const nameOfLine = (text: string): string => text.replaceAll(/\s+/g, ' ').trim() || '–'
