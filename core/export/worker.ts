// The thread that writes a workbook, with a connection of its own that cannot write, so that the application never waits.
import { parentPort, workerData } from 'node:worker_threads'
import { appError } from '../../shared/contract/errors.ts'
import { createData } from '../db/data.ts'
import { closeDatabase, openDatabase } from '../db/open.ts'
import { giveMemoryBack } from '../node/giveMemoryBack.ts'
import type { WorkerAnswer, WorkerTask } from './exportThread.ts'
import { runExport } from './runExport.ts'
import { fileProblem } from './targetFile.ts'

const { file, cancelled: flag, ...task } = workerData as WorkerTask
const cancelled = new AbortController()
/** Before anything of the database is opened, and before a message can be heard. */
const isCancelled = (): boolean => Atomics.load(new Int32Array(flag), 0) !== 0
const say = (answer: WorkerAnswer): void => parentPort?.postMessage(answer)

async function work(): Promise<void> {
  const db = openDatabase(file, { readonly: true })
  try {
    // One state of the data from the first row to the last: figures and entries agree whatever is committed meanwhile.
    db.exec('BEGIN')
    const onProgress = (done: number, total: number): void => say({ type: 'progress', done, total })
    const result = await runExport(createData(db), task, { signal: cancelled.signal, onProgress }, false)
    say(result.ok ? { type: 'done' } : { type: 'refused', error: result.error })
  } finally {
    if (db.inTransaction) db.exec('ROLLBACK')
    closeDatabase(db)
  }
}

parentPort?.once('message', () => cancelled.abort())
void run()

async function run(): Promise<void> {
  try {
    if (isCancelled()) say({ type: 'refused', error: appError('export.cancelled') })
    else await work()
  } catch (error) {
    // A database that cannot be opened has its own words; anything else ends the thread and is logged outside.
    const problem = fileProblem(error, task.path)
    if (problem === null) throw error
    say({ type: 'refused', error: problem })
  } finally {
    // Waiting for a cancel would keep the thread alive.
    parentPort?.close()
    giveMemoryBack()
  }
}
