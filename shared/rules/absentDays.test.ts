// What absences do to days, and through them to a month's figures (I1, I2).
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { HOUR_MS, MINUTE_MS } from '../base/duration.ts'
import { addDays, daysOfMonth, weekdayOf } from '../base/localDate.ts'
import type { Absence } from '../entities/absence.ts'
import type { AbsenceEffect } from '../entities/absenceKind.ts'
import type { Employment } from '../entities/employment.ts'
import { fullDayOf } from './absence.ts'
import type { AbsentDays } from './absentDays.ts'
import { absentDays } from './absentDays.ts'
import { monthFigures } from './payroll.ts'
import { expectedByDay, expectedMsOn, termsOf } from './terms.ts'
import { owedByDay, owedMs } from './timeAccount.ts'

const MONTH = '2026-03'
const holidays = new Map([['2026-03-06', 'Local Day']])

const contract = (over: Partial<Employment> = {}): Employment => ({
  id: 'e',
  userId: 'u',
  validFrom: '2026-01-01',
  expectedMinutes: [480, 480, 480, 480, 480, 0, 0],
  expectedMonthMinutes: null,
  wage: { kind: 'monthly', amountMinor: 300_000 },
  extraBy: 'month',
  extraHourMinor: 3_000,
  extraSteps: [],
  supplements: [],
  bonusMinor: 0,
  ...over,
})
const terms = (...contracts: Employment[]) =>
  termsOf(contracts, [
    {
      from: '',
      contracted: true,
      startDate: null,
      lastDate: null,
      rules: { expectedDayMinutes: 0, expectedMonthMinutes: null },
    },
  ])

let made = 0
const absence = (over: Partial<Absence> = {}): Absence => ({
  id: `a${(made += 1)}`,
  userId: 'u',
  kindId: 'relieved',
  firstDay: '2026-03-02',
  lastDay: '2026-03-02',
  portion: 'whole',
  minutes: null,
  status: 'approved',
  note: '',
  reason: '',
  ...over,
})
const SPAN = { first: '2026-03-01', last: '2026-03-31' }
/** A kind is called after what it does; one that draws on the vacation begins with a V. */
const kindOn = (kindId: string) => ({
  effect: kindId.replace('V', '') as AbsenceEffect,
  vacation: kindId.startsWith('V'),
})

function absentOf(absences: readonly Absence[], contracts = [contract()], span = SPAN): AbsentDays {
  const of = { terms: terms(...contracts), holidays }
  return absentDays(absences, span, { expectedMs: (date) => expectedMsOn(of, date), kindOn })
}

function figures(
  absences: readonly Absence[],
  workedMs: Record<string, number> = {},
  ...contracts: Employment[]
) {
  const list = contracts.length === 0 ? [contract()] : contracts
  return monthFigures({
    month: MONTH,
    terms: terms(...list),
    holidays,
    days: new Map(
      Object.entries(workedMs).map(([date, totalMs]) => [
        date,
        { totalMs, bookedMs: totalMs, entryCount: 1 },
      ]),
    ),
    weekStart: 1,
    former: false,
    absent: absentOf(absences, list),
  })
}

describe('what an absence takes of a day', () => {
  test.each([
    ['I1 a whole day', {}, 480],
    ['I1 half a day', { portion: 'half' }, 240],
    ['I1 hours', { portion: 'hours', minutes: 95 }, 95],
    ['I1 hours take no more than is expected', { portion: 'hours', minutes: 600 }, 480],
    ['I1 nothing on a Saturday', { firstDay: '2026-03-07', lastDay: '2026-03-07' }, 0],
    ['I1 nothing on a public holiday', { firstDay: '2026-03-06', lastDay: '2026-03-06' }, 0],
    ['I1 a week with a holiday in it is four days', { lastDay: '2026-03-08' }, 4 * 480],
    ['I1 nothing before the contract', { firstDay: '2025-12-01', lastDay: '2025-12-05' }, 0],
  ] as const)('%s', (_, over, minutes) => {
    const days = absentOf([absence(over as Partial<Absence>)], undefined, {
      first: '2025-01-01',
      last: '2026-12-31',
    })
    expect([...days.values()].reduce((sum, { loweredMs }) => sum + loweredMs, 0)).toBe(minutes * MINUTE_MS)
  })

  test('I3 a day of vacation is a hundred hundredths, halves and hours their part', () => {
    const drawn = (over: Partial<Absence>): number =>
      [...absentOf([absence({ kindId: 'Vrelieved', ...over })]).values()].reduce(
        (sum, { hundredths }) => sum + hundredths,
        0,
      )
    expect(drawn({ lastDay: '2026-03-08' })).toBe(400)
    expect(drawn({ portion: 'half' })).toBe(50)
    expect(drawn({ portion: 'hours', minutes: 160 })).toBe(33)
    expect(drawn({ kindId: 'relieved' })).toBe(0)
  })

  test('I1 across a change of the contract each day counts by its own', () => {
    const half = contract({ id: 'f', validFrom: '2026-03-11', expectedMinutes: [240, 240, 240, 0, 0, 0, 0] })
    const days = absentOf([absence({ firstDay: '2026-03-09', lastDay: '2026-03-13' })], [contract(), half])
    expect([...days].map(([date, { loweredMs }]) => [date, loweredMs / MINUTE_MS])).toEqual([
      ['2026-03-09', 480],
      ['2026-03-10', 480],
      ['2026-03-11', 240],
    ])
  })
})

describe('what it does to a month', () => {
  const whole = 21 * 8 * HOUR_MS

  test('I2 relieved: less is expected, and pay stays', () => {
    const of = figures([absence({ firstDay: '2026-03-09', lastDay: '2026-03-13' })])
    expect(of).toMatchObject({ expectedMs: whole - 40 * HOUR_MS, totalMs: 0, salaryMinor: 300_000 })
    expect(of.steps.extra.map(({ code }) => code)).toEqual([
      'expected.weekdays',
      'expected.absence',
      'extra.difference',
    ])
  })

  test('I2 worked: its hours count, and an hourly wage pays them', () => {
    const hourly = contract({ wage: { kind: 'hourly', amountMinor: 2_000 } })
    const of = figures(
      [absence({ kindId: 'worked', portion: 'half' })],
      { '2026-03-02': 4 * HOUR_MS },
      hourly,
    )
    expect(of).toMatchObject({ expectedMs: whole, totalMs: 8 * HOUR_MS, salaryMinor: 16_000 })
    expect(of.steps.total.at(-1)).toMatchObject({
      code: 'total.absence',
      values: { attendedMs: 4 * HOUR_MS, creditedMs: 4 * HOUR_MS },
      resultMs: 8 * HOUR_MS,
    })
  })

  test('I2 unpaid: a monthly wage is lowered by its part of what was expected', () => {
    const of = figures([absence({ kindId: 'unpaid', firstDay: '2026-03-09', lastDay: '2026-03-11' })])
    expect(of.expectedMs).toBe(whole - 24 * HOUR_MS)
    // 3 of 21 days.
    expect(of.salaryMinor).toBe(300_000 - Math.round((300_000 * 3) / 21))
    expect(of.steps.salary.map(({ code }) => code)).toEqual(['salary.monthly', 'salary.unpaid', 'salary.sum'])
  })

  test('I2 a month of unpaid leave is paid nothing, and one without a day off stays whole', () => {
    const month = { kindId: 'unpaid', firstDay: SPAN.first, lastDay: SPAN.last }
    expect(figures([absence(month)])).toMatchObject({ expectedMs: 0, salaryMinor: 0 })
    expect(figures([])).toMatchObject({ expectedMs: whole, salaryMinor: 300_000 })
  })

  test('I2 hours fixed for a month are lowered too, and never below nothing', () => {
    const fixed = contract({ expectedMonthMinutes: 100 * 60 })
    const days = (lastDay: string) => figures([absence({ lastDay })], {}, fixed).expectedMs / HOUR_MS
    expect(days('2026-03-05')).toBe(100 - 32)
    expect(days('2026-03-31')).toBe(0)
  })

  test('I2 extra hours of a day and a week know of absences', () => {
    const daily = contract({ extraBy: 'day' })
    const of = figures([absence({ portion: 'half' })], { '2026-03-02': 6 * HOUR_MS }, daily)
    expect(of.extraMs).toBe(2 * HOUR_MS)
    const weekly = contract({ extraBy: 'week' })
    const credited = figures([absence({ kindId: 'worked' })], { '2026-03-03': 41 * HOUR_MS }, weekly)
    expect(credited.extraMs).toBe(17 * HOUR_MS)
  })
})

const dayArbitrary = fc.integer({ min: -5, max: 35 }).map((n) => addDays('2026-03-01', n))
const absenceArbitrary = fc
  .record({
    firstDay: dayArbitrary,
    length: fc.integer({ min: 0, max: 12 }),
    kindId: fc.constantFrom('relieved', 'worked', 'unpaid', 'Vrelieved'),
    portion: fc.constantFrom('whole' as const, 'half' as const, 'hours' as const),
    minutes: fc.integer({ min: 1, max: 600 }),
  })
  .map(({ length, minutes, ...of }) =>
    absence({
      ...of,
      lastDay: addDays(of.firstDay, length),
      minutes: of.portion === 'hours' ? minutes : null,
    }),
  )
const contractsArbitrary = fc
  .tuple(
    fc.constantFrom(null, 9_000, 10_027),
    fc.constantFrom('month' as const, 'contract' as const),
    fc.boolean(),
    fc.constantFrom('hourly' as const, 'monthly' as const),
  )
  .map(([expectedMonthMinutes, extraBy, two, kind]) => {
    const of = contract({ expectedMonthMinutes, extraBy, wage: { kind, amountMinor: 211_113 } })
    return two ? [of, contract({ ...of, id: 'f', validFrom: '2026-03-12' })] : [of]
  })

test('I2 whatever absences there are, a day gives no more than is expected of it, and the month agrees with its days', () => {
  fc.assert(
    fc.property(fc.array(absenceArbitrary, { maxLength: 6 }), contractsArbitrary, (absences, contracts) => {
      const of = { month: MONTH, terms: terms(...contracts), holidays, former: false }
      const absent = absentOf(absences, contracts)
      for (const [date, day] of absent) {
        const expectedMs = expectedMsOn(of, date)
        expect(day.loweredMs + day.creditedMs).toBeLessThanOrEqual(expectedMs)
        expect(day.parts.reduce((sum, { ms }) => sum + ms, 0)).toBe(day.loweredMs + day.creditedMs)
        expect(day.hundredths).toBeLessThanOrEqual(101)
        expect(weekdayOf(date)).toBeLessThan(6)
        expect(holidays.has(date)).toBe(false)
      }
      const with_ = figures(absences, {}, ...contracts)
      const without = figures([], {}, ...contracts)
      expect(with_.expectedMs).toBeLessThanOrEqual(without.expectedMs)
      expect(with_.expectedMs).toBeGreaterThanOrEqual(0)
      expect(with_.totalMs).toBe(with_.absence.creditedMs)
      expect(with_.salaryMinor ?? 0).toBeGreaterThanOrEqual(0)
      // I6: what is owed through the last day is what the month expects.
      const owed = owedByDay({ ...of, absent })
      expect(owed).toHaveLength(31)
      expect(owed.at(-1)).toBe(with_.expectedMs)
      for (const former of [false, true]) {
        const facts = { ...of, absent, former }
        const [first, until, next, last] = ['2026-03-01', '2026-03-17', '2026-03-18', '2026-03-31']
        const whole = owedMs(facts, { first, last })
        expect(whole).toBe(owedByDay(facts).at(-1))
        expect(owedMs(facts, { first, last: until }) + owedMs(facts, { first: next, last })).toBe(whole)
      }
      if (contracts.every(({ expectedMonthMinutes }) => expectedMonthMinutes === null))
        expect(expectedByDay({ ...of, absent }).reduce((sum, ms) => sum + ms, 0)).toBe(with_.expectedMs)
    }),
  )
})

describe('I1 of a day nobody is absent for more than the day', () => {
  const half = { portion: 'half' as const }
  test.each([
    ['two halves', half, [half], null],
    ['three halves', half, [half, half], '2026-03-02'],
    ['a day and a half', {}, [half], '2026-03-02'],
    ['hours beside a half', half, [{ portion: 'hours' as const, minutes: 120 }], null],
    ['what was rejected', {}, [{ status: 'rejected' as const }], null],
    ['a request', {}, [{ status: 'requested' as const }], '2026-03-02'],
    ['another day', {}, [{ firstDay: '2026-03-03', lastDay: '2026-03-03' }], null],
    [
      'one that begins within',
      { lastDay: '2026-03-10' },
      [{ firstDay: '2026-03-05', lastDay: '2026-03-20' }],
      '2026-03-05',
    ],
    [
      'one that began before',
      { firstDay: '2026-03-05', lastDay: '2026-03-10' },
      [{ lastDay: '2026-03-20' }],
      '2026-03-05',
    ],
  ] as const)('%s', (_, one, others, day) => {
    expect(
      fullDayOf(
        absence(one),
        others.map((other) => absence(other)),
      ),
    ).toBe(day)
  })

  test('itself is not in its own way', () => {
    const one = absence()
    expect(fullDayOf({ ...one, lastDay: '2026-03-09' }, [one])).toBeNull()
  })
})

test('I6 a fixed month is owed by its days, and all of it at the end', () => {
  const fixed = contract({ expectedMonthMinutes: 105 * 60 })
  const owed = owedByDay({ month: MONTH, terms: terms(fixed), holidays, former: false })
  // 21 working days of 5 hours each; the first is a Monday, the 2nd.
  expect(owed.slice(0, 7).map((ms) => ms / HOUR_MS)).toEqual([0, 5, 10, 15, 20, 20, 20])
  expect(owed.at(-1)).toBe(105 * HOUR_MS)
  const none = contract({ expectedMonthMinutes: 310, expectedMinutes: [0, 0, 0, 0, 0, 0, 0] })
  expect(owedByDay({ month: MONTH, terms: terms(none), holidays, former: false })[9]).toBe(100 * MINUTE_MS)
  expect(daysOfMonth(MONTH)).toHaveLength(31)
})
