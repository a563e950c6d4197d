// The day's arithmetic: entrance, exit, attendance against bookings, and what a day is marked as.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { HOUR_MS } from '../base/duration.ts'
import { dayStatus, dayTimeOf, unionMs } from './workDiary.ts'

const h = (hours: number): number => 1_772_000_000_000 + hours * HOUR_MS
const session = (from: number, to: number) => ({
  startAt: h(from),
  endAt: h(to),
  durationMs: (to - from) * HOUR_MS,
})

describe('a day', () => {
  test('F1 B37 shows its first entrance and last exit', () => {
    expect(dayTimeOf([session(13, 17), session(8, 12)])).toMatchObject({
      entrance: h(8),
      exit: h(17),
      totalMs: 8 * HOUR_MS,
      bookedMs: 8 * HOUR_MS,
      entryCount: 2,
    })
  })

  test('F5 parallel bookings 8 to 12 and 11 to 16 bill 9 hours and attend 8', () => {
    expect(dayTimeOf([session(8, 12), session(11, 16)])).toMatchObject({
      bookedMs: 9 * HOUR_MS,
      totalMs: 8 * HOUR_MS,
    })
  })

  test('B36 an empty day has neither', () => {
    expect(dayTimeOf([])).toEqual({
      entrance: null,
      exit: null,
      totalMs: 0,
      bookedMs: 0,
      amountMs: 0,
      entryCount: 0,
    })
  })

  test('F5 attendance is never more than what was booked, nor than from entrance to exit', () =>
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.integer({ min: 0, max: 22 }), fc.integer({ min: 1, max: 8 })), {
          minLength: 1,
          maxLength: 9,
        }),
        (rows) => {
          const day = dayTimeOf(rows.map(([from, length]) => session(from, from + length)))
          expect(day.totalMs).toBeLessThanOrEqual(day.bookedMs)
          expect(day.totalMs).toBeLessThanOrEqual((day.exit ?? 0) - (day.entrance ?? 0))
        },
      ),
    ))

  test('F5 the union counts each hour once', () =>
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.integer({ min: 0, max: 40 }), fc.integer({ min: 1, max: 9 })), {
          maxLength: 12,
        }),
        (rows) => {
          const hours = new Set(rows.flatMap(([from, length]) => Array.from({ length }, (_, i) => from + i)))
          expect(unionMs(rows.map(([from, length]) => ({ start: h(from), end: h(from + length) })))).toBe(
            hours.size * HOUR_MS,
          )
        },
      ),
    ))

  test.each([
    ['2026-03-02', 8 * HOUR_MS, 0, 'missing'],
    ['2026-03-02', 8 * HOUR_MS, 1, 'normal'],
    ['2026-03-01', 0, 0, 'normal'],
    ['2026-03-03', 8 * HOUR_MS, 0, 'today'],
    ['2026-03-04', 8 * HOUR_MS, 0, 'future'],
  ] as const)('B48 %s with %i ms expected and %i entries is %s', (date, expectedMs, entryCount, status) => {
    expect(dayStatus({ date, expectedMs, entryCount }, '2026-03-03')).toBe(status)
  })
})
