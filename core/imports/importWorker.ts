// The thread of an import: whatever a file is made to do, the application goes on answering. It reads on a connection that cannot write,
// and opens one that can only for the change itself.
import { parentPort, workerData } from 'node:worker_threads'
import { createData } from '../db/data.ts'
import type { WritableData } from '../db/data.ts'
import { openDatabase } from '../db/open.ts'
import { toDatabaseProblem } from '../db/sqliteError.ts'
import { fail } from '../../shared/base/result.ts'
import { appError } from '../../shared/contract/errors.ts'
import { indexNotes } from '../derived/notes.ts'
import { setImmediate as nextTurn } from 'node:timers/promises'
import { inTransaction } from './bulk.ts'
import type { ImportAsk, ImportSaid, ImportTask } from './protocol.ts'
import { createSession } from './session.ts'

const task = workerData as ImportTask
const flag = new Int32Array(task.cancelled)
const cancelled = (): boolean => Atomics.load(flag, 0) !== 0
const say = (said: ImportSaid): void => parentPort?.postMessage(said)

let reader: WritableData | null = null
const reading = (): WritableData => (reader ??= createData(openDatabase(task.file, { readonly: true })))

async function writing<T>(work: (data: WritableData) => Promise<T>): Promise<T> {
  const db = openDatabase(task.file)
  // Otherwise a large change is written again and again on its way to the log.
  db.pragma('cache_size = -24000')
  try {
    return await work(createData(db))
  } finally {
    db.close()
  }
}

const session = createSession({
  importId: task.importId,
  reading: (work) => reading().reading(() => work(reading())),
  bulk: (work) => writing((data) => inTransaction(data, work)),
  watch: { cancelled, onProgress: (progress) => say({ type: 'progress', progress }) },
  remembered: task.remembered,
})

async function answer(ask: ImportAsk): Promise<unknown> {
  switch (ask.ask) {
    case 'open':
      return session.open(ask.inputs, ask.options, ask.ctx, ask.onlyRead)
    case 'check':
      return session.check(ask.options, ask.ctx)
    case 'run':
      return session.run(ask.options, ask.ctx, ask.commitId)
    case 'rows':
      return session.rows(ask.state, ask.offset, ask.limit)
    case 'index':
      return writing(async (data) => {
        while (!cancelled() && indexNotes(data)) await nextTurn()
        return null
      })
  }
}

parentPort?.on('message', (ask: ImportAsk) => void respond(ask))

async function respond(ask: ImportAsk): Promise<void> {
  const { number } = ask
  try {
    say({ type: 'answer', number, answer: await answer(ask) })
  } catch (error) {
    const problem = toDatabaseProblem(error)
    if (problem === null) return say({ type: 'failed', number, error })
    const details = { values: { file: String(problem.details.file ?? '') } }
    say({ type: 'answer', number, answer: fail(appError(problem.code, details)) })
  }
}
