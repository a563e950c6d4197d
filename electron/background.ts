// Runs what nobody waits for, and writes down when it fails.
import type { Log } from '../core/ports.ts'

export function inBackground(log: Log, what: string, work: () => Promise<unknown>): void {
  work().catch((error: unknown) => log.error(what, error))
}
