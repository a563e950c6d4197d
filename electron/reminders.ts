// Brings the reminders (J11) to the desktop's notices; whether one is due is decided in shared/rules/reminder.ts.
import type { App, Cancel, Log, Ports } from '../core/ports.ts'
import { formatDuration } from '../shared/base/duration.ts'
import { toIso } from '../shared/base/instant.ts'
import { remindersDue } from '../shared/rules/reminder.ts'
import type { Reminder, ReminderFacts } from '../shared/rules/reminder.ts'
import type { ShellText } from '../shared/text/shell.en.ts'
import { inBackground } from './background.ts'
import { elapsedMs } from './trayMenu.ts'

export type ReminderDeps = {
  ports: Pick<Ports, 'scheduler' | 'systemZone'>
  app: App
  log: Log
  words(): ShellText
  notify(title: string, body: string, onClick: () => void): void
  quick(): void
  showToday(): void
  stop(timerId: string): void
}

/** Often enough for what is counted in hours. */
const LOOK_MS = 5 * 60_000

export function startReminders(deps: ReminderDeps): Cancel {
  const { ports, app, log, words } = deps
  const said = new Set<string>()

  const say = (reminder: Reminder) => {
    const text = words().reminders
    if (reminder.kind === 'nothingRuns')
      return deps.notify(text.nothingRuns, text.nothingRunsBody, deps.quick)
    if (reminder.kind === 'gaps')
      return deps.notify(text.gaps(formatDuration(reminder.ms)), text.gapsBody, deps.showToday)
    const { timerId, ms } = reminder
    return deps.notify(text.longTimer(formatDuration(ms)), text.longTimerBody, () => deps.stop(timerId))
  }
  const look = async () => {
    const state = await app.invoke('app.state', {})
    if (!state.ok || !state.value.modules.includes('clientTimer')) return
    const { reminders } = state.value.preferences
    if (!Object.values(reminders).includes(true)) return
    const today = await app.invoke('diary.today', {})
    if (!today.ok) return
    const { now, date, expectedTodayMs, attendedMs, entries, timers } = today.value
    const { maxSessionMinutes } = state.value.rules
    const facts: ReminderFacts = {
      now,
      date,
      wallTime: toIso(now, ports.systemZone()).slice(11, 16),
      expectedMs: expectedTodayMs,
      attendedMs,
      recorded: entries.map(({ startAt, endAt }) => ({ start: startAt, end: endAt })),
      timers: timers
        .filter((timer) => timer.state !== 'stopped')
        .map((timer) => ({
          id: timer.id,
          running: timer.state === 'running',
          countedMs: elapsedMs(timer, now),
        })),
      maxSessionMs: maxSessionMinutes === null ? null : maxSessionMinutes * 60_000,
    }
    for (const reminder of remindersDue(facts, reminders, said)) {
      said.add(reminder.key)
      say(reminder)
    }
  }
  return ports.scheduler.every(LOOK_MS, () => inBackground(log, 'reminders', look))
}
