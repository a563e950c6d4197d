// Whether the session that a dialog asks about was answered meanwhile in another window, on the command line or on another device.
import { useState } from 'react'
import type { TimerView } from '../../../shared/contract/timer.ts'
import type { Id } from '../../../shared/entities/entity.ts'
import { useTimerState } from '../../clock/clock.tsx'

/** `asksAbout`: the states in which there is something to answer. `answering`: the dialog's own answer is on its way. */
export function useAnsweredElsewhere(
  timerId: Id,
  asksAbout: readonly TimerView['state'][],
  answering: boolean,
): boolean {
  const timers = useTimerState()?.timers
  const there = timers?.some(({ id, state }) => id === timerId && asksAbout.includes(state))
  // A session that was brought back a moment ago may not be among them yet.
  const [seen, setSeen] = useState(false)
  if (there === true && !seen) setSeen(true)
  return seen && there === false && !answering
}
