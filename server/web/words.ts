// The words of the server's own pages, in the language that the browser asks for.
import { webWordsAr } from './words.ar.ts'
import { webWordsDe } from './words.de.ts'
import { webWordsEn } from './words.en.ts'
import type { WebWords } from './words.en.ts'
import { webWordsEs } from './words.es.ts'
import { webWordsFr } from './words.fr.ts'
import { webWordsPl } from './words.pl.ts'
import type { Language } from '../../shared/text/language.ts'
import { languageFor } from '../../shared/text/language.ts'

export type { WebWords }

const WORDS: Record<Language, WebWords> = {
  en: webWordsEn,
  de: webWordsDe,
  fr: webWordsFr,
  es: webWordsEs,
  pl: webWordsPl,
  ar: webWordsAr,
}

/** The first of the browser's languages that we speak, in the order of its header. */
export const wordsFor = (acceptLanguage: string | undefined): WebWords =>
  WORDS[
    languageFor(
      'system',
      (acceptLanguage ?? '').split(',').map((part) => part.split(';')[0]?.trim() ?? ''),
    )
  ]
