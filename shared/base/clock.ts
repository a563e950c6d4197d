// The clocks that the application may ask; nothing else in shared/ or core/ knows the time.
import type { Instant } from './instant.ts'

export interface Clock {
  /** Wall clock, epoch milliseconds UTC. It may jump when somebody sets it. */
  now(): Instant
  /** Milliseconds since an arbitrary moment, never set back; it may or may not count sleep. */
  monotonic(): number
  /**
   * Milliseconds since the computer started, sleep included, never set: with it, sleep and a wall clock that was set are
   * told apart. Absent where the system does not know.
   */
  uptime?(): number
}
