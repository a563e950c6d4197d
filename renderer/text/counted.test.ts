// How counts are written in the words on screen.
import { expect, test } from 'vitest'
import { createI18n } from './i18n.ts'

test.each([
  ['en', '20,000 rows from a.csv'],
  ['de', '20.000 Zeilen aus a.csv'],
] as const)(
  'G13 a count in a sentence is written as the language writes numbers, %s',
  async (language, said) => {
    const { t, loadNamespaces } = await createI18n(language)
    await loadNamespaces('timeImport')
    expect(t('timeImport:files', { count: 20_000, name: 'a.csv' })).toBe(said)
    expect(t('timeImport:files', { count: 1, name: '2026' })).toContain('2026')
  },
)
