// Proves the text form of instants: what is written reads back, what is not clear is refused.
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { isInstant, parseIso, toIso, toUtc } from './instant.ts'

const ZONES = Intl.supportedValuesOf('timeZone')
const BERLIN = 'Europe/Berlin'

test.each([
  ['2026-03-03T08:02:00Z', BERLIN, '2026-03-03T09:02:00+01:00'],
  ['2026-07-03T08:02:00.250Z', BERLIN, '2026-07-03T10:02:00.250+02:00'],
  ['2026-07-03T08:02:00Z', 'UTC', '2026-07-03T08:02:00+00:00'],
  ['2026-07-03T08:02:00Z', 'America/St_Johns', '2026-07-03T05:32:00-02:30'],
  ['1960-01-01T12:00:00Z', 'Africa/Monrovia', '1960-01-01T11:15:30-00:44:30'],
  ['1969-12-31T23:59:59.999Z', 'UTC', '1969-12-31T23:59:59.999+00:00'],
])('G5 %s in %s is written %s', (utc, zone, text) => {
  expect(toIso(Date.parse(utc), zone)).toBe(text)
})

test.each([
  ['2026-03-03T08:02:00.999Z', '2026-03-03T08:02:00Z'],
  ['1969-12-31T23:59:59.999Z', '1969-12-31T23:59:59Z'],
])('%s is %s to the second', (utc, text) => {
  expect(toUtc(Date.parse(utc))).toBe(text)
})

test.each([
  ['2026-03-03T09:02:00+01:00', '2026-03-03T08:02:00Z'],
  ['2026-03-03T09:02+0100', '2026-03-03T08:02:00Z'],
  ['2026-03-03 09:02:00 '.trim(), '2026-03-03T08:02:00Z'],
  ['2026-03-03T09:02', '2026-03-03T08:02:00Z'],
  ['2026-03-03t09:02:00z', '2026-03-03T09:02:00Z'],
  ['2026-03-03T09:02:00,5Z', '2026-03-03T09:02:00.500Z'],
  ['2026-03-03T09:02:00.123456789Z', '2026-03-03T09:02:00.123Z'],
  ['2026-03-03T09:02[America/New_York]', '2026-03-03T14:02:00Z'],
  ['2026-10-25T02:30:00+02:00[Europe/Berlin]', '2026-10-25T00:30:00Z'],
  ['2026-03-03T09:02:00Z[Europe/Berlin]', '2026-03-03T09:02:00Z'],
])('G5 %s is read', (text, utc) => {
  expect(parseIso(text, BERLIN)).toEqual({ ok: true, value: Date.parse(utc) })
})

test.each([
  ['2026-03-29T02:30', 'missing'],
  ['2026-10-25T02:30', 'twice'],
  ['2026-02-30T09:00', 'invalid'],
  ['2026-02-30T09:00Z', 'invalid'],
  ['2026-03-03', 'invalid'],
  ['2026-03-03T24:00', 'invalid'],
  ['2026-03-03T09:60Z', 'invalid'],
  ['2026-03-03T09:02:60Z', 'invalid'],
  ['2026-03-03T09:02:00+24:00', 'invalid'],
  ['2026-03-03T09:02.5Z', 'invalid'],
  ['2026-03-03T09:02:00+02:00[Europe/Berlin]', 'invalid'],
  ['2026-03-03T09:02[Europe/Atlantis]', 'invalid'],
  ['2026-03-03T09:02Zz', 'invalid'],
  ['0001-01-01T00:00+14:00', 'invalid'],
  ['03.03.2026 09:02', 'invalid'],
  ['tomorrow', 'invalid'],
  ['', 'invalid'],
])('G5 %j is refused as %s', (text, reason) => {
  expect(parseIso(text, BERLIN)).toEqual({ ok: false, error: { reason } })
})

test('G5 every instant reads back from its text, to the millisecond and in every zone', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...ZONES),
      fc.integer({ min: Date.UTC(1850, 0, 1), max: Date.UTC(2100, 0, 1) }),
      (zone, instant) => {
        expect(parseIso(toIso(instant, zone), 'UTC')).toEqual({ ok: true, value: instant })
      },
    ),
    { numRuns: 1000 },
  )
})

test('G5 any text is read or refused, never thrown at', () => {
  const typed = fc.string({ unit: fc.constantFrom(...Array.from('0129-:T.Z+[] ')), maxLength: 26 })
  fc.assert(
    fc.property(fc.oneof(fc.string(), typed), (text) => {
      expect(parseIso(text, BERLIN).ok).toBeTypeOf('boolean')
    }),
  )
})

test('G3 an instant is a whole number of ms in the years 1 to 9999', () => {
  expect([0, -1, Date.UTC(2026, 0)].every(isInstant)).toBe(true)
  expect([0.5, NaN, Infinity, 1e15, -1e15].some(isInstant)).toBe(false)
})
