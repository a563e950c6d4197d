// The journal of a customer, newest first: Time Log and Call Scheduled lines as sessions wrote them (A12, A31).
import { Badge, Group, Spoiler, Text } from '@mantine/core'
import { useVirtualizer } from '@tanstack/react-virtual'
import { NotebookText } from 'lucide-react'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { JournalRow } from '../../../shared/contract/directory.ts'
import { usePages } from '../../channel/usePages.ts'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { useFormat } from '../../ui/format.ts'
import { SkeletonRows } from '../../ui/Loaded.tsx'
import { REACHABLE } from '../../ui/reachable.ts'
import { Refusal } from '../../ui/Refusal.tsx'
import classes from './customers.module.css'

export function Journal({ customerId }: { customerId: string }) {
  const { t } = useTranslation('customers')
  const pages = usePages('customer.journal', { customerId })
  const scroller = useRef<HTMLDivElement>(null)
  const virtualizer = useVirtualizer({
    count: pages.total,
    getScrollElement: () => scroller.current,
    estimateSize: () => 64,
    overscan: 6,
    getItemKey: (index) => pages.row(index)?.id ?? index,
  })
  const { startIndex, endIndex } = virtualizer.range ?? { startIndex: 0, endIndex: 0 }
  const { show } = pages
  useEffect(() => show(startIndex, endIndex), [show, startIndex, endIndex])

  if (pages.error !== null) return <Refusal error={pages.error.error} onClose={pages.refetch} />
  if (pages.first === undefined) return <SkeletonRows />
  if (pages.total === 0)
    return (
      <EmptyState
        icon={<NotebookText size={32} />}
        title={t('journal.emptyTitle')}
        text={t('journal.emptyText')}
      />
    )
  return (
    <div ref={scroller} className={classes.journal} {...REACHABLE} role="feed" aria-label={t('tab.journal')}>
      <div style={{ blockSize: virtualizer.getTotalSize(), position: 'relative' }}>
        {virtualizer.getVirtualItems().map((item) => {
          const line = pages.row(item.index)
          return (
            <article
              key={item.key}
              ref={virtualizer.measureElement}
              data-index={item.index}
              aria-posinset={item.index + 1}
              aria-setsize={pages.total}
              className={classes.line}
              style={{ insetBlockStart: item.start, minBlockSize: 42 }}
            >
              {line !== undefined && <Line line={line} />}
            </article>
          )
        })}
      </div>
    </div>
  )
}

function Line({ line }: { line: JournalRow }) {
  const { t } = useTranslation('customers')
  const format = useFormat()
  return (
    <>
      <Group gap="xs" wrap="nowrap">
        <Badge
          variant="light"
          size="sm"
          radius="sm"
          color={line.keyword === 'Time Log' ? 'accent' : 'gray'}
          tt="none"
          style={{ flex: 'none' }}
        >
          {t(`journal.keyword.${line.keyword}`)}
        </Badge>
        <Text size="sm" className="num">
          {format.dateTime(line.at)}
        </Text>
        <Text size="sm" c="dimmed" className="truncate" title={line.userName}>
          {t('journal.by', { name: line.userName })}
        </Text>
      </Group>
      {line.text !== '' && (
        <Spoiler maxHeight={88} showLabel={t('journal.more')} hideLabel={t('journal.less')} mt={4}>
          <Text size="sm" dir="auto" style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>
            {line.text}
          </Text>
        </Spoiler>
      )}
    </>
  )
}
