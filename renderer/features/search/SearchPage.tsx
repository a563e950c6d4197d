// Search in the notes of all sessions: the newest first, with the words marked; a row opens its day in the Work Diary.
import { Button, CloseButton, Group, Text, TextInput } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { Search } from 'lucide-react'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLocation, useParams } from 'wouter'
import { monthOf } from '../../../shared/base/localDate.ts'
import type { FoundNote } from '../../../shared/contract/search.ts'
import { appErrorOf } from '../../channel/requestError.ts'
import { useOlder } from '../../channel/useOlder.ts'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { useFormat } from '../../ui/format.ts'
import { SkeletonRows } from '../../ui/Loaded.tsx'
import { Page } from '../../ui/Page.tsx'
import { Refusal } from '../../ui/Refusal.tsx'
import { VirtualTable } from '../../ui/VirtualTable.tsx'
import { diaryPath } from '../diary/diaryAddress.ts'
import { MarkedNote } from './MarkedNote.tsx'
import { searchPath } from './searchPath.ts'
import { useFocusOnMount } from '../../ui/useFocusOnMount.ts'

const PAGE = 50

export function SearchPage() {
  const { t } = useTranslation('search')
  const { text: wanted = '' } = useParams<{ text?: string }>()
  const [, navigate] = useLocation()
  const [typed, setTyped] = useState(() => decoded(wanted))
  const [text] = useDebouncedValue(typed.trim() === '' ? '' : typed.slice(0, 200), 120)
  const [place, setPlace] = useState({ offset: 0, active: 0 })
  const field = useFocusOnMount<HTMLInputElement>(true)
  const found = useOlder('entry.search', { text, limit: PAGE }, text !== '')
  const cells = useCells()
  // The palette may ask for something else while this page is open.
  useEffect(() => setTyped(decoded(wanted)), [wanted])
  const rows = found.pages?.flatMap((page) => page.rows) ?? []
  const incomplete = found.pages?.at(-1)?.complete === false
  const open = (index: number) => {
    const row = rows[index]
    if (row === undefined) return
    // What was searched stands in the address, so that Back leads to it.
    navigate(searchPath(text), { replace: true })
    navigate(diaryPath(monthOf(row.workDate), row.userId, row.workDate))
  }
  return (
    <Page title={t('title')} fill>
      <TextInput
        label={t('label')}
        description={t('hint')}
        placeholder={t('placeholder')}
        leftSection={<Search size={16} aria-hidden />}
        rightSection={
          typed === '' ? null : <CloseButton size="sm" aria-label={t('clear')} onClick={() => setTyped('')} />
        }
        value={typed}
        onChange={(event) => setTyped(event.currentTarget.value)}
        maxLength={200}
        ref={field}
        maw={480}
      />
      <Refusal
        error={found.error === null ? null : appErrorOf(found.error)}
        onClose={() => found.refetch()}
      />
      {incomplete && (
        <Text size="sm" c="dimmed" role="status">
          {t('incomplete')}
        </Text>
      )}
      {text !== '' && found.pending && <SkeletonRows rows={10} />}
      {rows.length > 0 && (
        <>
          <VirtualTable
            key={text}
            label={t('title')}
            columns={[
              { key: 'when', header: t('column.when'), width: '148px' },
              { key: 'who', header: t('column.who'), width: 'minmax(80px, 150px)' },
              { key: 'customer', header: t('column.customer'), width: 'minmax(90px, 1fr)' },
              { key: 'category', header: t('column.category'), width: 'minmax(80px, 140px)' },
              { key: 'note', header: t('column.note'), width: 'minmax(140px, 3fr)' },
            ]}
            count={rows.length}
            item={(index) => rows[index]}
            cells={cells}
            rowKey={({ entryId }) => entryId}
            onOpen={open}
            onShow={(_, last) => found.show(last, rows.length)}
            place={place}
            onPlace={setPlace}
          />
          {found.hasMore && (
            <Group justify="center">
              <Button variant="default" size="compact-sm" loading={found.fetching} onClick={found.more}>
                {t('more')}
              </Button>
            </Group>
          )}
        </>
      )}
      {text === '' && (
        <EmptyState icon={<Search size={32} />} title={t('start.title')} text={t('start.text')} />
      )}
      {text !== '' && found.pages !== undefined && rows.length === 0 && (
        <EmptyState
          icon={<Search size={32} />}
          title={t('nothing.title')}
          text={t('nothing.text', { text: text.trim() })}
          action={
            <Button variant="default" onClick={() => setTyped('')}>
              {t('clear')}
            </Button>
          }
        />
      )}
    </Page>
  )
}

/** An address that somebody typed may be none. */
function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

function useCells() {
  const { t } = useTranslation('common')
  const format = useFormat()
  return (row: FoundNote) => ({
    when: <span className="num">{format.dateTime(row.startAt)}</span>,
    who: <bdi>{row.userName}</bdi>,
    customer: <bdi>{row.customerName ?? t('noCustomer')}</bdi>,
    category: <bdi>{row.categoryName ?? t('noCategory')}</bdi>,
    note: (
      <span title={row.note}>
        <MarkedNote note={row.note} marks={row.marks} />
      </span>
    ),
  })
}
