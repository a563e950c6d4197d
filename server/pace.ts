// How many of a crowd go on before everybody else has their turn again: what one commit brings to hundreds who wait for news is not to hold up
// what somebody pushes meanwhile.
import { setImmediate as nextTurn } from 'node:timers/promises'

/** Settles when it is one's turn; in the order in which they came. */
export type Pace = () => Promise<void>

/** `most`: so many at a time, asked anew for each. */
export function createPace(most: () => number): Pace {
  const waiting: (() => void)[] = []
  let going = false
  const go = async (): Promise<void> => {
    going = true
    while (waiting.length > 0) {
      for (const next of waiting.splice(0, most())) next()
      await nextTurn()
    }
    going = false
  }
  return () =>
    new Promise((resolve) => {
      waiting.push(resolve)
      if (!going) void go()
    })
}
