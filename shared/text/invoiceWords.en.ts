// The English words of an invoice: its lines, and what is printed around them.
import type { TaxCategory } from '../entities/tax.ts'

/** What an e-mail says of the invoice that goes with it. */
type MailFacts = { number: string; date: string; due: string; total: string; credited: string }

export const invoiceWordsEn = {
  time: 'Work',
  noCategory: 'Without a category',
  noProject: 'Without a project',
  noCase: 'Without a case',
  /** Of time that was drawn from a package. */
  prepaid: (text: string) => `${text} (prepaid)`,
  invoice: 'Invoice',
  creditNote: 'Credit note',
  draft: 'Draft',
  number: 'Number',
  date: 'Date',
  due: 'Due',
  period: 'Period of service',
  customerVat: 'Your VAT number',
  vat: 'VAT number',
  taxNumber: 'Tax number',
  reference: 'Your reference',
  credits: 'Takes back invoice',
  reason: 'Reason',
  text: 'Description',
  quantity: 'Quantity',
  unit: { hour: 'h', piece: '' },
  price: 'Price',
  amount: 'Amount',
  tax: 'Tax',
  sum: 'Sum',
  discount: 'Discount',
  net: 'Net',
  taxOn: (percent: string, base: string) => `${percent} tax on ${base}`,
  untaxedOn: (why: string, base: string) => `${why}, on ${base}`,
  total: 'Total',
  credited: 'Credited',
  roundedUp: (minutes: number) => `The time of each line is rounded up to ${minutes} minutes.`,
  roundedNearest: (minutes: number) => `The time of each line is rounded to the nearest ${minutes} minutes.`,
  paymentOf: (day: string) => `Payment of ${day}`,
  open: 'To pay',
  payTo: (amount: string, day: string) => `Please pay ${amount} by ${day} to:`,
  accountHolder: 'Account holder',
  bank: 'Bank',
  purpose: 'Reference',
  phone: 'Phone',
  email: 'E-mail',
  mail: {
    greeting: 'Hello,',
    invoice: (of: MailFacts) =>
      `Please find attached our invoice ${of.number} of ${of.date} for ${of.total}. It is due on ${of.due}.`,
    creditNote: (of: MailFacts) =>
      `Please find attached our credit note ${of.number} of ${of.date}, which takes back invoice ${of.credited} for ${of.total}.`,
    closing: 'Kind regards',
  },
  page: (page: number, pages: number) => `Page ${page} of ${pages}`,
  continued: (title: string) => `${title}, continued`,
  /** Written across the page. */
  stamp: { draft: 'DRAFT', void: 'VOID' },
  isDraft: 'This is a draft, not an invoice: it has no number, and what it says can still change.',
  isVoid: (number: string) => `This invoice is void: credit note ${number} takes it back.`,
  exemption: {
    S: '',
    Z: 'Zero rated',
    E: 'Exempt from tax',
    AE: 'Reverse charge: the customer owes the tax',
    K: 'Intra-Community supply, exempt from tax',
    G: 'Export outside the EU, exempt from tax',
    O: 'Not subject to tax',
  } satisfies Record<TaxCategory, string>,
}
export type InvoiceWords = typeof invoiceWordsEn
