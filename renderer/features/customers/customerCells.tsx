// The columns of the customer list and what stands in them.
import { Group } from '@mantine/core'
import type { TFunction } from 'i18next'
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import type { CustomerRow } from '../../../shared/contract/directory.ts'
import { useFormat } from '../../ui/format.ts'
import type { Column } from '../../ui/VirtualTable.tsx'
import { AtWorkBadge } from './AtWorkBadge.tsx'
import classes from './customers.module.css'

export function customerColumns(t: TFunction<'customers'>, narrow: boolean): Column[] {
  return [
    { key: 'name', header: t('column.name'), width: 'minmax(200px, 3fr)' },
    { key: 'code', header: t('column.code'), width: 'minmax(64px, 120px)' },
    { key: 'status', header: t('column.status'), width: narrow ? '88px' : '120px' },
    { key: 'total', header: t('column.total'), width: '96px', end: true },
    { key: 'last', header: t('column.last'), width: narrow ? '128px' : '172px', end: true },
  ]
}

/** A function from a customer to its cells, by column key. */
export function useCustomerCells() {
  const { t } = useTranslation('customers')
  const format = useFormat()
  return (row: CustomerRow) => ({
    name: (
      <Group gap="xs" wrap="nowrap">
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
        <span title={format.dateTime(row.lastAt)}>{format.date(format.local(row.lastAt).date)}</span>
      ),
  })
}
