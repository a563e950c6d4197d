// A thread that does one thing after the other, as it is asked; its side is answerAsks.ts. It is not ended from outside while it writes: that
// can abort the whole program.
import { Worker } from 'node:worker_threads'
import type { AppError } from '../../shared/contract/errors.ts'

/** `asked`: 1 once it is to end. */
export type AskedTask<Given> = Given & { asked: SharedArrayBuffer }
/** What it is asked; `leave`: nothing any more. */
export type Asked<Ask> = { what: Ask } | 'leave'
/** `problem`: what a person is told; null: it is a fault, of this program or of what it was given. */
export type Answer = { done: true } | { done: false; problem: AppError | null; message: string }

/** What the thread could not do. */
export class AskFailed extends Error {
  readonly problem: AppError | null
  constructor({ problem, message }: { problem: AppError | null; message: string }) {
    super(message)
    this.problem = problem
  }
}

export type AskedThread<Ask> = {
  /** Settles when it is done; one at a time. */
  ask(what: Ask): Promise<void>
  /** What it is doing is taken back, and whoever waits for it is told this. */
  giveUp(error: Error): void
  /** Settles when it has ended. */
  leave(): Promise<void>
}

export function startAsked<Ask, Given extends object>(file: URL, given: Given): AskedThread<Ask> {
  const asked = new SharedArrayBuffer(4)
  const worker = new Worker(file, {
    workerData: { ...given, asked } satisfies AskedTask<Given>,
    execArgv: [],
    // Rows live for a moment; left alone, the thread keeps far more memory for them.
    resourceLimits: { maxYoungGenerationSizeMb: 16 },
  })
  const gone = new Promise<void>((resolve) => worker.once('exit', () => resolve()))
  let waiting: PromiseWithResolvers<void> | null = null
  let broken: Error | null = null
  worker.on('message', (said: Answer) => {
    if (said.done) waiting?.resolve()
    else waiting?.reject(new AskFailed(said))
  })
  const end = (error: Error): void => {
    broken ??= error
    waiting?.reject(error)
  }
  worker.on('error', end)
  worker.once('exit', (code) => end(new Error(`a thread that was asked ended with ${code}`)))
  const say = (ask: Asked<Ask>): void => worker.postMessage(ask)
  return {
    ask: (what) => {
      if (broken !== null) return Promise.reject(broken)
      waiting = Promise.withResolvers<void>()
      say({ what })
      return waiting.promise
    },
    giveUp: (error) => {
      end(error)
      Atomics.store(new Int32Array(asked), 0, 1)
    },
    leave: async () => {
      say('leave')
      await gone
    },
  }
}
