// Billing rates through the whole application: set, undone, guarded, hidden from employees; and what a customer's time is worth.
import { wholeMinutes } from '../shared/rules/countedTime.ts'
import { randomInt } from 'node:crypto'
import Database from 'better-sqlite3'
import { afterEach, describe, expect, test } from 'vitest'
import { HOUR_MS } from '../shared/base/duration.ts'
import type { ArgsOf, RequestName } from '../shared/contract/contract.ts'
import { amountOf } from '../shared/rules/billing.ts'
import { amountSql } from './facts/billed.ts'
import { at, openFirm } from './testing/testApp.ts'
import type { Firm } from './testing/testApp.ts'

const open: Firm['app'][] = []
const firm = async (start = '2026-04-15 09:00'): Promise<Firm> => {
  const opened = await openFirm(start)
  open.push(opened.app)
  return opened
}
afterEach(async () => {
  for (const app of open.splice(0)) await app.close()
})

const commit = async <N extends RequestName>(f: Firm, name: N, args: ArgsOf<N>): Promise<string> => {
  const reply = await f.reply(name, args)
  if (!reply.ok) throw new Error(`${name}: ${reply.error.code}`)
  return reply.commitId ?? ''
}
const organisation = (validFrom: string, amountMinor: number) =>
  ({ level: 'organisation', subjectId: null, validFrom, amountMinor }) as const
const customer = (subjectId: string, validFrom: string, amountMinor: number) =>
  ({ level: 'customer', subjectId, validFrom, amountMinor }) as const
const project = (subjectId: string, validFrom: string, amountMinor: number) =>
  ({ level: 'project', subjectId, validFrom, amountMinor }) as const
const user = (subjectId: string, validFrom: string, amountMinor: number) =>
  ({ level: 'user', subjectId, validFrom, amountMinor }) as const

const work = (f: Firm, from: string, to: string, over: Partial<ArgsOf<'entry.add'>> = {}) =>
  f.ok('entry.add', {
    customerId: f.acme,
    categoryId: f.support,
    startAt: at(from),
    endAt: at(to),
    ...over,
  })
const amount = (f: Firm, customerId = f.acme) => f.ok('customer.amount', { customerId })

describe('G7 rates', () => {
  test('one of each subject and day: the same day is replaced; an unknown subject is refused', async () => {
    const f = await firm()
    const { rateId } = await f.ok('rate.set', organisation('2026-01-01', 9_000))
    expect(await f.ok('rate.set', organisation('2026-01-01', 9_500))).toEqual({ rateId })
    await f.ok('rate.set', customer(f.acme, '2026-01-01', 12_000))
    await f.ok('rate.set', customer(f.globex, '2026-01-01', 8_000))
    await f.ok('rate.set', user(f.ana, '2026-01-01', 11_000))
    expect(
      (await f.ok('rate.list', {})).map((rate) => [rate.level, rate.subjectName, rate.amountMinor]),
    ).toEqual(
      expect.arrayContaining([
        ['organisation', null, 9_500],
        ['user', 'Ana Weber', 11_000],
        ['customer', 'Acme', 12_000],
        ['customer', 'Globex', 8_000],
      ]),
    )
    expect(await f.ok('rate.list', { customerId: f.acme })).toMatchObject([
      { subjectId: f.acme, customerId: f.acme },
    ])
    for (const level of ['user', 'customer', 'project'] as const)
      for (const subjectId of ['nobody', null])
        expect(
          await f.refused('rate.set', { level, subjectId, validFrom: '2026-01-01', amountMinor: 1 }),
        ).toMatchObject({ code: `notFound.${level}` })
    expect(await f.refused('rate.remove', { rateId: 'none' })).toMatchObject({ code: 'notFound.rate' })
    expect(await f.refused('rate.set', organisation('2026-01-01', -1))).toMatchObject({
      code: 'request.invalid',
    })
  })

  test('what belongs to the organisation names nobody, whatever was given', async () => {
    const f = await firm()
    await f.ok('rate.set', { ...organisation('2026-01-01', 1), subjectId: f.acme })
    expect(await f.ok('rate.list', {})).toMatchObject([{ level: 'organisation', subjectId: null }])
  })

  test('G11 setting and removing are undone; no undo leaves two of one day', async () => {
    const f = await firm()
    const first = await commit(f, 'rate.set', organisation('2026-01-01', 9_000))
    const second = await commit(f, 'rate.set', organisation('2026-01-01', 9_500))
    await f.ok('change.undo', { commitId: second })
    expect(await f.ok('rate.list', {})).toMatchObject([{ amountMinor: 9_000 }])
    const [known] = await f.ok('rate.list', {})
    const removed = await commit(f, 'rate.remove', { rateId: known?.id ?? '' })
    expect(await f.ok('rate.list', {})).toEqual([])
    await f.ok('rate.set', organisation('2026-01-01', 7_000))
    expect(await f.refused('change.undo', { commitId: removed })).toMatchObject({ code: 'request.conflict' })
    expect(await f.refused('change.undo', { commitId: first })).toMatchObject({ code: 'undo.changedSince' })
    expect(await f.ok('rate.list', {})).toMatchObject([{ amountMinor: 7_000 }])
  })

  test('C18 a closed period keeps its rates: not by a command, and not by an undo', async () => {
    const f = await firm()
    const set = await commit(f, 'rate.set', organisation('2026-01-01', 9_000))
    const [known] = await f.ok('rate.list', {})
    await work(f, '2026-02-02 09:00', '2026-02-02 11:00')
    const before = await amount(f)
    await f.ok('period.close', { through: '2026-03-31' })
    expect(await f.refused('rate.set', organisation('2026-03-31', 1))).toMatchObject({
      code: 'rate.priorPeriod',
      details: { values: { through: '2026-03-31' } },
    })
    expect(await f.refused('rate.set', customer(f.acme, '2026-02-01', 1))).toMatchObject({
      code: 'rate.priorPeriod',
    })
    expect(await f.refused('rate.remove', { rateId: known?.id ?? '' })).toMatchObject({
      code: 'rate.priorPeriod',
    })
    expect(await f.refused('change.undo', { commitId: set })).toMatchObject({ code: 'undo.periodClosed' })
    const later = await commit(f, 'rate.set', organisation('2026-04-01', 1))
    expect(await amount(f)).toEqual(before)
    await f.ok('change.undo', { commitId: later })
    expect(await amount(f)).toEqual(before)
  })

  test('G11 a customer, user or project without time goes with its rates and comes back with them', async () => {
    const f = await firm()
    const { userId: bo } = await f.ok('user.add', { name: 'Bo' })
    await f.ok('rate.set', customer(f.globex, '2026-01-01', 8_000))
    const { projectId } = await f.ok('project.add', { customerId: f.globex, name: 'Relaunch' })
    const { projectId: other } = await f.ok('project.add', { customerId: f.acme, name: 'Website' })
    await f.ok('rate.set', project(projectId, '2026-01-01', 6_000))
    await f.ok('rate.set', project(other, '2026-01-01', 5_000))
    await f.ok('rate.set', user(bo, '2026-01-01', 7_000))
    const rates = await f.ok('rate.list', {})
    const gone = [
      await commit(f, 'customer.remove', { customerId: f.globex }),
      await commit(f, 'project.remove', { projectId: other }),
      await commit(f, 'user.remove', { userId: bo }),
    ]
    expect(await f.ok('rate.list', {})).toEqual([])
    for (const commitId of gone.reverse()) await f.ok('change.undo', { commitId })
    expect(await f.ok('rate.list', {})).toEqual(rates)
  })

  test('G7 it goes with its rates also where these begin in a closed period, for it has no time there', async () => {
    const f = await firm()
    await f.ok('rate.set', customer(f.globex, '2026-01-01', 8_000))
    await f.ok('period.close', { through: '2026-01-31' })
    await f.ok('customer.remove', { customerId: f.globex })
    expect(await f.ok('rate.list', {})).toEqual([])
  })

  test('a customer with time is kept for the past, and so are its rates', async () => {
    const f = await firm()
    await work(f, '2026-02-02 09:00', '2026-02-02 11:00')
    await f.ok('rate.set', customer(f.acme, '2026-01-01', 8_000))
    await f.ok('customer.remove', { customerId: f.acme })
    expect(await amount(f)).toMatchObject({ amountMinor: 16_000 })
    expect(await f.refused('rate.set', customer(f.acme, '2026-03-01', 9_000))).toMatchObject({
      code: 'notFound.customer',
    })
  })

  test('G11 an addition that a rate refers to is not undone', async () => {
    const f = await firm()
    const added = await commit(f, 'customer.add', { name: 'Initech' })
    const [initech] = (await f.ok('customer.list', { search: 'Initech' })).rows
    await f.ok('rate.set', customer(initech?.id ?? '', '2026-01-01', 8_000))
    expect(await f.refused('change.undo', { commitId: added })).toMatchObject({ code: 'inUse.customer' })
  })

  test('managers see and set rates; an employee sees no amount, whichever way it asks', async () => {
    const f = await firm()
    await f.ok('rate.set', organisation('2026-01-01', 9_000))
    await work(f, '2026-02-02 09:00', '2026-02-02 11:00')
    const { userId: manager } = await f.ok('user.add', { name: 'Mo', role: 'manager' })
    const { userId: employee } = await f.ok('user.add', { name: 'Em', role: 'employee' })
    await f.ok('session.switchUser', { userId: manager })
    const { rateId } = await f.ok('rate.set', organisation('2026-03-01', 9_100))
    await f.ok('rate.remove', { rateId })
    expect(await amount(f)).toMatchObject({ amountMinor: 18_000 })
    await f.ok('session.switchUser', { userId: employee })
    const notPermitted = { code: 'request.notPermitted' }
    expect(await f.refused('rate.list', {})).toMatchObject(notPermitted)
    expect(await f.refused('customer.amount', { customerId: f.acme })).toMatchObject(notPermitted)
    expect(await f.refused('rate.set', organisation('2026-03-01', 1))).toMatchObject(notPermitted)
    expect(await f.refused('rate.remove', { rateId })).toMatchObject(notPermitted)
    expect((await f.ok('app.state', {})).permitted).not.toContain('customer.amount')
  })
})

describe('G7 the amount of a customer', () => {
  test('goes by the rate of each work date, only for billable time, and says how', async () => {
    const f = await firm()
    await f.ok('category.edit', { categoryId: f.meeting, billType: 'nonBillable' })
    const { userId: bo } = await f.ok('user.add', { name: 'Bo' })
    await f.ok('rate.set', organisation('2026-01-01', 9_000))
    await f.ok('rate.set', organisation('2026-03-01', 10_000))
    await f.ok('rate.set', user(bo, '2026-02-01', 20_000))
    await work(f, '2025-12-31 09:00', '2025-12-31 10:00')
    await work(f, '2026-02-28 09:00', '2026-02-28 11:00')
    await work(f, '2026-03-01 09:00', '2026-03-01 10:30')
    await work(f, '2026-03-01 09:00', '2026-03-01 10:00', { userId: bo })
    await work(f, '2026-03-02 09:00', '2026-03-02 12:00', { categoryId: f.meeting })
    await work(f, '2026-03-03 09:00', '2026-03-03 10:00', { customerId: f.globex })
    expect(await amount(f)).toEqual({
      amountMinor: 20_000 + 15_000 + 18_000,
      billedMs: 4.5 * HOUR_MS,
      anyRates: true,
      steps: [
        {
          code: 'amount.user',
          values: { name: 'Bo', from: '2026-02-01', rateMinor: 20_000, ms: HOUR_MS, entries: 1 },
          resultMinor: 20_000,
        },
        {
          code: 'amount.organisation',
          values: { name: null, from: '2026-03-01', rateMinor: 10_000, ms: 1.5 * HOUR_MS, entries: 1 },
          resultMinor: 15_000,
        },
        {
          code: 'amount.organisation',
          values: { name: null, from: '2026-01-01', rateMinor: 9_000, ms: 2 * HOUR_MS, entries: 1 },
          resultMinor: 18_000,
        },
        { code: 'amount.withoutRate', values: { entries: 1, ms: HOUR_MS } },
        { code: 'amount.notBillable', values: { entries: 1, ms: 3 * HOUR_MS } },
        { code: 'amount.sum', values: {}, resultMinor: 53_000 },
      ],
    })
    await f.ok('rate.set', customer(f.acme, '2026-01-01', 0))
    expect((await amount(f)).amountMinor).toBe(0)
  })

  test('time on a project goes by the project’s rate, and on one that is not billable by none', async () => {
    const f = await firm()
    const { projectId } = await f.ok('project.add', { customerId: f.acme, name: 'Relaunch' })
    const { projectId: gift } = await f.ok('project.add', {
      customerId: f.acme,
      name: 'Gift',
      billable: false,
    })
    await f.ok('rate.set', customer(f.acme, '2026-01-01', 9_000))
    await f.ok('rate.set', project(projectId, '2026-02-01', 15_000))
    await f.ok('rate.set', project(gift, '2026-02-01', 1))
    await work(f, '2026-01-31 09:00', '2026-01-31 10:00', { projectId })
    await work(f, '2026-02-02 09:00', '2026-02-02 10:00', { projectId })
    await work(f, '2026-02-02 11:00', '2026-02-02 12:00')
    await work(f, '2026-02-02 13:00', '2026-02-02 14:00', { projectId: gift })
    expect((await amount(f)).steps).toMatchObject([
      { code: 'amount.project', values: { name: 'Relaunch', rateMinor: 15_000 }, resultMinor: 15_000 },
      { code: 'amount.customer', values: { name: 'Acme', ms: 2 * HOUR_MS }, resultMinor: 18_000 },
      { code: 'amount.notBillable', values: { ms: HOUR_MS } },
      { code: 'amount.sum', resultMinor: 33_000 },
    ])
    expect((await f.ok('rate.list', { customerId: f.acme })).map(({ subjectName }) => subjectName)).toEqual([
      'Acme',
      expect.any(String),
      expect.any(String),
    ])
    expect(await f.ok('rate.list', { customerId: f.globex })).toEqual([])
  })

  test('without any rate there is none, and nothing to be shown', async () => {
    const f = await firm()
    await work(f, '2026-02-28 09:00', '2026-02-28 11:00')
    expect(await amount(f)).toMatchObject({ amountMinor: null, anyRates: false })
    expect(await f.refused('customer.amount', { customerId: 'nobody' })).toMatchObject({
      code: 'notFound.customer',
    })
  })

  test('is the sum of its entries, each rounded by the rule, whatever their length and rate', async () => {
    const f = await firm()
    await f.ok('rate.set', organisation('2026-01-01', 9_999))
    await f.ok('rate.set', organisation('2026-02-01', 10_001))
    let expected = 0
    for (let n = 0; n < 60; n += 1) {
      const day = `2026-0${n % 2 === 0 ? 1 : 2}-${String(10 + Math.floor(n / 6)).padStart(2, '0')}`
      const startAt = at(`${day} ${String(6 + (n % 6) * 2).padStart(2, '0')}:00`)
      const ms = 1 + randomInt(HOUR_MS)
      await f.ok('entry.add', {
        customerId: f.acme,
        categoryId: f.support,
        startAt,
        endAt: startAt + ms,
      })
      expected += amountOf(wholeMinutes(ms), { amountMinor: n % 2 === 0 ? 9_999 : 10_001 })
    }
    expect((await amount(f)).amountMinor).toBe(expected)
  })
})

test('the data file multiplies and rounds as the rule does, up to the longest day and the highest rate', () => {
  const db = new Database(':memory:')
  const charged = db.prepare<[number, number], number>(`SELECT ${amountSql('CAST(? AS INTEGER)')}`).pluck()
  const cases: [number, number][] = [
    [0, 0],
    [1_800_000, 1],
    [1_799_999, 1],
    [6_920_000, 1_501],
    [93_600_000, 50_000_000_000],
    ...Array.from({ length: 2000 }, (): [number, number] => [
      randomInt(93_600_001),
      randomInt(50_000_000_001),
    ]),
  ]
  for (const [ms, amountMinor] of cases)
    expect(charged.get(ms, amountMinor), `${ms} × ${amountMinor}`).toBe(amountOf(ms, { amountMinor }))
  db.close()
})
