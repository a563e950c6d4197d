// Today: what runs, large; the day as a list with its free time; a strip of the day; the totals. Where a person lives.
import { ActionIcon, Button, Group, Tooltip } from '@mantine/core'
import { ChevronLeft, ChevronRight, NotebookPen, Plus } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { useLocation } from 'wouter'
import { addDays } from '../../../shared/base/localDate.ts'
import type { LocalDate } from '../../../shared/base/localDate.ts'
import { useModule } from '../../channel/AppState.tsx'
import { useRequest } from '../../channel/useRequest.ts'
import { Loaded } from '../../ui/feedback/Loaded.tsx'
import { GoTo } from '../../ui/GoTo.tsx'
import { Page } from '../../ui/Page.tsx'
import { Said } from '../../ui/Said.tsx'
import { useShortcuts } from '../../ui/keys/useShortcuts.ts'
import { useFormat } from '../../ui/figures/format.ts'
import { ButtonBar } from '../buttons/ButtonBar.tsx'
import { useTimerDialogs } from '../timer/dialogs.tsx'
import { DayList } from './DayList.tsx'
import { DayStrip } from './DayStrip.tsx'
import { NowPanel } from './NowPanel.tsx'
import { dayPath, isNoDay, presetOn, shownDay } from './shownDay.ts'
import classes from './TodayPage.module.css'
import { ToDo } from './ToDo.tsx'
import { Totals } from './Totals.tsx'
import { Waits } from './Waits.tsx'
import { useKeyHint } from '../../ui/keys/keyCaps.ts'

export function TodayPage() {
  const { t } = useTranslation('today')
  const hint = useKeyHint()
  const format = useFormat()
  const { show } = useTimerDialogs()
  const calendar = useModule('calendar')
  const approvals = useModule('approvals')
  const [location, navigate] = useLocation()
  const picked = shownDay(location)
  // The application knows which work day it is; around its start the calendar's date would be wrong.
  const { weekStart } = format
  const query = useRequest(
    'diary.today',
    { weekStart, ...(picked !== null && { date: picked }) },
    {
      keepPrevious: true,
      refetchEveryMs: 300_000,
    },
  )
  const todayQuery = useRequest('diary.today', { weekStart })
  const drafts = useRequest('draft.list', {})
  const today = todayQuery.data?.date
  const date = picked ?? today
  const isToday = date === today
  const goTo = (next: LocalDate) => navigate(dayPath(next === today ? null : next))
  const step = (days: number) => {
    if (date !== undefined && (days < 0 || !isToday)) goTo(addDays(date, days))
  }
  useShortcuts([
    ['shift+ArrowLeft', () => step(-1)],
    ['shift+ArrowRight', () => step(1)],
  ])
  const title =
    date === undefined || isToday
      ? t('title')
      : format.date(date, today?.slice(0, 4) === date.slice(0, 4) ? 'weekday' : 'long')
  if (isNoDay(location, today)) return <GoTo path="/" />

  return (
    <Page
      title={title}
      beside={
        <Group gap={2} wrap="nowrap">
          <Said text={title} />
          <Tooltip label={hint(t('previousDay'), 'Shift ←')}>
            <ActionIcon
              aria-label={t('previousDay')}
              disabled={date === undefined}
              aria-keyshortcuts="Shift+ArrowLeft"
              onClick={() => step(-1)}
            >
              <ChevronLeft size={18} className={classes.flip ?? ''} />
            </ActionIcon>
          </Tooltip>
          <Tooltip label={hint(t('nextDay'), 'Shift →')}>
            <ActionIcon
              aria-label={t('nextDay')}
              // Where there is no next day it says so, and keeps the focus of who pressed it to get here.
              aria-disabled={isToday || undefined}
              data-disabled={isToday || undefined}
              disabled={date === undefined}
              aria-keyshortcuts="Shift+ArrowRight"
              onClick={() => step(1)}
            >
              <ChevronRight size={18} className={classes.flip ?? ''} />
            </ActionIcon>
          </Tooltip>
          {!isToday && (
            <Button size="compact-sm" variant="default" onClick={() => navigate(dayPath(null))}>
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
                ...(date !== undefined && !isToday && { preset: presetOn(date, format.zone) }),
              })
            }
          >
            {t('addEntry')}
          </Button>
        </>
      }
    >
      <ButtonBar onlyArranged />
      <Loaded query={query}>
        {(day) => (
          <div className={classes.grid}>
            <div className={classes.list}>
              {isToday && <NowPanel />}
              {isToday && approvals && <Waits />}
              {calendar && <ToDo day={day} isToday={isToday} />}
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
