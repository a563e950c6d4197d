// The Working Time tab of a customer: every entry with start, stop and total, the Total Time below, and the export (B26 to
// B32); cells are edited where they stand (D11, E4), everything of an entry in its dialog.
import { Button, Group, Menu, Text } from '@mantine/core'
import { useMediaQuery } from '@mantine/hooks'
import { ChevronDown, FileSpreadsheet, Link2, Plus, Timer, TriangleAlert } from 'lucide-react'
import { memo, useCallback, useMemo, useState } from 'react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { addMonths, monthOf } from '../../../shared/base/localDate.ts'
import type { CustomerView } from '../../../shared/contract/directory.ts'
import type { EntryView } from '../../../shared/contract/entry.ts'
import { useAppState, useCurrentUser, usePermitted } from '../../channel/AppState.tsx'
import { usePages } from '../../channel/usePages.ts'
import { useCommand, useRequest } from '../../channel/useRequest.ts'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { useFormat } from '../../ui/format.ts'
import { SkeletonRows } from '../../ui/Loaded.tsx'
import { ProjectTag } from '../../ui/ProjectTag.tsx'
import { Refusal } from '../../ui/Refusal.tsx'
import { RowButton } from '../../ui/RowButton.tsx'
import { VirtualTable } from '../../ui/VirtualTable.tsx'
import type { Column } from '../../ui/VirtualTable.tsx'
import { CustomerAmount } from '../billing/CustomerAmount.tsx'
import { useExport } from '../export/useExport.tsx'
import { useTimerDialogs } from '../timer/dialogs.tsx'
import classes from './customers.module.css'
import { EntryCell } from './EntryCell.tsx'
import { isEditable, useCellEditing } from './useCellEditing.ts'
import type { CellEditing } from './useCellEditing.ts'

export function WorkingTime({ customer }: { customer: CustomerView }) {
  const { t } = useTranslation('customers')
  const format = useFormat()
  const permitted = usePermitted()
  const { show } = useTimerDialogs()
  const edit = useCallback((entryId: string) => show({ kind: 'editEntry', entryId }), [show])
  const [place, setPlace] = useState({ offset: 0, active: 0 })
  const pages = usePages('customer.entries', { customerId: customer.id })
  const columns = useColumns(customer.id)
  const mayEdit = useMayEdit()
  const editing = useCellEditing(columns)
  const cells = useCells(edit, mayEdit, editing)
  return (
    <>
      <Group gap="sm">
        {permitted('entry.add') && (
          <Button
            variant="default"
            leftSection={<Plus size={16} />}
            title={t('time.addHint')}
            onClick={() =>
              show({ kind: 'addEntry', preset: { customer: { id: customer.id, name: customer.name } } })
            }
          >
            {t('time.add')}
          </Button>
        )}
        <Text size="sm" c="dimmed" className="num" role="status">
          {pages.first !== undefined && t('time.entries', { count: pages.total })}
        </Text>
        {permitted('export.start') && pages.total > 0 && <ExportButton customerId={customer.id} />}
      </Group>
      <Refusal error={pages.error?.error ?? null} onClose={pages.refetch} />
      {pages.first === undefined && pages.error === null && <SkeletonRows />}
      {pages.first !== undefined && pages.total === 0 && (
        <EmptyState icon={<Timer size={32} />} title={t('time.emptyTitle')} text={t('time.emptyText')} />
      )}
      {pages.first !== undefined && pages.total > 0 && (
        <VirtualTable
          label={t('tab.time')}
          columns={columns}
          count={pages.total}
          item={pages.row}
          cells={cells}
          mark={({ id }) => editing.columnOf(id)}
          rowKey={({ id }) => id}
          onOpen={(index, column) => {
            const entry = pages.row(index)
            if (entry === undefined || !mayEdit(entry)) return
            if (!editing.begin(entry.id, column)) edit(entry.id)
          }}
          onShow={pages.show}
          place={place}
          onPlace={setPlace}
          footer={
            <div role="row" className={classes.total}>
              <span role="gridcell">{t('time.totalTime')}</span>
              <span role="gridcell" className="num">
                {format.duration(pages.first.totalMs)}
              </span>
              {permitted('customer.amount') && <CustomerAmount customerId={customer.id} />}
            </div>
          }
        />
      )}
    </>
  )
}

/** Somebody who may only change their own time gets no pencil on that of others. */
function useMayEdit() {
  const { id: userId, role } = useCurrentUser()
  const permitted = usePermitted()('entry.edit')
  const closedThrough = useAppState().organisation?.closedThrough ?? null
  return useCallback(
    (entry: EntryView) =>
      permitted &&
      (entry.userId === userId || role !== 'employee') &&
      (closedThrough === null || entry.workDate > closedThrough),
    [userId, role, permitted, closedThrough],
  )
}

/** The project stands in a column of its own, where the customer has any. */
function useColumns(customerId: string): Column[] {
  const projects = (useRequest('project.list', { customerId, limit: 1 }).data?.total ?? 0) > 0
  const { t } = useTranslation('customers')
  const { team } = useAppState()
  const narrow = useMediaQuery('(max-width: 1100px)', false, { getInitialValueInEffect: false })
  const columns = (): Column[] => [
    { key: 'start', header: t('time.start'), width: '142px' },
    { key: 'stop', header: t('time.stop'), width: '66px' },
    { key: 'total', header: t('time.total'), width: '60px', end: true },
    { key: 'flags', header: <span className="visually-hidden">{t('time.flags')}</span>, width: '36px' },
    ...(team ? [{ key: 'user', header: t('time.user'), width: 'minmax(84px, 1.1fr)' }] : []),
    { key: 'category', header: t('time.category'), width: 'minmax(80px, 1fr)' },
    ...(projects ? [{ key: 'project', header: t('time.project'), width: '78px' }] : []),
    ...(narrow ? [] : [{ key: 'note', header: t('time.note'), width: 'minmax(80px, 1.3fr)' }]),
    {
      key: 'actions',
      header: <span className="visually-hidden">{t('time.actions')}</span>,
      width: '62px',
      end: true,
    },
  ]
  // The same list until something in it changes, so that no row is drawn again for it.
  // oxlint-disable-next-line react/exhaustive-deps -- `columns` is made of nothing else
  return useMemo(columns, [t, team, narrow, projects])
}

function useCells(
  onEdit: (entryId: string) => void,
  mayEdit: (entry: EntryView) => boolean,
  { done }: CellEditing,
) {
  const { t } = useTranslation('customers')
  const format = useFormat()
  const { run: remove } = useCommand('entry.remove', { undo: t('time.deleted') })
  const cells = (entry: EntryView, column: string | null): Record<string, ReactNode> => {
    const shown = shownCells(entry)
    return isEditable(column)
      ? { ...shown, [column]: <EntryCell key={column} entry={entry} column={column} onDone={done} /> }
      : shown
  }
  const shownCells = (entry: EntryView) => {
    const start = format.local(entry.startAt)
    const end = format.local(entry.endAt)
    const when = format.dateTime(entry.startAt)
    return {
      start: (
        <span className="num" title={when}>
          {format.date(start.date, 'short')} {format.time(entry.startAt)}
        </span>
      ),
      stop: (
        <span className="num" title={format.dateTime(entry.endAt)}>
          {format.time(entry.endAt)}
          {end.date !== start.date && <sup>+1</sup>}
        </span>
      ),
      total: <strong className="num">{format.duration(entry.durationMs)}</strong>,
      flags: (entry.overlaps || entry.linked) && (
        <span className={classes.flags}>
          {entry.overlaps && <Overlap label={t('time.overlap', { name: entry.userName })} />}
          {entry.linked && (
            <span title={t('time.linked')} role="img" aria-label={t('time.linked')}>
              <Link2 size={14} />
            </span>
          )}
        </span>
      ),
      user: <bdi title={entry.userName}>{entry.userName}</bdi>,
      category: <bdi title={entry.categoryName ?? ''}>{entry.categoryName ?? ''}</bdi>,
      project: entry.projectCode !== null && <ProjectTag of={entry} short />,
      note: (
        <bdi className="quiet" title={entry.note.slice(0, 500)}>
          {entry.note}
        </bdi>
      ),
      actions: mayEdit(entry) && (
        <span className={classes.rowActions}>
          <RowButton
            icon="pencil"
            tone="edit"
            label={t('time.edit', { when })}
            onClick={() => onEdit(entry.id)}
          />
          <RowButton
            icon="trash"
            tone="stop"
            label={t('time.delete', { when })}
            onClick={() => void remove({ entryId: entry.id })}
          />
        </span>
      ),
    }
  }
  // oxlint-disable-next-line react/exhaustive-deps -- `cells` is made of nothing else
  return useCallback(cells, [t, format, mayEdit, onEdit, remove, done])
}

const Overlap = ({ label }: { label: string }) => (
  <span title={label} role="img" aria-label={label}>
    <TriangleAlert size={14} color="var(--db-edit)" />
  </span>
)

/** Not drawn again with each step of the list beside it. */
const ExportButton = memo(function ExportButton({ customerId }: { customerId: string }) {
  const { t } = useTranslation('customers')
  const format = useFormat()
  const { today } = useAppState()
  const exporting = useExport()
  const months = [0, -1, -2].map((back) => addMonths(monthOf(today), back))
  return (
    <Button.Group ms="auto">
      <Button
        variant="default"
        leftSection={<FileSpreadsheet size={16} />}
        loading={exporting.pending}
        onClick={() => void exporting.start({ kind: 'customer', customerId })}
      >
        {t('time.export')}
      </Button>
      <Menu position="bottom-end" withinPortal>
        <Menu.Target>
          <Button variant="default" px={8} aria-label={t('time.exportChoose')} title={t('time.exportChoose')}>
            <ChevronDown size={16} />
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item onClick={() => void exporting.start({ kind: 'customer', customerId })}>
            {t('time.exportAll')}
          </Menu.Item>
          {months.map((month) => (
            <Menu.Item
              key={month}
              onClick={() => void exporting.start({ kind: 'customer', customerId, month })}
            >
              {t('time.exportMonth', { month: format.month(month) })}
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
    </Button.Group>
  )
})
