// Properties of the session arithmetic: nothing is counted twice, nothing gets lost.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  boundsOf,
  clipSegments,
  correctSegments,
  countedMs,
  cutSegments,
  refitSegments,
  resizeSegments,
  shiftSegments,
} from './segments.ts'

/** Segments in order, without overlap, each at least 1 ms long. */
const session = fc
  .array(fc.tuple(fc.integer({ min: 0, max: 5_000_000 }), fc.integer({ min: 1, max: 9_000_000 })), {
    minLength: 1,
    maxLength: 8,
  })
  .map((steps) => {
    let at = 1_700_000_000_000
    return steps.map(([pause, length]) => {
      const start = at + pause
      at = start + length
      return { start, end: at }
    })
  })

describe('segments', () => {
  test('A6 F1 counted time is the length from entrance to exit without the pauses', () =>
    fc.assert(
      fc.property(session, (segments) => {
        const { startAt, endAt } = boundsOf(segments)
        const pauses = segments.slice(1).reduce((sum, s, i) => sum + s.start - (segments[i]?.end ?? 0), 0)
        expect(countedMs(segments, endAt)).toBe(endAt - startAt - pauses)
      }),
    ))

  test('A19 resizing counts exactly the new duration and keeps the entrance', () =>
    fc.assert(
      fc.property(session, fc.integer({ min: 1, max: 90_000_000 }), (segments, duration) => {
        const resized = resizeSegments(segments, duration)
        expect(countedMs(resized, 0)).toBe(duration)
        expect(resized[0]?.start).toBe(segments[0]?.start)
      }),
    ))

  test('F2 the parts on both sides of any moment add up to the whole', () =>
    fc.assert(
      fc.property(session, fc.double({ min: 0, max: 1, noNaN: true }), (segments, share) => {
        const { startAt, endAt } = boundsOf(segments)
        const cut = Math.round(startAt + share * (endAt - startAt))
        const parts = [...clipSegments(segments, startAt, cut), ...clipSegments(segments, cut, endAt)]
        expect(countedMs(parts, 0)).toBe(countedMs(segments, 0))
      }),
    ))

  test('G1 a gap that is discarded takes away exactly the counted time inside it', () =>
    fc.assert(
      fc.property(session, fc.nat(40_000_000), fc.nat(40_000_000), (segments, offset, length) => {
        const from = (segments[0]?.start ?? 0) + offset
        const inside = countedMs(clipSegments(segments, from, from + length), 0)
        expect(countedMs(cutSegments(segments, from, from + length), 0)).toBe(countedMs(segments, 0) - inside)
      }),
    ))

  test('A18 moving the start keeps the duration', () =>
    fc.assert(
      fc.property(session, fc.integer({ min: -90_000_000, max: 90_000_000 }), (segments, by) => {
        expect(countedMs(shiftSegments(segments, by), 0)).toBe(countedMs(segments, 0))
      }),
    ))

  test('K3 a corrected date or start moves the pauses with it: the same span counts the same', () =>
    fc.assert(
      fc.property(session, fc.integer({ min: -90_000_000, max: 90_000_000 }), (segments, by) => {
        const { startAt, endAt } = boundsOf(segments)
        expect(correctSegments(segments, startAt + by, endAt + by)).toEqual(shiftSegments(segments, by))
      }),
    ))

  test('B41 refitting reaches exactly from the new entrance to the new exit, pauses inside stay', () =>
    fc.assert(
      fc.property(
        session,
        fc.integer({ min: -9_000_000, max: 9_000_000 }),
        fc.integer({ min: 1, max: 90_000_000 }),
        (segments, by, length) => {
          const startAt = (segments[0]?.start ?? 0) + by
          const refitted = refitSegments(segments, startAt, startAt + length)
          expect(boundsOf(refitted)).toEqual({ startAt, endAt: startAt + length })
          refitted.forEach((s, i) => {
            expect(s.end).toBeGreaterThan(s.start)
            expect(s.start).toBeGreaterThanOrEqual(refitted[i - 1]?.end ?? s.start)
          })
        },
      ),
    ))
})
