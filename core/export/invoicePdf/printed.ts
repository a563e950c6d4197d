// What an invoice says on paper, each text as it is printed: figures come from the view that the screen and the workbook show too.
import { groupedIban } from '../../../shared/base/iban.ts'
import type { LocalDate } from '../../../shared/base/localDate.ts'
import type { InvoiceView } from '../../../shared/contract/invoice.ts'
import type { Party } from '../../../shared/entities/invoice.ts'
import {
  invoiceDate,
  invoiceMoney,
  invoicePercent,
  invoiceQuantity,
  invoiceWords,
} from '../../../shared/text/invoiceWords.ts'

type Labelled = { label: string; value: string }
export type PrintedLine = { text: string; quantity: string; price: string; tax: string; amount: string }
export type PrintedSum = Labelled & { strong: boolean }

export type PrintedInvoice = {
  title: string
  /** Across each page; null on what is sent. */
  stamp: string | null
  sender: Party
  recipient: string[]
  facts: Labelled[]
  /** Above the lines: first what has to be known before anything else is read. */
  lead: string[]
  heads: PrintedLine
  lines: PrintedLine[]
  sums: PrintedSum[]
  remarks: string[]
  pay: { lead: string; facts: Labelled[] } | null
  terms: string
  foot: string[][]
  page(page: number, pages: number): string
  continued: string
}

const townOf = ({ postCode, city }: Party): string => [postCode, city].filter((part) => part !== '').join(' ')

export const addressOf = (party: Party): string[] =>
  [...party.address.split('\n'), townOf(party)].filter((line) => line.trim() !== '')

const said = (facts: readonly Labelled[]): Labelled[] => facts.filter(({ value }) => value.trim() !== '')

export function printedInvoice(invoice: InvoiceView): PrintedInvoice {
  const { language, currency, seller, buyer, kind, status, counterpart, rounding } = invoice
  const words = invoiceWords(language)
  const money = (minor: number): string => invoiceMoney(minor, currency, language)
  const day = (date: LocalDate | null): string => (date === null ? '' : invoiceDate(date, language))
  const percent = (hundredths: number): string => invoicePercent(hundredths, language)
  const draft = status === 'draft'
  const credit = kind === 'creditNote'
  const isVoid = status === 'void' && !credit
  const title = [words[kind], draft ? `(${words.draft})` : invoice.number].filter(Boolean).join(' ')
  const country = (party: Party): string =>
    party.country === null || party.country === seller.country
      ? ''
      : (new Intl.DisplayNames(language, { type: 'region' }).of(party.country) ?? party.country)
  const sum = (label: string, minor: number, strong = false): PrintedSum => ({
    label,
    value: money(minor),
    strong,
  })
  const { from, to } = invoice.period
  return {
    title,
    stamp: draft ? words.stamp.draft : isVoid ? words.stamp.void : null,
    sender: seller,
    recipient: [buyer.name, buyer.contactPerson, ...addressOf(buyer), country(buyer)].filter(
      (line) => line.trim() !== '',
    ),
    facts: said([
      { label: words.number, value: invoice.number ?? '' },
      { label: words.date, value: day(invoice.date) },
      { label: words.due, value: credit ? '' : day(invoice.dueDate) },
      {
        label: words.period,
        value: from === null || to === null ? '' : from === to ? day(from) : `${day(from)} – ${day(to)}`,
      },
      { label: words.credits, value: credit ? (counterpart?.number ?? '') : '' },
      { label: words.customerVat, value: buyer.vatId },
      { label: words.reference, value: buyer.buyerReference },
    ]),
    lead: [
      draft ? words.isDraft : isVoid ? words.isVoid(counterpart?.number ?? '') : '',
      invoice.reason === '' ? '' : `${words.reason}: ${invoice.reason}`,
      invoice.notes,
    ].filter((text) => text !== ''),
    heads: {
      text: words.text,
      quantity: words.quantity,
      price: words.price,
      tax: words.tax,
      amount: words.amount,
    },
    lines: invoice.lines.map((line) => ({
      text: line.text,
      quantity: [invoiceQuantity(line.quantityHundredths, language), words.unit[line.unit]]
        .filter(Boolean)
        .join(' '),
      price: money(line.unitPriceMinor),
      tax: percent(line.tax.percentHundredths),
      amount: money(line.amountMinor),
    })),
    sums: [
      ...(invoice.discountMinor === 0
        ? []
        : [sum(words.sum, invoice.sumMinor), sum(words.discount, -invoice.discountMinor)]),
      sum(words.net, invoice.netMinor),
      ...invoice.taxes.map(({ tax, baseMinor, taxMinor }) =>
        sum(
          tax.percentHundredths === 0
            ? words.untaxedOn(tax.exemption || words.exemption[tax.taxCategory], money(baseMinor))
            : words.taxOn(percent(tax.percentHundredths), money(baseMinor)),
          taxMinor,
        ),
      ),
      sum(credit ? words.credited : words.total, invoice.totalMinor, true),
      ...invoice.payments.map(({ date, amountMinor }) => sum(words.paymentOf(day(date)), -amountMinor)),
      ...(invoice.payments.length === 0 ? [] : [sum(words.open, invoice.openMinor, true)]),
    ],
    remarks:
      rounding.mode === 'none'
        ? []
        : [(rounding.mode === 'up' ? words.roundedUp : words.roundedNearest)(rounding.stepMinutes)],
    pay:
      draft || credit || status === 'void' || invoice.openMinor === 0 || seller.iban === ''
        ? null
        : {
            lead: words.payTo(money(invoice.openMinor), day(invoice.dueDate)),
            facts: said([
              { label: words.accountHolder, value: seller.name },
              { label: 'IBAN', value: groupedIban(seller.iban) },
              { label: 'BIC', value: seller.bic },
              { label: words.bank, value: seller.bankName },
              { label: words.purpose, value: invoice.number ?? '' },
            ]),
          },
    terms: invoice.terms,
    foot: [
      [
        seller.name,
        seller.address
          .split('\n')
          .filter((line) => line.trim() !== '')
          .join(', '),
        townOf(seller),
      ],
      said([
        { label: words.phone, value: seller.phone },
        { label: words.email, value: seller.email },
        { label: words.vat, value: seller.vatId },
        { label: words.taxNumber, value: seller.taxNumber },
      ]).map(({ label, value }) => `${label}: ${value}`),
      said([
        { label: words.bank, value: seller.bankName },
        { label: 'IBAN', value: groupedIban(seller.iban) },
        { label: 'BIC', value: seller.bic },
      ]).map(({ label, value }) => `${label}: ${value}`),
    ],
    page: words.page,
    continued: words.continued(title),
  }
}
