// Who writes a first fill: few rows are written here, many in a thread of their own.
import { Worker } from 'node:worker_threads'
import { appError } from '../../shared/contract/errors.ts'
import type { WritableData } from '../db/data.ts'
import { LOCK_WAIT_MS, leaveLog } from '../db/writingMuch.ts'
import { workerFile } from '../node/workerFile.ts'
import { TeamProblem } from './client.ts'
import type { FillAsk, FillSaid, FillTask } from './fillProtocol.ts'
import type { Batch, FillEnd } from './fillWork.ts'
import { endFill, putBatch } from './fillWork.ts'

export type Filler = {
  /** So many rows at once. */
  mostRows: number
  put(batch: Batch): Promise<void>
  end(end: FillEnd): Promise<void>
  /** Settles when nothing is written any more. */
  close(): Promise<void>
}

/** More are not written here: it would be noticed. */
export const FEW_ROWS = 500
/** Written in half a second; each batch writes the leaves of all indexes once. */
const MANY_ROWS = 20_000

export const fillHere = (data: WritableData, turn: () => Promise<void>): Filler => ({
  mostRows: FEW_ROWS,
  put: async (batch) => {
    putBatch(data, batch)
    await turn()
  },
  end: (end) => endFill(data, end, turn),
  close: () => Promise.resolve(),
})

/** `stopped`: the program ends; what is being written then is taken back. */
export function fillInThread(data: WritableData, file: string, stopped: AbortSignal): Filler {
  const asked = new SharedArrayBuffer(4)
  const worker = new Worker(workerFile(import.meta.url, 'fillWorker'), {
    workerData: { file, asked } satisfies FillTask,
    execArgv: [],
    // Rows live for a moment; left alone, the thread keeps far more memory for them.
    resourceLimits: { maxYoungGenerationSizeMb: 16 },
  })
  const gone = new Promise<void>((resolve) => worker.once('exit', () => resolve()))
  let waiting: PromiseWithResolvers<void> | null = null
  let broken: Error | null = null
  worker.on('message', (said: FillSaid) => {
    if (said.done) waiting?.resolve()
    else waiting?.reject(said.problem === null ? new Error(said.message) : new TeamProblem(said.problem))
  })
  const end = (error: Error): void => {
    broken ??= error
    waiting?.reject(error)
  }
  worker.on('error', end)
  worker.once('exit', (code) => end(new Error(`the thread of a first fill ended with ${code}`)))
  const giveUp = (): void => {
    end(new TeamProblem(appError('team.offline')))
    // Not ended from outside while it writes: that can abort the whole program.
    Atomics.store(new Int32Array(asked), 0, 1)
  }
  stopped.addEventListener('abort', giveUp)
  if (stopped.aborted) giveUp()
  // Whoever writes meanwhile without having asked for the way is soon told that it is not free.
  data.db.pragma(`busy_timeout = ${LOCK_WAIT_MS.meanwhile}`)
  const takeLog = leaveLog(data.db)
  const send = (ask: FillAsk): Promise<void> => {
    if (broken !== null) return Promise.reject(broken)
    waiting = Promise.withResolvers<void>()
    worker.postMessage(ask)
    return waiting.promise
  }
  return {
    mostRows: MANY_ROWS,
    put: (batch) => send({ ask: 'put', batch }),
    end: (last) => send({ ask: 'end', end: last }),
    close: async () => {
      stopped.removeEventListener('abort', giveUp)
      worker.postMessage({ ask: 'leave' } satisfies FillAsk)
      await gone
      takeLog()
      data.db.pragma(`busy_timeout = ${LOCK_WAIT_MS.usual}`)
    },
  }
}
