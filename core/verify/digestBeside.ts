// The digest of all that is loaded, in a thread: of a large firm it takes seconds, for which no window is to wait.
import { Worker } from 'node:worker_threads'
import { workerFile } from '../node/workerFile.ts'
import type { Loaded } from './loaded.ts'

/** `asked`: 1 once it is to end. */
export type DigestTask = { file: string; asked: SharedArrayBuffer }

/** null: it was stopped before its end. Throws what its thread did. */
export function digestBeside(file: string, stopped: AbortSignal): Promise<Loaded | null> {
  const asked = new SharedArrayBuffer(4)
  const worker = new Worker(workerFile(import.meta.url, 'digestWorker'), {
    workerData: { file, asked } satisfies DigestTask,
    // Rows live for a moment; left alone, the thread keeps far more memory for them.
    resourceLimits: { maxYoungGenerationSizeMb: 16 },
  })
  // Not ended from outside while it reads: that can abort the whole program.
  const ask = (): void => void Atomics.store(new Int32Array(asked), 0, 1)
  stopped.addEventListener('abort', ask)
  if (stopped.aborted) ask()
  const { promise, resolve, reject } = Promise.withResolvers<Loaded | null>()
  let loaded: Loaded | null = null
  worker.once('message', (said: Loaded) => (loaded = said))
  worker.once('error', reject)
  worker.once('exit', () => resolve(loaded))
  return promise.finally(() => stopped.removeEventListener('abort', ask))
}
