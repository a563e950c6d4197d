// Every refusal's sentence in Polish.
import type { ErrorCode } from '../contract/errors.ts'
import { errorsPl } from './errors.pl.ts'
import { modulesPl } from './modules.pl.ts'
import { nounErrors } from './nounErrors.ts'
import { nounsPl, nounSentencesPl } from './nouns.pl.ts'
import type { Sentences } from './sentence.ts'

const of: Record<ErrorCode, string> = { ...nounErrors(nounsPl, nounSentencesPl), ...errorsPl }

export const sentencesPl: Sentences = { of, modules: modulesPl }
