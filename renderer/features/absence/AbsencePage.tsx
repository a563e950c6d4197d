// Absences of a year: what waits for a decision, everybody's year as a strip of days with what remains, and the same in words (I1, I3).
import { ActionIcon, Button, Group, Select, Text, Title } from '@mantine/core'
import { CalendarOff, ChevronLeft, ChevronRight, Plus } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLocation, useParams } from 'wouter'
import type { AbsenceView } from '../../../shared/contract/absence.ts'
import type { ResultOf } from '../../../shared/contract/contract.ts'
import { useAppState, useCurrentUser, usePermitted } from '../../channel/AppState.tsx'
import { useRequest } from '../../channel/useRequest.ts'
import { EmptyState } from '../../ui/feedback/EmptyState.tsx'
import { Loaded } from '../../ui/feedback/Loaded.tsx'
import { useShortcuts } from '../../ui/keys/useShortcuts.ts'
import { Page } from '../../ui/Page.tsx'
import { absencePath } from './absencePath.ts'
import { AddUsualKinds } from './AddUsualKinds.tsx'
import { AbsenceDialog } from './AbsenceDialog.tsx'
import { AbsenceTable } from './AbsenceTable.tsx'
import { useAbsenceWords } from './absenceWords.ts'
import classes from './absence.module.css'
import { WaitingRequests } from './WaitingRequests.tsx'
import { Legend, YearStrip } from './YearStrip.tsx'
import { useKeyHint } from '../../ui/keys/keyCaps.ts'

type Year = ResultOf<'absence.year'>

export function AbsencePage() {
  const { t } = useTranslation('absence')
  const hint = useKeyHint()
  const { today } = useAppState()
  const params = useParams<{ year?: string; id?: string }>()
  const [, navigate] = useLocation()
  const me = useCurrentUser()
  const thisYear = Number(today.slice(0, 4))
  const asked = Number(params.year ?? thisYear)
  const year = Number.isInteger(asked) && asked >= 1970 && asked <= 9990 ? asked : thisYear
  const query = useRequest('absence.year', { year }, { keepPrevious: true })
  const kinds = useRequest('absenceKind.list', {})
  const [adding, setAdding] = useState(false)
  const go = (to: number) => navigate(absencePath(to))
  useShortcuts([
    ['shift+ArrowLeft', () => go(year - 1)],
    ['shift+ArrowRight', () => go(year + 1)],
  ])
  const anyKind = kinds.data?.some(({ active }) => active) ?? true
  return (
    <Page
      title={t('title')}
      name={`${t('title')} ${year}`}
      beside={
        <Group gap={4} wrap="nowrap">
          <ActionIcon
            aria-label={t('previous')}
            title={hint(t('previous'), 'Shift ←')}
            onClick={() => go(year - 1)}
          >
            <ChevronLeft size={17} className="flip-rtl" />
          </ActionIcon>
          <Text fw={600} className="num" aria-live="polite">
            {year}
          </Text>
          <ActionIcon aria-label={t('next')} title={hint(t('next'), 'Shift →')} onClick={() => go(year + 1)}>
            <ChevronRight size={17} className="flip-rtl" />
          </ActionIcon>
          {year !== thisYear && (
            <Button variant="subtle" size="compact-sm" onClick={() => go(thisYear)}>
              {t('thisYear')}
            </Button>
          )}
        </Group>
      }
      actions={
        anyKind && (
          <Button leftSection={<Plus size={16} />} onClick={() => setAdding(true)}>
            {me.role === 'employee' ? t('request') : t('enter')}
          </Button>
        )
      }
    >
      <Loaded query={query} rows={8}>
        {(data) => (
          <>
            {anyKind ? (
              <YearBody
                data={data}
                onOpen={({ id, firstDay, lastDay }) => {
                  const here = firstDay <= `${year}-12-31` && lastDay >= `${year}-01-01`
                  navigate(absencePath(here ? year : firstDay.slice(0, 4), id))
                }}
              />
            ) : (
              <NoKinds />
            )}
            {params.id !== undefined && (
              <AbsenceDialog
                absence={
                  data.people.flatMap(({ absences }) => absences).find(({ id }) => id === params.id) ?? null
                }
                onClose={() => go(year)}
              />
            )}
          </>
        )}
      </Loaded>
      {adding && <AbsenceDialog absence="new" onClose={() => setAdding(false)} />}
    </Page>
  )
}

function YearBody({ data, onOpen }: { data: Year; onOpen: (absence: AbsenceView) => void }) {
  const { t } = useTranslation('absence')
  const words = useAbsenceWords()
  const [person, setPerson] = useState<string | null>(null)
  const { year, people, onlyYours } = data
  const all = people.flatMap(({ absences }) => absences)
  const rows = all
    .filter(({ userId }) => person === null || userId === person)
    .toSorted((a, b) => (a.firstDay < b.firstDay ? 1 : -1))
  return (
    <div className={classes.body}>
      <WaitingRequests onOpen={onOpen} />
      <YearStrip {...data} words={words} onOpen={onOpen} />
      <Legend people={people} />
      {onlyYours && (
        <Text size="sm" c="dimmed">
          {t('onlyYours')}
        </Text>
      )}
      {all.length === 0 ? (
        <EmptyState
          icon={<CalendarOff size={28} />}
          title={t('empty.title', { year })}
          text={t('empty.text')}
        />
      ) : (
        <section aria-label={t('list', { year })}>
          <Group justify="space-between" mb={6}>
            <Title order={2} size="h5">
              {t('list', { year })}
            </Title>
            {people.length > 1 && (
              <Select
                aria-label={t('person')}
                placeholder={t('everybody')}
                data={people.map(({ userId, name }) => ({ value: userId, label: name }))}
                value={person}
                onChange={setPerson}
                clearable
                searchable
                size="xs"
                w={200}
              />
            )}
          </Group>
          <AbsenceTable rows={rows} withPerson={people.length > 1} words={words} onOpen={onOpen} />
        </section>
      )}
    </div>
  )
}

function NoKinds() {
  const { t } = useTranslation('absence')
  const sets = usePermitted()('absenceKind.add')
  return (
    <EmptyState
      icon={<CalendarOff size={28} />}
      title={t('empty.kindsTitle')}
      text={sets ? t('empty.kindsText') : t('empty.kindsAsk')}
      action={sets && <AddUsualKinds />}
    />
  )
}
