import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fewerADay } from './fewerADay.ts'
import type { Drawn } from './fewerADay.ts'

const HOUR = 3_600_000
const DAY = 24 * HOUR
const day = Date.parse('2026-03-04')

const none = () => false
const given = (drawn: Drawn[], most: number, kept: (item: Drawn) => boolean = none) =>
  fewerADay(drawn, most, (item) => item, kept)
const at = (start: number, hours = 1): Drawn => ({ start, end: start + hours * HOUR, allDay: false })

test('A3 of a full day its first items are given, the longer first, and the others are counted', () => {
  const nine = at(day + 9 * HOUR)
  const longer = at(day + 9 * HOUR, 2)
  const eight = at(day + 8 * HOUR)
  const due: Drawn = { start: day, end: null, allDay: true }
  const { items, more } = given([nine, longer, eight, due], 3)
  expect(items).toEqual([longer, eight, due])
  expect([...more]).toEqual([['2026-03-04', 1]])
})

test('A3 a day that is not full, what lasts over midnight and what is kept are all given', () => {
  const night = at(day + 22 * HOUR, 6)
  const toMidnight = at(day + 23 * HOUR, 1)
  const items = [at(day), at(day + HOUR), night, toMidnight]
  expect(given(items, 3)).toEqual({ items, more: new Map() })
  expect(given(items, 2).items).toEqual([items[0], items[1], night])
  expect(given(items, 1, (item) => item === toMidnight)).toEqual({
    items: [items[0], night, toMidnight],
    more: new Map([['2026-03-04', 1]]),
  })
})

test('A3 what is given and what is counted are together what there is, on every day', () => {
  const items = fc.array(
    fc
      .record({ from: fc.nat(10 * DAY), length: fc.nat(DAY * 1.5) })
      .map(({ from, length }): Drawn => ({ start: day + from, end: day + from + length, allDay: false })),
    { maxLength: 60 },
  )
  fc.assert(
    fc.property(items, fc.integer({ min: 1, max: 9 }), (drawn, most) => {
      const { items: shown, more } = given(drawn, most)
      const counted = [...more.values()].reduce((sum, count) => sum + count, 0)
      expect(shown.length + counted).toBe(drawn.length)
      const dates = drawn.map(({ start }) => new Date(start).toISOString().slice(0, 10))
      for (const date of new Set(dates)) {
        const here = shown.filter(({ start }) => new Date(start).toISOString().startsWith(date))
        expect(here.length + (more.get(date) ?? 0)).toBe(dates.filter((each) => each === date).length)
      }
    }),
  )
})
