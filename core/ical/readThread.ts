// Reads a calendar's file in a thread of its own, with bounds on its memory and its time: whatever a file is made to do, the
// application goes on answering.
import { Worker } from 'node:worker_threads'
import { fail } from '../../shared/base/result.ts'
import type { Result } from '../../shared/base/result.ts'
import type { AppError } from '../../shared/contract/errors.ts'
import { appError } from '../../shared/contract/errors.ts'
import { workerFile } from '../node/workerFile.ts'
import type { Log } from '../ports.ts'
import type { ReadCalendar, ReadOptions } from './read/readCalendar.ts'

export type CalendarTask = { bytes: Uint8Array; options: ReadOptions }

const LONGEST_MS = 30_000
const MOST_MEMORY_MB = 512

export async function readInThread(task: CalendarTask, log: Log): Promise<Result<ReadCalendar, AppError>> {
  const worker = new Worker(workerFile(import.meta.url, 'calendarWorker'), {
    workerData: task,
    execArgv: [],
    resourceLimits: { maxOldGenerationSizeMb: MOST_MEMORY_MB },
  })
  const late = AbortSignal.timeout(LONGEST_MS)
  try {
    return await new Promise<Result<ReadCalendar, AppError>>((resolve, reject) => {
      late.addEventListener('abort', () => resolve(fail(appError('calendarFile.tooHard'))))
      worker.once('message', resolve)
      worker.once('error', reject)
      worker.once('exit', (code) => reject(new Error(`the calendar's thread ended with ${code}`)))
    })
  } catch (error) {
    log.error('calendar.read', error)
    return fail(appError('calendarFile.tooHard'))
  } finally {
    await worker.terminate()
  }
}
