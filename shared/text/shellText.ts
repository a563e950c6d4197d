// Gives the desktop shell its words in the language of the person.
import type { Language } from './language.ts'
import { shellAr } from './shell.ar.ts'
import { shellDe } from './shell.de.ts'
import { shellEn } from './shell.en.ts'
import type { ShellText } from './shell.en.ts'
import { shellEs } from './shell.es.ts'
import { shellFr } from './shell.fr.ts'
import { shellPl } from './shell.pl.ts'

const SHELL: Record<Language, ShellText> = {
  en: shellEn,
  de: shellDe,
  fr: shellFr,
  es: shellEs,
  pl: shellPl,
  ar: shellAr,
}

export const shellText = (language: Language): ShellText => SHELL[language]
