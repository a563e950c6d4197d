// Budgets of all projects and bought hours of all customers: what is used, what is left, and until when it lasts (I12).
import { Anchor, Text } from '@mantine/core'
import { Gauge } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import type { BudgetRow } from '../../../shared/contract/report.ts'
import { useRequest } from '../../channel/useRequest.ts'
import { EmptyState } from '../../ui/feedback/EmptyState.tsx'
import { Loaded } from '../../ui/feedback/Loaded.tsx'
import { ColourMark } from '../../ui/figures/ColourMark.tsx'
import { Meter } from '../../ui/figures/Meter.tsx'
import { useFormat } from '../../ui/figures/format.ts'
import { PlainTable } from '../../ui/table/PlainTable.tsx'
import classes from './reports.module.css'

export function Budgets() {
  const { t } = useTranslation('reports')
  const budgets = useRequest('report.budgets', {})
  return (
    <Loaded query={budgets} rows={6}>
      {(rows) =>
        rows.length === 0 ? (
          <EmptyState
            icon={<Gauge size={28} />}
            title={t('budgets.emptyTitle')}
            text={t('budgets.emptyText')}
          />
        ) : (
          <div className={classes.scrolling}>
            <PlainTable>
              <thead>
                <tr>
                  <th scope="col">{t('budgets.of')}</th>
                  <th scope="col">{t('budgets.customer')}</th>
                  <th scope="col" data-end>
                    {t('budgets.used')}
                  </th>
                  <th scope="col" data-end>
                    {t('budgets.budget')}
                  </th>
                  <th scope="col" data-end>
                    {t('budgets.left')}
                  </th>
                  <th scope="col">{t('budgets.runsOut')}</th>
                </tr>
              </thead>
              <tbody>
                {rows.map((row) => (
                  <Row key={`${row.kind} ${row.id}`} row={row} />
                ))}
              </tbody>
            </PlainTable>
            <Text size="xs" c="dimmed" mt="xs">
              {t('budgets.pace')}
            </Text>
          </div>
        )
      }
    </Loaded>
  )
}

function Row({ row }: { row: BudgetRow }) {
  const { t } = useTranslation('reports')
  const format = useFormat()
  const { kind, name, customerId, customerName, colour, budgetMs, usedMs, leftMs, expiredMs, paceMs } = row
  const share = budgetMs === 0 ? 1 : usedMs / budgetMs
  const percent = format.percent(Math.round(share * 100))
  const tab = kind === 'project' ? 'projects' : 'packages'
  const lasts =
    leftMs <= 0
      ? t('budgets.spent')
      : row.runsOut !== null
        ? format.date(row.runsOut)
        : t(paceMs === 0 ? 'budgets.resting' : 'budgets.far')
  return (
    <tr>
      <th scope="row">
        <span className={classes.name}>
          <ColourMark colour={colour} />
          <Anchor component={Link} href={`/customers/${customerId}/${tab}`} className="truncate">
            {name ?? t('budgets.package')}
          </Anchor>
        </span>
      </th>
      <td>
        <bdi>{customerName}</bdi>
      </td>
      <td data-end>
        <span className="num">{format.duration(usedMs)}</span>
        <Meter
          size={5}
          percent={share * 100}
          color={share >= 1 ? 'red' : share >= 0.8 ? 'orange' : 'accent'}
          label={t('budgets.usedShare', { percent })}
        />
      </td>
      <td data-end className="num">
        {format.duration(budgetMs)}
      </td>
      <td data-end className="num">
        {leftMs < 0 ? `−${format.duration(-leftMs)}` : format.duration(leftMs)}
        {expiredMs > 0 && (
          <div className="quiet">{t('budgets.expired', { time: format.duration(expiredMs) })}</div>
        )}
      </td>
      <td className={leftMs <= 0 ? classes.spent : undefined}>{lasts}</td>
    </tr>
  )
}
