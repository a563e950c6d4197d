// Runs one export in a thread of its own and hears how it goes.
import { rmSync } from 'node:fs'
import { Worker } from 'node:worker_threads'
import { appError } from '../../shared/contract/errors.ts'
import type { AppError } from '../../shared/contract/errors.ts'
import type { Result } from '../../shared/base/result.ts'
import { fail, ok } from '../../shared/base/result.ts'
import { workerFile } from '../node/workerFile.ts'
import type { ExportTask, ExportWatch } from './runExport.ts'
import { temporaryFile } from './targetFile.ts'

/** `file`: the database; the thread opens it for reading. `cancelled`: 1 once it is. */
export type WorkerTask = ExportTask & { file: string; cancelled: SharedArrayBuffer }
export type WorkerAnswer =
  { type: 'progress'; done: number; total: number } | { type: 'done' } | { type: 'refused'; error: AppError }

/** Rejects where the thread died; what it had begun to write is then taken away. */
export async function runInThread(
  task: Omit<WorkerTask, 'cancelled'>,
  watch: ExportWatch,
): Promise<Result<null, AppError>> {
  const { signal } = watch
  if (signal.aborted) return fail(appError('export.cancelled'))
  const cancelled = new SharedArrayBuffer(4)
  const worker = new Worker(workerFile(import.meta.url, 'worker'), {
    workerData: { ...task, cancelled } satisfies WorkerTask,
    execArgv: [],
    // Rows live for a moment; left alone, the thread keeps a third more memory for them and is no faster.
    resourceLimits: { maxYoungGenerationSizeMb: 16 },
  })
  // It stops by itself, between two rows, or before it has begun.
  const cancel = (): void => {
    Atomics.store(new Int32Array(cancelled), 0, 1)
    worker.postMessage('cancel')
  }
  try {
    return await new Promise((resolve, reject) => {
      signal.addEventListener('abort', cancel, { once: true })
      worker.on('message', (answer: WorkerAnswer) => {
        if (answer.type === 'progress') watch.onProgress(answer.done, answer.total)
        else resolve(answer.type === 'done' ? ok(null) : fail(answer.error))
      })
      worker.once('error', reject)
      worker.once('exit', (code) => reject(new Error(`the export's thread ended with ${code}`)))
    })
  } catch (error) {
    removeTemporary(task)
    throw error
  } finally {
    signal.removeEventListener('abort', cancel)
  }
}

function removeTemporary(task: ExportTask): void {
  try {
    rmSync(temporaryFile(task.path, task.jobId), { force: true })
  } catch {
    // Its folder is gone or was never there, and the file with it.
  }
}
