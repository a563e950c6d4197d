// A calendar's file through the whole application: what becomes of what it holds, that nothing comes twice, and what files made to do
// harm end with.
import { expect, test } from 'vitest'
import { once } from '../shared/base/once.ts'
import { localTimeOf } from '../shared/base/wallTime.ts'
import type { ImportReport, ImportRow } from '../shared/contract/calendarFile.ts'
import { MOST_FILE_BYTES, MOST_THINGS } from '../shared/contract/calendarFile.ts'
import { calendar, event, importText } from './testing/calendarFile.ts'
import type { Firm } from './testing/testApp.ts'
import { at, openFirm, ZONE } from './testing/testApp.ts'

async function imported(f: Firm, file: string | Uint8Array, options = {}): Promise<ImportReport> {
  const reply = await importText(f, file, options)
  if (!reply.ok) throw new Error(JSON.stringify(reply.error))
  return reply.value
}

/** '2026-03-03 09:00–10:00 Title' of each occurrence in March to May. */
async function occurrences(f: Firm): Promise<string[]> {
  const { meetings } = await f.ok('meeting.list', {
    from: at('2026-03-01 00:00'),
    to: at('2026-06-01 00:00'),
  })
  const clock = (instant: number) => localTimeOf(instant, ZONE)
  return meetings.map(({ startAt, endAt, title }) => {
    const { date, time } = clock(startAt)
    return `${date} ${time.slice(0, 5)}–${clock(endAt).time.slice(0, 5)} ${title}`
  })
}

const codes = ({ state, reason, remarks }: ImportRow): string =>
  [state, ...(reason === null ? [] : [reason.code]), ...remarks.map(({ code }) => code)].join(' ')

/** One for all rows of a table: each leaves it as it was. */
const firm = once(() => openFirm('2026-03-02 12:00'))

test.each<[string, string[], string, string[]]>([
  ['a plain one', event('a', '20260303T090000'), 'new', ['2026-03-03 09:00–10:00 a']],
  [
    'in UTC',
    ['VEVENT', 'UID:a', 'SUMMARY:a', 'DTSTART:20260303T080000Z', 'DTEND:20260303T083000Z'],
    'new',
    ['2026-03-03 09:00–09:30 a'],
  ],
  [
    'floating',
    ['VEVENT', 'UID:a', 'SUMMARY:a', 'DTSTART:20260303T080000', 'DTEND:20260303T083000'],
    'new floating',
    ['2026-03-03 08:00–08:30 a'],
  ],
  [
    'in a zone as Windows calls it',
    ['VEVENT', 'UID:a', 'SUMMARY:a', 'DTSTART;TZID=Tokyo Standard Time:20260303T170000', 'DURATION:PT30M'],
    'new zoneRead',
    ['2026-03-03 09:00–09:30 a'],
  ],
  [
    'in a zone behind a path',
    [
      'VEVENT',
      'UID:a',
      'SUMMARY:a',
      'DTSTART;TZID=/citadel.org/20210210_1/Asia/Tokyo:20260303T170000',
      'DURATION:PT30M',
    ],
    'new zoneRead',
    ['2026-03-03 09:00–09:30 a'],
  ],
  [
    'in a zone that nobody knows',
    ['VEVENT', 'UID:a', 'SUMMARY:a', 'DTSTART;TZID=Office:20260303T170000', 'DURATION:PT30M'],
    'refused calendarRow.zoneUnknown',
    [],
  ],
  [
    'without an end',
    ['VEVENT', 'UID:a', 'SUMMARY:a', 'DTSTART:20260303T080000Z'],
    'new noEnd',
    ['2026-03-03 09:00–09:30 a'],
  ],
  [
    'of whole days',
    ['VEVENT', 'UID:a', 'SUMMARY:a', 'DTSTART;VALUE=DATE:20260303', 'DTEND;VALUE=DATE:20260305'],
    'new',
    ['2026-03-03 00:00–00:00 a'],
  ],
  ['cancelled and not here', event('a', '20260303T090000', 'STATUS:CANCELLED'), 'absent', []],
  [
    'weekly over the clock change',
    event('a', '20260325T090000', 'RRULE:FREQ=WEEKLY;COUNT=2'),
    'new',
    ['2026-03-25 09:00–10:00 a', '2026-04-01 09:00–10:00 a'],
  ],
  [
    'with an occurrence left out',
    event('a', '20260303T090000', 'RRULE:FREQ=DAILY;COUNT=3', 'EXDATE;TZID=Europe/Berlin:20260304T090000'),
    'new',
    ['2026-03-03 09:00–10:00 a', '2026-03-05 09:00–10:00 a'],
  ],
  [
    'with a day left out',
    event('a', '20260303T090000', 'RRULE:FREQ=DAILY;COUNT=3', 'EXDATE;VALUE=DATE:20260304'),
    'new',
    ['2026-03-03 09:00–10:00 a', '2026-03-05 09:00–10:00 a'],
  ],
  [
    'on the 30th of February',
    event('a', '20260228T090000', 'RRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30'),
    'refused meeting.repeatNever until',
    [],
  ],
  [
    'hourly for a century',
    event('a', '20260303T090000', 'RRULE:FREQ=HOURLY;COUNT=876000'),
    'refused meeting.repeatTooFine',
    [],
  ],
  [
    'with two rules',
    event('a', '20260303T090000', 'RRULE:FREQ=DAILY;COUNT=3', 'RRULE:FREQ=WEEKLY;COUNT=3'),
    'refused meeting.repeatUnknown',
    [],
  ],
  [
    'on single dates',
    event('a', '20260303T090000', 'RDATE:20260305T080000Z'),
    'refused calendarRow.otherRule',
    [],
  ],
  [
    'that is no event',
    ['VEVENT', 'UID:a', 'SUMMARY:a', 'this is no line'],
    'refused calendarRow.unreadable',
    [],
  ],
  [
    'of no date',
    ['VEVENT', 'UID:a', 'SUMMARY:a', 'DTSTART:20269903T080000Z'],
    'refused calendarRow.badTime',
    [],
  ],
  ['without a start', ['VEVENT', 'UID:a', 'SUMMARY:a'], 'refused calendarRow.noStart', []],
  [
    'that ends before it starts',
    ['VEVENT', 'UID:a', 'SUMMARY:a', 'DTSTART:20260303T080000Z', 'DTEND:20260302T080000Z'],
    'refused meeting.stopBeforeStart',
    [],
  ],
  [
    'that turns letters around',
    ['VEVENT', 'UID:a', 'SUMMARY:a\u202Ebc\u0007d', 'DTSTART:20260303T080000Z', 'DURATION:PT30M'],
    'new',
    ['2026-03-03 09:00–09:30 abcd'],
  ],
])('J2 an event %s', async (_, lines, said, shown) => {
  const f = await firm()
  const reply = await importText(f, calendar(lines))
  if (!reply.ok) throw new Error(JSON.stringify(reply.error))
  expect(reply.value.rows.map(codes)).toEqual([said])
  expect(await occurrences(f)).toEqual(shown)
  if (reply.commitId !== undefined) await f.ok('change.undo', { commitId: reply.commitId })
})

test('J2 a series with a moved and a cancelled occurrence is one meeting with exceptions', async () => {
  const f = await openFirm('2026-03-02 12:00')
  const file = calendar(
    event('a', '20260303T090000', 'RRULE:FREQ=WEEKLY;COUNT=3'),
    [
      'VEVENT',
      'UID:a',
      'SUMMARY:later',
      'RECURRENCE-ID;TZID=Europe/Berlin:20260310T090000',
      'DTSTART;TZID=Europe/Berlin:20260311T140000',
      'DURATION:PT2H',
    ],
    [
      'VEVENT',
      'UID:a',
      'STATUS:CANCELLED',
      'RECURRENCE-ID;TZID=Europe/Berlin:20260317T090000',
      'DTSTART;TZID=Europe/Berlin:20260317T090000',
    ],
  )
  expect((await imported(f, file)).counts).toMatchObject({ new: 1, refused: 0 })
  expect(await occurrences(f)).toEqual(['2026-03-03 09:00–10:00 a', '2026-03-11 14:00–16:00 later'])
})

test('J3 a zone that nobody knows is asked for by name, and its answer is used', async () => {
  const f = await openFirm('2026-03-02 12:00')
  const file = calendar([
    'VEVENT',
    'UID:a',
    'SUMMARY:a',
    'DTSTART;TZID=Office:20260303T170000',
    'DURATION:PT30M',
  ])
  const asked = await imported(f, file, { dryRun: true })
  expect(asked.unknownZones).toEqual(['Office'])
  expect((await imported(f, file, { zones: { Office: 'Asia/Tokyo' } })).rows.map(codes)).toEqual([
    'new zoneRead',
  ])
  expect(await occurrences(f)).toEqual(['2026-03-03 09:00–09:30 a'])
})

test('J2 tasks: of a day, of a time, done, cancelled; one that repeats is refused', async () => {
  const f = await openFirm('2026-03-02 12:00')
  const todo = (uid: string, ...lines: string[]) => ['VTODO', `UID:${uid}`, `SUMMARY:${uid}`, ...lines]
  const report = await imported(
    f,
    calendar(
      todo('day', 'DUE;VALUE=DATE:20260304', 'CATEGORIES:CALL'),
      todo('time', 'DUE;TZID=Europe/Berlin:20260304T120000', 'STATUS:COMPLETED'),
      todo('none'),
      todo('gone', 'STATUS:CANCELLED'),
      todo('often', 'DUE;VALUE=DATE:20260304', 'RRULE:FREQ=DAILY'),
    ),
  )
  expect(report.rows.map(codes)).toEqual(['new', 'new', 'new', 'absent', 'refused calendarRow.taskRepeats'])
  const { tasks } = await f.ok('task.list', {})
  expect(
    tasks.map(({ title, type, dueDate, startAt, endAt, status }) => ({
      title,
      type,
      dueDate,
      startAt,
      endAt,
      status,
    })),
  ).toEqual([
    { title: 'day', type: 'Call', dueDate: '2026-03-04', startAt: null, endAt: null, status: 'Open' },
    {
      title: 'time',
      type: 'Task',
      dueDate: null,
      startAt: at('2026-03-04 11:30'),
      endAt: at('2026-03-04 12:00'),
      status: 'Done',
    },
    { title: 'none', type: 'Task', dueDate: null, startAt: null, endAt: null, status: 'Open' },
  ])
})

const FILE = calendar(
  event('once', '20260303T090000'),
  event(
    'series',
    '20260305T090000',
    'RRULE:FREQ=WEEKLY;COUNT=4',
    'EXDATE;TZID=Europe/Berlin:20260312T090000',
  ),
  ['VEVENT', 'SUMMARY:nameless', 'DTSTART:20260306T080000Z', 'DTSTAMP:20260101T000000Z'],
  ['VTODO', 'UID:todo', 'SUMMARY:todo', 'DUE;VALUE=DATE:20260304'],
)

test('J4 J5 a dry run changes nothing; a second import adds nothing; one undo takes all of it back', async () => {
  const f = await openFirm('2026-03-02 12:00')
  expect((await imported(f, FILE, { dryRun: true })).counts).toMatchObject({ new: 4 })
  expect(await occurrences(f)).toEqual([])
  const reply = await importText(f, FILE)
  const shown = await occurrences(f)
  expect(shown).toHaveLength(5)
  f.clock.advance(86_400_000)
  const again = await importText(f, FILE)
  expect(again.ok && again.value.counts).toMatchObject({ new: 0, changed: 0, same: 4 })
  expect(again.ok && again.commitId).toBeUndefined()
  expect(await occurrences(f)).toEqual(shown)
  if (!reply.ok || reply.commitId === undefined) throw new Error('nothing was imported')
  await f.ok('change.undo', { commitId: reply.commitId })
  expect(await occurrences(f)).toEqual([])
  expect((await f.ok('task.list', {})).tasks).toEqual([])
})

test('J4 what the other calendar changed or cancelled since is changed here; what was changed here later stays', async () => {
  const f = await openFirm('2026-03-02 12:00')
  await imported(
    f,
    calendar(event('a', '20260303T090000'), event('b', '20260303T110000'), event('c', '20260303T130000')),
  )
  const { meetings } = await f.ok('meeting.list', {
    from: at('2026-03-03 13:00'),
    to: at('2026-03-03 14:00'),
  })
  await f.ok('meeting.edit', { meetingId: meetings[0]?.meetingId ?? '', title: 'mine' })
  const later = calendar(
    event('a', '20260303T100000', 'LAST-MODIFIED:20260302T100000Z'),
    event('b', '20260303T110000', 'STATUS:CANCELLED'),
    event('c', '20260303T150000', 'LAST-MODIFIED:20260302T100000Z'),
  )
  expect((await imported(f, later)).rows.map(codes)).toEqual(['changed', 'cancelled', 'kept'])
  expect(await occurrences(f)).toEqual(['2026-03-03 10:00–11:00 a', '2026-03-03 13:00–14:00 mine'])
  const newest = calendar(event('c', '20260303T150000', 'LAST-MODIFIED:20260302T120000Z'))
  expect((await imported(f, newest)).rows.map(codes)).toEqual(['changed'])
})

test('J2 those asked to come are found by address or by name; whoever imports it takes part where some are not', async () => {
  const f = await openFirm('2026-03-02 12:00')
  const { userId: bo } = await f.ok('user.add', {
    name: 'Bo Lind',
    role: 'employee',
    email: 'bo@weber.example',
  })
  const { userId: cy } = await f.ok('user.add', { name: 'Cy', role: 'employee' })
  const report = await imported(
    f,
    calendar(
      event(
        'known',
        '20260303T090000',
        'ATTENDEE;CN=B:mailto:BO@weber.example',
        'ATTENDEE;CN="cy":mailto:c@else.example',
      ),
      event(
        'stranger',
        '20260304T090000',
        'ATTENDEE;CN=B:mailto:bo@weber.example',
        'ATTENDEE;CN=Zoe:mailto:zoe@else.example',
      ),
      event('nobody', '20260305T090000'),
    ),
  )
  expect(report.rows.map(codes)).toEqual(['new', 'new unknownPeople', 'new'])
  const { meetings } = await f.ok('meeting.list', {
    from: at('2026-03-01 00:00'),
    to: at('2026-04-01 00:00'),
  })
  expect(meetings.map(({ people }) => people.map(({ id }) => id))).toEqual([[bo, cy], [f.ana, bo], [f.ana]])
})

test('F10 an employee brings in what a colleague has too, as their own, and changes nothing of theirs', async () => {
  const f = await openFirm('2026-03-02 12:00')
  await imported(f, calendar(event('a', '20260303T090000')))
  const { userId: bo } = await f.ok('user.add', { name: 'Bo', role: 'employee' })
  await f.ok('session.switchUser', { userId: bo })
  const changed = calendar(event('a', '20260303T120000', 'LAST-MODIFIED:20270101T000000Z'))
  expect((await imported(f, changed)).rows.map(codes)).toEqual(['new'])
  expect((await imported(f, changed)).rows.map(codes)).toEqual(['same'])
  expect(await occurrences(f)).toEqual(['2026-03-03 12:00–13:00 a'])
  await f.ok('session.switchUser', { userId: f.ana })
  expect(await occurrences(f)).toEqual(['2026-03-03 09:00–10:00 a', '2026-03-03 12:00–13:00 a'])
})

test('J2 a series without an end goes on for as long as a meeting may, one from long ago from about today on', async () => {
  const f = await openFirm('2026-03-02 12:00')
  const old = calendar(
    event('old', '20110307T090000', 'RRULE:FREQ=WEEKLY'),
    event('young', '20260304T090000', 'RRULE:FREQ=WEEKLY'),
  )
  const report = await imported(f, old)
  expect(report.rows.map(codes)).toEqual(['new begins until', 'new until'])
  const { meetings } = await f.ok('meeting.list', {
    from: at('2026-03-02 00:00'),
    to: at('2026-03-09 00:00'),
  })
  expect(meetings.map(({ title, startAt }) => [title, startAt])).toEqual([
    ['old', at('2026-03-02 09:00')],
    ['young', at('2026-03-04 09:00')],
  ])
  f.clock.advance(40 * 86_400_000)
  expect((await imported(f, old)).counts).toMatchObject({ same: 2 })
})

const many = (count: number, more = ''): string =>
  calendar(
    ...Array.from({ length: count }, (_, n) =>
      event(`e${n}`, '20260303T090000', ...(more === '' ? [] : [more])),
    ),
  )

test.each<[string, () => string | Uint8Array, string]>([
  ['is no calendar', () => 'hello', 'calendarFile.none'],
  ['is a picture', () => new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 1]), 'calendarFile.none'],
  ['is empty', () => '', 'calendarFile.none'],
  ['holds nothing', () => calendar(), 'calendarFile.empty'],
  ['ends in the middle', () => FILE.slice(0, 300), 'calendarFile.cutOff'],
  ['is tangled', () => 'BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nEND:VCALENDAR\r\n', 'calendarFile.broken'],
  [
    'is deeper than any calendar',
    () => `BEGIN:VCALENDAR\r\n${'BEGIN:VEVENT\r\n'.repeat(100_000)}`,
    'calendarFile.broken',
  ],
  ['holds a hundred thousand events', () => many(100_000), 'calendarFile.tooMany'],
  ['repeats more than anybody meets', () => many(100, 'RRULE:FREQ=DAILY'), 'calendarFile.tooHard'],
  ['is larger than 16 MB', () => new Uint8Array(MOST_FILE_BYTES + 1), 'calendarFile.tooLarge'],
])(
  'J6 a file that %s ends with a sentence, and nothing is imported',
  async (_, file, code) => {
    const f = await openFirm('2026-03-02 12:00')
    const reply = await importText(f, file())
    expect(reply.ok ? null : reply.error.code).toBe(code)
    expect(await occurrences(f)).toEqual([])
  },
  60_000,
)

test('J6 UTF-16, windows-1252, folded lines and a mark at the beginning are read', async () => {
  const f = await openFirm('2026-03-02 12:00')
  const file = (uid: string) =>
    calendar(['VEVENT', `UID:${uid}`, 'SUMMARY:Grüße an\r\n  Öl', 'DTSTART:20260303T080000Z'])
  await imported(f, Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(file('utf16'), 'utf16le')]))
  await imported(f, Buffer.from(file('latin'), 'latin1'))
  await imported(f, `\uFEFF${file('mark')}`)
  expect(await occurrences(f)).toEqual(Array(3).fill('2026-03-03 09:00–09:30 Grüße an Öl'))
})

test('J6 while a file as large as may be is read and brought in, the application goes on answering', async () => {
  const f = await openFirm('2026-03-02 12:00')
  const waits: number[] = []
  let last = performance.now()
  const beat = setInterval(() => {
    waits.push(performance.now() - last)
    last = performance.now()
  }, 20)
  const report = await imported(f, many(MOST_THINGS), { dryRun: true })
  clearInterval(beat)
  expect(report.counts.new).toBe(MOST_THINGS)
  expect(Math.max(...waits)).toBeLessThan(1_500)
}, 60_000)
