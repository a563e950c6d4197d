// Counts what is left of the totals of reports, some days at a time, beside the work of others.
import { setTimeout as after } from 'node:timers/promises'
import type { WritableData } from '../db/data.ts'
import type { Log } from '../ports.ts'
import { countReportMonth } from './reportTotals.ts'

/** After a change others often follow; and between two steps there is time for whoever works. */
const SETTLE_MS = 250
const REST_MS = 150

/** `busy`: what writes for long, and has to end first. What was broken off goes on with the next look, or at the next start. */
export function keepReportTotals(
  data: WritableData,
  { log, startAfterMs, busy }: { log: Log; startAfterMs: number; busy: () => Promise<unknown> | null },
): { look(): void; stop(): void } {
  const stopping = new AbortController()
  const { signal } = stopping
  let counting = false
  // Nothing is left to count once the application closes: then it simply ends.
  const rest = (ms: number): Promise<void> =>
    after(ms, undefined, { ref: false, signal }).catch(() => undefined)
  const go = async (waitMs: number): Promise<void> => {
    await rest(waitMs)
    for (;;) {
      for (let until = busy(); until !== null; until = busy()) await until
      // Somebody is within a transaction that goes over turns.
      if (signal.aborted || data.db.inTransaction) return
      if (!countReportMonth(data)) return
      await rest(REST_MS)
    }
  }
  const look = (waitMs: number): void => {
    if (counting || signal.aborted) return
    counting = true
    go(waitMs)
      .catch((error: unknown) => log.error('reportTotals', error))
      .finally(() => (counting = false))
  }
  look(startAfterMs + SETTLE_MS)
  return { look: () => look(SETTLE_MS), stop: () => stopping.abort() }
}
