// Breaks that a law demands, by table: what each law says, which breaks count, and shifts over the day's end.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { HOUR_MS, MINUTE_MS } from '../base/duration.ts'
import type { BreakLaw } from '../entities/breakRule.ts'
import type { Stretch } from './breaks.ts'
import { BREAK_LAWS, breakWarning, isTooLate, isTooShort, shiftOf } from './breaks.ts'

type Law = Exclude<BreakLaw, 'own'>

/** '08:00-12:00 12:30-17:00', and +24 hours for what is written 25:00. */
const day = (text: string): Stretch[] =>
  text
    .split(' ')
    .filter(Boolean)
    .map((stretch) => {
      const [start = 0, end = 0] = stretch.split('-').map((clock) => {
        const [hours = 0, minutes = 0, seconds = 0] = clock.split(':').map(Number)
        return hours * HOUR_MS + minutes * MINUTE_MS + seconds * 1_000
      })
      return { start, end }
    })

const said = (law: Law, text: string): string => {
  const warning = breakWarning(BREAK_LAWS[law], day(text))
  if (warning === null) return 'fine'
  const minutes = (ms: number | null): number => (ms ?? 0) / MINUTE_MS
  return [
    ...(isTooShort(warning) ? [`${minutes(warning.takenMs)} of ${minutes(warning.demandedMs)}`] : []),
    ...(isTooLate(warning) ? [`${minutes(warning.longestMs)} at once`] : []),
  ].join(', ')
}

describe('days by law', () => {
  test.each<[Law, string, string]>([
    // Up to six hours nothing is demanded; over six half an hour, over nine three quarters.
    ['DE', '', 'fine'],
    ['DE', '08:00-14:00', 'fine'],
    ['DE', '08:00-14:01', '0 of 30, 361 at once'],
    ['DE', '08:00-12:00 12:30-17:00', 'fine'],
    ['DE', '08:00-12:00 12:29-17:00', '29 of 30'],
    ['DE', '08:00-12:00 12:30-17:30', 'fine'],
    ['DE', '08:00-12:00 12:30-17:31', '30 of 45'],
    ['DE', '08:00-12:00 12:45-17:46', 'fine'],
    // Two quarters are as good as half an hour; what is shorter is none.
    ['DE', '08:00-10:00 10:15-13:00 13:15-16:30', 'fine'],
    ['DE', '08:00-10:00 10:14-13:00 13:15-16:30', '15 of 30'],
    ['DE', '08:00-10:00 10:10-12:00 12:10-14:00 14:10-15:30', '0 of 30, 420 at once'],
    // A break that comes after more than six hours comes too late.
    ['DE', '08:00-14:30 15:00-16:00', '390 at once'],
    // Sessions beside each other, or one after the other, are one time of work.
    ['DE', '08:00-12:00 09:00-14:00 14:00-15:00', '0 of 30, 420 at once'],
    // Whole minutes: seconds neither demand a break nor take it away.
    ['DE', '08:00:00-14:00:20', 'fine'],
    ['DE', '08:00:00-12:00:20 12:30:00-16:00:00', 'fine'],
    ['AT', '08:00-11:00 11:10-14:00 14:10-16:00 16:10-17:00', 'fine'],
    ['AT', '08:00-15:30 16:00-16:30', 'fine'],
    ['AT', '08:00-15:00', '0 of 30'],
    ['FR', '08:00-13:59', 'fine'],
    ['FR', '08:00-14:00', '0 of 20'],
    ['FR', '08:00-11:00 11:19-15:00', '0 of 20, 401 at once'],
    ['FR', '08:00-11:00 11:20-15:00', 'fine'],
    ['ES', '08:00-14:00 14:15-16:00', 'fine'],
    ['ES', '08:00-14:30', '390 at once'],
    ['GB', '09:00-15:00', 'fine'],
    ['GB', '09:00-16:00', '0 of 20'],
    ['GB', '09:00-12:00 12:20-16:00', 'fine'],
  ])('%s %s: %s', (law, text, expected) => {
    expect(said(law, text)).toBe(expected)
  })
})

describe('shifts', () => {
  // A night from 22:00 on, which the day rule splits at midnight.
  const night = { before: [], own: day('22:00-24:00'), after: day('24:00-26:00 26:30-30:30') }

  test('a shift over midnight counts with the day on which it began', () => {
    expect(shiftOf(night)).toEqual(day('22:00-24:00 24:00-26:00 26:30-30:30'))
    // The day after has nothing of its own.
    expect(shiftOf({ before: night.own, own: night.after, after: [] })).toEqual([])
  })

  test('what begins at least two hours later is another shift', () => {
    const own = day('20:00-24:00')
    expect(shiftOf({ before: [], own, after: day('26:00-30:00') })).toEqual(own)
    expect(shiftOf({ before: [], own, after: day('25:59-30:00') })).toHaveLength(2)
    // The early hours belong to the night before, the rest of the day to itself.
    expect(shiftOf({ before: day('20:00-24:00'), own: day('24:00-26:00 33:00-41:00'), after: [] })).toEqual(
      day('33:00-41:00'),
    )
  })
})

const stretches = fc.array(
  fc
    .tuple(fc.integer({ min: 0, max: 1_400 }), fc.integer({ min: 1, max: 500 }))
    .map(([from, length]) => ({ start: from * MINUTE_MS, end: (from + length) * MINUTE_MS })),
  { maxLength: 8 },
)

test('a warning is the same in whatever order, and however a session is cut', () => {
  fc.assert(
    fc.property(stretches, fc.integer({ min: 1, max: 20 }), (all, at) => {
      const expected = breakWarning(BREAK_LAWS.DE, all)
      const cut = all.flatMap(({ start, end }) => {
        const middle = Math.min(end, start + at * MINUTE_MS)
        return middle < end
          ? [
              { start: middle, end },
              { start, end: middle },
            ]
          : [{ start, end }]
      })
      expect(breakWarning(BREAK_LAWS.DE, cut)).toEqual(expected)
    }),
  )
})

test('each day’s work belongs to one shift', () => {
  fc.assert(
    fc.property(stretches, stretches, stretches, (first, second, third) => {
      const DAY = 24 * HOUR_MS
      const within = (of: readonly Stretch[], day: number): Stretch[] =>
        of.map(({ start, end }) => ({ start: start + day * DAY, end: Math.min(end, DAY) + day * DAY }))
      const days = [within(first, 0), within(second, 1), within(third, 2)] as const
      const minutes = (of: readonly Stretch[]): number => {
        const covered = new Set<number>()
        for (const { start, end } of of) for (let at = start; at < end; at += MINUTE_MS) covered.add(at)
        return covered.size
      }
      const [a, b, c] = days
      const shifts = [
        shiftOf({ before: [], own: a, after: b }),
        shiftOf({ before: a, own: b, after: c }),
        shiftOf({ before: b, own: c, after: [] }),
      ]
      const together = shifts.reduce((sum, shift) => sum + minutes(shift), 0)
      expect(together).toBe(minutes(shifts.flat()))
    }),
    { numRuns: 30 },
  )
})
