// The audit trail, newest first: what was changed, by whom and when, with undo for thirty days (B50, F4, G11).
import { Button, CloseButton, Group, Text, TextInput } from '@mantine/core'
import { History, Search, Undo2 } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { LocalDate } from '../../../shared/base/localDate.ts'
import { fold } from '../../../shared/base/text.ts'
import type { ChangeView } from '../../../shared/contract/entry.ts'
import { appErrorOf } from '../../channel/requestError.ts'
import { usePermitted } from '../../channel/AppState.tsx'
import { useOlder } from '../../channel/useOlder.ts'
import { DateField } from '../../ui/fields/DateField.tsx'
import { EmptyState } from '../../ui/feedback/EmptyState.tsx'
import { useDurationWords, useFormat } from '../../ui/figures/format.ts'
import { SkeletonRows } from '../../ui/feedback/Loaded.tsx'
import { Page } from '../../ui/Page.tsx'
import { Refusal } from '../../ui/feedback/Refusal.tsx'
import { useUndo } from '../../ui/feedback/useUndo.ts'
import { VirtualTable } from '../../ui/table/VirtualTable.tsx'
import { useWidest } from '../../ui/figures/widest.ts'
import { ChangeDetails } from './ChangeDetails.tsx'
import { useChangeWords } from './changeWords.ts'
import classes from './history.module.css'

const PAGE = 200

export function HistoryPage() {
  const { t } = useTranslation('history')
  const [search, setSearch] = useState('')
  const [date, setDate] = useState<LocalDate | null>(null)
  const [place, setPlace] = useState({ offset: 0, active: 0 })
  const changes = useOlder('change.list', { limit: PAGE, ...(date !== null && { date }) })
  const words = useChangeWords()
  const widest = useWidest()
  const [opened, setOpened] = useState<ChangeView | null>(null)
  const cells = useCells()
  const all = changes.pages?.flatMap((page) => page.changes) ?? []
  const wanted = fold(search.trim())
  const rows = wanted === '' ? all : all.filter((change) => fold(words.everything(change)).includes(wanted))
  const clear = () => {
    setSearch('')
    setDate(null)
  }
  return (
    <Page title={t('title')} fill>
      <Text size="sm" c="dimmed">
        {t('lead')}
      </Text>
      <Group gap="sm" align="flex-end">
        <TextInput
          label={t('filter')}
          placeholder={t('filterPlaceholder')}
          leftSection={<Search size={16} aria-hidden />}
          rightSection={
            search === '' ? null : (
              <CloseButton size="sm" aria-label={t('empty.clear')} onClick={() => setSearch('')} />
            )
          }
          value={search}
          onChange={(event) => setSearch(event.currentTarget.value)}
          w={280}
        />
        <DateField label={t('onDay')} lean="past" value={date} onChange={setDate} />
        {date !== null && (
          <Button variant="default" onClick={() => setDate(null)}>
            {t('clearDay')}
          </Button>
        )}
      </Group>
      <Refusal
        error={changes.error === null ? null : appErrorOf(changes.error)}
        onClose={() => changes.refetch()}
      />
      {changes.pending && <SkeletonRows rows={10} />}
      {changes.pages !== undefined && rows.length > 0 && (
        <>
          <VirtualTable
            key={date ?? ''}
            label={t('title')}
            columns={[
              { key: 'when', header: t('column.when'), width: widest.dateTimes, rowHeader: true },
              { key: 'who', header: t('column.who'), width: 'minmax(84px, 0.6fr)' },
              { key: 'what', header: t('column.what'), width: 'minmax(140px, 1.2fr)' },
              { key: 'subject', header: t('column.subject'), width: 'minmax(70px, 2fr)' },
              {
                key: 'action',
                header: <span className="visually-hidden">{t('column.action')}</span>,
                width: '132px',
                end: true,
              },
            ]}
            count={rows.length}
            item={(index) => rows[index]}
            cells={cells}
            rowKey={({ commitId }) => commitId}
            tone={({ undoneBy }) => (undoneBy === null ? undefined : 'dim')}
            onOpen={(index) => setOpened(rows[index] ?? null)}
            onShow={(_, last) => changes.show(last, rows.length)}
            place={place}
            onPlace={setPlace}
          />
          <Group gap="sm" className={classes.end ?? ''}>
            {changes.hasMore ? (
              <Button variant="default" size="compact-sm" loading={changes.fetching} onClick={changes.more}>
                {t('more')}
              </Button>
            ) : (
              <Text size="sm" c="dimmed">
                {t('end')}
              </Text>
            )}
          </Group>
        </>
      )}
      {changes.pages !== undefined && rows.length === 0 && (
        <EmptyState
          icon={<History size={32} />}
          title={search === '' && date === null ? t('empty.title') : t('empty.filterTitle')}
          text={
            search !== ''
              ? t('empty.filterText', { search: search.trim() })
              : date !== null
                ? t('empty.dayText')
                : t('empty.text')
          }
          action={
            (search !== '' || date !== null) && (
              <Group gap="sm">
                <Button variant="default" onClick={clear}>
                  {t('empty.clear')}
                </Button>
                {changes.hasMore && (
                  <Button variant="default" loading={changes.fetching} onClick={changes.more}>
                    {t('more')}
                  </Button>
                )}
              </Group>
            )
          }
        />
      )}
      {opened !== null && <ChangeDetails change={opened} onClose={() => setOpened(null)} />}
    </Page>
  )
}

function useCells() {
  const { t } = useTranslation('history')
  const format = useFormat()
  const words = useChangeWords()
  const duration = useDurationWords()
  return (change: ChangeView) => {
    const what = words.command(change)
    const subject = [words.subjects(change), words.edited(change)]
      .filter((part) => part !== null && part !== '')
      .join(' · ')
    return {
      when: <span className="num">{format.dateTime(change.at)}</span>,
      who: <bdi title={change.userName ?? ''}>{change.userName ?? t('system')}</bdi>,
      what: (
        <span title={what}>
          {what}
          {change.undoneBy !== null && ` (${t('undoneLabel')})`}
          {change.clockOff !== null &&
            ` (${t(change.clockOff > 0 ? 'clock.ahead' : 'clock.behind', { by: duration(Math.abs(change.clockOff)) })})`}
        </span>
      ),
      subject: (
        <bdi className="quiet" title={subject}>
          {subject}
        </bdi>
      ),
      action: change.undoable && <UndoButton change={change} what={what} />,
    }
  }
}

function UndoButton({ change, what }: { change: ChangeView; what: string }) {
  const { t } = useTranslation('history')
  const permitted = usePermitted()
  const undo = useUndo()
  if (!permitted('change.undo')) return null
  return (
    <Button
      size="compact-sm"
      variant="default"
      tabIndex={-1}
      leftSection={<Undo2 size={13} className="flip-rtl" />}
      loading={undo.pending}
      aria-label={t('undoOf', { what })}
      onClick={() => void undo.takeBack(change.commitId)}
    >
      {t('undo')}
    </Button>
  )
}
