// Reports of time: their figures, what they add up to, who is told what, and those that are saved (I8, I10, I12, I13, I14).
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { HOUR_MS, MINUTE_MS } from '../shared/base/duration.ts'
import type { Report, ReportFigures, ReportRow } from '../shared/contract/report.ts'
import type { ReportDefinition, ReportGroup } from '../shared/entities/report.ts'
import { REPORT_GROUPS } from '../shared/entities/report.ts'
import { addFigures, isSeveral, leavesOf, marginOf, NO_FIGURES } from '../shared/rules/report.ts'
import type { Firm, TestApp } from './testing/testApp.ts'
import { at, openFirm, openTestApp } from './testing/testApp.ts'

const sumOf = (rows: readonly ReportRow[]): ReportFigures =>
  rows.map(({ figures }) => figures).reduce(addFigures, NO_FIGURES)
const WEEKDAYS = [480, 480, 480, 480, 480, 0, 0]

describe('the sample firm', () => {
  let f: TestApp
  beforeAll(async () => {
    f = await openTestApp('2026-10-30 09:00')
    await f.ok('sample.load', { seed: 3, entries: 600 })
  })
  afterAll(() => f.app.close())

  const groupings = fc
    .shuffledSubarray([...REPORT_GROUPS], { minLength: 1, maxLength: 3 })
    .filter((by) => by.length > 0)

  test('I8 I14 the total is the same whatever a report is grouped by, and what stands below adds up to what stands above', async () => {
    const { total } = await f.ok('report.run', { by: ['customer'] })
    expect(total.entries).toBeGreaterThan(500)
    expect(total.amountMinor).toBeGreaterThan(0)
    expect(total.costMinor).toBeGreaterThan(0)
    await fc.assert(
      fc.asyncProperty(groupings, async (by) => {
        const report = await f.ok('report.run', { by })
        expect(report.total).toEqual(total)
        expectSums(report)
      }),
      { numRuns: 60 },
    )
  })

  function expectSums({ by, rows, total }: Report) {
    by.forEach((group, level) => {
      // Time with several tags counts under each, so these say more than what stands above them.
      if (isSeveral(group) || by.slice(level).some(isSeveral)) return
      expect(sumOf(rows.filter((row) => row.level === level))).toEqual(total)
    })
    for (const { row, path } of leavesOf(rows, by.length)) {
      expect(path).toHaveLength(by.length)
      expect(path.at(-1)).toBe(row)
    }
  }

  test('I8 each filter leaves a part, and the parts of a group make the whole', async () => {
    const whole = await f.ok('report.run', { by: ['user'] })
    const filters: Partial<Record<ReportGroup, string>> = {
      customer: 'customerId',
      user: 'userId',
      project: 'projectId',
      category: 'categoryId',
      case: 'caseId',
      opportunity: 'opportunityId',
      office: 'officeId',
      department: 'departmentId',
    }
    for (const [group, name] of Object.entries(filters) as [ReportGroup, string][]) {
      const { rows } = await f.ok('report.run', { by: [group] })
      const parts: ReportFigures[] = []
      for (const { key, figures } of rows) {
        const { total } = await f.ok('report.run', { by: ['month'], [name]: key })
        expect(total, `${group} ${key}`).toEqual(figures)
        parts.push(total)
      }
      expect(parts.reduce(addFigures, NO_FIGURES)).toEqual(whole.total)
    }
  })

  test('I8 the amount is the one that a customer’s Amount says', async () => {
    const { rows } = await f.ok('report.run', { by: ['customer'] })
    for (const { key, figures } of rows) {
      if (key === null) continue
      const amount = await f.ok('customer.amount', { customerId: key })
      expect(figures.amountMinor).toBe(amount.amountMinor)
    }
  })

  test('I8 days make weeks and months, from the weekday on which weeks begin', async () => {
    const days = await f.ok('report.run', { by: ['day'] })
    for (const weekStart of [1, 6, 7]) {
      const { rows } = await f.ok('report.run', { by: ['week'], weekStart })
      for (const { key, figures } of rows) {
        const first = key ?? ''
        expect(new Date(`${first}T00:00Z`).getUTCDay()).toBe(weekStart % 7)
        const last = new Date(Date.parse(`${first}T00:00Z`) + 6 * 86_400_000).toISOString().slice(0, 10)
        const within = days.rows.filter((row) => (row.key ?? '') >= first && (row.key ?? '') <= last)
        expect(sumOf(within)).toEqual(figures)
      }
    }
    const months = await f.ok('report.run', { by: ['month'] })
    for (const { key, figures } of months.rows)
      expect(sumOf(days.rows.filter((row) => row.key?.startsWith(key ?? '–')))).toEqual(figures)
  })

  test('I8 a thousand years are asked like a month; what ends before it begins is refused', async () => {
    const all = await f.ok('report.run', { by: ['month'] })
    const report = await f.ok('report.run', { by: ['month'], from: '1900-01-01', to: '2200-12-31' })
    expect(report.total).toEqual(all.total)
    const always = { from: '1900-01-01', to: '9998-12-31' }
    for (const by of ['day', 'week'] as const)
      expect((await f.ok('report.run', { by: [by], ...always })).total).toEqual(all.total)
    expect(await f.ok('report.missing', { date: '9998-12-31' })).toMatchObject({ rows: [], through: null })
    expect(await f.ok('report.missing', { date: '1900-01-01' })).toMatchObject({ first: '1900-01-01' })
    expect((await f.refused('report.run', { by: ['month'], from: '1026-01-01' })).code).toBe(
      'request.invalid',
    )
    expect(
      await f.refused('report.run', { by: ['month'], from: '2026-02-02', to: '2026-02-01' }),
    ).toMatchObject({ code: 'range.endBeforeStart' })
    expect((await f.refused('report.run', { by: ['user', 'user'] })).code).toBe('request.invalid')
    expect((await f.refused('report.run', { by: [] })).code).toBe('request.invalid')
  })
})

async function firm(): Promise<Firm & { bo: string }> {
  const f = await openFirm('2026-03-18 18:00')
  const { userId: bo } = await f.ok('user.add', { name: 'Bo', role: 'employee' })
  return { ...f, bo }
}

const wage = (kind: 'hourly' | 'monthly', amountMinor: number) => ({
  validFrom: '2026-01-01',
  expectedMinutes: WEEKDAYS,
  expectedMonthMinutes: null,
  wage: { kind, amountMinor },
  extraHourMinor: 0,
  bonusMinor: 0,
})

const work = (f: Firm, date: string, minutes: number, more: { userId?: string; tagIds?: string[] } = {}) =>
  f.ok('entry.addAmount', {
    customerId: f.acme,
    categoryId: f.support,
    workDate: date,
    durationMs: minutes * MINUTE_MS,
    note: '',
    ...more,
  })

describe('a small firm', () => {
  test('I8 cost: an hourly wage is an hour’s, a monthly one is shared out over the hours that the month expects', async () => {
    const f = await firm()
    await f.ok('employment.set', { userId: f.ana, ...wage('hourly', 3_000) })
    // March 2026 has 22 days from Monday to Friday: 176 hours.
    await f.ok('employment.set', { userId: f.bo, ...wage('monthly', 352_000) })
    await f.ok('rate.set', {
      level: 'organisation',
      subjectId: null,
      validFrom: '2026-01-01',
      amountMinor: 9_000,
    })
    await work(f, '2026-03-10', 60)
    await work(f, '2026-03-11', 90, { userId: f.bo })
    const { rows, total, withMoney } = await f.ok('report.run', { by: ['user'] })
    expect(withMoney).toBe(true)
    const of = (id: string) => rows.find(({ key }) => key === id)?.figures
    expect(of(f.ana)).toMatchObject({ ms: HOUR_MS, amountMinor: 9_000, costMinor: 3_000 })
    expect(of(f.bo)).toMatchObject({ ms: 1.5 * HOUR_MS, amountMinor: 13_500, costMinor: 3_000 })
    expect(marginOf(total)).toBe(16_500)
    await f.app.close()
  })

  test('I8 without a contract the cost is not known, without a rate the amount: said, and never 0', async () => {
    const f = await firm()
    await work(f, '2026-03-10', 60)
    const { total } = await f.ok('report.run', { by: ['user'] })
    expect(total).toMatchObject({
      amountMinor: null,
      withoutRateMs: HOUR_MS,
      costMinor: null,
      withoutCostMs: HOUR_MS,
    })
    expect(marginOf(total)).toBeNull()
    await f.app.close()
  })

  test('I8 I14 time with two tags counts under each, and once in the total and in what stands above', async () => {
    const f = await firm()
    const { tagId: red } = await f.ok('tag.add', { name: 'Red' })
    const { tagId: blue } = await f.ok('tag.add', { name: 'Blue' })
    await work(f, '2026-03-10', 60, { tagIds: [red, blue] })
    await work(f, '2026-03-11', 30)
    const { rows, total } = await f.ok('report.run', { by: ['customer', 'tag'] })
    expect(rows.map(({ level, name, figures }) => [level, name, figures.ms / MINUTE_MS])).toEqual([
      [0, 'Acme', 90],
      [1, 'Blue', 60],
      [1, 'Red', 60],
      [1, null, 30],
    ])
    expect(total.ms).toBe(90 * MINUTE_MS)
    await f.app.close()
  })

  test('F10 I8 an employee sees their own time alone, and never amounts, costs or margins', async () => {
    const f = await firm()
    await f.ok('employment.set', { userId: f.bo, ...wage('hourly', 3_000) })
    await f.ok('rate.set', {
      level: 'organisation',
      subjectId: null,
      validFrom: '2026-01-01',
      amountMinor: 9_000,
    })
    await work(f, '2026-03-10', 60)
    await work(f, '2026-03-11', 30, { userId: f.bo })
    await f.ok('session.switchUser', { userId: f.bo })
    const own = await f.ok('report.run', { by: ['user'] })
    expect(own).toMatchObject({ onlyYours: true, withMoney: false })
    expect(own.rows.map(({ name }) => name)).toEqual(['Bo'])
    expect(own.total).toMatchObject({
      ms: 30 * MINUTE_MS,
      amountMinor: null,
      costMinor: null,
      withoutCostMs: 0,
    })
    await f.ok('session.switchUser', { userId: f.ana })
    await f.ok('organisation.edit', { colleaguesSeeTime: true })
    await f.ok('session.switchUser', { userId: f.bo })
    const all = await f.ok('report.run', { by: ['user'] })
    expect(all.total).toMatchObject({ ms: 90 * MINUTE_MS, amountMinor: null, costMinor: null })
    expect((await f.refused('report.budgets', {})).code).toBe('request.notPermitted')
    await f.app.close()
  })

  const definition: ReportDefinition = {
    by: ['customer', 'month'],
    range: 'thisYear',
    from: null,
    to: null,
    filter: {},
  }

  test('I10 a report is saved under a name, renamed, deleted, and each of it undone', async () => {
    const f = await firm()
    const names = async () => (await f.ok('report.list', {})).map(({ name }) => name)
    const { reportId } = await f.ok('report.save', { name: 'This year', definition })
    expect((await f.ok('report.list', {}))[0]).toMatchObject({ userId: f.ana, definition, mine: true })
    expect((await f.refused('report.save', { name: 'this YEAR', definition })).code).toBe('name.taken')
    await f.ok('report.edit', { reportId, name: 'The year' })
    const removed = await f.reply('report.remove', { reportId })
    expect(await names()).toEqual([])
    await f.ok('change.undo', { commitId: (removed.ok && removed.commitId) || '' })
    expect(await names()).toEqual(['The year'])
    await f.app.close()
  })

  test('I10 one for everybody is there for everybody; an employee makes and changes only their own', async () => {
    const f = await firm()
    const { reportId } = await f.ok('report.save', { name: 'All', definition, forAll: true })
    await f.ok('report.save', { name: 'Ana’s', definition })
    await f.ok('session.switchUser', { userId: f.bo })
    expect((await f.ok('report.list', {})).map(({ name, mine }) => [name, mine])).toEqual([['All', false]])
    expect((await f.refused('report.remove', { reportId })).code).toBe('request.notPermitted')
    expect((await f.refused('report.save', { name: 'Mine', definition, forAll: true })).code).toBe(
      'request.notPermitted',
    )
    const own = await f.ok('report.save', { name: 'Mine', definition })
    expect((await f.refused('report.edit', { reportId: own.reportId, forAll: true })).code).toBe(
      'request.notPermitted',
    )
    await f.ok('report.remove', own)
    await f.app.close()
  })

  test('I12 budgets of projects and bought hours stand together, with the day on which they run out', async () => {
    const f = await firm()
    const { projectId } = await f.ok('project.add', {
      customerId: f.acme,
      name: 'Launch',
      budgetMinutes: 600,
    })
    await f.ok('package.buy', { customerId: f.acme, minutes: 1_200, date: '2026-01-05' })
    await f.ok('entry.addAmount', {
      customerId: f.acme,
      categoryId: f.support,
      projectId,
      workDate: '2026-03-10',
      durationMs: 280 * MINUTE_MS,
      note: '',
    })
    const rows = await f.ok('report.budgets', {})
    expect(rows).toEqual([
      expect.objectContaining({
        kind: 'project',
        name: 'PROJ-1 Launch',
        usedMs: 280 * MINUTE_MS,
        leftMs: 320 * MINUTE_MS,
        runsOut: '2026-04-19',
      }),
      expect.objectContaining({
        kind: 'package',
        customerName: 'Acme',
        budgetMs: 1_200 * MINUTE_MS,
        leftMs: 920 * MINUTE_MS,
        runsOut: '2026-06-18',
      }),
    ])
    await f.ok('module.switch', { module: 'packages', on: false })
    expect((await f.ok('report.budgets', {})).map(({ kind }) => kind)).toEqual(['project'])
    await f.app.close()
  })

  test('I13 who is missing time: expected up to yesterday, without what was attended', async () => {
    const f = await firm()
    for (const userId of [f.ana, f.bo]) await f.ok('employment.set', { userId, ...wage('hourly', 3_000) })
    // The week of Wednesday the 18th: Monday and Tuesday are over.
    await work(f, '2026-03-16', 480)
    await work(f, '2026-03-17', 480)
    await work(f, '2026-03-16', 300, { userId: f.bo })
    const week = await f.ok('report.missing', {})
    expect(week).toMatchObject({
      first: '2026-03-16',
      last: '2026-03-22',
      through: '2026-03-17',
      complete: 1,
    })
    expect(week.rows).toEqual([
      {
        userId: f.bo,
        name: 'Bo',
        expectedMs: 960 * MINUTE_MS,
        attendedMs: 300 * MINUTE_MS,
        missingMs: 660 * MINUTE_MS,
        days: ['2026-03-17'],
      },
    ])
    await f.ok('session.switchUser', { userId: f.bo })
    expect((await f.ok('report.missing', { date: '2026-03-20' })).rows.map(({ name }) => name)).toEqual([
      'Bo',
    ])
    f.clock.set(at('2026-03-23 08:00'))
    expect(await f.ok('report.missing', {})).toMatchObject({ first: '2026-03-23', through: null, rows: [] })
    await f.app.close()
  })

  test('I5 I13 who left without a last day is missed only in weeks in which they worked, as the diary lists them', async () => {
    const f = await firm()
    await f.ok('employment.set', { userId: f.bo, ...wage('hourly', 3_000) })
    await work(f, '2026-03-09', 300, { userId: f.bo })
    const missed = async (date: string) =>
      (await f.ok('report.missing', { date })).rows.map(({ name }) => name).includes('Bo')
    expect([await missed('2026-03-09'), await missed('2026-03-16')]).toEqual([true, true])
    await f.ok('user.edit', { userId: f.bo, active: false, lastDate: null })
    expect([await missed('2026-03-09'), await missed('2026-03-16')]).toEqual([true, false])
    await f.app.close()
  })

  test('I2 I13 an approved absence is not missed: whole days are not expected, a training counts, of half a day the rest is', async () => {
    const f = await firm()
    await f.ok('module.switch', { module: 'absence', on: true })
    await f.ok('absenceKind.addUsual', { vacation: 'Vacation', sickness: 'Sickness', unpaid: 'Unpaid' })
    const kinds = await f.ok('absenceKind.list', {})
    const vacation = kinds.find(({ name }) => name === 'Vacation')?.id ?? ''
    const { absenceKindId: training } = await f.ok('absenceKind.add', { name: 'Training', effect: 'worked' })
    await f.ok('employment.set', { userId: f.bo, ...wage('hourly', 3_000) })
    const away = (kindId: string, firstDay: string, more: object = {}) =>
      f.ok('absence.add', { userId: f.bo, kindId, firstDay, ...more })
    const missing = async () =>
      (await f.ok('report.missing', {})).rows.filter(({ userId }) => userId === f.bo)

    // On Saturday all of its working days are over.
    f.clock.set(at('2026-03-21 08:00'))
    await away(vacation, '2026-03-16')
    await away(training, '2026-03-17')
    await away(vacation, '2026-03-18', { portion: 'half' })
    await work(f, '2026-03-19', 480, { userId: f.bo })
    expect(await missing()).toEqual([
      {
        userId: f.bo,
        name: 'Bo',
        expectedMs: (480 + 240 + 480 + 480) * MINUTE_MS,
        attendedMs: (480 + 480) * MINUTE_MS,
        missingMs: (240 + 480) * MINUTE_MS,
        days: ['2026-03-18', '2026-03-20'],
      },
    ])
    await work(f, '2026-03-18', 240, { userId: f.bo })

    // One that is only asked for is missed as before.
    await f.ok('session.switchUser', { userId: f.bo })
    const { absenceId } = await f.ok('absence.add', { kindId: vacation, firstDay: '2026-03-20' })
    expect(await missing()).toMatchObject([{ missingMs: 480 * MINUTE_MS, days: ['2026-03-20'] }])
    await f.ok('session.switchUser', { userId: f.ana })
    await f.ok('absence.approve', { absenceId })
    expect(await missing()).toEqual([])
    expect(await f.ok('report.missing', {})).toMatchObject({ complete: 1 })
    await f.app.close()
  })
})
