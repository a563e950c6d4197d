// `daybook working`: who works now, on what, since when, and how much today has come to (B44).
import type { Outcome } from '../output.ts'
import type { Session } from '../session.ts'
import { table } from '../table.ts'
import { clockTime, duration, what } from '../words.ts'
import { elapsedMs } from './timers.ts'

export async function working(session: Session): Promise<Outcome> {
  const { organisation } = await session.setUp()
  const { now, timers: found, onlyYours } = await session.ask('timer.active', {})
  const timers = found.map((timer) => ({ ...timer, elapsedMs: elapsedMs(timer, now) }))
  const lines = timers.map((timer) => [
    timer.userName,
    what(timer),
    timer.state,
    clockTime(timer.startedAt, organisation.zone),
    duration(timer.elapsedMs),
    duration(timer.todayMs),
  ])
  const columns = [
    { title: 'User' },
    { title: 'On' },
    { title: 'State' },
    { title: 'Since' },
    { title: 'Session', right: true },
    { title: 'Today', right: true },
  ]
  const text = timers.length === 0 ? 'Nobody is working right now.' : table(columns, lines)
  return {
    value: { now, timers, onlyYours },
    text: onlyYours ? `${text}\nOnly your own time is shown.` : text,
  }
}
