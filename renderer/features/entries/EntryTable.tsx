// A list of time of any length: filtered, sorted, summed, several at once (B26 to B32, I15); cells are edited where they stand (D11,
// E4), everything of an entry in its dialog. Whose time it is, the page says that shows it.
import { Button, Group, Text } from '@mantine/core'
import { ListFilter, Timer } from 'lucide-react'
import { useEffect, useState } from 'react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Reply } from '../../../shared/contract/channel.ts'
import { isFiltered } from '../../../shared/contract/entryFilter.ts'
import type { Id } from '../../../shared/entities/entity.ts'
import { isAmount } from '../../../shared/rules/amount.ts'
import { usePermitted } from '../../channel/AppState.tsx'
import type { Pages } from '../../channel/usePages.ts'
import { useRequest } from '../../channel/useRequest.ts'
import { EmptyState } from '../../ui/feedback/EmptyState.tsx'
import { SkeletonRows } from '../../ui/feedback/Loaded.tsx'
import { Refusal } from '../../ui/feedback/Refusal.tsx'
import { useFormat } from '../../ui/figures/format.ts'
import { rowHeightOf, useNarrow, useTight } from '../../ui/table/narrow.ts'
import { VirtualTable } from '../../ui/table/VirtualTable.tsx'
import { useEntryColumns } from './entryColumns.tsx'
import { EntryFilters } from './EntryFilters.tsx'
import { hasMore, useEntryCells, useMayEdit, whenOf } from './entryRowCells.tsx'
import { EVERYTHING } from './listView.ts'
import { SeveralEntries } from './SeveralEntries.tsx'
import { useCellEditing } from './useCellEditing.ts'
import type { ShownView } from './useListView.ts'
import { useSelection } from './useSelection.ts'

export type EntryTableProps = {
  label: string
  customerId: Id
  /** What all of it is on: neither filtered by nor said in each row. */
  about: 'customer' | 'case'
  shown: ShownView
  pages: Pages<'customer.entries'> | Pages<'case.entries'>
  /** A stretch of it, or all, as it is filtered and ordered. */
  idsOf(place: { offset: number; limit: number } | null): Promise<Reply<Id[]>>
  onEdit(entryId: Id): void
  /** Before and after the number of entries. */
  actions: ReactNode
  actionsAfter?: ReactNode
  emptyText: string
  /** What it comes to, at the end of the footer. */
  amount?: ReactNode
}

export function EntryTable(props: EntryTableProps) {
  const { label, customerId, about, shown, pages, onEdit } = props
  const { view, setView, filter } = shown
  const { t } = useTranslation('entries')
  const format = useFormat()
  const permitted = usePermitted()
  const [place, setPlace] = useState({ offset: 0, active: 0 })
  const selection = useSelection((index) => pages.row(index)?.id, props.idsOf)
  const { clear } = selection
  // What is no longer shown is not changed along.
  useEffect(() => clear(), [view, clear])
  const projects = (useRequest('project.list', { customerId, limit: 1 }).data?.total ?? 0) > 0
  const more = pages.first?.rows.some((entry) => hasMore(entry, about)) ?? false
  const columns = useEntryColumns({ projects, more }, view, setView)
  const mayEdit = useMayEdit()
  const maySelect = permitted('entry.editMany') || permitted('entry.removeMany')
  const editing = useCellEditing(columns)
  const narrow = useNarrow()
  const tight = useTight()
  const cells = useEntryCells({ about, onEdit, mayEdit, narrow, tight, editing })
  const open = (index: number, column: string | null) => {
    const entry = pages.row(index)
    if (entry === undefined || !mayEdit(entry)) return
    const timeless = isAmount(entry) && (column === 'start' || column === 'stop')
    if (timeless || !editing.begin(entry.id, column)) onEdit(entry.id)
  }
  return (
    <>
      <Group gap="sm">
        {props.actions}
        <Text size="sm" c="dimmed" className="num" role="status">
          {pages.first !== undefined &&
            (isFiltered(filter)
              ? t('list.entriesOf', { shown: format.number(pages.total), count: pages.first.all.total })
              : t('list.entries', { count: pages.total }))}
          {pages.first?.onlyYours === true && ` · ${t('list.onlyYours')}`}
        </Text>
        {pages.total > 0 && props.actionsAfter}
      </Group>
      {((pages.first?.all.total ?? 0) > 0 || pages.error !== null) && (
        <EntryFilters customerId={customerId} about={about} view={view} onChange={setView} />
      )}
      {selection.ids.size > 0 && (
        <SeveralEntries customerId={customerId} entryIds={[...selection.ids]} onDone={selection.clear} />
      )}
      <Refusal error={pages.error?.error ?? null} onClose={pages.refetch} />
      {pages.first === undefined && pages.error === null && <SkeletonRows />}
      {pages.first !== undefined && pages.total === 0 && pages.first.all.total > 0 && (
        <EmptyState
          icon={<ListFilter size={32} />}
          title={t('list.nothingTitle')}
          text={t('list.nothingText')}
          action={
            <Button variant="default" onClick={() => setView(EVERYTHING)}>
              {t('list.showAll')}
            </Button>
          }
        />
      )}
      {pages.first !== undefined && pages.first.all.total === 0 && (
        <EmptyState
          icon={<Timer size={32} />}
          title={t(pages.first.onlyYours ? 'list.emptyYours' : 'list.emptyTitle')}
          text={props.emptyText}
        />
      )}
      {pages.first !== undefined && pages.total > 0 && (
        <VirtualTable
          key={JSON.stringify([filter, narrow, tight])}
          rowHeight={rowHeightOf(tight)}
          label={label}
          columns={columns}
          count={pages.total}
          item={pages.row}
          cells={cells}
          mark={({ id }) => editing.columnOf(id)}
          rowKey={({ id }) => id}
          onOpen={open}
          selecting={
            maySelect
              ? {
                  ...selection,
                  has: ({ id }) => selection.ids.has(id),
                  label: (entry) => t('list.select', { when: whenOf(entry, format) }),
                  count: selection.ids.size,
                  allLabel: t('list.selectAll'),
                }
              : undefined
          }
          onShow={pages.show}
          place={place}
          onPlace={setPlace}
          footer={[
            {
              key: 'label',
              content: t(
                isFiltered(filter)
                  ? 'list.subtotal'
                  : pages.first.onlyYours
                    ? 'list.yourTime'
                    : 'list.totalTime',
              ),
              span: maySelect ? 3 : 2,
              rowHeader: true,
            },
            // Longer than any of the times above it: it ends where they end.
            {
              key: 'total',
              content: <span className="num">{format.duration(pages.first.totalMs)}</span>,
              end: true,
            },
            { key: 'amount', content: props.amount, span: columns.length - 3, end: true },
          ]}
        />
      )}
    </>
  )
}
