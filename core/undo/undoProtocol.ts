// What passes between the application and the thread of an undo.
import type { ParsedArgsOf } from '../../shared/contract/contract.ts'
import type { UndoProgress } from '../../shared/contract/entry.ts'
import type { AppError } from '../../shared/contract/errors.ts'
import type { Id } from '../../shared/entities/entity.ts'
import type { ImportContext } from '../imports/session.ts'

export type UndoTask = {
  file: string
  id: Id
  args: ParsedArgsOf<'change.undo'>
  ctx: ImportContext
  /** Only tried. */
  tries: boolean
  /** How far it has come (`CANCEL` of an import); once it is done, `cancelled` ends what follows on its own. */
  cancelled: SharedArrayBuffer
}

/** `error` null: it is done. */
export type UndoSaid =
  { type: 'progress'; progress: UndoProgress } | { type: 'ended'; error: AppError | null }
