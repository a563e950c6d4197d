// How far a device's clock was off when something was done there, as the server can tell by its own.
import type { Instant } from '../base/instant.ts'

/** So far clocks may differ, and messages be late, without anybody being told. */
export const CLOCK_MAY_BE_OFF_MS = 2 * 60_000

/**
 * How far ahead it was (below zero: behind); null: not worth a word. `sentAt`: the moment of sending by the device's own clock. Without it, and
 * where the clock was set right in between, only what was done after it arrived gives it away.
 */
export function clockOff(at: Instant, arrivedAt: Instant, sentAt: Instant | undefined): number | null {
  const differs = sentAt === undefined ? 0 : sentAt - arrivedAt
  if (Math.abs(differs) > CLOCK_MAY_BE_OFF_MS) return differs
  return at - arrivedAt > CLOCK_MAY_BE_OFF_MS ? at - arrivedAt : null
}
