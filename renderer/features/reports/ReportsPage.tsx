// Reports: of time, of budgets, and of who is missing time. The address holds what is looked at.
import { Tabs } from '@mantine/core'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { useLocation, useParams } from 'wouter'
import { isCalendarDate } from '../../../shared/base/localDate.ts'
import { usePermitted } from '../../channel/AppState.tsx'
import { useRequest } from '../../channel/useRequest.ts'
import { Page } from '../../ui/Page.tsx'
import { Budgets } from './Budgets.tsx'
import { Missing } from './Missing.tsx'
import classes from './reports.module.css'
import { reportFrom, reportPath } from './reportView.ts'
import type { ReportView } from './reportView.ts'
import { SavedReports } from './SavedReports.tsx'
import { ExportReport, TimeReport } from './TimeReport.tsx'

export function ReportsPage() {
  const { t } = useTranslation('reports')
  const { tab = 'time', view: path = '' } = useParams<{ tab?: string; view?: string }>()
  const [, navigate] = useLocation()
  const permitted = usePermitted()
  const view = useMemo(() => reportFrom(path), [path])
  const saved = useRequest('report.list', {}).data ?? []
  const name = saved.find(({ id }) => id === view.saved)?.name ?? null
  const show = (next: ReportView) => navigate(reportPath(next), { replace: true })
  const budgets = permitted('report.budgets')
  return (
    <Page
      title={t('title')}
      fill
      actions={
        tab === 'time' && (
          <>
            <SavedReports view={view} onOpen={(next) => navigate(reportPath(next))} />
            {permitted('export.start') && <ExportReport view={view} name={name} />}
          </>
        )
      }
    >
      <Tabs
        value={tab}
        onChange={(next) => navigate(`/reports/${next ?? 'time'}`, { replace: true })}
        className={classes.tabs ?? ''}
        keepMounted={false}
      >
        <Tabs.List>
          <Tabs.Tab value="time">{t('tab.time')}</Tabs.Tab>
          {budgets && <Tabs.Tab value="budgets">{t('tab.budgets')}</Tabs.Tab>}
          <Tabs.Tab value="missing">{t('tab.missing')}</Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="time" className={classes.panel ?? ''}>
          <TimeReport view={view} onChange={show} />
        </Tabs.Panel>
        {budgets && (
          <Tabs.Panel value="budgets" className={classes.panel ?? ''}>
            <Budgets />
          </Tabs.Panel>
        )}
        <Tabs.Panel value="missing" className={classes.panel ?? ''}>
          <Missing
            date={tab === 'missing' && isCalendarDate(path) ? path : null}
            onDate={(date) => navigate(`/reports/missing/${date}`, { replace: true })}
          />
        </Tabs.Panel>
      </Tabs>
    </Page>
  )
}
