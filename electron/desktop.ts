// Joins the open application to the desktop: pages, windows, tray, keys, power, notices and the end.
import { join } from 'node:path'
import type { App, Ports } from '../core/ports.ts'
import type { Abilities, Preferences } from '../shared/contract/organisation.ts'
import type { Language } from '../shared/text/language.ts'
import type { ShellText } from '../shared/text/shell.en.ts'
import type { Addresses } from './addresses.ts'
import { inBackground } from './background.ts'
import type { ElectronApi } from './electronApi.ts'
import { connectPages } from './ipc.ts'
import { applicationMenu } from './menu.ts'
import { createNotices } from './notices.ts'
import { watchPower } from './power.ts'
import { createPreferences } from './preferences.ts'
import { createEnding } from './quit.ts'
import { openShellState } from './shellState.ts'
import { createShortcuts } from './shortcuts.ts'
import { createActs } from './timerActs.ts'
import { watchTimer } from './timerWatch.ts'
import type { Watched } from './timerWatch.ts'
import { createTray } from './tray.ts'
import type { TrayView } from './trayMenu.ts'
import { createHealth } from './windowHealth.ts'
import { createWindows } from './windows.ts'
import type { Windows } from './windows.ts'

export type DesktopDeps = {
  ports: Ports
  app: App
  platform: NodeJS.Platform
  addresses: Addresses
  /** What the application tells its screens about this desktop; kept true here. */
  abilities: Abilities
  shellDir: string
  preloadFile: string
  trayImagesDir: string
  hasTrayHost(): Promise<boolean>
  language(): Language
  words(): ShellText
  /** From now on `words` follows this preference. */
  prefer(language: Preferences['language']): void
}

/** Resolves once the tray and the keys are there too; the main window is shown before that. */
export async function runDesktop(electron: ElectronApi, deps: DesktopDeps): Promise<Windows> {
  const { app, platform, abilities, language, words } = deps
  const { clock, log, scheduler } = deps.ports
  const program = electron.app
  const state = openShellState(join(deps.shellDir, 'window.json'), log)
  const ending = createEnding(electron)
  const ipc = connectPages(electron, app, deps.addresses, log)
  const watch = watchTimer(app, scheduler, log)

  const windows = createWindows({
    electron,
    addresses: deps.addresses,
    preloadFile: deps.preloadFile,
    platform,
    clock,
    log,
    health: createHealth(electron, { clock, log, words, quit: () => program.quit() }),
    state,
    isQuitting: ending.isQuitting,
    onMainClosed: (hide) => inBackground(log, 'window.close', () => leaveMain(hide)),
  })
  const notices = createNotices(electron, {
    clock,
    words,
    anyFocused: windows.anyFocused,
    showMain: () => windows.showMain(),
  })
  const acts = createActs(electron, {
    app,
    watch,
    windows,
    log,
    language,
    words,
    trayBounds: () => tray.bounds(),
  })
  const tray = createTray(electron, {
    platform,
    log,
    imagesDir: deps.trayImagesDir,
    hasTrayHost: deps.hasTrayHost,
    acts,
    words,
    onClick: () => windows.toggleQuick(tray.bounds()),
  })
  const shortcuts = createShortcuts(electron, {
    log,
    acts: { startStop: acts.startOrStop, show: () => windows.showMain() },
  })

  /** Hides only what can be found again: in the dock of macOS, or in a tray that is there now. */
  const leaveMain = async (hide: () => void) => {
    if (platform === 'darwin') return hide()
    if (!(await ensureTray())) return program.quit()
    hide()
    if (state.get().toldHidden) return
    notices.hiddenInTray()
    state.set({ toldHidden: true })
  }
  const ensureTray = async () => {
    const works = await tray.ensure()
    if (works !== abilities.tray) {
      abilities.tray = works
      ipc.push({ type: 'deviceChanged' })
    }
    return works
  }

  let synced = true
  const trayView = ({ app: { currentUser }, timers, recents }: Watched): TrayView => ({
    state: timers,
    recents,
    usable: timers !== null && currentUser?.clientTimer === true,
    synced,
  })
  const applyPreferences = createPreferences(electron, {
    prefer: deps.prefer,
    language,
    shortcuts,
    menu: () =>
      applicationMenu(
        {
          startOrStop: acts.startOrStop,
          quick: acts.start,
          today: () => windows.showMain('today'),
          diary: acts.diary,
        },
        words(),
        { platform, development: !program.isPackaged },
      ),
    shortcutsFailed: (failures) => {
      abilities.shortcutFailures = failures
      ipc.push({ type: 'deviceChanged' })
    },
  })
  watch.onChange((watched, why) => {
    if (why === 'minute') return tray.showTime(trayView(watched))
    applyPreferences(watched.app.preferences)
    tray.showAll(trayView(watched))
  })
  app.subscribe((event) => {
    if (event.type === 'export') notices.exportChanged(event.job)
    if (event.type !== 'connection') return
    synced = event.connected
    const watched = watch.current()
    if (watched !== null) tray.showAll(trayView(watched))
  })
  watchPower(electron, { app, clock, watch, onShutdown: ending.systemEnds })
  const closeShell = () => {
    watch.close()
    shortcuts.close()
    tray.close()
  }
  ending.attach({ app, ipc, watch, log, words, closeShell }, windows)

  windows.showMain()
  await watch.refresh()
  await ensureTray()
  return windows
}
