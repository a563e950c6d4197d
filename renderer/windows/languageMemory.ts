// Remembers the preferred language of this window's origin, so that the first frame is already in it.
import { Preferences } from '../../shared/contract/organisation.ts'

const KEY = 'daybook.language'

export function rememberedLanguage(): Preferences['language'] {
  const kept = Preferences.shape.language.safeParse(localStorage.getItem(KEY))
  return kept.success ? kept.data : 'system'
}

export function rememberLanguage(language: Preferences['language']): void {
  localStorage.setItem(KEY, language)
}
