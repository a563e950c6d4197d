// Every refusal has its sentence in every language, and those of spec C read as they must.
import { expect, test } from 'vitest'
import type { Language } from '../base/languages.ts'
import { LANGUAGES } from '../base/languages.ts'
import type { ErrorCode } from '../contract/errors.ts'
import { errorSentence, SENTENCES } from './errorText.ts'

const placeholders = (text: string) =>
  [...text.matchAll(/\{\{(\w+(?:, duration)?)\}\}/g)].map((match) => match[1]).sort()

const CODES = Object.keys(SENTENCES.en.of) as ErrorCode[]

/** How a sentence begins and ends; where a name or a placeholder comes first, with that. */
const SENTENCE: Record<Language, RegExp> = {
  en: /^[\p{Lu}“{].*[.]$/u,
  de: /^[\p{Lu}„{].*[.]$/u,
  fr: /^[\p{Lu}«{].*[.]$/u,
  es: /^[\p{Lu}«“¿{].*[.]$/u,
  pl: /^[\p{Lu}„{].*[.]$/u,
  ar: /^(?:[\p{Script=Arabic}«“"{]|Daybook ).*[.]$/u,
}

test.each(LANGUAGES)(
  'G14 J17 every refusal reads as a sentence in %s, with the same placeholders',
  (language) => {
    for (const code of CODES) {
      const sentence = SENTENCES[language].of[code]
      expect(sentence, code).toMatch(SENTENCE[language])
      expect(placeholders(sentence), code).toEqual(placeholders(SENTENCES.en.of[code]))
      expect(sentence.replaceAll(/\{\{\w+(, duration)?\}\}/g, ''), code).not.toMatch(/[{}]/)
    }
  },
)

test.each<[code: ErrorCode, en: string, de: string]>([
  [
    'notFound.customer',
    'This customer no longer exists. Choose another.',
    'Diesen Kunden gibt es nicht mehr. Wählen Sie einen anderen.',
  ],
  [
    'notFound.category',
    'This category no longer exists. Choose another.',
    'Diese Kategorie gibt es nicht mehr. Wählen Sie eine andere.',
  ],
  [
    'notFound.project',
    'This project no longer exists. Choose another.',
    'Dieses Projekt gibt es nicht mehr. Wählen Sie ein anderes.',
  ],
  ['notFound.timeEntry', 'This time entry no longer exists.', 'Diesen Zeiteintrag gibt es nicht mehr.'],
  [
    'inUse.customer',
    'This customer is in use, so its addition cannot be undone. Delete the customer instead: the past keeps the name.',
    'Dieser Kunde wird verwendet, das Hinzufügen lässt sich daher nicht rückgängig machen. Löschen Sie stattdessen den Kunden: Die Vergangenheit behält den Namen.',
  ],
  ['guard.userDelete', 'Used in Timer. Cannot delete.', 'In einem Timer verwendet. Löschen nicht möglich.'],
])('A22 %s is said with the words of its noun, in its gender and case', (code, en, de) => {
  expect(errorSentence({ code }, 'en')).toBe(en)
  expect(errorSentence({ code }, 'de')).toBe(de)
})

const exact: [ids: string, code: ErrorCode, text: string][] = [
  ['C1', 'record.priorPeriod', 'Cannot record the time, because date belongs to the prior period.'],
  ['C3', 'guard.userInactive', 'Cannot make staff inactive as the timer is running for this staff.'],
  ['C4', 'guard.userDelete', 'Used in Timer. Cannot delete.'],
  ['C5 C6', 'guard.categoryEdit', 'Used in Timer - Cannot edit.'],
  ['C7', 'guard.categoryDelete', 'Used in Timer. Cannot delete.'],
  ['C8', 'record.inactiveCategory', 'Cannot record the time, because the work code is inactive.'],
  ['C9', 'guard.customerEdit', 'Used in Timer - Cannot edit.'],
  ['C10', 'guard.customerDelete', 'Used in Timer. Cannot delete.'],
  ['C11', 'guard.projectEdit', 'Used in Timer - Cannot edit.'],
]
test.each(exact)('%s %s reads exactly as specified', (_ids, code, text) => {
  expect(errorSentence({ code }, 'en')).toBe(text)
})

test('G14 values go into the sentence, and the language decides the words', () => {
  const error = { code: 'name.unknown', details: { values: { name: '$& {{name}}' } } } as const
  expect(errorSentence(error, 'en-GB')).toBe('There is nothing called “$& {{name}}”.')
  expect(errorSentence(error, 'de-AT')).toBe('Unter dem Namen „$& {{name}}“ gibt es nichts.')
  expect(errorSentence(error, 'ja')).toBe(errorSentence(error, 'en'))
  expect(errorSentence(error, 'dek')).toBe(errorSentence(error, 'en'))
})

test('C12 a project that a timer uses is named by its own code', () => {
  const error = { code: 'guard.projectDelete', details: { values: { code: 'PROJ-123' } } } as const
  expect(errorSentence(error, 'en')).toBe('Cannot delete PROJ-123 as used in timer.')
})

test('A21 a missing value leaves an ellipsis, never a placeholder', () => {
  expect(errorSentence({ code: 'entry.exceedsDay' }, 'en')).toContain('At most … h')
  expect(
    errorSentence({ code: 'entry.exceedsDay', details: { values: { maxMinutes: 555 } } }, 'en'),
  ).toContain('At most 9:15 h are left')
})
