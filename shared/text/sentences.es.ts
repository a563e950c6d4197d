// Every refusal's sentence in Spanish.
import type { ErrorCode } from '../contract/errors.ts'
import { errorsEs } from './errors.es.ts'
import { modulesEs } from './modules.es.ts'
import { nounErrors } from './nounErrors.ts'
import { nounsEs, nounSentencesEs } from './nouns.es.ts'
import type { Sentences } from './sentence.ts'

const of: Record<ErrorCode, string> = { ...nounErrors(nounsEs, nounSentencesEs), ...errorsEs }

export const sentencesEs: Sentences = { of, modules: modulesEs }
