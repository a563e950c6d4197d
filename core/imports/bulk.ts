// A transaction that takes its time: on a connection of its own, or, for a database in memory, on the only one there is.
import type { Result } from '../../shared/base/result.ts'
import type { AppError } from '../../shared/contract/errors.ts'
import { appError } from '../../shared/contract/errors.ts'
import type { WritableData } from '../db/data.ts'
import type { Db } from '../db/open.ts'
import { toDatabaseProblem } from '../db/sqliteError.ts'

/** So long this connection waits for a lock: while another writes much, so short that no window stands still for it. */
export const LOCK_WAIT_MS = { usual: 5_000, meanwhile: 40 } as const

/**
 * For a connection that writes much at once. Its pages are otherwise written again and again on their way to the log; and once they are
 * in the log they are safe, so that nobody has to wait until they are in the file as well (`emptyLog`).
 */
export function prepareForMuch(db: Db): void {
  db.pragma('cache_size = -16000')
  db.pragma('wal_autocheckpoint = 0')
}

/** Brings what is in the log into the file; others read and write meanwhile. */
export const emptyLog = (db: Db): void => void db.pragma('wal_checkpoint(PASSIVE)')

const PAGES_IN_LOG = 1_000
const leaving = new WeakMap<Db, number>()

/** Until the answer is called, this connection leaves the log to others: bringing a long one into the file takes a second. */
export function leaveLog(db: Db): () => void {
  leaving.set(db, (leaving.get(db) ?? 0) + 1)
  db.pragma('wal_autocheckpoint = 0')
  return () => {
    const left = (leaving.get(db) ?? 1) - 1
    leaving.set(db, left)
    if (left === 0 && db.open) db.pragma(`wal_autocheckpoint = ${PAGES_IN_LOG}`)
  }
}

/** What a person is told of it; null: it is a fault of the program. */
export function refusalOfDatabase(error: unknown): AppError | null {
  const problem = toDatabaseProblem(error)
  if (problem === null) return null
  return appError(problem.code, { values: { file: String(problem.details.file ?? '') } })
}

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
