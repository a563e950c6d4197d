// One export from the data to the file; the same in the worker and, for a database in memory, in the application itself.
import { pipeline } from 'node:stream/promises'
import { fail, ok } from '../../shared/base/result.ts'
import type { Result } from '../../shared/base/result.ts'
import { appError } from '../../shared/contract/errors.ts'
import type { AppError } from '../../shared/contract/errors.ts'
import type { Id } from '../../shared/entities/entity.ts'
import type { Data } from '../db/data.ts'
import type { ExportRequest } from './context.ts'
import { readExport, readWhole } from './readExport.ts'
import { fileProblem, writeTarget } from './targetFile.ts'
import { writeWorkbook } from './workbook/writeWorkbook.ts'

export type ExportTask = { jobId: Id; request: ExportRequest; path: string }

export type ExportWatch = {
  signal: AbortSignal
  /** `total` counts the rows of data; those of totals and remarks make `done` a little more in the end. */
  onProgress(done: number, total: number): void
}

/** Refusals are values; what is thrown is a fault of the program. `shared`: others write on this connection meanwhile. */
export async function runExport(
  data: Data,
  task: ExportTask,
  watch: ExportWatch,
  shared: boolean,
): Promise<Result<{ rows: number }, AppError>> {
  const { jobId, path, request } = task
  const { signal } = watch
  try {
    const read = readExport(data, request)
    if (!read.ok) return read
    if ('make' in read.value) {
      const { make, rows: all } = read.value
      watch.onProgress(0, all)
      const made = await make({ signal, onRow: (done) => watch.onProgress(done, all) })
      if (!made.ok) return made
      await writeTarget(path, jobId, (stream) => pipeline(made.value, stream, { signal, end: false }))
      return ok({ rows: all })
    }
    const { workbook, rows: total } = shared ? readWhole(read.value) : read.value
    watch.onProgress(0, total)
    const onProgress = (done: number): void => watch.onProgress(Math.min(done, total), total)
    const rows = await writeTarget(path, jobId, (stream) =>
      writeWorkbook(workbook, stream, { signal, onProgress }),
    )
    return ok({ rows })
  } catch (error) {
    if (signal.aborted) return fail(appError('export.cancelled'))
    const problem = fileProblem(error, path)
    if (problem === null) throw error
    return fail(problem)
  }
}
