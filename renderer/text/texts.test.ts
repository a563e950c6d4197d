// Proves that every language has exactly the keys and placeholders of English, all forms of its plurals, and that nothing is left empty.
import { expect, test } from 'vitest'
import type { Language } from '../../shared/base/languages.ts'
import { LANGUAGES } from '../../shared/base/languages.ts'
import { ar } from './ar.ts'
import { de } from './de.ts'
import { en } from './en.ts'
import { es } from './es.ts'
import { fr } from './fr.ts'
import { languageFor, localeFor } from './i18n.ts'
import { pl } from './pl.ts'
import type { Words } from './plurals.ts'
import { manyAsOther } from './plurals.ts'

function flat(tree: Words, path = ''): Map<string, string> {
  const all = new Map<string, string>()
  for (const [key, value] of Object.entries(tree)) {
    const at = path === '' ? key : `${path}.${key}`
    if (typeof value === 'string') all.set(at, value)
    else for (const [inner, text] of flat(value, at)) all.set(inner, text)
  }
  return all
}
const placeholders = (text: string) =>
  [...text.matchAll(/\{\{\s*([^},\s]+)/g)].map((match) => match[1]).sort()

const english = flat(en)
const texts: Record<Language, Map<string, string>> = {
  en: english,
  de: flat(de),
  fr: flat(manyAsOther(fr)),
  es: flat(manyAsOther(es)),
  pl: flat(pl),
  ar: flat(ar),
}
/** Of `key`, which forms of its plural a language has; what is no plural is itself. */
function formsOf(key: string, language: Language): string[] {
  const base = /^(.*)_(?:one|other)$/.exec(key)?.[1]
  if (base === undefined) return [key]
  return new Intl.PluralRules(language).resolvedOptions().pluralCategories.map((form) => `${base}_${form}`)
}

test.each(LANGUAGES)(
  'G14 J17 %s has exactly the keys of English, each plural in all of its forms',
  (language) => {
    const expected = new Set([...english.keys()].flatMap((key) => formsOf(key, language)))
    expect([...texts[language].keys()].sort()).toEqual([...expected].sort())
  },
)

test.each(LANGUAGES)(
  'G14 J17 each text of %s has the placeholders of the English one, and says something',
  (language) => {
    for (const [key, text] of texts[language]) {
      const original = english.get(key) ?? english.get(key.replace(/_[a-z]+$/, '_other')) ?? ''
      expect(text.trim(), key).not.toBe('')
      // "1 entry" may do without its number.
      if (!/_(?:zero|one|two)$/.test(key)) expect(placeholders(text), key).toEqual(placeholders(original))
    }
  },
)

test.each(LANGUAGES)('34 %s has one word for a step back or on, wherever it is taken', (language) => {
  const steps = [...english].filter(([, text]) => /^(?:Previous|Next) (?:day|week|month|year)s?$/.test(text))
  const said = new Map<string, Set<string>>()
  for (const [key, text] of steps) {
    const words = said.get(text) ?? new Set()
    said.set(text, words.add(texts[language].get(key) ?? ''))
  }
  expect(steps.length).toBeGreaterThan(10)
  expect([...said.values()].filter((words) => words.size > 1)).toEqual([])
})

test.each<[Language, RegExp]>([
  ['fr', /[éèêàçùîôœ]/],
  ['es', /[ñáéíóú]/],
  ['pl', /[ąęłńśżźć]/],
  ['ar', /\p{Script=Arabic}/u],
])('J17 %s is written in its own letters', (language, letters) => {
  const own = [...texts[language].values()].filter((text) => letters.test(text))
  expect(own.length / texts[language].size).toBeGreaterThan(language === 'ar' ? 0.97 : 0.25)
})

test('G14 J17 the language is the preferred one, else the first of the system that we speak', () => {
  expect(languageFor('de', ['en-US'])).toBe('de')
  expect(languageFor('system', ['ja', 'de-AT', 'en'])).toBe('de')
  expect(languageFor('system', ['pl'])).toBe('pl')
  expect(languageFor('system', ['ar-MA', 'fr-MA'])).toBe('ar')
  // Filipino is not Finnish, and Asturian not Arabic.
  expect(languageFor('system', ['fil', 'ast'])).toBe('en')
  expect(localeFor('de', ['en-US', 'de-AT'])).toBe('de-AT')
  expect(localeFor('en', ['de-AT'])).toBe('en-GB')
  expect(localeFor('fr', ['fr-CA'])).toBe('fr-CA')
  const saudi = localeFor('ar', ['ar-SA'])
  expect(new Intl.DateTimeFormat(saudi, { year: 'numeric', timeZone: 'UTC' }).format(0)).toContain('1970')
})
