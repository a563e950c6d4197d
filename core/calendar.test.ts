// What stands in the calendar, and for whom: ranges over midnight and clock changes, calls, holidays, other people's time (A10, F10).
import { expect, test } from 'vitest'
import type { Firm } from './testing/testApp.ts'
import { at, openFirm } from './testing/testApp.ts'

const HOUR = 3_600_000

const shown = async (f: Firm, from: string, to: string, userIds?: string[]) => {
  const { items } = await f.ok('calendar.range', { from, to, ...(userIds !== undefined && { userIds }) })
  return items.map(({ kind, names, title }) => `${kind} ${title}${names.customerName ?? ''}`)
}

const add = (f: Firm, from: string, to: string, more: object = {}) =>
  f.ok('entry.add', {
    customerId: f.acme,
    categoryId: f.support,
    startAt: at(from),
    endAt: at(to),
    ...more,
  })

test('A10 a stopped session stands there with its call, done; one that was not recorded leaves the call alone', async () => {
  const f = await openFirm('2026-03-03 09:00')
  const start = () => f.ok('timer.start', { customerId: f.acme, categoryId: f.support })
  const running = await start()
  f.clock.advance(HOUR)
  const [timer] = (await f.ok('calendar.range', { from: '2026-03-03', to: '2026-03-03' })).items
  expect(timer).toMatchObject({ kind: 'timer', state: 'running', endAt: f.clock.now(), movable: false })
  await f.ok('timer.stop', { timerId: running.timerId, dialog: false })
  const items = (await f.ok('calendar.range', { from: '2026-03-03', to: '2026-03-03' })).items
  expect(items).toMatchObject([{ kind: 'entry', done: true, movable: true, colour: 'blue' }])
  const second = await start()
  f.clock.advance(HOUR)
  await f.ok('timer.stop', { timerId: second.timerId, dialog: true })
  await f.ok('timer.cancelRecord', { timerId: second.timerId })
  const after = (await f.ok('calendar.range', { from: '2026-03-03', to: '2026-03-03' })).items
  expect(after.map(({ kind, done }) => [kind, done])).toEqual([
    ['entry', true],
    ['task', true],
  ])
  await f.app.close()
})

test('what reaches into a day over midnight stands in it; ranges end with their last day', async () => {
  const f = await openFirm('2026-03-10 09:00')
  await f.ok('organisation.edit', { dayStartMinutes: 240 })
  await add(f, '2026-03-03 22:00', '2026-03-04 03:00')
  await add(f, '2026-03-05 23:00', '2026-03-06 00:00', { customerId: f.globex })
  expect(await shown(f, '2026-03-03', '2026-03-03')).toEqual(['entry Acme'])
  expect(await shown(f, '2026-03-04', '2026-03-04')).toEqual(['entry Acme'])
  expect(await shown(f, '2026-03-05', '2026-03-05')).toEqual(['entry Globex'])
  expect(await shown(f, '2026-03-06', '2026-03-06')).toEqual([])
  expect(await f.refused('calendar.range', { from: '2026-03-06', to: '2026-03-05' })).toMatchObject({
    code: 'request.invalid',
  })
  expect(await f.refused('calendar.range', { from: '2026-01-01', to: '2026-12-31' })).toMatchObject({
    code: 'request.invalid',
  })
  await f.app.close()
})

test('days of a clock change hold what lies in their 23 and 25 hours', async () => {
  const f = await openFirm('2026-10-27 09:00')
  const summer = await add(f, '2026-03-29 01:30', '2026-03-29 03:30')
  await f.ok('entry.add', {
    customerId: f.globex,
    categoryId: f.support,
    // The second of the two hours that begin at two.
    startAt: at('2026-10-25 02:00') + HOUR,
    endAt: at('2026-10-25 02:00') + 1.5 * HOUR,
  })
  const [entry] = (await f.ok('calendar.range', { from: '2026-03-29', to: '2026-03-29' })).items
  expect(entry).toMatchObject({ id: summer.entryIds[0] })
  expect((entry?.endAt ?? 0) - (entry?.startAt ?? 0)).toBe(HOUR)
  expect(await shown(f, '2026-10-25', '2026-10-25')).toEqual(['entry Globex'])
  expect(await shown(f, '2026-10-24', '2026-10-24')).toEqual([])
  expect(await shown(f, '2026-10-26', '2026-10-26')).toEqual([])
  await f.app.close()
})

test('public holidays stand there for everybody; what is closed is not moved', async () => {
  const f = await openFirm('2026-12-28 09:00')
  await f.ok('organisation.edit', { holidayCountry: 'DE' })
  await add(f, '2026-12-23 09:00', '2026-12-23 10:00')
  await f.ok('period.close', { through: '2026-12-27' })
  const { items } = await f.ok('calendar.range', { from: '2026-12-21', to: '2026-12-27' })
  expect(items.map(({ kind, day, movable }) => [kind, day, movable])).toEqual([
    ['entry', null, false],
    ['holiday', '2026-12-25', false],
    ['holiday', '2026-12-26', false],
  ])
  await f.app.close()
})

test('F10 F12 leaders see several people; employees themselves, and others where the firm lets them; without the module nobody', async () => {
  const f = await openFirm('2026-03-03 18:00')
  const { userId: bo } = await f.ok('user.add', { name: 'Bo', role: 'employee' })
  await add(f, '2026-03-03 09:00', '2026-03-03 10:00')
  await add(f, '2026-03-03 09:00', '2026-03-03 10:00', { userId: bo, customerId: f.globex })
  const both = () => shown(f, '2026-03-03', '2026-03-03', [f.ana, bo])
  expect(await both()).toEqual(['entry Acme', 'entry Globex'])
  await f.ok('session.switchUser', { userId: bo })
  expect(await both()).toEqual(['entry Globex'])
  expect(await f.ok('calendar.range', { from: '2026-03-03', to: '2026-03-03' })).toMatchObject({
    onlyYours: true,
  })
  await f.ok('session.switchUser', { userId: f.ana })
  await f.ok('organisation.edit', { colleaguesSeeTime: true })
  await f.ok('session.switchUser', { userId: bo })
  expect(await both()).toEqual(['entry Acme', 'entry Globex'])
  const { items } = await f.ok('calendar.range', {
    from: '2026-03-03',
    to: '2026-03-03',
    userIds: [f.ana, bo],
  })
  expect(items.map(({ movable }) => movable)).toEqual([false, true])
  await f.ok('session.switchUser', { userId: f.ana })
  await f.ok('module.switch', { module: 'calendar', on: false })
  expect(await f.refused('calendar.range', { from: '2026-03-03', to: '2026-03-03' })).toMatchObject({
    code: 'module.off',
  })
  await f.app.close()
})

test('E6 A10 meetings stand there once for their people, with their time where it was logged as it took place', async () => {
  const f = await openFirm('2026-03-03 18:00')
  const { userId: bo } = await f.ok('user.add', { name: 'Bo', role: 'employee' })
  const { meetingId } = await f.ok('meeting.add', {
    title: 'Review',
    customerId: f.acme,
    categoryId: f.support,
    userIds: [f.ana, bo],
    startAt: at('2026-03-03 09:00'),
    endAt: at('2026-03-03 10:00'),
    logged: true,
  })
  const range = { from: '2026-03-03', to: '2026-03-03' }
  const both = { ...range, userIds: [f.ana, bo] }
  const [one, ...others] = (await f.ok('calendar.range', both)).items
  expect(others).toEqual([])
  expect(one).toMatchObject({
    kind: 'meeting',
    meetingId,
    movable: true,
    meeting: { userIds: [f.ana, bo], people: ['Ana Weber', 'Bo'], logItems: 2, repeated: false },
  })
  // What was corrected by hand says something else than the meeting.
  const { rows } = await f.ok('customer.entries', { customerId: f.acme, limit: 10 })
  const own = rows.find(({ userId }) => userId === f.ana)
  await f.ok('entry.edit', { entryId: own?.id ?? '', endAt: at('2026-03-03 10:30') })
  const { items } = await f.ok('calendar.range', both)
  expect(items.map(({ kind, meetingId: of }) => [kind, of])).toEqual([
    ['entry', meetingId],
    ['meeting', meetingId],
  ])
  await f.ok('session.switchUser', { userId: bo })
  expect((await f.ok('calendar.range', range)).items).toMatchObject([{ kind: 'meeting', movable: false }])
  await f.app.close()
})

test('F9 an amount of time has no times there, and is not moved', async () => {
  const f = await openFirm('2026-03-03 18:00')
  await f.ok('entry.addAmount', {
    customerId: f.acme,
    categoryId: f.support,
    workDate: '2026-03-02',
    durationMs: 90 * 60_000,
  })
  const { items } = await f.ok('calendar.range', { from: '2026-03-01', to: '2026-03-07' })
  expect(items).toMatchObject([{ kind: 'entry', day: '2026-03-02', amountMs: 90 * 60_000, movable: false }])
  await f.app.close()
})
