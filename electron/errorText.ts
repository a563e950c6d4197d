// A refusal in words. Loaded when something is refused: the sentences of all languages are a fifth of what a start would read.
import type { AppError } from '../shared/contract/errors.ts'

export const errorSentence = async (error: AppError, language: string): Promise<string> =>
  (await import('../shared/text/errorText.ts')).errorSentence(error, language)
