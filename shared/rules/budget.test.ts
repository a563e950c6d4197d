import fc from 'fast-check'
import { expect, test } from 'vitest'
import { daysBetween } from '../base/localDate.ts'
import { PACE_DAYS, paceSince, runsOut } from './budget.ts'

const HOUR = 3_600_000
const TODAY = '2026-03-17'

test.each([
  { what: 'an hour a day', left: 10 * HOUR, pace: 28 * HOUR, day: '2026-03-27' },
  { what: 'a day that is not full', left: 10.5 * HOUR, pace: 28 * HOUR, day: '2026-03-28' },
  { what: 'hardly anything is left', left: 1, pace: 28 * HOUR, day: '2026-03-18' },
  { what: 'nothing is left', left: 0, pace: 28 * HOUR, day: null },
  { what: 'more than all is spent', left: -HOUR, pace: 28 * HOUR, day: null },
  { what: 'nothing was spent lately', left: HOUR, pace: 0, day: null },
  { what: 'so slowly that nobody lives to see it', left: 1_000 * HOUR, pace: 1, day: null },
])('I12 $what', ({ left, pace, day }) => {
  expect(runsOut(left, pace, TODAY)).toBe(day)
})

test('I12 the pace is that of four weeks, today included', () => {
  expect(paceSince(TODAY)).toBe('2026-02-18')
  expect(daysBetween(paceSince(TODAY), TODAY) + 1).toBe(PACE_DAYS)
})

test('I12 on the day before it, something is left; on the day itself nothing', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 1e9 }), fc.integer({ min: 1, max: 1e9 }), (left, pace) => {
      const day = runsOut(left, pace, TODAY)
      if (day === null) return
      const days = daysBetween(TODAY, day)
      expect(days * pace).toBeGreaterThanOrEqual(left * PACE_DAYS)
      expect((days - 1) * pace).toBeLessThan(left * PACE_DAYS)
    }),
  )
})
