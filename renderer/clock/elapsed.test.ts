// Proves the arithmetic of the running clock.
import { expect, test } from 'vitest'
import { elapsedMs, msToNext } from './elapsed.ts'

test('B14 the elapsed time is what is counted plus what runs', () => {
  expect(elapsedMs({ countedMs: 5000, runningSince: 100_000 }, 103_500)).toBe(8500)
})

test('A6 while paused, nothing is added', () => {
  expect(elapsedMs({ countedMs: 5000, runningSince: null }, 999_999)).toBe(5000)
})

test('G3 a clock that says less than the start never makes the time shrink', () => {
  expect(elapsedMs({ countedMs: 5000, runningSince: 100_000 }, 90_000)).toBe(5000)
})

test('B23 the next tick comes just after the second, in every window', () => {
  expect(msToNext(3400)).toBe(602)
  expect(msToNext(3000)).toBe(1002)
  expect(msToNext(61_000, 60_000)).toBe(59_002)
})
