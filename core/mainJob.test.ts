// The main job through the Channel, with a fake clock on a real SQLite: start, pause, stop, diary, correct, undo.
import { afterEach, describe, expect, test } from 'vitest'
import { HOUR_MS, MINUTE_MS } from '../shared/base/duration.ts'
import { at, openFirm, openTestApp } from './testing/testApp.ts'
import type { Firm } from './testing/testApp.ts'

const open: { app: { close(): Promise<void> } }[] = []
const firm = async (start?: string): Promise<Firm> => {
  const opened = await openFirm(start)
  open.push(opened)
  return opened
}
afterEach(async () => {
  for (const { app } of open.splice(0)) await app.close()
})

const start = async (f: Firm, customerId = f.acme): Promise<string> =>
  (await f.ok('timer.start', { customerId, categoryId: f.support })).timerId

describe('set-up', () => {
  test('an empty database knows nobody and asks to be set up', async () => {
    const empty = await openTestApp()
    open.push(empty)
    const state = await empty.ok('app.state', {})
    expect(state).toMatchObject({ organisation: null, currentUser: null, team: false })
    expect(await empty.refused('timer.start', { customerId: null, categoryId: null })).toMatchObject({
      code: 'setup.missing',
    })
  })

  test('a second set-up is refused', async () => {
    const f = await firm()
    const again = { organisationName: 'X', userName: 'Y', zone: 'UTC', currency: 'EUR' }
    expect(await f.refused('organisation.setUp', again)).toMatchObject({ code: 'setup.done' })
  })
})

describe('timer', () => {
  test('B12 B14 a started timer counts from its start, without writing', async () => {
    const f = await firm('2026-03-03 09:00')
    await start(f)
    f.clock.advance(83 * MINUTE_MS)
    const { timers, todayMs, now } = await f.ok('timer.state', {})
    expect(timers).toMatchObject([
      {
        state: 'running',
        customerName: 'Acme',
        categoryName: 'Support',
        runningSince: at('2026-03-03 09:00'),
      },
    ])
    expect(now - (timers[0]?.runningSince ?? 0)).toBe(83 * MINUTE_MS)
    expect(todayMs).toBe(83 * MINUTE_MS)
  })

  test('G4 F2 F5 today’s time is attended time since the day began, also of a timer from yesterday', async () => {
    const f = await firm('2026-03-02 18:00')
    await f.ok('organisation.edit', { severalTimers: true })
    f.clock.set(at('2026-03-02 22:00'))
    const timerId = await start(f)
    f.clock.set(at('2026-03-02 22:30'))
    await f.ok('timer.pause', { timerId })
    f.clock.set(at('2026-03-02 23:00'))
    await f.ok('timer.resume', { timerId })
    expect((await f.ok('timer.state', {})).todayMs).toBe(30 * MINUTE_MS)
    f.clock.set(at('2026-03-03 01:30'))
    expect((await f.ok('timer.state', {})).todayMs).toBe(90 * MINUTE_MS)
    await f.ok('timer.stop', { timerId })
    const parallel = { customerId: f.acme, categoryId: f.support }
    await f.ok('entry.add', { ...parallel, startAt: at('2026-03-03 00:30'), endAt: at('2026-03-03 01:00') })
    expect((await f.ok('timer.state', {})).todayMs).toBe(90 * MINUTE_MS)
  })

  test('A6 F1 paused time is not counted; the entry keeps its segments, first entrance and last exit', async () => {
    const f = await firm('2026-03-03 09:00')
    const timerId = await start(f)
    f.clock.set(at('2026-03-03 10:00'))
    await f.ok('timer.pause', { timerId })
    f.clock.set(at('2026-03-03 10:30'))
    await f.ok('timer.resume', { timerId })
    f.clock.set(at('2026-03-03 11:00'))
    const { entryIds } = await f.ok('timer.stop', { timerId, note: 'call about the contract' })
    const entry = await f.ok('entry.get', { entryId: entryIds[0] ?? '' })
    expect(entry).toMatchObject({
      startAt: at('2026-03-03 09:00'),
      endAt: at('2026-03-03 11:00'),
      durationMs: 90 * MINUTE_MS,
      workDate: '2026-03-03',
      note: 'call about the contract',
    })
    expect(entry.segments).toHaveLength(2)
    const day = await f.ok('diary.user', { userId: f.ana, month: '2026-03' })
    expect(day.days[2]).toMatchObject({
      date: '2026-03-03',
      entrance: at('2026-03-03 09:00'),
      exit: at('2026-03-03 11:00'),
      totalMs: 90 * MINUTE_MS,
      breakMs: 30 * MINUTE_MS,
    })
  })

  test('A7 notes are kept as typed, blanks and lines at both ends too, and prefill the stop', async () => {
    const f = await firm()
    const timerId = await start(f)
    const note = '\n  first line\nsecond 🙂 line \n'
    await f.ok('timer.note', { timerId, note })
    f.clock.advance(HOUR_MS)
    expect((await f.ok('timer.stopPreview', { timerId })).timer.note).toBe(note)
    const { entryIds } = await f.ok('timer.stop', { timerId })
    expect((await f.ok('entry.get', { entryId: entryIds[0] ?? '' })).note).toBe(note)
  })

  test('F7 a second start is refused and names the running timer; switch stops and records the first', async () => {
    const f = await firm('2026-03-03 09:00')
    const first = await start(f)
    f.clock.advance(HOUR_MS)
    const args = { customerId: f.globex, categoryId: f.meeting }
    expect(await f.refused('timer.start', args)).toMatchObject({
      code: 'timer.alreadyRunning',
      details: { timers: [{ timerId: first, customerName: 'Acme', userName: 'Ana Weber' }] },
    })
    const { stoppedEntryIds } = await f.ok('timer.start', { ...args, switch: true })
    expect(stoppedEntryIds).toHaveLength(1)
    const { timers } = await f.ok('timer.state', {})
    expect(timers.map(({ customerName }) => customerName)).toEqual(['Globex'])
  })

  test('F7 several timers at once where the organisation allows it', async () => {
    const f = await firm()
    await f.ok('organisation.edit', { severalTimers: true })
    await start(f)
    await start(f, f.globex)
    expect((await f.ok('timer.state', {})).timers).toHaveLength(2)
  })

  test('F2 a timer over midnight is stopped as linked parts that each lie in their own day', async () => {
    const f = await firm('2026-03-03 22:30')
    const timerId = await start(f)
    f.clock.set(at('2026-03-04 01:15'))
    const { entryIds } = await f.ok('timer.stop', { timerId })
    const parts = await Promise.all(entryIds.map((entryId) => f.ok('entry.get', { entryId })))
    expect(parts.map(({ workDate, durationMs, linked }) => [workDate, durationMs, linked])).toEqual([
      ['2026-03-03', 90 * MINUTE_MS, true],
      ['2026-03-04', 75 * MINUTE_MS, true],
    ])
  })

  test('B17 without the module Client Timer nothing can be started', async () => {
    const f = await firm()
    await f.ok('user.edit', { userId: f.ana, clientTimer: false })
    expect(await f.refused('timer.start', { customerId: f.acme, categoryId: f.support })).toMatchObject({
      code: 'clientTimer.off',
    })
  })

  test('a stop before the segment began, and one in the future, are refused', async () => {
    const f = await firm('2026-03-03 09:00')
    const timerId = await start(f)
    f.clock.advance(HOUR_MS)
    expect(await f.refused('timer.stop', { timerId, at: at('2026-03-03 08:00') })).toMatchObject({
      code: 'timer.atBeforeSegment',
    })
    expect(await f.refused('timer.stop', { timerId, at: at('2026-03-03 12:00') })).toMatchObject({
      code: 'timer.inFuture',
    })
    expect((await f.ok('timer.state', {})).timers).toHaveLength(1)
  })

  test('C8 a category that became inactive: no entry, the timer stays with its time', async () => {
    const f = await firm('2026-03-03 09:00')
    const timerId = await start(f)
    await f.ok('category.edit', { categoryId: f.support, active: false })
    f.clock.advance(HOUR_MS)
    expect(await f.refused('timer.stop', { timerId })).toMatchObject({
      code: 'record.inactiveCategory',
      details: { values: { name: 'Support' }, ids: [f.support] },
    })
    const [timer] = (await f.ok('timer.state', {})).timers
    expect(timer).toMatchObject({ id: timerId, state: 'running', runningSince: at('2026-03-03 09:00') })
    expect((await f.ok('customer.entries', { customerId: f.acme })).total).toBe(0)
  })
})

describe('Time Log Entry', () => {
  const stopped = async (f: Firm, minutes: number): Promise<string> => {
    await f.ok('organisation.edit', { timeLogDialog: true })
    const timerId = await start(f)
    await f.ok('timer.note', { timerId, note: 'typed meanwhile' })
    f.clock.advance(minutes * MINUTE_MS)
    expect(await f.ok('timer.stop', { timerId })).toMatchObject({ awaitsRecord: true, entryIds: [] })
    return timerId
  }

  test('A8 A9 A10 A11 A12 A13 stopping makes a done Call task and a Call Scheduled line, and waits for the dialog', async () => {
    const f = await firm('2026-03-03 09:00')
    await stopped(f, 45)
    const journal = await f.ok('customer.journal', { customerId: f.acme })
    expect(journal.rows).toMatchObject([
      { keywords: ['Call Scheduled'], userName: 'Ana Weber', at: at('2026-03-03 09:00'), durationMs: null },
    ])
    const { changes } = await f.ok('change.list', {})
    expect(changes[0]?.subjects.map(({ entity }) => entity)).toContain('task')
  })

  test('A14 A17 A19 A24 the preview shows customer, start, minutes and the notes', async () => {
    const f = await firm('2026-03-03 09:00')
    const timerId = await stopped(f, 45)
    f.clock.advance(5 * MINUTE_MS)
    expect(await f.ok('timer.stopPreview', { timerId })).toMatchObject({
      durationMinutes: 45,
      at: at('2026-03-03 09:45'),
      timer: { customerName: 'Acme', startedAt: at('2026-03-03 09:00'), note: 'typed meanwhile' },
    })
  })

  test('A20 under one minute shows 1, and 1 is what OK records', async () => {
    const f = await firm('2026-03-03 09:00')
    await f.ok('organisation.edit', { timeLogDialog: true })
    const timerId = await start(f)
    f.clock.advance(20_000)
    await f.ok('timer.stop', { timerId })
    expect((await f.ok('timer.stopPreview', { timerId })).durationMinutes).toBe(1)
    const { entryIds } = await f.ok('timer.record', { timerId })
    expect((await f.ok('entry.get', { entryId: entryIds[0] ?? '' })).durationMs).toBe(MINUTE_MS)
  })

  test('A21 F2 a typed duration beyond the day is refused with the most it could be, again when the start changes', async () => {
    const f = await firm('2026-03-03 09:00')
    const timerId = await stopped(f, 45)
    const late = at('2026-03-02 23:30')
    expect(await f.refused('timer.record', { timerId, startAt: late })).toMatchObject({
      code: 'entry.exceedsDay',
      details: { values: { maxMinutes: 30 } },
    })
    expect(await f.refused('timer.record', { timerId, startAt: late, durationMinutes: 31 })).toMatchObject({
      code: 'entry.exceedsDay',
    })
    const { entryIds } = await f.ok('timer.record', { timerId, startAt: late, durationMinutes: 30 })
    expect(await f.ok('entry.get', { entryId: entryIds[0] ?? '' })).toMatchObject({
      startAt: late,
      endAt: at('2026-03-03 00:00'),
      workDate: '2026-03-02',
    })
  })

  test('A16 A18 A27 A31 OK with another contact, start and duration makes the entry and its Time Log line there', async () => {
    const f = await firm('2026-03-03 09:00')
    const timerId = await stopped(f, 45)
    const { entryIds } = await f.ok('timer.record', {
      timerId,
      customerId: f.globex,
      startAt: at('2026-03-03 08:00'),
      durationMinutes: 60,
      note: 'done',
    })
    expect(await f.ok('entry.get', { entryId: entryIds[0] ?? '' })).toMatchObject({
      customerName: 'Globex',
      durationMs: HOUR_MS,
      startAt: at('2026-03-03 08:00'),
      note: 'done',
    })
    expect((await f.ok('customer.journal', { customerId: f.globex })).rows).toMatchObject([
      { keywords: ['Call Scheduled', 'Time Log'], text: 'done', durationMs: HOUR_MS },
    ])
    expect((await f.ok('timer.state', {})).timers).toEqual([])
  })

  test('A28 A29 A30 F3 Cancel makes no entry, keeps the call, and the notes go into a draft that can be brought back', async () => {
    const f = await firm('2026-03-03 09:00')
    const timerId = await stopped(f, 45)
    await f.ok('timer.cancelRecord', { timerId })
    expect((await f.ok('customer.entries', { customerId: f.acme })).total).toBe(0)
    const journal = await f.ok('customer.journal', { customerId: f.acme })
    expect(journal.rows.map(({ keywords, text }) => [keywords, text])).toEqual([[['Call Scheduled'], '']])
    const [draft] = await f.ok('draft.list', {})
    expect(draft).toMatchObject({ note: 'typed meanwhile', durationMs: 45 * MINUTE_MS })
    await f.ok('draft.restore', { draftId: draft?.id ?? '' })
    const { entryIds } = await f.ok('timer.record', { timerId })
    expect((await f.ok('entry.get', { entryId: entryIds[0] ?? '' })).durationMs).toBe(45 * MINUTE_MS)
  })

  test('F3 after 30 days the draft is no longer offered', async () => {
    const f = await firm('2026-03-03 09:00')
    const timerId = await stopped(f, 45)
    await f.ok('timer.cancelRecord', { timerId })
    f.clock.advance(31 * 24 * HOUR_MS)
    expect(await f.ok('draft.list', {})).toEqual([])
  })
})

describe('guards of a running timer', () => {
  const cases = [
    [
      'C3',
      'guard.userInactive',
      (f: Firm, bo: string) => f.refused('user.edit', { userId: bo, active: false }),
    ],
    ['C4', 'guard.userDelete', (f: Firm, bo: string) => f.refused('user.remove', { userId: bo })],
    [
      'C5',
      'guard.categoryEdit',
      (f: Firm) => f.refused('category.edit', { categoryId: f.support, codeType: 'absence' }),
    ],
    [
      'C6',
      'guard.categoryEdit',
      (f: Firm) => f.refused('category.edit', { categoryId: f.support, billType: 'nonBillable' }),
    ],
    ['C7', 'guard.categoryDelete', (f: Firm) => f.refused('category.remove', { categoryId: f.support })],
    [
      'C9',
      'guard.customerEdit',
      (f: Firm) => f.refused('customer.edit', { customerId: f.acme, status: 'Inactive' }),
    ],
    ['C10', 'guard.customerDelete', (f: Firm) => f.refused('customer.remove', { customerId: f.acme })],
  ] as const

  const withBo = async (): Promise<{ f: Firm; bo: string; timerId: string }> => {
    const f = await firm('2026-03-03 09:00')
    const { userId: bo } = await f.ok('user.add', { name: 'Bo Lind', role: 'administrator' })
    await f.ok('session.switchUser', { userId: bo })
    const timerId = await start(f)
    await f.ok('session.switchUser', { userId: f.ana })
    return { f, bo, timerId }
  }

  for (const state of ['running', 'paused'] as const)
    test.each(cases)(
      `%s is refused with %s while the timer is ${state}, and names it`,
      async (_, code, act) => {
        const { f, bo, timerId } = await withBo()
        if (state === 'paused') await f.ok('timer.pause', { timerId })
        const error = await act(f, bo)
        expect(error.code).toBe(code)
        expect(error.details?.timers).toMatchObject([
          {
            timerId,
            userName: 'Bo Lind',
            customerName: 'Acme',
            categoryName: 'Support',
            startedAt: at('2026-03-03 09:00'),
          },
        ])
      },
    )

  test('C17 each works again once the timer is discarded', async () => {
    const { f, bo, timerId } = await withBo()
    await f.ok('timer.discard', { timerId })
    await f.ok('customer.edit', { customerId: f.acme, status: 'Inactive' })
    await f.ok('category.edit', { categoryId: f.support, billType: 'nonBillable' })
    await f.ok('category.remove', { categoryId: f.support })
    await f.ok('customer.remove', { customerId: f.acme })
    await f.ok('user.edit', { userId: bo, active: false })
    await f.ok('user.remove', { userId: bo })
  })

  test('C17 each works again once the timer is recorded: what its time refers to is gone from every list and keeps its name in the past', async () => {
    const { f, bo, timerId } = await withBo()
    f.clock.advance(HOUR_MS)
    await f.ok('timer.stop', { timerId })
    const removed = await f.reply('customer.remove', { customerId: f.acme })
    await f.ok('category.remove', { categoryId: f.support })
    await f.ok('user.remove', { userId: bo })
    expect((await f.ok('customer.list', {})).rows.map(({ name }) => name)).toEqual(['Globex'])
    expect((await f.ok('category.list', {})).map(({ name }) => name)).toEqual(['Meeting'])
    expect((await f.ok('user.list', {})).map(({ name }) => name)).toEqual(['Ana Weber'])
    const day = await f.ok('diary.day', { userId: bo, date: '2026-03-03' })
    expect(day.entries).toMatchObject([
      { userName: 'Bo Lind', customerName: 'Acme', categoryName: 'Support' },
    ])
    expect(await f.refused('customer.edit', { customerId: f.acme, status: 'Active' })).toMatchObject({
      code: 'notFound.customer',
    })
    // Its name is free again; then its return would be one too many.
    const { customerId } = await f.ok('customer.add', { name: 'Acme' })
    const commitId = removed.ok ? (removed.commitId ?? '') : ''
    expect(await f.refused('change.undo', { commitId })).toMatchObject({ code: 'name.taken' })
    await f.ok('customer.remove', { customerId })
    await f.ok('change.undo', { commitId })
    expect((await f.ok('customer.list', {})).rows.map(({ name }) => name)).toEqual(['Acme', 'Globex'])
  })

  test('C1 C2 a period is not closed over a running timer, and closed days take no time', async () => {
    const f = await firm('2026-03-03 09:00')
    const timerId = await start(f)
    f.clock.set(at('2026-03-05 09:00'))
    expect(await f.refused('period.close', { through: '2026-03-03' })).toMatchObject({
      code: 'guard.periodTimers',
      details: { timers: [{ timerId }] },
    })
    await f.ok('timer.discard', { timerId })
    await f.ok('period.close', { through: '2026-03-03' })
    const entry = {
      customerId: f.acme,
      categoryId: f.support,
      startAt: at('2026-03-03 10:00'),
      endAt: at('2026-03-03 11:00'),
    }
    expect(await f.refused('entry.add', entry)).toMatchObject({ code: 'record.priorPeriod' })
  })
})

describe('recorded time', () => {
  const add = async (f: Firm, from: string, to: string): Promise<string> =>
    (
      await f.ok('entry.add', {
        customerId: f.acme,
        categoryId: f.support,
        startAt: at(from),
        endAt: at(to),
        note: 'by hand',
      })
    ).entryIds[0] ?? ''

  test('B28 B30 B31 manual entries count in Total Time', async () => {
    const f = await firm('2026-03-03 18:00')
    await add(f, '2026-03-03 09:00', '2026-03-03 10:30')
    await add(f, '2026-03-02 09:00', '2026-03-02 10:00')
    const list = await f.ok('customer.entries', { customerId: f.acme })
    expect(list).toMatchObject({ total: 2, totalMs: 150 * MINUTE_MS })
    expect(list.rows.map(({ workDate }) => workDate)).toEqual(['2026-03-03', '2026-03-02'])
  })

  test.each([
    ['stop before start', '10:00', '09:00', 'entry.stopBeforeStart'],
    ['zero', '10:00', '10:00', 'entry.zeroDuration'],
  ])('A21 %s is refused and nothing is written', async (_, from, to, code) => {
    const f = await firm('2026-03-03 18:00')
    const args = {
      customerId: f.acme,
      categoryId: f.support,
      startAt: at(`2026-03-03 ${from}`),
      endAt: at(`2026-03-03 ${to}`),
    }
    expect(await f.refused('entry.add', args)).toMatchObject({ code })
    expect((await f.ok('customer.entries', { customerId: f.acme })).total).toBe(0)
  })

  test('A21 the day of 25 hours can be typed whole, and no minute more', async () => {
    const f = await firm('2026-10-27 18:00')
    const base = { customerId: f.acme, categoryId: f.support, startAt: at('2026-10-25 00:00') }
    expect(await f.refused('entry.add', { ...base, endAt: at('2026-10-26 00:01') })).toMatchObject({
      code: 'entry.exceedsDay',
      details: { values: { maxMinutes: 1500 } },
    })
    const { entryIds } = await f.ok('entry.add', { ...base, endAt: at('2026-10-26 00:00') })
    expect(entryIds).toHaveLength(1)
    expect(await f.ok('entry.get', { entryId: entryIds[0] ?? '' })).toMatchObject({
      workDate: '2026-10-25',
      durationMs: 25 * HOUR_MS,
    })
  })

  test('more than a day and time to come are refused', async () => {
    const f = await firm('2026-03-03 18:00')
    const base = { customerId: f.acme, categoryId: f.support }
    expect(
      await f.refused('entry.add', {
        ...base,
        startAt: at('2026-03-01 10:00'),
        endAt: at('2026-03-02 10:01'),
      }),
    ).toMatchObject({ code: 'entry.exceedsDay', details: { values: { maxMinutes: 840 } } })
    expect(
      await f.refused('entry.add', {
        ...base,
        startAt: at('2026-03-04 10:00'),
        endAt: at('2026-03-04 11:00'),
      }),
    ).toMatchObject({ code: 'entry.inFuture' })
  })

  test('F5 overlaps are flagged; attendance counts once, bookings each', async () => {
    const f = await firm('2026-03-03 18:00')
    await add(f, '2026-03-03 08:00', '2026-03-03 12:00')
    await f.ok('entry.add', {
      customerId: f.globex,
      categoryId: f.support,
      startAt: at('2026-03-03 11:00'),
      endAt: at('2026-03-03 16:00'),
    })
    const day = await f.ok('diary.day', { userId: f.ana, date: '2026-03-03' })
    expect(day).toMatchObject({ bookedMs: 9 * HOUR_MS, totalMs: 8 * HOUR_MS })
    expect(day.entries.every(({ overlaps }) => overlaps)).toBe(true)
  })

  test('F5 an overlap is flagged on both of two days that share an hour, as the day begins at another hour since', async () => {
    const f = await openFirm('2026-03-20 09:00')
    const log = (from: string, to: string) =>
      f.ok('entry.add', { customerId: f.acme, categoryId: f.support, startAt: at(from), endAt: at(to) })
    await log('2026-03-10 01:00', '2026-03-10 03:00')
    await f.ok('organisation.edit', { dayStartMinutes: 240 })
    await log('2026-03-10 02:00', '2026-03-10 03:30')
    for (const date of ['2026-03-09', '2026-03-10']) {
      const { entries } = await f.ok('diary.day', { userId: f.ana, date })
      expect(entries.map(({ overlaps }) => overlaps)).toEqual([true])
    }
    await f.app.close()
  })

  test('overlaps are refused where the organisation says so', async () => {
    const f = await firm('2026-03-03 18:00')
    await f.ok('organisation.edit', { overlaps: 'refuse' })
    const first = await add(f, '2026-03-03 08:00', '2026-03-03 12:00')
    const args = {
      customerId: f.globex,
      categoryId: f.support,
      startAt: at('2026-03-03 11:00'),
      endAt: at('2026-03-03 13:00'),
    }
    expect(await f.refused('entry.add', args)).toMatchObject({
      code: 'entry.overlaps',
      details: { ids: [first] },
    })
  })

  test('B40 B41 the pencil edits times, category and notes, and the customer log follows', async () => {
    const f = await firm('2026-03-03 18:00')
    const entryId = await add(f, '2026-03-03 09:00', '2026-03-03 10:00')
    await f.ok('entry.edit', {
      entryId,
      startAt: at('2026-03-03 08:00'),
      categoryId: f.meeting,
      customerId: f.globex,
      note: 'corrected',
    })
    expect(await f.ok('entry.get', { entryId })).toMatchObject({
      durationMs: 2 * HOUR_MS,
      categoryName: 'Meeting',
      customerName: 'Globex',
      note: 'corrected',
    })
    expect((await f.ok('customer.journal', { customerId: f.acme })).rows).toEqual([])
    expect((await f.ok('customer.journal', { customerId: f.globex })).rows).toMatchObject([
      { keywords: ['Time Log'], text: 'corrected' },
    ])
  })

  test('B42 B50 F4 delete takes it from every list and total; undo within 30 days brings it back', async () => {
    const f = await firm('2026-03-03 18:00')
    const entryId = await add(f, '2026-03-03 09:00', '2026-03-03 10:00')
    const before = await f.ok('customer.entries', { customerId: f.acme })
    const journal = await f.ok('customer.journal', { customerId: f.acme })
    expect(journal.rows).toMatchObject([{ keywords: ['Time Log'] }])
    const removed = await f.reply('entry.remove', { entryId })
    expect(await f.ok('customer.entries', { customerId: f.acme })).toMatchObject({ total: 0, totalMs: 0 })
    expect(await f.ok('customer.journal', { customerId: f.acme })).toMatchObject({ rows: [], next: null })
    expect((await f.ok('diary.day', { userId: f.ana, date: '2026-03-03' })).entries).toEqual([])
    expect((await f.ok('change.list', {})).changes[0]).toMatchObject({
      command: 'entry.remove',
      undoable: true,
    })
    const commitId = removed.ok ? (removed.commitId ?? '') : ''
    f.clock.advance(29 * 24 * HOUR_MS)
    await f.ok('change.undo', { commitId })
    expect(await f.ok('customer.entries', { customerId: f.acme })).toEqual(before)
    expect(await f.ok('customer.journal', { customerId: f.acme })).toEqual(journal)
  })

  test('F4 no undo after 30 days, nor in a closed period', async () => {
    const f = await firm('2026-03-03 18:00')
    const entryId = await add(f, '2026-03-03 09:00', '2026-03-03 10:00')
    const removed = await f.reply('entry.remove', { entryId })
    const commitId = removed.ok ? (removed.commitId ?? '') : ''
    f.clock.advance(24 * HOUR_MS)
    await f.ok('period.close', { through: '2026-03-03' })
    expect(await f.refused('change.undo', { commitId })).toMatchObject({ code: 'undo.periodClosed' })
    expect(await f.refused('period.close', { through: null, reason: ' ' })).toMatchObject({
      code: 'period.reasonMissing',
    })
    await f.ok('period.close', { through: null, reason: 'forgotten time' })
    f.clock.advance(31 * 24 * HOUR_MS)
    expect(await f.refused('change.undo', { commitId })).toMatchObject({ code: 'undo.tooOld' })
  })
})

describe('rules of B1', () => {
  test('B1 B2 F6 the profile overrides the organisation: a note on stop, the shortest and the longest session', async () => {
    const f = await firm('2026-03-03 09:00')
    await f.ok('rules.saveMine', {
      rules: { requireNote: true, minSessionMinutes: 5, maxSessionMinutes: 60 },
    })
    const timerId = await start(f)
    f.clock.advance(MINUTE_MS)
    expect(await f.refused('timer.stop', { timerId })).toMatchObject({ code: 'rule.noteRequired' })
    expect(await f.refused('timer.stop', { timerId, note: 'x' })).toMatchObject({
      code: 'rule.tooShort',
      details: { values: { minutes: 5 } },
    })
    f.clock.advance(2 * HOUR_MS)
    expect(await f.refused('timer.stop', { timerId, note: 'x' })).toMatchObject({
      code: 'rule.tooLong',
      details: { values: { minutes: 60 } },
    })
    await f.ok('timer.stop', { timerId, note: 'x', at: at('2026-03-03 09:50') })
    const { organisation } = await f.ok('app.state', {})
    expect(organisation?.rules.requireNote).toBe(false)
  })

  test('B11 customer and category are required by default', async () => {
    const f = await firm()
    expect(await f.refused('timer.start', { customerId: null, categoryId: f.support })).toMatchObject({
      code: 'rule.customerRequired',
    })
    expect(await f.refused('timer.start', { customerId: f.acme, categoryId: null })).toMatchObject({
      code: 'rule.categoryRequired',
    })
  })
})

describe('gaps', () => {
  test('G1 time without the application is asked about once, and changes nothing until it is answered', async () => {
    const f = await firm('2026-03-03 09:00')
    const timerId = await start(f)
    f.clock.advance(HOUR_MS)
    f.app.noteAbsence('sleep', at('2026-03-03 09:20'), at('2026-03-03 09:50'))
    f.app.noteAbsence('lock', at('2026-03-03 09:19'), at('2026-03-03 09:51'))
    const { gaps, timers } = await f.ok('timer.state', {})
    expect(gaps).toMatchObject([{ timerId, from: at('2026-03-03 09:19'), to: at('2026-03-03 09:51') }])
    expect(timers[0]?.segments).toHaveLength(1)
    await f.ok('gap.resolve', { gapId: gaps[0]?.id ?? '', choice: 'discardAndContinue' })
    const { durationMs } = await f.ok('timer.stopPreview', { timerId })
    expect(durationMs).toBe(28 * MINUTE_MS)
    expect((await f.ok('timer.state', {})).gaps).toEqual([])
  })
})

describe('customers', () => {
  test.each(['Inactive', 'Archived'] as const)(
    'C9 a prospect takes time, so with a running timer it is not made %s; it may become active',
    async (status) => {
      const f = await firm('2026-03-03 09:00')
      await f.ok('customer.edit', { customerId: f.acme, status: 'Prospect' })
      const timerId = await start(f)
      expect(await f.refused('customer.edit', { customerId: f.acme, status })).toMatchObject({
        code: 'guard.customerEdit',
        details: { timers: [{ timerId, customerName: 'Acme' }] },
      })
      await f.ok('customer.edit', { customerId: f.acme, status: 'Active' })
      f.clock.advance(HOUR_MS)
      await f.ok('timer.stop', { timerId })
    },
  )

  test.each(['Inactive', 'Archived'] as const)(
    'an %s customer takes no new time, but its entries may be corrected',
    async (status) => {
      const f = await firm('2026-03-03 18:00')
      const span = { startAt: at('2026-03-03 09:00'), endAt: at('2026-03-03 10:00') }
      const { entryIds } = await f.ok('entry.add', { customerId: f.acme, categoryId: f.support, ...span })
      await f.ok('customer.edit', { customerId: f.acme, status })
      const subject = { customerId: f.acme, categoryId: f.support }
      expect(await f.refused('timer.start', subject)).toMatchObject({ code: 'record.inactiveCustomer' })
      expect(await f.refused('entry.add', { ...subject, ...span })).toMatchObject({
        code: 'record.inactiveCustomer',
      })
      await f.ok('entry.edit', { entryId: entryIds[0] ?? '', note: 'corrected later' })
      expect((await f.ok('customer.suggest', {})).map(({ name }) => name)).toEqual(['Globex'])
    },
  )
})
