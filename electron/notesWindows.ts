// The note windows: one for each timer that is being stopped, whether or not any other window is open.
import { inBackground } from './background.ts'
import type { ShellWindow } from './electronApi.ts'
import { windowOptions } from './windowOptions.ts'
import type { WindowDeps } from './windows.ts'

const SIZE = { width: 560, height: 460 } as const

/** Closing one is "keep running": the page stops the timer only by its own Stop. */
export function createNotesWindows(deps: WindowDeps) {
  const { electron, addresses, log } = deps
  const open = new Map<string, ShellWindow>()
  const listeners: ((timerId: string) => void)[] = []

  const create = (timerId: string) => {
    const window = new electron.BrowserWindow(
      windowOptions(deps, {
        ...SIZE,
        minWidth: 400,
        minHeight: 320,
        maximizable: false,
        fullscreenable: false,
      }),
    )
    open.set(timerId, window)
    window.once('ready-to-show', () => {
      window.show()
      window.focus()
    })
    window.on('closed', () => {
      if (open.get(timerId) !== window) return
      open.delete(timerId)
      for (const listener of listeners) listener(timerId)
    })
    deps.health.watch(window, 'notes', () => {
      create(timerId)
      window.destroy()
    })
    inBackground(log, 'window.load', () =>
      window.loadURL(addresses.urlOf('notes.html', `?timerId=${encodeURIComponent(timerId)}`)),
    )
  }

  return {
    open(timerId: string): void {
      const window = open.get(timerId)
      if (window === undefined) return create(timerId)
      if (window.isMinimized()) window.restore()
      window.show()
      window.focus()
    },
    onClosed(listener: (timerId: string) => void): void {
      listeners.push(listener)
    },
  }
}
