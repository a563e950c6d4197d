// What is done beside the screens, in a thread of its own: the check of the whole file and the daily backup.
import { setTimeout as wait } from 'node:timers/promises'
import { Worker } from 'node:worker_threads'
import type { Instant } from '../../shared/base/instant.ts'
import type { Log } from '../ports.ts'
import { workerFile } from '../node/workerFile.ts'

export type MaintenanceTask = {
  file: string
  backupFolder: string
  now: Instant
  /** daily: only where one is due; now: whatever the date; check: none. */
  backup: 'daily' | 'now' | 'none'
  check: boolean
}
/** What its thread does. Only one that waits may be ended from outside: within SQLite that can abort the whole program. */
export const THREAD = { waiting: 0, working: 1, asked: 2 } as const
export type MaintenanceThread = MaintenanceTask & { stage: SharedArrayBuffer }
export type MaintenanceReport = {
  check: 'sound' | 'damaged' | null
  findings: readonly string[]
  backup: { file: string; at: Instant; label: string; bytes: number; verified: boolean } | null
  /** A typed problem of the disk, if the backup could not be made. */
  problem: string | null
}

/** The application closed before the work was done; the next start does it. */
export class MaintenanceStopped extends Error {}

export interface Maintenance {
  /** `afterMs`: from now; what is closed before then is closed at once. */
  run(task: MaintenanceTask, when?: { afterMs?: number }): Promise<MaintenanceReport>
  close(): Promise<void>
}

export function createMaintenance(log: Log): Maintenance {
  const running = new Set<Running>()
  const closing = new AbortController()
  const inThread = (task: MaintenanceTask): Promise<MaintenanceReport> =>
    new Promise((resolve, reject) => {
      const stage = new SharedArrayBuffer(4)
      const worker = new Worker(workerFile(import.meta.url, 'maintenanceWorker'), {
        workerData: { ...task, stage } satisfies MaintenanceThread,
        // Rows live for a moment; left alone, the thread keeps far more memory for them.
        resourceLimits: { maxYoungGenerationSizeMb: 16 },
      })
      const one = { worker, stage: new Int32Array(stage) }
      running.add(one)
      worker.unref()
      worker.once('message', (report: MaintenanceReport) => resolve(report))
      worker.once('error', (error) => {
        log.error('maintenance', error)
        reject(error)
      })
      worker.once('exit', () => {
        running.delete(one)
        reject(closing.signal.aborted ? new MaintenanceStopped() : new Error('maintenance ended early'))
      })
    })
  const stopped = (): never => {
    throw new MaintenanceStopped()
  }
  return {
    // The thread is begun after the wait: loading what it runs takes a quarter of a second of a processor, in which the first screen comes.
    run: async (task, { afterMs = 0 } = {}) => {
      const { signal } = closing
      if (afterMs > 0) await wait(afterMs, undefined, { ref: false, signal }).catch(stopped)
      return signal.aborted ? stopped() : inThread(task)
    },
    close: async () => {
      closing.abort()
      await Promise.all([...running].map(end))
    },
  }
}

type Running = { worker: Worker; stage: Int32Array }

async function end({ worker, stage }: Running): Promise<void> {
  if (Atomics.exchange(stage, 0, THREAD.asked) === THREAD.waiting) return void (await worker.terminate())
  // It ends by itself, between two rows.
  const { promise, resolve } = Promise.withResolvers<void>()
  worker.once('exit', () => resolve())
  worker.ref()
  await promise
}
