// Proves the day rule on the days that go wrong: 23 and 25 hours, no midnight, no day at all.
import { expect, test } from 'vitest'
import { dayLengthMs, dayStartAt, isZone, msLeftInDay, splitAtDays, workDateOf } from './dayRule.ts'

const HOUR_MS = 3_600_000
const MINUTE_MS = 60_000
const at = (iso: string) => Date.parse(iso)
const midnight = (zone: string) => ({ zone, dayStartMinutes: 0 })

test.each([
  ['Europe/Berlin', '2026-03-28', 24],
  ['Europe/Berlin', '2026-03-29', 23],
  ['Europe/Berlin', '2026-10-25', 25],
  ['America/New_York', '2026-03-08', 23],
  ['America/New_York', '2026-11-01', 25],
  ['Australia/Lord_Howe', '2026-04-05', 24.5],
  ['America/Sao_Paulo', '2018-11-04', 23], // no midnight: 00:00 became 01:00
  ['America/Havana', '2025-11-02', 25], // midnight twice
  ['Pacific/Apia', '2011-12-30', 0], // not in that calendar
  ['UTC', '2026-03-29', 24],
])('A21 F8 in %s the day %s lasts %s hours', (zone, date, hours) => {
  expect(dayLengthMs(date, midnight(zone))).toBe(hours * HOUR_MS)
})

test.each([
  ['23:30 leaves 30 minutes', '2026-03-03T23:30:00+01:00', 0, 30],
  ['midnight leaves the whole day', '2026-03-03T00:00:00+01:00', 0, 1440],
  ['the last millisecond leaves one', '2026-03-03T23:59:59.999+01:00', 0, 1 / 60_000],
  ['01:30 before clocks go forward', '2026-03-29T01:30:00+01:00', 0, 21 * 60 + 30],
  ['01:30 before clocks go back', '2026-10-25T01:30:00+02:00', 0, 23 * 60 + 30],
  ['02:30 the first time', '2026-10-25T02:30:00+02:00', 0, 22 * 60 + 30],
  ['02:30 the second time', '2026-10-25T02:30:00+01:00', 0, 21 * 60 + 30],
  ['23:30 where the day starts at 04:00', '2026-03-03T23:30:00+01:00', 240, 270],
  ['03:59 where the day starts at 04:00', '2026-03-04T03:59:00+01:00', 240, 1],
])('A21 %s', (_, start, dayStartMinutes, minutes) => {
  expect(msLeftInDay(at(start), { zone: 'Europe/Berlin', dayStartMinutes })).toBe(minutes * MINUTE_MS)
})

test.each([
  ['2026-03-03T23:59:59.999+01:00', 0, '2026-03-03'],
  ['2026-03-04T00:00:00+01:00', 0, '2026-03-04'],
  ['2026-03-04T03:59:00+01:00', 240, '2026-03-03'],
  ['2026-03-04T04:00:00+01:00', 240, '2026-03-04'],
  ['2026-01-01T00:30:00+01:00', 240, '2025-12-31'],
  ['2026-03-29T03:00:00+02:00', 150, '2026-03-29'], // 02:30 does not exist: the day begins after the gap
  ['2026-03-29T01:59:59+01:00', 150, '2026-03-28'],
  ['2026-10-25T02:30:00+02:00', 150, '2026-10-25'], // 02:30 comes twice: the day begins with the first
  ['2026-10-25T02:10:00+01:00', 150, '2026-10-25'],
])('F8 %s with a day start at minute %s is on %s', (iso, dayStartMinutes, date) => {
  expect(workDateOf(at(iso), { zone: 'Europe/Berlin', dayStartMinutes })).toBe(date)
})

test('F8 a day whose midnight does not exist begins with its first moment', () => {
  expect(dayStartAt('2018-11-04', midnight('America/Sao_Paulo'))).toBe(at('2018-11-04T01:00:00-02:00'))
})

test('F8 an hour repeated across midnight belongs to the day that has begun', () => {
  const rule = midnight('America/St_Johns') // 2010-11-07 00:01 became 2010-11-06 23:01
  expect(workDateOf(at('2010-11-07T00:00:30-02:30'), rule)).toBe('2010-11-07')
  expect(workDateOf(at('2010-11-06T23:30:00-03:30'), rule)).toBe('2010-11-07')
  expect(workDateOf(at('2010-11-06T23:30:00-02:30'), rule)).toBe('2010-11-06')
})

test('F2 a session past midnight is cut at local midnight', () => {
  const span = { start: at('2026-03-03T22:00:00+01:00'), end: at('2026-03-05T01:00:00+01:00') }
  expect(splitAtDays(span, midnight('Europe/Berlin'))).toEqual([
    { date: '2026-03-03', start: span.start, end: at('2026-03-04T00:00:00+01:00') },
    { date: '2026-03-04', start: at('2026-03-04T00:00:00+01:00'), end: at('2026-03-05T00:00:00+01:00') },
    { date: '2026-03-05', start: at('2026-03-05T00:00:00+01:00'), end: span.end },
  ])
})

test('F2 a session that ends at midnight has no empty part, and one without length none at all', () => {
  const span = { start: at('2026-03-03T22:00:00+01:00'), end: at('2026-03-04T00:00:00+01:00') }
  expect(splitAtDays(span, midnight('Europe/Berlin'))).toEqual([{ date: '2026-03-03', ...span }])
  expect(splitAtDays({ start: span.end, end: span.end }, midnight('Europe/Berlin'))).toEqual([])
})

test.each([
  ['Europe/Berlin', true],
  ['UTC', true],
  ['America/Argentina/Buenos_Aires', true],
  ['Europe/Atlantis', false],
  ['+01:00', false],
  ['', false],
  ['2026-03-03', false],
])('F8 %j is a zone: %s', (text, expected) => {
  expect(isZone(text)).toBe(expected)
})

test('F8 an unknown zone is an error each time it is asked for', () => {
  const rule = midnight('Europe/Atlantis')
  expect(() => workDateOf(0, rule)).toThrow(RangeError)
  expect(() => workDateOf(0, rule)).toThrow(RangeError)
})
