// Proves that wall-clock times are read honestly where clocks change: none, or two, never a silent guess.
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { instantOf, isWallTime, localTimeOf } from './wallTime.ts'
import type { WallReading } from './wallTime.ts'

const at = (iso: string) => Date.parse(iso)
const ZONES = Intl.supportedValuesOf('timeZone')

/** Every instant that the reading found, in the order given. */
function instantsOf(reading: WallReading): number[] {
  if (reading.kind === 'missing') return []
  return reading.kind === 'once' ? [reading.instant] : [reading.first, reading.second]
}

test.each([
  ['an ordinary time', '2026-03-03', '09:02', 'Europe/Berlin', '2026-03-03T09:02:00+01:00'],
  ['with seconds', '2026-07-03', '09:02:31', 'Europe/Berlin', '2026-07-03T09:02:31+02:00'],
  ['midnight', '2026-07-03', '00:00', 'Asia/Kolkata', '2026-07-03T00:00:00+05:30'],
  ['the first moment after a gap', '2026-03-29', '03:00', 'Europe/Berlin', '2026-03-29T03:00:00+02:00'],
  ['the last second before a gap', '2026-03-29', '01:59:59', 'Europe/Berlin', '2026-03-29T01:59:59+01:00'],
  ['the first moment after an overlap', '2026-10-25', '03:00', 'Europe/Berlin', '2026-10-25T03:00:00+01:00'],
])('B27 %s exists once', (_, date, time, zone, iso) => {
  expect(instantOf(date, time, zone)).toEqual({ kind: 'once', instant: at(iso) })
})

test.each([
  ['2026-03-29', '02:00', 'Europe/Berlin', '2026-03-29T03:00:00+02:00'],
  ['2026-03-29', '02:59:59', 'Europe/Berlin', '2026-03-29T03:00:00+02:00'],
  ['2018-11-04', '00:30', 'America/Sao_Paulo', '2018-11-04T01:00:00-02:00'],
  ['2011-12-30', '12:00', 'Pacific/Apia', '2011-12-31T00:00:00+14:00'],
  ['2026-10-04', '02:15', 'Australia/Lord_Howe', '2026-10-04T02:30:00+11:00'],
])('B27 %s %s in %s is skipped; the clock goes on at %s', (date, time, zone, next) => {
  expect(instantOf(date, time, zone)).toEqual({ kind: 'missing', next: at(next) })
})

test.each([
  ['2026-10-25', '02:00', 'Europe/Berlin', '2026-10-25T02:00:00+02:00', '2026-10-25T02:00:00+01:00'],
  ['2026-10-25', '02:59:59', 'Europe/Berlin', '2026-10-25T02:59:59+02:00', '2026-10-25T02:59:59+01:00'],
  ['2025-11-02', '00:00', 'America/Havana', '2025-11-02T00:00:00-04:00', '2025-11-02T00:00:00-05:00'],
  ['2026-04-05', '01:45', 'Australia/Lord_Howe', '2026-04-05T01:45:00+11:00', '2026-04-05T01:45:00+10:30'],
])('B27 %s %s in %s comes twice', (date, time, zone, first, second) => {
  expect(instantOf(date, time, zone)).toEqual({ kind: 'twice', first: at(first), second: at(second) })
})

test('B27 text that is no time is an error of the caller', () => {
  expect(['00:00', '23:59', '23:59:59'].map(isWallTime)).toEqual([true, true, true])
  const wrong = ['24:00', '9:00', '09:60', '09:00:60', '', '09:00 ', '٠٩:٠٠']
  expect(wrong.filter(isWallTime)).toEqual([])
  expect(() => instantOf('2026-03-03', '24:00', 'UTC')).toThrow(RangeError)
  expect(() => instantOf('2026-02-30', '09:00', 'UTC')).toThrow(RangeError)
  expect(() => instantOf('2026-02-03', '09:00', 'Europe/Atlantis')).toThrow(RangeError)
})

test('B29 every instant is found again from what the clock showed then, in every zone', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...ZONES),
      fc.integer({ min: Date.UTC(1990, 0, 1) / 1000, max: Date.UTC(2040, 11, 31) / 1000 }),
      (zone, second) => {
        const instant = second * 1000
        const { date, time } = localTimeOf(instant, zone)
        const reading = instantOf(date, time, zone)
        expect(instantsOf(reading)).toContain(instant)
        expect(instantsOf(reading)).toEqual([...new Set(instantsOf(reading))].sort((a, b) => a - b))
      },
    ),
    { numRuns: 1000 },
  )
})

test('B29 a begun second is not shown before it is over', () => {
  expect(localTimeOf(at('2026-03-03T09:02:59.999+01:00'), 'Europe/Berlin')).toEqual({
    date: '2026-03-03',
    time: '09:02:59',
  })
  expect(localTimeOf(-1, 'UTC')).toEqual({ date: '1969-12-31', time: '23:59:59' })
})
