// The sums of an invoice, from its lines to what is open.
import { useTranslation } from 'react-i18next'
import type { InvoiceView } from '../../../shared/contract/invoice.ts'
import { useFormat } from '../../ui/figures/format.ts'
import classes from './invoices.module.css'
import { usePercent } from './percent.ts'

export function InvoiceTotals({ invoice }: { invoice: InvoiceView }) {
  const { t } = useTranslation('invoices')
  const format = useFormat()
  const percent = usePercent()
  const money = (minor: number) => format.money(minor, invoice.currency)
  const rows: [string, string, boolean?][] = [
    ...(invoice.discountMinor === 0
      ? []
      : [
          [t('sum'), money(invoice.sumMinor)] as [string, string],
          [t('discountSum'), money(-invoice.discountMinor)] as [string, string],
        ]),
    [t('net'), money(invoice.netMinor)],
    ...invoice.taxes.map(({ tax, baseMinor, taxMinor }): [string, string] => [
      tax.percentHundredths === 0
        ? t('untaxedOn', { base: money(baseMinor) })
        : t('taxOn', { percent: percent.shown(tax.percentHundredths), base: money(baseMinor) }),
      money(taxMinor),
    ]),
    [t('total'), money(invoice.totalMinor), true],
    ...(invoice.paidMinor === 0
      ? []
      : [
          [t('paid'), money(invoice.paidMinor)] as [string, string],
          [t('open'), money(invoice.openMinor), true] as [string, string, boolean],
        ]),
  ]
  return (
    <dl className={classes.totals}>
      {rows.map(([label, value, grand]) => (
        <div key={label} style={{ display: 'contents' }}>
          <dt className={grand === true ? classes.grand : undefined}>{label}</dt>
          <dd className={`num ${grand === true ? classes.grand : ''}`}>{value}</dd>
        </div>
      ))}
    </dl>
  )
}
