// What the database or the disk would not do, as it is told to a person.
import type { AppError } from '../../shared/contract/errors.ts'
import { appError } from '../../shared/contract/errors.ts'
import { toDatabaseProblem } from './sqliteError.ts'

/** null: it is a fault of the program. */
export function refusalOfDatabase(error: unknown): AppError | null {
  const problem = toDatabaseProblem(error)
  if (problem === null) return null
  return appError(problem.code, { values: { file: String(problem.details.file ?? '') } })
}
