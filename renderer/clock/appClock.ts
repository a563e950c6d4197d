// The application's clock as a window counts it, and who waits for which of its moments.

/** The application's wall clock: what it said, plus what this window's own monotonic clock has counted since. */
export type AppClock = {
  now(): number
  /** Calls `run` at this moment, ms. All who wait for the same one are called together, so a second is one frame wherever it is shown. */
  at(moment: number, run: () => void): () => void
}

type Waiting = { runs: Set<() => void>; timeout: ReturnType<typeof setTimeout> }

export function clockFrom(saidNow: number): AppClock {
  const receivedAt = performance.now()
  const now = (): number => saidNow + (performance.now() - receivedAt)
  const waiting = new Map<number, Waiting>()
  const begin = (moment: number): Waiting => {
    const runs = new Set<() => void>()
    const wake = () => {
      waiting.delete(moment)
      for (const run of runs) run()
    }
    const begun = { runs, timeout: setTimeout(wake, Math.max(0, moment - now())) }
    waiting.set(moment, begun)
    return begun
  }
  return {
    now,
    at(moment, run) {
      const { runs, timeout } = waiting.get(moment) ?? begin(moment)
      runs.add(run)
      return () => {
        runs.delete(run)
        if (runs.size > 0 || waiting.get(moment)?.runs !== runs) return
        clearTimeout(timeout)
        waiting.delete(moment)
      }
    },
  }
}

/** Only a clock that is further off is set anew, and all that shows it drawn again. */
const IN_STEP_MS = 100

/**
 * The clock after an answer that said a time and was asked for so long, ms: on its way it waited for some part of that, and where the
 * window was busy for nearly all of it. A clock that agrees with that is not set by a late answer.
 */
export function clockTold(before: AppClock, saidNow: number, tookMs: number): AppClock {
  const here = before.now()
  const right = Math.min(Math.max(here, saidNow), saidNow + tookMs)
  return Math.abs(right - here) < IN_STEP_MS ? before : clockFrom(right)
}
