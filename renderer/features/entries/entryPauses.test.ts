// Proves that the manual form shows and takes the counted time of an entry with pauses.
import { expect, test } from 'vitest'
import { countedOf, lastingWithPauses } from './entryPauses.ts'

const HOUR = 3_600_000
const at = (hours: number): number => hours * HOUR
/** 09:00 to 17:00, with a pause from 12 to 13. */
const segments = [
  { start: at(9), end: at(12) },
  { start: at(13), end: at(17) },
]
const times = { startAt: at(9), endAt: at(17) }

test('K3 the duration is what is counted', () => {
  expect(countedOf(times, segments)).toBe(at(7))
  expect(countedOf({ startAt: at(33), endAt: at(41) }, segments)).toBe(at(7))
  expect(countedOf(times, null)).toBe(at(8))
  expect(countedOf({ startAt: null, endAt: at(17) }, segments)).toBeNull()
})

test.each([6, 7, 8, 3, 2, 3.5])('K3 a typed duration of %s hours counts just that', (hours) => {
  const typed = lastingWithPauses(times, at(hours), segments)
  expect(countedOf(typed, segments)).toBe(at(hours))
})

test('K3 after another start, too, and without pauses as before', () => {
  const moved = lastingWithPauses({ startAt: at(10), endAt: at(17) }, at(6), segments)
  expect(moved).toEqual({ startAt: at(10), endAt: at(17) })
  expect(countedOf(moved, segments)).toBe(at(6))
  expect(lastingWithPauses(times, at(2), null)).toEqual({ startAt: at(9), endAt: at(11) })
})
