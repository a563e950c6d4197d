// The exports that run or have run in this process: started, watched, cancelled, and fetched by their job's id.
import type { Language } from '../../shared/base/languages.ts'
import { languageFor } from '../../shared/text/language.ts'
import { extname, resolve } from 'node:path'
import { workDateOf } from '../../shared/base/dayRule.ts'
import { fail, ok } from '../../shared/base/result.ts'
import type { Result } from '../../shared/base/result.ts'
import type { AppEvent } from '../../shared/contract/channel.ts'
import { appError } from '../../shared/contract/errors.ts'
import type { AppError } from '../../shared/contract/errors.ts'
import type { ExportJob, ExportKind } from '../../shared/contract/organisation.ts'
import type { Id } from '../../shared/entities/entity.ts'
import type { Actor } from '../../shared/rules/rule.ts'
import type { Data } from '../db/data.ts'
import type { Ports } from '../ports.ts'
import { dayRule } from '../facts/reads.ts'
import { currentUser, preferences } from '../kept/session.ts'
import type { ExportRequest } from './context.ts'
import { createDownloads } from './downloads.ts'
import { runInThread } from './exportThread.ts'
import { exportFileName } from './fileName.ts'
import type { ExportTask, ExportWatch } from './runExport.ts'
import { fileProblem } from './targetFile.ts'
import type { Template } from './template/template.ts'
import { exportWords } from './words/words.ts'

/** `path`: where to write; `template`: a workbook of the person's own, which is filled. */
export type StartOptions = { path?: string; template?: Template }

export interface ExportJobs {
  /**
   * Asks where to save (unless `path` says it, or there is no dialog), then writes in the background. Refused:
   * export.cancelled where the person changed their mind, notFound.* for an unknown user or customer.
   */
  start(what: ExportKind, options?: StartOptions): Promise<Result<{ jobId: Id }, AppError>>
  get(jobId: Id): ExportJob | null
  cancel(jobId: Id): Result<null, AppError>
  /** A finished workbook that is offered as a download; null for others. */
  file(jobId: Id): { path: string; fileName: string } | null
  /** Cancels what runs, waits for it, and takes the downloads away. */
  close(): Promise<void>
}

export type ExportJobsDeps = {
  ports: Pick<Ports, 'clock' | 'newId' | 'log' | 'dataDir' | 'askSavePath' | 'version' | 'systemZone'>
  data: Data
  /** The database's file, which a thread reads by itself; null: in memory, read here. */
  file: string | null
  /** Who asks and in which language they read, where that is not whoever sits at this device. */
  asker?(): { actor: Actor; language: Language }
  publish(event: AppEvent): void
}

type Running = {
  job: ExportJob
  /** Who began it: for nobody else, but those who lead. */
  userId: Id | null
  path: string
  download: boolean
  cancelled: AbortController
  ended: Promise<void>
}

/** Events of one job's progress, about. */
const STEPS = 50
/** Ended jobs that are still known; older ones are forgotten with their downloads. */
const MAX_KNOWN = 50

export function createExportJobs(deps: ExportJobsDeps): ExportJobs {
  const { ports, data } = deps
  const jobs = new Map<Id, Running>()
  const downloads = createDownloads(ports.dataDir)

  const start: ExportJobs['start'] = async (what, options = {}) => {
    const request = requestFor(what, options.template, deps)
    const named = exportFileName(data, what, exportWords(request.language))
    if (!named.ok) return named
    const fileName = named.value
    const jobId = ports.newId()
    let path: string
    const download = options.path === undefined && ports.askSavePath === undefined
    try {
      const chosen =
        options.path ?? (download ? downloads.place(jobId, fileName) : await ports.askSavePath?.(fileName))
      if (chosen === null || chosen === undefined) return fail(appError('export.cancelled'))
      path = resolve(
        options.path === undefined && extname(chosen) === '' ? `${chosen}${extname(fileName)}` : chosen,
      )
    } catch (error) {
      const problem = fileProblem(error, ports.dataDir ?? '')
      if (problem === null) throw error
      return fail(problem)
    }
    const job: ExportJob = {
      jobId,
      kind: what.kind,
      fileName,
      state: 'running',
      done: 0,
      total: 0,
      path: null,
      error: null,
    }
    const running: Running = {
      job,
      userId: request.actor?.userId ?? null,
      path,
      download,
      cancelled: new AbortController(),
      ended: Promise.resolve(),
    }
    jobs.set(jobId, running)
    deps.publish({ type: 'export', job })
    running.ended = follow(running, { jobId, path, request })
    forgetOld()
    return ok({ jobId })
  }

  const update = (running: Running, change: Partial<ExportJob>): void => {
    running.job = { ...running.job, ...change }
    deps.publish({ type: 'export', job: running.job })
  }

  const follow = async (running: Running, task: ExportTask): Promise<void> => {
    let published = 0
    const onProgress = (done: number, total: number): void => {
      if (total === running.job.total && done - published < Math.max(500, total / STEPS)) return
      published = done
      update(running, { done, total })
    }
    try {
      const result = await run(task, { signal: running.cancelled.signal, onProgress })
      if (result.ok) {
        const { total } = running.job
        update(running, { state: 'done', done: total, path: running.download ? null : running.path })
      } else {
        const cancelled = result.error.code === 'export.cancelled'
        update(running, {
          state: cancelled ? 'cancelled' : 'failed',
          error: cancelled ? null : result.error,
        })
      }
    } catch (error) {
      ports.log.error('export', error, { jobId: task.jobId, kind: running.job.kind })
      update(running, { state: 'failed', error: appError('export.failed') })
    }
    if (running.job.state !== 'done') downloads.remove(task.jobId)
  }

  const run = async (task: ExportTask, watch: ExportWatch): Promise<Result<unknown, AppError>> => {
    if (deps.file !== null) return runInThread({ ...task, file: deps.file }, watch)
    // Loaded only here: the application itself has no use for a spreadsheet writer.
    const { runExport } = await import('./runExport.ts')
    return runExport(data, task, watch, true)
  }

  const forgetOld = (): void => {
    for (const [jobId, { job }] of jobs) {
      if (jobs.size <= MAX_KNOWN) return
      if (job.state === 'running') continue
      jobs.delete(jobId)
      downloads.remove(jobId)
    }
  }

  const shown = (jobId: Id): Running | undefined => {
    const running = jobs.get(jobId)
    const { actor } = askerOf(deps)
    return actor?.role === 'employee' && running?.userId !== actor.userId ? undefined : running
  }

  return {
    start,
    get: (jobId) => shown(jobId)?.job ?? null,
    cancel(jobId) {
      const running = shown(jobId)
      if (running === undefined) return fail(appError('notFound.export'))
      running.cancelled.abort()
      return ok(null)
    },
    file(jobId) {
      const running = shown(jobId)
      if (running === undefined || !running.download || running.job.state !== 'done') return null
      return { path: running.path, fileName: running.job.fileName }
    },
    async close() {
      const all = [...jobs.values()]
      for (const { cancelled } of all) cancelled.abort()
      await Promise.all(all.map(({ ended }) => ended))
      downloads.close()
    },
  }
}

function askerOf({ data, asker }: ExportJobsDeps): { actor: Actor | null; language: Language } {
  if (asker !== undefined) return asker()
  const user = currentUser(data)
  return {
    actor: user === null ? null : { userId: user.id, role: user.role },
    language: languageFor(preferences(data).language, [Intl.DateTimeFormat().resolvedOptions().locale]),
  }
}

function requestFor(what: ExportKind, template: Template | undefined, deps: ExportJobsDeps): ExportRequest {
  const { ports, data } = deps
  const now = ports.clock.now()
  return {
    what,
    ...(template === undefined ? {} : { template }),
    now,
    today: workDateOf(now, dayRule(data)),
    zone: ports.systemZone(),
    ...askerOf(deps),
    version: ports.version,
  }
}
