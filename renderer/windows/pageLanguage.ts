// What the page itself says of its language: which one it is, and from where to where it is read.
import type { i18n } from 'i18next'

export function sayLanguage(instance: i18n, language: string): void {
  document.documentElement.lang = language
  document.documentElement.dir = instance.dir(language)
}
