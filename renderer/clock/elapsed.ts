// The arithmetic of a running clock.

type Running = { countedMs: number; runningSince: number | null }

/** Counted time at `now`, ms; paused time is not in it (A6). Never below what is already counted. */
export function elapsedMs(timer: Running, now: number): number {
  if (timer.runningSince === null) return timer.countedMs
  return timer.countedMs + Math.max(0, now - timer.runningSince)
}

/** How long until the shown second (or another unit) changes, so that a tick comes just after and not up to one late. */
export function msToNext(elapsed: number, unitMs = 1000): number {
  return unitMs - (elapsed % unitMs) + 2
}
