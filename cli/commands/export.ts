// `daybook export`: writes a workbook and waits for it; Ctrl+C cancels, and then no file is left.
import { resolve } from 'node:path'
import { monthOf } from '../../shared/base/localDate.ts'
import type { ExportJob, ExportKind } from '../../shared/contract/organisation.ts'
import { idOfName } from '../names.ts'
import type { Outcome } from '../output.ts'
import { Refusal, UsageError } from '../refusal.ts'
import type { Session } from '../session.ts'
import { readDate, readMonth } from '../times.ts'

export type ExportOptions = { month?: string; user?: string; customer?: string; day?: string; out: string }

export async function exportWorkbook(session: Session, options: ExportOptions): Promise<Outcome> {
  if (options.user !== undefined && options.customer !== undefined)
    throw new UsageError('Give --user or --customer, not both.')
  if (options.day !== undefined && options.customer !== undefined)
    throw new UsageError('--day goes with --user, not with --customer.')
  const month = options.month === undefined ? undefined : readMonth(options.month)
  const date = options.day === undefined ? undefined : readDate(options.day)
  // Only a customer's report can be of all time.
  if (month === undefined && date === undefined && options.customer === undefined) {
    throw new UsageError('Say which month: --month YYYY-MM.')
  }
  if (month !== undefined && date !== undefined && monthOf(date) !== month)
    throw new UsageError(`--day ${date} is not in --month ${month}.`)
  if (!/\.xlsx$/i.test(options.out))
    throw new UsageError(`--out ${options.out}: a workbook’s name must end in .xlsx.`)
  const { user } = await session.setUp()
  const what = await kindOf(session, options, month, date, user.id)
  const path = resolve(options.out)
  const job = await finished(session, what, path)
  const value = { file: job.path ?? path, rows: job.done, kind: job.kind }
  return { value, text: `Wrote ${value.file} (${job.done} rows).` }
}

async function kindOf(
  session: Session,
  options: ExportOptions,
  month: string | undefined,
  date: string | undefined,
  me: string,
): Promise<ExportKind> {
  if (options.customer !== undefined) {
    const customerId = await idOfName(session, 'customer', options.customer, null)
    return { kind: 'customer', customerId, ...(month === undefined ? {} : { month }) }
  }
  const userId = options.user === undefined ? null : await idOfName(session, 'user', options.user, null)
  if (date !== undefined) return { kind: 'day', userId: userId ?? me, date }
  if (month === undefined) throw new UsageError('Say which month: --month YYYY-MM.')
  return userId === null ? { kind: 'payroll', month } : { kind: 'userMonth', userId, month }
}

/** `template`: a workbook of one's own that is filled. */
export async function finished(
  session: Session,
  what: ExportKind,
  path: string,
  template?: string,
): Promise<ExportJob> {
  const ended = Promise.withResolvers<ExportJob>()
  const seen = (job: ExportJob) => {
    progress(job)
    if (job.state !== 'running') ended.resolve(job)
  }
  let jobId: string | null = null
  const unsubscribe = session.app.subscribe((event) => {
    if (event.type === 'export' && (jobId === null || event.job.jobId === jobId)) seen(event.job)
  })
  const cancel = () => {
    if (jobId !== null) void session.app.invoke('export.cancel', { jobId })
  }
  process.on('SIGINT', cancel)
  // Nothing else keeps the process alive while a worker writes.
  const alive = setInterval(() => undefined, 60_000)
  try {
    const given = template === undefined ? {} : { templatePath: template }
    jobId = (await session.ask('export.start', { what, path, ...given })).jobId
    seen(await session.ask('export.get', { jobId }))
    const job = await ended.promise
    if (job.state === 'done') return job
    throw new Refusal(
      job.error ?? { code: job.state === 'cancelled' ? 'export.cancelled' : 'export.failed' },
      `File: ${path}`,
    )
  } finally {
    clearInterval(alive)
    process.off('SIGINT', cancel)
    unsubscribe()
  }
}

function progress({ state, done, total }: ExportJob): void {
  if (!process.stderr.isTTY) return
  const share = total > 0 ? ` ${Math.floor((100 * done) / total)}%` : ''
  process.stderr.write(
    state === 'running' ? `\rWriting ${done} rows${share} … (Ctrl+C cancels) ` : '\r\u001b[K',
  )
}
