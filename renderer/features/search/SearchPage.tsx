// Search in the notes of all sessions: the newest first, with the words marked; a row opens its day in the Work Diary.
import { Anchor, Button, CloseButton, Group, Text, TextInput } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { Search } from 'lucide-react'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useLocation, useParams } from 'wouter'
import { monthOf } from '../../../shared/base/localDate.ts'
import { isAmount } from '../../../shared/rules/amount.ts'
import type { FoundNote } from '../../../shared/contract/search.ts'
import { useAppState, useCurrentUser, useModule, useOrganisation } from '../../channel/AppState.tsx'
import { appErrorOf } from '../../channel/requestError.ts'
import { useRequest } from '../../channel/useRequest.ts'
import { useOlder } from '../../channel/useOlder.ts'
import { EmptyState } from '../../ui/feedback/EmptyState.tsx'
import { SubjectTags } from '../../ui/figures/SubjectTags.tsx'
import { CustomerFilter } from '../../ui/fields/CustomerFilter.tsx'
import type { Named } from '../../ui/fields/subjectChoice.ts'
import { codeLabel } from '../../ui/figures/codeLabel.ts'
import { useFormat } from '../../ui/figures/format.ts'
import { MeetingMark } from '../../ui/figures/MeetingMark.tsx'
import { SkeletonRows } from '../../ui/feedback/Loaded.tsx'
import { Page } from '../../ui/Page.tsx'
import { Live } from '../../ui/Said.tsx'
import { Refusal } from '../../ui/feedback/Refusal.tsx'
import { VirtualTable } from '../../ui/table/VirtualTable.tsx'
import { diaryPath } from '../diary/diaryAddress.ts'
import { EntryFilters } from '../entries/EntryFilters.tsx'
import { asked as filterOfView, EVERYTHING } from '../entries/listView.ts'
import { decodedPart } from '../../ui/list/addressPart.ts'
import { useWidest } from '../../ui/figures/widest.ts'
import { MarkedNote } from './MarkedNote.tsx'
import classes from './search.module.css'
import { searchPath } from './searchPath.ts'
import { useFocusOnMount } from '../../ui/keys/useFocusOnMount.ts'

const PAGE = 50

export function SearchPage() {
  const { t } = useTranslation('search')
  const { t: tc } = useTranslation('common')
  const { text: wanted = '' } = useParams<{ text?: string }>()
  const [, navigate] = useLocation()
  const [typed, setTyped] = useState(() => decodedPart(wanted))
  const [text] = useDebouncedValue(typed.trim() === '' ? '' : typed.slice(0, 200), 120)
  const [place, setPlace] = useState({ offset: 0, active: 0 })
  const field = useFocusOnMount<HTMLInputElement>(true)
  const [customer, setCustomer] = useState<Named | null>(null)
  const [view, setView] = useState(EVERYTHING)
  const { today } = useAppState()
  const { text: _words, ...filter } = filterOfView(view, today)
  const asked = { text, limit: PAGE, ...filter, ...(customer !== null && { customerId: customer.id }) }
  const found = useOlder('entry.search', asked, text !== '')
  const cells = useCells()
  const widest = useWidest()
  const me = useCurrentUser()
  const { colleaguesSeeTime } = useOrganisation()
  const onlyYours = me.role === 'employee' && !colleaguesSeeTime
  // The palette may ask for something else while this page is open.
  useEffect(() => setTyped(decodedPart(wanted)), [wanted])
  const rows = found.pages?.flatMap((page) => page.rows) ?? []
  const incomplete = found.pages?.at(-1)?.complete === false
  const open = (index: number) => {
    const row = rows[index]
    // A colleague's day holds more than their time: the Diary shows an employee their own.
    if (row === undefined || (me.role === 'employee' && row.userId !== me.id)) return
    // What was searched stands in the address, so that Back leads to it.
    navigate(searchPath(text), { replace: true })
    navigate(diaryPath(monthOf(row.workDate), row.userId, row.workDate))
  }
  return (
    <Page title={t('title')} fill>
      <Group align="flex-end" gap="sm">
        <TextInput
          label={t('label')}
          description={onlyYours ? `${t('hint')} ${t('onlyYours')}` : t('hint')}
          placeholder={t('placeholder')}
          leftSection={<Search size={16} aria-hidden />}
          rightSection={
            typed === '' ? null : (
              <CloseButton size="sm" aria-label={t('clear')} onClick={() => setTyped('')} />
            )
          }
          value={typed}
          onChange={(event) => setTyped(event.currentTarget.value)}
          maxLength={200}
          ref={field}
          maw={480}
          flex={1}
        />
        <CustomerFilter
          value={customer}
          onChange={(chosen) => {
            setCustomer(chosen)
            // It was one of the customer's.
            const { projectId: _gone, ...rest } = view.filter
            setView({ ...view, filter: rest })
          }}
        />
      </Group>
      <EntryFilters customerId={customer?.id ?? null} withoutNote view={view} onChange={setView} />
      {text !== '' && <FoundCases text={text} />}
      <Refusal
        error={found.error === null ? null : appErrorOf(found.error)}
        onClose={() => found.refetch()}
      />
      {incomplete && (
        <Text size="sm" c="dimmed" role="status">
          {t('incomplete')}
        </Text>
      )}
      <Live>
        {text !== '' &&
          found.pages !== undefined &&
          tc('select.found', { count: rows.length }) + (found.hasMore ? ` ${t('thereAreMore')}` : '')}
      </Live>
      {text !== '' && found.pending && <SkeletonRows rows={10} />}
      {rows.length > 0 && (
        <>
          <VirtualTable
            key={JSON.stringify(asked)}
            label={t('title')}
            columns={[
              { key: 'when', header: t('column.when'), width: widest.dateTimes, rowHeader: true },
              { key: 'who', header: t('column.who'), width: 'minmax(70px, 150px)' },
              { key: 'customer', header: t('column.customer'), width: 'minmax(80px, 1fr)' },
              { key: 'category', header: t('column.category'), width: 'minmax(70px, 140px)' },
              { key: 'note', header: t('column.note'), width: 'minmax(110px, 3fr)' },
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

/** Cases by their number, subject, customer or reference (J19); nothing where none fits. */
function FoundCases({ text }: { text: string }) {
  const { t } = useTranslation('cases')
  const on = useModule('cases')
  const found = useRequest('case.list', { search: text, limit: 5 }, { enabled: on, keepPrevious: true })
  if (!on || found.data === undefined || found.data.total === 0) return null
  return (
    <Group gap="md" component="nav" aria-label={t('title')}>
      <Text size="sm" c="dimmed">
        {t('title')}
      </Text>
      {found.data.rows.map((one) => (
        <Anchor
          key={one.id}
          component={Link}
          href={`/cases/${one.id}`}
          size="sm"
          className="truncate"
          maw={320}
        >
          {codeLabel(one)}
        </Anchor>
      ))}
    </Group>
  )
}

function useCells() {
  const { t } = useTranslation('common')
  const format = useFormat()
  return (row: FoundNote) => ({
    when: (
      <span className="num">{isAmount(row) ? format.date(row.workDate) : format.dateTime(row.startAt)}</span>
    ),
    who: <bdi>{row.userName}</bdi>,
    customer: <bdi>{row.customerName ?? t('noCustomer')}</bdi>,
    category: (
      <>
        <bdi>{row.categoryName ?? t('noCategory')}</bdi>
        <span className={classes.more}>
          <MeetingMark meetingId={row.meetingId} />
          <SubjectTags of={row} short />
        </span>
      </>
    ),
    note: (
      <span title={row.note}>
        <MarkedNote note={row.note} marks={row.marks} />
      </span>
    ),
  })
}
