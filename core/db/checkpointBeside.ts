// Brings what lies in the log into the file, in a thread; else the next commit would, and whoever gave it would wait.
import { Worker } from 'node:worker_threads'
import { workerFile } from '../node/workerFile.ts'

/** Settles when it is done. Where it fails, a later commit does it. */
export const checkpointBeside = (file: string): Promise<void> =>
  new Promise((resolve) => {
    const worker = new Worker(workerFile(import.meta.url, 'checkpointWorker'), { workerData: file })
    worker.once('error', () => resolve())
    worker.once('exit', () => resolve())
  })
