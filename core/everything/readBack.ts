// Brings an archive of everything into this Daybook, which is empty: on a connection of its own, so that nobody sees a part of it.
import { readFile, stat } from 'node:fs/promises'
import { basename } from 'node:path'
import { setImmediate as nextTurn } from 'node:timers/promises'
import { fail } from '../../shared/base/result.ts'
import type { Result } from '../../shared/base/result.ts'
import type { Reply } from '../../shared/contract/channel.ts'
import type { ParsedArgsOf } from '../../shared/contract/contract.ts'
import type { AppError } from '../../shared/contract/errors.ts'
import { appError } from '../../shared/contract/errors.ts'
import { analyse } from '../db/analyse.ts'
import { createData } from '../db/data.ts'
import { openDatabase } from '../db/open.ts'
import { indexNotes } from '../derived/notes.ts'
import type { DeviceDeps } from '../device.ts'
import { organisationOf } from '../facts/reads.ts'
import { inTransaction, LOCK_WAIT_MS } from '../imports/bulk.ts'
import type { QueryContext } from '../queries/query.ts'
import type { EverythingCounts } from './loadEverything.ts'
import { loadEverything } from './loadEverything.ts'

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
  const db = file === null ? data.db : openDatabase(file)
  const own = file === null ? data : createData(db)
  let read: Result<EverythingCounts, AppError>
  if (file !== null) data.db.pragma(`busy_timeout = ${LOCK_WAIT_MS.meanwhile}`)
  try {
    read = await inTransaction(own, async () => {
      const result = await loadEverything(own, bytes, context, { onProgress, cancelled })
      return { result, keep: result.ok }
    })
  } catch (error) {
    // What refers to nothing shows at the end of the transaction.
    if (error instanceof Error && 'code' in error && String(error.code).startsWith('SQLITE_CONSTRAINT'))
      return fail(appError('everything.broken', { values: { file: 'data', line: 0 } }))
    throw error
  } finally {
    if (file !== null) {
      db.close()
      data.db.pragma(`busy_timeout = ${LOCK_WAIT_MS.usual}`)
    }
  }
  if (!read.ok) return read
  data.forget()
  while (indexNotes(data)) await nextTurn()
  analyse(data.db)
  publish({ type: 'changed', entities: 'all', commitId: null })
  publish({ type: 'deviceChanged' })
  return read
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
