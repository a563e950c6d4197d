// What can be done with the timer from anywhere: the same acts for buttons, keys, the palette and the quick window.
import { useTranslation } from 'react-i18next'
import type { TimerView } from '../../../shared/contract/timer.ts'
import type { Id } from '../../../shared/entities/entity.ts'
import type { Subject } from '../../../shared/entities/subject.ts'
import { subjectOf } from '../../../shared/entities/subject.ts'
import { useModule } from '../../channel/AppState.tsx'
import { useCommand } from '../../channel/useRequest.ts'
import { useAppClock, useCurrentTimer } from '../../clock/clock.tsx'
import { useTimerDialogs } from './dialogs.tsx'
import { useSwitchedWords } from './switchedWords.ts'
import { useSessionName } from '../../ui/figures/sessionName.ts'

export function useTimerActions() {
  const { t } = useTranslation('timer')
  const current = useCurrentTimer()
  const clock = useAppClock()
  const { show } = useTimerDialogs()
  const { usable, pauseOrResume, switchTo, continueLast, continueEntry } = useTimerCommands()

  const stop = (timer: TimerView) => {
    // The moment of pressing is the end, however long the note takes to write.
    show({
      kind: 'note',
      timerId: timer.id,
      ...(timer.state === 'running' && { at: Math.round(clock.now()) }),
    })
  }
  return {
    current,
    usable,
    start: () => show({ kind: 'start' }),
    stop,
    startOrStop: () => (current === null ? show({ kind: 'start' }) : stop(current)),
    pauseOrResume,
    /** Starts this; what runs is stopped and recorded (F7). */
    switchTo,
    continueLast,
    continueEntry,
    words: { startStop: current === null ? t('startWork') : t('stopWork') },
  }
}

/** The acts that need no dialog. */
export function useTimerCommands() {
  const switched = useSwitchedWords()
  const clientTimer = useModule('clientTimer')
  const nameOf = useSessionName()
  const current = useCurrentTimer()
  const pause = useCommand('timer.pause')
  const resume = useCommand('timer.resume')
  const start = useCommand('timer.start')
  const switching = useCommand('timer.start', { undo: switched })
  const last = useCommand('timer.continueLast')
  const lastSwitching = useCommand('timer.continueLast', { undo: switched })

  const pauseOrResume = async (timer: { id: Id; state: TimerView['state'] } | null = current) => {
    if (timer === null) return
    if (timer.state === 'running') await pause.run({ timerId: timer.id })
    else if (timer.state === 'paused') await resume.run({ timerId: timer.id })
  }
  const switchTo = async (choice: Subject): Promise<boolean> => {
    const args = { ...subjectOf(choice), switch: true }
    const reply = await (current === null ? start : switching).run(args)
    return reply.ok
  }
  const continueLast = async () => {
    await last.run({ switch: true })
  }
  /** What an entry was for, its project included; what runs is stopped and recorded (F7). */
  const continueEntry = async (entryId: Id) => {
    await (current === null ? last : lastSwitching).run({ entryId, switch: true })
  }
  return {
    /** B17: the module switch "Client Timer" of the user. */
    usable: clientTimer,
    pauseOrResume,
    switchTo,
    continueLast,
    continueEntry,
    nameOf,
    busy: [pause, resume, start, switching, last, lastSwitching].some(({ pending }) => pending),
  }
}
