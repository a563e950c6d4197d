// The thread that reads an archive of everything back: counting it all anew and bringing it into the search would keep every window
// waiting.
import { once } from 'node:events'
import { setImmediate as nextTurn } from 'node:timers/promises'
import { parentPort, workerData } from 'node:worker_threads'
import type { Result } from '../../shared/base/result.ts'
import { fail } from '../../shared/base/result.ts'
import type { AppError } from '../../shared/contract/errors.ts'
import { analyse } from '../db/analyse.ts'
import { createData } from '../db/data.ts'
import { openDatabase } from '../db/open.ts'
import { indexNotes } from '../derived/notes.ts'
import { inTransaction } from '../db/longTransaction.ts'
import { refusalOfDatabase } from '../db/refusalOfDatabase.ts'
import { emptyLog, prepareForMuch } from '../db/writingMuch.ts'
import { giveMemoryBack } from '../node/giveMemoryBack.ts'
import type { EverythingCounts, LoadContext } from './loadEverything.ts'
import { brokenReference, loadEverything } from './loadEverything.ts'

export type ReadBackTask = {
  /** The database's file. */
  file: string
  bytes: Uint8Array
  context: LoadContext
  /** Not 0: somebody cancelled. */
  cancelled: SharedArrayBuffer
}
export type ReadBackSaid =
  | { type: 'progress'; done: number; total: number }
  /** Wants a message once whoever cancelled has been heard. */
  | { type: 'heard' }
  | { type: 'read'; read: Result<EverythingCounts, AppError> }

const { file, bytes, context, cancelled } = workerData as ReadBackTask
const flag = new Int32Array(cancelled)
const say = (said: ReadBackSaid): void => parentPort?.postMessage(said)

async function work(): Promise<Result<EverythingCounts, AppError>> {
  const db = openDatabase(file)
  prepareForMuch(db)
  const data = createData(db)
  try {
    const watch = {
      onProgress: (done: number, total: number): void => say({ type: 'progress', done, total }),
      heard: async (): Promise<void> => {
        say({ type: 'heard' })
        if (parentPort !== null) await once(parentPort, 'message')
      },
      cancelled: (): boolean => Atomics.load(flag, 0) !== 0,
    }
    const archive = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    const read = await inTransaction(data, async () => {
      const result = await loadEverything(data, archive, context, watch)
      return { result, keep: result.ok }
    })
    if (!read.ok) return read
    while (indexNotes(data)) await nextTurn()
    analyse(db)
    emptyLog(db)
    return read
  } finally {
    db.close()
  }
}

async function run(): Promise<void> {
  try {
    say({ type: 'read', read: await work() })
  } catch (error) {
    const refusal = brokenReference(error) ?? refusalOfDatabase(error)
    if (refusal === null) throw error
    say({ type: 'read', read: fail(refusal) })
  }
}

void run().finally(giveMemoryBack)
