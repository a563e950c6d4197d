// The undo of what was imported: of so many changes that taking them back here would keep every window waiting, so a thread does it, says
// how far it is, and breaks it off when it is told to.
import { Worker } from 'node:worker_threads'
import { fail, ok } from '../../shared/base/result.ts'
import type { Result } from '../../shared/base/result.ts'
import type { AppEvent, Reply } from '../../shared/contract/channel.ts'
import type { UndoProgress } from '../../shared/contract/entry.ts'
import type { AppError } from '../../shared/contract/errors.ts'
import type { Id } from '../../shared/entities/entity.ts'
import { changesIn, originalCommand } from '../commands/undo.ts'
import type { WritableData } from '../db/data.ts'
import { LOCK_WAIT_MS, leaveLog } from '../db/writingMuch.ts'
import { decideCommand } from '../decide.ts'
import { CANCEL } from '../imports/protocol.ts'
import { IMPORT_COMMAND } from '../imports/write.ts'
import { workerFile } from '../node/workerFile.ts'
import type { Ports } from '../ports.ts'
import type { QueryContext } from '../queries/query.ts'
import { isInTeam } from '../team/state.ts'
import type { UndoSaid, UndoTask } from './undoProtocol.ts'

export type Undos = {
  /** null: it is no such undo, and is done where all commands are. */
  apart(name: string, args: object, ctx: QueryContext): Promise<Reply<null>> | null
  /** Does all that the undo of a change does, and takes it back. */
  attempt(commitId: Id, ctx: QueryContext): Promise<Result<null, AppError>>
  /** Breaks off the undo of that change, if it is not done by then. */
  cancel(commitId: Id): void
  /** Settles when nothing is written here any more; null: nothing is. */
  writing(): Promise<void> | null
  /** The same until all of it is out of the search as well. */
  settling(): Promise<unknown> | null
  close(): Promise<void>
}

export type UndosDeps = {
  ports: Pick<Ports, 'newId' | 'log' | 'clock'>
  data: WritableData
  /** null: in memory, where no thread can come in. */
  file: string | null
  publish(event: AppEvent): void
}

/** Fewer are taken back before anybody notices. */
const MANY = 2_000
const PROGRESS_MS = 100

export function createUndos({ ports, data, file, publish }: UndosDeps): Undos {
  let written: Promise<void> | null = null
  const running = new Set<Running>()

  /** null: it is not one for a thread. */
  function taskOf(commitId: Id, { actor, now, today, zone }: QueryContext): Task | null {
    // In a team it is sent as an act, which a thread does not record.
    if (file === null || actor === null || isInTeam(data)) return null
    if (changesIn(data, commitId, MANY) < MANY || originalCommand(data, commitId) !== IMPORT_COMMAND)
      return null
    return { file, id: ports.newId(), args: { commitId }, ctx: { actor, now, today, zone } }
  }

  async function run(task: Task, tries: boolean): Promise<Result<null, AppError>> {
    const { promise, resolve } = Promise.withResolvers<void>()
    const { commitId } = task.args
    written = promise
    data.db.pragma(`busy_timeout = ${LOCK_WAIT_MS.meanwhile}`)
    try {
      return await inThread(task, tries)
    } catch (error) {
      // Its thread died before it could say that it is done.
      if (isCommitted(task.id)) return ok(null)
      throw error
    } finally {
      data.db.pragma(`busy_timeout = ${LOCK_WAIT_MS.usual}`)
      data.forget()
      written = null
      resolve()
      publish({ type: 'undo', commitId, progress: null })
    }
  }

  async function takeBack(task: Task): Promise<Reply<null>> {
    const undone = await run(task, false)
    if (!undone.ok) return undone
    publish({ type: 'changed', entities: 'all', commitId: task.id })
    return { ok: true, value: null, commitId: task.id }
  }

  const isCommitted = (id: Id): boolean => data.get('SELECT 1 FROM commit_log WHERE id = ?', id) !== undefined

  const allGone = (): Promise<unknown> => Promise.all([...running].map(({ gone }) => gone))

  return {
    apart(name, args, ctx) {
      if (name !== 'change.undo') return null
      const task = taskOf('commitId' in args ? String(args.commitId) : '', ctx)
      return task === null ? null : takeBack(task)
    },
    attempt(commitId, ctx) {
      const task = taskOf(commitId, ctx)
      return task === null ? Promise.resolve(attemptHere(commitId, ctx)) : run(task, true)
    },
    cancel(commitId) {
      for (const one of running) if (one.commitId === commitId) stop(one)
    },
    writing: () => written,
    settling: () => written ?? (running.size === 0 ? null : allGone()),
    async close() {
      for (const one of running) stop(one)
      await written
      // What the search does not know yet the next start brings in.
      for (const { flag } of running) Atomics.store(flag, 0, CANCEL.cancelled)
      await allGone()
    },
  }

  function attemptHere(commitId: Id, ctx: QueryContext): Result<null, AppError> {
    data.run('BEGIN IMMEDIATE')
    try {
      data.lookAgain()
      const decided = decideCommand(data, 'change.undo', { commitId }, ctx, ports.newId())
      return decided.ok ? ok(null) : decided
    } finally {
      data.forget()
      if (data.db.inTransaction) data.db.exec('ROLLBACK')
    }
  }

  function inThread(task: Task, tries: boolean): Promise<Result<null, AppError>> {
    const takeLog = leaveLog(data.db)
    const { commitId } = task.args
    const cancelled = new SharedArrayBuffer(4)
    const worker = new Worker(workerFile(import.meta.url, 'undoWorker'), {
      workerData: { ...task, tries, cancelled } satisfies UndoTask,
      execArgv: [],
      // Rows live for a moment; left alone, the thread keeps far more memory for them.
      resourceLimits: { maxYoungGenerationSizeMb: 16 },
    })
    const { promise: gone, resolve: end } = Promise.withResolvers<void>()
    const one = { commitId, flag: new Int32Array(cancelled), gone }
    running.add(one)
    let told = -Infinity
    const tell = (progress: UndoProgress): void => {
      const now = ports.clock.monotonic()
      if (now - told < PROGRESS_MS && progress.done < progress.total) return
      told = now
      publish({ type: 'undo', commitId, progress })
    }
    return new Promise((resolve, reject) => {
      worker.on('message', (said: UndoSaid) => {
        if (said.type === 'progress') return tell(said.progress)
        resolve(said.error === null ? ok(null) : fail(said.error))
      })
      // After its answer it only brings the search up to date, which the next start does otherwise.
      worker.on('error', (error) => {
        ports.log.error('undo', error)
        reject(error)
      })
      worker.on('exit', (code) => {
        takeLog()
        running.delete(one)
        end()
        reject(new Error(`the undo's thread ended with ${code}`))
      })
    })
  }
}

type Task = Omit<UndoTask, 'tries' | 'cancelled'>
type Running = { commitId: Id; flag: Int32Array; gone: Promise<void> }

const stop = ({ flag }: Running): void => void Atomics.compareExchange(flag, 0, CANCEL.open, CANCEL.cancelled)
