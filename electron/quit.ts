// How the program ends: asks while a timer runs, lets the windows save what was typed, then closes the data.
import { setImmediate as nextTurn } from 'node:timers/promises'
import type { App, Log, Scheduler } from '../core/ports.ts'
import { formatDuration } from '../shared/base/duration.ts'
import type { TimerView } from '../shared/contract/timer.ts'
import type { ShellText } from '../shared/text/shell.en.ts'
import { ask } from './ask.ts'
import { inBackground } from './background.ts'
import type { ElectronApi } from './electronApi.ts'
import type { Ipc } from './ipc.ts'
import type { TimerWatch } from './timerWatch.ts'
import { elapsedMs, whatOf } from './trayMenu.ts'
import type { Windows } from './windows.ts'

export type Ending = {
  isQuitting(): boolean
  /**
   * The session or the computer ends: whoever asks now would hold it up, and nobody may be there to answer. The program ends at
   * once, and stays ended should somebody else stop the shutdown. The timer goes on by itself.
   */
  systemEnds(): void
}

/** Longer than any commit takes. What has not ended by then is left behind, as it would be after a power cut. */
const LIMIT_MS = 5_000

export type QuitDeps = {
  app: App
  ipc: Ipc
  watch: TimerWatch
  log: Log
  scheduler: Scheduler
  words(): ShellText
  /** Ends what the shell itself keeps going (tray, shortcuts). */
  closeShell(): void
}

/** `ending` is made before the windows are, because they ask it; `attach` gives it what it asks with. */
export function createEnding(
  electron: ElectronApi,
): Ending & { attach(deps: QuitDeps, windows: Windows): void } {
  let quitting = false
  const question = new AbortController()
  const goOn = () => {
    quitting = true
    electron.app.quit()
  }
  return {
    isQuitting: () => quitting,
    systemEnds: () => {
      question.abort()
      goOn()
    },
    attach: (deps, windows) => {
      const { app, ipc, watch, log, scheduler } = deps
      let asking = false
      let stopping: string | null = null
      let closed = false

      const decide = async () => {
        const running = runningTimer(await watch.refresh())
        if (running === null) return goOn()
        const choice = await askAboutTimer(electron, running, deps.words(), question.signal)
        if (question.signal.aborted) return
        if (choice === 'quit') return goOn()
        if (choice === 'cancel') return
        stopping = running.timer.id
        windows.openNotes(stopping)
      }

      electron.app.on('before-quit', (event) => {
        if (quitting) return
        event.preventDefault()
        if (asking) return
        asking = true
        inBackground(log, 'quit.ask', async () => {
          try {
            // Where the system began it, promises go on inside its call, and what they begin is forgotten when that returns.
            await nextTurn()
            await decide()
          } finally {
            asking = false
          }
        })
      })
      windows.onNotesClosed((timerId) => {
        if (timerId !== stopping) return
        stopping = null
        inBackground(log, 'quit.afterNote', async () => {
          // Closed without stopping is "keep running", and then nobody wants to quit any more.
          if (runningTimer(await watch.refresh()) === null) goOn()
        })
      })
      // By now the windows are gone, and what their pages sent last has arrived.
      electron.app.on('will-quit', (event) => {
        event.preventDefault()
        if (closed) return
        closed = true
        inBackground(log, 'quit.close', async () => {
          const giveUp = scheduler.every(LIMIT_MS, () => {
            log.error('quit.slow', new Error('closing took too long'))
            electron.app.exit(0)
          })
          try {
            await ipc.settled()
            deps.closeShell()
            await app.close()
          } finally {
            giveUp()
            electron.app.exit(0)
          }
        })
      })
    },
  }
}

type Running = { timer: TimerView; now: number }

function runningTimer(watched: ReturnType<TimerWatch['current']>): Running | null {
  const timer = watched?.timers?.timers.find(({ state }) => state === 'running')
  return timer === undefined || watched?.timers == null ? null : { timer, now: watched.timers.now }
}

async function askAboutTimer(
  electron: ElectronApi,
  { timer, now }: Running,
  words: ShellText,
  signal: AbortSignal,
): Promise<'quit' | 'stop' | 'cancel'> {
  const { quit } = words
  const response = await ask(electron, {
    type: 'question',
    title: quit.title,
    message: quit.running({ what: whatOf(timer, words), elapsed: formatDuration(elapsedMs(timer, now)) }),
    detail: quit.explain,
    buttons: [quit.quit, quit.stop, quit.cancel],
    defaultId: 0,
    cancelId: 2,
    noLink: true,
    signal,
  })
  return response === 0 ? 'quit' : response === 1 ? 'stop' : 'cancel'
}
