// Every refusal's sentence in French.
import type { ErrorCode } from '../contract/errors.ts'
import { errorsFr } from './errors.fr.ts'
import { modulesFr } from './modules.fr.ts'
import { nounErrors } from './nounErrors.ts'
import { nounsFr, nounSentencesFr } from './nouns.fr.ts'
import type { Sentences } from './sentence.ts'

const of: Record<ErrorCode, string> = { ...nounErrors(nounsFr, nounSentencesFr), ...errorsFr }

export const sentencesFr: Sentences = { of, modules: modulesFr }
