// The import that somebody is at: one at a time, from the files that they chose to the change. While it writes, other changes wait.
import { fail, ok } from '../../shared/base/result.ts'
import type { Result } from '../../shared/base/result.ts'
import type { AppEvent, Reply } from '../../shared/contract/channel.ts'
import type { ParsedArgsOf } from '../../shared/contract/contract.ts'
import type { AppError } from '../../shared/contract/errors.ts'
import { appError } from '../../shared/contract/errors.ts'
import type { ImportProgress, TimeImportReport, TimeImportRow } from '../../shared/contract/timeImport.ts'
import type { Id } from '../../shared/entities/entity.ts'
import type { WritableData } from '../db/data.ts'
import type { Ports } from '../ports.ts'
import type { QueryContext } from '../queries/query.ts'
import { teamState } from '../team/state.ts'
import { LOCK_WAIT_MS, leaveLog } from '../db/writingMuch.ts'
import type { ImportThread } from './importThread.ts'
import { rememberMapping, rememberedMappings } from './mappings.ts'
import type { ImportContext, ImportInput } from './session.ts'
import type { Uploads } from './uploads.ts'

export type Imports = {
  open(args: ParsedArgsOf<'import.open'>, ctx: QueryContext): Promise<Reply<TimeImportReport>>
  check(args: ParsedArgsOf<'import.check'>, ctx: QueryContext): Promise<Reply<TimeImportReport>>
  rows(
    args: ParsedArgsOf<'import.rows'>,
    ctx: QueryContext,
  ): Promise<Reply<{ rows: TimeImportRow[]; total: number }>>
  run(args: ParsedArgsOf<'import.run'>, ctx: QueryContext): Promise<Reply<TimeImportReport>>
  cancel(importId: Id, ctx: QueryContext): Result<null, AppError>
  end(importId: Id, ctx: QueryContext): Promise<Result<null, AppError>>
  /** Settles when nothing is written here any more; null: nothing is. */
  writing(): Promise<void> | null
  /** The same until all of it is in the search as well: what nobody waits for comes after that. */
  settling(): Promise<unknown> | null
  close(): Promise<void>
}

export type ImportsDeps = {
  ports: Pick<Ports, 'newId' | 'log' | 'clock'>
  data: WritableData
  /** null: in memory, and read here. */
  file: string | null
  uploads: Uploads
  publish(event: AppEvent): void
}

type Current = { importId: Id; userId: Id; thread: ImportThread; busy: 'reading' | 'writing' | null }

export function createImports(deps: ImportsDeps): Imports {
  const { ports, data, uploads, publish } = deps
  let current: Current | null = null
  let written: Promise<void> | null = null
  let indexing: Promise<unknown> | null = null

  const mine = (importId: Id, { actor }: QueryContext): Current | null =>
    current !== null && current.importId === importId && current.userId === actor?.userId ? current : null

  const contextOf = ({ actor, now, today, zone }: QueryContext): ImportContext | null =>
    actor === null ? null : { actor, now, today, zone }

  async function threadFor(importId: Id): Promise<ImportThread> {
    let told = 0
    const onProgress = (progress: Omit<ImportProgress, 'importId'>): void => {
      const now = ports.clock.monotonic()
      if (now - told < PROGRESS_MS && progress.done < progress.total) return
      told = now
      publish({ type: 'import', progress: { importId, ...progress } })
    }
    const remembered = rememberedMappings(data)
    if (deps.file !== null) {
      const { startImportThread } = await import('./importThread.ts')
      return startImportThread({ importId, file: deps.file, remembered }, onProgress, ports.log)
    }
    const { importHere } = await import('./importHere.ts')
    return importHere({ importId, data, remembered, onProgress })
  }

  const drop = async (): Promise<void> => {
    const was = current
    current = null
    if (was?.busy !== null) return was?.thread.close()
    await indexing
    was.thread.leave()
  }

  const isCommitted = (id: Id): boolean => data.get('SELECT 1 FROM commit_log WHERE id = ?', id) !== undefined

  const doing = async <T>(one: Current, busy: 'reading' | 'writing', work: () => Promise<T>): Promise<T> => {
    one.busy = busy
    try {
      return await work()
    } finally {
      one.busy = null
    }
  }

  async function open(
    { uploads: given, paths, options, onlyRead = false }: ParsedArgsOf<'import.open'>,
    query: QueryContext,
  ): ReturnType<Imports['open']> {
    const ctx = contextOf(query)
    if (ctx === null) return fail(appError('setup.missing'))
    // What a device of a team changes is sent act by act; so many at once would be none.
    if (teamState(data) !== null) return fail(appError('import.team'))
    if (current?.busy === 'writing') return fail(appError('import.busy'))
    const inputs: ImportInput[] = (paths ?? []).map((path) => ({ path }))
    for (const { uploadId, name } of given ?? []) {
      const bytes = uploads.bytes(uploadId, ctx.actor.userId)
      if (bytes === null) return fail(appError('importFile.gone'))
      inputs.push({ name, bytes })
    }
    if (inputs.length === 0) return fail(appError('importFile.gone'))
    for (const { uploadId } of given ?? []) uploads.forget(uploadId)
    await drop()
    const importId = ports.newId()
    const one: Current = { importId, userId: ctx.actor.userId, thread: await threadFor(importId), busy: null }
    current = one
    const read = await doing(one, 'reading', () => one.thread.open(inputs, options ?? {}, ctx, onlyRead))
    if (!read.ok && current === one) await drop()
    return read
  }

  async function check(
    { importId, options }: ParsedArgsOf<'import.check'>,
    query: QueryContext,
  ): ReturnType<Imports['check']> {
    const one = mine(importId, query)
    const ctx = contextOf(query)
    if (one === null || ctx === null) return fail(appError('importFile.gone'))
    if (one.busy === 'writing') return fail(appError('import.busy'))
    return doing(one, 'reading', () => one.thread.check(options, ctx))
  }

  async function run(
    { importId, options }: ParsedArgsOf<'import.run'>,
    query: QueryContext,
  ): ReturnType<Imports['run']> {
    const one = mine(importId, query)
    const ctx = contextOf(query)
    if (one === null || ctx === null) return fail(appError('importFile.gone'))
    if (one.busy !== null) return fail(appError('import.busy'))
    const { promise, resolve } = Promise.withResolvers<void>()
    written = promise
    if (deps.file !== null) data.db.pragma(`busy_timeout = ${LOCK_WAIT_MS.meanwhile}`)
    const takeLog = deps.file === null ? () => undefined : leaveLog(data.db)
    const id = ports.newId()
    let ran
    try {
      ran = await doing(one, 'writing', () => one.thread.run(options, ctx, id))
    } catch (error) {
      takeLog()
      // Its thread died before it could say that it is done.
      if (isCommitted(id)) publish({ type: 'changed', entities: 'all', commitId: id })
      throw error
    } finally {
      if (deps.file !== null) data.db.pragma(`busy_timeout = ${LOCK_WAIT_MS.usual}`)
      data.forget()
      written = null
      resolve()
    }
    if (!ran.ok) {
      takeLog()
      return ran
    }
    const { report, commitId, signature } = ran.value
    try {
      rememberMapping(data, signature, report.options)
    } catch (error) {
      // It is imported, whatever else the disk refuses.
      ports.log.error('import.mapping', error)
    }
    if (commitId === null) {
      takeLog()
      return ok(report)
    }
    publish({ type: 'changed', entities: 'all', commitId })
    indexing = one.thread
      .index()
      .then(() => publish({ type: 'changed', entities: ['timeEntry'], commitId: null }))
      .catch((error: unknown) => ports.log.error('import.index', error))
      .finally(() => {
        takeLog()
        indexing = null
      })
    return { ok: true, value: report, commitId }
  }

  return {
    open,
    check,
    run,
    async rows({ importId, state, offset, limit }, query) {
      const one = mine(importId, query)
      return one === null
        ? fail(appError('importFile.gone'))
        : ok(await one.thread.rows(state, offset, limit))
    },
    cancel(importId, query) {
      mine(importId, query)?.thread.cancel()
      return ok(null)
    },
    async end(importId, query) {
      const one = mine(importId, query)
      if (one !== null && one.busy !== 'writing') await drop()
      return ok(null)
    },
    writing: () => written,
    settling: () => written ?? indexing,
    async close() {
      const was = current
      current = null
      if (was?.busy !== null) was?.thread.cancel()
      await written
      await indexing
      await was?.thread.close()
    },
  }
}

const PROGRESS_MS = 100
