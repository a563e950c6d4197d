// `daybook pause` and `daybook resume`.
import { formatClock } from '../../shared/base/duration.ts'
import type { Outcome } from '../output.ts'
import { green, yellow } from '../output.ts'
import type { Session } from '../session.ts'
import { readTime } from '../times.ts'
import { what } from '../words.ts'
import type { TimerChoice } from './timers.ts'
import { chosenTimer, timerNow } from './timers.ts'

export type PauseOptions = TimerChoice & { at?: string }

export const pause = (session: Session, options: PauseOptions) =>
  change(session, options, 'timer.pause', 'running')
export const resume = (session: Session, options: PauseOptions) =>
  change(session, options, 'timer.resume', 'paused')

async function change(
  session: Session,
  options: PauseOptions,
  name: 'timer.pause' | 'timer.resume',
  from: 'running' | 'paused',
): Promise<Outcome> {
  const { state, organisation } = await session.setUp()
  const { id } = await chosenTimer(session, options, [from])
  const at = options.at === undefined ? {} : { at: readTime(options.at, state.now, organisation.zone) }
  await session.ask(name, { timerId: id, ...at })
  const timer = await timerNow(session, id)
  const word = name === 'timer.pause' ? yellow('Paused') : green('Goes on:')
  return { value: { timer }, text: `${word} ${what(timer)}, ${formatClock(timer.elapsedMs)} so far.` }
}
