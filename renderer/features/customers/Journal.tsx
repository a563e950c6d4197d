// The journal of a customer, newest first: what happened, and what was noted by hand; filtered, searched, and opened from its lines
// (A12, A31, F11).
import { Button, Group, Text } from '@mantine/core'
import { useVirtualizer } from '@tanstack/react-virtual'
import { ListFilter, NotebookPen, NotebookText } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLocation, useParams } from 'wouter'
import type { JournalLine as Line } from '../../../shared/contract/journal.ts'
import { usePermitted } from '../../channel/AppState.tsx'
import { appErrorOf } from '../../channel/requestError.ts'
import { useOlder } from '../../channel/useOlder.ts'
import { EmptyState } from '../../ui/feedback/EmptyState.tsx'
import { SkeletonRows } from '../../ui/feedback/Loaded.tsx'
import { REACHABLE } from '../../ui/keys/reachable.ts'
import { Refusal } from '../../ui/feedback/Refusal.tsx'
import { useTimerDialogs } from '../timer/dialogs.tsx'
import classes from './customers.module.css'
import type { JournalFilter } from './JournalFilters.tsx'
import { JournalFilters } from './JournalFilters.tsx'
import { JournalLine } from './JournalLine.tsx'
import { JournalNote } from './JournalNote.tsx'

const PAGE = 50

export function Journal({ customerId }: { customerId: string }) {
  const { t } = useTranslation('customers')
  const permitted = usePermitted()
  const [filter, setFilter] = useState<JournalFilter>({})
  const { open, dialog } = useOpened(customerId)
  const journal = useOlder('customer.journal', { customerId, limit: PAGE, ...filter })
  const rows = journal.pages?.flatMap((page) => page.rows) ?? []
  const onlyYours = journal.pages?.[0]?.onlyYours === true
  const filtered = Object.keys(filter).length > 0
  const none = journal.pages !== undefined && rows.length === 0
  const filterable = useFilterable(filtered, journal.pages === undefined ? null : rows.length > 0)
  return (
    <>
      <Group gap="sm" align="flex-start">
        {permitted('journalEntry.add') && (
          <Button variant="default" leftSection={<NotebookPen size={16} />} onClick={() => open('new')}>
            {t('journal.add')}
          </Button>
        )}
        {filterable && <JournalFilters value={filter} onChange={setFilter} />}
      </Group>
      {onlyYours && (
        <Text size="sm" c="dimmed">
          {t('journal.onlyYours')}
        </Text>
      )}
      <Refusal
        error={journal.error === null ? null : appErrorOf(journal.error)}
        onClose={() => journal.refetch()}
      />
      {journal.pending && <SkeletonRows />}
      {none && filtered && (
        <EmptyState
          icon={<ListFilter size={32} />}
          title={t('journal.nothing')}
          action={
            <Button variant="default" onClick={() => setFilter({})}>
              {t('journal.showAll')}
            </Button>
          }
        />
      )}
      {none && !filtered && (
        <EmptyState
          icon={<NotebookText size={32} />}
          title={t(onlyYours ? 'journal.emptyYours' : 'journal.emptyTitle')}
          text={t('journal.emptyText')}
        />
      )}
      {rows.length > 0 && (
        <Feed
          key={JSON.stringify(filter)}
          rows={rows}
          whole={!journal.hasMore}
          onOpen={open}
          onShow={(last) => journal.show(last, rows.length)}
        />
      )}
      {dialog}
    </>
  )
}

/** Whether there is anything to narrow, as far as is known: while it is asked anew, what held before. */
function useFilterable(filtered: boolean, some: boolean | null): boolean {
  const [last, setLast] = useState(false)
  const now = filtered || (some ?? last)
  if (now !== last) setLast(now)
  return now
}

type FeedProps = {
  rows: readonly Line[]
  /** No older ones follow. */
  whole: boolean
  onOpen: (line: Line) => void
  onShow: (lastIndex: number) => void
}

function Feed({ rows, whole, onOpen, onShow }: FeedProps) {
  const { t } = useTranslation('customers')
  const scroller = useRef<HTMLDivElement>(null)
  const virtualizer = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => 64,
    overscan: 6,
    getItemKey: (index) => rows[index]?.id ?? index,
  })
  const last = virtualizer.range?.endIndex ?? 0
  useEffect(() => onShow(last))
  return (
    <div ref={scroller} className={classes.journal} {...REACHABLE} role="feed" aria-label={t('tab.journal')}>
      <div style={{ blockSize: virtualizer.getTotalSize(), position: 'relative' }}>
        {virtualizer.getVirtualItems().map((item) => {
          const line = rows[item.index]
          return (
            <article
              key={item.key}
              ref={virtualizer.measureElement}
              data-index={item.index}
              aria-posinset={item.index + 1}
              aria-setsize={whole ? rows.length : -1}
              className={classes.line}
              style={{ insetBlockStart: item.start, minBlockSize: 42 }}
            >
              {line !== undefined && <JournalLine line={line} onOpen={onOpen} />}
            </article>
          )
        })}
      </div>
    </div>
  )
}

/** What a press on a line opens; `new`: a note that is to be written. The customer's menu leads to one by the address. */
function useOpened(customerId: string) {
  const { show } = useTimerDialogs()
  const { view } = useParams<{ view?: string }>()
  const [, navigate] = useLocation()
  const [note, setNote] = useState<Line | 'new' | null>(null)
  const wanted = view === 'note' ? 'new' : note
  const open = (line: Line | 'new') => {
    if (line === 'new' || line.source === 'note') setNote(line)
    else if (line.source === 'time') show({ kind: 'editEntry', entryId: line.id })
    else if (line.source === 'meeting' && line.meetingId !== null)
      show({ kind: 'meeting', meetingId: line.meetingId, at: line.occurrenceAt })
    else show({ kind: 'task', taskId: line.id })
  }
  const close = () => {
    setNote(null)
    if (view === 'note') navigate(`/customers/${customerId}/journal`, { replace: true })
  }
  return {
    open,
    dialog: wanted !== null && (
      <JournalNote customerId={customerId} line={wanted === 'new' ? null : wanted} onClose={close} />
    ),
  }
}
