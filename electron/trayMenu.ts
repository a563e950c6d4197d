// Makes the tray's menu, icon and tooltip out of the timer's state (G4); pure, so that every state can be put in a table.
import type { MenuItemConstructorOptions } from 'electron'
import { formatDuration } from '../shared/base/duration.ts'
import type { RecentChoice, TimerState, TimerView } from '../shared/contract/timer.ts'
import type { SubjectNames } from '../shared/entities/subject.ts'
import { sessionName } from '../shared/entities/subject.ts'
import type { ShellText } from '../shared/text/shell.en.ts'

export type TrayFace = 'stopped' | 'running' | 'paused' | 'unsynced'

export type TrayView = {
  /** null: nothing is set up yet. */
  state: TimerState | null
  recents: readonly RecentChoice[]
  /** The user may use the timer (B17). */
  usable: boolean
  /** Done here, and not to be sent at the moment (H13). */
  unsent: number
}

export type TrayActs = {
  stop(timerId: string): void
  pause(timerId: string): void
  resume(timerId: string): void
  switchTo(choice: RecentChoice): void
  start(): void
  continueLast(): void
  open(): void
  diary(): void
  quit(): void
}

/** The timer that is being worked on: the running one, else a paused one. One that only waits to be recorded is none. */
export function currentTimer(state: TimerState | null): TimerView | null {
  const timers = state?.timers ?? []
  return (
    timers.find((timer) => timer.state === 'running') ??
    timers.find((timer) => timer.state === 'paused') ??
    null
  )
}

export const elapsedMs = (timer: TimerView, now: number): number =>
  timer.countedMs + (timer.runningSince === null ? 0 : Math.max(0, now - timer.runningSince))

export const whatOf = (of: SubjectNames, words: ShellText): string => sessionName(of, words.tray.nothingNamed)

/** A timer at work is what the icon is for; that something waits to be sent shows when there is none. */
export function trayFace({ state, unsent }: TrayView): TrayFace {
  const current = currentTimer(state)
  if (current?.state === 'running') return 'running'
  if (current !== null) return 'paused'
  return unsent === 0 ? 'stopped' : 'unsynced'
}

export function trayTooltip({ state, unsent }: TrayView, words: ShellText): string {
  if (state === null) return words.tray.notSetUp
  const today = formatDuration(state.todayMs)
  const current = currentTimer(state)
  const text =
    current === null
      ? words.tray.tooltipStopped(today)
      : words.tray.tooltip({
          // Windows cuts a tooltip at 127 characters, and the times stand at its end.
          what: shortened(whatOf(current, words), 80),
          elapsed: formatDuration(elapsedMs(current, state.now)),
          today,
        })
  return unsent === 0 ? text : `${text} – ${words.tray.unsent(unsent)}`
}

/** Beside the icon in the menu bar of macOS: the time of what runs. */
export function trayTitle({ state }: TrayView): string {
  const current = currentTimer(state)
  return current?.state === 'running' ? ` ${formatDuration(elapsedMs(current, state?.now ?? 0))}` : ''
}

export function trayMenu(view: TrayView, acts: TrayActs, words: ShellText): MenuItemConstructorOptions[] {
  const { tray } = words
  const { state, usable } = view
  const current = currentTimer(state)
  const others = (state?.timers ?? []).filter((timer) => timer !== current && timer.state !== 'stopped')
  const idle = current === null
  return [
    { label: state === null ? tray.notSetUp : headline(state, current, words), enabled: false },
    ...(current === null
      ? [
          { label: tray.stop, enabled: false },
          { label: tray.pause, enabled: false },
        ]
      : timerItems(current, acts, words)),
    ...others.map((timer) => ({
      label: headline(state, timer, words),
      submenu: timerItems(timer, acts, words),
    })),
    {
      label: idle ? tray.startRecent : tray.switchTo,
      enabled: usable && view.recents.length > 0,
      submenu: view.recents.map((choice) => ({
        label: menuLabel(whatOf(choice, words)),
        click: () => acts.switchTo(choice),
      })),
    },
    { label: tray.start, enabled: usable, click: () => acts.start() },
    { label: tray.continueLast, enabled: usable && idle, click: () => acts.continueLast() },
    { type: 'separator' },
    { label: tray.open, click: () => acts.open() },
    { label: tray.diary, enabled: state !== null, click: () => acts.diary() },
    { type: 'separator' },
    { label: tray.quit, click: () => acts.quit() },
  ]
}

function timerItems(timer: TimerView, acts: TrayActs, { tray }: ShellText): MenuItemConstructorOptions[] {
  return [
    { label: tray.stop, click: () => acts.stop(timer.id) },
    timer.state === 'paused'
      ? { label: tray.resume, click: () => acts.resume(timer.id) }
      : { label: tray.pause, click: () => acts.pause(timer.id) },
  ]
}

function headline(state: TimerState | null, timer: TimerView | null, words: ShellText): string {
  if (timer === null) return words.tray.stopped
  const what = menuLabel(whatOf(timer, words))
  // A running clock would stand still in a menu that is only made anew on events, so it is left to the tooltip.
  if (timer.state === 'running') return what
  return words.tray.paused(`${what} ${formatDuration(elapsedMs(timer, state?.now ?? 0))}`)
}

/** A menu takes & for the mark of a key. */
function menuLabel(text: string): string {
  return shortened(text, 60).replaceAll('&', '&&')
}

/** By characters as read, so that no emoji is cut in two. */
function shortened(text: string, most: number): string {
  const characters = Array.from(new Intl.Segmenter().segment(text), ({ segment }) => segment)
  return characters.length <= most ? text : `${characters.slice(0, most - 1).join('')}…`
}
