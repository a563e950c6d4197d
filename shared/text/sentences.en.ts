// Every refusal's sentence in English.
import type { ErrorCode } from '../contract/errors.ts'
import { errorsEn } from './errors.en.ts'
import { modulesEn } from './modules.en.ts'
import { nounErrors } from './nounErrors.ts'
import { nounsEn, nounSentencesEn } from './nouns.en.ts'
import type { Sentences } from './sentence.ts'

/** Where one noun says more than the others, its own sentence stands. */
const of: Record<ErrorCode, string> = { ...nounErrors(nounsEn, nounSentencesEn), ...errorsEn }

export const sentencesEn: Sentences = { of, modules: modulesEn }
