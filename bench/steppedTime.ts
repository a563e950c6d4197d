// A firm's clock that a row turns by hand.
import type { Ports } from '../core/ports.ts'
import { NOW } from './data.ts'

/** The firm's time, passed by hand: what is due in it, like heartbeats, happens between what is timed. */
export function steppedTime(): { ports: Pick<Ports, 'clock' | 'scheduler'>; pass(ms: number): void } {
  let passed = 0
  const due = new Set<{ at: number; everyMs: number; run: () => void }>()
  return {
    ports: {
      clock: { now: () => NOW + passed, monotonic: () => passed, uptime: () => passed },
      scheduler: {
        every(everyMs, run) {
          const timer = { at: passed + everyMs, everyMs, run }
          due.add(timer)
          return () => void due.delete(timer)
        },
      },
    },
    pass(ms) {
      for (let left = ms; left > 0; left -= 1000) {
        passed += Math.min(left, 1000)
        for (const timer of due) {
          if (timer.at > passed) continue
          timer.at = passed + timer.everyMs
          timer.run()
        }
      }
    },
  }
}
