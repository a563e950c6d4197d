// What is running, large, with its notes; or, when nothing is, what was done last, one click from going on (A5, A7, B14).
import { Button, Group, Text } from '@mantine/core'
import { Pause, Play, Repeat2, Square } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import type { TimerView } from '../../../shared/contract/timer.ts'
import { subjectKey } from '../../../shared/entities/subject.ts'
import { usePermitted } from '../../channel/AppState.tsx'
import { useCommand, useRequest } from '../../channel/useRequest.ts'
import { NoteField } from '../../ui/fields/NoteField.tsx'
import { SubjectTags } from '../../ui/figures/SubjectTags.tsx'
import { Clock } from '../../ui/figures/Time.tsx'
import { useSince } from '../../ui/figures/format.ts'
import { useTimerState } from '../../clock/clock.tsx'
import { EditorPopover } from '../timer/EditorPopover.tsx'
import { useSessionName } from '../../ui/figures/sessionName.ts'
import { PackageLeft } from '../packages/PackageHours.tsx'
import { useTimerActions } from '../timer/useTimerActions.ts'
import { NoteSaved } from '../timer/NoteSaved.tsx'
import { useTimerNote } from '../timer/useTimerNote.ts'
import classes from './NowPanel.module.css'

export function NowPanel() {
  const state = useTimerState()
  const { usable } = useTimerActions()
  if (state === undefined || !usable) return null
  const active = state.timers.filter((timer) => timer.state !== 'stopped')
  if (active.length === 0) return <Idle />
  return active.map((timer) => <Running key={timer.id} timer={timer} />)
}

/** Everything that can be done with what runs, where it is seen; the header has the most used of it on every page. */
function Running({ timer }: { timer: TimerView }) {
  const { t } = useTranslation('timer')
  const { t: tc } = useTranslation('common')
  const actions = useTimerActions()
  const note = useTimerNote(timer)
  const discard = useCommand('timer.discard', { undo: t('discarded') })
  const paused = timer.state === 'paused'
  const throwAway = async () => {
    // The draft that is kept of it has the notes to their end.
    await note.flush()
    await discard.run({ timerId: timer.id })
  }
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
          <div className={classes.what}>
            <Text size="sm" c="dimmed" className="truncate" title={timer.categoryName ?? ''}>
              {timer.categoryName ?? tc('noCategory')}
            </Text>
            <Since timer={timer} />
          </div>
          <SubjectTags of={timer} />
          <PackageLeft timer={timer} />
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
        <NoteSaved note={note} />
        <Group gap="xs" ms="auto">
          <Button variant="subtle" color="gray" loading={discard.pending} onClick={() => void throwAway()}>
            {t('discard')}
          </Button>
          <Button variant="default" leftSection={<Repeat2 size={15} />} onClick={actions.start}>
            {t('start.switch')}
          </Button>
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
      </Group>
    </section>
  )
}

/** When it began; a click corrects that, and what it is for. */
function Since({ timer }: { timer: TimerView }) {
  const { t } = useTranslation('timer')
  const time = useSince()(timer.startedAt)
  return (
    <EditorPopover first="start" timer={timer} position="bottom-start" label={t('changeStart', { time })}>
      {(toggle) => (
        <button
          type="button"
          className={`${classes.since} num`}
          aria-label={t('changeStart', { time })}
          title={t('changeStart', { time })}
          onClick={toggle}
        >
          {t(timer.state === 'paused' ? 'pausedSince' : 'since', { time })}
        </button>
      )}
    </EditorPopover>
  )
}

function Idle() {
  const { t } = useTranslation('timer')
  const nameOf = useSessionName()
  const actions = useTimerActions()
  const permitted = usePermitted()
  const recents = useRequest('timer.recents', { limit: 5 })
  const choices = recents.data ?? []
  return (
    <section className={classes.panel} aria-label={t('idle')}>
      <Group justify="space-between" gap="sm" wrap="nowrap" align="center">
        <Text c="dimmed">{choices.length === 0 ? t('idleFirst') : t('idleRecents')}</Text>
        {recents.data?.length === 0 && permitted('import.open') && (
          <Button component={Link} href="/import" variant="subtle" size="compact-sm">
            {t('idleImport')}
          </Button>
        )}
      </Group>
      {choices.length > 0 && (
        <ul className={classes.recents}>
          {choices.map((choice) => (
            <li key={subjectKey(choice)}>
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
