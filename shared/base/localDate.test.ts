// Proves the calendar arithmetic against Temporal, and its refusal of dates that do not exist.
import * as fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import { describe, expect, test } from 'vitest'
import {
  addDays,
  addMonths,
  dateOfEpochDay,
  daysBetween,
  daysOfMonth,
  epochDayOf,
  firstDayOf,
  isLocalDate,
  isMonth,
  lastDayOf,
  monthOf,
  weekdayOf,
  weekStartOf,
} from './localDate.ts'

const day = fc.integer({ min: epochDayOf('0001-01-01'), max: epochDayOf('9999-12-31') })
const nearDay = fc.integer({ min: epochDayOf('1890-01-01'), max: epochDayOf('2110-12-31') })

test('B36 only dates of the calendar are dates', () => {
  const right = ['2026-03-03', '2024-02-29', '2000-02-29', '0001-01-01', '9999-12-31']
  const wrong = [
    '2026-02-30',
    '2025-02-29',
    '1900-02-29',
    '2026-13-01',
    '2026-00-10',
    '2026-04-31',
    '2026-01-00',
  ]
  const noDates = [
    '',
    '2026-3-3',
    '26-03-03',
    '2026/03/03',
    '2026-03-03T',
    ' 2026-03-03',
    '0000-01-01',
    '٢٠٢٦-٠٣-٠٣',
  ]
  expect(right.filter((text) => !isLocalDate(text))).toEqual([])
  expect([...wrong, ...noDates].filter(isLocalDate)).toEqual([])
  expect(['2026-01', '2026-12'].every(isMonth)).toBe(true)
  expect(['2026-13', '2026-00', '2026-1', '2026', '2026-01-01', ''].some(isMonth)).toBe(false)
})

test('B36 a month lists each of its days once, in order', () => {
  expect(daysOfMonth('2026-02')).toHaveLength(28)
  expect(daysOfMonth('2024-02').at(-1)).toBe('2024-02-29')
  expect(daysOfMonth('2026-12').slice(0, 2)).toEqual(['2026-12-01', '2026-12-02'])
  expect([firstDayOf('2026-04'), lastDayOf('2026-04')]).toEqual(['2026-04-01', '2026-04-30'])
})

test.each([
  ['2026-01', 1, '2026-02'],
  ['2026-12', 1, '2027-01'],
  ['2026-01', -1, '2025-12'],
  ['2026-03', -27, '2023-12'],
  ['2026-03', 0, '2026-03'],
])('B34 month %s moved by %s is %s', (month, months, expected) => {
  expect(addMonths(month, months)).toBe(expected)
})

test.each([
  ['2026-03-01', 1, '2026-02-23'], // a Sunday
  ['2026-03-01', 7, '2026-03-01'],
  ['2026-03-02', 7, '2026-03-01'],
  ['2026-03-02', 1, '2026-03-02'],
  ['2026-01-01', 6, '2025-12-27'],
])('G14 the week of %s that begins on weekday %s begins on %s', (date, first, expected) => {
  expect(weekStartOf(date, first)).toBe(expected)
})

test('B36 what is no date is an error, not a wrong day', () => {
  expect(() => addDays('2026-02-30', 1)).toThrow(RangeError)
  expect(() => addDays('9999-12-31', 1)).toThrow(RangeError)
  expect(() => addDays('2026-02-03', 0.5)).toThrow(RangeError)
  expect(() => daysOfMonth('2026-13')).toThrow(RangeError)
  expect(() => addMonths('2026-1', 1)).toThrow(RangeError)
  expect(() => addMonths('9999-12', 1)).toThrow(RangeError)
})

describe('B36 the arithmetic agrees with Temporal', () => {
  test('B36 for any date and distance', () => {
    fc.assert(
      fc.property(nearDay, fc.integer({ min: -40_000, max: 40_000 }), (from, distance) => {
        const date = dateOfEpochDay(from)
        const plain = Temporal.PlainDate.from(date)
        const moved = addDays(date, distance)
        expect(moved).toBe(plain.add({ days: distance }).toString())
        expect(daysBetween(date, moved)).toBe(distance)
        expect(weekdayOf(date)).toBe(plain.dayOfWeek)
        expect(lastDayOf(monthOf(date)).slice(8)).toBe(String(plain.daysInMonth))
      }),
      { numRuns: 500 },
    )
  })

  test('B36 a day number and its date are each other’s inverse over all four-digit years', () => {
    fc.assert(
      fc.property(day, (number) => {
        expect(epochDayOf(dateOfEpochDay(number))).toBe(number)
      }),
      { numRuns: 2000 },
    )
  })

  test('B36 days in a row differ by one, over a whole 400-year cycle of the calendar', () => {
    const wrong: string[] = []
    let date = '1999-12-31'
    for (let step = 0; step < 146_097; step += 1) {
      const next = addDays(date, 1)
      if (next <= date || daysBetween(date, next) !== 1) wrong.push(`${date} → ${next}`)
      date = next
    }
    expect(wrong).toEqual([])
    expect(date).toBe('2399-12-31')
  })
})
