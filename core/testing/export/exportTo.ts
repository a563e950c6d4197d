// Exports to a path and waits until it is done.
import type { ExportJob, ExportKind } from '../../../shared/contract/organisation.ts'
import type { TestApp } from '../testApp.ts'

/** The job as it ended, whatever its end. */
export async function exportTo(app: TestApp, what: ExportKind, path: string): Promise<ExportJob> {
  const { jobId } = await app.ok('export.start', { what, path })
  return ended(app, jobId)
}

export async function ended(app: TestApp, jobId: string): Promise<ExportJob> {
  const job = await app.ok('export.get', { jobId })
  if (job.state !== 'running') return job
  return new Promise((resolve) => {
    const stop = app.app.subscribe((event) => {
      if (event.type !== 'export' || event.job.jobId !== jobId || event.job.state === 'running') return
      stop()
      resolve(event.job)
    })
  })
}
