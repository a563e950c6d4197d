// Invoices as a table: each leads to its page; what is overdue stands out.
import { Anchor, Button, Text } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import type { InvoiceRow } from '../../../shared/contract/invoice.ts'
import { useFormat } from '../../ui/figures/format.ts'
import { PlainTable } from '../../ui/table/PlainTable.tsx'
import classes from './invoices.module.css'

/** Drawn at once; there may be thousands. */
const PAGE = 100

export function InvoiceTable({ rows, withCustomer }: { rows: readonly InvoiceRow[]; withCustomer: boolean }) {
  const { t } = useTranslation('invoices')
  const format = useFormat()
  const [shown, setShown] = useState(PAGE)
  if (rows.length === 0) return <Text c="dimmed">{t('empty.filtered')}</Text>
  return (
    <>
      <PlainTable>
        <thead>
          <tr>
            <th scope="col">{t('column.number')}</th>
            <th scope="col">{t('column.date')}</th>
            <th scope="col">{t('column.due')}</th>
            {withCustomer && <th scope="col">{t('column.customer')}</th>}
            <th scope="col">{t('column.state')}</th>
            <th scope="col" data-end>
              {t('column.total')}
            </th>
            <th scope="col" data-end>
              {t('column.open')}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.slice(0, shown).map((row) => (
            <tr key={row.id} data-dim={row.state === 'void' || undefined}>
              <th scope="row">
                <Anchor component={Link} href={`/invoices/${row.id}`} size="sm" dir="auto">
                  {row.number ?? t('stateOne.draft')}
                </Anchor>
              </th>
              <td className="num">
                <span className="num">{row.date === null ? '–' : format.date(row.date)}</span>
              </td>
              <td className="num">
                <span className="num">{row.dueDate === null ? '–' : format.date(row.dueDate)}</span>
              </td>
              {withCustomer && (
                <td className={classes.text}>
                  <bdi>{row.customerName}</bdi>
                </td>
              )}
              <td className={row.state === 'overdue' ? classes.overdue : undefined}>
                {t(`stateOne.${row.state}`)}
              </td>
              <td data-end className="num">
                {format.money(row.totalMinor, row.currency)}
              </td>
              <td data-end className="num">
                {row.openMinor === 0 ? '–' : format.money(row.openMinor, row.currency)}
              </td>
            </tr>
          ))}
        </tbody>
      </PlainTable>
      {rows.length > shown && (
        <Button variant="default" mt="sm" onClick={() => setShown((before) => before + PAGE)}>
          {t('more')}
        </Button>
      )}
    </>
  )
}
