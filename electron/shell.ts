// Starts the desktop program in the order that safety asks for: one instance, confined pages, a window
// that nobody sees yet, then the data.
import type { Language } from '../shared/base/languages.ts'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import type { App, Ports } from '../core/ports.ts'
import { languageFor } from '../shared/text/language.ts'
import { shellText } from '../shared/text/shellText.ts'
import { addressesFor } from './addresses.ts'
import { prepare, takeInstance } from './beforeReady.ts'
import type { Start } from './beforeReady.ts'
import { offerContextMenus } from './contextMenu.ts'
import type { DesktopDeps } from './desktop.ts'
import type { ElectronApi, ShellPowerMonitor } from './electronApi.ts'
import { openFirstWindow } from './firstWindow.ts'
import { connectPages } from './ipc.ts'
import { LINK_SCHEME } from './links.ts'
import type { Presence } from './presence.ts'
import { registerAppScheme, serveRenderer } from './protocol.ts'
import type { Rescue } from './rescue.ts'
import { askForNoDictionary, confinePages, refusePermissions } from './security.ts'
import { openShellState } from './shellState.ts'
import type { TrayHost } from './trayHost.ts'
import type { Windows } from './windows.ts'

/** So long the application is not loaded for the sake of a page that asks for nothing. */
const PAGE_MS = 1_000

/** The link that a second instance was started by; null: it has none, or says what we do not know. */
function toldLink(told: unknown): string | null {
  const { link } = (told ?? {}) as { link?: unknown }
  return typeof link === 'string' ? link : null
}

export type ShellDeps = {
  /** The world without a desktop; the shell adds its abilities and its save dialog. */
  ports: Ports & { dataDir: string }
  /** Opens the data. Throws DatabaseProblem or DataInUse. */
  openApp(ports: Ports): Promise<App>
  rescue(): Promise<Rescue>
  platform: NodeJS.Platform
  /** Vite's server; used only by a program that is not packaged. */
  devUrl: string | null
  rendererDir: string
  preloadFile: string
  /** For the windows of X11, which have their icon by themselves. */
  iconFile: string
  trayImagesDir: string
  trayHost: TrayHost
  presence(powerMonitor: ShellPowerMonitor): Presence
  wayland: boolean
  onSignal(ends: () => void): void
  /** For tests: makes a symbolic link. */
  makeLink?: Start['link']
  /** The daybook:// link that started the program. */
  openedBy: string | null
  /** Started with the session (J9). */
  hidden: boolean
  login: DesktopDeps['login']
  updates: DesktopDeps['updates']
}

/** Resolves once the desktop is up; to null where another instance runs or the person quit. */
export async function start(electron: ElectronApi, deps: ShellDeps): Promise<App | null> {
  const { ports, platform } = deps
  const { app: program } = electron

  // Nothing may be awaited above whenReady: sandbox and scheme count only if they are there before it.
  const shellDir = join(ports.dataDir, 'shell')
  const instance = takeInstance({
    program,
    platform,
    log: ports.log,
    shellDir,
    told: { link: deps.openedBy },
    link: deps.makeLink,
  })
  if (instance !== 'first') {
    if (instance === 'unknown') {
      const { failure } = shellText(languageFor('system', program.getPreferredSystemLanguages()))
      electron.dialog.showErrorBox(failure.title, `${failure.noLock}\n\n${failure.folder(ports.dataDir)}`)
      program.exit(1)
    } else program.quit()
    return null
  }
  const state = openShellState(join(shellDir, 'window.json'), ports.log)
  prepare({ program, platform, log: ports.log })
  if (!state.get().hardwareAcceleration) program.disableHardwareAcceleration()
  if (program.isPackaged && platform !== 'linux') program.setAsDefaultProtocolClient(LINK_SCHEME)
  registerAppScheme(electron)
  const addresses = addressesFor(program.isPackaged ? null : deps.devUrl)
  const up: { windows: Windows | null } = { windows: null }
  confinePages(electron, addresses, ports.log, (url) => up.windows?.openOwn(url))
  const link = { waiting: deps.openedBy, follow: null as ((text: string) => void) | null }
  const follow = (text: string) => {
    if (link.follow === null) link.waiting = text
    else link.follow(text)
  }
  program.on('second-instance', (_event, _argv, _cwd, told) => {
    const toldBy = toldLink(told)
    if (toldBy === null) up.windows?.showMain()
    else follow(toldBy)
  })
  program.on('open-url', (event, url) => {
    event.preventDefault()
    follow(url)
  })
  program.on('activate', () => up.windows?.showMain())
  // To be hidden in the tray is a way of being there; how the program ends is decided in quit.ts.
  program.on('window-all-closed', () => undefined)
  await program.whenReady()

  refusePermissions(electron, addresses)
  askForNoDictionary(electron, platform)
  const filesServed = serveRenderer(electron, deps.rendererDir, ports.log)
  const person = { preferred: 'system' as 'system' | Language }
  const language = () => languageFor(person.preferred, program.getPreferredSystemLanguages())
  const words = () => shellText(language())
  offerContextMenus(electron, words)
  let opened: (app: App) => void = () => undefined
  const opening = new Promise<App>((resolve) => (opened = resolve))
  const ipc = connectPages(electron, opening, addresses, ports.log)
  const hidden = deps.hidden || (platform === 'darwin' && program.getLoginItemSettings().wasOpenedAtLogin)
  const parts = { ...deps, electron, log: ports.log, state, addresses }
  // Its process starts beside this one, which has the application to load meanwhile.
  const first = hidden ? null : openFirstWindow(parts)
  // Its page runs its script beside the loading of the application; asked for later, each file would wait for the end of that.
  if (first !== null) await Promise.race([filesServed, first.loaded, wait(PAGE_MS)]).catch(() => undefined)
  const { openDesktop } = await import('./application.ts')
  const desktop = await openDesktop(electron, {
    ...deps,
    state,
    addresses,
    hidden,
    first,
    ipc,
    opened,
    language,
    words,
    prefer: (wanted) => {
      person.preferred = wanted
    },
    onLink: (go) => {
      link.follow = go
      if (link.waiting !== null) go(link.waiting)
      link.waiting = null
    },
  })
  if (desktop === null) {
    program.exit(0)
    return null
  }
  up.windows = desktop.windows
  return desktop.app
}
