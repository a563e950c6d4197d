// Proves how durations are typed (spec D12), shown and rounded.
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  decimalHours,
  formatClock,
  formatDuration,
  HOUR_MS,
  MAX_TYPED_MS,
  MINUTE_MS,
  parseDuration,
  roundDuration,
} from './duration.ts'

describe('D12 a typed duration is normalised', () => {
  test.each([
    [':125', 2, 5, 0],
    ['1:80', 2, 20, 0],
    ['2', 2, 0, 0],
    ['2.5', 2, 30, 0],
    ['2,5', 2, 30, 0],
    ['2h', 2, 0, 0],
    ['2h 30min', 2, 30, 0],
    ['2 h 30 m', 2, 30, 0],
    ['2h30m', 2, 30, 0],
    ['1h30', 1, 30, 0],
    ['1 h 05', 1, 5, 0],
    ['1:30', 1, 30, 0],
    ['1:5', 1, 5, 0],
    ['1:30:15', 1, 30, 15],
    ['0:59:75', 1, 0, 15],
    ['90min', 1, 30, 0],
    ['45m', 0, 45, 0],
    ['1.5h', 1, 30, 0],
    ['.25', 0, 15, 0],
    ['1:30 h', 1, 30, 0],
    ['2 Std. 30 Min.', 2, 30, 0],
    ['2 Stunden 1 Minute', 2, 1, 0],
    ['90 s', 0, 1, 30],
    ['1H 5MIN 3SEC', 1, 5, 3],
    ['  1:30\t', 1, 30, 0],
    ['0', 0, 0, 0],
    ['007', 7, 0, 0],
    ['10000', 10_000, 0, 0],
  ])('D12 %j is %s:%s:%s', (text, hours, minutes, seconds) => {
    expect(parseDuration(text)).toEqual({ ok: true, value: (hours * 3600 + minutes * 60 + seconds) * 1000 })
  })

  test.each([
    ['', 'empty'],
    ['  \n', 'empty'],
    ['-1', 'negative'],
    ['−1:30', 'negative'],
    ['- 2h', 'negative'],
    ['-', 'unreadable'],
    ['--1', 'unreadable'],
    ['+1', 'unreadable'],
    ['1:2:3:4', 'unreadable'],
    ['1h2', 'unreadable'],
    ['abc', 'unreadable'],
    ['1e3', 'unreadable'],
    ['0x10', 'unreadable'],
    ['Infinity', 'unreadable'],
    [':', 'unreadable'],
    ['1:', 'unreadable'],
    ['1::5', 'unreadable'],
    ['1.', 'unreadable'],
    ['1.5:30', 'unreadable'],
    ['1:30 min', 'unreadable'],
    ['1 30', 'unreadable'],
    ['30min 2h', 'unreadable'],
    ['2h 3h', 'unreadable'],
    ['1h3', 'unreadable'],
    ['1h300', 'unreadable'],
    ['2h 30min x', 'unreadable'],
    ['1d', 'unreadable'],
    ['1.000,5', 'unreadable'],
    ['h', 'unreadable'],
    ['٢:٣٠', 'unreadable'],
    ['２', 'unreadable'],
    ['½', 'unreadable'],
    ['10000:00:01', 'tooLarge'],
    ['9'.repeat(400), 'tooLarge'],
    [`1h${' '.repeat(50_000)}x`, 'unreadable'],
  ])('D12 %j is refused: %s', (text, reason) => {
    expect(parseDuration(text)).toEqual({ ok: false, error: { reason } })
  })

  test('D12 what is shown reads back as the same duration', () => {
    fc.assert(
      fc.property(fc.nat(MAX_TYPED_MS / 1000), (seconds) => {
        const minutes = Math.floor(seconds / 60)
        expect(parseDuration(formatClock(seconds * 1000))).toEqual({ ok: true, value: seconds * 1000 })
        expect(parseDuration(formatDuration(minutes * MINUTE_MS))).toEqual({
          ok: true,
          value: minutes * MINUTE_MS,
        })
      }),
    )
  })

  test('D12 any text is a duration of whole, bounded ms or refused', () => {
    const typed = fc.string({ unit: fc.constantFrom(...Array.from('0129:.,-hms td')), maxLength: 12 })
    fc.assert(
      fc.property(fc.oneof(fc.string(), typed), (text) => {
        const result = parseDuration(text)
        if (!result.ok) return
        expect(Number.isInteger(result.value)).toBe(true)
        expect(result.value).toBeGreaterThanOrEqual(0)
        expect(result.value).toBeLessThanOrEqual(MAX_TYPED_MS)
      }),
      { numRuns: 2000 },
    )
  })
})

test.each([
  [0, '0:00'],
  [29_999, '0:00'],
  [30_000, '0:01'],
  [83 * MINUTE_MS, '1:23'],
  [125 * HOUR_MS, '125:00'],
  [-90 * MINUTE_MS, '−1:30'],
  [-29_999, '0:00'],
  [-30_000, '−0:01'],
])('B29 %s ms is shown as %s', (ms, text) => {
  expect(formatDuration(ms)).toBe(text)
})

test.each([
  [0, '0:00:00'],
  [59_999, '0:00:59'],
  [3_661_000, '1:01:01'],
  [360_000_000, '100:00:00'],
  [-1500, '−0:00:01'],
  [-999, '0:00:00'],
])('B14 the running clock shows %s ms as %s', (ms, text) => {
  expect(formatClock(ms)).toBe(text)
})

test('G6 decimal hours are rounded half away from zero, to two places unless told', () => {
  expect(decimalHours(80 * MINUTE_MS)).toBe(1.33)
  expect(decimalHours(3_618_000)).toBe(1.01) // 1.005 h
  expect(decimalHours(-3_618_000)).toBe(-1.01)
  expect(decimalHours(80 * MINUTE_MS, 4)).toBe(1.3333)
  expect(decimalHours(100 * MINUTE_MS, 0)).toBe(2)
  expect(Object.is(decimalHours(-1), 0)).toBe(true)
})

test.each([
  ['nearest', 15, 7.5, 15],
  ['nearest', 15, 7.49, 0],
  ['nearest', 15, -7.5, -15],
  ['up', 15, 0, 0],
  ['up', 15, 0.001, 15],
  ['up', 15, 15, 15],
  ['up', 6, -1, -6],
  ['down', 15, 29.9, 15],
  ['none', 15, 29.9, 29.9],
  ['none', 0, 29.9, 29.9],
] as const)('B29 rounding %s to %s min makes %s min %s', (mode, stepMinutes, minutes, expected) => {
  expect(roundDuration(minutes * MINUTE_MS, { mode, stepMinutes })).toBe(expected * MINUTE_MS)
})

test('B29 rounding moves by less than a step, to a multiple, and rounding again changes nothing', () => {
  const ms = fc.integer({ min: -1e10, max: 1e10 })
  const mode = fc.constantFrom('nearest' as const, 'up' as const, 'down' as const)
  fc.assert(
    fc.property(ms, fc.integer({ min: 1, max: 120 }), mode, (value, stepMinutes, how) => {
      const step = stepMinutes * MINUTE_MS
      const rounded = roundDuration(value, { stepMinutes, mode: how })
      expect(Math.abs(rounded % step)).toBe(0)
      expect(Math.abs(rounded - value)).toBeLessThan(how === 'nearest' ? step / 2 + 1 : step)
      expect(roundDuration(rounded, { stepMinutes, mode: how })).toBe(rounded)
    }),
  )
  expect(() => roundDuration(1, { stepMinutes: 0, mode: 'up' })).toThrow(RangeError)
})
