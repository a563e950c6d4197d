// The columns of the customer list and what stands in them.
import { Group } from '@mantine/core'
import type { TFunction } from 'i18next'
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import type { CustomerRow } from '../../../shared/contract/directory.ts'
import { CustomerStatus } from '../../../shared/entities/customer.ts'
import { ColourMark } from '../../ui/figures/ColourMark.tsx'
import { useFormat } from '../../ui/figures/format.ts'
import type { Widest } from '../../ui/figures/widest.ts'
import type { Column } from '../../ui/table/VirtualTable.tsx'
import { AtWorkBadge } from '../timer/AtWorkBadge.tsx'
import classes from './customers.module.css'

export function customerColumns(
  t: TFunction<'customers'>,
  { narrow, widest, onlyYours }: { narrow: boolean; widest: Widest; onlyYours: boolean },
): Column[] {
  const named = CustomerStatus.options.map((status) => t(`status.${status}`))
  const statuses = narrow ? named : 'minmax(120px, 0.6fr)'
  return [
    { key: 'name', header: t('column.name'), width: 'minmax(200px, 3fr)', rowHeader: true },
    { key: 'code', header: t('column.code'), width: 'minmax(64px, 120px)' },
    { key: 'status', header: t('column.status'), width: statuses },
    { key: 'total', header: t(onlyYours ? 'column.yours' : 'column.total'), width: ['10000:00'], end: true },
    { key: 'last', header: t('column.last'), width: [...widest.dates, t('never')], end: true },
  ]
}

/** A function from a customer to its cells, by column key. */
export function useCustomerCells() {
  const { t } = useTranslation('customers')
  const format = useFormat()
  return (row: CustomerRow) => ({
    name: (
      <Group gap="xs" wrap="nowrap">
        <ColourMark colour={row.colour} />
        <Link
          href={`/customers/${row.id}`}
          className={`${classes.name} truncate`}
          title={row.name}
          tabIndex={-1}
        >
          <bdi>{row.name}</bdi>
        </Link>
        {row.atWork && <AtWorkBadge names={row.workers} />}
      </Group>
    ),
    code: <span title={row.code}>{row.code}</span>,
    status: t(`status.${row.status}`),
    total: row.totalMs === 0 ? <span className="quiet">–</span> : format.duration(row.totalMs),
    last:
      row.lastAt === null ? (
        <span className="quiet">{t('never')}</span>
      ) : (
        <span className="num" title={format.dateTime(row.lastAt)}>
          {format.date(format.local(row.lastAt).date)}
        </span>
      ),
  })
}
