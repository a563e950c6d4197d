// Owns the words on screen: those of the first screen in English are built in, all others are fetched when wanted; keys are checked by
// the compiler.
import { createInstance } from 'i18next'
import type { FormatFunction, FormatterModule, i18n } from 'i18next'
import { initReactI18next } from 'react-i18next'
import { onceFor } from '../../shared/base/once.ts'
import { languageFor, localeFor, spokenFor } from '../../shared/text/language.ts'
import type { Language } from '../../shared/text/language.ts'
import type { en } from './en.ts'
import { fetchSentences } from './errorSentence.ts'
import { firstWords } from './firstWords.ts'
import type { Words } from './plurals.ts'
import { manyAsOther } from './plurals.ts'

export { languageFor, localeFor }
export type { Language }

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'common'
    resources: typeof en
    returnNull: false
  }
}

const fetched: Record<Language, () => Promise<Words>> = {
  en: async () => (await import('./pageWords.ts')).pageWords,
  de: async () => (await import('./de.ts')).de,
  fr: async () => manyAsOther((await import('./fr.ts')).fr),
  es: async () => manyAsOther((await import('./es.ts')).es),
  pl: async () => (await import('./pl.ts')).pl,
  ar: async () => (await import('./ar.ts')).ar,
}

/** Fetches the words of the pages before one of them asks. */
export const fetchWords = (language: string): Promise<unknown> => wordsOf(spokenFor(language))

async function wordsOf(language: Language): Promise<Words> {
  const [all] = await Promise.all([fetched[language](), fetchSentences(language)])
  return all
}

/**
 * A component that asks for words that are not there waits for them, as for its own code. They arrive together: once those of one
 * page are here all are, and no dialog of it waits again.
 */
const wordsFor = (instance: i18n) => ({
  type: 'backend' as const,
  init: () => undefined,
  callbackApi: false,
  read: async (language: string, namespace: string): Promise<string | Words> => {
    const all = await wordsOf(spokenFor(language))
    for (const [name, texts] of Object.entries(all))
      if (!instance.hasResourceBundle(language, name)) instance.addResourceBundle(language, name, texts)
    return all[namespace] ?? {}
  },
})

const counts = onceFor((locale: string) => new Intl.NumberFormat(locale))

/** How many there are is written as every other number on screen; what else stands in a sentence brings its own form. */
const written: FormatFunction = (value: unknown, _format, language, options) =>
  typeof value === 'number' && options?.['interpolationkey'] === 'count' && language !== undefined
    ? counts(localeFor(spokenFor(language), navigator.languages)).format(value)
    : (value as string)

const counting: FormatterModule = {
  type: 'formatter',
  init: () => undefined,
  add: () => undefined,
  addCached: () => undefined,
  format: written,
}

export async function createI18n(language: Language): Promise<i18n> {
  const instance = createInstance()
  await instance
    .use(wordsFor(instance))
    .use(initReactI18next)
    .use(counting)
    .init({
      lng: language,
      // Each language has every key (texts.test.ts), so none stands in for another.
      fallbackLng: false,
      ns: Object.keys(firstWords),
      defaultNS: 'common',
      resources: { en: firstWords },
      partialBundledLanguages: true,
      interpolation: { escapeValue: false, alwaysFormat: true },
    })
  return instance
}
