// The thread that writes a first fill: what a large firm has takes a minute, during which the windows go on being answered.
import { setImmediate as nextTurn } from 'node:timers/promises'
import { parentPort, workerData } from 'node:worker_threads'
import { analyse } from '../db/analyse.ts'
import { createData } from '../db/data.ts'
import { endable } from '../db/endable.ts'
import { openDatabase } from '../db/open.ts'
import { emptyLog } from '../db/writingMuch.ts'
import { giveMemoryBack } from '../node/giveMemoryBack.ts'
import { TeamProblem } from './client.ts'
import type { FillAsk, FillSaid, FillTask } from './fillProtocol.ts'
import { endFill, putBatch } from './fillWork.ts'

/** So many notes in one transaction: FTS5 puts together what each of them left. */
const NOTES_AT_ONCE = 20_000

const { file, asked } = workerData as FillTask
const db = endable(openDatabase(file), () => Atomics.load(new Int32Array(asked), 0) !== 0)
// What comes refers to what is still to come.
db.pragma('foreign_keys = OFF')
// The leaves of all indexes of the largest table that a batch writes to; with less, each is written many times.
db.pragma('cache_size = -64000')
db.pragma('wal_autocheckpoint = 8000')
// What came can be fetched again; its end is made durable, and all before it with that.
db.pragma('synchronous = NORMAL')
const data = createData(db)

async function answer(ask: FillAsk): Promise<void> {
  switch (ask.ask) {
    case 'put':
      return putBatch(data, ask.batch)
    case 'end':
      db.pragma('synchronous = FULL')
      await endFill(data, ask.end, () => nextTurn(), NOTES_AT_ONCE)
      analyse(db)
      return emptyLog(db)
    case 'leave':
      parentPort?.close()
      db.close()
      return giveMemoryBack()
  }
}

parentPort?.on('message', (ask: FillAsk) => void respond(ask))

async function respond(ask: FillAsk): Promise<void> {
  const say = (said: FillSaid): void => parentPort?.postMessage(said)
  try {
    await answer(ask)
    if (ask.ask !== 'leave') say({ done: true })
  } catch (error) {
    const problem = error instanceof TeamProblem ? error.error : null
    say({
      done: false,
      problem,
      message: error instanceof Error ? (error.stack ?? error.message) : String(error),
    })
  }
}
