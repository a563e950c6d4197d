// The timer in the header of every page: Start Work, or the running session with its clock, pause and Stop work (B9 to B17).
import { ActionIcon, Button, Menu, Tooltip } from '@mantine/core'
import { ClipboardList, Layers, Pause, Play, Square } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { useOrganisation } from '../../channel/AppState.tsx'
import { useTimerState } from '../../clock/clock.tsx'
import { useTimerDialogs } from './dialogs.tsx'
import classes from './HeaderTimer.module.css'
import { RunningTimer } from './RunningTimer.tsx'
import { useSessionName } from '../../ui/figures/sessionName.ts'
import { useTimerActions } from './useTimerActions.ts'

export function HeaderTimer() {
  const { t } = useTranslation('timer')
  const state = useTimerState()
  const actions = useTimerActions()
  const { severalTimers } = useOrganisation()
  // What runs, or waits to be recorded, is never hidden.
  if (state === undefined || (!actions.usable && state.timers.length === 0)) return null
  const { current } = actions
  return (
    <div className={classes.timer} role="region" aria-label={t('region')}>
      <Unanswered />
      <OtherTimers />
      {current === null && actions.usable && (
        <Button
          className={classes.start}
          leftSection={<Play size={15} fill="currentColor" />}
          onClick={actions.start}
        >
          {t('startWork')}
        </Button>
      )}
      {current !== null && (
        <>
          <RunningTimer timer={current} />
          <Tooltip label={current.state === 'running' ? t('pause') : t('resume')}>
            <ActionIcon
              size="lg"
              variant="default"
              aria-label={current.state === 'running' ? t('pause') : t('resume')}
              onClick={() => void actions.pauseOrResume()}
            >
              {current.state === 'running' ? <Pause size={16} /> : <Play size={16} />}
            </ActionIcon>
          </Tooltip>
          <Button
            className={classes.stop}
            leftSection={<Square size={13} fill="currentColor" />}
            onClick={() => actions.stop(current)}
          >
            {t('stopWork')}
          </Button>
          {severalTimers && actions.usable && (
            <Tooltip label={t('startAnother')}>
              <ActionIcon size="lg" variant="default" aria-label={t('startAnother')} onClick={actions.start}>
                <Play size={16} color="var(--db-start)" />
              </ActionIcon>
            </Tooltip>
          )}
        </>
      )}
    </div>
  )
}

/** Sessions that wait to be recorded and gaps that wait for an answer: never forgotten, never in the way. */
function Unanswered() {
  const { t } = useTranslation('timer')
  const state = useTimerState()
  const { show } = useTimerDialogs()
  const waiting = state?.timers.filter((timer) => timer.state === 'stopped') ?? []
  const gaps = state?.gaps.length ?? 0
  const first = waiting[0]
  return (
    <>
      {gaps > 0 && (
        <Button
          size="compact-md"
          flex="none"
          variant="light"
          color="orange"
          onClick={() => show({ kind: 'gaps' })}
        >
          {t('gap.waiting', { count: gaps })}
        </Button>
      )}
      {first !== undefined && (
        <Button
          size="compact-md"
          flex="none"
          variant="light"
          leftSection={<ClipboardList size={14} />}
          onClick={() => show({ kind: 'timeLog', timerId: first.id })}
        >
          {t('timeLog.waiting', { count: waiting.length })}
        </Button>
      )}
    </>
  )
}

/** Where several timers may run at once (F7): the others than the one on show. */
function OtherTimers() {
  const { t } = useTranslation('timer')
  const state = useTimerState()
  const actions = useTimerActions()
  const nameOf = useSessionName()
  const others = (state?.timers ?? []).filter(
    (timer) => timer.state !== 'stopped' && timer.id !== actions.current?.id,
  )
  if (others.length === 0) return null
  return (
    <Menu position="bottom-end" withinPortal>
      <Menu.Target>
        <Button
          size="compact-md"
          variant="default"
          flex="none"
          leftSection={<Layers size={14} />}
          aria-label={t('others', { count: others.length })}
        >
          +{others.length}
        </Button>
      </Menu.Target>
      <Menu.Dropdown maw={340}>
        {others.map((timer) => (
          <div key={timer.id}>
            <Menu.Label className="truncate" title={nameOf(timer)}>
              {nameOf(timer)}
            </Menu.Label>
            <Menu.Item leftSection={<Pause size={14} />} onClick={() => void actions.pauseOrResume(timer)}>
              {timer.state === 'running' ? t('pause') : t('resume')}
            </Menu.Item>
            <Menu.Item
              leftSection={<Square size={12} />}
              c="var(--db-stop)"
              onClick={() => actions.stop(timer)}
            >
              {t('stopWork')}
            </Menu.Item>
          </div>
        ))}
      </Menu.Dropdown>
    </Menu>
  )
}
