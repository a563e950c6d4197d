// Proves that what shows the same second changes at once.
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { clockFrom, clockTold } from './appClock.ts'

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

test('B23 all who wait for the same second are called together, by one timer', () => {
  const clock = clockFrom(1_000_000)
  const called: string[] = []
  clock.at(1_001_002, () => called.push(`header at ${clock.now()}`))
  vi.advanceTimersByTime(300)
  clock.at(1_001_002, () => called.push(`panel at ${clock.now()}`))
  expect(vi.getTimerCount()).toBe(1)
  vi.advanceTimersByTime(701)
  expect(called).toEqual([])
  vi.advanceTimersByTime(1)
  expect(called).toEqual(['header at 1001002', 'panel at 1001002'])
  expect(vi.getTimerCount()).toBe(0)
})

test('B23 who waits no more is not called, and wakes nobody when nobody else waits', () => {
  const clock = clockFrom(1_000_000)
  const called: string[] = []
  const leave = clock.at(1_001_002, () => called.push('left'))
  const leaveToo = clock.at(1_001_002, () => called.push('stays'))
  leave()
  vi.advanceTimersByTime(1_002)
  expect(called).toEqual(['stays'])
  // The moment has passed; another may wait for it anew, and is not sent away by one who waited before.
  clock.at(1_001_002, () => called.push('late'))
  leaveToo()
  vi.advanceTimersByTime(0)
  expect(called).toEqual(['stays', 'late'])
  clock.at(1_009_000, () => called.push('never'))()
  expect(vi.getTimerCount()).toBe(0)
})

test('B15 B23 a late answer sets no clock back that is right, and a clock that is off is right within what its answer took', () => {
  const right = clockFrom(1_000_000)
  vi.advanceTimersByTime(2_000)
  // Said 1.9 s ago, while the window was busy.
  expect(clockTold(right, 1_000_100, 1_950)).toBe(right)
  // Asleep for an hour, while the window's own clock stood still.
  const woken = clockTold(right, 4_600_000, 20)
  expect(woken.now()).toBe(4_600_000)
  // Somebody set the computer's clock back.
  expect(clockTold(right, 500_000, 20).now()).toBe(500_020)
  // Each answer that comes sooner makes it more exact.
  const late = clockTold(clockFrom(0), 1_000_000, 900)
  vi.advanceTimersByTime(10_000)
  expect(clockTold(late, 1_010_800, 5).now()).toBe(1_010_800)
})
