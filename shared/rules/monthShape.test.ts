// The months of the calendar, by weekday, say the same as their days one by one.
import { expect, test } from 'vitest'
import { MINUTE_MS } from '../base/duration.ts'
import { daysOfMonth, weekdayOf } from '../base/localDate.ts'
import { countBits, dayBit, expectedInMonth, monthShape, workingDays } from './monthShape.ts'

const MINUTES = [480, 450, 0, 420, 360, 60, 0]
const HOLIDAYS = new Map([
  ['2026-01-01', 'New Year'],
  ['2026-01-06', 'Epiphany'],
  ['2028-02-29', 'Leap Day'],
])
const MONTHS = ['2026-01', '2026-02', '2028-02', '2026-12', '2025-06']

test.each(MONTHS)('B47 what %s expects is what its days expect, holidays left out', (month) => {
  const shape = monthShape(month, HOLIDAYS)
  const of = (date: string): number => (HOLIDAYS.has(date) ? 0 : (MINUTES[weekdayOf(date) - 1] ?? 0))
  const dates = daysOfMonth(month)
  expect(expectedInMonth(shape, MINUTES)).toBe(dates.reduce((sum, date) => sum + of(date), 0) * MINUTE_MS)
  const working = workingDays(shape, MINUTES)
  expect(dates.filter((date) => (working & dayBit(date)) !== 0)).toEqual(dates.filter((date) => of(date) > 0))
  expect(countBits(working)).toBe(dates.filter((date) => of(date) > 0).length)
})

test('B47 other holidays make another month, and a 31st is a day like any other', () => {
  expect(countBits(workingDays(monthShape('2026-01', new Map()), Array(7).fill(60)))).toBe(31)
  expect(countBits(workingDays(monthShape('2026-01', HOLIDAYS), Array(7).fill(60)))).toBe(29)
  expect(expectedInMonth(monthShape('2026-01', HOLIDAYS), [])).toBe(0)
})
