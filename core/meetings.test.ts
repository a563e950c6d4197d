// Meetings through the whole application: their log items (E5), series, what is over while nobody is there, and what undo makes of it.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { expect, onTestFinished, test } from 'vitest'
import { localTimeOf } from '../shared/base/wallTime.ts'
import type { Firm } from './testing/testApp.ts'
import { at, openFirm, openTestApp, ZONE } from './testing/testApp.ts'

const HOUR = 3_600_000
const DAY = 24 * HOUR

/** Start and length of each log item, in order. */
async function logOf(f: Firm): Promise<string[]> {
  const { rows } = await f.ok('customer.entries', { customerId: f.acme, limit: 500 })
  return rows
    .filter(({ source }) => source === 'meeting')
    .sort((a, b) => a.startAt - b.startAt)
    .map(({ startAt, durationMs, userName }) => {
      const { date, time } = localTimeOf(startAt, ZONE)
      return `${date} ${time.slice(0, 5)} ${durationMs / 60_000} ${userName}`
    })
}

const once = (f: Firm, start: string, more: object = {}) => ({
  title: 'Review',
  customerId: f.acme,
  categoryId: f.support,
  startAt: at(start),
  endAt: at(start) + HOUR,
  logged: true,
  ...more,
})

test('E5 only a meeting that is included adds its time, to each person’s log, marked as a meeting’s (E6)', async () => {
  const f = await openFirm('2026-03-02 12:00')
  const { userId: bo } = await f.ok('user.add', { name: 'Bo', role: 'employee' })
  await f.ok('meeting.add', once(f, '2026-03-02 08:00', { logged: false }))
  expect(await logOf(f)).toEqual([])
  const { log } = await f.ok('meeting.add', once(f, '2026-03-02 09:00', { userIds: [f.ana, bo] }))
  expect(log).toMatchObject({ recorded: 2 })
  expect((await logOf(f)).sort()).toEqual(['2026-03-02 09:00 60 Ana Weber', '2026-03-02 09:00 60 Bo'])
})

test('E5 a meeting of no other zone is in the firm’s, wherever the device is', async () => {
  const f = await openFirm('2026-03-02 12:00', { systemZone: () => 'America/Lima' })
  const { meetingId } = await f.ok('meeting.add', {
    title: 'Fair',
    allDay: true,
    startAt: at('2026-03-26 00:00'),
    endAt: at('2026-03-28 00:00'),
  })
  expect(await f.ok('meeting.get', { meetingId })).toMatchObject({ zone: ZONE })
})

test('E5 a meeting to come is logged once it is over, and only once', async () => {
  const f = await openFirm('2026-03-02 12:00')
  await f.ok('meeting.add', once(f, '2026-03-02 14:00'))
  f.clock.set(at('2026-03-02 14:59'))
  expect(await logOf(f)).toEqual([])
  f.clock.set(at('2026-03-02 15:01'))
  expect(await logOf(f)).toEqual(['2026-03-02 14:00 60 Ana Weber'])
  f.clock.set(at('2026-03-03 15:01'))
  expect(await logOf(f)).toHaveLength(1)
})

test('E5 what somebody deleted from the log stays deleted, and can be added again by hand', async () => {
  const f = await openFirm('2026-03-02 12:00')
  const { meetingId } = await f.ok('meeting.add', once(f, '2026-03-02 13:00'))
  f.clock.set(at('2026-03-02 14:01'))
  const { rows } = await f.ok('customer.entries', { customerId: f.acme, limit: 10 })
  await f.ok('entry.remove', { entryId: rows[0]!.id })
  await f.ok('meeting.edit', { meetingId, title: 'Quarterly review' })
  f.clock.advance(HOUR)
  expect(await logOf(f)).toEqual([])
  expect(await f.ok('meeting.record', { meetingId, at: at('2026-03-02 13:00') })).toMatchObject({
    log: { recorded: 1 },
  })
  expect(await logOf(f)).toHaveLength(1)
})

test('E5 what ended while Daybook was off is logged with the next start', async () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'daybook-meetings-'))
  onTestFinished(() => rmSync(dataDir, { recursive: true, force: true, maxRetries: 5 }))
  const f = await openFirm('2026-03-02 12:00', { dataDir })
  await f.ok('meeting.add', once(f, '2026-03-02 14:00', { repeat: 'FREQ=DAILY;COUNT=5' }))
  await f.app.close()
  const later = await openTestApp('2026-03-04 16:00', {
    dataDir,
    newId: () => `later${Math.random()}`.slice(0, 26),
  })
  const firm = { ...f, ...later }
  expect(await logOf(firm)).toEqual([
    '2026-03-02 14:00 60 Ana Weber',
    '2026-03-03 14:00 60 Ana Weber',
    '2026-03-04 14:00 60 Ana Weber',
  ])
  await later.app.close()
})

test('E5 a weekly meeting stays at 10:00 across the end of summer time, with one moved and one cancelled', async () => {
  const f = await openFirm('2026-10-12 08:00')
  const { meetingId } = await f.ok(
    'meeting.add',
    once(f, '2026-10-12 10:00', { repeat: 'FREQ=WEEKLY;COUNT=4' }),
  )
  await f.ok('meeting.edit', {
    meetingId,
    scope: 'one',
    at: at('2026-10-19 10:00'),
    startAt: at('2026-10-20 15:00'),
  })
  await f.ok('meeting.cancel', { meetingId, scope: 'one', at: at('2026-10-26 10:00') })
  f.clock.set(at('2026-11-03 08:00'))
  expect(await logOf(f)).toEqual([
    '2026-10-12 10:00 60 Ana Weber',
    '2026-10-20 15:00 60 Ana Weber',
    '2026-11-02 10:00 60 Ana Weber',
  ])
  const { meetings } = await f.ok('meeting.list', {
    from: at('2026-10-01 00:00'),
    to: at('2026-12-01 00:00'),
  })
  expect(
    meetings.map(({ startAt, moved, logItems }) => [localTimeOf(startAt, ZONE).time, moved, logItems]),
  ).toEqual([
    ['10:00:00', false, 1],
    ['15:00:00', true, 1],
    ['10:00:00', false, 1],
  ])
})

test('E5 whole days that are moved by their first day stay as many, whatever the clocks do', async () => {
  const f = await openFirm('2026-03-02 08:00')
  const days = async (from: string) =>
    (
      await f.ok('meeting.list', { from: at(`${from} 00:00`), to: at(`${from} 00:00`) + 9 * DAY })
    ).meetings.map(({ startAt, endAt }) =>
      [startAt, endAt].map((each) => localTimeOf(each, ZONE)).map(({ date, time }) => `${date} ${time}`),
    )
  const whole = (first: string, end: string, repeat = '') =>
    f.ok('meeting.add', {
      title: 'Fair',
      allDay: true,
      startAt: at(`${first} 00:00`),
      endAt: at(`${end} 00:00`),
      repeat,
    })
  const single = await whole('2026-10-20', '2026-10-22')
  // The clocks go back on the second of its days.
  await f.ok('meeting.edit', { meetingId: single.meetingId, startAt: at('2026-10-24 00:00') })
  expect(await days('2026-10-20')).toEqual([['2026-10-24 00:00:00', '2026-10-26 00:00:00']])
  const { meetingId } = await whole('2026-03-22', '2026-03-23', 'FREQ=WEEKLY;COUNT=3')
  const part = { meetingId, at: at('2026-03-22 00:00') }
  await f.ok('meeting.edit', { ...part, scope: 'one', startAt: at('2026-03-29 00:00') })
  // Two on the day of 23 hours: the one that was moved there, and the one that the rule gives it.
  expect(await days('2026-03-22')).toEqual(Array(2).fill(['2026-03-29 00:00:00', '2026-03-30 00:00:00']))
  await f.ok('meeting.edit', {
    meetingId,
    at: at('2026-03-29 00:00'),
    scope: 'all',
    startAt: at('2026-03-30 00:00'),
  })
  const { startAt, endAt } = await f.ok('meeting.get', { meetingId })
  expect([startAt, endAt]).toEqual([at('2026-03-23 00:00'), at('2026-03-24 00:00')])
  expect(
    await f.refused('meeting.edit', {
      meetingId: single.meetingId,
      startAt: at('2026-10-24 00:00'),
      endAt: at('2026-10-24 00:00'),
    }),
  ).toMatchObject({ code: 'meeting.stopBeforeStart' })
  await f.app.close()
})

test('E5 moving and cancelling take log items along, or leave them', async () => {
  const f = await openFirm('2026-03-02 12:00')
  const { meetingId } = await f.ok('meeting.add', once(f, '2026-03-02 09:00'))
  const moved = await f.ok('meeting.edit', { meetingId, startAt: at('2026-03-02 10:00') })
  expect(moved.log).toEqual({ recorded: 0, moved: 1, removed: 0, stayed: 0 })
  expect(await logOf(f)).toEqual(['2026-03-02 10:00 60 Ana Weber'])
  // Not over any more, so no longer in the log, until it is.
  const later = await f.ok('meeting.edit', { meetingId, startAt: at('2026-03-02 16:00') })
  expect(later.log).toMatchObject({ removed: 1 })
  f.clock.set(at('2026-03-02 17:01'))
  expect(await logOf(f)).toEqual(['2026-03-02 16:00 60 Ana Weber'])
  const kept = await f.reply('meeting.cancel', { meetingId, logItems: 'stay' })
  expect(kept).toMatchObject({ ok: true, value: { log: { stayed: 1 } } })
  expect(await logOf(f)).toHaveLength(1)
  await f.ok('change.undo', { commitId: (kept as { commitId: string }).commitId })
  expect((await f.ok('meeting.cancel', { meetingId })).log).toMatchObject({ removed: 1 })
  expect(await logOf(f)).toEqual([])
})

test('E5 C18 an item of a closed period stays as it is, and nothing is moved into one', async () => {
  const f = await openFirm('2026-03-12 12:00')
  const { meetingId } = await f.ok(
    'meeting.add',
    once(f, '2026-03-02 09:00', { repeat: 'FREQ=WEEKLY;COUNT=3' }),
  )
  expect(await logOf(f)).toHaveLength(2)
  await f.ok('period.close', { through: '2026-03-08' })
  const { log } = await f.ok('meeting.edit', { meetingId, startAt: at('2026-03-02 11:00') })
  expect(log).toMatchObject({ moved: 1, stayed: 1 })
  expect(await logOf(f)).toEqual(['2026-03-02 09:00 60 Ana Weber', '2026-03-09 11:00 60 Ana Weber'])
  expect(
    await f.refused('meeting.edit', {
      meetingId,
      scope: 'one',
      at: at('2026-03-09 11:00'),
      startAt: at('2026-03-05 11:00'),
    }),
  ).toMatchObject({ code: 'record.priorPeriod' })
  expect(await logOf(f)).toHaveLength(2)
  f.clock.set(at('2026-03-20 12:00'))
  expect(await logOf(f)).toHaveLength(3)
})

test('this and the following ones become a series of their own', async () => {
  const f = await openFirm('2026-03-12 12:00')
  const { meetingId } = await f.ok(
    'meeting.add',
    once(f, '2026-03-02 09:00', { repeat: 'FREQ=WEEKLY;COUNT=4' }),
  )
  const { followingId } = await f.ok('meeting.edit', {
    meetingId,
    scope: 'following',
    at: at('2026-03-09 09:00'),
    startAt: at('2026-03-10 14:00'),
    endAt: at('2026-03-10 16:00'),
  })
  expect(await logOf(f)).toEqual(['2026-03-02 09:00 60 Ana Weber', '2026-03-10 14:00 120 Ana Weber'])
  f.clock.set(at('2026-03-30 12:00'))
  expect(await logOf(f)).toEqual([
    '2026-03-02 09:00 60 Ana Weber',
    '2026-03-10 14:00 120 Ana Weber',
    '2026-03-17 14:00 120 Ana Weber',
    '2026-03-24 14:00 120 Ana Weber',
  ])
  await f.ok('meeting.cancel', { meetingId: followingId!, scope: 'following', at: at('2026-03-17 14:00') })
  expect(await logOf(f)).toHaveLength(2)
})

test('an employee includes a meeting in their own log only, and sees what they take part in', async () => {
  const f = await openFirm('2026-03-02 12:00')
  const { userId: bo } = await f.ok('user.add', { name: 'Bo', role: 'employee' })
  await f.ok('meeting.add', once(f, '2026-03-02 15:00', { title: 'Private' }))
  const { meetingId } = await f.ok(
    'meeting.add',
    once(f, '2026-03-02 16:00', { title: 'Both', userIds: [f.ana, bo] }),
  )
  await f.ok('session.switchUser', { userId: bo })
  expect(await f.refused('meeting.add', once(f, '2026-03-02 09:00', { userIds: [f.ana, bo] }))).toMatchObject(
    {
      code: 'meeting.othersLog',
    },
  )
  await f.ok(
    'meeting.add',
    once(f, '2026-03-02 17:00', { title: 'Asked', userIds: [f.ana, bo], logged: false }),
  )
  const { meetings } = await f.ok('meeting.list', {
    from: at('2026-03-01 00:00'),
    to: at('2026-04-01 00:00'),
  })
  expect(meetings.map(({ title, editable }) => [title, editable])).toEqual([
    ['Both', false],
    ['Asked', true],
  ])
  expect(await f.refused('meeting.cancel', { meetingId })).toMatchObject({ code: 'request.notPermitted' })
})

test.each([
  ['meeting.stopBeforeStart', { endAt: at('2026-03-02 08:00') }],
  ['meeting.tooLong', { endAt: at('2026-03-20 08:00') }],
  ['meeting.repeatEndless', { repeat: 'FREQ=WEEKLY' }],
  ['meeting.repeatTooFine', { repeat: 'FREQ=HOURLY;COUNT=876000' }],
  ['meeting.repeatTooFar', { repeat: 'FREQ=DAILY;UNTIL=21260101' }],
  ['meeting.repeatTooFar', { repeat: 'FREQ=YEARLY;COUNT=100' }],
  ['meeting.repeatNever', { repeat: 'FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30;COUNT=5' }],
  ['meeting.repeatUnknown', { repeat: 'every Monday' }],
  ['meeting.allDayLog', { allDay: true, endAt: at('2026-03-03 00:00') }],
  ['notFound.user', { userIds: ['nobody'] }],
  ['notFound.customer', { customerId: 'nobody' }],
] as const)('%s is refused, and nothing is written', async (code, wrong) => {
  const f = await openFirm('2026-03-02 12:00')
  expect(await f.refused('meeting.add', once(f, '2026-03-02 09:00', wrong))).toMatchObject({ code })
  const { meetings } = await f.ok('meeting.list', { from: 0, to: at('2030-01-01 00:00') })
  expect(meetings).toEqual([])
  expect(await logOf(f)).toEqual([])
})

type Act = {
  kind: 'move' | 'moveAll' | 'cancel' | 'following' | 'undo' | 'wait' | 'untick' | 'retick'
  n: number
  stay: boolean
}
const act: fc.Arbitrary<Act> = fc.record({
  kind: fc.constantFrom('move', 'moveAll', 'cancel', 'following', 'undo', 'wait', 'wait', 'untick', 'retick'),
  n: fc.nat({ max: 40 }),
  stay: fc.boolean(),
})

test(
  'E5 whatever is moved, cancelled and undone, nobody has an occurrence twice in the log',
  { timeout: 180_000 },
  async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(act, { maxLength: 12 }), async (acts) => {
        const f = await openFirm('2026-10-19 12:00')
        const made = await f.reply(
          'meeting.add',
          once(f, '2026-10-12 10:00', { repeat: 'FREQ=WEEKLY;COUNT=5' }),
        )
        const commits = ['commitId' in made ? (made.commitId ?? '') : '']
        for (const { kind, n, stay } of acts) {
          const { meetings } = await f.ok('meeting.list', {
            from: at('2026-09-01 00:00'),
            to: at('2027-01-01 00:00'),
          })
          const chosen = meetings[n % Math.max(1, meetings.length)]
          const logItems = stay ? ('stay' as const) : ('follow' as const)
          const startAt = (chosen?.startAt ?? 0) + ((n % 9) - 4) * 5 * HOUR
          if (kind === 'wait') f.clock.advance(((n % 12) + 1) * DAY)
          else if (kind === 'undo')
            await f.reply('change.undo', { commitId: commits[n % commits.length] ?? '' })
          else if (chosen !== undefined) {
            const { meetingId } = chosen
            const part = chosen.repeated ? { at: chosen.at } : {}
            const reply =
              kind === 'cancel'
                ? await f.reply('meeting.cancel', { meetingId, ...part, scope: 'one', logItems })
                : kind === 'untick' || kind === 'retick'
                  ? await f.reply('meeting.edit', { meetingId, logged: kind === 'retick', logItems })
                  : await f.reply('meeting.edit', {
                      meetingId,
                      ...part,
                      scope: kind === 'move' ? 'one' : kind === 'moveAll' ? 'all' : 'following',
                      startAt,
                      logItems,
                    })
            if (reply.ok && reply.commitId !== undefined) commits.push(reply.commitId)
            if (!reply.ok && reply.error.code === 'internal')
              throw new Error(JSON.stringify(f.errors.map(String)))
          }
          f.clock.advance(10_000)
          const { rows } = await f.ok('customer.entries', { customerId: f.acme, limit: 500 })
          // Parts of one session share its id: a session over midnight is one item.
          const items = [...new Map(rows.map((row) => [row.sessionId, row])).values()]
          const keys = items.map((row) => `${row.meetingId} ${row.occurrenceAt} ${row.userId}`)
          expect(keys.length, JSON.stringify(acts)).toBe(new Set(keys).size)
          const after = await f.ok('meeting.list', {
            from: at('2026-09-01 00:00'),
            to: at('2027-01-01 00:00'),
          })
          for (const each of after.meetings) expect(each.endAt - each.startAt).toBe(HOUR)
        }
        expect(f.errors).toEqual([])
        await f.app.close()
      }),
      { numRuns: 40 },
    )
  },
)
