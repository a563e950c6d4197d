// Every refusal has its sentence in both languages, and those of spec C read as they must.
import { expect, test } from 'vitest'
import { ERROR_CODES } from '../contract/errors.ts'
import type { ErrorCode } from '../contract/errors.ts'
import { errorsDe } from './errors.de.ts'
import { errorsEn } from './errors.en.ts'
import { errorSentence } from './errorText.ts'

const placeholders = (text: string) => [...text.matchAll(/\{\{(\w+)\}\}/g)].map((match) => match[1]).sort()

test('G14 every error code has a sentence in English and German, with the same placeholders', () => {
  expect(Object.keys(errorsEn).sort()).toEqual([...ERROR_CODES].sort())
  expect(Object.keys(errorsDe).sort()).toEqual([...ERROR_CODES].sort())
  for (const code of ERROR_CODES) {
    expect(errorsEn[code], code).toMatch(/^[\p{Lu}].*[.]$/u)
    expect(errorsDe[code], code).toMatch(/^[\p{Lu}].*[.]$/u)
    expect(placeholders(errorsDe[code]), code).toEqual(placeholders(errorsEn[code]))
    expect(errorsEn[code].replaceAll(/\{\{\w+\}\}/g, ''), code).not.toMatch(/[{}]/)
  }
})

const exact: [ids: string, code: ErrorCode, text: string][] = [
  ['C1', 'record.priorPeriod', 'Cannot record the time, because date belongs to the prior period.'],
  ['C3', 'guard.userInactive', 'Cannot make staff inactive as the timer is running for this staff.'],
  ['C4', 'guard.userDelete', 'Used in Timer. Cannot delete.'],
  ['C5 C6', 'guard.categoryEdit', 'Used in Timer - Cannot edit.'],
  ['C7', 'guard.categoryDelete', 'Used in Timer. Cannot delete.'],
  ['C8', 'record.inactiveCategory', 'Cannot record the time, because the work code is inactive.'],
  ['C9', 'guard.customerStatus', 'Used in Timer - Cannot edit.'],
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
  expect(errorSentence(error, 'fr')).toBe(errorSentence(error, 'en'))
  expect(errorSentence(error, 'dek')).toBe(errorSentence(error, 'en'))
})

test('C12 a project that a timer uses is named by its own code', () => {
  const error = { code: 'guard.projectDelete', details: { values: { code: 'PROJ-123' } } } as const
  expect(errorSentence(error, 'en')).toBe('Cannot delete PROJ-123 as used in timer.')
})

test('A21 a missing value leaves an ellipsis, never a placeholder', () => {
  expect(errorSentence({ code: 'entry.exceedsDay' }, 'en')).toContain('at most … minutes')
  expect(
    errorSentence({ code: 'entry.exceedsDay', details: { values: { maxMinutes: 30 } } }, 'en'),
  ).toContain('at most 30 minutes')
})
