// Turns a refusal into the sentence that a person reads, in the window and on the command line.
import type { AppError } from '../contract/errors.ts'
import { errorsDe } from './errors.de.ts'
import { errorsEn } from './errors.en.ts'

/** Language codes like 'de' or 'de-AT' are German; every other is English. */
export function errorSentence(error: AppError, language: string): string {
  const sentences = /^de\b/i.test(language) ? errorsDe : errorsEn
  return fillIn(sentences[error.code], error.details?.values ?? {})
}

/** Fills i18next's placeholders; one without a value shows as an ellipsis, never as its name. */
function fillIn(sentence: string, values: Record<string, string | number | null>): string {
  return sentence.replaceAll(/\{\{(\w+)\}\}/g, (_all, key: string) => String(values[key] ?? '…'))
}
