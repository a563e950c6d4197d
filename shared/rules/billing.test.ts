// Billing rates by table: which rate holds, what is charged, how it is rounded and explained, and what a closed period keeps (G7).
import { describe, expect, test } from 'vitest'
import type { Rate, RateLevel } from '../entities/rate.ts'
import { put } from '../entities/registry.ts'
import type { Spent } from './billing.ts'
import { amountOf, billFigures, isBillable, rateBook, setRate } from './billing.ts'
import { guardPeriod } from './guards.ts'

const rate = (level: RateLevel, subjectId: string | null, validFrom: string, amountMinor: number): Rate => ({
  id: `${level}-${subjectId ?? ''}-${validFrom}`,
  level,
  subjectId,
  validFrom,
  amountMinor,
})
const RATES = [
  rate('project', 'relaunch', '2026-05-01', 15_000),
  rate('customer', 'acme', '2026-03-01', 12_000),
  rate('customer', 'acme', '2026-07-01', 13_000),
  rate('user', 'ana', '2026-02-01', 11_000),
  rate('organisation', null, '2026-01-01', 10_000),
  rate('organisation', null, '2026-09-01', 10_500),
]
const spent = (userId: string, customerId: string | null, projectId: string | null = null): Spent => ({
  userId,
  customerId,
  projectId,
})

describe('G7 the most specific rate that is valid on the work date', () => {
  test.each<[string, Spent, string, number | null]>([
    ['nothing before the first rate', spent('ana', 'acme', 'relaunch'), '2025-12-31', null],
    ['the organisation’s on its first day', spent('ana', 'acme', 'relaunch'), '2026-01-01', 10_000],
    ['the day before the user’s begins', spent('ana', 'acme', 'relaunch'), '2026-01-31', 10_000],
    ['the user’s before the organisation’s', spent('ana', 'acme', 'relaunch'), '2026-02-01', 11_000],
    ['the customer’s before the user’s', spent('ana', 'acme', 'relaunch'), '2026-03-01', 12_000],
    ['the project’s before the customer’s', spent('ana', 'acme', 'relaunch'), '2026-05-01', 15_000],
    [
      'a newer rate of the customer does not come before the project’s',
      spent('ana', 'acme', 'relaunch'),
      '2026-08-01',
      15_000,
    ],
    ['without the project, the customer’s newest', spent('ana', 'acme'), '2026-07-01', 13_000],
    ['and its earlier one until then', spent('ana', 'acme'), '2026-06-30', 12_000],
    ['another project of the customer', spent('ana', 'acme', 'website'), '2026-06-30', 12_000],
    ['another customer: the user’s', spent('ana', 'globex'), '2026-10-01', 11_000],
    ['another user and customer: the organisation’s rise', spent('ben', 'globex'), '2026-09-01', 10_500],
    ['no customer at all', spent('ben', null), '2026-08-31', 10_000],
  ])('%s', (_name, of, date, amount) => {
    expect(rateBook(RATES).rateOn(of, date)?.amountMinor ?? null).toBe(amount)
    expect(rateBook([...RATES].reverse()).rateOn(of, date)?.amountMinor ?? null).toBe(amount)
  })

  test('an id is not taken for the id of another noun', () => {
    const same = [rate('user', 'x', '2026-01-01', 1), rate('customer', 'x', '2026-01-01', 2)]
    expect(rateBook(same).rateOn(spent('x', null, 'x'), '2026-01-01')?.amountMinor).toBe(1)
    expect(rateBook(same).rateOn(spent('y', 'x'), '2026-01-01')?.amountMinor).toBe(2)
  })

  test('a rate of 0 is a rate', () => {
    const free = [...RATES, rate('customer', 'friends', '2026-01-01', 0)]
    expect(rateBook(free).rateOn(spent('ana', 'friends'), '2026-08-01')?.amountMinor).toBe(0)
  })
})

describe('the amount of an entry', () => {
  test.each<[string, number, number, number]>([
    ['an hour is the rate', 3_600_000, 9_500, 9_500],
    ['half a cent goes up', 1_800_000, 1, 1],
    ['just below half a cent goes down', 1_799_999, 1, 0],
    ['1:55:20 at 15.01: 2885.26 cents', 6_920_000, 1_501, 2_885],
    ['nothing at no time', 0, 9_500, 0],
    ['free of charge', 3_600_000, 0, 0],
    ['a day of 25 hours at the highest rate', 90_000_000, 50_000_000_000, 1_250_000_000_000],
  ])('%s', (_name, ms, amountMinor, expected) => {
    expect(amountOf(ms, { amountMinor })).toBe(expected)
  })

  test.each<[boolean, Parameters<typeof isBillable>]>([
    [true, [null, { billType: 'billable' }, null]],
    [true, [null, { billType: 'billable' }, { billable: true }]],
    [false, [null, { billType: 'billable' }, { billable: false }]],
    [false, [null, { billType: 'nonBillable' }, null]],
    [false, [null, { billType: 'nonBillable' }, { billable: true }]],
    [false, [null, null, null]],
    [false, [null, null, { billable: true }]],
    [false, [false, { billType: 'billable' }, { billable: true }]],
    [true, [true, { billType: 'nonBillable' }, { billable: false }]],
    [true, [true, null, null]],
  ])('billable is %s where itself, category and project are %j', (expected, [own, category, project]) => {
    expect(isBillable(own, category, project)).toBe(expected)
  })
})

describe('G7 the figures with their steps', () => {
  const nothing = { entries: 0, ms: 0 }
  const shareOf = (of: Rate, name: string | null, amountMinor: number) => ({
    rate: of,
    name,
    entries: 2,
    ms: 3_600_000,
    amountMinor,
  })

  test('no rate is no amount, which is not 0', () => {
    const withoutRate = { entries: 3, ms: 7_200_000 }
    expect(billFigures({ shares: [], withoutRate, notBillable: nothing })).toEqual({
      amountMinor: null,
      billedMs: 0,
      steps: [
        { code: 'amount.withoutRate', values: withoutRate },
        { code: 'amount.none', values: {} },
      ],
    })
    const free = shareOf(rate('organisation', null, '2026-01-01', 0), null, 0)
    expect(billFigures({ shares: [free], withoutRate: nothing, notBillable: nothing }).amountMinor).toBe(0)
  })

  test('a step for each rate, the most specific and newest first, then what is not charged, then the sum', () => {
    const [project, old, now, user, organisation] = RATES as [Rate, Rate, Rate, Rate, Rate]
    const { amountMinor, billedMs, steps } = billFigures({
      shares: [
        shareOf(organisation, null, 1),
        shareOf(user, 'Ana', 20),
        shareOf(old, 'Acme', 300),
        shareOf(now, 'Acme', 4000),
        shareOf(project, 'Relaunch', 50_000),
      ],
      withoutRate: { entries: 1, ms: 5 },
      notBillable: { entries: 1, ms: 6 },
    })
    expect([amountMinor, billedMs]).toEqual([54_321, 5 * 3_600_000])
    expect(steps.map(({ code, values, resultMinor }) => [code, values['from'], resultMinor])).toEqual([
      ['amount.project', '2026-05-01', 15_000],
      ['amount.customer', '2026-07-01', 13_000],
      ['amount.customer', '2026-03-01', 12_000],
      ['amount.user', '2026-02-01', 11_000],
      ['amount.organisation', '2026-01-01', 10_000],
      // What each entry's own rounding made of them.
      ['amount.rounding', undefined, 54_321 - 61_000],
      ['amount.withoutRate', undefined, undefined],
      ['amount.notBillable', undefined, undefined],
      ['amount.sum', undefined, 54_321],
    ])
  })
})

describe('G7 a closed period keeps its rates', () => {
  const version = { level: 'customer' as const, subjectId: 'acme', validFrom: '2026-03-01', amountMinor: 1 }
  const ctx = { newId: () => 'new' }

  test('a new rate is added, one of the same day replaced', () => {
    expect(setRate(version, [], ctx)).toMatchObject({
      value: { value: { rateId: 'new' } },
    })
    const known = { ...version, id: 'known', amountMinor: 9 }
    expect(setRate(version, [known], ctx)).toMatchObject({
      value: { changes: [put('rate', { ...version, id: 'known' })] },
    })
  })

  test('C18 whichever way a change comes, the guard refuses it; but a rate goes with what it is for', () => {
    const before = { ...version, id: 'r' }
    const gone = { entity: 'rate' as const, before, after: null }
    expect(guardPeriod([gone], '2026-03-01')).toMatchObject({ code: 'rate.priorPeriod' })
    expect(guardPeriod([{ entity: 'rate', before: null, after: before }], '2026-03-01')).not.toBeNull()
    const later = { ...before, validFrom: '2026-04-01' }
    expect(guardPeriod([{ entity: 'rate', before, after: later }], '2026-03-01')).not.toBeNull()
    expect(guardPeriod([{ entity: 'rate', before: null, after: later }], '2026-03-01')).toBeNull()
    const category = { id: 'acme' } as never
    expect(
      guardPeriod([gone, { entity: 'customer', before: category, after: null }], '2026-03-01'),
    ).toBeNull()
  })
})
