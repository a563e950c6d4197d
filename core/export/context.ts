// What every report needs to know beside its data: who asks, when, in which words.
import type { Instant } from '../../shared/base/instant.ts'
import type { LocalDate } from '../../shared/base/localDate.ts'
import type { Result } from '../../shared/base/result.ts'
import type { AppError } from '../../shared/contract/errors.ts'
import type { ExportKind } from '../../shared/contract/organisation.ts'
import type { Organisation } from '../../shared/entities/organisation.ts'
import type { Actor } from '../../shared/rules/rule.ts'
import type { Data } from '../db/data.ts'
import type { QueryContext } from '../queries/query.ts'
import type { Template } from './template/template.ts'
import type { Workbook } from './workbook/model.ts'
import type { Language } from '../../shared/base/languages.ts'
import type { ExportWords } from './words/words.ts'

/** Plain values, so that it passes into a worker. */
export type ExportRequest = {
  what: ExportKind
  /** A workbook of the person's own that is filled instead. */
  template?: Template
  now: Instant
  today: LocalDate
  zone: string
  actor: Actor | null
  language: Language
  version: string
}

export type ReportContext = {
  data: Data
  request: ExportRequest
  query: QueryContext
  organisation: Organisation
  words: ExportWords
}

/** `rows`: how many there are to write, for the progress shown. */
export type Report = { workbook: Workbook; rows: number }
export type ReportOf<K extends ExportKind['kind']> = (
  context: ReportContext,
  what: Extract<ExportKind, { kind: K }>,
) => Result<Report, AppError>
