// How often somebody may try to come in: a few at once, then slower. Kept in this process; another one counts for itself.
import type { Clock } from '../shared/base/clock.ts'

export type Limiter = {
  /** May it be tried now? What is tried is counted. */
  takes(key: string): boolean
  /** It was right: what was counted is forgotten. */
  clear(key: string): void
}

/** `most` at once, and one more each `everyMs`. */
export function createLimiter(clock: Clock, most: number, everyMs: number): Limiter {
  const buckets = new Map<string, { left: number; at: number }>()
  const MOST_KEYS = 10_000
  /** What is full again says nothing any more; else what was not asked for longest. Never all at once: that would be a way around it. */
  const makeRoom = (now: number): void => {
    for (const [key, { left, at }] of buckets) if (left + (now - at) / everyMs >= most) buckets.delete(key)
    const oldest = [...buckets].sort(([, a], [, b]) => a.at - b.at)
    for (const [key] of oldest.slice(0, Math.max(0, buckets.size - MOST_KEYS / 2))) buckets.delete(key)
  }
  return {
    takes: (key) => {
      const now = clock.monotonic()
      if (buckets.size > MOST_KEYS) makeRoom(now)
      const known = buckets.get(key) ?? { left: most, at: now }
      const left = Math.min(most, known.left + (now - known.at) / everyMs)
      buckets.set(key, { left: left < 1 ? left : left - 1, at: now })
      return left >= 1
    },
    clear: (key) => void buckets.delete(key),
  }
}

/** Ten at once, and one more each six seconds. */
export const createAttempts = (clock: Clock): Limiter => createLimiter(clock, 10, 6_000)
