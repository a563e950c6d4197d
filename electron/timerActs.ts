// What tray, shortcuts and menus do with the timer: ask the application, show the right window, and say when it refused.
import type { App, Log } from '../core/ports.ts'
import type { Reply } from '../shared/contract/channel.ts'
import type { AppError } from '../shared/contract/errors.ts'
import { subjectOf } from '../shared/entities/subject.ts'
import type { Language } from '../shared/text/language.ts'
import type { ShellText } from '../shared/text/shell.en.ts'
import { ask } from './ask.ts'
import { inBackground } from './background.ts'
import type { ElectronApi } from './electronApi.ts'
import { errorSentence } from './errorText.ts'
import type { TimerWatch } from './timerWatch.ts'
import type { TrayActs } from './trayMenu.ts'
import { currentTimer } from './trayMenu.ts'
import type { Windows } from './windows.ts'
import type { Area } from './windowBounds.ts'

export type ShellActs = TrayActs & {
  /** The global shortcut and the menu: stop what runs, else choose what to start. */
  startOrStop(): void
  /** What somebody has agreed to; what runs is stopped for it. */
  startOn(on: { customerId: string; categoryId: string | null }): void
}

export type ActDeps = {
  app: App
  watch: TimerWatch
  windows: Windows
  log: Log
  language(): Language
  words(): ShellText
  trayBounds(): Area | null
}

export function createActs(electron: ElectronApi, deps: ActDeps): ShellActs {
  const { app, watch, windows, log } = deps

  const tell = async (error: AppError) => {
    await ask(electron, {
      type: 'warning',
      message: await errorSentence(error, deps.language()),
      buttons: [deps.words().refused.ok],
      noLink: true,
    })
  }
  const attempt = (what: string, act: () => Promise<Reply<unknown>>) =>
    inBackground(log, what, async () => {
      const reply = await act()
      if (reply.ok) return
      // What runs must get its note first, so it is asked for where one can be written.
      const running =
        reply.error.code === 'rule.noteRequired'
          ? currentTimer((await watch.refresh())?.timers ?? null)
          : null
      if (running === null) await tell(reply.error)
      else windows.openNotes(running.id)
    })
  const quick = () => windows.showQuick(deps.trayBounds())

  return {
    stop: (timerId) => windows.openNotes(timerId),
    pause: (timerId) => attempt('act.pause', () => app.invoke('timer.pause', { timerId })),
    resume: (timerId) => attempt('act.resume', () => app.invoke('timer.resume', { timerId })),
    switchTo: (choice) =>
      attempt('act.switch', () => app.invoke('timer.start', { ...subjectOf(choice), switch: true })),
    startOn: (on) => attempt('act.start', () => app.invoke('timer.start', { ...on, switch: true })),
    start: quick,
    continueLast: () => attempt('act.continue', () => app.invoke('timer.continueLast', {})),
    open: () => windows.showMain(),
    diary: () => windows.showMain('diary'),
    quit: () => electron.app.quit(),
    startOrStop: () =>
      inBackground(log, 'act.startOrStop', async () => {
        const watched = await watch.refresh()
        const running = currentTimer(watched?.timers ?? null)
        if (running !== null) windows.openNotes(running.id)
        else if (watched?.app.modules.includes('clientTimer')) quick()
        else windows.showMain()
      }),
  }
}
