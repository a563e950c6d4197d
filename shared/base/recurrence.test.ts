// The days of a recurrence: by a table, and against another implementation of RFC 5545.
import fc from 'fast-check'
import { RRuleTemporal } from 'rrule-temporal'
import { describe, expect, test } from 'vitest'
import { dateOfEpochDay } from './localDate.ts'
import { parseRepeat, repeatDays, repeatText } from './recurrence.ts'
import { instantOf } from './wallTime.ts'

const BERLIN = 'Europe/Berlin'
const startOn = (date: string, time = '10:00'): number => {
  const reading = instantOf(date, time, BERLIN)
  return reading.kind === 'once' ? reading.instant : 0
}
function read(text: string, first = '2026-01-01') {
  const parsed = parseRepeat(text, { startAt: startOn(first), zone: BERLIN })
  if (!parsed.ok) throw new Error(`${text}: ${parsed.error.part}`)
  return parsed.value
}
const days = (text: string, first: string, horizon = '2040-01-01'): string[] =>
  [...repeatDays(read(text, first), first, horizon)].map(dateOfEpochDay)

describe('the days of a rule', () => {
  test.each([
    ['FREQ=WEEKLY;COUNT=3', '2026-03-30', ['2026-03-30', '2026-04-06', '2026-04-13']],
    ['FREQ=DAILY;INTERVAL=2;UNTIL=20260305', '2026-03-01', ['2026-03-01', '2026-03-03', '2026-03-05']],
    [
      'FREQ=WEEKLY;BYDAY=MO,TH;COUNT=4',
      '2026-03-30',
      ['2026-03-30', '2026-04-02', '2026-04-06', '2026-04-09'],
    ],
    // Where it begins is one of them, be it of the rule or not.
    ['FREQ=WEEKLY;BYDAY=MO;COUNT=3', '2026-04-01', ['2026-04-01', '2026-04-06', '2026-04-13']],
    ['FREQ=MONTHLY;BYDAY=-1FR;COUNT=3', '2026-01-30', ['2026-01-30', '2026-02-27', '2026-03-27']],
    ['FREQ=MONTHLY;BYDAY=2TU;COUNT=2', '2026-01-13', ['2026-01-13', '2026-02-10']],
    // No 30 February.
    ['FREQ=MONTHLY;BYMONTHDAY=30;COUNT=3', '2026-01-30', ['2026-01-30', '2026-03-30', '2026-04-30']],
    ['FREQ=MONTHLY;COUNT=3', '2026-01-31', ['2026-01-31', '2026-03-31', '2026-05-31']],
    ['FREQ=MONTHLY;BYMONTHDAY=-1;COUNT=3', '2026-01-31', ['2026-01-31', '2026-02-28', '2026-03-31']],
    ['FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30;COUNT=3', '2026-01-30', ['2026-01-30']],
    ['FREQ=YEARLY;COUNT=3', '2024-02-29', ['2024-02-29', '2028-02-29', '2032-02-29']],
    ['FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1;COUNT=2', '2026-01-30', ['2026-01-30', '2026-02-27']],
    // The end as an instant: at 10:00 in Berlin, which is 8:00 UTC in summer.
    ['FREQ=DAILY;UNTIL=20260702T080000Z', '2026-07-01', ['2026-07-01', '2026-07-02']],
    ['FREQ=DAILY;UNTIL=20260702T075959Z', '2026-07-01', ['2026-07-01']],
    ['FREQ=DAILY;BYHOUR=10;BYMINUTE=0;COUNT=2', '2026-07-01', ['2026-07-01', '2026-07-02']],
  ])('%s from %s', (text, first, expected) => {
    expect(days(text, first)).toEqual(expected)
  })

  test('end at the horizon where the rule has none', () => {
    expect(days('FREQ=DAILY', '2026-01-01', '2026-01-03')).toHaveLength(3)
  })
})

test.each([
  ['FREQ=HOURLY', 'tooFine'],
  ['FREQ=DAILY;BYHOUR=9,17', 'tooFine'],
  ['FREQ=DAILY;BYHOUR=9', 'tooFine'],
  ['', 'unknown'],
  ['weekly', 'unknown'],
  ['FREQ=WEEKLY;COUNT=x', 'unknown'],
  ['FREQ=WEEKLY;COUNT=0', 'unknown'],
  ['FREQ=WEEKLY;INTERVAL=-1', 'unknown'],
  ['FREQ=WEEKLY;UNTIL=20260230', 'unknown'],
  ['FREQ=WEEKLY;BYDAY=XX', 'unknown'],
  ['FREQ=MONTHLY;BYMONTHDAY=32', 'unknown'],
  ['FREQ=MONTHLY;BYMONTHDAY=0', 'unknown'],
  ['FREQ=YEARLY;BYWEEKNO=20', 'unknown'],
  ['FREQ=WEEKLY;FREQ=DAILY', 'unknown'],
])('%s is refused: %s', (text, reason) => {
  const parsed = parseRepeat(text, { startAt: startOn('2026-01-01'), zone: BERLIN })
  expect(parsed).toMatchObject({ ok: false, error: { reason } })
})

const someOf = <T>(values: readonly T[]): fc.Arbitrary<T[]> =>
  fc.oneof(
    { weight: 2, arbitrary: fc.constant<T[]>([]) },
    fc.subarray([...values], { minLength: 1, maxLength: 3 }),
  )
const CODES = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU']
const rule = fc
  .record({
    freq: fc.constantFrom('DAILY', 'WEEKLY', 'MONTHLY', 'YEARLY'),
    interval: fc.integer({ min: 1, max: 4 }),
    end: fc.oneof(
      fc.integer({ min: 2, max: 12 }).map((count) => `COUNT=${count}`),
      fc
        .integer({ min: 10_000, max: 900_000 })
        .map((n) => `UNTIL=${dateOfEpochDay(20_500 + (n % 900)).replaceAll('-', '')}T235959Z`),
    ),
    byDay: someOf(CODES),
    nth: fc.constantFrom('', '', '1', '2', '-1'),
    byMonthDay: someOf([1, 15, 28, 29, 30, 31, -1, -2]),
    byMonth: someOf([1, 2, 3, 6, 12]),
    setPos: fc.constantFrom('', '', '1', '-1'),
    weekStart: fc.constantFrom('MO', 'SU'),
  })
  .map(({ freq, interval, end, byDay, nth, byMonthDay, byMonth, setPos, weekStart }) => {
    const ordinal = freq === 'MONTHLY' || (freq === 'YEARLY' && byMonth.length > 0) ? nth : ''
    // RFC 5545 forbids days of the month in a week.
    const monthDays = freq === 'WEEKLY' ? [] : byMonthDay
    return [
      `FREQ=${freq}`,
      `INTERVAL=${interval}`,
      ...(byDay.length > 0 ? [`BYDAY=${byDay.map((day) => `${ordinal}${day}`).join(',')}`] : []),
      ...(monthDays.length > 0 ? [`BYMONTHDAY=${monthDays.join(',')}`] : []),
      ...(byMonth.length > 0 ? [`BYMONTH=${byMonth.join(',')}`] : []),
      ...(setPos !== '' && (byDay.length > 0 || monthDays.length > 0) ? [`BYSETPOS=${setPos}`] : []),
      `WKST=${weekStart}`,
      end,
    ].join(';')
  })

test('the days are those that another implementation of RFC 5545 finds', () => {
  fc.assert(
    fc.property(rule, fc.integer({ min: 20_000, max: 20_800 }), (text, begin) => {
      const first = dateOfEpochDay(begin)
      const horizon = dateOfEpochDay(begin + 8_000)
      const ours = days(text, first, horizon).slice(0, 14)
      const theirs: string[] = []
      try {
        const of = new RRuleTemporal({
          rruleString: `DTSTART:${first.replaceAll('-', '')}T100000Z\nRRULE:${text}`,
          includeDtstart: true,
        })
        of.all((date) => {
          theirs.push(date.toString().slice(0, 10))
          return theirs.length < 14
        })
      } catch {
        // It gives up on rules that name no day, or few in a long time.
        return
      }
      // An end before the start: for us it still takes place once.
      if (theirs.length === 0) return
      const within = theirs.filter((date) => date <= horizon)
      expect([text, first, ours]).toEqual([text, first, within])
    }),
    { numRuns: 150 },
  )
})

test('a rule as text reads as the same rule', () => {
  fc.assert(
    fc.property(rule, (text) => {
      const repeat = read(text)
      expect(read(repeatText(repeat))).toEqual(repeat)
    }),
  )
})
