// Who works now, on what, since when, with what total of today: all of them to those who lead, and to employees as F10 says (B44).
import { expect, test } from 'vitest'
import { at, openFirm } from './testing/testApp.ts'

const MINUTE = 60_000

test('B44 F10 everybody’s running and paused timers with the total of today; an employee sees their own until the firm says otherwise', async () => {
  const f = await openFirm('2026-03-03 09:00')
  const { userId: bo } = await f.ok('user.add', { name: 'Bo', role: 'employee' })
  await f.ok('entry.add', {
    customerId: f.acme,
    categoryId: f.support,
    startAt: at('2026-03-03 07:00'),
    endAt: at('2026-03-03 08:00'),
  })
  const { timerId } = await f.ok('timer.start', { customerId: f.acme, categoryId: f.support })
  await f.ok('session.switchUser', { userId: bo })
  await f.ok('timer.start', { customerId: f.globex, categoryId: f.meeting })
  f.clock.advance(30 * MINUTE)
  const own = { userName: 'Bo', customerName: 'Globex', state: 'running', todayMs: 30 * MINUTE }
  expect(await f.ok('timer.active', {})).toMatchObject({ timers: [own], onlyYours: true })
  await f.ok('session.switchUser', { userId: f.ana })
  await f.ok('timer.pause', { timerId })
  expect(await f.ok('timer.active', {})).toMatchObject({
    timers: [
      own,
      { userName: 'Ana Weber', state: 'paused', todayMs: 90 * MINUTE, startedAt: at('2026-03-03 09:00') },
    ],
    onlyYours: false,
  })
  await f.ok('organisation.edit', { colleaguesSeeTime: true })
  await f.ok('session.switchUser', { userId: bo })
  expect((await f.ok('timer.active', {})).timers).toHaveLength(2)
  // What is stopped works no more.
  await f.ok('session.switchUser', { userId: f.ana })
  await f.ok('timer.stop', { timerId, dialog: true })
  expect((await f.ok('timer.active', {})).timers.map(({ userName }) => userName)).toEqual(['Bo'])
  await f.app.close()
})
