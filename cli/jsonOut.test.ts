// The mapper behind --json, by the contract's naming rule.
import { expect, test } from 'vitest'
import { forJson, fromJson } from './jsonOut.ts'

const at = Date.UTC(2026, 2, 3, 8, 2)

test('G5 instants become ISO 8601 with the zone, durations seconds, and nothing else changes', () => {
  const value = {
    now: at,
    startedAt: at + 500,
    runningSince: null,
    lastAt: null,
    countedMs: 4717,
    salaryMinor: 123_450,
    expectedMinutes: [480],
    dayStartMinutes: 240,
    validFrom: '2026-03-01',
    balanceMs: null,
    segments: [{ start: at, end: null }],
    steps: [{ code: 'salary.sum', values: { ms: 60_000, from: '2026-03-01' } }],
    total: 5,
  }
  expect(forJson(value, 'Europe/Berlin')).toEqual({
    now: '2026-03-03T09:02:00+01:00',
    startedAt: '2026-03-03T09:02:00.500+01:00',
    runningSince: null,
    lastAt: null,
    countedSeconds: 4.717,
    salaryMinor: 123_450,
    expectedMinutes: [480],
    dayStartMinutes: 240,
    validFrom: '2026-03-01',
    balanceSeconds: null,
    segments: [{ start: '2026-03-03T09:02:00+01:00', end: null }],
    steps: [{ code: 'salary.sum', values: { seconds: 60, from: '2026-03-01' } }],
    total: 5,
  })
})

test('G5 arguments may be given the same way', () => {
  const args = {
    at: '2026-03-03T09:02',
    startAt: '2026-03-03T08:02:00Z',
    endAt: at,
    note: 'at 09:02',
    to: 'x',
  }
  expect(fromJson(args, 'Europe/Berlin')).toEqual({ at, startAt: at, endAt: at, note: 'at 09:02', to: 'x' })
})
