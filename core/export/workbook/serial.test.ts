import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays, dateOfEpochDay } from '../../../shared/base/localDate.ts'
import { at } from '../../testing/testApp.ts'
import { dateSerial, dayFraction, hoursOf, wallSerial } from './serial.ts'

test('G6 dates are the serial numbers that Excel knows', () => {
  // Counted by Excel itself: DATE(1970,1,1), DATE(2000,2,29), DATE(2026,3,3).
  expect(['1970-01-01', '2000-02-29', '2026-03-03'].map(dateSerial)).toEqual([25_569, 36_585, 46_084])
})

test('G6 the day after is one more, all over the years', () => {
  fc.assert(
    fc.property(fc.integer({ min: -25_000, max: 200_000 }), (day) => {
      const date = dateOfEpochDay(day)
      expect(dateSerial(addDays(date, 1))).toBe(dateSerial(date) + 1)
    }),
  )
})

test('G6 a time is what the clocks of the zone show, also around a clock change', () => {
  expect(wallSerial(at('2026-03-03 12:00'), 'Europe/Berlin')).toBe(46_084.5)
  expect(wallSerial(at('2026-03-03 12:00'), 'UTC')).toBeCloseTo(46_084 + 11 / 24, 9)
  // 2026-03-29: 01:30, then one hour later 03:30.
  const before = at('2026-03-29 01:30')
  expect(wallSerial(before + 3_600_000, 'Europe/Berlin') - wallSerial(before, 'Europe/Berlin')).toBeCloseTo(
    2 / 24,
    9,
  )
})

test('G6 durations are fractions of a day, hours are decimal', () => {
  expect(dayFraction(36 * 3_600_000)).toBe(1.5)
  expect(hoursOf(90 * 60_000)).toBe(1.5)
})
