// The columns of a list of cases and what stands in them.
import { Badge, Group } from '@mantine/core'
import { useCallback, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import type { CaseRow, CaseSort } from '../../../shared/contract/case.ts'
import { CasePriority, CaseStatus } from '../../../shared/entities/case.ts'
import { useFormat } from '../../ui/figures/format.ts'
import type { Column } from '../../ui/table/VirtualTable.tsx'
import { useNarrow } from '../../ui/table/narrow.ts'
import { AtWorkBadge } from '../timer/AtWorkBadge.tsx'
import type { CasesView } from './casesView.ts'
import classes from './cases.module.css'

const BY_NAME: ReadonlySet<CaseSort> = new Set(['subject', 'customer', 'project', 'assignee'])

type Columns = {
  view: CasesView
  setView: (view: CasesView) => void
  onlyYours: boolean
  withCustomer: boolean
}

export function useCaseColumns({ view, setView, onlyYours, withCustomer }: Columns): Column[] {
  const { t } = useTranslation('cases')
  const narrow = useNarrow()
  const { sort, ascending } = view
  const columns = (): Column[] => {
    const column = (key: CaseSort, header: string, width: Column['width']): Column => ({
      key,
      header,
      width,
      sorted: sort !== key ? null : ascending ? 'ascending' : 'descending',
      // The newest, the most urgent and the longest first, names by the alphabet; once more turns it around.
      onSort: () => setView({ ...view, sort: key, ascending: sort === key ? !ascending : BY_NAME.has(key) }),
    })
    return [
      column('number', t('column.number'), ['CASE-9999']),
      { ...column('subject', t('column.subject'), 'minmax(110px, 3fr)'), rowHeader: true },
      ...(withCustomer ? [column('customer', t('column.customer'), 'minmax(80px, 1.5fr)')] : []),
      ...(narrow ? [] : [column('project', t('column.project'), 'minmax(64px, 0.8fr)')]),
      column(
        'priority',
        t('column.priority'),
        // The most urgent is bold, which is wider.
        CasePriority.options.map((value) => `${t(`priority.${value}`)}M`),
      ),
      column(
        'status',
        t('column.status'),
        CaseStatus.options.map((value) => `${t(`status.${value}`)}MM`),
      ),
      ...(narrow && withCustomer ? [] : [column('assignee', t('column.assignee'), 'minmax(72px, 1fr)')]),
      { ...column('total', t(onlyYours ? 'column.yours' : 'column.total'), ['1000:00']), end: true },
    ]
  }
  // oxlint-disable-next-line react/exhaustive-deps -- `columns` is made of nothing else
  return useMemo(columns, [t, narrow, withCustomer, onlyYours, view, setView])
}

export const STATUS_COLOURS: Record<CaseStatus, string> = {
  open: 'accent',
  waiting: 'yellow',
  closed: 'gray',
}

/** A function from a case to its cells, by column key. */
export function useCaseCells() {
  const { t } = useTranslation('cases')
  const format = useFormat()
  const narrow = useNarrow()
  return useCallback(
    (row: CaseRow) => ({
      number: <span className="num">{row.code}</span>,
      subject: (
        <Group gap="xs" wrap="nowrap">
          <Link
            href={`/cases/${row.id}`}
            className={`${classes.name} ${narrow ? 'two-lines' : 'truncate'}`}
            title={row.name}
            tabIndex={-1}
          >
            <bdi>{row.name}</bdi>
          </Link>
          {row.timers > 0 && <AtWorkBadge names={[]} />}
        </Group>
      ),
      customer: (
        <bdi className={narrow ? 'two-lines' : undefined} title={row.customerName}>
          {row.customerName}
        </bdi>
      ),
      project: <span title={row.projectName ?? ''}>{row.projectCode ?? ''}</span>,
      priority: (
        <span className={classes.priority} data-priority={row.priority}>
          {t(`priority.${row.priority}`)}
        </span>
      ),
      status: (
        <Badge variant="light" radius="sm" tt="none" color={STATUS_COLOURS[row.status]}>
          {t(`status.${row.status}`)}
        </Badge>
      ),
      assignee:
        row.assigneeName === null ? (
          <span className="quiet">{t('nobody')}</span>
        ) : (
          <bdi title={row.assigneeName}>{row.assigneeName}</bdi>
        ),
      total: row.totalMs === 0 ? <span className="quiet">–</span> : format.duration(row.totalMs),
    }),
    [t, format, narrow],
  )
}
