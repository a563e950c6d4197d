// What passes between the application and the thread of an import.
import type { Result } from '../../shared/base/result.ts'
import type { AppError } from '../../shared/contract/errors.ts'
import type {
  ImportOptions,
  ImportProgress,
  RowState,
  TimeImportReport,
  TimeImportRow,
} from '../../shared/contract/timeImport.ts'
import type { Id } from '../../shared/entities/entity.ts'
import type { ImportContext, ImportInput, Ran } from './session.ts'

export type ImportTask = {
  importId: Id
  /** The database's file. */
  file: string
  remembered: Readonly<Record<string, ImportOptions>>
  /** How far it has come (`CANCEL`). */
  cancelled: SharedArrayBuffer
}

/** Whoever is first decides: an import that is being committed is not cancelled, and a cancelled one not committed. */
export const CANCEL = { open: 0, cancelled: 1, tooLate: 2 } as const

export type ImportAsks = {
  open: { inputs: ImportInput[]; options: ImportOptions; ctx: ImportContext; onlyRead: boolean }
  check: { options: ImportOptions; ctx: ImportContext }
  run: { options: ImportOptions; ctx: ImportContext; commitId: Id }
  rows: { state: RowState | undefined; offset: number; limit: number }
  /** Brings what was imported into the search; answered when all is in. */
  index: object
}
/** Each is answered by an answer with its number, but for `leave`: then it ends. */
export type ImportAsk =
  | { [A in keyof ImportAsks]: { ask: A; number: number } & ImportAsks[A] }[keyof ImportAsks]
  | { ask: 'leave'; number: number }

export type ImportAnswers = {
  open: Result<TimeImportReport, AppError>
  check: Result<TimeImportReport, AppError>
  run: Result<Ran, AppError>
  rows: { rows: TimeImportRow[]; total: number }
  index: null
}

export type ImportSaid =
  | { type: 'progress'; progress: Omit<ImportProgress, 'importId'> }
  | { type: 'answer'; number: number; answer: unknown }
  | { type: 'failed'; number: number; error: unknown }
