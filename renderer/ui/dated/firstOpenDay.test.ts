// A new contract or rate is not offered a day that is closed.
import { expect, test } from 'vitest'
import { firstOpenDay } from './firstOpenDay.ts'

test.each([
  [null, '2026-03-01'],
  ['2026-02-28', '2026-03-01'],
  ['2026-03-01', '2026-03-02'],
  ['2026-03-14', '2026-03-15'],
])('G7 closed through %s, a new version begins on %s', (closedThrough, begins) => {
  expect(firstOpenDay('2026-03-17', closedThrough)).toBe(begins)
})
