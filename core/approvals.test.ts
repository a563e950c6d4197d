// Approvals through the application: submitted, approved, rejected, taken back, locked, paid, closed, and seen by whom (B49, I7, K1, F12).
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, describe, expect, test } from 'vitest'
import { HOUR_MS } from '../shared/base/duration.ts'
import { exportTo } from './testing/export/exportTo.ts'
import { readBack } from './testing/export/readBack.ts'
import { at, openFirm } from './testing/testApp.ts'
import type { Firm } from './testing/testApp.ts'

const open: Firm[] = []
afterEach(async () => {
  for (const { app } of open.splice(0)) await app.close()
})

const WEEK = { from: '2026-03-09', to: '2026-03-15' }

/** Ana leads; Bo is paid 20 an hour and worked from Monday to Wednesday of last week. */
async function firm() {
  const f = await openFirm('2026-03-17 09:00')
  open.push(f)
  await f.ok('module.switch', { module: 'approvals', on: true })
  const { userId: bo } = await f.ok('user.add', { name: 'Bo', role: 'employee' })
  await f.ok('employment.set', {
    userId: bo,
    validFrom: '2026-01-01',
    expectedMinutes: [480, 480, 480, 480, 480, 0, 0],
    expectedMonthMinutes: null,
    wage: { kind: 'hourly', amountMinor: 2_000 },
    extraHourMinor: 3_000,
    bonusMinor: 0,
  })
  const work = (date: string, from = '09:00', to = '17:00') =>
    f.ok('entry.add', {
      userId: bo,
      customerId: f.acme,
      categoryId: f.support,
      startAt: at(`${date} ${from}`),
      endAt: at(`${date} ${to}`),
    })
  const entries = [await work('2026-03-09'), await work('2026-03-10'), await work('2026-03-11')]
  const entryId = entries[0]?.entryIds[0] ?? ''
  const as = (userId: string) => f.ok('session.switchUser', { userId })
  return { f, bo, entryId, as, work, weekOfBo: { of: [{ userId: bo, ...WEEK }] } }
}

const month = (f: Firm, userId: string) => f.ok('diary.user', { userId, month: '2026-03' })
const statusOf = async (f: Firm, userId: string, date: string) =>
  (await month(f, userId)).days.find((day) => day.date === date)?.approval ?? null

describe('a week', () => {
  test('B49 I7 is submitted by its user and approved or rejected with a reason by a manager', async () => {
    const { f, bo, as, weekOfBo } = await firm()
    await as(bo)
    expect(await f.ok('approval.submit', WEEK)).toEqual({ days: 7 })
    expect(await f.refused('approval.submit', WEEK)).toMatchObject({ code: 'approval.nothingToSubmit' })
    expect(await f.refused('approval.approve', weekOfBo)).toMatchObject({ code: 'request.notPermitted' })
    await as(f.ana)
    expect(await f.ok('approval.count', {})).toMatchObject({ waiting: 1 })
    const { weeks } = await f.ok('approval.waiting', {})
    expect(weeks).toEqual([
      {
        userId: bo,
        name: 'Bo',
        first: '2026-03-09',
        last: '2026-03-15',
        days: 7,
        totalMs: 24 * HOUR_MS,
        expectedMs: 40 * HOUR_MS,
        missing: ['2026-03-12', '2026-03-13'],
        overlaps: [],
        breaks: [],
        gaps: 0,
      },
    ])
    expect(await f.refused('approval.reject', { ...weekOfBo, reason: ' ' })).toMatchObject({
      code: 'approval.reasonMissing',
    })
    await f.ok('approval.reject', { ...weekOfBo, reason: 'Thursday is missing' })
    expect(await statusOf(f, bo, '2026-03-10')).toEqual({ status: 'rejected', reason: 'Thursday is missing' })
    await as(bo)
    const { waiting, rejected } = await f.ok('approval.count', {})
    expect([waiting, rejected.length, rejected[0]]).toEqual([
      0,
      7,
      { date: '2026-03-15', reason: 'Thursday is missing' },
    ])
    await f.ok('approval.submit', WEEK)
    await as(f.ana)
    expect(await f.ok('approval.approve', weekOfBo)).toEqual({ days: 7 })
    expect(await statusOf(f, bo, '2026-03-10')).toEqual({ status: 'approved', reason: '' })
    expect(await f.ok('approval.count', {})).toEqual({ waiting: 0, rejected: [] })
  })

  test('I7 many are approved at once; those that were decided meanwhile are left out', async () => {
    const { f, bo, weekOfBo } = await firm()
    await f.ok('approval.submit', { userId: bo, ...WEEK })
    await f.ok('approval.submit', { userId: f.ana, ...WEEK })
    await f.ok('approval.approve', weekOfBo)
    const both = { of: [...weekOfBo.of, { userId: f.ana, ...WEEK }] }
    expect(await f.ok('approval.approve', both)).toEqual({ days: 7 })
    expect(await f.refused('approval.approve', both)).toMatchObject({ code: 'approval.notSubmitted' })
  })

  test('I7 K8 that was submitted stays one, on whatever day the week of who decides begins', async () => {
    const { f, bo } = await firm()
    const before = { from: '2026-03-02', to: '2026-03-08' }
    await f.ok('approval.submit', { userId: bo, ...WEEK })
    await f.ok('approval.submit', { userId: bo, ...before })
    await f.ok('approval.submit', { userId: f.ana, from: '2026-03-08', to: '2026-03-14' })
    const seen = async (weekStart?: number) =>
      (await f.ok('approval.waiting', weekStart === undefined ? {} : { weekStart })).weeks.map(
        ({ name, first, last }) => `${name} ${first} ${last}`,
      )
    const whole = ['Bo 2026-03-02 2026-03-08', 'Ana Weber 2026-03-08 2026-03-14', 'Bo 2026-03-09 2026-03-15']
    for (const weekStart of [1, 6, 7, undefined])
      expect((await seen(weekStart)).toSorted()).toEqual(whole.toSorted())
    // What the firm has said holds for everybody.
    await f.ok('organisation.edit', { weekStart: 7 })
    expect(await seen(1)).toContain('Bo 2026-03-15 2026-03-15')
  })

  test('I7 goes up to today, never into days to come, and takes no timer whose time is not recorded', async () => {
    const { f } = await firm()
    expect(await f.refused('approval.submit', { from: '2026-03-18', to: '2026-03-22' })).toMatchObject({
      code: 'approval.future',
    })
    expect(await f.refused('approval.submit', { from: '2026-03-17', to: '2026-03-16' })).toMatchObject({
      code: 'range.endBeforeStart',
    })
    await f.ok('timer.start', { customerId: f.acme, categoryId: f.support })
    expect(await f.refused('approval.submit', { from: '2026-03-16', to: '2026-03-22' })).toMatchObject({
      code: 'approval.timerRuns',
    })
    expect(await f.ok('approval.submit', { from: '2026-03-16', to: '2026-03-16' })).toEqual({ days: 1 })
  })
})

describe('approved time', () => {
  test('I7 cannot be added to, changed, moved or deleted until the approval is taken back', async () => {
    const { f, bo, entryId, work, weekOfBo } = await firm()
    await f.ok('approval.submit', { userId: bo, ...WEEK })
    await f.ok('approval.approve', weekOfBo)
    const locked = { code: 'approval.locked', details: { values: { name: 'Bo', date: '2026-03-09' } } }
    expect(await f.refused('entry.remove', { entryId })).toMatchObject(locked)
    expect(await f.refused('entry.edit', { entryId, note: 'else' })).toMatchObject(locked)
    expect(
      await f.refused('entry.edit', {
        entryId,
        startAt: at('2026-03-16 09:00'),
        endAt: at('2026-03-16 10:00'),
      }),
    ).toMatchObject(locked)
    // An empty day of an approved week as well.
    expect(
      await f.refused('entry.add', {
        userId: bo,
        customerId: f.acme,
        categoryId: f.support,
        startAt: at('2026-03-12 09:00'),
        endAt: at('2026-03-12 10:00'),
      }),
    ).toMatchObject({ code: 'approval.locked' })
    // Nor does a timer begin on it, which could then never be recorded.
    await f.ok('session.switchUser', { userId: bo })
    f.clock.set(at('2026-03-16 08:00'))
    expect(
      await f.refused('timer.start', {
        customerId: f.acme,
        categoryId: f.support,
        at: at('2026-03-15 23:00'),
      }),
    ).toMatchObject({ code: 'approval.locked' })
    await f.ok('session.switchUser', { userId: f.ana })
    await f.ok('approval.takeBack', { ...weekOfBo, reason: 'Wrong customer' })
    expect(await statusOf(f, bo, '2026-03-09')).toEqual({ status: 'returned', reason: 'Wrong customer' })
    await f.ok('entry.edit', { entryId, note: 'else' })
    expect(await statusOf(f, bo, '2026-03-09')).toBeNull()
    await work('2026-03-12')
  })

  test('K2 an undo puts an approval back only while the time is as it was approved', async () => {
    const { f, bo, entryId, weekOfBo } = await firm()
    await f.ok('approval.submit', { userId: bo, ...WEEK })
    await f.ok('approval.approve', weekOfBo)
    const back = await f.reply('approval.takeBack', weekOfBo)
    const commitId = back.ok ? (back.commitId ?? '') : ''
    await f.ok('change.undo', { commitId })
    expect(await statusOf(f, bo, '2026-03-09')).toMatchObject({ status: 'approved' })
    const again = await f.reply('approval.takeBack', weekOfBo)
    await f.ok('entry.edit', { entryId, note: 'changed since' })
    expect(
      await f.refused('change.undo', { commitId: again.ok ? (again.commitId ?? '') : '' }),
    ).toMatchObject({ code: 'undo.changedSince' })
  })

  test('I7 time that changes takes the submission of its day back, so nobody approves what they have not seen', async () => {
    const { f, bo, entryId, weekOfBo } = await firm()
    await f.ok('approval.submit', { userId: bo, ...WEEK })
    const edit = await f.reply('entry.edit', { entryId, note: 'quietly' })
    expect(await statusOf(f, bo, '2026-03-09')).toBeNull()
    expect(await f.ok('approval.approve', weekOfBo)).toEqual({ days: 6 })
    // The undo of the edit brings the submission back with the time that was submitted.
    await f.ok('change.undo', { commitId: edit.ok ? (edit.commitId ?? '') : '' })
    expect(await statusOf(f, bo, '2026-03-09')).toMatchObject({ status: 'submitted' })
  })

  test('B49 alone is paid; the figures say what is left out', async () => {
    const { f, bo, weekOfBo } = await firm()
    const before = (await month(f, bo)).figures
    expect(before).toMatchObject({
      totalMs: 24 * HOUR_MS,
      salaryMinor: 0,
      leftOut: { days: 3, entries: 3, totalMs: 24 * HOUR_MS },
    })
    expect(before.steps.salary[0]).toMatchObject({ code: 'pay.leftOut', resultMs: 0 })
    await f.ok('approval.submit', { userId: bo, from: '2026-03-09', to: '2026-03-10' })
    await f.ok('approval.approve', weekOfBo)
    const { figures } = await month(f, bo)
    expect(figures).toMatchObject({ totalMs: 24 * HOUR_MS, salaryMinor: 32_000, leftOut: { days: 1 } })
    const row = (await f.ok('diary.month', { month: '2026-03' })).rows.find(({ userId }) => userId === bo)
    expect(row?.figures).toEqual(figures)
    expect(row?.approvals).toEqual({ submitted: 0, approved: 2, rejected: 0, returned: 0 })
  })
})

test('B49 I7 G6 the payroll workbook holds approved time alone, adds up, and says what it leaves out', async () => {
  const { f, bo, weekOfBo } = await firm()
  await f.ok('approval.submit', { userId: bo, from: '2026-03-09', to: '2026-03-10' })
  await f.ok('approval.approve', weekOfBo)
  const folder = mkdtempSync(join(tmpdir(), 'daybook-approvals-'))
  const path = join(folder, 'march.xlsx')
  expect(await exportTo(f, { kind: 'payroll', month: '2026-03' }, path)).toMatchObject({ state: 'done' })
  const { sheet } = await readBack(path)
  const summary = sheet('Summary').records.find(({ Name }) => Name === 'Bo')
  expect(summary).toMatchObject({ Check: 0, Salary: 320 })
  expect(summary?.['Total Hours']).toBeCloseTo(16 / 24)
  expect(sheet('Entries').records.filter(({ User }) => User === 'Bo')).toHaveLength(2)
  const info = sheet('Info').rows.map((cells) => cells.map(({ value }) => value))
  expect(info).toContainEqual(['Not approved, left out', 'Bo: 8:00 on 1 day. Only approved time is paid.'])
  rmSync(folder, { recursive: true })
})

describe('a closed period', () => {
  test('K1 keeps its figures when approvals are switched on or off afterwards', async () => {
    const { f, bo, weekOfBo } = await firm()
    await f.ok('approval.submit', { userId: bo, ...WEEK })
    await f.ok('approval.approve', weekOfBo)
    const { figures } = await month(f, bo)
    await f.ok('period.close', { through: '2026-03-15' })
    await f.ok('module.switch', { module: 'approvals', on: false })
    expect((await month(f, bo)).figures.salaryMinor).toBe(figures.salaryMinor)
    await f.ok('module.switch', { module: 'approvals', on: true })
    expect(await f.refused('approval.takeBack', weekOfBo)).toMatchObject({ code: 'approval.closed' })
    expect((await month(f, bo)).figures).toEqual(figures)
  })

  test('K1 that was closed without approvals is paid as it was', async () => {
    const { f, bo } = await firm()
    await f.ok('module.switch', { module: 'approvals', on: false })
    await f.ok('period.close', { through: '2026-03-15' })
    const { figures } = await month(f, bo)
    expect(figures.salaryMinor).toBe(48_000)
    await f.ok('module.switch', { module: 'approvals', on: true })
    expect((await month(f, bo)).figures).toEqual(figures)
  })
})

test('F12 switched off, nothing is locked or left out, and what changes then is no longer approved', async () => {
  const { f, bo, entryId, weekOfBo } = await firm()
  await f.ok('approval.submit', { userId: bo, ...WEEK })
  await f.ok('approval.approve', weekOfBo)
  await f.ok('module.switch', { module: 'approvals', on: false })
  expect(await f.refused('approval.submit', WEEK)).toMatchObject({ code: 'module.off' })
  await f.ok('entry.edit', { entryId, note: 'meanwhile' })
  expect((await month(f, bo)).figures).toMatchObject({ salaryMinor: 48_000, leftOut: { days: 0 } })
  await f.ok('module.switch', { module: 'approvals', on: true })
  expect((await month(f, bo)).figures).toMatchObject({ salaryMinor: 32_000, leftOut: { days: 1 } })
})
