// The e-mail that goes with an invoice, in the invoice's language; whoever sends it may change every word.
import { MAIL_LENGTHS } from '../base/mailto.ts'
import type { Mail } from '../base/mailto.ts'
import type { InvoiceView } from '../contract/invoice.ts'
import { invoiceDate, invoiceMoney, invoiceWords } from './invoiceWords.ts'

export function invoiceMail(invoice: InvoiceView): Mail {
  const { language, kind, number, seller, buyer, date, dueDate, counterpart } = invoice
  const { mail, ...words } = invoiceWords(language)
  const day = (of: string | null): string => (of === null ? '' : invoiceDate(of, language))
  const what = {
    number: number ?? '',
    date: day(date),
    due: day(dueDate),
    total: invoiceMoney(invoice.totalMinor, invoice.currency, language),
    credited: counterpart?.number ?? '',
  }
  return {
    to: buyer.email.slice(0, MAIL_LENGTHS.to),
    subject: `${words[kind]} ${what.number} – ${seller.name}`.slice(0, MAIL_LENGTHS.subject),
    text: `${mail.greeting}\n\n${mail[kind](what)}\n\n${mail.closing}\n${seller.name}`,
  }
}
