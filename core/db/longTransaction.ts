// Transactions that go over turns: on a connection of their own, or, for a database in memory, on the only one there is.
import type { Result } from '../../shared/base/result.ts'
import type { AppError } from '../../shared/contract/errors.ts'
import type { WritableData } from './data.ts'

/** All of the work sees one state of the data, however long it takes. */
export async function inOneState<T>(
  data: WritableData,
  work: (data: WritableData) => Promise<T>,
): Promise<T> {
  data.run('BEGIN')
  try {
    return await work(data)
  } finally {
    // A read that failed badly has ended it.
    if (data.db.inTransaction) data.run('COMMIT')
  }
}

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
