// Opens the data, or says why it cannot be opened, and then runs the desktop on it. Loaded while the first window's process starts.
import type { App } from '../core/ports.ts'
import type { Abilities } from '../shared/contract/organisation.ts'
import { localeFor } from '../shared/text/language.ts'
import { runDesktop } from './desktop.ts'
import type { DesktopDeps } from './desktop.ts'
import { createDesktopPort } from './desktopPort.ts'
import type { ElectronApi } from './electronApi.ts'
import { saveDialog } from './saveDialog.ts'
import type { ShellDeps } from './shell.ts'
import { openOrExplain } from './startFailure.ts'
import type { Windows } from './windows.ts'

type OpenDeps = ShellDeps &
  Pick<DesktopDeps, 'addresses' | 'state' | 'first' | 'ipc' | 'onLink' | 'language' | 'words' | 'prefer'> & {
    /** What pages have asked until now is answered. */
    opened(app: App): void
  }

/** Those that a fault may depend on. */
function versionsOf(of: NodeJS.ProcessVersions): Record<string, string> {
  const { electron = '', chrome = '', node } = of as Record<string, string>
  return Object.fromEntries(
    Object.entries({ electron, chromium: chrome, node }).filter(
      ([, version]) => version !== undefined && version !== '',
    ),
  ) as Record<string, string>
}

/** null: the person chose to quit. */
export async function openDesktop(
  electron: ElectronApi,
  deps: OpenDeps,
): Promise<{ app: App; windows: Windows } | null> {
  const { ports, language, words } = deps
  const { app: program } = electron
  const abilities: Abilities = {
    shell: 'electron',
    tray: false,
    globalShortcuts: true,
    saveDialog: true,
    windows: true,
    shortcutFailures: [],
    versions: versionsOf(process.versions),
  }
  const desktopPort = createDesktopPort(electron, { ports: { ...ports, abilities }, words })
  const app = await openOrExplain(electron, {
    open: () =>
      deps.openApp({
        ...ports,
        abilities,
        askSavePath: saveDialog(electron, words),
        desktop: desktopPort.port,
        showFile: (path) => electron.shell.showItemInFolder(path),
        // Made of its parts by the application: a page cannot name another address.
        openMail: (url) => electron.shell.openExternal(url).then(() => null, String),
        showFolder: async (folder) => (await electron.shell.openPath(folder)) || null,
      }),
    rescue: await deps.rescue(),
    log: ports.log,
    dataDir: ports.dataDir,
    language,
    locale: () => localeFor(language(), program.getPreferredSystemLanguages()),
    words,
  })
  if (app === null) return null
  deps.opened(app)
  const windows = await runDesktop(electron, {
    ...deps,
    app,
    abilities,
    presence: deps.presence(electron.powerMonitor),
    desktopPort,
  })
  return { app, windows }
}
