// The small timer's window (J12): on top of all others, where it was left, there as long as the person wants it.
import { inBackground } from './background.ts'
import type { ShellWindow } from './electronApi.ts'
import { smallBounds, zoomed } from './windowBounds.ts'
import { windowOptions } from './windowOptions.ts'
import type { WindowDeps } from './windows.ts'

export const SMALL_SIZE = { width: 320, height: 44 } as const

export function createSmallWindow(deps: WindowDeps) {
  const { electron, addresses, log, state } = deps
  let current: ShellWindow | null = null

  const open = () => {
    const window = new electron.BrowserWindow(
      windowOptions(deps, {
        ...SMALL_SIZE,
        frame: false,
        resizable: false,
        maximizable: false,
        minimizable: false,
        fullscreenable: false,
        skipTaskbar: true,
        alwaysOnTop: true,
        ...(deps.platform === 'darwin' && { type: 'panel' }),
      }),
    )
    current = window
    if (deps.platform === 'darwin') window.setVisibleOnAllWorkspaces(true, { visibleOnFullScreen: true })
    window.once('ready-to-show', () => {
      const displays = electron.screen.getAllDisplays()
      const [first] = displays
      const size =
        first === undefined
          ? SMALL_SIZE
          : zoomed(SMALL_SIZE, window.webContents.getZoomFactor(), first.workArea)
      if (!deps.wayland) window.setBounds({ ...smallBounds(state.get().small, displays, size), ...size })
      // It must not take the keys from where somebody types.
      window.showInactive()
    })
    window.on('moved', () => remember(window))
    window.on('close', (event) => {
      remember(window)
      if (deps.ending.isQuitting() || current !== window) return
      // Somebody has closed it: that is what they wish from now on.
      event.preventDefault()
      deps.onSmallClosed()
    })
    window.on('closed', () => {
      if (current === window) current = null
    })
    deps.health.watch(window, 'small', () => {
      current = null
      window.destroy()
      open()
    })
    inBackground(log, 'window.load', () => window.loadURL(addresses.urlOf('small.html')))
  }
  const remember = (window: ShellWindow) => {
    if (deps.wayland) return
    const { x, y } = window.getNormalBounds()
    state.set({ small: { x, y } })
  }

  return {
    /** As the preference has it. */
    wanted(on: boolean): void {
      if (on === (current !== null)) return
      if (on) return open()
      const window = current
      current = null
      window?.destroy()
    },
  }
}
