// The thread that writes an import, while another decides on what comes next. It does one thing after the other, as it is asked.
import { parentPort, workerData } from 'node:worker_threads'
import type { Result } from '../../shared/base/result.ts'
import { fail, ok } from '../../shared/base/result.ts'
import type { AppError } from '../../shared/contract/errors.ts'
import { appError } from '../../shared/contract/errors.ts'
import type { Id } from '../../shared/entities/entity.ts'
import { createData } from '../db/data.ts'
import type { WritableData } from '../db/data.ts'
import { openDatabase } from '../db/open.ts'
import { refusalOfDatabase } from '../db/refusalOfDatabase.ts'
import { giveMemoryBack } from '../node/giveMemoryBack.ts'
import { prepareForMuch } from '../db/writingMuch.ts'
import type { Writing } from './write.ts'
import { beginWriting } from './write.ts'
import type { WriterAsk, WriterSaid, WriterTask } from './writeProtocol.ts'
import { receivedPart } from './writeProtocol.ts'

const { file } = workerData as WriterTask
let data: WritableData | null = null
let writing: Writing | null = null
/** Then nothing more is written. */
let refusal: AppError | null = null

function opened(): WritableData {
  if (data !== null) return data
  const db = openDatabase(file)
  prepareForMuch(db)
  return (data = createData(db))
}

// Opened before it is asked for; what is in the way is said when it is.
try {
  opened()
} catch {
  data = null
}

function answer(ask: WriterAsk): Result<Id | null, AppError> {
  switch (ask.ask) {
    case 'begin':
      writing = beginWriting(opened(), ask.commit)
      return ok(null)
    case 'add': {
      if (refusal !== null) return fail(refusal)
      const { part, textOf } = receivedPart(ask)
      const added = begun().add(part, textOf)
      if (!added.ok) refusal = added.error
      return added
    }
    case 'end':
      return refusal === null ? ok(begun().end()) : fail(refusal)
    case 'drop':
      writing?.drop()
      return ok(null)
    case 'leave':
      parentPort?.close()
      data?.db.close()
      data = writing = null
      giveMemoryBack()
      return ok(null)
  }
}

const begun = (): Writing => {
  if (writing === null) throw new Error('an import is written that was not begun')
  return writing
}

parentPort?.on('message', (ask: WriterAsk) => {
  const say = (said: WriterSaid): void => parentPort?.postMessage(said)
  try {
    say({ type: 'answer', answer: answer(ask) })
  } catch (error) {
    // SQLite takes back what failed badly: what came after it would stand alone.
    const refused = refusalOfDatabase(error)
    refusal = refused ?? appError('internal')
    say(refused === null ? { type: 'failed', error } : { type: 'answer', answer: fail(refused) })
  }
})
