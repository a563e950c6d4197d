// The thread of an import: whatever a file is made to do, the application goes on answering. It reads on a connection that cannot write,
// and another thread writes, so that both cores have their share.
import { parentPort, workerData } from 'node:worker_threads'
import { createData } from '../db/data.ts'
import type { WritableData } from '../db/data.ts'
import { openDatabase } from '../db/open.ts'
import { fail } from '../../shared/base/result.ts'
import { appError } from '../../shared/contract/errors.ts'
import { indexNotesInThread } from '../derived/notesBeside.ts'
import { inOneState } from '../db/longTransaction.ts'
import { giveMemoryBack } from '../node/giveMemoryBack.ts'
import { refusalOfDatabase } from '../db/refusalOfDatabase.ts'
import { emptyLog, prepareForMuch } from '../db/writingMuch.ts'
import type { ImportAsk, ImportSaid, ImportTask } from './protocol.ts'
import { CANCEL } from './protocol.ts'
import { createSession } from './session.ts'
import { writerInThread } from './writeThread.ts'

const task = workerData as ImportTask
const flag = new Int32Array(task.cancelled)
const cancelled = (): boolean => Atomics.load(flag, 0) === CANCEL.cancelled
const commits = (): boolean =>
  Atomics.compareExchange(flag, 0, CANCEL.open, CANCEL.tooLate) !== CANCEL.cancelled
const say = (said: ImportSaid): void => parentPort?.postMessage(said)

let reader: WritableData | null = null
const reading = (): WritableData => (reader ??= createData(openDatabase(task.file, { readonly: true })))

async function writing<T>(work: (data: WritableData) => Promise<T>): Promise<T> {
  const db = openDatabase(task.file)
  prepareForMuch(db)
  try {
    return await work(createData(db))
  } finally {
    db.close()
  }
}

const writer = writerInThread(task.file)
const session = createSession({
  importId: task.importId,
  reading: (work) => reading().reading(() => work(reading())),
  deciding: (work) => inOneState(reading(), work),
  writer,
  watch: { cancelled, commits, onProgress: (progress) => say({ type: 'progress', progress }) },
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
        emptyLog(data.db)
        await indexNotesInThread(data, cancelled)
        emptyLog(data.db)
        return null
      })
    case 'leave':
      await writer.drop()
      reader?.db.close()
      parentPort?.close()
      session.forget()
      giveMemoryBack()
  }
}

parentPort?.on('message', (ask: ImportAsk) => void respond(ask))

/** The thread that writes; this one would be gone. */
const isOutOfMemory = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY'

async function respond(ask: ImportAsk): Promise<void> {
  const { number } = ask
  try {
    say({ type: 'answer', number, answer: await answer(ask) })
  } catch (error) {
    const refusal = isOutOfMemory(error) ? appError('importFile.tooHard') : refusalOfDatabase(error)
    if (refusal === null) return say({ type: 'failed', number, error })
    say({ type: 'answer', number, answer: fail(refusal) })
  }
}
