// Proves how the times of the manual form hang together.
import { expect, test } from 'vitest'
import { durationOf, endAfter, lastHour, lasting, movedTo, timesProblem } from './entryTimes.ts'

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
  expect(movedTo({ startAt: 1000, endAt: 3000 }, null)).toMatchObject({ startAt: null, endAt: 3000 })
})

test('K12 a start that could not be read in between keeps the duration', () => {
  const unread = movedTo({ startAt: 1000, endAt: 3000 }, null)
  expect(durationOf(unread)).toBeNull()
  expect(movedTo(movedTo(unread, null), 5000)).toEqual({ startAt: 5000, endAt: 7000 })
})

const ZONE = 'Europe/Berlin'
const at = (text: string): number => Date.parse(text)

test.each([
  ['22:00 to 00:30', '2026-11-28T22:00+01:00', '2026-11-28T00:30+01:00', '2026-11-29T00:30+01:00'],
  ['22:00 to 6:00', '2026-11-28T22:00+01:00', '2026-11-28T06:00+01:00', '2026-11-29T06:00+01:00'],
  // In the night that clocks go back, too.
  ['22:00 to 6:00', '2026-10-24T22:00+02:00', '2026-10-24T06:00+02:00', '2026-10-25T06:00+01:00'],
  // A whole day nearly: a slip of the finger, which is said instead of guessed at.
  ['9:00 to 8:30', '2026-11-28T09:00+01:00', '2026-11-28T08:30+01:00', '2026-11-28T08:30+01:00'],
  ['9:00 to 9:00', '2026-11-28T09:00+01:00', '2026-11-28T09:00+01:00', '2026-11-28T09:00+01:00'],
  ['9:00 to 10:00', '2026-11-28T09:00+01:00', '2026-11-28T10:00+01:00', '2026-11-28T10:00+01:00'],
])('K12 an end typed as a time alone: %s', (_, start, typed, end) => {
  expect(endAfter(at(start), at(typed), 'time', ZONE)).toBe(at(end))
})

test.each([
  // Typed over 10:30 AM, 2:45 is read as AM first.
  ['9:30 AM to 2:45', '2026-11-30T09:30+01:00', '2026-11-30T02:45+01:00', '2026-11-30T14:45+01:00'],
  // Typed over 11 PM, 6:00 is read as PM first.
  ['10 PM to 6:00', '2026-11-28T22:00+01:00', '2026-11-28T18:00+01:00', '2026-11-29T06:00+01:00'],
  ['10 PM to 1:15', '2026-11-28T22:00+01:00', '2026-11-28T01:15+01:00', '2026-11-29T01:15+01:00'],
  ['9:30 AM to 10:15', '2026-11-30T09:30+01:00', '2026-11-30T10:15+01:00', '2026-11-30T10:15+01:00'],
])('K12 an end typed without saying AM or PM: %s', (_, start, read, end) => {
  expect(endAfter(at(start), at(read), 'eitherHalf', ZONE)).toBe(at(end))
})

test('K12 an end whose half of the day is said, or whose date is, is not moved to another', () => {
  const [start, end] = [at('2026-11-30T09:30+01:00'), at('2026-11-30T02:45+01:00')]
  expect(endAfter(start, end, 'time', ZONE)).toBe(end)
  expect(endAfter(start, end, 'date', ZONE)).toBe(end)
})

test('B26 the empty form starts with the last hour in whole minutes', () => {
  const times = lastHour(10 * 60 * MINUTE + 12_345)
  expect(times.endAt).toBe(10 * 60 * MINUTE)
  expect(durationOf(times)).toBe(60 * MINUTE)
})
