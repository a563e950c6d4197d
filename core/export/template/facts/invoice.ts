// An invoice for a template: as it is printed, in its own language and currency.
import { minorDigits } from '../../../../shared/base/currency.ts'
import { fail, ok } from '../../../../shared/base/result.ts'
import type { Result } from '../../../../shared/base/result.ts'
import type { AppError } from '../../../../shared/contract/errors.ts'
import { appError } from '../../../../shared/contract/errors.ts'
import type { Id } from '../../../../shared/entities/entity.ts'
import type { Party } from '../../../../shared/entities/invoice.ts'
import { isModuleOn } from '../../../../shared/rules/module.ts'
import { invoiceWords } from '../../../../shared/text/invoiceWords.ts'
import { invoiceView } from '../../../queries/invoice.ts'
import type { ReportContext } from '../../context.ts'
import { dateSerial } from '../../workbook/serial.ts'
import { always, linesOf, notFound } from './facts.ts'
import type { FactsOf } from './facts.ts'

export function invoiceFacts(
  context: ReportContext,
  { invoiceId }: { invoiceId: Id },
): Result<FactsOf<'invoice'> & { currency: string }, AppError> {
  const { data, organisation, request } = context
  if (!isModuleOn(organisation, null, 'invoicing'))
    return fail(appError('module.off', { values: { module: 'invoicing' } }))
  const stored = data.find('invoice', invoiceId)
  const invoice = stored === null ? null : invoiceView(data, stored, request.today)
  if (invoice === null) return notFound('invoice')
  const words = invoiceWords(invoice.language)
  const scale = 10 ** minorDigits(invoice.currency)
  const money = (minor: number): number => minor / scale
  const date = (day: string | null): number | null => (day === null ? null : dateSerial(day))
  const { lines, taxes, currency } = invoice
  return ok({
    currency,
    values: {
      ...always(context, invoice.period),
      currency,
      invoice_kind: invoice.status === 'draft' ? words.draft : words[invoice.kind],
      invoice_number: invoice.number,
      invoice_date: date(invoice.date),
      due_date: date(invoice.dueDate),
      sum: money(invoice.sumMinor),
      discount: money(invoice.discountMinor),
      net: money(invoice.netMinor),
      tax: money(invoice.taxMinor),
      gross: money(invoice.totalMinor),
      paid: money(invoice.paidMinor),
      open: money(invoice.openMinor),
      notes: invoice.notes,
      terms: invoice.terms,
      ...partyValues('seller', invoice.seller),
      ...partyValues('buyer', invoice.buyer),
    },
    tables: {
      lines: linesOf(
        lines.map((line, index) => ({
          no: index + 1,
          text: line.text,
          quantity: line.quantityHundredths / 100,
          unit: words.unit[line.unit],
          price: money(line.unitPriceMinor),
          tax_percent: line.tax.percentHundredths / 10_000,
          amount: money(line.amountMinor),
        })),
      ),
      taxes: linesOf(
        taxes.map(({ tax, baseMinor, taxMinor }) => ({
          tax_percent: tax.percentHundredths / 10_000,
          base: money(baseMinor),
          tax: money(taxMinor),
          exemption: tax.percentHundredths === 0 ? tax.exemption || words.exemption[tax.taxCategory] : null,
        })),
      ),
    },
  })
}

type Snake<S extends string> = S extends `${infer C}${infer R}`
  ? `${C extends Lowercase<C> ? C : `_${Lowercase<C>}`}${Snake<R>}`
  : S

const partyValues = <const P extends string>(prefix: P, party: Party) =>
  Object.fromEntries(
    Object.entries(party).map(([field, value]) => [
      `${prefix}_${field.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)}`,
      value,
    ]),
  ) as Record<`${P}_${Snake<keyof Party>}`, string>
