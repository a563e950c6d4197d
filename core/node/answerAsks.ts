// The side of the thread in askedThread.ts: it has a connection to the data, answers what it is asked, and ends when there is nothing more.
import { parentPort, workerData } from 'node:worker_threads'
import type { AppError } from '../../shared/contract/errors.ts'
import { endable } from '../db/endable.ts'
import type { Db } from '../db/open.ts'
import { openDatabase } from '../db/open.ts'
import type { Answer, Asked, AskedTask } from './askedThread.ts'
import { giveMemoryBack } from './giveMemoryBack.ts'

/** On the file that the thread was given; what it is in the middle of is taken back once it is to end. */
export function openAsked(): Db {
  const { file, asked } = workerData as AskedTask<{ file: string }>
  return endable(openDatabase(file), () => Atomics.load(new Int32Array(asked), 0) !== 0)
}

/** `problemOf`: what a person is to be told of an error; null: it is a fault. */
export function answerAsks<Ask>(
  db: Db,
  answer: (ask: Ask) => Promise<void> | void,
  problemOf: (error: unknown) => AppError | null = () => null,
): void {
  const say = (said: Answer): void => parentPort?.postMessage(said)
  const respond = async (ask: Asked<Ask>): Promise<void> => {
    if (ask === 'leave') {
      parentPort?.close()
      db.close()
      giveMemoryBack()
      return
    }
    try {
      await answer(ask.what)
      say({ done: true })
    } catch (error) {
      const message = error instanceof Error ? (error.stack ?? error.message) : String(error)
      say({ done: false, problem: problemOf(error), message })
    }
  }
  parentPort?.on('message', (ask: Asked<Ask>) => void respond(ask))
}
