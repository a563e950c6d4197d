// The two clocks that the application may ask; nothing else in shared/ or core/ knows the time.
import type { Instant } from './instant.ts'

export interface Clock {
  /** Wall clock, epoch milliseconds UTC. It may jump when somebody sets it. */
  now(): Instant
  /** Milliseconds since an arbitrary moment, never set back; it may or may not count sleep. */
  monotonic(): number
}
