// What came in for an invoice.
import { ActionIcon, Title } from '@mantine/core'
import { Trash2 } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { InvoiceView } from '../../../shared/contract/invoice.ts'
import { useCommand } from '../../channel/useRequest.ts'
import { useFormat } from '../../ui/figures/format.ts'
import { PlainTable } from '../../ui/table/PlainTable.tsx'
import classes from './invoices.module.css'

export function Payments({ invoice }: { invoice: InvoiceView }) {
  const { t } = useTranslation('invoices')
  const format = useFormat()
  const remove = useCommand('payment.remove', { undo: t('pay.removed') })
  return (
    <div className={classes.card}>
      <Title order={2} size="h4">
        {t('pay.list')}
      </Title>
      <PlainTable>
        <tbody>
          {invoice.payments.map((payment) => {
            const amount = format.money(payment.amountMinor, invoice.currency)
            return (
              <tr key={payment.id}>
                <th scope="row" className="num">
                  {format.date(payment.date)}
                </th>
                <td className={classes.text}>
                  <bdi>{payment.note}</bdi>
                </td>
                <td data-end className="num">
                  {amount}
                </td>
                <td data-end>
                  {invoice.status === 'issued' && (
                    <ActionIcon
                      c="var(--db-stop)"
                      aria-label={t('pay.remove', { amount })}
                      title={t('pay.remove', { amount })}
                      onClick={() => void remove.run({ paymentId: payment.id })}
                    >
                      <Trash2 size={16} />
                    </ActionIcon>
                  )}
                </td>
              </tr>
            )
          })}
        </tbody>
      </PlainTable>
    </div>
  )
}
