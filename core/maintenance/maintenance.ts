// What is done beside the screens, in a thread of its own: the check of the whole file and the daily backup.
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
  /** From now; what is closed before then is closed at once. */
  startAfterMs?: number
}
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
  run(task: MaintenanceTask): Promise<MaintenanceReport>
  close(): Promise<void>
}

export function createMaintenance(log: Log): Maintenance {
  const workers = new Set<Worker>()
  let closed = false
  const run = (task: MaintenanceTask): Promise<MaintenanceReport> =>
    new Promise((resolve, reject) => {
      const worker = new Worker(workerFile(import.meta.url, 'maintenanceWorker'), { workerData: task })
      workers.add(worker)
      worker.unref()
      worker.once('message', (report: MaintenanceReport) => resolve(report))
      worker.once('error', (error) => {
        log.error('maintenance', error)
        reject(error)
      })
      worker.once('exit', () => {
        workers.delete(worker)
        reject(closed ? new MaintenanceStopped() : new Error('maintenance ended early'))
      })
    })
  return {
    run,
    close: async () => {
      closed = true
      await Promise.all([...workers].map((worker) => worker.terminate()))
    },
  }
}
