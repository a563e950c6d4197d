// Before a period is closed, what is odd in it is listed with where to look (G8).
import { afterEach, expect, test } from 'vitest'
import { at, openFirm } from './testing/testApp.ts'
import type { Firm } from './testing/testApp.ts'

const open: Firm[] = []
afterEach(async () => {
  for (const { app } of open.splice(0)) await app.close()
})

test('G8 closing lists requests for absence that nobody has decided, while the module is on', async () => {
  const f = await openFirm('2026-03-17 09:00')
  open.push(f)
  await f.ok('module.switch', { module: 'absence', on: true })
  const { absenceKindId: kindId } = await f.ok('absenceKind.add', { name: 'Vacation', effect: 'relieved' })
  const { userId: bo } = await f.ok('user.add', { name: 'Bo', role: 'employee' })
  const ask = async (firstDay: string, lastDay = firstDay) =>
    (await f.ok('absence.add', { kindId, firstDay, lastDay })).absenceId
  await f.ok('session.switchUser', { userId: bo })
  const reaching = await ask('2026-03-12', '2026-03-20')
  await ask('2026-03-06')
  await ask('2026-03-23')
  await f.ok('session.switchUser', { userId: f.ana })
  const odd = async () =>
    (await f.ok('period.preview', { through: '2026-03-15' })).oddities.filter(
      ({ kind }) => kind === 'request',
    )
  expect(await odd()).toEqual([{ kind: 'request', userId: bo, name: 'Bo', date: '2026-03-06', count: 2 }])
  await f.ok('absence.approve', { absenceId: reaching })
  expect(await odd()).toMatchObject([{ date: '2026-03-06', count: 1 }])
  await f.ok('module.switch', { module: 'absence', on: false })
  expect(await odd()).toEqual([])
  await f.ok('module.switch', { module: 'absence', on: true })
  expect(await odd()).toHaveLength(1)
  await f.ok('period.close', { through: '2026-03-10' })
  expect(await odd()).toEqual([])
})

test('G8 closing lists missing days, overlaps, gaps and timers of the days that would be closed', async () => {
  const f = await openFirm('2026-03-02 09:00')
  open.push(f)
  const log = (day: string, from: string, to: string) =>
    f.ok('entry.add', {
      customerId: f.acme,
      categoryId: f.support,
      startAt: at(`${day} ${from}`),
      endAt: at(`${day} ${to}`),
    })
  f.clock.set(at('2026-03-06 09:00'))
  await log('2026-03-02', '08:00', '09:00')
  await log('2026-03-04', '08:00', '10:00')
  await log('2026-03-04', '09:00', '11:00')
  const { timerId } = await f.ok('timer.start', { customerId: f.acme, categoryId: f.support })
  f.app.noteAbsence('sleep', at('2026-03-06 09:10'), at('2026-03-06 10:00'))
  f.clock.set(at('2026-03-09 09:00'))
  // A month in which nothing was done is all missing.
  expect((await f.ok('period.preview', { through: '2026-02-28' })).oddities).toMatchObject([
    { kind: 'missing', date: '2026-02-02', count: 20 },
  ])
  const odd = async (through: string) =>
    (await f.ok('period.preview', { through })).oddities
      .filter(({ userId }) => userId === f.ana)
      .map(({ kind, date, count }) => `${kind} ${date} ${count}`)
      .sort()
  expect(await odd('2026-03-08')).toEqual([
    expect.stringMatching(/^gap 2026-03-06 /),
    // Tuesday, Thursday and Friday.
    'missing 2026-03-03 3',
    'overlap 2026-03-04 1',
    'timer 2026-03-06 1',
  ])
  // A timer comes with what its ways out need: whose it is, on what, since when.
  expect(
    (await f.ok('period.preview', { through: '2026-03-08' })).oddities.flatMap(({ timers = [] }) => timers),
  ).toMatchObject([{ timerId, userId: f.ana, state: 'running', startedAt: at('2026-03-06 09:00') }])
  expect(await odd('2026-03-03')).toEqual(['missing 2026-03-03 1'])
  await f.ok('timer.discard', { timerId })
  await f.ok('period.close', { through: '2026-03-04' })
  expect(await odd('2026-03-05')).toEqual(['missing 2026-03-05 1'])
})
