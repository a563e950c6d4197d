// The vacation of a year: entitlement, what is carried over and expires, and what remains (I3).
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays } from '../base/localDate.ts'
import type { CarryOver } from '../entities/entitlement.ts'
import { entitledIn, vacationYear } from './vacation.ts'
import type { VacationFacts } from './vacation.ts'

const DAY = 100
const facts = (
  over: Partial<VacationFacts> = {},
  carry: CarryOver = { most: null, until: null },
): VacationFacts => ({
  versions: [{ validFrom: '2025-01-01', hundredths: 30 * DAY }],
  entries: [],
  drawn: new Map(),
  requested: new Map(),
  carryOn: () => carry,
  lastDateOn: () => null,
  ...over,
})
const drawn = (...days: (readonly [string, number])[]) => new Map(days)

test.each([
  ['a whole year', {}, 30],
  ['nothing before the first version', { versions: [{ validFrom: '2027-01-01', hundredths: 3_000 }] }, 0],
  ['from 2 July on, half of it', { versions: [{ validFrom: '2026-07-02', hundredths: 3_000 }] }, 15.04],
  [
    'two versions share the year by calendar days',
    {
      versions: [
        { validFrom: '2026-07-02', hundredths: 1_500 },
        { validFrom: '2024-01-01', hundredths: 3_000 },
      ],
    },
    22.48,
  ],
  ['until the last day (I5)', { lastDateOn: (): string => '2026-06-30' }, 14.88],
  ['who left the year before has none', { lastDateOn: (): string => '2025-06-30' }, 0],
] as const)('I3 %s', (_, over, days) => {
  expect(entitledIn(2026, facts(over as Partial<VacationFacts>))).toBe(Math.round(days * DAY))
})

test.each([
  ['all is carried over', { most: null, until: null }, { carried: 20, expired: 0, remaining: 47 }],
  ['none is', { most: 0, until: null }, { carried: 0, expired: 0, remaining: 27 }],
  ['up to five days', { most: 500, until: null }, { carried: 5, expired: 0, remaining: 32 }],
  // Three days were taken by then, and come off what was carried.
  [
    'all, until the end of March',
    { most: null, until: '03-31' },
    { carried: 20, expired: 17, remaining: 30 },
  ],
  ['five, until the end of March', { most: 500, until: '03-31' }, { carried: 5, expired: 2, remaining: 30 }],
] as const)('I3 %s', (_, carry, { carried, expired, remaining }) => {
  const of = facts({ drawn: drawn(['2025-08-04', 10 * DAY], ['2026-02-02', 3 * DAY]) }, carry)
  expect(vacationYear(of, 2026, '2026-06-01')).toMatchObject({
    entitled: 30 * DAY,
    carried: carried * DAY,
    expired: expired * DAY,
    taken: 3 * DAY,
    remaining: remaining * DAY,
  })
})

test('I3 before its last day nothing has expired, and what is planned by then saves it', () => {
  const of = facts({ drawn: drawn(['2026-03-30', 2 * DAY]) }, { most: 500, until: '03-31' })
  expect(vacationYear(of, 2026, '2026-03-31')).toMatchObject({ expired: 0, carriedUntil: '2026-03-31' })
  expect(vacationYear(of, 2026, '2026-03-20')).toMatchObject({
    planned: 2 * DAY,
    taken: 0,
    remaining: 33 * DAY,
  })
  expect(vacationYear(of, 2026, '2026-04-01')).toMatchObject({ expired: 3 * DAY, remaining: 30 * DAY })
})

test('I3 the last day of carried vacation is a day that its year has', () => {
  const of = facts({}, { most: null, until: '02-29' })
  expect(vacationYear(of, 2027, '2027-02-28')).toMatchObject({ carriedUntil: '2027-02-28', expired: 0 })
  expect(vacationYear(of, 2028, '2028-02-29')).toMatchObject({ carriedUntil: '2028-02-29', expired: 0 })
})

test('I3 too much taken comes off the next year, whatever is carried', () => {
  const of = facts({ drawn: drawn(['2025-08-04', 32 * DAY]) }, { most: 0, until: null })
  expect(vacationYear(of, 2026, '2026-06-01')).toMatchObject({ carried: -2 * DAY, remaining: 28 * DAY })
})

test('I3 the rule is that of the last day of the year before, and corrections count in theirs', () => {
  const of = facts({
    carryOn: (date) => (date < '2026-01-01' ? { most: 500, until: null } : { most: 0, until: null }),
    entries: [{ date: '2026-05-05', amount: -DAY }],
  })
  expect(vacationYear(of, 2026, '2026-06-01')).toMatchObject({
    carried: 5 * DAY,
    corrected: -DAY,
    remaining: 34 * DAY,
  })
  expect(vacationYear(of, 2027, '2026-06-01')).toMatchObject({ carried: 0, remaining: 30 * DAY })
})

test('I3 a request is told, and takes nothing off', () => {
  const of = facts({ requested: drawn(['2025-08-04', 5 * DAY]) })
  expect(vacationYear(of, 2025, '2025-06-01')).toMatchObject({ requested: 5 * DAY, remaining: 30 * DAY })
})

test('I3 over any years nothing is lost or doubled: what remains adds up, and what was carried is what was left', () => {
  const days = fc.array(fc.tuple(fc.integer({ min: 0, max: 1_400 }), fc.integer({ min: 0, max: 4 })), {
    maxLength: 60,
  })
  const carry = fc.record({
    most: fc.constantFrom(null, 0, 250, 1_000),
    until: fc.constantFrom(null, '03-31', '12-31'),
  })
  fc.assert(
    fc.property(days, carry, (taken, rule) => {
      const map = new Map<string, number>()
      for (const [n, quarter] of taken) {
        const date = addDays('2025-01-01', n)
        map.set(date, (map.get(date) ?? 0) + quarter * 25)
      }
      const of = facts({ drawn: map }, rule)
      let before: number | null = null
      for (const year of [2025, 2026, 2027, 2028]) {
        const v = vacationYear(of, year, '2030-01-01')
        expect(v.remaining).toBe(v.entitled + v.carried + v.corrected - v.taken - v.planned - v.expired)
        expect(v.expired).toBeGreaterThanOrEqual(0)
        expect(v.expired).toBeLessThanOrEqual(Math.max(0, v.carried))
        if (before !== null) expect(v.carried).toBe(rule.most === null ? before : Math.min(before, rule.most))
        before = v.remaining
      }
    }),
  )
})
