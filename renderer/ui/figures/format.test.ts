// Times, and the week, as each locale writes them (K8, K14).
import { expect, test } from 'vitest'
import { localTimeText } from '../fields/TimeField.tsx'
import { createFormat } from './format.ts'
import { weekFrom } from './weekStart.ts'

const CLOCKS = [
  ['en-US', '9:05 AM', '5:27 PM'],
  ['en-GB', '09:05', '17:27'],
  ['de-DE', '09:05', '17:27'],
  ['pl-PL', '09:05', '17:27'],
] as const
test.each(CLOCKS)('K14 %s writes %s and %s, in a list as in a field', (locale, morning, evening) => {
  const { time } = createFormat(locale, 'UTC', 'EUR')
  const plain = (text: string) => text.replaceAll(/\s/g, ' ')
  expect(plain(time(Date.UTC(2026, 2, 3, 9, 5)))).toBe(morning)
  expect(plain(localTimeText('09:05', locale))).toBe(morning)
  expect(plain(localTimeText('17:27', locale))).toBe(evening)
})

test('K8 the days of a week stand in the order in which it begins', () => {
  expect(weekFrom(1)).toEqual([1, 2, 3, 4, 5, 6, 7])
  expect(weekFrom(7)).toEqual([7, 1, 2, 3, 4, 5, 6])
  expect(weekFrom(6)).toEqual([6, 7, 1, 2, 3, 4, 5])
})
