// What happens to a window whose page died or hangs: it is opened afresh, and the timer, which lives elsewhere, goes on.
import type { Clock } from '../shared/base/clock.ts'
import type { Log } from '../core/ports.ts'
import type { ShellText } from '../shared/text/shell.en.ts'
import { ask } from './ask.ts'
import { inBackground } from './background.ts'
import type { ElectronApi, ShellWindow } from './electronApi.ts'

export type HealthDeps = {
  clock: Clock
  log: Log
  words(): ShellText
  quit(): void
}

/** A page that dies more often than this in a minute will not be helped by once more; then somebody is asked. */
const CRASHES_A_MINUTE = 3
const MINUTE_MS = 60_000
/** Chromium's number for a load that gave way to a newer one. */
const LEFT_FOR_ANOTHER = -3

/** `reopen` replaces the window; it is called for each window as long as `watch` is. */
export function createHealth(electron: ElectronApi, deps: HealthDeps) {
  const { clock, log, words } = deps
  let crashes: number[] = []

  const askAfterCrashes = async (reopen: () => void) => {
    const text = words().window
    const response = await ask(electron, {
      type: 'error',
      message: text.crashing,
      detail: text.crashingExplain,
      buttons: [text.tryAgain, text.quit],
      defaultId: 0,
      cancelId: 0,
      noLink: true,
    })
    crashes = []
    if (response === 0) reopen()
    else deps.quit()
  }

  const askWhetherToWait = async (reopen: () => void, signal: AbortSignal) => {
    const text = words().window
    const response = await ask(electron, {
      type: 'warning',
      message: text.unresponsive,
      detail: text.unresponsiveExplain,
      buttons: [text.wait, text.reopen],
      defaultId: 0,
      cancelId: 0,
      noLink: true,
      signal,
    })
    if (response === 1 && !signal.aborted) reopen()
  }

  return {
    watch(window: ShellWindow, name: string, reopen: () => void): void {
      const failed = () => {
        const now = clock.monotonic()
        crashes = [...crashes.filter((at) => now - at < MINUTE_MS), now]
        if (crashes.length > CRASHES_A_MINUTE) inBackground(log, 'window.ask', () => askAfterCrashes(reopen))
        else reopen()
      }
      window.webContents.on('render-process-gone', (_event, { reason, exitCode }) => {
        if (reason === 'clean-exit' || window.isDestroyed()) return
        log.error('window.gone', new Error(reason), { window: name, exitCode })
        failed()
      })
      // Else there would be a window without anything in it, or none at all.
      const notLoaded = (code: number) => {
        log.error('window.notLoaded', new Error('a page could not be loaded'), { window: name, code })
        failed()
      }
      window.webContents.on('did-fail-load', (_event, code, _why, _url, isMainFrame) => {
        if (isMainFrame && code !== LEFT_FOR_ANOTHER && !window.isDestroyed()) notLoaded(code)
      })
      window.webContents.on('did-navigate', (_event, _url, status) => {
        if (status >= 400) notLoaded(status)
      })
      let waiting: AbortController | null = null
      window.on('unresponsive', () => {
        if (waiting !== null) return
        log.error('window.unresponsive', new Error('unresponsive'), { window: name })
        const asking = new AbortController()
        waiting = asking
        inBackground(log, 'window.ask', async () => {
          await askWhetherToWait(reopen, asking.signal)
          if (waiting === asking) waiting = null
        })
      })
      const answered = () => {
        waiting?.abort()
        waiting = null
      }
      window.on('responsive', answered)
      window.on('closed', answered)
    },
  }
}

export type Health = ReturnType<typeof createHealth>
