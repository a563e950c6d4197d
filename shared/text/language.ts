// Owns which of our languages somebody gets, and in which of its countries' ways dates are written.
export type Language = 'en' | 'de'

/** As preferred, or else the first of the system's languages that we speak. `systemLanguages` are tags like 'de-AT', the most wanted first. */
export function languageFor(preference: Language | 'system', systemLanguages: readonly string[]): Language {
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
