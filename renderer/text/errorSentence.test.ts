// Refusals on a page: their days are written as the page writes days.
import { expect, test } from 'vitest'
import { appError } from '../../shared/contract/errors.ts'
import { errorSentence, fetchSentences } from './errorSentence.ts'

const refusal = appError('absence.endBeforeStart', { values: { date: '2026-12-24' } })

test('K14 a day in a refusal is written as its language does, not as it travels', async () => {
  await fetchSentences('de')
  expect(errorSentence(refusal, 'de')).toContain('24.12.2026')
  expect(errorSentence(refusal, 'en')).toMatch(/24 Dec 2026|Dec 24, 2026/)
  expect(errorSentence(refusal, 'en')).not.toContain('2026-12-24')
})

test('K14 so is an amount of money', async () => {
  await fetchSentences('de')
  const error = appError('payment.tooMuch', { values: { open: '4143.29 EUR', number: '2026-0001' } })
  expect(errorSentence(error, 'de')).toMatch(/4\.143,29\s€/u)
  expect(errorSentence(error, 'en')).toContain('€4,143.29')
})
