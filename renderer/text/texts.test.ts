// Proves that German has exactly the keys and placeholders of English, and that nothing is left empty.
import { expect, test } from 'vitest'
import { de } from './de.ts'
import { en } from './en.ts'
import { languageFor, localeFor } from './i18n.ts'

type Tree = { [key: string]: string | Tree }

function flat(tree: Tree, path = ''): Map<string, string> {
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

test('G14 German has exactly the keys of English', () => {
  expect([...flat(de).keys()].sort()).toEqual([...flat(en).keys()].sort())
})

test('G14 each German text has the placeholders of the English one, and says something', () => {
  const english = flat(en)
  for (const [key, text] of flat(de)) {
    expect(text.trim(), key).not.toBe('')
    // "1 entry" may do without its number.
    if (!key.endsWith('_one')) expect(placeholders(text), key).toEqual(placeholders(english.get(key) ?? ''))
  }
})

test('G14 the language is the preferred one, else the first of the system that we speak', () => {
  expect(languageFor('de', ['en-US'])).toBe('de')
  expect(languageFor('system', ['fr-FR', 'de-AT', 'en'])).toBe('de')
  expect(languageFor('system', ['ja'])).toBe('en')
  expect(localeFor('de', ['en-US', 'de-AT'])).toBe('de-AT')
  expect(localeFor('en', ['de-AT'])).toBe('en-GB')
})
