// What is running, large, with its notes; or, when nothing is, what was done last, one click from going on (A5, A7, B14).
import { Button, Group, Text } from '@mantine/core'
import { Pause, Play, Square } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { TimerView } from '../../../shared/contract/timer.ts'
import { useRequest } from '../../channel/useRequest.ts'
import { NoteField } from '../../ui/NoteField.tsx'
import { ProjectTag } from '../../ui/ProjectTag.tsx'
import { Clock } from '../../ui/Time.tsx'
import { useFormat } from '../../ui/format.ts'
import { useTimerState } from '../timer/clock.tsx'
import { useSessionName } from '../timer/names.ts'
import { useTimerActions } from '../timer/useTimerActions.ts'
import { useTimerNote } from '../timer/useTimerNote.ts'
import classes from './NowPanel.module.css'

export function NowPanel() {
  const state = useTimerState()
  const { usable, current } = useTimerActions()
  if (state === undefined || !usable) return null
  const active = state.timers.filter((timer) => timer.state !== 'stopped')
  if (active.length === 0) return <Idle />
  return active.map((timer) => <Running key={timer.id} timer={timer} inHeader={timer.id === current?.id} />)
}

/** The header has the buttons of the timer that it shows; only the others (F7) have their own here. */
function Running({ timer, inHeader }: { timer: TimerView; inHeader: boolean }) {
  const { t } = useTranslation('timer')
  const { t: tc } = useTranslation('common')
  const format = useFormat()
  const actions = useTimerActions()
  const note = useTimerNote(timer)
  const paused = timer.state === 'paused'
  return (
    <section className={classes.panel} data-state={timer.state} aria-label={t('running')}>
      <div className={classes.head}>
        <div className={classes.names}>
          <Text
            component="h2"
            className={`${classes.customer} truncate`}
            title={timer.customerName ?? ''}
            dir="auto"
          >
            {timer.customerName ?? tc('noCustomer')}
          </Text>
          <Text size="sm" c="dimmed" className="truncate" title={timer.categoryName ?? ''}>
            {timer.categoryName ?? tc('noCategory')} ·{' '}
            {t(paused ? 'pausedSince' : 'since', { time: format.time(timer.startedAt) })}
          </Text>
          <ProjectTag of={timer} />
        </div>
        <span className={classes.clock} data-paused={paused || undefined}>
          <Clock timer={timer} />
        </span>
      </div>
      <NoteField
        aria-label={t('notes')}
        placeholder={t('notesPlaceholder')}
        minRows={2}
        maxRows={8}
        value={note.text}
        onChange={note.type}
        onBlur={() => void note.flush()}
      />
      <Group gap="xs" mt="sm" justify="space-between">
        <Text size="xs" c="dimmed">
          {t('notesKept')}
        </Text>
        {!inHeader && (
          <Group gap="xs">
            <Button
              variant="default"
              leftSection={paused ? <Play size={15} /> : <Pause size={15} />}
              onClick={() => void actions.pauseOrResume(timer)}
            >
              {paused ? t('resume') : t('pause')}
            </Button>
            <Button
              variant="light"
              color="red"
              leftSection={<Square size={13} fill="currentColor" />}
              onClick={() => actions.stop(timer)}
            >
              {t('stopWork')}
            </Button>
          </Group>
        )}
      </Group>
    </section>
  )
}

function Idle() {
  const { t } = useTranslation('timer')
  const nameOf = useSessionName()
  const actions = useTimerActions()
  const recents = useRequest('timer.recents', { limit: 5 })
  const choices = recents.data ?? []
  return (
    <section className={classes.panel} aria-label={t('idle')}>
      <Group justify="space-between" gap="sm" wrap="nowrap" align="center">
        <Text c="dimmed">{choices.length === 0 ? t('idleFirst') : t('idleRecents')}</Text>
      </Group>
      {choices.length > 0 && (
        <ul className={classes.recents}>
          {choices.map((choice) => (
            <li key={`${choice.customerId} ${choice.categoryId}`}>
              <Button
                variant="default"
                size="compact-md"
                className={classes.recent ?? ''}
                leftSection={<Play size={13} color="var(--db-start)" fill="var(--db-start)" />}
                title={nameOf(choice)}
                onClick={() => void actions.switchTo(choice)}
              >
                <span className="truncate">{nameOf(choice)}</span>
              </Button>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}
