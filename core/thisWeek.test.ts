// Today and this week: attended time once, running timers included, and weeks that begin where the firm says (K7, K8).
import { afterEach, expect, test } from 'vitest'
import { MINUTE_MS } from '../shared/base/duration.ts'
import { at, openFirm } from './testing/testApp.ts'
import type { Firm } from './testing/testApp.ts'

const open: Firm[] = []
afterEach(async () => {
  for (const { app } of open.splice(0)) await app.close()
})
async function firm(start: string): Promise<Firm> {
  const made = await openFirm(start)
  open.push(made)
  return made
}

const minutes = (text: string): number => {
  const [hours = 0, rest = 0] = text.split(':').map(Number)
  return (hours * 60 + rest) * MINUTE_MS
}

/** Today and this week, which the page, the header and the command line say alike. */
async function shown(f: Firm, weekStart = 1) {
  const { attendedMs, weekMs, weekFirst } = await f.ok('diary.today', { weekStart })
  expect((await f.ok('timer.state', {})).todayMs).toBe(attendedMs)
  return { today: attendedMs, week: weekMs, weekFirst }
}

const onAcme = (f: Firm) => ({ customerId: f.acme, categoryId: f.support })
const log = (f: Firm, from: string, to: string) =>
  f.ok('entry.add', { ...onAcme(f), startAt: at(from), endAt: at(to) })

test('K7 a timer with an entry logged meanwhile counts each moment once', async () => {
  const f = await firm('2026-11-25 08:00')
  await f.ok('timer.start', onAcme(f))
  f.clock.set(at('2026-11-25 18:26'))
  await log(f, '2026-11-25 09:00', '2026-11-25 12:00')
  expect(await shown(f)).toMatchObject({ today: minutes('10:26'), week: minutes('10:26') })
  // Before the timer began, it is more.
  await log(f, '2026-11-25 07:00', '2026-11-25 08:30')
  expect(await shown(f)).toMatchObject({ today: minutes('11:26'), week: minutes('11:26') })
})

test('K7 two timers at once are attended once, and a pause is filled by what was logged', async () => {
  const f = await firm('2026-11-25 08:00')
  await f.ok('organisation.edit', { severalTimers: true })
  const { timerId } = await f.ok('timer.start', onAcme(f))
  f.clock.set(at('2026-11-25 09:00'))
  await f.ok('timer.start', { customerId: f.globex, categoryId: f.meeting })
  f.clock.set(at('2026-11-25 10:00'))
  expect(await shown(f)).toMatchObject({ today: minutes('2:00'), week: minutes('2:00') })
  await f.ok('timer.pause', { timerId })
  f.clock.set(at('2026-11-25 11:00'))
  expect(await shown(f)).toMatchObject({ today: minutes('3:00'), week: minutes('3:00') })
})

test('K7 a timer since Saturday counts on each day and in each week that it falls in', async () => {
  // A Saturday, and then Sunday and Monday.
  const f = await firm('2026-11-28 22:00')
  await f.ok('timer.start', onAcme(f))
  f.clock.set(at('2026-11-29 10:00'))
  expect(await shown(f)).toEqual({
    today: minutes('10:00'),
    week: minutes('12:00'),
    weekFirst: '2026-11-23',
  })
  // In en-US a new week has begun.
  expect(await shown(f, 7)).toEqual({
    today: minutes('10:00'),
    week: minutes('10:00'),
    weekFirst: '2026-11-29',
  })
  f.clock.set(at('2026-11-30 01:00'))
  expect(await shown(f)).toMatchObject({ today: minutes('1:00'), week: minutes('1:00') })
  const { attendedMs } = await f.ok('diary.today', { date: '2026-11-28' })
  expect(attendedMs).toBe(minutes('2:00'))
})

test('K8 the organisation says with which day weeks begin, whatever the reader’s locale', async () => {
  const f = await firm('2026-11-29 10:00')
  await f.ok('organisation.edit', { weekStart: 6 })
  for (const weekStart of [1, 7])
    expect(await f.ok('diary.today', { weekStart })).toMatchObject({ weekFirst: '2026-11-28' })
  // An edit of something else leaves it.
  await f.ok('organisation.edit', { name: 'Weber AG' })
  expect(await f.ok('diary.today', {})).toMatchObject({ weekFirst: '2026-11-28' })
  await f.ok('organisation.edit', { weekStart: null })
  expect(await f.ok('diary.today', {})).toMatchObject({ weekFirst: '2026-11-23' })
})
