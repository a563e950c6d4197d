// The watch of a program that comes and goes, like the command line: it leaves a sign of life with a timer that it starts, so that
// the next program which stays asks about the time in between (G1). An older sign is left alone: what it says is still true.
import type { Clock } from '../../shared/base/clock.ts'
import type { WritableData } from '../db/data.ts'
import { leavesRunning, runningHere } from './watched.ts'
import { lastAlive, setLastAlive } from '../kept/session.ts'
import type { Watch } from './timers.ts'

export const watchInPassing = (clock: Clock, data: WritableData): Watch => ({
  noteAbsence: () => undefined,
  checkClocks: () => undefined,
  markAlive: (effects) => {
    const runs = leavesRunning(effects) || runningHere(data).length > 0
    const mark = lastAlive(data)
    if (runs && mark === null) setLastAlive(data, clock.now())
    // Left standing, it would say of the next timer that nobody watched it.
    else if (!runs && mark !== null) setLastAlive(data, null)
  },
  stop: () => undefined,
})
