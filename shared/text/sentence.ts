// A refusal as the sentence that a person reads, out of the sentences of one language.
import { formatDuration, MINUTE_MS } from '../base/duration.ts'
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

/**
 * Fills i18next's placeholders; one without a value shows as an ellipsis, never as its name. `{{minutes, duration}}`: so many minutes
 * as hours and minutes, 9:15.
 */
export function fillIn(sentence: string, values: Record<string, string | number | null>): string {
  return sentence.replaceAll(/\{\{(\w+)(, duration)?\}\}/g, (_all, key: string, asTime?: string) => {
    const value = values[key] ?? '…'
    return asTime !== undefined && typeof value === 'number'
      ? formatDuration(value * MINUTE_MS)
      : String(value)
  })
}
