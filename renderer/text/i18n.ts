// Owns the words on screen: English is built in, German is fetched when wanted; keys are checked by the compiler.
import { createInstance } from 'i18next'
import type { i18n } from 'i18next'
import { initReactI18next } from 'react-i18next'
import type { Preferences } from '../../shared/contract/organisation.ts'
import { en } from './en.ts'

export type Language = 'en' | 'de'

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'common'
    resources: typeof en
    returnNull: false
  }
}

/** The language of the screens: as preferred, or else the first of the system's languages that we speak. */
export function languageFor(
  preference: Preferences['language'],
  systemLanguages: readonly string[],
): Language {
  if (preference !== 'system') return preference
  for (const tag of systemLanguages) {
    const language = tag.slice(0, 2).toLowerCase()
    if (language === 'de' || language === 'en') return language
  }
  return 'en'
}

/** The locale for dates and numbers: the system's own variant of the language (en-US, de-AT) where there is one. */
export function localeFor(language: Language, systemLanguages: readonly string[]): string {
  const own = systemLanguages.find((tag) => tag.slice(0, 2).toLowerCase() === language)
  return own ?? (language === 'de' ? 'de-DE' : 'en-GB')
}

export async function createI18n(language: Language): Promise<i18n> {
  const instance = createInstance()
  await instance.use(initReactI18next).init({
    lng: 'en',
    fallbackLng: 'en',
    ns: Object.keys(en),
    defaultNS: 'common',
    resources: { en },
    interpolation: { escapeValue: false },
  })
  await setLanguage(instance, language)
  return instance
}

export async function setLanguage(instance: i18n, language: Language): Promise<void> {
  if (language === 'de' && !instance.hasResourceBundle('de', 'common')) {
    const { de } = await import('./de.ts')
    for (const [namespace, texts] of Object.entries(de)) instance.addResourceBundle('de', namespace, texts)
  }
  await instance.changeLanguage(language)
}
