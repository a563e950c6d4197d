// Which version holds on a day, whatever order they come in.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { newestFirst, validOn } from './dated.ts'

const from = (validFrom: string) => ({ validFrom })
const APRIL = from('2026-04-01')
const JULY = from('2026-07-01')

test.each([
  ['2026-03-31', null],
  ['2026-04-01', APRIL],
  ['2026-06-30', APRIL],
  ['2026-07-01', JULY],
  ['2030-01-01', JULY],
])('G7 on %s the latest that has begun holds', (date, expected) => {
  expect(validOn([JULY, APRIL], date)).toBe(expected)
  expect(validOn([APRIL, JULY], date)).toBe(expected)
})

test('G7 what holds is the first of the newest first that has begun', () => {
  const day = fc.integer({ min: 10, max: 28 }).map((n) => `2026-05-${n}`)
  fc.assert(
    fc.property(
      fc.uniqueArray(day.map(from), { selector: ({ validFrom }) => validFrom }),
      day,
      (versions, date) => {
        const begun = newestFirst(versions).find(({ validFrom }) => validFrom <= date)
        expect(validOn(versions, date)).toBe(begun ?? null)
      },
    ),
  )
})
