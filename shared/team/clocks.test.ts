// How far a clock was off, as the server tells it.
import { expect, test } from 'vitest'
import { clockOff } from './clocks.ts'

const HOUR = 3_600_000
const NOW = 1_800_000_000_000

test.each([
  ['right', NOW - 5_000, NOW, null],
  ['right, and offline for a week', NOW - 168 * HOUR, NOW - 1_000, null],
  ['a minute ahead', NOW + 60_000, NOW + 60_000, null],
  ['three hours ahead', NOW + 3 * HOUR, NOW + 3 * HOUR, 3 * HOUR],
  ['a month behind', NOW - 720 * HOUR, NOW - 720 * HOUR, -720 * HOUR],
  ['ahead when it was done, and set right since', NOW + HOUR, NOW, HOUR],
  ['ahead, of a device that does not say', NOW + HOUR, undefined, HOUR],
  ['unknown, of a device that does not say', NOW - HOUR, undefined, null],
])('H16 %s', (_, at, sentAt, off) => {
  expect(clockOff(at, NOW, sentAt)).toBe(off)
})
