// Starts the desktop program in the order that safety asks for: one instance, confined pages, then the data, then windows.
import { join } from 'node:path'
import { makeFolder } from '../core/db/makeFolder.ts'
import type { App, Log, Ports } from '../core/ports.ts'
import type { Abilities } from '../shared/contract/organisation.ts'
import { languageFor, localeFor } from '../shared/text/language.ts'
import { shellText } from '../shared/text/shellText.ts'
import { addressesFor } from './addresses.ts'
import { runDesktop } from './desktop.ts'
import type { ElectronApi } from './electronApi.ts'
import { registerAppScheme, serveRenderer } from './protocol.ts'
import type { Rescue } from './rescue.ts'
import { saveDialog } from './saveDialog.ts'
import { confinePages, refusePermissions } from './security.ts'
import { openOrExplain } from './startFailure.ts'
import type { Windows } from './windows.ts'

export type ShellDeps = {
  /** The world without a desktop; the shell adds its abilities and its save dialog. */
  ports: Ports & { dataDir: string }
  /** Opens the data. Throws DatabaseProblem or DataInUse. */
  openApp(ports: Ports): Promise<App>
  rescue: Rescue
  platform: NodeJS.Platform
  /** Vite's server; used only by a program that is not packaged. */
  devUrl: string | null
  rendererDir: string
  preloadFile: string
  trayImagesDir: string
  hasTrayHost(): Promise<boolean>
}

/** As in electron-builder.yml: Windows shows notices only of a program that it knows by this name. */
const APP_ID = 'app.daybook.desktop'

/** Resolves once the desktop is up; to null where another instance runs or the person quit. */
export async function start(electron: ElectronApi, deps: ShellDeps): Promise<App | null> {
  const { ports, platform } = deps
  const { app: program } = electron

  // Nothing may be awaited above whenReady: sandbox and scheme count only if they are there before it.
  // Chromium's own files lie in the data folder, so that two folders can be open at once, but no folder twice.
  const shellDir = join(ports.dataDir, 'shell')
  if (made(shellDir, ports.log)) program.setPath('userData', shellDir)
  if (!program.requestSingleInstanceLock()) {
    program.quit()
    return null
  }
  program.enableSandbox()
  registerAppScheme(electron)
  // Wayland hands out global keys only through its portal.
  if (platform === 'linux') program.commandLine.appendSwitch('enable-features', 'GlobalShortcutsPortal')
  if (platform === 'win32') program.setAppUserModelId(APP_ID)
  const addresses = addressesFor(program.isPackaged ? null : deps.devUrl)
  const up: { windows: Windows | null } = { windows: null }
  confinePages(electron, addresses, ports.log, (url) => up.windows?.openOwn(url))
  program.on('second-instance', () => up.windows?.showMain())
  program.on('activate', () => up.windows?.showMain())
  // To be hidden in the tray is a way of being there; how the program ends is decided in quit.ts.
  program.on('window-all-closed', () => undefined)
  await program.whenReady()

  refusePermissions(electron, addresses)
  serveRenderer(electron, deps.rendererDir, ports.log)
  const abilities: Abilities = {
    shell: 'electron',
    tray: false,
    globalShortcuts: true,
    saveDialog: true,
    windows: true,
    shortcutFailures: [],
  }
  const person = { preferred: 'system' as 'system' | 'en' | 'de' }
  const language = () => languageFor(person.preferred, program.getPreferredSystemLanguages())
  const words = () => shellText(language())

  const app = await openOrExplain(electron, {
    open: () =>
      deps.openApp({
        ...ports,
        abilities,
        askSavePath: saveDialog(electron, words),
        showFolder: async (folder) => (await electron.shell.openPath(folder)) || null,
      }),
    rescue: deps.rescue,
    log: ports.log,
    dataDir: ports.dataDir,
    language,
    locale: () => localeFor(language(), program.getPreferredSystemLanguages()),
    words,
  })
  if (app === null) {
    program.exit(0)
    return null
  }
  up.windows = await runDesktop(electron, {
    ...deps,
    app,
    addresses,
    abilities,
    shellDir,
    language,
    words,
    prefer: (wanted) => {
      person.preferred = wanted
    },
  })
  return app
}

/** Electron wants the folder to exist. Where the disk refuses it, opening the data will say so in words. */
function made(folder: string, log: Log): boolean {
  try {
    makeFolder(folder)
    return true
  } catch (error) {
    log.error('shell.folder', error)
    return false
  }
}
