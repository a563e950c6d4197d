// The quick timer: a small window beside the tray icon that is there at once and goes when it is no longer wanted.
import { inBackground } from './background.ts'
import type { ShellWindow } from './electronApi.ts'
import { EVENT_CHANNEL } from './messages.ts'
import { besideTray, zoomed } from './windowBounds.ts'
import type { Area } from './windowBounds.ts'
import { windowOptions } from './windowOptions.ts'
import type { WindowDeps } from './windows.ts'

export const QUICK_SIZE = { width: 360, height: 520 } as const

/** A click on the tray icon takes the focus away first; it means "close", not "close and open again". */
const SAME_CLICK_MS = 250

export function createQuickWindow(deps: WindowDeps) {
  const { electron, addresses, clock, log } = deps
  let current: { window: ShellWindow; ready: boolean; anchor: Area | null } | null = null
  let hiddenAt = -Infinity

  const anyVisible = () =>
    electron.BrowserWindow.getAllWindows().some((window) => !window.isDestroyed() && window.isVisible())
  const hide = (window: ShellWindow) => {
    if (window.isDestroyed() || !window.isVisible()) return
    hiddenAt = clock.monotonic()
    window.hide()
    // On macOS the focus goes back to the program before only when this one hides as a whole.
    if (deps.platform === 'darwin' && !anyVisible()) electron.app.hide?.()
  }
  const place = (window: ShellWindow, anchor: Area | null) => {
    const area = anchor ?? { ...electron.screen.getCursorScreenPoint(), width: 0, height: 0 }
    const { workArea } = electron.screen.getDisplayNearestPoint({ x: area.x, y: area.y })
    // All windows share one zoom, and what was made for the usual one would be cut off.
    const size = zoomed(QUICK_SIZE, window.webContents.getZoomFactor(), workArea)
    window.setBounds({ ...(deps.wayland ? { x: 0, y: 0 } : besideTray(area, workArea, size)), ...size })
  }
  const present = (window: ShellWindow, anchor: Area | null) => {
    place(window, anchor)
    window.show()
    window.focus()
    // It was kept with what was last typed in it: this tells the page to begin anew.
    window.webContents.send(EVENT_CHANNEL, { type: 'show', view: 'start' })
  }
  const open = (anchor: Area | null) => {
    const window = new electron.BrowserWindow(
      windowOptions(deps, {
        ...QUICK_SIZE,
        // Where the desktop places it, it can be moved by its title.
        frame: deps.wayland,
        ...(deps.platform === 'darwin' && { type: 'panel' }),
        resizable: false,
        maximizable: false,
        minimizable: false,
        fullscreenable: false,
        skipTaskbar: true,
        alwaysOnTop: true,
      }),
    )
    const opened = { window, ready: false, anchor }
    current = opened
    // A timer is wanted where somebody works, and be that a program in full screen.
    if (deps.platform === 'darwin') window.setVisibleOnAllWorkspaces(true, { visibleOnFullScreen: true })
    window.once('ready-to-show', () => {
      opened.ready = true
      present(window, opened.anchor)
    })
    window.on('blur', () => hide(window))
    window.webContents.on('before-input-event', (event, input) => {
      if (input.type !== 'keyDown' || input.key !== 'Escape') return
      // The page would close itself, as it does in a browser, and then had to be loaded anew when it is wanted at once.
      event.preventDefault()
      hide(window)
    })
    window.on('close', (event) => {
      if (deps.ending.isQuitting()) return
      event.preventDefault()
      hide(window)
    })
    window.on('closed', () => {
      if (current === opened) current = null
    })
    deps.health.watch(window, 'quick', () => {
      // It is made anew when it is next asked for.
      window.destroy()
    })
    inBackground(log, 'window.load', () => window.loadURL(addresses.urlOf('quick.html')))
  }
  const show = (anchor: Area | null): void => {
    if (current === null) open(anchor)
    else if (current.ready) present(current.window, anchor)
    else current.anchor = anchor
  }

  return {
    show,
    toggle(anchor: Area | null): void {
      if (current?.window.isVisible() === true) return hide(current.window)
      if (clock.monotonic() - hiddenAt >= SAME_CLICK_MS) show(anchor)
    },
  }
}
