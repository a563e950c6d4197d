// Proves the day rule in every zone this runtime knows, at random instants and at every clock change nearby.
import * as fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import { describe, expect, test } from 'vitest'
import { dayEndAt, dayLengthMs, dayStartAt, msLeftInDay, splitAtDays, workDateOf } from './dayRule.ts'
import type { DayRule } from './dayRule.ts'
import { addDays, dateOfEpochDay, epochDayOf } from './localDate.ts'

const ZONES = Intl.supportedValuesOf('timeZone')
const FROM = Date.UTC(1990, 0, 1)
const TO = Date.UTC(2040, 11, 31)
const HOUR_MS = 3_600_000

const zone = fc.constantFrom(...ZONES)
const rule = fc.record<DayRule>({
  zone,
  dayStartMinutes: fc.oneof(fc.constantFrom(0, 120, 150, 240), fc.integer({ min: 0, max: 1439 })),
})
const instant = fc.integer({ min: FROM, max: TO })
const date = fc.integer({ min: epochDayOf('1990-01-02'), max: epochDayOf('2040-12-30') }).map(dateOfEpochDay)

/** An instant within 30 h of a clock change, where there is one; else any. */
const nearChange = fc
  .tuple(zone, instant, fc.integer({ min: -30 * HOUR_MS, max: 30 * HOUR_MS }))
  .map(([zoneName, at, distance]) => {
    const change = Temporal.Instant.fromEpochMilliseconds(at)
      .toZonedDateTimeISO(zoneName)
      .getTimeZoneTransition('previous')
    const base = change !== null && change.epochMilliseconds >= FROM ? change.epochMilliseconds : at
    return { zone: zoneName, at: base + distance }
  })

/** The dates that a zone left out when it moved across the date line: no instant belongs to them. */
function isSkipped(day: string, dayRule: DayRule): boolean {
  return dayStartAt(day, dayRule) === dayEndAt(day, dayRule)
}

describe('F8 one day rule', () => {
  test('F8 every zone: a day holds its own first instant, and the one before belongs to an earlier day', () => {
    const dates = ['1994-12-31', '2011-12-30', '2018-11-04', '2025-03-30', '2025-10-26', '2026-03-29']
    for (const zoneName of ZONES) {
      for (const day of dates) {
        const dayRule = { zone: zoneName, dayStartMinutes: 0 }
        if (isSkipped(day, dayRule)) continue
        expect.soft([zoneName, workDateOf(dayStartAt(day, dayRule), dayRule)]).toEqual([zoneName, day])
        expect.soft(workDateOf(dayStartAt(day, dayRule) - 1, dayRule) < day).toBe(true)
      }
    }
  })

  test('F8 any date: first and last instant of a day belong to it, and day starts rise', () => {
    fc.assert(
      fc.property(date, rule, (day, dayRule) => {
        const start = dayStartAt(day, dayRule)
        const end = dayEndAt(day, dayRule)
        expect(end).toBe(dayStartAt(addDays(day, 1), dayRule))
        expect(dayLengthMs(day, dayRule)).toBe(end - start)
        const skipped = isSkipped(day, dayRule)
        expect(workDateOf(start, dayRule)).toBe(skipped ? addDays(day, 1) : day)
        expect(workDateOf(end - 1, dayRule)).toBe(skipped ? addDays(day, -1) : day)
        expect(end - start).toBeGreaterThanOrEqual(skipped ? 0 : 1)
      }),
      { numRuns: 1000 },
    )
  })

  test('F8 around every clock change a later instant is never on an earlier day', () => {
    fc.assert(
      fc.property(
        nearChange,
        fc.integer({ min: 0, max: 1439 }),
        fc.nat(26 * HOUR_MS),
        (near, minutes, step) => {
          const dayRule = { zone: near.zone, dayStartMinutes: minutes }
          const day = workDateOf(near.at, dayRule)
          expect(workDateOf(near.at + step, dayRule) >= day).toBe(true)
          expect(dayStartAt(day, dayRule)).toBeLessThanOrEqual(near.at)
          expect(dayEndAt(day, dayRule)).toBeGreaterThan(near.at)
        },
      ),
      { numRuns: 1000 },
    )
  })

  test('F8 with the day starting at midnight, work date is the calendar date that Temporal gives', () => {
    fc.assert(
      fc.property(zone, instant, (zoneName, at) => {
        const zoned = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zoneName)
        // Temporal's own day, so that the hour St John's repeated across midnight counts to the day begun.
        const next = zoned.toPlainDate().add({ days: 1 })
        const begun = next.toZonedDateTime(zoneName).epochMilliseconds <= at
        const expected = begun ? next.toString() : zoned.toPlainDate().toString()
        expect(workDateOf(at, { zone: zoneName, dayStartMinutes: 0 })).toBe(expected)
      }),
      { numRuns: 1000 },
    )
  })
})

test('A21 F2 parts of a split touch, sum up to the whole, are not empty and obey what the day still held', () => {
  fc.assert(
    fc.property(nearChange, rule, fc.nat(5 * 24 * HOUR_MS), (near, other, length) => {
      const dayRule = { ...other, zone: near.zone }
      const end = near.at + length
      const parts = splitAtDays({ start: near.at, end }, dayRule)
      let at = near.at
      let previous = ''
      for (const part of parts) {
        expect(part.start).toBe(at)
        expect(part.end).toBeGreaterThan(part.start)
        expect(part.end - part.start).toBeLessThanOrEqual(msLeftInDay(part.start, dayRule))
        expect(workDateOf(part.start, dayRule)).toBe(part.date)
        expect(workDateOf(part.end - 1, dayRule)).toBe(part.date)
        expect(part.date > previous).toBe(true)
        previous = part.date
        at = part.end
      }
      expect(at).toBe(end)
    }),
    { numRuns: 1000 },
  )
})
