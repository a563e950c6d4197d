// Moving in the calendar on ordinary days and over clock changes: elapsed time is kept, and no span ends before it begins.
import { describe, expect, test } from 'vitest'
import { parseIso } from '../../../shared/base/instant.ts'
import {
  anyOf,
  byDays,
  byMinutes,
  endingBy,
  nearClockChange,
  readWall,
  wallSpan,
  wholeByDays,
} from './moves.ts'

const ZONE = 'Europe/Berlin'
const HOUR = 3_600_000
const at = (iso: string): number => {
  const read = parseIso(iso, ZONE)
  if (!read.ok) throw new Error(iso)
  return read.value
}
const wall = (iso: string): number => Date.parse(`${iso}Z`)

describe('what is drawn', () => {
  test.each([
    ['an ordinary day', '2026-03-05T09:00+01:00', '2026-03-05T10:00+01:00', '09:00', '10:00'],
    ['over the gap', '2026-03-29T01:30+01:00', '2026-03-29T03:30+02:00', '01:30', '03:30'],
    ['over the repeated hour', '2026-10-25T02:30+02:00', '2026-10-25T02:15+01:00', '02:30', '03:15'],
    ['without a length', '2026-03-05T09:00+01:00', '2026-03-05T09:00+01:00', '09:00', '09:01'],
  ])('%s', (_, startAt, endAt, start, end) => {
    const { start: from, end: to } = wallSpan({ startAt: at(startAt), endAt: at(endAt) }, ZONE)
    expect([from, to].map((ms) => new Date(ms).toISOString().slice(11, 16))).toEqual([start, end])
  })
})

test('a drop into the gap means the next time that exists, one into the repeated hour two', () => {
  expect(anyOf(readWall(wall('2026-03-05T09:00'), ZONE))).toBe(at('2026-03-05T09:00+01:00'))
  const missing = readWall(wall('2026-03-29T02:30'), ZONE)
  expect(missing).toMatchObject({ kind: 'missing', next: at('2026-03-29T03:00+02:00') })
  expect(readWall(wall('2026-10-25T02:30'), ZONE)).toEqual({
    kind: 'twice',
    first: at('2026-10-25T02:30+02:00'),
    second: at('2026-10-25T02:30+01:00'),
  })
})

test('a day further is the same time of day, as long as it lasted', () => {
  const span = { startAt: at('2026-03-28T02:30+01:00'), endAt: at('2026-03-28T04:30+01:00') }
  expect(byDays(span, 1, ZONE)).toEqual({
    startAt: at('2026-03-29T03:00+02:00'),
    endAt: at('2026-03-29T05:00+02:00'),
  })
  const autumn = { startAt: at('2026-10-24T01:30+02:00'), endAt: at('2026-10-24T03:30+02:00') }
  expect(byDays(autumn, 1, ZONE).endAt).toBe(at('2026-10-25T02:30+01:00'))
})

test('minutes are elapsed ones; an end is never moved before its start', () => {
  const span = { startAt: at('2026-10-25T02:45+02:00'), endAt: at('2026-10-25T02:45+02:00') + HOUR }
  expect(byMinutes(span, 15).startAt).toBe(at('2026-10-25T02:00+01:00'))
  expect(endingBy(span, -45)).toEqual({ ...span, endAt: span.startAt + HOUR / 4 })
  expect(endingBy(span, -60)).toBeNull()
})

test('offsets are said on the days around a clock change alone', () => {
  expect(nearClockChange(at('2026-03-29T12:00+02:00'), ZONE)).toBe(true)
  expect(nearClockChange(at('2026-03-05T12:00+01:00'), ZONE)).toBe(false)
})

test.each([
  ['in spring', '2026-03-26T00:00+01:00', '2026-03-28T00:00+01:00', '2026-03-28T00:00+01:00', 47],
  ['in autumn', '2026-10-22T00:00+02:00', '2026-10-24T00:00+02:00', '2026-10-24T00:00+02:00', 49],
])('whole days that are moved onto a clock change stay as many, %s', (_, from, to, startAt, hours) => {
  const moved = wholeByDays({ startAt: at(from), endAt: at(to) }, 2, ZONE)
  expect(moved).toEqual({ startAt: at(startAt), endAt: at(startAt) + hours * HOUR })
})
