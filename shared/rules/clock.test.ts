// A wall clock that was set, by table and by property: what counts is the time that really passed (G3).
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { HOUR_MS, MINUTE_MS } from '../base/duration.ts'
import { subjectOf } from '../entities/subject.ts'
import type { Timer } from '../entities/timer.ts'
import type { Reading } from './clock.ts'
import { clockSet, passedBetween } from './clock.ts'
import { countedMs } from './segments.ts'

const T = 1_772_000_000_000
const reading = (wall: number, monotonic: number, uptime: number | null): Reading => ({
  wall,
  monotonic,
  uptime,
})

describe('sleep and a set clock are told apart', () => {
  const start = reading(T, 1_000, 50_000)
  test.each([
    ['nothing special', reading(T + 9_000, 10_000, 59_000), { elapsedMs: 9_000, setByMs: 0 }],
    [
      'set ahead 2 h',
      reading(T + 9_000 + 2 * HOUR_MS, 10_000, 59_000),
      { elapsedMs: 9_000, setByMs: 2 * HOUR_MS },
    ],
    [
      'set back 2 h',
      reading(T + 9_000 - 2 * HOUR_MS, 10_000, 59_000),
      { elapsedMs: 9_000, setByMs: -2 * HOUR_MS },
    ],
    [
      'slept 1 h, and the monotonic clock with it',
      reading(T + HOUR_MS, 2_000, 50_000 + HOUR_MS),
      { elapsedMs: HOUR_MS, setByMs: 0 },
    ],
    [
      'slept 1 h, and the monotonic clock went on',
      reading(T + HOUR_MS, 1_000 + HOUR_MS, 50_000 + HOUR_MS),
      { elapsedMs: HOUR_MS, setByMs: 0 },
    ],
    [
      'slept 1 h and woke with a clock set back 2 h',
      reading(T - HOUR_MS, 2_000, 50_000 + HOUR_MS),
      { elapsedMs: HOUR_MS, setByMs: -2 * HOUR_MS },
    ],
    ['trimmed by a time server', reading(T + 9_400, 10_000, 59_000), { elapsedMs: 9_000, setByMs: 0 }],
    ['an uptime in whole seconds', reading(T + 9_000, 10_000, 60_000), { elapsedMs: 9_000, setByMs: 0 }],
    [
      'restarted in between (cannot be, but is not believed)',
      reading(T + 9_000, 10_000, 10),
      { elapsedMs: 9_000, setByMs: 0 },
    ],
  ])('G3 %s', (_, after, expected) => {
    expect(passedBetween(start, after)).toEqual({ ...expected, unclearMs: 0 })
  })

  test('G3 without an uptime, back is set back and ahead is unclear', () => {
    const before = reading(T, 0, null)
    expect(passedBetween(before, reading(T - HOUR_MS, 9_000, null))).toEqual({
      elapsedMs: 9_000,
      setByMs: -HOUR_MS - 9_000,
      unclearMs: 0,
    })
    expect(passedBetween(before, reading(T + HOUR_MS, 9_000, null))).toEqual({
      elapsedMs: 9_000,
      setByMs: 0,
      unclearMs: HOUR_MS - 9_000,
    })
  })
})

const timer = (segments: Timer['segments'], state: Timer['state']): Timer => ({
  id: 't',
  userId: 'u',
  ...subjectOf({}),
  state,
  startedAt: segments[0]?.start ?? T,
  segments,
  note: '',
  zone: 'UTC',
  taskId: null,
})

test('G1 G3 however finely the clocks are read, what passed and what was set are whole milliseconds', () =>
  fc.assert(
    fc.property(
      fc.double({ min: 0, max: HOUR_MS, noNaN: true }),
      fc.integer({ min: -2 * HOUR_MS, max: 2 * HOUR_MS }),
      fc.option(fc.double({ min: -3 * MINUTE_MS, max: 3 * MINUTE_MS, noNaN: true }), { nil: null }),
      (passed, setBy, slept) => {
        const before = reading(T, 1_000.4197, slept === null ? null : 50_000.03)
        const after = reading(
          T + Math.round(passed) + setBy,
          1_000.4197 + passed,
          slept === null ? null : 50_000.03 + passed + slept,
        )
        for (const ms of Object.values(passedBetween(before, after))) expect(ms).toSatisfy(Number.isInteger)
      },
    ),
  ))

describe('what a session counts', () => {
  const lengths = fc.array(
    fc.tuple(fc.integer({ min: 0, max: HOUR_MS }), fc.integer({ min: 1, max: HOUR_MS })),
    {
      minLength: 1,
      maxLength: 4,
    },
  )
  const session = fc.tuple(lengths, fc.boolean()).map(([parts, running]) => {
    let at = T
    const segments: Timer['segments'] = parts.map(([pause, length]) => {
      const start = at + pause
      at = start + length
      return { start, end: at }
    })
    const last = segments.at(-1)
    if (running && last !== undefined) last.end = null
    return { timer: timer(segments, running ? 'running' : 'paused'), now: at }
  })

  test('G3 is the same before and after the clock was set, its segments stay in order, and it goes on counting', () =>
    fc.assert(
      fc.property(session, fc.integer({ min: -30 * HOUR_MS, max: 30 * HOUR_MS }), (given, byMs) => {
        const before = countedMs(given.timer.segments, given.now)
        const [change] = clockSet([given.timer], [], { from: given.now, to: given.now + byMs })
        const after = change?.op === 'put' && change.entity === 'timer' ? change.value : given.timer
        expect(countedMs(after.segments, given.now + byMs)).toBe(before)
        const later = countedMs(after.segments, given.now + byMs + MINUTE_MS)
        expect(later - before).toBe(given.timer.state === 'running' ? MINUTE_MS : 0)
        after.segments.forEach(({ start, end }, index) => {
          expect(end ?? start).toBeGreaterThanOrEqual(start)
          expect(start).toBeGreaterThanOrEqual(after.segments[index - 1]?.end ?? 0)
          // Nothing lies in what is now the future.
          expect(end ?? start).toBeLessThanOrEqual(given.now + byMs)
        })
      }),
    ))

  test('G3 set ahead, the start of a session stays; set back, its questions move with it', () => {
    const running = timer([{ start: T, end: null }], 'running')
    const gap = { id: 'g', timerId: 't', userId: 'u', cause: 'sleep' as const, from: T + 1, to: T + 2 }
    expect(clockSet([running], [gap], { from: T + HOUR_MS, to: T + 3 * HOUR_MS })).toMatchObject([
      {
        value: {
          startedAt: T,
          segments: [
            { start: T, end: T + HOUR_MS },
            { start: T + 3 * HOUR_MS, end: null },
          ],
        },
      },
    ])
    expect(clockSet([running], [gap], { from: T + HOUR_MS, to: T })).toMatchObject([
      { value: { startedAt: T - HOUR_MS, segments: [{ start: T - HOUR_MS, end: null }] } },
      { value: { from: T + 1 - HOUR_MS, to: T + 2 - HOUR_MS } },
    ])
  })
})
