// The main window: opens where it was left, is made when first wanted, and is never the owner of a timer.
import { inBackground } from './background.ts'
import type { ShellWindow } from './electronApi.ts'
import { newMainWindow } from './firstWindow.ts'
import { EVENT_CHANNEL } from './messages.ts'
import type { Area } from './windowBounds.ts'
import type { WindowDeps } from './windows.ts'

/** The places that a menu leads to, with their addresses inside the page. */
export type Place = 'today' | 'diary'
const addressOf = { today: '#/', diary: '#/diary' } as const

export function createMainWindow(deps: WindowDeps) {
  const { addresses, log, state } = deps
  let current: { window: ShellWindow; ready: boolean; hidden: boolean } | null = null

  // Wayland tells no place: the one of another session is kept.
  const kept = (bounds: Area): Area => {
    const { x, y } = (deps.wayland ? state.get().bounds : null) ?? bounds
    return { ...bounds, x, y }
  }
  const open = (place: Place | undefined, hidden = false) => {
    const { maximized } = state.get()
    const first = deps.first?.take() ?? null
    const window = first?.window ?? newMainWindow(deps)
    const opened = { window, ready: false, hidden }
    current = opened
    const ready = () => {
      opened.ready = true
      if (opened.hidden) return
      if (maximized) window.maximize()
      window.show()
    }
    if (first?.ready === true) ready()
    else window.once('ready-to-show', ready)
    window.on('close', (event) => {
      state.set({ bounds: kept(window.getNormalBounds()), maximized: window.isMaximized() })
      if (deps.ending.isQuitting()) return
      event.preventDefault()
      deps.onMainClosed(() => {
        if (!window.isDestroyed()) window.hide()
      })
    })
    // Windows tells windows, not programs. It is always there, be it hidden.
    window.on('session-end', () => deps.ending.systemEnds())
    window.on('closed', () => {
      if (current !== opened) return
      current = null
      // A page that closes itself is not asked first; nobody shall be left with a program that has no window and cannot be found.
      if (!deps.ending.isQuitting()) deps.onMainClosed(() => undefined)
    })
    deps.health.watch(window, 'main', () => {
      // The new one first, so that there is no moment without a window; one hidden in the tray stays there.
      open(undefined, opened.ready && !window.isVisible())
      window.destroy()
    })
    if (first === null || place !== undefined) load(window, place)
  }

  // A page that is not there yet hears no event, so what it shall show stands in its address.
  const load = (window: ShellWindow, place: Place | undefined) =>
    inBackground(log, 'window.load', () =>
      window.loadURL(addresses.urlOf('index.html', place === undefined ? '' : addressOf[place])),
    )

  return {
    bringBack(): void {
      if (current === null) return open(undefined)
      if (!current.ready) current.hidden = false
      else if (!current.window.isVisible() && !current.window.isMinimized()) current.window.show()
    },
    show(place?: Place): void {
      if (current === null) return open(place)
      const { window, ready } = current
      if (!ready) {
        current.hidden = false
        if (place !== undefined) load(window, place)
        return
      }
      if (window.isMinimized()) window.restore()
      window.show()
      window.focus()
      if (place !== undefined) window.webContents.send(EVENT_CHANNEL, { type: 'show', view: place })
    },
  }
}
