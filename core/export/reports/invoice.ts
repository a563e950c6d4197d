// An invoice as a workbook: its lines with their products and sums as formulas, and how it is taxed.
import { minorDigits } from '../../../shared/base/money.ts'
import { fail, ok } from '../../../shared/base/result.ts'
import type { Result } from '../../../shared/base/result.ts'
import { appError } from '../../../shared/contract/errors.ts'
import type { AppError } from '../../../shared/contract/errors.ts'
import type { InvoiceView } from '../../../shared/contract/invoice.ts'
import { invoiceMoney, invoicePercent, invoiceWords } from '../../../shared/text/invoiceWords.ts'
import type { Report, ReportContext } from '../context.ts'
import type { Cell, Column, Row, Sheet } from '../workbook/model.ts'
import { cellOf, partsFor, rowAfter, sumOf } from '../workbook/ranges.ts'
import { createSheetNames } from '../workbook/sheetName.ts'

const COLUMNS = { text: 0, quantity: 1, unit: 2, price: 3, percent: 4, amount: 5 } as const

export function invoiceReport(
  { request }: Pick<ReportContext, 'request'>,
  invoice: InvoiceView,
): Result<Report, AppError> {
  const words = invoiceWords(invoice.language)
  const { currency, lines } = invoice
  const percent = (hundredths: number): string => invoicePercent(hundredths, invoice.language)
  const scale = 10 ** minorDigits(currency)
  const names = createSheetNames()
  const kind = invoice.status === 'draft' ? words.draft : words[invoice.kind]
  const parts = partsFor(kind, lines.length, names)
  const [part] = parts
  if (part === undefined) return fail(appError('invoice.nothing'))
  const columns: Column[] = [
    { header: words.text, width: 60, kind: 'text' },
    { header: words.quantity, width: 11, kind: 'hours' },
    { header: '', width: 6, kind: 'text' },
    { header: words.price, width: 14, kind: 'money' },
    { header: words.tax, width: 10, kind: 'text' },
    { header: words.amount, width: 16, kind: 'money' },
  ]
  function* rows(): Generator<Row> {
    for (const [index, line] of lines.entries()) {
      const row = (part?.first ?? 0) + index
      const at = (column: keyof typeof COLUMNS): string => cellOf(part?.sheet ?? '', COLUMNS[column], row)
      yield {
        cells: [
          line.text,
          line.quantityHundredths / 100,
          words.unit[line.unit],
          line.unitPriceMinor / scale,
          percent(line.tax.percentHundredths),
          {
            formula: `ROUND(${at('quantity')}*${at('price')},${minorDigits(currency)})`,
            result: line.amountMinor / scale,
          },
        ],
      }
    }
  }
  const footer = (): Row[] => {
    const money = (minor: number): Cell => minor / scale
    const row = (label: string, value: Cell, tone: Row['tone'] = 'label'): Row => ({
      cells: [label, null, null, null, null, value],
      tone,
    })
    const net = rowAfter(parts) + (invoice.discountMinor === 0 ? 0 : 2)
    const shown = (minor: number): string => invoiceMoney(minor, currency, invoice.language)
    const amount = (at: number): string => cellOf(part.sheet, COLUMNS.amount, at)
    const sum: Cell = { formula: sumOf(parts, COLUMNS.amount), result: invoice.sumMinor / scale }
    const taxes = invoice.taxes.map(({ tax, baseMinor, taxMinor }) =>
      row(
        tax.percentHundredths === 0
          ? words.untaxedOn(tax.exemption || words.exemption[tax.taxCategory], shown(baseMinor))
          : words.taxOn(percent(tax.percentHundredths), shown(baseMinor)),
        money(taxMinor),
      ),
    )
    return [
      ...(invoice.discountMinor === 0
        ? [row(words.net, sum)]
        : [
            row(words.sum, sum),
            row(words.discount, money(-invoice.discountMinor)),
            row(words.net, {
              formula: `${amount(net - 2)}+${amount(net - 1)}`,
              result: invoice.netMinor / scale,
            }),
          ]),
      ...taxes,
      row(
        words.total,
        {
          formula: Array.from({ length: taxes.length + 1 }, (_, index) => amount(net + index)).join('+'),
          result: invoice.totalMinor / scale,
        },
        'total',
      ),
    ]
  }
  const sheet: Sheet = { columns, parts, rows: rows(), footer }
  return ok({
    workbook: {
      properties: {
        title: [kind, invoice.number].filter(Boolean).join(' '),
        subject: [invoice.seller.name, invoice.buyer.name].join(' · '),
        creator: 'Daybook',
        createdAt: request.now,
      },
      currency,
      remark: [
        [kind, invoice.number].filter(Boolean).join(' '),
        invoice.date,
        `${invoice.seller.name} → ${invoice.buyer.name}`,
      ]
        .filter(Boolean)
        .join(' · '),
      sheets: [sheet],
    },
    rows: lines.length,
  })
}
