// Owns the windows: which there are, when each shows and hides, and that each can be closed without the timer noticing.
import type { Log } from '../core/ports.ts'
import type { Clock } from '../shared/base/clock.ts'
import type { Addresses } from './addresses.ts'
import type { ElectronApi } from './electronApi.ts'
import type { FirstWindow } from './firstWindow.ts'
import { createMainWindow } from './mainWindow.ts'
import type { Place } from './mainWindow.ts'
import { createNotesWindows } from './notesWindows.ts'
import type { Ending } from './quit.ts'
import { createQuickWindow } from './quickWindow.ts'
import type { ShellStateFile } from './shellState.ts'
import { createSmallWindow } from './smallWindow.ts'
import type { Area } from './windowBounds.ts'
import type { Health } from './windowHealth.ts'

export type WindowDeps = {
  electron: ElectronApi
  addresses: Addresses
  preloadFile: string
  iconFile: string
  platform: NodeJS.Platform
  /** The desktop decides where windows stand. */
  wayland: boolean
  clock: Clock
  log: Log
  health: Health
  state: ShellStateFile
  /** The main window that was made while the data was opened; null: it is made when it is wanted. */
  first: FirstWindow | null
  /** When the program is ending, windows close for good. */
  ending: Ending
  /** Somebody closed the main window: the app stays where it can be found again, or it ends. */
  onMainClosed(hide: () => void): void
  /** Somebody closed the small timer. */
  onSmallClosed(): void
}

export type Windows = {
  showMain(place?: Place): void
  /** Shows the main window where it is hidden; there is no tray any more in which it could be found. */
  bringBack(): void
  /** `anchor`: the tray icon; null: where the pointer is. */
  showQuick(anchor: Area | null): void
  toggleQuick(anchor: Area | null): void
  /** The small timer, as long as it is wanted. */
  showSmall(on: boolean): void
  /** The note of a timer that is to be stopped; one window a timer. */
  openNotes(timerId: string): void
  /** Called with the timer whose note window was closed, by whatever way. */
  onNotesClosed(listener: (timerId: string) => void): void
  /** What a page asked for with window.open, where it is one of our pages. */
  openOwn(url: string): void
  anyFocused(): boolean
}

export function createWindows(deps: WindowDeps): Windows {
  const main = createMainWindow(deps)
  const quick = createQuickWindow(deps)
  const notes = createNotesWindows(deps)
  const small = createSmallWindow(deps)
  return {
    showMain: main.show,
    bringBack: main.bringBack,
    showQuick: quick.show,
    toggleQuick: quick.toggle,
    showSmall: small.wanted,
    openNotes: notes.open,
    onNotesClosed: notes.onClosed,
    openOwn: (url) => {
      const wanted = deps.addresses.pageOf(url)
      if (wanted === null) return
      const timerId = wanted.query.get('timerId')
      if (wanted.page === 'quick.html') quick.show(null)
      else if (wanted.page === 'index.html') main.show()
      else if (timerId !== null && timerId !== '') notes.open(timerId)
    },
    anyFocused: () =>
      deps.electron.BrowserWindow.getAllWindows().some(
        (window) => !window.isDestroyed() && window.isFocused(),
      ),
  }
}
