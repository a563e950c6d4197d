// The undo of what was imported: of so many changes that taking them back here would keep every window waiting, so a thread does it.
import { Worker } from 'node:worker_threads'
import { fail, ok } from '../../shared/base/result.ts'
import type { Result } from '../../shared/base/result.ts'
import type { AppEvent, Reply } from '../../shared/contract/channel.ts'
import type { AppError } from '../../shared/contract/errors.ts'
import { appError } from '../../shared/contract/errors.ts'
import type { Id } from '../../shared/entities/entity.ts'
import { changesIn, originalCommand } from '../commands/undo.ts'
import type { WritableData } from '../db/data.ts'
import { LOCK_WAIT_MS, leaveLog } from '../db/writingMuch.ts'
import { IMPORT_COMMAND } from '../imports/write.ts'
import { workerFile } from '../node/workerFile.ts'
import type { Ports } from '../ports.ts'
import type { QueryContext } from '../queries/query.ts'
import { isInTeam } from '../team/state.ts'
import type { UndoSaid, UndoTask } from './undoWorker.ts'

export type Undos = {
  /** null: it is no such undo, and is done where all commands are. */
  apart(name: string, args: object, ctx: QueryContext): Promise<Reply<null>> | null
  /** Settles when nothing is written here any more; null: nothing is. */
  writing(): Promise<void> | null
  /** The same until all of it is out of the search as well. */
  settling(): Promise<unknown> | null
}

export type UndosDeps = {
  ports: Pick<Ports, 'newId' | 'log'>
  data: WritableData
  /** null: in memory, where no thread can come in. */
  file: string | null
  publish(event: AppEvent): void
}

/** Fewer are taken back before anybody notices. */
const MANY = 2_000

export function createUndos({ ports, data, file, publish }: UndosDeps): Undos {
  let written: Promise<void> | null = null
  let ended: Promise<void> | null = null

  async function run(task: UndoTask): Promise<Reply<null>> {
    const { promise, resolve } = Promise.withResolvers<void>()
    written = promise
    data.db.pragma(`busy_timeout = ${LOCK_WAIT_MS.meanwhile}`)
    let undone: Result<null, AppError>
    try {
      undone = await inThread(task)
    } finally {
      data.db.pragma(`busy_timeout = ${LOCK_WAIT_MS.usual}`)
      data.forget()
      written = null
      resolve()
    }
    if (!undone.ok) return undone
    publish({ type: 'changed', entities: 'all', commitId: task.id })
    return { ok: true, value: null, commitId: task.id }
  }

  return {
    apart(name, args, { actor, now, today, zone }) {
      // In a team it is sent as an act, which a thread does not record.
      if (name !== 'change.undo' || file === null || actor === null || isInTeam(data)) return null
      const commitId = 'commitId' in args ? String(args.commitId) : ''
      if (changesIn(data, commitId, MANY) < MANY || originalCommand(data, commitId) !== IMPORT_COMMAND)
        return null
      const id: Id = ports.newId()
      return run({ file, id, args: { ...args, commitId }, ctx: { actor, now, today, zone } })
    },
    writing: () => written,
    settling: () => written ?? ended,
  }

  function inThread(task: UndoTask): Promise<Result<null, AppError>> {
    const takeLog = leaveLog(data.db)
    const worker = new Worker(workerFile(import.meta.url, 'undoWorker'), {
      workerData: task,
      execArgv: [],
      // Rows live for a moment; left alone, the thread keeps far more memory for them.
      resourceLimits: { maxYoungGenerationSizeMb: 16 },
    })
    const { promise: gone, resolve: end } = Promise.withResolvers<void>()
    ended = gone
    return new Promise((resolve, reject) => {
      worker.on('message', (said: UndoSaid) => resolve(said.error === null ? ok(null) : fail(said.error)))
      // After its answer it only brings the search up to date, which the next start does otherwise.
      worker.on('error', (error) => {
        ports.log.error('undo', error)
        reject(error)
      })
      worker.on('exit', () => {
        takeLog()
        if (ended === gone) ended = null
        end()
        resolve(fail(appError('internal')))
      })
    })
  }
}
