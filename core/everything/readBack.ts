// Brings an archive of everything into this Daybook, which is empty: in a thread of its own, so that nobody sees a part of it or waits.
import { readFile, stat } from 'node:fs/promises'
import { basename } from 'node:path'
import { setImmediate as nextTurn } from 'node:timers/promises'
import { Worker } from 'node:worker_threads'
import { fail } from '../../shared/base/result.ts'
import type { Result } from '../../shared/base/result.ts'
import type { Reply } from '../../shared/contract/channel.ts'
import type { ParsedArgsOf } from '../../shared/contract/contract.ts'
import type { AppError } from '../../shared/contract/errors.ts'
import { appError } from '../../shared/contract/errors.ts'
import { analyse } from '../db/analyse.ts'
import type { WritableData } from '../db/data.ts'
import type { Db } from '../db/open.ts'
import { indexNotes } from '../derived/notes.ts'
import type { DeviceDeps } from '../device.ts'
import { organisationOf } from '../facts/reads.ts'
import { inTransaction } from '../db/longTransaction.ts'
import { LOCK_WAIT_MS, leaveLog } from '../db/writingMuch.ts'
import type { QueryContext } from '../queries/query.ts'
import { workerFile } from '../node/workerFile.ts'
import type { Log } from '../ports.ts'
import type { EverythingCounts, LoadContext, Watch } from './loadEverything.ts'
import { brokenReference, loadEverything } from './loadEverything.ts'
import type { ReadBackSaid, ReadBackTask } from './readBackWorker.ts'

type Read = Result<EverythingCounts, AppError>
type Deps = Pick<DeviceDeps, 'data' | 'file' | 'ports' | 'publish' | 'uploads'>

export async function readBack(
  args: ParsedArgsOf<'everything.load'>,
  ctx: QueryContext,
  { data, file, ports, publish, uploads }: Deps,
  cancelled: () => boolean,
): Promise<Reply<EverythingCounts>> {
  if (organisationOf(data) !== null) return fail(appError('everything.notEmpty'))
  const bytes =
    args.path === undefined ? uploads.bytes(args.uploadId ?? '', null) : await fileBytes(args.path)
  if (bytes === null) return fail(appError('importFile.gone'))
  if ('error' in bytes) return bytes
  if (args.uploadId !== undefined) uploads.forget(args.uploadId)
  const context = { commitId: ports.newId(), now: ctx.now }
  let told = -Infinity
  const onProgress = (done: number, total: number): void => {
    const now = ports.clock.monotonic()
    if (now - told < PROGRESS_MS && done < total) return
    told = now
    publish({ type: 'everything', progress: { done, total } })
  }
  const watch = { onProgress, heard: nextTurn, cancelled }
  const read =
    file === null
      ? await readHere(data, bytes, context, watch)
      : await readInThread(data.db, { file, bytes, context }, watch, ports.log)
  data.forget()
  if (!read.ok) return read
  publish({ type: 'changed', entities: 'all', commitId: null })
  publish({ type: 'deviceChanged' })
  return read
}

/** For a database in memory, which no thread can open. */
async function readHere(
  data: WritableData,
  bytes: Buffer,
  context: LoadContext,
  watch: Watch,
): Promise<Read> {
  try {
    const read = await inTransaction(data, async () => {
      const result = await loadEverything(data, bytes, context, watch)
      return { result, keep: result.ok }
    })
    if (!read.ok) return read
    while (indexNotes(data)) await nextTurn()
    analyse(data.db)
    return read
  } catch (error) {
    const refusal = brokenReference(error)
    if (refusal === null) throw error
    return fail(refusal)
  }
}

async function readInThread(
  db: Db,
  task: Omit<ReadBackTask, 'cancelled'>,
  { onProgress, heard, cancelled }: Watch,
  log: Log,
): Promise<Read> {
  const shared = new SharedArrayBuffer(4)
  const flag = new Int32Array(shared)
  db.pragma(`busy_timeout = ${LOCK_WAIT_MS.meanwhile}`)
  const takeLog = leaveLog(db)
  const tellCancelled = (): void => {
    if (cancelled()) Atomics.store(flag, 0, 1)
  }
  try {
    return await new Promise<Read>((resolve, reject) => {
      const worker = new Worker(workerFile(import.meta.url, 'readBackWorker'), {
        workerData: { ...task, cancelled: shared } satisfies ReadBackTask,
        // Handed over and not copied, where nothing else is in its memory.
        transferList:
          task.bytes.buffer instanceof ArrayBuffer && task.bytes.byteLength === task.bytes.buffer.byteLength
            ? [task.bytes.buffer]
            : [],
        execArgv: [],
        // Rows live for a moment; left alone, the thread keeps far more memory for them.
        resourceLimits: { maxYoungGenerationSizeMb: 16 },
      })
      worker.on('message', (said: ReadBackSaid) => {
        if (said.type === 'read') return resolve(said.read)
        if (said.type === 'progress') onProgress(said.done, said.total)
        if (said.type === 'heard') return void heard().then(() => worker.postMessage(tellCancelled()))
        tellCancelled()
      })
      worker.on('error', (error) => {
        log.error('readBack', error)
        reject(error)
      })
      worker.on('exit', () => resolve(fail(appError('internal'))))
    })
  } finally {
    takeLog()
    db.pragma(`busy_timeout = ${LOCK_WAIT_MS.usual}`)
  }
}

const PROGRESS_MS = 100

async function fileBytes(path: string): Promise<Buffer | { ok: false; error: AppError }> {
  const values = { file: basename(path) }
  try {
    const found = await stat(path)
    // A device or a pipe may never end.
    return found.isFile() ? await readFile(path) : fail(appError('importFile.notReadable', { values }))
  } catch (error) {
    if (error instanceof Error && 'code' in error) return fail(appError('importFile.notReadable', { values }))
    throw error
  }
}
