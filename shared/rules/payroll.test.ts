// Pay by table: expected time, extra hours and salary of a month, and that the steps lead to the figures.
import { describe, expect, test } from 'vitest'
import { HOUR_MS } from '../base/duration.ts'
import { daysOfMonth, weekdayOf } from '../base/localDate.ts'
import type { Employment } from '../entities/employment.ts'
import { DEFAULT_RULES } from '../entities/rules.ts'
import type { TimeRules } from '../entities/rules.ts'
import { monthFigures } from './payroll.ts'
import { expectedByDay, expectedMsOn, termsOf } from './terms.ts'
import type { Basis } from './terms.ts'

const FULL_WEEK = [480, 480, 480, 480, 480, 0, 0]
const contract = (over: Partial<Employment> = {}): Employment => ({
  id: 'c1',
  userId: 'u1',
  validFrom: '2025-01-01',
  expectedMinutes: FULL_WEEK,
  expectedMonthMinutes: null,
  wage: { kind: 'hourly', amountMinor: 3000 },
  extraBy: 'month',
  extraHourMinor: 4500,
  extraSteps: [],
  supplements: [],
  bonusMinor: 0,
  ...over,
})
const basis = (over: Partial<Basis> = {}): Basis => ({
  from: '',
  rules: DEFAULT_RULES,
  startDate: null,
  lastDate: null,
  contracted: false,
  ...over,
})
/** What holds for a user without a contract. */
const byRules = (rules: Partial<TimeRules> = {}, startDate: string | null = null) =>
  termsOf([], [basis({ rules: { ...DEFAULT_RULES, ...rules }, startDate })])
const byContracts = (...contracts: Employment[]) => termsOf(contracts, [basis({ contracted: true })])
const none: ReadonlyMap<string, string> = new Map()

/** So many hours on each of the first working days of March 2026 (22 working days, 176 expected hours). */
const days = (hours: number, count: number, month = '2026-03') =>
  new Map(
    daysOfMonth(month)
      .filter((date) => weekdayOf(date) <= 5)
      .slice(0, count)
      .map((date) => [date, { totalMs: hours * HOUR_MS, bookedMs: hours * HOUR_MS, entryCount: 1 }] as const),
  )

const figures = (over: Partial<Parameters<typeof monthFigures>[0]>) =>
  monthFigures({
    month: '2026-03',
    days: days(8, 22),
    terms: byContracts(contract()),
    holidays: none,
    weekStart: 1,
    former: false,
    ...over,
  })

describe('B34 B47 the month of a user', () => {
  test.each([
    ['hourly, exactly as expected', {}, 176, 0, 176 * 3000],
    ['hourly, with extra hours', { days: days(9, 22) }, 198, 22, 176 * 3000 + 22 * 4500],
    ['hourly, fewer hours', { days: days(8, 10) }, 80, 0, 80 * 3000],
    [
      'monthly wage, fewer hours',
      {
        days: days(8, 10),
        terms: byContracts(contract({ wage: { kind: 'monthly', amountMinor: 420_000 } })),
      },
      80,
      0,
      420_000,
    ],
    [
      'monthly wage, extra hours and bonus',
      {
        days: days(9, 22),
        terms: byContracts(contract({ wage: { kind: 'monthly', amountMinor: 420_000 }, bonusMinor: 10_000 })),
      },
      198,
      22,
      420_000 + 22 * 4500 + 10_000,
    ],
    [
      'a month of a fixed number of hours',
      { terms: byContracts(contract({ expectedMonthMinutes: 160 * 60 })) },
      176,
      16,
      160 * 3000 + 16 * 4500,
    ],
    ['nothing recorded', { days: new Map() }, 0, 0, 0],
  ])('%s', (_, facts, totalHours, extraHours, salaryMinor) => {
    const result = figures(facts)
    expect(result.totalMs).toBe(totalHours * HOUR_MS)
    expect(result.extraMs).toBe(extraHours * HOUR_MS)
    expect(result.salaryMinor).toBe(salaryMinor)
  })

  test('a public holiday is expected to be free', () => {
    const holidays = new Map([['2026-03-06', 'Founders’ Day']])
    expect(figures({ holidays }).expectedMs).toBe(168 * HOUR_MS)
    expect(expectedMsOn({ terms: byContracts(contract()), holidays }, '2026-03-06')).toBe(0)
  })

  test('without a contract the rules say what is expected, and no salary is invented', () => {
    const result = figures({ terms: byRules() })
    expect(result).toMatchObject({ expectedMs: 176 * HOUR_MS, salaryMinor: null })
    expect(result.steps.salary).toEqual([{ code: 'salary.noContract', values: {} }])
    expect(figures({ terms: byRules({ expectedMonthMinutes: 6000 }) }).expectedMs).toBe(100 * HOUR_MS)
  })

  test('G7 a contract that changes within the month: each version accounts for its own days', () => {
    const before = contract({ wage: { kind: 'monthly', amountMinor: 310_000 } })
    const after = contract({
      id: 'c2',
      validFrom: '2026-03-16',
      wage: { kind: 'monthly', amountMinor: 620_000 },
    })
    const result = figures({ terms: byContracts(after, before) })
    // 15 of 31 days of the first, 16 of 31 of the second.
    expect(result.salaryMinor).toBe(150_000 + 320_000)
    expect(figures({ terms: byContracts(before) }).salaryMinor).toBe(310_000)
  })

  test('a user who begins within the month owes nothing before', () => {
    const result = figures({ terms: byContracts(contract({ validFrom: '2026-03-16' })), days: new Map() })
    expect(result.expectedMs).toBe(12 * 8 * HOUR_MS)
  })

  test('B36 B48 somebody without a contract owes nothing before their start date, and is told so', () => {
    const result = figures({ terms: byRules({}, '2026-03-16'), days: days(8, 22) })
    expect(result).toMatchObject({
      expectedMs: 12 * 8 * HOUR_MS,
      extraMs: 10 * 8 * HOUR_MS,
      salaryMinor: null,
    })
    expect(result.steps.extra).toMatchObject([
      { code: 'expected.beforeStart', values: { first: '2026-03-01', last: '2026-03-15' }, resultMs: 0 },
      { code: 'expected.rules', values: { first: '2026-03-16', last: '2026-03-31' } },
      { code: 'extra.difference', resultMs: 10 * 8 * HOUR_MS },
      { code: 'extra.share', values: { first: '2026-03-01', last: '2026-03-15' } },
    ])
    expect(figures({ terms: byRules({}, '2026-04-01'), days: new Map() })).toMatchObject({
      expectedMs: 0,
      extraMs: 0,
    })
    expect(figures({ terms: byRules({ expectedMonthMinutes: 31 * 60 }, '2026-03-31') }).expectedMs).toBe(
      HOUR_MS,
    )
  })

  test('G7 the steps of the salary add up to it', () => {
    const { steps, salaryMinor } = figures({
      days: days(9, 22),
      terms: byContracts(contract({ bonusMinor: 5000 })),
    })
    const parts = steps.salary.filter(({ code }) => code !== 'salary.sum')
    expect(parts.map(({ code }) => code)).toEqual(['salary.hourly', 'salary.extra', 'salary.bonus'])
    expect(parts.reduce((sum, { resultMinor = 0 }) => sum + resultMinor, 0)).toBe(salaryMinor)
  })
})

test.each([
  ['without a contract', byRules()],
  ['where somebody without a contract begins within the month', byRules({}, '2026-05-13')],
  ['under one contract', byContracts(contract({ expectedMinutes: [480, 420, 360, 300, 240, 60, 0] }))],
  ['before the first contract', byContracts(contract({ validFrom: '2026-06-01' }))],
  [
    'where it changes within the month',
    byContracts(
      contract(),
      contract({ id: 'c2', validFrom: '2026-05-13', expectedMinutes: [60, 60, 60, 60, 60, 60, 60] }),
    ),
  ],
])('B36 B48 what is expected of each day of a month is that of the day by itself, %s', (_, terms) => {
  // A Friday and a Thursday, so that a working day is free.
  const holidays = new Map([
    ['2026-05-01', 'Labour Day'],
    ['2026-05-14', 'Ascension Day'],
  ])
  const facts = { month: '2026-05', terms, holidays }
  expect(expectedByDay(facts)).toEqual(daysOfMonth('2026-05').map((date) => expectedMsOn(facts, date)))
})
