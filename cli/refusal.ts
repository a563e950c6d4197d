// The two ways in which a command ends without being done: refused by the application, or wrongly called.
import type { AppError } from '../shared/contract/errors.ts'

/** Exit code 1. `hint` says what helps on the command line. */
export class Refusal extends Error {
  readonly error: AppError
  readonly hint: string | null

  constructor(error: AppError, hint: string | null = null) {
    super(error.code)
    this.name = 'Refusal'
    this.error = error
    this.hint = hint
  }
}

/** Exit code 2. */
export class UsageError extends Error {
  constructor(message: string) {
    super(message)
    this.name = 'UsageError'
  }
}
