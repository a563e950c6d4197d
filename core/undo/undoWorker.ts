// The thread of an undo: part by part through every guard, and in one transaction, so that all of it is taken back or nothing.
import { parentPort, workerData } from 'node:worker_threads'
import { ok } from '../../shared/base/result.ts'
import type { Result } from '../../shared/base/result.ts'
import type { ParsedArgsOf } from '../../shared/contract/contract.ts'
import type { AppError } from '../../shared/contract/errors.ts'
import type { Id } from '../../shared/entities/entity.ts'
import { undoParts } from '../commands/undo.ts'
import { beginTrail, makeChanges } from '../commit.ts'
import { createData } from '../db/data.ts'
import type { WritableData } from '../db/data.ts'
import { openDatabase } from '../db/open.ts'
import { updateNotes } from '../derived/notes.ts'
import { indexNotesInThread } from '../derived/notesBeside.ts'
import { inTransaction } from '../db/longTransaction.ts'
import { refusalOfDatabase } from '../db/refusalOfDatabase.ts'
import { emptyLog, prepareForMuch } from '../db/writingMuch.ts'
import type { ImportContext } from '../imports/session.ts'

export type UndoTask = { file: string; id: Id; args: ParsedArgsOf<'change.undo'>; ctx: ImportContext }
/** `error` null: it is done. */
export type UndoSaid = { error: AppError | null }

const task = workerData as UndoTask

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
  for (const decision of undoParts(data, args, { ...ctx, newId })) {
    if (!decision.ok) return decision
    const effects = data.remembering(() => makeChanges(data, decision.value.changes, info))
    if (!effects.ok) return effects
    updateNotes(data, effects.value)
    trail.add(effects.value)
  }
  trail.end()
  return ok(null)
}

async function work(): Promise<void> {
  const db = openDatabase(task.file)
  prepareForMuch(db)
  const data = createData(db)
  try {
    const undone = await inTransaction(data, () => {
      const result = takeBack(data)
      return Promise.resolve({ result, keep: result.ok })
    })
    say(undone.ok ? null : undone.error)
    emptyLog(db)
    await indexNotesInThread(data)
    emptyLog(db)
  } finally {
    db.close()
  }
}

const say = (error: AppError | null): void => parentPort?.postMessage({ error } satisfies UndoSaid)

async function run(): Promise<void> {
  try {
    await work()
  } catch (error) {
    const refusal = refusalOfDatabase(error)
    if (refusal === null) throw error
    say(refusal)
  }
}

void run()
