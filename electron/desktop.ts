// Joins the open application to the desktop: pages, windows, tray, keys, power, notices and the end.
import { join } from 'node:path'
import type { App, Cancel, Ports } from '../core/ports.ts'
import type { Abilities, Preferences } from '../shared/contract/organisation.ts'
import { appError } from '../shared/contract/errors.ts'
import type { Language } from '../shared/text/language.ts'
import type { ShellText } from '../shared/text/shell.en.ts'
import type { Addresses } from './addresses.ts'
import { inBackground } from './background.ts'
import type { DesktopPortOf } from './desktopPort.ts'
import { createTests } from './desktopTests.ts'
import type { ElectronApi } from './electronApi.ts'
import { errorSentence } from './errorText.ts'
import type { FirstWindow } from './firstWindow.ts'
import type { Ipc } from './ipc.ts'
import { applicationMenu } from './menu.ts'
import { createLinks } from './links.ts'
import { setStartAtLogin } from './login.ts'
import type { LoginDeps } from './login.ts'
import { createNotices } from './notices.ts'
import { watchPower } from './power.ts'
import type { Presence } from './presence.ts'
import { createPreferences } from './preferences.ts'
import { createEnding } from './quit.ts'
import type { ShellStateFile } from './shellState.ts'
import { createShortcuts } from './shortcuts.ts'
import { startReminders } from './reminders.ts'
import { createSigns } from './signs.ts'
import { createActs } from './timerActs.ts'
import { watchTimer } from './timerWatch.ts'
import type { Watched } from './timerWatch.ts'
import { createTray } from './tray.ts'
import type { TrayHost } from './trayHost.ts'
import type { TrayView } from './trayMenu.ts'
import { createUpdates } from './updates/updates.ts'
import type { UpdateDeps } from './updates/updates.ts'
import { createHealth } from './windowHealth.ts'
import { createWindows } from './windows.ts'
import type { Windows } from './windows.ts'

export type DesktopDeps = {
  ports: Ports
  app: App
  ipc: Ipc
  platform: NodeJS.Platform
  addresses: Addresses
  /** What the application tells its screens about this desktop; kept true here. */
  abilities: Abilities
  state: ShellStateFile
  /** Told to the system by preference. */
  login: Omit<LoginDeps, 'program' | 'platform'>
  /** Started with the session: shown only where it could not be found otherwise. */
  hidden: boolean
  /** From where links come; the first may have come before the data was open. */
  onLink(follow: (link: string) => void): void
  first: FirstWindow | null
  preloadFile: string
  iconFile: string
  trayImagesDir: string
  trayHost: TrayHost
  presence: Presence
  desktopPort: DesktopPortOf
  updates: Pick<UpdateDeps, 'readFeed' | 'fetch'>
  /** The desktop decides where windows stand (Wayland). */
  wayland: boolean
  /** Calls back when the session ends by a signal, as at a logout or with Ctrl-C. */
  onSignal(ends: () => void): void
  language(): Language
  words(): ShellText
  /** From now on `words` follows this preference. */
  prefer(language: Preferences['language']): void
}

/** How long a panel may be away before the window that is hidden in it is shown. */
const TRAY_GRACE_MS = 5_000

/** Resolves once the tray and the keys are there too; the main window is shown before that. */
export async function runDesktop(electron: ElectronApi, deps: DesktopDeps): Promise<Windows> {
  const { app, ipc, platform, abilities, language, words } = deps
  const { clock, log, scheduler } = deps.ports
  const program = electron.app
  const { state } = deps
  const ending = createEnding(electron)
  const watch = watchTimer(app, scheduler, log)

  const windows = createWindows({
    electron,
    addresses: deps.addresses,
    preloadFile: deps.preloadFile,
    iconFile: deps.iconFile,
    platform,
    wayland: deps.wayland,
    clock,
    log,
    health: createHealth(electron, { clock, log, words, quit: () => program.quit() }),
    state,
    first: deps.first,
    ending,
    onSmallClosed: () => void app.invoke('preferences.save', { smallTimer: false }),
    onMainClosed: (hide) => inBackground(log, 'window.close', () => leaveMain(hide)),
  })
  const notices = createNotices(electron, {
    clock,
    log,
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
    host: deps.trayHost,
    acts,
    words,
    onClick: () => windows.toggleQuick(tray.bounds()),
  })
  const shortcuts = createShortcuts(electron, {
    log,
    acts: { startStop: acts.startOrStop, show: () => windows.showMain() },
  })

  const signs = createSigns(electron, {
    platform,
    overlayFile: join(deps.trayImagesDir, 'running.png'),
    acts: { startOrStop: acts.startOrStop, quick: acts.start, today: () => windows.showMain('today') },
    words,
  })
  const links = createLinks(electron, {
    app,
    log,
    acts,
    watch,
    words,
    showMain: () => windows.showMain(),
  })

  /** Hides only what can be found again: in the dock of macOS, or in a tray that is there now. */
  const leaveMain = async (hide: () => void) => {
    if (platform === 'darwin') return hide()
    const stays = watch.current()?.app.preferences.whenClosed !== 'quit'
    if (!stays || !(await ensureTray())) return program.quit()
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

  // A panel may be gone for a moment only; a window that is hidden in a tray that is gone comes back.
  let cancelGrace: Cancel | null = null
  const endGrace = () => {
    cancelGrace?.()
    cancelGrace = null
  }
  const trayChanged = async () => {
    if (await ensureTray()) return endGrace()
    cancelGrace ??= scheduler.every(TRAY_GRACE_MS, () => {
      endGrace()
      inBackground(log, 'tray.lost', async () => {
        if (!(await ensureTray())) windows.bringBack()
      })
    })
  }
  deps.trayHost.onChange(() => inBackground(log, 'tray.changed', trayChanged))

  const updates = createUpdates({
    scheduler,
    log,
    ...deps.updates,
    wanted: () => watch.current()?.app.preferences.updates === true,
    changed: (update) => {
      abilities.update = update
      ipc.push({ type: 'deviceChanged' })
    },
  })
  abilities.update = updates.state()
  deps.desktopPort.attach({
    test: createTests({ scheduler, presence: deps.presence, shortcuts, ensureTray }),
    checkUpdate: updates.check,
  })

  const trayView = ({ app: { modules }, timers, recents, unsent }: Watched): TrayView => ({
    state: timers,
    recents,
    usable: timers !== null && modules.includes('clientTimer'),
    unsent,
  })
  const applyPreferences = createPreferences(electron, {
    prefer: deps.prefer,
    language,
    shortcuts,
    state,
    log,
    startAtLogin: (on) => setStartAtLogin({ ...deps.login, program, platform }, on),
    offerMenus: signs.offer,
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
  // Whoever works with the window hidden would go on to record what nobody keeps.
  let toldMissing = false
  const tellMissing = ({ app: { storage } }: Watched) => {
    const missing = storage.checked === 'missing'
    if (missing && !toldMissing) {
      inBackground(log, 'missing.tell', async () => {
        const sentence = await errorSentence(appError('db.missing'), language())
        notices.notify(words().failure.title, sentence, () => windows.showMain())
      })
      windows.bringBack()
    }
    toldMissing = missing
  }
  watch.onChange((watched, why) => {
    tellMissing(watched)
    signs.show(trayView(watched))
    if (why === 'minute') return tray.showTime(trayView(watched))
    applyPreferences(watched.app.preferences)
    windows.showSmall(watched.app.preferences.smallTimer && watched.timers !== null)
    tray.showAll(trayView(watched))
  })
  app.subscribe((event) => {
    if (event.type === 'export') notices.exportChanged(event.job)
  })
  watchPower(electron, { app, clock, log, watch, presence: deps.presence, onShutdown: ending.systemEnds })
  const stopReminders = startReminders({
    ports: deps.ports,
    app,
    log,
    words,
    notify: notices.notify,
    quick: acts.start,
    showToday: () => windows.showMain('today'),
    stop: acts.stop,
  })
  const closeShell = () => {
    stopReminders()
    updates.close()
    endGrace()
    watch.close()
    shortcuts.close()
    tray.close()
  }
  ending.attach({ app, ipc, watch, log, scheduler, words, closeShell }, windows)
  deps.onSignal(ending.systemEnds)

  inBackground(log, 'methods', async () => {
    abilities.methods = {
      tray: platform === 'linux' ? 'panel' : 'system',
      ...(await deps.presence.methods()),
      shortcuts: deps.wayland ? 'portal' : 'system',
      places: deps.wayland ? 'wayland' : 'system',
    }
    ipc.push({ type: 'deviceChanged' })
  })
  if (!deps.hidden) windows.showMain()
  await watch.refresh()
  if (deps.hidden && watch.current()?.timers === null) windows.showMain()
  // At the start of a session the panel may come later than we do.
  if (deps.hidden) await trayChanged()
  else await ensureTray()
  deps.onLink(links.follow)
  return windows
}
