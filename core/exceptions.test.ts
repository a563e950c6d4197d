// A timer over the cut: it is always stopped, its closed part waits, and a manager books or drops it (G8, C1, C2, K1).
import { afterEach, expect, test } from 'vitest'
import { HOUR_MS } from '../shared/base/duration.ts'
import { at, openFirm } from './testing/testApp.ts'
import type { Firm } from './testing/testApp.ts'

const open: Firm[] = []
afterEach(async () => {
  for (const { app } of open.splice(0)) await app.close()
})

/** A timer has run since ten in the evening before the cut; it is eight in the morning, and the day before is closed. */
async function overTheCut() {
  const f = await openFirm('2026-03-31 22:00')
  open.push(f)
  const { timerId } = await f.ok('timer.start', {
    customerId: f.acme,
    categoryId: f.support,
    note: 'Night shift',
  })
  f.clock.set(at('2026-04-01 08:00'))
  expect(await f.refused('period.close', { through: '2026-03-31' })).toMatchObject({
    code: 'guard.periodTimers',
    details: { timers: [{ timerId }] },
  })
  await f.ok('period.close', { through: '2026-03-31', overTimers: true })
  return { f, timerId }
}

const day = async (f: Firm, date: string) =>
  (await f.ok('diary.day', { userId: f.ana, date })).entries.map(({ durationMs, note }) => ({
    durationMs,
    note,
  }))

test('G8 C2 a period is closed over a timer on purpose, and the timer can still be stopped', async () => {
  const { f, timerId } = await overTheCut()
  const march = await f.ok('diary.month', { month: '2026-03' })
  const stopped = await f.ok('timer.stop', { timerId })
  expect([stopped.entryIds.length, stopped.exceptionIds.length]).toEqual([1, 1])
  expect(stopped.waitingMs).toBe(2 * HOUR_MS)
  expect(await day(f, '2026-04-01')).toEqual([{ durationMs: 8 * HOUR_MS, note: 'Night shift' }])
  expect(await day(f, '2026-03-31')).toEqual([])
  const { rows, closedThrough } = await f.ok('periodException.list', {})
  expect(rows).toMatchObject([
    {
      workDate: '2026-03-31',
      durationMs: 2 * HOUR_MS,
      note: 'Night shift',
      customerName: 'Acme',
      userName: 'Ana Weber',
    },
  ])
  expect(closedThrough).toBe('2026-03-31')
  // K1: nothing of the closed month moved.
  const { rows: after } = await f.ok('diary.month', { month: '2026-03' })
  expect(after.map(({ figures }) => figures)).toEqual(march.rows.map(({ figures }) => figures))
})

test('G8 an exception is booked on an open day, as an amount, and never on a closed one', async () => {
  const { f, timerId } = await overTheCut()
  const { exceptionIds } = await f.ok('timer.stop', { timerId })
  const [exceptionId = ''] = exceptionIds
  expect(await f.refused('periodException.book', { exceptionId, date: '2026-03-30' })).toMatchObject({
    code: 'record.priorPeriod',
  })
  const booked = await f.reply('periodException.book', { exceptionId, date: '2026-04-01' })
  expect(await day(f, '2026-04-01')).toContainEqual({ durationMs: 2 * HOUR_MS, note: 'Night shift' })
  expect((await f.ok('periodException.list', {})).rows).toEqual([])
  // G11: the undo brings it back, and takes the entry away.
  await f.ok('change.undo', { commitId: booked.ok ? (booked.commitId ?? '') : '' })
  expect((await f.ok('periodException.list', {})).rows).toHaveLength(1)
  expect(await day(f, '2026-04-01')).toHaveLength(1)
})

test('G8 an exception is dropped with a reason, by those who lead', async () => {
  const { f, timerId } = await overTheCut()
  const { exceptionIds } = await f.ok('timer.stop', { timerId })
  const [exceptionId = ''] = exceptionIds
  expect(await f.refused('periodException.drop', { exceptionId, reason: ' ' })).toMatchObject({
    code: 'exception.reasonMissing',
  })
  const { userId: bo } = await f.ok('user.add', { name: 'Bo', role: 'employee', startDate: '2026-04-01' })
  await f.ok('session.switchUser', { userId: bo })
  expect((await f.ok('periodException.list', {})).rows).toEqual([])
  expect(await f.refused('periodException.drop', { exceptionId, reason: 'x' })).toMatchObject({
    code: 'request.notPermitted',
  })
  await f.ok('session.switchUser', { userId: f.ana })
  await f.ok('periodException.drop', { exceptionId, reason: 'Forgot to stop' })
  expect((await f.ok('periodException.list', {})).rows).toEqual([])
})

test('G8 C1 the Time Log Entry dialog records it as it was counted, and refuses a start that is moved within closed days', async () => {
  const { f, timerId } = await overTheCut()
  await f.ok('timer.stop', { timerId, dialog: true })
  expect(
    await f.refused('timer.record', { timerId, startAt: at('2026-03-31 21:00'), durationMinutes: 60 }),
  ).toMatchObject({ code: 'record.priorPeriod' })
  const recorded = await f.ok('timer.record', { timerId })
  expect([recorded.entryIds.length, recorded.exceptionIds.length]).toEqual([1, 1])
  expect(recorded.waitingMs).toBe(2 * HOUR_MS)
})

test('F3 G8 a draft of closed days that is brought back is stopped for good as well', async () => {
  const f = await openFirm('2026-03-31 10:00')
  open.push(f)
  const { timerId } = await f.ok('timer.start', { customerId: f.acme, categoryId: f.support })
  f.clock.set(at('2026-03-31 12:00'))
  const { draftId } = await f.ok('timer.discard', { timerId })
  f.clock.set(at('2026-04-01 08:00'))
  await f.ok('period.close', { through: '2026-03-31' })
  await f.ok('draft.restore', { draftId: draftId ?? '' })
  expect(await f.ok('timer.record', { timerId })).toMatchObject({
    entryIds: [],
    exceptionIds: [expect.any(String)],
  })
})
