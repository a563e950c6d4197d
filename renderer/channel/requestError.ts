// A refusal of the application as an exception, for the query library, which knows no other kind of failure.
import type { AppError } from '../../shared/contract/errors.ts'

export class RequestError extends Error {
  readonly error: AppError

  constructor(error: AppError) {
    super(error.code)
    this.name = 'RequestError'
    this.error = error
  }
}

/** Any failure as the application's own kind; what is not one of ours is an internal error. */
export function appErrorOf(failure: unknown): AppError {
  if (failure instanceof RequestError) return failure.error
  return {
    code: 'internal',
    details: { values: { message: failure instanceof Error ? failure.message : String(failure) } },
  }
}
