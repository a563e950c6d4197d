// Turns a refusal into a sentence of any language: for programs that have all at hand. A page fetches the one that it shows
// (renderer/text/errorSentence.ts).
import type { AppError } from '../contract/errors.ts'
import type { Language } from './language.ts'
import { spokenFor } from './language.ts'
import type { Sentences } from './sentence.ts'
import { sentenceOf } from './sentence.ts'
import { sentencesAr } from './sentences.ar.ts'
import { sentencesDe } from './sentences.de.ts'
import { sentencesEn } from './sentences.en.ts'
import { sentencesEs } from './sentences.es.ts'
import { sentencesFr } from './sentences.fr.ts'
import { sentencesPl } from './sentences.pl.ts'

export const SENTENCES: Record<Language, Sentences> = {
  en: sentencesEn,
  de: sentencesDe,
  fr: sentencesFr,
  es: sentencesEs,
  pl: sentencesPl,
  ar: sentencesAr,
}

/** Language codes like 'de' or 'de-AT' are German; one that we do not speak is English. */
export const errorSentence = (error: AppError, language: string): string =>
  sentenceOf(error, SENTENCES[spokenFor(language)])
