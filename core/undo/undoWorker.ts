// The thread of an undo: part by part through every guard, and in one transaction, so that all of it is taken back or nothing.
import { parentPort, workerData } from 'node:worker_threads'
import { fail, ok } from '../../shared/base/result.ts'
import type { Result } from '../../shared/base/result.ts'
import type { AppError } from '../../shared/contract/errors.ts'
import { appError } from '../../shared/contract/errors.ts'
import type { Id } from '../../shared/entities/entity.ts'
import { changesIn, undoParts } from '../commands/undo.ts'
import { beginTrail, makeChanges } from '../commit.ts'
import { createData } from '../db/data.ts'
import type { WritableData } from '../db/data.ts'
import { openDatabase } from '../db/open.ts'
import { updateNotes } from '../derived/notes.ts'
import { indexNotesInThread } from '../derived/notesBeside.ts'
import { inTransaction } from '../db/longTransaction.ts'
import { refusalOfDatabase } from '../db/refusalOfDatabase.ts'
import { emptyLog, prepareForMuch } from '../db/writingMuch.ts'
import { CANCEL } from '../imports/protocol.ts'
import { giveMemoryBack } from '../node/giveMemoryBack.ts'
import type { UndoSaid, UndoTask } from './undoProtocol.ts'

const task = workerData as UndoTask
const flag = new Int32Array(task.cancelled)
const cancelled = (): boolean => Atomics.load(flag, 0) === CANCEL.cancelled
const commits = (): boolean =>
  Atomics.compareExchange(flag, 0, CANCEL.open, CANCEL.tooLate) !== CANCEL.cancelled

function takeBack(data: WritableData): Result<null, AppError> {
  const { id, args, ctx } = task
  const info = {
    id,
    at: ctx.now,
    actorId: ctx.actor.userId,
    command: 'change.undo',
    undoes: args.commitId,
    args,
  }
  let made = 0
  const newId = (): Id => (made++ === 0 ? id : `${id}-${made}`)
  const trail = beginTrail(data, info)
  const total = changesIn(data, args.commitId)
  let done = 0
  for (const decision of undoParts(data, args, { ...ctx, newId })) {
    if (!decision.ok) return decision
    if (cancelled()) return fail(appError('undo.cancelled'))
    const effects = data.remembering(() => makeChanges(data, decision.value.changes, info))
    if (!effects.ok) return effects
    updateNotes(data, effects.value)
    trail.add(effects.value)
    done += decision.value.changes.length
    say({ type: 'progress', progress: { done, total } })
  }
  trail.end()
  return task.tries || commits() ? ok(null) : fail(appError('undo.cancelled'))
}

async function work(): Promise<void> {
  const db = openDatabase(task.file)
  prepareForMuch(db)
  const data = createData(db)
  try {
    const undone = await inTransaction(data, () => {
      const result = takeBack(data)
      return Promise.resolve({ result, keep: result.ok && !task.tries })
    })
    say({ type: 'ended', error: undone.ok ? null : undone.error })
    emptyLog(db)
    await indexNotesInThread(data, cancelled)
    emptyLog(db)
  } finally {
    db.close()
  }
}

const say = (said: UndoSaid): void => parentPort?.postMessage(said)

async function run(): Promise<void> {
  try {
    await work()
  } catch (error) {
    const refusal = refusalOfDatabase(error)
    if (refusal === null) throw error
    say({ type: 'ended', error: refusal })
  }
}

void run().finally(giveMemoryBack)
