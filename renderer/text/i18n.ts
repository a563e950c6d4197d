// Owns the words on screen: English is built in, German is fetched when wanted; keys are checked by the compiler.
import { createInstance } from 'i18next'
import type { i18n } from 'i18next'
import { initReactI18next } from 'react-i18next'
import { languageFor, localeFor } from '../../shared/text/language.ts'
import type { Language } from '../../shared/text/language.ts'
import { en } from './en.ts'

export { languageFor, localeFor }
export type { Language }

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'common'
    resources: typeof en
    returnNull: false
  }
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
