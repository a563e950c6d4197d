// The small timer (J12): what runs and for how long, with pause and stop, in a strip that is moved by its names.
import { ActionIcon } from '@mantine/core'
import { Pause, Play, Square, X } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { useCommand } from '../../channel/useRequest.ts'
import { useCurrentTimer } from '../../clock/clock.tsx'
import { Clock } from '../../ui/figures/Time.tsx'
import { useSessionName } from '../../ui/figures/sessionName.ts'
import { openNotes, openQuickTimer } from './popOut.ts'
import classes from './SmallTimer.module.css'
import { useTimerCommands } from './useTimerActions.ts'

export function SmallTimer() {
  const { t } = useTranslation('timer')
  const { t: td } = useTranslation('desktop')
  const current = useCurrentTimer()
  const nameOf = useSessionName()
  const { usable, pauseOrResume } = useTimerCommands()
  const save = useCommand('preferences.save')
  const running = current?.state === 'running'
  const name = current === null ? t('idle') : nameOf(current)
  return (
    <main className={classes.small} data-state={current?.state ?? 'none'}>
      <span className={`${classes.name} truncate`} title={name} dir="auto">
        {name}
      </span>
      {current !== null && (
        <span className={classes.clock} data-paused={!running || undefined}>
          <Clock timer={current} />
        </span>
      )}
      {usable && current === null && (
        <ActionIcon
          variant="subtle"
          aria-label={t('startWork')}
          title={t('startWork')}
          onClick={openQuickTimer}
        >
          <Play size={15} color="var(--db-start)" />
        </ActionIcon>
      )}
      {usable && current !== null && (
        <>
          <ActionIcon
            variant="subtle"
            aria-label={running ? t('pause') : t('resume')}
            title={running ? t('pause') : t('resume')}
            onClick={() => void pauseOrResume()}
          >
            {running ? <Pause size={15} /> : <Play size={15} />}
          </ActionIcon>
          <ActionIcon
            variant="subtle"
            aria-label={t('stopWork')}
            title={t('stopWork')}
            onClick={() => openNotes(current.id)}
          >
            <Square size={13} fill="var(--db-stop)" color="var(--db-stop)" />
          </ActionIcon>
        </>
      )}
      <ActionIcon
        variant="subtle"
        color="gray"
        size="sm"
        aria-label={td('smallTimer.hide')}
        title={td('smallTimer.hide')}
        onClick={() => void save.run({ smallTimer: false })}
      >
        <X size={13} />
      </ActionIcon>
    </main>
  )
}
