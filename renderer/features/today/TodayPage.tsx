// Today: what runs, large; the day as a list with its free time; a strip of the day; the totals. Where a person lives.
import { ActionIcon, Button, Group, Tooltip } from '@mantine/core'
import { ChevronLeft, ChevronRight, NotebookPen, Plus } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { addDays } from '../../../shared/base/localDate.ts'
import type { LocalDate } from '../../../shared/base/localDate.ts'
import { useRequest } from '../../channel/useRequest.ts'
import { Loaded } from '../../ui/Loaded.tsx'
import { Page } from '../../ui/Page.tsx'
import { useFormat } from '../../ui/format.ts'
import { useTimerDialogs } from '../timer/dialogs.tsx'
import { DayList } from './DayList.tsx'
import { DayStrip } from './DayStrip.tsx'
import { NowPanel } from './NowPanel.tsx'
import classes from './TodayPage.module.css'
import { Totals } from './Totals.tsx'

export function TodayPage() {
  const { t } = useTranslation('today')
  const format = useFormat()
  const { show } = useTimerDialogs()
  const [picked, setPicked] = useState<LocalDate | null>(null) // null: today, also after midnight
  // The application knows which work day it is; around its start the calendar's date would be wrong.
  const query = useRequest('diary.today', picked === null ? {} : { date: picked }, {
    keepPrevious: true,
    refetchEveryMs: 300_000,
  })
  const todayQuery = useRequest('diary.today', {})
  const drafts = useRequest('draft.list', {})
  const today = todayQuery.data?.date
  const date = picked ?? today
  const isToday = date === today
  const goTo = (next: LocalDate) => setPicked(next === today ? null : next)

  return (
    <Page
      title={date === undefined ? t('title') : isToday ? t('title') : format.date(date, 'weekday')}
      beside={
        <Group gap={2} wrap="nowrap">
          <Tooltip label={t('previousDay')}>
            <ActionIcon
              aria-label={t('previousDay')}
              disabled={date === undefined}
              onClick={() => date !== undefined && goTo(addDays(date, -1))}
            >
              <ChevronLeft size={18} className={classes.flip ?? ''} />
            </ActionIcon>
          </Tooltip>
          <Tooltip label={t('nextDay')}>
            <ActionIcon
              aria-label={t('nextDay')}
              disabled={date === undefined || isToday}
              onClick={() => date !== undefined && goTo(addDays(date, 1))}
            >
              <ChevronRight size={18} className={classes.flip ?? ''} />
            </ActionIcon>
          </Tooltip>
          {!isToday && (
            <Button size="compact-sm" variant="default" onClick={() => setPicked(null)}>
              {t('backToToday')}
            </Button>
          )}
        </Group>
      }
      actions={
        <>
          {(drafts.data?.length ?? 0) > 0 && (
            <Button
              variant="subtle"
              color="gray"
              leftSection={<NotebookPen size={15} />}
              onClick={() => show({ kind: 'drafts' })}
            >
              {t('recoverNotes', { count: drafts.data?.length ?? 0 })}
            </Button>
          )}
          <Button
            variant="default"
            leftSection={<Plus size={15} />}
            onClick={() =>
              show({
                kind: 'addEntry',
                ...(date !== undefined && !isToday && { preset: presetOn(query.data?.dayStartAt) }),
              })
            }
          >
            {t('addEntry')}
          </Button>
        </>
      }
    >
      <Loaded query={query}>
        {(day) => (
          <div className={classes.grid}>
            <div className={classes.list}>
              {isToday && <NowPanel />}
              <DayList day={day} isToday={isToday} />
            </div>
            <aside className={classes.side} aria-label={t('totals')}>
              <Totals day={day} isToday={isToday} />
              <DayStrip day={day} isToday={isToday} />
            </aside>
          </div>
        )}
      </Loaded>
    </Page>
  )
}

/** On another day the form starts at nine in the morning, an hour long. */
function presetOn(dayStartAt: number | undefined): { startAt?: number; endAt?: number } {
  if (dayStartAt === undefined) return {}
  return { startAt: dayStartAt + 9 * 3_600_000, endAt: dayStartAt + 10 * 3_600_000 }
}
