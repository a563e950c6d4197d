// Remembers the preferred language of this window's origin, so that the first frame is already in it.
import type { Preferences } from '../../shared/contract/organisation.ts'
import { LANGUAGES } from '../../shared/base/languages.ts'

const KEY = 'daybook.language'

export function rememberedLanguage(): Preferences['language'] {
  const kept = localStorage.getItem(KEY)
  return LANGUAGES.find((language) => language === kept) ?? 'system'
}

export function rememberLanguage(language: Preferences['language']): void {
  localStorage.setItem(KEY, language)
}
