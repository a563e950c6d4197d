// Proves the geometry of the day's time line.
import { expect, test } from 'vitest'
import { placeSessions, spanOf } from './daySessions.ts'
import type { Session } from './daySessions.ts'

const HOUR = 3_600_000
const session = (id: string, from: number, to: number): Session => ({
  id,
  start: from * HOUR,
  end: to * HOUR,
  stretches: [{ start: from * HOUR, end: to * HOUR }],
  running: false,
  name: id,
  title: id,
})
const day = { dayStartAt: 0, dayEndAt: 24 * HOUR }

test('B39 the time line spans whole hours around the sessions, at least six, within the day', () => {
  expect(spanOf([session('a', 9.5, 17.2)], day)).toEqual({ start: 9 * HOUR, end: 18 * HOUR })
  expect(spanOf([session('a', 9, 10)], day)).toEqual({ start: 9 * HOUR, end: 15 * HOUR })
  expect(spanOf([session('a', 22, 24)], day)).toEqual({ start: 18 * HOUR, end: 24 * HOUR })
  expect(spanOf([], day)).toEqual({ start: 8 * HOUR, end: 18 * HOUR })
})

test('F5 sessions beside each other stand in lanes, and a lane is used again once it is free', () => {
  const placed = placeSessions([
    session('a', 9, 12),
    session('b', 10, 11),
    session('c', 11, 13),
    session('d', 14, 15),
  ])
  expect(placed.map(({ id, lane, lanes }) => [id, lane, lanes])).toEqual([
    ['a', 0, 2],
    ['b', 1, 2],
    ['c', 1, 2],
    ['d', 0, 1],
  ])
})
