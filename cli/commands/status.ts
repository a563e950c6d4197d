// `daybook status`: what runs, for how long, and how much today has come to.
import { formatClock } from '../../shared/base/duration.ts'
import type { TimerView } from '../../shared/contract/timer.ts'
import type { Outcome } from '../output.ts'
import { dim, green, yellow } from '../output.ts'
import type { Session } from '../session.ts'
import { facts, oneLine } from '../table.ts'
import { dateAndTime, duration, what } from '../words.ts'
import { elapsedMs } from './timers.ts'

export async function status(session: Session): Promise<Outcome> {
  const { user, organisation } = await session.setUp()
  const { now, timers: found, todayMs, gaps } = await session.ask('timer.state', {})
  const { zone } = organisation
  const timers = found.map((timer) => ({ ...timer, elapsedMs: elapsedMs(timer, now) }))
  const lines = timers.map((timer) => timerLines(timer, zone))
  const text = [
    timers.length === 0 ? 'No timer is running.' : lines.join('\n\n'),
    ...(gaps.length > 0 ? [`${gaps.length} gap(s) wait for an answer in the window.`] : []),
    '',
    facts([
      ['Today', duration(todayMs)],
      ['User', `${user.name}, ${organisation.name}`],
      ['Now', `${dateAndTime(now, zone)} ${zone}`],
    ]),
  ]
  const value = { now, zone, user: { id: user.id, name: user.name }, timers, todayMs, gaps }
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
