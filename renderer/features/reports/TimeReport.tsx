// A report of time: the question in one line, the table with subtotals and total, its chart, and what is to be said of both.
import { Button, Menu, Text } from '@mantine/core'
import { ChartColumn, ChevronDown, Download } from 'lucide-react'
import { lazy, Suspense } from 'react'
import { useTranslation } from 'react-i18next'
import type { Report } from '../../../shared/contract/report.ts'
import { isSeveral } from '../../../shared/rules/report.ts'
import { questionOf, ReportFormat } from '../../../shared/entities/report.ts'
import { useAppState, useCurrentUser } from '../../channel/AppState.tsx'
import { useRequest } from '../../channel/useRequest.ts'
import { EmptyState } from '../../ui/feedback/EmptyState.tsx'
import { Loaded } from '../../ui/feedback/Loaded.tsx'
import { useFormat } from '../../ui/figures/format.ts'
import { useExport } from '../export/useExport.tsx'
import { ReportQuestion } from './ReportQuestion.tsx'
import { ReportTable } from './ReportTable.tsx'
import classes from './reports.module.css'
import { definitionOf } from './reportView.ts'
import type { ReportView } from './reportView.ts'

// With its own file: what draws is larger than all else of the page.
const ReportChart = lazy(async () => ({ default: (await import('./ReportChart.tsx')).ReportChart }))

export type TimeReportProps = { view: ReportView; onChange: (view: ReportView) => void }

export function TimeReport({ view, onChange }: TimeReportProps) {
  const { t } = useTranslation('reports')
  const question = useQuestion(view)
  const report = useRequest('report.run', question, { keepPrevious: true })
  return (
    <>
      <ReportQuestion view={view} onChange={onChange} />
      <Loaded query={report} rows={8}>
        {(found) =>
          found.rows.length === 0 ? (
            <EmptyState icon={<ChartColumn size={28} />} title={t('empty.title')} text={t('empty.text')} />
          ) : (
            <>
              <div className={classes.split}>
                <div className={classes.tableSide}>
                  <ReportTable key={JSON.stringify(question)} report={found} />
                </div>
                <Suspense fallback={<div className={classes.chart} />}>
                  <ReportChart report={found} />
                </Suspense>
              </div>
              <Remarks report={found} />
            </>
          )
        }
      </Loaded>
    </>
  )
}

function useQuestion(view: ReportView) {
  const { today } = useAppState()
  const { weekStart } = useFormat()
  return { ...questionOf(definitionOf(view), today), weekStart }
}

/** By which rules the figures came about, where they are not what anybody expects. */
function Remarks({ report: { by, total, withMoney, onlyYours } }: { report: Report }) {
  const { t } = useTranslation('reports')
  const format = useFormat()
  const remarks = [
    ...(onlyYours ? [t('remark.onlyYours')] : []),
    ...(by.some(isSeveral) ? [t('remark.several')] : []),
    ...(total.withoutRateMs > 0
      ? [t('remark.withoutRate', { time: format.duration(total.withoutRateMs) })]
      : []),
    ...(total.withoutCostMs > 0
      ? [t('remark.withoutCost', { time: format.duration(total.withoutCostMs) })]
      : []),
    ...(withMoney ? [t('remark.cost')] : []),
  ]
  return remarks.length === 0 ? null : (
    <Text size="xs" c="dimmed" className={classes.remarks ?? ''}>
      {remarks.join(' ')}
    </Text>
  )
}

/** Written as what is seen (I11). */
export function ExportReport({ view, name }: { view: ReportView; name: string | null }) {
  const { t } = useTranslation('reports')
  const { id, role } = useCurrentUser()
  const question = useQuestion(view)
  const { start, pending } = useExport()
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <Button
          variant="default"
          leftSection={<Download size={16} />}
          rightSection={<ChevronDown size={14} />}
          loading={pending}
        >
          {t('export')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {ReportFormat.options.map((format) => (
          <Menu.Item
            key={format}
            onClick={() =>
              void start({
                kind: 'report',
                format,
                ...(name === null ? {} : { name }),
                ...question,
                ...(role === 'employee' ? { userId: id } : {}),
              })
            }
          >
            {t(`format.${format}`)}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  )
}
