// The thread that makes the digest of all that is loaded.
import { parentPort, workerData } from 'node:worker_threads'
import { createData } from '../db/data.ts'
import { EndAsked, endable } from '../db/endable.ts'
import { closeDatabase, openDatabase } from '../db/open.ts'
import { giveMemoryBack } from '../node/giveMemoryBack.ts'
import type { DigestTask } from './digestBeside.ts'
import { digestAll } from './loaded.ts'

const { file, asked } = workerData as DigestTask
const db = endable(openDatabase(file, { readonly: true }), () => Atomics.load(new Int32Array(asked), 0) !== 0)
try {
  // One view of the file, while others go on writing to it.
  db.exec('BEGIN')
  parentPort?.postMessage(digestAll(createData(db)))
} catch (error) {
  if (!(error instanceof EndAsked)) throw error
} finally {
  closeDatabase(db)
  giveMemoryBack()
}
