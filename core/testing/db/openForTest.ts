// Databases that close with their test, and a caught DatabaseProblem to look at.
import { onTestFinished } from 'vitest'
import { openDatabase } from '../../db/open.ts'
import type { Db, OpenOptions } from '../../db/open.ts'
import { DatabaseProblem, problemOrError } from '../../db/sqliteError.ts'

export function openForTest(file: string, options?: OpenOptions): Db {
  const db = openDatabase(file, options)
  onTestFinished(() => {
    db.close()
  })
  return db
}

/** The typed problem that the work ends in; fails when it succeeds or throws something untyped. */
export function problemOf(work: () => unknown): DatabaseProblem {
  try {
    work()
  } catch (error) {
    const problem = problemOrError(error)
    if (problem instanceof DatabaseProblem) return problem
    throw error
  }
  throw new Error('expected a database problem')
}
