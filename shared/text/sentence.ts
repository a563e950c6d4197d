// A refusal as the sentence that a person reads, out of the sentences of one language.
import type { AppError, ErrorCode } from '../contract/errors.ts'

/** `modules`: what each is called; a module travels by its name in the program. */
export type Sentences = {
  readonly of: Readonly<Record<ErrorCode, string>>
  readonly modules: Readonly<Record<string, string>>
}

export function sentenceOf(error: AppError, { of, modules }: Sentences): string {
  const values = error.details?.values
  const module = modules[String(values?.['module'])]
  return fillIn(of[error.code], { ...values, ...(module !== undefined && { module }) })
}

/** Fills i18next's placeholders; one without a value shows as an ellipsis, never as its name. */
export function fillIn(sentence: string, values: Record<string, string | number | null>): string {
  return sentence.replaceAll(/\{\{(\w+)\}\}/g, (_all, key: string) => String(values[key] ?? '…'))
}
