// Every refusal's sentence in Arabic.
import type { ErrorCode } from '../contract/errors.ts'
import { errorsAr } from './errors.ar.ts'
import { modulesAr } from './modules.ar.ts'
import { nounErrors } from './nounErrors.ts'
import { nounsAr, nounSentencesAr } from './nouns.ar.ts'
import type { Sentences } from './sentence.ts'

const of: Record<ErrorCode, string> = { ...nounErrors(nounsAr, nounSentencesAr), ...errorsAr }

export const sentencesAr: Sentences = { of, modules: modulesAr }
