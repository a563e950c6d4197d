// The few sentences that the host says on pages of its own, where the screens cannot.
import type { Language } from '../shared/text/language.ts'
import { languageFor } from '../shared/text/language.ts'
import { hostWordsAr } from './words.ar.ts'
import { hostWordsDe } from './words.de.ts'
import { hostWordsEn } from './words.en.ts'
import type { HostWords } from './words.en.ts'
import { hostWordsEs } from './words.es.ts'
import { hostWordsFr } from './words.fr.ts'
import { hostWordsPl } from './words.pl.ts'

export type { HostWords }

const WORDS: Record<Language, HostWords> = {
  en: hostWordsEn,
  de: hostWordsDe,
  fr: hostWordsFr,
  es: hostWordsEs,
  pl: hostWordsPl,
  ar: hostWordsAr,
}

/** The first of the browser's languages that we speak, in the order of its header. */
export const wordsFor = (acceptLanguage: string | undefined): HostWords =>
  WORDS[
    languageFor(
      'system',
      (acceptLanguage ?? '').split(',').map((part) => part.split(';')[0]?.trim() ?? ''),
    )
  ]
