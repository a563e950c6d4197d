// Proves that workbooks call things what the screens call them, in every language.
import { expect, test } from 'vitest'
import { LANGUAGES } from '../../../shared/base/languages.ts'
import { capital } from '../../../shared/text/capital.ts'
import { nounsAr } from '../../../shared/text/nouns.ar.ts'
import { nounsDe } from '../../../shared/text/nouns.de.ts'
import { nounsEn } from '../../../shared/text/nouns.en.ts'
import { nounsEs } from '../../../shared/text/nouns.es.ts'
import { nounsFr } from '../../../shared/text/nouns.fr.ts'
import { nounsPl } from '../../../shared/text/nouns.pl.ts'
import { exportWords } from './words.ts'

const NOUNS = { en: nounsEn, de: nounsDe, fr: nounsFr, es: nounsEs, pl: nounsPl, ar: nounsAr }

test.each(LANGUAGES)('34 a workbook in %s has the nouns of the screens', (language) => {
  const nouns = NOUNS[language]
  const { columns, info } = exportWords(language)
  const named = (noun: 'user' | 'customer' | 'category' | 'project') => {
    const words: { one: string; the?: string } = nouns[noun]
    return capital(words.the ?? words.one)
  }
  for (const noun of ['user', 'customer', 'category', 'project'] as const)
    expect(columns[noun]).toBe(named(noun))
  expect([info.user, info.customer]).toEqual([named('user'), named('customer')])
})
