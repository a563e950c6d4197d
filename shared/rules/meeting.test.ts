// When meetings take place, by tables: clock changes, exceptions, whole days; and that their length and hour are kept.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { localTimeOf } from '../base/wallTime.ts'
import { instantsAtWall, wallMsAt } from '../base/zoneOffset.ts'
import { subjectOf } from '../entities/subject.ts'
import type { Meeting } from '../entities/meeting.ts'
import { checkedMeeting } from './meetingCheck.ts'
import { instantAt, occurrencesOf } from './occurrences.ts'
import { changed, cutAt } from './series.ts'

const BERLIN = 'Europe/Berlin'
const wall = (text: string): number => Date.parse(`${text.replace(' ', 'T')}:00Z`)
const at = (text: string, zone = BERLIN): number => instantAt(wall(text), zone)

const meeting = (over: Partial<Meeting> = {}): Meeting => {
  const startAt = over.startAt ?? at('2026-10-12 10:00')
  return {
    id: 'm',
    title: 'Review',
    organiserId: 'u',
    userIds: ['u'],
    ...subjectOf({}),
    startAt,
    endAt: startAt + 3_600_000,
    zone: BERLIN,
    allDay: false,
    place: '',
    note: '',
    repeat: '',
    exceptions: [],
    logged: false,
    uid: '',
    firstAt: startAt,
    lastAt: startAt,
    ...over,
  }
}
const shown = (instant: number, zone = BERLIN): string => {
  const { date, time } = localTimeOf(instant, zone)
  return `${date} ${time.slice(0, 5)}`
}
const times = (of: Meeting): string[] =>
  [...occurrencesOf(of)].map(({ startAt, endAt }) => `${shown(startAt)} ${(endAt - startAt) / 60_000}`)

test.each([
  [
    '10:00 across the end of summer time',
    { repeat: 'FREQ=WEEKLY;COUNT=3', startAt: at('2026-10-19 10:00') },
    ['2026-10-19 10:00 60', '2026-10-26 10:00 60', '2026-11-02 10:00 60'],
  ],
  // 02:30 is skipped: as long after the gap as it was after its beginning.
  [
    'an hour that the clocks skip',
    { repeat: 'FREQ=DAILY;COUNT=3', startAt: at('2026-03-28 02:30') },
    ['2026-03-28 02:30 60', '2026-03-29 03:30 60', '2026-03-30 02:30 60'],
  ],
  [
    'over the hour that comes twice',
    { repeat: 'FREQ=WEEKLY;COUNT=2', startAt: at('2026-10-18 02:30') },
    ['2026-10-18 02:30 60', '2026-10-25 02:30 60'],
  ],
  [
    'one moved and one cancelled',
    {
      repeat: 'FREQ=WEEKLY;COUNT=3',
      exceptions: [
        {
          at: at('2026-10-19 10:00'),
          moved: { startAt: at('2026-10-20 15:00'), endAt: at('2026-10-20 15:30'), title: '', place: '' },
        },
        { at: at('2026-10-26 10:00'), moved: null },
      ],
    },
    ['2026-10-12 10:00 60', '2026-10-20 15:00 30'],
  ],
  [
    'whole days, of 25 hours where the clocks go back',
    {
      allDay: true,
      repeat: 'FREQ=DAILY;COUNT=2',
      startAt: at('2026-10-24 00:00'),
      endAt: at('2026-10-25 00:00'),
    },
    ['2026-10-24 00:00 1440', '2026-10-25 00:00 1500'],
  ],
] as const)('%s', (_, over, expected) => {
  expect(times(meeting(over as Partial<Meeting>))).toEqual(expected)
})

test('a range finds what touches it, also where it was moved into it', () => {
  const of = meeting({
    repeat: 'FREQ=WEEKLY;COUNT=10',
    exceptions: [
      {
        at: at('2026-11-30 10:00'),
        moved: { startAt: at('2026-10-13 09:00'), endAt: at('2026-10-13 10:00'), title: '', place: '' },
      },
    ],
  })
  const found = [...occurrencesOf(of, at('2026-10-12 10:30'), at('2026-10-14 00:00'))]
  expect(found.map(({ startAt }) => shown(startAt))).toEqual(['2026-10-12 10:00', '2026-10-13 09:00'])
})

test.each([
  [
    'weekly, moved by a day: the rule moves too',
    'FREQ=WEEKLY;BYDAY=MO;UNTIL=20261130',
    '2026-10-13 11:00',
    'FREQ=WEEKLY;BYDAY=TU;UNTIL=20261201',
  ],
  ['daily', 'FREQ=DAILY;COUNT=3', '2026-10-14 10:00', 'FREQ=DAILY;COUNT=3'],
  [
    'by the day of the month: it cannot be told',
    'FREQ=MONTHLY;BYDAY=2MO;COUNT=3',
    '2026-10-13 10:00',
    'meeting.moveNeedsRule',
  ],
  [
    'the same day: any rule stays',
    'FREQ=MONTHLY;BYDAY=2MO;COUNT=3',
    '2026-10-12 12:00',
    'FREQ=MONTHLY;BYDAY=2MO;COUNT=3',
  ],
])('all of a series %s', (_, repeat, start, expected) => {
  const was = meeting({ repeat })
  const [first] = occurrencesOf(was)
  const moved = changed(was, first!, { startAt: at(start) })
  expect(moved.ok ? moved.value.repeat : moved.error.code).toBe(expected)
})

const day = fc.integer({ min: 20_000, max: 22_000 })
const series = fc
  .record({
    day,
    minutes: fc.integer({ min: 0, max: 24 * 60 - 1 }),
    length: fc.integer({ min: 1, max: 24 * 60 }),
    zone: fc.constantFrom(
      'Europe/Berlin',
      'America/New_York',
      'Australia/Lord_Howe',
      'Asia/Kolkata',
      'America/Sao_Paulo',
    ),
    freq: fc.constantFrom('DAILY', 'WEEKLY', 'MONTHLY'),
    count: fc.integer({ min: 2, max: 60 }),
  })
  .map((made) => {
    const startAt = instantAt(made.day * 86_400_000 + made.minutes * 60_000, made.zone)
    return meeting({
      startAt,
      endAt: startAt + made.length * 60_000,
      zone: made.zone,
      repeat: `FREQ=${made.freq};COUNT=${made.count}`,
    })
  })

test('each occurrence is as long as the first, and at its hour wherever the clocks have that hour', () => {
  fc.assert(
    fc.property(series, (of) => {
      const timeOfDay = (instant: number): number => wallMsAt(instant, of.zone) % 86_400_000
      const found = [...occurrencesOf(of)]
      expect(new Set(found.map(({ at: each }) => each)).size).toBe(found.length)
      for (const { startAt, endAt } of found) {
        expect(endAt - startAt).toBe(of.endAt - of.startAt)
        const wanted =
          Math.floor(wallMsAt(startAt, of.zone) / 86_400_000) * 86_400_000 + timeOfDay(of.startAt)
        // An hour that is skipped is the only reason for another, and then it is a later one.
        if (instantsAtWall(wanted, of.zone).length > 0) expect(timeOfDay(startAt)).toBe(timeOfDay(of.startAt))
        else expect(wallMsAt(startAt, of.zone)).toBeGreaterThan(wanted)
      }
    }),
  )
})

test('a series that is cut in two takes place as it did', () => {
  fc.assert(
    fc.property(series, fc.nat({ max: 59 }), (of, n) => {
      const checked = checkedMeeting(of)
      if (!checked.ok) return
      const found = [...occurrencesOf(checked.value)]
      const index = 1 + (n % (found.length - 1))
      const cut = cutAt(checked.value, found[index]!.at, index)
      const both = [...occurrencesOf(cut.head), ...occurrencesOf(cut.tail)]
      // Cut at an hour that was skipped, the tail begins with the later one; all others are the same.
      const skipped = instantsAtWall(
        Math.floor(wallMsAt(found[index]!.at, of.zone) / 86_400_000) * 86_400_000 +
          (wallMsAt(of.startAt, of.zone) % 86_400_000),
        of.zone,
      )
      if (skipped.length === 1)
        expect(both.map(({ startAt }) => startAt)).toEqual(found.map(({ startAt }) => startAt))
    }),
  )
})
