// An import in a thread of its own, asked as if it were here. What cannot be cancelled in time is ended.
import { setTimeout as wait } from 'node:timers/promises'
import { Worker } from 'node:worker_threads'
import { fail } from '../../shared/base/result.ts'
import type { AppError } from '../../shared/contract/errors.ts'
import { appError } from '../../shared/contract/errors.ts'
import type { Result } from '../../shared/base/result.ts'
import { workerFile } from '../node/workerFile.ts'
import type { Log } from '../ports.ts'
import type { ImportAnswers, ImportAsk, ImportAsks, ImportSaid, ImportTask } from './protocol.ts'
import { CANCEL } from './protocol.ts'
import type { ImportSession, ImportWatch } from './session.ts'

export type ImportThread = {
  open: ImportSession['open']
  check: ImportSession['check']
  run: ImportSession['run']
  rows(...args: Parameters<ImportSession['rows']>): Promise<ReturnType<ImportSession['rows']>>
  index(): Promise<null>
  cancel(): void
  /** It ends in its own time, as what it holds is let go of there; nothing is asked of it any more. */
  leave(): void
  close(): Promise<void>
}

const MOST_MEMORY_MB = 1024
/** Longer a reader of other people's making may not take to notice that it is wanted no more. */
const CANCEL_MS = 10_000
/** The same where the application ends meanwhile. */
const CLOSE_MS = 2_000

export function startImportThread(
  task: Omit<ImportTask, 'cancelled'>,
  onProgress: ImportWatch['onProgress'],
  log: Log,
): ImportThread {
  const cancelled = new SharedArrayBuffer(4)
  const flag = new Int32Array(cancelled)
  const worker = new Worker(workerFile(import.meta.url, 'importWorker'), {
    workerData: { ...task, cancelled } satisfies ImportTask,
    execArgv: [],
    resourceLimits: { maxOldGenerationSizeMb: MOST_MEMORY_MB, maxYoungGenerationSizeMb: 16 },
  })
  const waiting = new Map<number, PromiseWithResolvers<unknown>>()
  let asked = 0
  let dead: Error | null = null
  const end = (error: Error): void => {
    dead ??= error
    for (const { reject } of waiting.values()) reject(error)
    waiting.clear()
  }
  worker.on('message', (said: ImportSaid) => {
    if (said.type === 'progress') return onProgress(said.progress)
    const waits = waiting.get(said.number)
    waiting.delete(said.number)
    if (said.type === 'answer') waits?.resolve(said.answer)
    else waits?.reject(said.error)
  })
  worker.on('error', end)
  const { promise: gone, resolve: ended } = Promise.withResolvers<void>()
  worker.on('exit', (code) => {
    ended()
    end(new Error(`the import's thread ended with ${code}`))
  })
  worker.unref()

  const send = async <A extends keyof ImportAsks>(
    ask: A,
    what: ImportAsks[A],
    transfer: ArrayBuffer[] = [],
  ): Promise<ImportAnswers[A]> => {
    if (dead !== null) throw dead
    const number = ++asked
    // What is asked meanwhile is no reason to go on with what was cancelled.
    if (waiting.size === 0) Atomics.store(flag, 0, CANCEL.open)
    const answer = Promise.withResolvers<unknown>()
    waiting.set(number, answer)
    worker.ref()
    worker.postMessage({ ...what, ask, number }, transfer)
    try {
      return (await answer.promise) as ImportAnswers[A]
    } finally {
      if (waiting.size === 0) worker.unref()
    }
  }
  const isCancelled = (): boolean => Atomics.load(flag, 0) === CANCEL.cancelled
  const cancel = (): void => void Atomics.compareExchange(flag, 0, CANCEL.open, CANCEL.cancelled)
  const leave = (): void => {
    cancel()
    dead ??= new Error('the import is closed')
    worker.postMessage({ ask: 'leave', number: 0 } satisfies ImportAsk)
  }
  const diedDeciding = (): boolean => dead !== null && Atomics.load(flag, 0) !== CANCEL.tooLate
  /** A thread that died of the file says so. */
  const orRefusal = async <T>(
    ask: () => Promise<Result<T, AppError>>,
    isOfFile = (): boolean => true,
  ): Promise<Result<T, AppError>> => {
    if (dead !== null) return fail(appError('importFile.gone'))
    try {
      return await ask()
    } catch (error) {
      if (isCancelled()) return fail(appError('import.cancelled'))
      if (!isOfFile()) throw error
      log.error('import', error)
      return fail(appError('importFile.tooHard'))
    }
  }
  return {
    open: (inputs, options, ctx, onlyRead) => {
      const buffers = inputs.flatMap((input) =>
        'bytes' in input &&
        input.bytes.buffer instanceof ArrayBuffer &&
        input.bytes.byteLength === input.bytes.buffer.byteLength
          ? [input.bytes.buffer]
          : [],
      )
      return orRefusal(() => send('open', { inputs: [...inputs], options, ctx, onlyRead }, buffers))
    },
    check: (options, ctx) => orRefusal(() => send('check', { options, ctx })),
    run: (options, ctx, commitId) => orRefusal(() => send('run', { options, ctx, commitId }), diedDeciding),
    rows: (state, offset, limit) => send('rows', { state, offset, limit }),
    index: () => send('index', {}),
    cancel() {
      cancel()
      if (waiting.size > 0)
        setTimeout(() => waiting.size > 0 && isCancelled() && void worker.terminate(), CANCEL_MS).unref()
    },
    leave,
    // Not ended from outside while it reads the database: that can abort the whole program.
    close: async () => {
      cancel()
      const late = wait(CLOSE_MS, undefined, { ref: false })
      await Promise.race([Promise.allSettled([...waiting.values()].map(({ promise }) => promise)), late])
      leave()
      await Promise.race([gone, late])
      await worker.terminate()
    },
  }
}
