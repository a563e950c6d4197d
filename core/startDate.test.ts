// From when on time is expected of somebody without a contract: since they are there, not since ever.
import { afterEach, expect, test } from 'vitest'
import { HOUR_MS } from '../shared/base/duration.ts'
import { openFirm, openTestApp } from './testing/testApp.ts'
import type { Firm, TestApp } from './testing/testApp.ts'

const open: TestApp[] = []
const kept = <T extends TestApp>(app: T): T => {
  open.push(app)
  return app
}
afterEach(async () => {
  for (const { app } of open.splice(0)) await app.close()
})

/** Missing days and expected hours of a user's month, as the Work Diary shows them. */
async function month(f: Pick<Firm, 'ok'>, userId: string, of = '2026-03') {
  const row = (await f.ok('diary.month', { month: of })).rows.find((user) => user.userId === userId)
  const { days, figures } = await f.ok('diary.user', { userId, month: of })
  const missing = days.filter(({ status }) => status === 'missing').length
  // One figure, wherever it is asked for.
  expect(row).toMatchObject({ missingDays: missing, figures })
  return {
    missing,
    expectedHours: figures.expectedMs / HOUR_MS,
    codes: figures.steps.extra.map(({ code }) => code),
  }
}

test('B36 B48 whoever sets the firm up or joins it misses no day before, and owes nothing for it', async () => {
  // A Wednesday.
  const f = kept(await openTestApp('2026-03-18 09:00'))
  const { userId: ana } = await f.ok('organisation.setUp', {
    organisationName: 'Weber',
    userName: 'Ana Weber',
    zone: 'Europe/Berlin',
    currency: 'EUR',
  })
  expect(await month(f, ana)).toMatchObject({ missing: 0, expectedHours: 10 * 8 })
  expect(await month(f, ana, '2026-02')).toMatchObject({
    missing: 0,
    expectedHours: 0,
    codes: ['expected.beforeStart', 'extra.difference'],
  })
  expect(await f.ok('diary.today', {})).toMatchObject({
    expectedTodayMs: 8 * HOUR_MS,
    expectedWeekMs: 3 * 8 * HOUR_MS,
  })
  f.clock.advance(48 * HOUR_MS)
  const { userId: bo } = await f.ok('user.add', { name: 'Bo' })
  expect(await month(f, ana)).toMatchObject({ missing: 2 })
  expect(await month(f, bo)).toMatchObject({ missing: 0, expectedHours: 8 * 8 })
  // Somebody who is entered late says since when.
  const { userId: cy } = await f.ok('user.add', { name: 'Cy', startDate: '2026-03-16' })
  expect(await month(f, cy)).toMatchObject({ missing: 4 })
})

test('B47 G7 a contract says itself from when on it holds, whatever the start date', async () => {
  const f = kept(await openFirm('2026-03-18 09:00'))
  const { userId: bo } = await f.ok('user.add', { name: 'Bo' })
  await f.ok('employment.set', {
    userId: bo,
    validFrom: '2026-03-01',
    expectedMinutes: [240, 240, 240, 240, 240, 0, 0],
    expectedMonthMinutes: null,
    wage: { kind: 'hourly', amountMinor: 2000 },
    extraHourMinor: 0,
    bonusMinor: 0,
  })
  expect(await month(f, bo)).toMatchObject({ missing: 12, expectedHours: 22 * 4 })
})

test('C1 C18 G11 a start date is changed and taken back, but nothing that was expected in a closed month', async () => {
  const f = kept(await openFirm('2026-03-18 09:00'))
  const { userId: bo } = await f.ok('user.add', { name: 'Bo' })
  await f.ok('user.edit', { userId: bo, startDate: '2026-03-10' })
  expect(await month(f, bo)).toMatchObject({ missing: 6 })
  const [change] = (await f.ok('change.list', {})).changes
  await f.ok('change.undo', { commitId: change?.commitId ?? '' })
  expect(await month(f, bo)).toMatchObject({ missing: 0 })
  await f.ok('user.edit', { userId: bo, startDate: '2026-03-10' })
  await f.ok('period.close', { through: '2026-03-15' })
  for (const startDate of ['2026-03-17', '2026-03-02', null])
    expect(await f.refused('user.edit', { userId: bo, startDate })).toMatchObject({
      code: 'record.priorPeriod',
    })
  await f.ok('user.edit', { userId: bo, startDate: '2026-03-10', email: 'bo@example.org' })
  const { userId: cy } = await f.ok('user.add', { name: 'Cy' })
  await f.ok('user.edit', { userId: cy, startDate: '2026-03-17' })
  expect(await f.refused('user.edit', { userId: cy, startDate: '2026-03-15' })).toMatchObject({
    code: 'record.priorPeriod',
  })
})
