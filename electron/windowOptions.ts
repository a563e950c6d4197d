// The settings that every window has: a sandboxed page with the preload and nothing of Node.
import type { BrowserWindowConstructorOptions } from 'electron'
import type { WindowDeps } from './windows.ts'

/** Mantine's body colours, so that no window flashes white before its first picture. */
const paper = { light: '#ffffff', dark: '#242424' } as const

export function windowOptions(
  {
    electron,
    preloadFile,
    iconFile,
    platform,
  }: Pick<WindowDeps, 'electron' | 'preloadFile' | 'iconFile' | 'platform'>,
  own: BrowserWindowConstructorOptions,
): BrowserWindowConstructorOptions {
  return {
    title: 'Daybook',
    show: false,
    autoHideMenuBar: true,
    ...(platform === 'linux' && { icon: iconFile }),
    backgroundColor: electron.nativeTheme.shouldUseDarkColors ? paper.dark : paper.light,
    ...own,
    webPreferences: {
      preload: preloadFile,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      webviewTag: false,
      devTools: !electron.app.isPackaged,
      // Elsewhere than on macOS the dictionaries would be fetched from the network, unasked.
      spellcheck: platform === 'darwin',
    },
  }
}
