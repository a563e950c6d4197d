// A closed month keeps its figures, whatever changes afterwards; who left stays in every list that they belong to (K1, I5, I14).
import { afterEach, expect, test } from 'vitest'
import { HOUR_MS } from '../shared/base/duration.ts'
import { daysOfMonth, weekdayOf } from '../shared/base/localDate.ts'
import type { ArgsOf, RequestName } from '../shared/contract/contract.ts'
import { at, openFirm } from './testing/testApp.ts'
import type { Firm } from './testing/testApp.ts'

const open: Firm[] = []
afterEach(async () => {
  for (const { app } of open.splice(0)) await app.close()
})
async function firm(start = '2026-11-02 09:00'): Promise<Firm> {
  const made = await openFirm(start)
  open.push(made)
  return made
}

const contract = (
  userId: string,
  over: Partial<ArgsOf<'employment.set'>> = {},
): ArgsOf<'employment.set'> => ({
  userId,
  validFrom: '2026-01-01',
  expectedMinutes: [480, 480, 480, 480, 480, 0, 0],
  expectedMonthMinutes: null,
  wage: { kind: 'hourly', amountMinor: 2000 },
  extraHourMinor: 3000,
  bonusMinor: 0,
  ...over,
})

/** 22 × 8:00 in October. */
async function october(f: Firm, userId: string, hours = 8): Promise<void> {
  for (const date of daysOfMonth('2026-10').filter((day) => weekdayOf(day) <= 5))
    await f.ok('entry.add', {
      userId,
      customerId: f.acme,
      categoryId: f.support,
      startAt: at(`${date} 09:00`),
      endAt: at(`${date} 09:00`) + hours * HOUR_MS,
    })
}

/** A user's month, which is the same in the list and on its own page. */
async function figures(f: Firm, userId: string, month = '2026-10') {
  const { rows } = await f.ok('diary.month', { month })
  const own = await f.ok('diary.user', { userId, month })
  const row = rows.find((each) => each.userId === userId)
  if (row !== undefined) expect(row.figures).toEqual(own.figures)
  return { ...own.figures, listed: row !== undefined, balanceMs: own.balanceMs }
}

const commit = async <N extends RequestName>(f: Firm, name: N, args: ArgsOf<N>): Promise<string> => {
  const reply = await f.reply(name, args)
  if (!reply.ok) throw new Error(`${name}: ${reply.error.code}`)
  return reply.commitId ?? ''
}

test('K1 a holiday country, and its undo, change no closed month; the open one they do', async () => {
  const f = await firm()
  await f.ok('employment.set', contract(f.ana))
  await october(f, f.ana)
  await f.ok('period.close', { through: '2026-10-31' })
  const before = await figures(f, f.ana)
  expect(before.salaryMinor).toBe(352_000)
  // 26 October is a holiday there, and so is 8 December.
  const changed = await commit(f, 'organisation.edit', { holidayCountry: 'AT' })
  expect(await figures(f, f.ana)).toEqual(before)
  expect((await figures(f, f.ana, '2026-12')).expectedMs).toBe(21 * 8 * HOUR_MS)
  await f.ok('change.undo', { commitId: changed })
  expect(await figures(f, f.ana)).toEqual(before)
  expect((await figures(f, f.ana, '2026-12')).expectedMs).toBe(23 * 8 * HOUR_MS)
  // Again, closed further, and then taken back: each time by what held when it was closed.
  const again = await commit(f, 'organisation.edit', { holidayCountry: 'AT' })
  f.clock.set(at('2027-01-04 09:00'))
  await f.ok('period.close', { through: '2026-12-31' })
  const december = await figures(f, f.ana, '2026-12')
  expect((await f.refused('change.undo', { commitId: again })).code).toBe('undo.tooOld')
  await f.ok('organisation.edit', { holidayCountry: null })
  expect(await figures(f, f.ana)).toEqual(before)
  expect(await figures(f, f.ana, '2026-12')).toEqual(december)
  expect(december.expectedMs).toBe(21 * 8 * HOUR_MS)
  // Opened again, it follows the settings of today; closed at once after an undo, what it was.
  const opened = await commit(f, 'period.close', { through: '2026-10-31', reason: 'a holiday was wrong' })
  expect((await figures(f, f.ana, '2026-12')).expectedMs).toBe(23 * 8 * HOUR_MS)
  expect(await figures(f, f.ana)).toEqual(before)
  await f.ok('change.undo', { commitId: opened })
  expect(await figures(f, f.ana, '2026-12')).toEqual(december)
})

test('K1 the first contract of somebody changes no closed month, nor does the last that goes', async () => {
  const f = await firm()
  await october(f, f.ana)
  await f.ok('period.close', { through: '2026-10-31' })
  const before = await figures(f, f.ana)
  expect(before).toMatchObject({ expectedMs: 176 * HOUR_MS, extraMs: 0, salaryMinor: null })
  const made = await commit(f, 'employment.set', contract(f.ana, { validFrom: '2026-12-01' }))
  expect(await figures(f, f.ana)).toEqual(before)
  expect((await figures(f, f.ana, '2026-12')).salaryMinor).not.toBeNull()
  await f.ok('change.undo', { commitId: made })
  expect(await figures(f, f.ana)).toEqual(before)
  expect((await figures(f, f.ana, '2026-12')).salaryMinor).toBeNull()
})

test('K1 a profile’s own rules and the organisation’s change no closed month', async () => {
  const f = await firm()
  await october(f, f.ana)
  await f.ok('period.close', { through: '2026-10-31' })
  const before = await figures(f, f.ana)
  await f.ok('rules.saveMine', { rules: { expectedDayMinutes: 0 } })
  expect(await figures(f, f.ana)).toEqual(before)
  expect((await figures(f, f.ana, '2026-12')).expectedMs).toBe(0)
  await f.ok('rules.saveMine', { rules: {} })
  const { organisation } = await f.ok('app.state', {})
  if (organisation === null) throw new Error('not set up')
  await f.ok('organisation.edit', { rules: { ...organisation.rules, expectedDayMinutes: 60 } })
  expect(await figures(f, f.ana)).toEqual(before)
  expect((await figures(f, f.ana, '2026-12')).expectedMs).toBe(23 * HOUR_MS)
})

test('K1 what is billable by category and project stays so for closed days', async () => {
  const f = await firm()
  const { projectId } = await f.ok('project.add', { customerId: f.acme, name: 'Website' })
  await f.ok('rate.set', {
    level: 'organisation',
    subjectId: null,
    validFrom: '2026-01-01',
    amountMinor: 10_000,
  })
  const add = (day: string, onProject: boolean) =>
    f.ok('entry.add', {
      customerId: f.acme,
      categoryId: f.support,
      projectId: onProject ? projectId : null,
      startAt: at(`${day} 09:00`),
      endAt: at(`${day} 10:00`),
    })
  await add('2026-10-30', false)
  await add('2026-10-29', true)
  f.clock.set(at('2026-11-05 09:00'))
  await add('2026-11-03', false)
  await add('2026-11-04', true)
  await f.ok('period.close', { through: '2026-10-31' })
  const amount = async () => (await f.ok('customer.amount', { customerId: f.acme })).amountMinor
  const billable = async () => (await f.ok('project.get', { projectId })).billableMs
  expect([await amount(), await billable()]).toEqual([40_000, 2 * HOUR_MS])
  await f.ok('project.edit', { projectId, billable: false })
  expect([await amount(), await billable()]).toEqual([30_000, HOUR_MS])
  await f.ok('category.edit', { categoryId: f.support, billType: 'nonBillable' })
  expect([await amount(), await billable()]).toEqual([20_000, HOUR_MS])
  await f.ok('project.edit', { projectId, billable: true })
  await f.ok('category.edit', { categoryId: f.support, billType: 'billable' })
  expect([await amount(), await billable()]).toEqual([40_000, 2 * HOUR_MS])
})

test('K1 the currency of a closed period stays, and is said', async () => {
  const f = await firm()
  await f.ok('organisation.edit', { currency: 'CHF' })
  await f.ok('period.close', { through: '2026-10-31' })
  expect(await f.refused('organisation.edit', { currency: 'JPY' })).toMatchObject({
    code: 'organisation.currencyClosed',
    details: { values: { currency: 'CHF' } },
  })
  await f.ok('organisation.edit', { currency: 'CHF', name: 'Weber AG' })
  await f.ok('period.close', { through: null, reason: 'wrong currency' })
  await f.ok('organisation.edit', { currency: 'JPY' })
})

test('K1 I5 who leaves or is deleted stays in every list of a closed month, with the same wage', async () => {
  const f = await firm()
  const { userId: bo } = await f.ok('user.add', { name: 'Bo', startDate: '2026-01-01' })
  const { userId: cy } = await f.ok('user.add', { name: 'Cy', startDate: '2026-01-01' })
  const wage = { kind: 'monthly', amountMinor: 300_000 } as const
  for (const userId of [bo, cy]) await f.ok('employment.set', contract(userId, { wage }))
  await f.ok('period.close', { through: '2026-10-31' })
  const before = await figures(f, bo)
  expect(before).toMatchObject({ salaryMinor: 300_000, listed: true })
  f.clock.set(at('2026-11-20 09:00'))
  await f.ok('user.edit', { userId: bo, active: false, lastDate: '2026-11-10' })
  expect(await figures(f, bo)).toEqual(before)
  // A third of November, and nothing expected after.
  expect(await figures(f, bo, '2026-11')).toMatchObject({
    salaryMinor: 100_000,
    expectedMs: 7 * 8 * HOUR_MS,
    listed: true,
  })
  expect(await figures(f, bo, '2026-12')).toMatchObject({ salaryMinor: null, expectedMs: 0, listed: false })
  // Deleted without any time, and made inactive without a date: until today.
  await f.ok('user.remove', { userId: cy })
  expect((await f.ok('diary.month', { month: '2026-10' })).rows.map(({ name }) => name)).toContain('Cy')
  expect(await figures(f, cy, '2026-11')).toMatchObject({ salaryMinor: 200_000, listed: true })
  // A last day may not lie in what is closed.
  expect(await f.refused('user.edit', { userId: bo, lastDate: '2026-10-15' })).toMatchObject({
    code: 'user.lastDateClosed',
    details: { values: { through: '2026-10-31' } },
  })
  // Who comes back has none.
  await f.ok('user.edit', { userId: bo, active: true })
  expect(await figures(f, bo, '2026-12')).toMatchObject({ salaryMinor: 300_000, listed: true })
  expect(await figures(f, bo)).toEqual(before)
})

test('K1 nobody joins a closed month, nor is taken out of it by an undo', async () => {
  const f = await firm('2026-10-05 09:00')
  const added = await commit(f, 'user.add', { name: 'Bo' })
  f.clock.set(at('2026-11-02 09:00'))
  await f.ok('period.close', { through: '2026-10-31' })
  const before = (await f.ok('diary.month', { month: '2026-10' })).sums
  expect((await f.refused('change.undo', { commitId: added })).code).toBe('user.inClosedPeriod')
  expect((await f.refused('user.add', { name: 'Cy', startDate: '2026-10-01' })).code).toBe(
    'user.inClosedPeriod',
  )
  await f.ok('user.add', { name: 'Cy' })
  expect((await f.ok('diary.month', { month: '2026-10' })).sums).toEqual(before)
})

test('I14 three equal monthly contracts of 3,000.01 in a month are 3,000.01, and the steps say why', async () => {
  const f = await firm()
  const wage = { kind: 'monthly', amountMinor: 300_001 } as const
  for (const validFrom of ['2026-09-01', '2026-09-11', '2026-09-21'])
    await f.ok('employment.set', contract(f.ana, { validFrom, wage }))
  const { salaryMinor, steps } = await figures(f, f.ana, '2026-09')
  expect(salaryMinor).toBe(300_001)
  expect(steps.salary.map(({ code, resultMinor }) => [code, resultMinor])).toEqual([
    ['salary.monthly', 100_000],
    ['salary.monthly', 100_000],
    ['salary.monthly', 100_000],
    ['salary.rounding', 1],
    ['salary.sum', 300_001],
  ])
})

test('B47 a raise in the middle of a month alone makes no extra hours; a contract may count otherwise', async () => {
  const f = await firm()
  await f.ok('employment.set', contract(f.ana))
  await f.ok(
    'employment.set',
    contract(f.ana, { validFrom: '2026-10-16', wage: { kind: 'hourly', amountMinor: 2500 } }),
  )
  // 10 hours a day in the first half, 6 in the second: 11 days each.
  for (const date of daysOfMonth('2026-10').filter((day) => weekdayOf(day) <= 5))
    await f.ok('entry.add', {
      customerId: f.acme,
      categoryId: f.support,
      startAt: at(`${date} 08:00`),
      endAt: at(`${date} 08:00`) + (date < '2026-10-16' ? 10 : 6) * HOUR_MS,
    })
  expect(await figures(f, f.ana)).toMatchObject({
    expectedMs: 176 * HOUR_MS,
    totalMs: 182 * HOUR_MS - 6 * HOUR_MS,
    extraMs: 0,
    salaryMinor: 110 * 2000 + 66 * 2500,
  })
  const counting = async (extraBy: 'contract' | 'week' | 'day') => {
    for (const [validFrom, amountMinor] of [
      ['2026-01-01', 2000],
      ['2026-10-16', 2500],
    ] as const)
      await f.ok(
        'employment.set',
        contract(f.ana, { validFrom, extraBy, wage: { kind: 'hourly', amountMinor } }),
      )
    return (await figures(f, f.ana)).extraMs / HOUR_MS
  }
  expect(await counting('contract')).toBe(22)
  expect(await counting('day')).toBe(22)
  // Two days of 10 hours, a week of 50, and the week of the raise: four days of 10 hours and one of 6.
  expect(await counting('week')).toBe(4 + 10 + 6)
  expect(
    (await f.refused('employment.set', contract(f.ana, { extraBy: 'day', expectedMonthMinutes: 9600 }))).code,
  ).toBe('employment.extraNeedsDays')
})

test('I6 the balance to date stands against what was expected up to today', async () => {
  const f = await firm('2026-11-04 18:00')
  await f.ok('employment.set', contract(f.ana))
  for (const day of ['2026-11-02', '2026-11-03'])
    await f.ok('entry.add', {
      customerId: f.acme,
      categoryId: f.support,
      startAt: at(`${day} 08:00`),
      endAt: at(`${day} 17:11`),
    })
  // Monday and Tuesday 1:11 more each, and nothing yet of Wednesday's eight hours.
  const { balanceMs, extraMs } = await figures(f, f.ana, '2026-11')
  expect(extraMs).toBe(0)
  expect(balanceMs).toBe(2 * 71 * 60_000 - 8 * HOUR_MS)
  const { rows, sums } = await f.ok('diary.month', { month: '2026-11' })
  expect([rows[0]?.balanceMs, sums.balanceMs]).toEqual([balanceMs, balanceMs])
  expect((await figures(f, f.ana, '2026-12')).balanceMs).toBeNull()
  expect((await figures(f, f.ana, '2026-10')).balanceMs).toBe(-176 * HOUR_MS)
})
