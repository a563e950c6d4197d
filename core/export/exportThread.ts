// Runs one export in a thread of its own and hears how it goes.
import { rmSync } from 'node:fs'
import { Worker } from 'node:worker_threads'
import type { AppError } from '../../shared/contract/errors.ts'
import type { Result } from '../../shared/base/result.ts'
import { fail, ok } from '../../shared/base/result.ts'
import { workerFile } from '../workerFile.ts'
import type { ExportTask, ExportWatch } from './runExport.ts'
import { temporaryFile } from './targetFile.ts'

/** `file`: the database; the thread opens it for reading. */
export type WorkerTask = ExportTask & { file: string }
export type WorkerAnswer =
  { type: 'progress'; done: number; total: number } | { type: 'done' } | { type: 'refused'; error: AppError }

/** Rejects where the thread died; what it had begun to write is then taken away. */
export async function runInThread(task: WorkerTask, watch: ExportWatch): Promise<Result<null, AppError>> {
  try {
    return await new Promise((resolve, reject) => {
      const worker = new Worker(workerFile(import.meta.url, 'worker'), { workerData: task, execArgv: [] })
      const cancel = (): void => worker.postMessage('cancel')
      watch.signal.addEventListener('abort', cancel, { once: true })
      if (watch.signal.aborted) cancel()
      worker.on('message', (answer: WorkerAnswer) => {
        if (answer.type === 'progress') watch.onProgress(answer.done, answer.total)
        else resolve(answer.type === 'done' ? ok(null) : fail(answer.error))
      })
      worker.once('error', reject)
      worker.once('exit', (code) => {
        watch.signal.removeEventListener('abort', cancel)
        reject(new Error(`the export's thread ended with ${code}`))
      })
    })
  } catch (error) {
    try {
      rmSync(temporaryFile(task.path, task.jobId), { force: true })
    } catch {
      // Its folder is gone, and the file with it; the error that matters is the thread's.
    }
    throw error
  }
}
