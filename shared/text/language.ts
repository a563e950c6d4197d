// Owns which of our languages somebody gets, and in which of its countries' ways dates are written.
import type { Language } from '../base/languages.ts'
import { LANGUAGES } from '../base/languages.ts'

export type { Language }

/** Where the system names no country of the language. */
const USUAL: Readonly<Record<Language, string>> = {
  en: 'en-GB',
  de: 'de-DE',
  fr: 'fr-FR',
  es: 'es-ES',
  pl: 'pl-PL',
  ar: 'ar-EG',
}

/** null: none that we speak. `tag`: like 'de' or 'de-AT'. */
export const languageOf = (tag: string): Language | null =>
  LANGUAGES.find((language) => language === tag.toLowerCase().split(/[-_]/)[0]) ?? null

/** Of those programs that have no other choice: English where we do not speak it. */
export const spokenFor = (tag: string): Language => languageOf(tag) ?? 'en'

/** As preferred, or else the first of the system's languages that we speak. `systemLanguages` are tags like 'de-AT', the most wanted first. */
export function languageFor(preference: Language | 'system', systemLanguages: readonly string[]): Language {
  if (preference !== 'system') return preference
  return systemLanguages.map(languageOf).find((language) => language !== null) ?? 'en'
}

/**
 * The locale for dates and numbers: the system's own variant of the language (en-US, de-AT) where there is one. In Arabic the
 * calendar and the digits are those of the figures that payroll and banks of every country exchange; both kinds of digits are read.
 */
export function localeFor(language: Language, systemLanguages: readonly string[]): string {
  const own = systemLanguages.find((tag) => languageOf(tag) === language) ?? USUAL[language]
  return language === 'ar'
    ? new Intl.Locale(own, { calendar: 'gregory', numberingSystem: 'latn' }).toString()
    : own
}
