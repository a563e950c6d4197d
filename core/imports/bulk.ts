// A transaction that takes its time: on a connection of its own, or, for a database in memory, on the only one there is.
import type { Result } from '../../shared/base/result.ts'
import type { AppError } from '../../shared/contract/errors.ts'
import type { WritableData } from '../db/data.ts'

/** So long this connection waits for a lock: while another writes much, so short that no window stands still for it. */
export const LOCK_WAIT_MS = { usual: 5_000, meanwhile: 40 } as const

export async function inTransaction<T>(
  data: WritableData,
  work: (data: WritableData) => Promise<{ result: Result<T, AppError>; keep: boolean }>,
): Promise<Result<T, AppError>> {
  data.run('BEGIN IMMEDIATE')
  try {
    data.lookAgain()
    const { result, keep } = await work(data)
    if (keep) data.run('COMMIT')
    return result
  } finally {
    if (data.db.inTransaction) {
      data.forget()
      data.db.exec('ROLLBACK')
    }
  }
}
