// `daybook status`: what runs, for how long, and how much today has come to.
import { formatClock } from '../../shared/base/duration.ts'
import type { ModuleName } from '../../shared/entities/module.ts'
import type { TimerView } from '../../shared/contract/timer.ts'
import { subjectOf } from '../../shared/entities/subject.ts'
import type { Outcome } from '../output.ts'
import { dim, green, yellow } from '../output.ts'
import { weekStartOfLocale } from '../times.ts'
import type { Session } from '../session.ts'
import { facts, oneLine } from '../table.ts'
import { dateAndTime, duration, what } from '../words.ts'
import { elapsedMs } from './timers.ts'

export async function status(session: Session): Promise<Outcome> {
  const { user, organisation, state } = await session.setUp()
  const { now, timers: found, todayMs, gaps } = await session.ask('timer.state', {})
  const { weekMs } = await session.ask('diary.today', { weekStart: weekStartOfLocale() })
  const { zone } = organisation
  const timers = found.map((timer) => ({ ...timer, elapsedMs: elapsedMs(timer, now) }))
  const lines = []
  for (const timer of timers)
    lines.push(`${timerLines(timer, zone)}${await leftOf(session, state.modules, timer)}`)
  const text = [
    timers.length === 0 ? 'No timer is running.' : lines.join('\n\n'),
    ...(gaps.length > 0 ? [`${gaps.length} gap(s) wait for an answer in the window.`] : []),
    '',
    facts([
      ['Today', duration(todayMs)],
      ['This week', duration(weekMs)],
      ['User', `${user.name}, ${organisation.name}`],
      ['Now', `${dateAndTime(now, zone)} ${zone}`],
    ]),
  ]
  const value = { now, zone, user: { id: user.id, name: user.name }, timers, todayMs, weekMs, gaps }
  return { value, text: text.join('\n') }
}

function timerLines(timer: TimerView & { elapsedMs: number }, zone: string): string {
  const word = {
    running: green('Running'),
    paused: yellow('Paused'),
    stopped: yellow('Stopped, not yet recorded'),
  }[timer.state]
  const note = timer.note === '' ? [] : [`  ${dim(oneLine(timer.note, 100))}`]
  const since = `  since ${dateAndTime(timer.startedAt, zone)}, ${formatClock(timer.elapsedMs)} counted`
  return [`${word}  ${what(timer)}`, since, ...note].join('\n')
}

/** What the customer's hours package has left, with what runs counted as used (G9). */
async function leftOf(
  session: Session,
  modules: readonly ModuleName[],
  timer: TimerView & { elapsedMs: number },
): Promise<string> {
  const { customerId, elapsedMs: runs } = timer
  if (customerId === null || !modules.includes('packages')) return ''
  const billable = timer.billable ?? (await session.ask('entry.flagsUnsaid', subjectOf(timer))).isBillable
  if (!billable) return ''
  const { level, remainingMs } = await session.ask('package.summary', { customerId })
  if (level === 'none') return ''
  const left = remainingMs - runs
  return `\n  ${left < 0 ? `Remaining hours used up, over by ${duration(-left)}` : `Remaining hours ${duration(left)}`}`
}
