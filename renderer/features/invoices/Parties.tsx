// Who invoices whom, and when: the head of an invoice.
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import { Anchor } from '@mantine/core'
import type { InvoiceView } from '../../../shared/contract/invoice.ts'
import type { Party } from '../../../shared/entities/invoice.ts'
import { useFormat } from '../../ui/figures/format.ts'
import classes from './invoices.module.css'

const linesOf = (party: Party): string =>
  [
    party.address,
    [party.postCode, party.city].filter((part) => part !== '').join(' '),
    party.country ?? '',
    party.vatId,
    party.taxNumber,
  ]
    .filter((line) => line.trim() !== '')
    .join('\n')

export function Parties({ invoice }: { invoice: InvoiceView }) {
  const { t } = useTranslation('invoices')
  const format = useFormat()
  const { seller, buyer, date, dueDate, sentOn, period, counterpart, kind, reason } = invoice
  return (
    <div className={classes.parties}>
      <div>
        <div className="quiet">{t('from')}</div>
        <bdi>{seller.name}</bdi>
        <div className={classes.address} dir="auto">
          {linesOf(seller)}
        </div>
      </div>
      <div>
        <div className="quiet">{t('to')}</div>
        <bdi>{buyer.name}</bdi>
        <div className={classes.address} dir="auto">
          {linesOf(buyer)}
        </div>
      </div>
      <div>
        {date !== null && (
          <div>
            <span className="quiet">{t('dateLabel')}</span> {format.date(date)}
          </div>
        )}
        {dueDate !== null && kind === 'invoice' && (
          <div>
            <span className="quiet">{t('due')}</span> {format.date(dueDate)}
          </div>
        )}
        {sentOn !== null && (
          <div>
            <span className="quiet">{t('sent')}</span> {format.date(sentOn)}
          </div>
        )}
        {period.from !== null && period.to !== null && (
          <div>
            <span className="quiet">{t('period')}</span> {format.dates(period.from, period.to)}
          </div>
        )}
        {counterpart !== null && (
          <Anchor component={Link} href={`/invoices/${counterpart.id}`} size="sm">
            {t(kind === 'creditNote' ? 'takesBack' : 'takenBack', { number: counterpart.number })}
          </Anchor>
        )}
        {reason !== '' && (
          <div>
            <span className="quiet">{t('reason')}</span> <bdi>{reason}</bdi>
          </div>
        )}
      </div>
    </div>
  )
}
