// What a rule is: facts and a command's arguments decide changes, or a refusal. Pure, so it decides the same on every device and server.
import type { Result } from '../base/result.ts'
import { fail, ok } from '../base/result.ts'
import type { Instant } from '../base/instant.ts'
import type { LocalDate } from '../base/localDate.ts'
import type { AppError, ErrorCode, ErrorDetails } from '../contract/errors.ts'
import { appError } from '../contract/errors.ts'
import type { Id } from '../entities/entity.ts'
import type { Change } from '../entities/registry.ts'
import type { Role } from '../entities/user.ts'

export type Actor = { userId: Id; role: Role }

/** What is filled in once, where a command enters: a command with the same context replays identically. */
export type RuleContext = {
  actor: Actor
  /** Epoch ms. */
  now: Instant
  /** The work day of `now` by the organisation's day rule. */
  today: LocalDate
  /** Ids derived from the command's own id, in order. */
  newId(): Id
  /** The IANA zone of the computer where the command was given. */
  zone: string
}

/** What a rule decided: changes, and the command's answer. */
export type Outcome<R> = { changes: Change[]; value: R }
export type Decision<R> = Result<Outcome<R>, AppError>

export const decided = <R>(changes: Change[], value: R): Decision<R> => ok({ changes, value })
export const refused = (code: ErrorCode, details?: ErrorDetails): { ok: false; error: AppError } =>
  fail(appError(code, details))

/** Time is to be on something that takes none; it is named, so that it can be made active from the refusal. */
export const inactive = (
  code: 'record.inactiveUser' | 'record.inactiveCategory' | 'record.inactiveCustomer',
  { id, name }: { id: Id; name: string },
): { ok: false; error: AppError } => refused(code, { values: { name }, ids: [id] })
