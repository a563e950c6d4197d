// Why a file cannot be read: thrown by readers, which are deep in streams and callbacks, and caught where reading began.
import type { AppError, ErrorCode } from '../../../shared/contract/errors.ts'
import { appError } from '../../../shared/contract/errors.ts'

export class Unreadable extends Error {
  override name = 'Unreadable'
  readonly error: AppError

  constructor(code: ErrorCode, file: string, values: Record<string, string | number> = {}) {
    super(code)
    this.error = appError(code, { values: { file, ...values } })
  }
}
