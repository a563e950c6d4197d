// Owns which of our languages somebody gets: as preferred, or else the first of the system's languages that we speak.
export type Language = 'en' | 'de'

/** `systemLanguages` are tags like 'de-AT', the most wanted first. */
export function languageFor(preference: Language | 'system', systemLanguages: readonly string[]): Language {
  if (preference !== 'system') return preference
  for (const tag of systemLanguages) {
    const language = tag.slice(0, 2).toLowerCase()
    if (language === 'de' || language === 'en') return language
  }
  return 'en'
}
