// A refusal of the server on its way out: which status, and which code the device makes its sentence of.
import type { AppError, ErrorDetails } from '../shared/contract/errors.ts'
import { appError } from '../shared/contract/errors.ts'

type Status = 400 | 401 | 403 | 404 | 409 | 413 | 426 | 429 | 503

export class Refused extends Error {
  readonly status: Status
  readonly error: AppError
  /** `cause`: what somebody else’s program said of it; nobody is told. */
  constructor(status: Status, code: AppError['code'], details?: ErrorDetails, cause?: unknown) {
    super(code, { cause })
    this.status = status
    this.error = appError(code, details)
  }
}
