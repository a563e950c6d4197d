// The main window of a start: made before the data is open, as its page takes longer to load than all else. Until then nobody sees it,
// and what its page asks waits for its answer (ipc.ts).
import { inBackground } from './background.ts'
import type { ShellWindow } from './electronApi.ts'
import { MAIN_LEAST, mainBounds } from './windowBounds.ts'
import { windowOptions } from './windowOptions.ts'
import type { WindowDeps } from './windows.ts'

export type WindowParts = Pick<
  WindowDeps,
  'electron' | 'addresses' | 'preloadFile' | 'iconFile' | 'platform' | 'wayland' | 'log' | 'state'
>

export type FirstWindow = {
  /** Settles when its page was loaded, or cannot be. */
  loaded: Promise<void>
  /** The window, and whether it could have been shown already; null: its page is gone, so another one is wanted. Once. */
  take(): { window: ShellWindow; ready: boolean } | null
}

/** Where it was left, and not shown. */
export const newMainWindow = (parts: WindowParts): ShellWindow => {
  const { electron, state, wayland } = parts
  return new electron.BrowserWindow(
    windowOptions(parts, {
      ...mainBounds(state.get().bounds, electron.screen.getAllDisplays(), wayland),
      minWidth: MAIN_LEAST.width,
      minHeight: MAIN_LEAST.height,
    }),
  )
}

export function openFirstWindow(parts: WindowParts): FirstWindow {
  const window = newMainWindow(parts)
  const { webContents } = window
  let ready = false
  let gone = false
  let taken = false
  const fails = () => {
    gone = true
  }
  window.once('ready-to-show', () => {
    ready = true
  })
  webContents.on('render-process-gone', fails)
  webContents.on('did-fail-load', fails)
  webContents.on('did-navigate', (_event, _url, status) => {
    if (status >= 400) fails()
  })
  const loaded = window.loadURL(parts.addresses.urlOf('index.html'))
  inBackground(parts.log, 'window.load', () => loaded)
  return {
    loaded,
    take: () => {
      if (taken) return null
      taken = true
      if (!gone && !window.isDestroyed()) return { window, ready }
      if (!window.isDestroyed()) window.destroy()
      return null
    },
  }
}
