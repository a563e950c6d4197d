// A calendar's file that Daybook writes: what stands in it, read by the library and by our own import, and who may have it.
import { lstatSync, mkdtempSync, readFileSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import ICAL from 'ical.js'
import { expect, onTestFinished, test } from 'vitest'
import { once } from '../../shared/base/once.ts'
import { dayEndAt, dayStartAt } from '../../shared/base/dayRule.ts'
import { dateIn } from '../../shared/rules/occurrences.ts'
import { readCalendar } from '../ical/read/readCalendar.ts'
import { importText } from '../testing/calendarFile.ts'
import { exportTo } from '../testing/export/exportTo.ts'
import type { Firm } from '../testing/testApp.ts'
import { at, openFirm, ZONE } from '../testing/testApp.ts'

const HOUR = 3_600_000

function folder(): string {
  const path = mkdtempSync(join(tmpdir(), 'daybook-ics-'))
  onTestFinished(() => rmSync(path, { recursive: true, force: true }))
  return path
}

async function exported(f: Firm, from: string, to: string, userId = f.ana): Promise<string> {
  const path = join(folder(), 'out.ics')
  const job = await exportTo(f, { kind: 'calendar', userId, from, to }, path)
  if (job.state !== 'done') throw new Error(JSON.stringify(job))
  return readFileSync(path, 'utf8')
}

const component = (text: string): ICAL.Component =>
  new ICAL.Component(ICAL.parse(text) as unknown as unknown[])

async function occurrences(f: Firm, from: number, to: number) {
  const { meetings } = await f.ok('meeting.list', { from, to })
  return meetings.map(({ title, place, startAt, endAt, allDay, note }) => ({
    title,
    place,
    startAt,
    endAt,
    allDay,
    note,
  }))
}

test('A10 F9 meetings, tasks and recorded time are written; holidays are not', async () => {
  const f = await openFirm('2026-03-02 12:00')
  await f.ok('user.edit', { userId: f.ana, email: 'ana@weber.example' })
  const { meetingId } = await f.ok('meeting.add', {
    title: 'Review; with, Öl'.repeat(10),
    startAt: at('2026-03-03 09:00'),
    endAt: at('2026-03-03 10:00'),
    place: 'Room 1',
    repeat: 'FREQ=WEEKLY;UNTIL=20260601',
  })
  await f.ok('meeting.cancel', { meetingId, scope: 'one', at: at('2026-03-10 09:00') })
  await f.ok('meeting.edit', {
    meetingId,
    scope: 'one',
    at: at('2026-03-17 09:00'),
    startAt: at('2026-03-18 14:00'),
  })
  await f.ok('task.add', { title: 'Call back', type: 'Call', dueDate: '2026-03-05' })
  await f.ok('entry.add', {
    customerId: f.acme,
    categoryId: f.support,
    startAt: at('2026-03-02 09:00'),
    endAt: at('2026-03-02 10:00'),
    note: 'x',
  })
  const text = await exported(f, '2026-03-01', '2026-04-30')
  for (const line of text.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75)
  const calendar = component(text)
  const said = calendar.getAllSubcomponents().map((part) => {
    const value = (name: string) => String(part.getFirstPropertyValue(name) ?? '')
    return [part.name, value('recurrence-id'), value('categories'), value('status')]
      .filter((each) => each !== '')
      .join(' ')
  })
  expect(said).toEqual([
    'vtimezone',
    'vevent',
    'vevent 2026-03-17T09:00:00',
    'vtodo Call NEEDS-ACTION',
    'vevent Time Log',
  ])
  const [meeting] = calendar.getAllSubcomponents('vevent')
  expect(String(meeting?.getFirstPropertyValue('uid'))).toBe(meetingId)
  expect(String(meeting?.getFirstPropertyValue('organizer'))).toBe('mailto:ana@weber.example')
  // The library's own arithmetic, by the zone as the file describes it, gives the same instants.
  const zone = new ICAL.Timezone(calendar.getFirstSubcomponent('vtimezone') ?? undefined)
  ICAL.TimezoneService.register(zone)
  onTestFinished(() => ICAL.TimezoneService.reset())
  const series = new ICAL.Event(meeting ?? undefined)
  const iterator = series.iterator()
  const starts: number[] = []
  for (let next = iterator.next() as ICAL.Time | null; next; next = iterator.next() as ICAL.Time | null)
    starts.push(next.toUnixTime() * 1000)
  const { startAt, ...rest } = await f.ok('meeting.get', { meetingId })
  expect(starts.slice(0, 4)).toEqual([
    startAt,
    startAt + 14 * 24 * HOUR,
    startAt + 21 * 24 * HOUR,
    at('2026-03-31 09:00'),
  ])
  expect(starts.at(-1)).toBe(at('2026-05-26 09:00'))
  expect(rest.repeat).toBe('FREQ=WEEKLY;UNTIL=20260601')
})

test('J4 what was written here, brought in again here, is known: nothing is added and nothing changed', async () => {
  const f = await openFirm('2026-03-02 12:00')
  await f.ok('meeting.add', {
    title: 'a',
    startAt: at('2026-03-03 09:00'),
    endAt: at('2026-03-03 10:00'),
    zone: 'Asia/Tokyo',
  })
  await f.ok('meeting.add', {
    title: 'b',
    startAt: at('2026-03-04 00:00'),
    endAt: at('2026-03-06 00:00'),
    allDay: true,
    repeat: 'FREQ=MONTHLY;COUNT=3',
  })
  await f.ok('task.add', { title: 'c', startAt: at('2026-03-05 09:00'), endAt: at('2026-03-05 10:00') })
  await f.ok('entry.add', {
    customerId: f.acme,
    categoryId: f.support,
    startAt: at('2026-03-02 09:00'),
    endAt: at('2026-03-02 10:00'),
  })
  const reply = await importText(f, await exported(f, '2026-03-01', '2026-03-31'))
  expect(reply.ok && reply.value.rows.map(({ state, reason }) => reason?.code ?? state)).toEqual([
    'same',
    'same',
    'same',
    'calendarRow.recordedTime',
  ])
})

const ZONES = ['Europe/Berlin', 'America/New_York', 'Asia/Kathmandu', 'UTC', 'Australia/Lord_Howe']
const RULES = [
  '',
  'FREQ=DAILY;COUNT=5',
  'FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,TH;UNTIL=20270601',
  'FREQ=MONTHLY;BYDAY=-1FR;COUNT=7',
  'FREQ=MONTHLY;BYMONTHDAY=31;COUNT=4',
  'FREQ=YEARLY;COUNT=3',
]
const firms = once(() => Promise.all([openFirm('2026-03-02 12:00'), openFirm('2026-03-02 12:00')]))

test('J7 what is written and brought into an empty firm takes place at the same times', async () => {
  const [from, to] = await firms()
  await fc.assert(
    fc.asyncProperty(
      fc.array(
        fc.record({
          title: fc
            .string({ minLength: 1, maxLength: 40, unit: 'grapheme' })
            .filter((text) => /\p{L}/u.test(text)),
          place: fc.string({ maxLength: 20 }),
          note: fc.string({ maxLength: 200, unit: 'grapheme' }),
          startAt: fc
            .integer({ min: at('2026-01-01 00:00') / 60_000, max: at('2027-01-01 00:00') / 60_000 })
            .map((minute) => minute * 60_000),
          minutes: fc.integer({ min: 1, max: 24 * 60 }),
          zone: fc.constantFrom(...ZONES),
          allDay: fc.boolean(),
          repeat: fc.constantFrom(...RULES),
          moves: fc.array(fc.record({ nth: fc.nat(6), by: fc.constantFrom(null, 15, 600) }), {
            maxLength: 2,
          }),
        }),
        { minLength: 1, maxLength: 4 },
      ),
      async (wanted) => {
        const commits: [Firm, string][] = []
        const add = async (each: (typeof wanted)[number]) => {
          const { minutes, moves, startAt: typed, ...fields } = each
          // Whole days begin with their zone's.
          const day = dateIn(typed, each.zone)
          const inZone = { zone: each.zone, dayStartMinutes: 0 }
          const startAt = each.allDay ? dayStartAt(day, inZone) : typed
          const endAt = each.allDay ? dayEndAt(day, inZone) : typed + minutes * 60_000
          const reply = await from.reply('meeting.add', { ...fields, startAt, endAt })
          if (!reply.ok || reply.commitId === undefined) return
          commits.push([from, reply.commitId])
          const { meetingId } = reply.value
          for (const { nth, by } of moves) {
            const { meetings } = await from.ok('meeting.list', { from: 0, to: at('2040-01-01 00:00') })
            const one = meetings.filter((meeting) => meeting.meetingId === meetingId)[nth]
            if (one === undefined || !one.repeated) continue
            const part = { meetingId, scope: 'one' as const, at: one.at }
            const moved =
              by === null || each.allDay
                ? await from.reply('meeting.cancel', part)
                : await from.reply('meeting.edit', { ...part, startAt: one.startAt + by * 60_000 })
            if (moved.ok && moved.commitId !== undefined) commits.push([from, moved.commitId])
          }
        }
        try {
          for (const each of wanted) await add(each)
          const all = [0, at('2040-01-01 00:00')] as const
          const meant = await occurrences(from, ...all)
          if (meant.length === 0) return
          const text = await exported(from, '2026-01-01', '2030-12-31')
          // Read here, not in a thread, which takes longer to begin than all of this.
          const read = readCalendar(Buffer.from(text), { zone: ZONE, today: '2026-03-02', zones: {} })
          const things = read.ok
            ? read.value.rows.map(({ thing }) => thing).filter((thing) => thing !== null)
            : []
          expect(read.ok && read.value.rows.map(({ reason, remarks }) => [reason, remarks])).toEqual(
            things.map(() => [null, []]),
          )
          const reply = await to.reply('meeting.import', { things })
          if (reply.ok && reply.commitId !== undefined) commits.push([to, reply.commitId])
          expect(byTime(await occurrences(to, ...all))).toEqual(byTime(meant))
          const again = await to.reply('meeting.import', { things })
          expect(again.ok && again.value.decisions.map(({ state }) => state)).toEqual(
            things.map(() => 'same'),
          )
        } finally {
          for (const [firm, commitId] of commits.reverse()) await firm.ok('change.undo', { commitId })
        }
      },
    ),
    { numRuns: 25 },
  )
}, 180_000)

const byTime = (list: Awaited<ReturnType<typeof occurrences>>) =>
  list.toSorted(
    (a, b) => a.startAt - b.startAt || a.endAt - b.endAt || (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1),
  )

test('F10 an employee has their own calendar as a file, and nobody else’s', async () => {
  const f = await openFirm('2026-03-02 12:00')
  const { userId: bo } = await f.ok('user.add', { name: 'Bo', role: 'employee' })
  await f.ok('meeting.add', { title: 'hers', startAt: at('2026-03-03 09:00'), endAt: at('2026-03-03 10:00') })
  await f.ok('meeting.add', {
    title: 'both',
    startAt: at('2026-03-03 11:00'),
    endAt: at('2026-03-03 12:00'),
    userIds: [f.ana, bo],
  })
  await f.ok('session.switchUser', { userId: bo })
  const text = await exported(f, '2026-03-01', '2026-03-31', bo)
  expect(text).toContain('SUMMARY:both')
  expect(text).not.toContain('SUMMARY:hers')
  const what = { kind: 'calendar' as const, userId: f.ana, from: '2026-03-01', to: '2026-03-31' }
  expect((await f.refused('export.start', { what, path: join(folder(), 'x.ics') })).code).toBe(
    'request.notPermitted',
  )
})

test('K19 the file is its owner’s alone, and is there whole or not at all', async () => {
  const f = await openFirm('2026-03-02 12:00')
  const place = folder()
  const path = join(place, 'out.ics')
  writeFileSync(join(place, 'other'), 'kept')
  symlinkSync(join(place, 'gone', 'x'), path)
  const what = { kind: 'calendar' as const, userId: f.ana, from: '2026-03-01', to: '2026-03-31' }
  expect((await exportTo(f, what, path)).state).toBe('failed')
  expect(lstatSync(path).isSymbolicLink()).toBe(true)
  const plain = join(place, 'plain.ics')
  expect((await exportTo(f, what, plain)).state).toBe('done')
  expect(statSync(plain).mode & 0o777).toBe(0o600)
  await expect(exportTo(f, { ...what, to: '2026-02-01' }, plain)).rejects.toThrow('range.endBeforeStart')
})
