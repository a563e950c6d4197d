// An address without a secret, for the command line of the program that opens the browser: it is good for the one visit that
// follows, by a program of the same user. Who that is, the server asks the system (peer.ts); here it is how often and how long.
import type { Clock } from '../shared/base/clock.ts'
import { OPENER_LIFE_MS } from './session.ts'

export const DOOR = '/enter'

export type Door = {
  /** A browser was asked to come. */
  open(): void
  /** True once for each time that it was opened, for as long as a browser takes to start. */
  pass(): boolean
}

export function createDoor(clock: Clock): Door {
  /** Until when each is good. */
  let openings: number[] = []
  const standing = () => openings.filter((until) => clock.monotonic() <= until)
  return {
    open() {
      openings = [...standing(), clock.monotonic() + OPENER_LIFE_MS]
    },
    pass() {
      const [first, ...others] = standing()
      openings = others
      return first !== undefined
    },
  }
}
