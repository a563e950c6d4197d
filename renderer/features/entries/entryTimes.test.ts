// Proves how the times of the manual form hang together.
import { expect, test } from 'vitest'
import { durationOf, endAfter, lastHour, lasting, movedTo, startBefore, timesProblem } from './entryTimes.ts'

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

test.each([
  // Typed over 4:42 PM, 9:15 is read as PM first.
  ['9:15 at 5 PM', '2026-12-01T21:15+01:00', '2026-12-01T17:00+01:00', '2026-12-01T09:15+01:00'],
  // Typed over 12:05 AM, 11:50 is read as AM first.
  ['11:50 at 0:10 AM', '2026-12-01T11:50+01:00', '2026-12-01T00:10+01:00', '2026-11-30T23:50+01:00'],
  ['4:15 at 5 PM', '2026-12-01T16:15+01:00', '2026-12-01T17:00+01:00', '2026-12-01T16:15+01:00'],
  ['5:00 at 5 PM', '2026-12-01T17:00+01:00', '2026-12-01T17:00+01:00', '2026-12-01T17:00+01:00'],
  // The day that is given lies ahead as a whole: said instead of guessed at.
  ['9:15 of tomorrow', '2026-12-02T09:15+01:00', '2026-12-01T17:00+01:00', '2026-12-02T09:15+01:00'],
])('K12 a start typed without saying AM or PM: %s', (_, read, until, start) => {
  expect(startBefore(at(read), 'eitherHalf', at(until), ZONE)).toBe(at(start))
})

test('K12 a start whose half of the day is said, or that has no end to lie before, is as it was typed', () => {
  const [start, until] = [at('2026-12-01T21:15+01:00'), at('2026-12-01T17:00+01:00')]
  expect(startBefore(start, 'time', until, ZONE)).toBe(start)
  expect(startBefore(start, 'date', until, ZONE)).toBe(start)
  expect(startBefore(start, 'eitherHalf', null, ZONE)).toBe(start)
  expect(startBefore(null, 'eitherHalf', until, ZONE)).toBeNull()
})

test.each([
  // Typed over 5:00 PM at 6 PM, 10:30 is read as PM first.
  ['9:15 AM to 10:30', '2026-12-01T22:30+01:00', '2026-12-01T10:30+01:00'],
  ['9:15 AM to 5:30', '2026-12-01T17:30+01:00', '2026-12-01T17:30+01:00'],
  // No half of it is past and after the start.
  ['9:15 AM to 7:30', '2026-12-01T19:30+01:00', '2026-12-01T19:30+01:00'],
])('K12 an end typed without saying AM or PM that would lie ahead: %s', (_, read, end) => {
  const [start, now] = [at('2026-12-01T09:15+01:00'), at('2026-12-01T18:00+01:00')]
  expect(endAfter(start, at(read), 'eitherHalf', ZONE, now)).toBe(at(end))
  expect(endAfter(start, at(read), 'time', ZONE, now)).toBe(at(read))
  expect(endAfter(start, at(read), 'eitherHalf', ZONE)).toBe(at(read))
})

test('B26 the empty form starts with the last hour in whole minutes', () => {
  const times = lastHour(10 * 60 * MINUTE + 12_345)
  expect(times.endAt).toBe(10 * 60 * MINUTE)
  expect(durationOf(times)).toBe(60 * MINUTE)
})
