// Interim wiring so that the application starts; replaced by the real jobs.
import { fail } from '../../shared/base/result.ts'
import type { AppEvent, Reply } from '../../shared/contract/channel.ts'
import { appError } from '../../shared/contract/errors.ts'
import type { ExportJob, ExportKind } from '../../shared/contract/organisation.ts'
import type { Data } from '../db/data.ts'
import type { Ports } from '../ports.ts'

export type ExportJobsDeps = { ports: Ports; data: Data; file: string | null; publish(event: AppEvent): void }
export interface ExportJobs {
  start(what: ExportKind, options: { path?: string }): Promise<Reply<{ jobId: string }>>
  get(jobId: string): ExportJob | null
  cancel(jobId: string): Reply<null>
  file(jobId: string): { path: string; fileName: string } | null
  close(): Promise<void>
}
export const createExportJobs = (_deps: ExportJobsDeps): ExportJobs => ({
  start: async () => fail(appError('export.failed')),
  get: () => null,
  cancel: () => fail(appError('notFound.export')),
  file: () => null,
  close: async () => undefined,
})
