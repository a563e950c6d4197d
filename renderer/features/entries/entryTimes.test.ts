// Proves how the times of the manual form hang together.
import { expect, test } from 'vitest'
import { durationOf, lastHour, lasting, movedTo, timesProblem } from './entryTimes.ts'

const MINUTE = 60_000

test('B27 what is wrong with typed times is named', () => {
  expect(timesProblem({ startAt: null, endAt: 5 })).toBe('noStart')
  expect(timesProblem({ startAt: 5, endAt: null })).toBe('noStop')
  expect(timesProblem({ startAt: 5, endAt: 4 })).toBe('stopBeforeStart')
  expect(timesProblem({ startAt: 5, endAt: 5 })).toBe('zero')
  expect(timesProblem({ startAt: 5, endAt: 6 })).toBeNull()
})

test('B27 a typed duration moves the stop', () => {
  expect(lasting({ startAt: 1000, endAt: 2000 }, 90 * MINUTE)).toEqual({
    startAt: 1000,
    endAt: 1000 + 90 * MINUTE,
  })
  expect(lasting({ startAt: null, endAt: 2000 }, 90 * MINUTE)).toEqual({ startAt: null, endAt: 2000 })
})

test('B27 a moved start keeps the duration; without one the stop stays', () => {
  expect(movedTo({ startAt: 1000, endAt: 3000 }, 5000)).toEqual({ startAt: 5000, endAt: 7000 })
  expect(movedTo({ startAt: 3000, endAt: 1000 }, 500)).toEqual({ startAt: 500, endAt: 1000 })
  expect(movedTo({ startAt: 1000, endAt: 3000 }, null)).toEqual({ startAt: null, endAt: 3000 })
})

test('B26 the empty form starts with the last hour in whole minutes', () => {
  const times = lastHour(10 * 60 * MINUTE + 12_345)
  expect(times.endAt).toBe(10 * 60 * MINUTE)
  expect(durationOf(times)).toBe(60 * MINUTE)
})
