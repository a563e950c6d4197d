// Every refusal's sentence in German.
import type { ErrorCode } from '../contract/errors.ts'
import { errorsDe } from './errors.de.ts'
import { modulesDe } from './modules.de.ts'
import { nounErrors } from './nounErrors.ts'
import { nounsDe, nounSentencesDe } from './nouns.de.ts'
import type { Sentences } from './sentence.ts'

const of: Record<ErrorCode, string> = { ...nounErrors(nounsDe, nounSentencesDe), ...errorsDe }

export const sentencesDe: Sentences = { of, modules: modulesDe }
