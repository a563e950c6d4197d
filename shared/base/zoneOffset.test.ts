// Proves that the remembered offsets are Temporal's, to the millisecond around clock changes.
import { Temporal } from 'temporal-polyfill'
import { expect, test } from 'vitest'
import { offsetMsAt } from './zoneOffset.ts'

/** Every change of a zone's clocks in [1990, 2040). */
function changesOf(zone: string): number[] {
  const changes: number[] = []
  let at = Temporal.Instant.from('1990-01-01T00:00Z').toZonedDateTimeISO(zone).getTimeZoneTransition('next')
  while (at !== null && at.year < 2040) {
    changes.push(at.epochMilliseconds)
    at = at.getTimeZoneTransition('next')
  }
  return changes
}

const ZONES = [
  'Europe/Berlin',
  'America/St_Johns',
  'America/Sao_Paulo',
  'Africa/Casablanca',
  'Asia/Gaza',
  'Antarctica/Casey',
  'Australia/Lord_Howe',
  'Pacific/Apia',
  'America/Argentina/San_Luis',
  'UTC',
]

test.each(ZONES)('F8 the offset in %s is right before, at and after every change of its clocks', (zone) => {
  const instants = [...changesOf(zone), 0].flatMap((at) => [
    at - 3_600_000,
    at - 1,
    at,
    at + 1,
    at + 3_600_000,
  ])
  const offsets = instants.map((at) => offsetMsAt(at, zone))
  const expected = instants.map(
    (at) => Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone).offsetNanoseconds / 1e6,
  )
  expect(offsets).toEqual(expected)
})
