// Which timer a command means: the one that runs, else the one that there is.
import type { TimerView } from '../../shared/contract/timer.ts'
import { Refusal, UsageError } from '../refusal.ts'
import type { Session } from '../session.ts'
import { clockTime, what } from '../words.ts'

export type TimerChoice = { timer?: string; customer?: string }

/** Throws Refusal where there is none in one of the states, UsageError where it is not clear which. */
export async function chosenTimer(
  session: Session,
  choice: TimerChoice,
  states: readonly TimerView['state'][],
): Promise<TimerView> {
  const { timers } = await session.ask('timer.state', {})
  const named = choice.customer?.toLowerCase()
  const fitting = timers.filter(
    (timer) =>
      (choice.timer === undefined || timer.id === choice.timer) &&
      (named === undefined || timer.customerName?.toLowerCase() === named),
  )
  for (const state of states) {
    const [first, ...more] = fitting.filter((timer) => timer.state === state)
    if (first === undefined) continue
    if (more.length === 0) return first
    const list = [first, ...more].map((timer) => `  --timer ${timer.id}  ${what(timer)}`)
    throw new UsageError(`Several timers are ${state}. Say which one:\n${list.join('\n')}`)
  }
  // Nothing at all, or nothing in the state that the command needs.
  if (choice.timer !== undefined && fitting.length === 0) throw new Refusal({ code: 'notFound.timer' })
  throw new Refusal({ code: states[0] === 'paused' ? 'timer.notPaused' : 'timer.notRunning' })
}

/** The timer as it is now, with its elapsed time. */
export async function timerNow(
  session: Session,
  timerId: string,
): Promise<TimerView & { elapsedMs: number }> {
  const { now, timers } = await session.ask('timer.state', {})
  const timer = timers.find(({ id }) => id === timerId)
  if (!timer) throw new Refusal({ code: 'notFound.timer' })
  return { ...timer, elapsedMs: elapsedMs(timer, now) }
}

export function elapsedMs(timer: TimerView, now: number): number {
  return timer.countedMs + (timer.runningSince === null ? 0 : Math.max(0, now - timer.runningSince))
}

export const sinceText = (timer: TimerView, zone: string): string =>
  `${what(timer)} since ${clockTime(timer.startedAt, zone)}`
