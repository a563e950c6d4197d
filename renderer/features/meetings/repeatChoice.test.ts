// What is chosen and its rule: each gives the other, and a rule that the words cannot say stays as it is.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Weekday } from '../../../shared/base/localDate.ts'
import { addDays, weekdayOf } from '../../../shared/base/localDate.ts'
import { instantOf } from '../../../shared/base/wallTime.ts'
import { startsOf } from '../../../shared/rules/occurrences.ts'
import type { RepeatChoice } from './repeatChoice.ts'
import { choiceOf, gapIn, isLastOfMonth, ONCE, ruleOf, withKind } from './repeatChoice.ts'

const ZONE = 'Europe/Berlin'
const beginAt = (date: string) => {
  const reading = instantOf(date, '09:00', ZONE)
  return { startAt: reading.kind === 'once' ? reading.instant : 0, zone: ZONE }
}
const shown = (rule: string, date = '2026-03-10') => choiceOf(rule, beginAt(date), date)

const date = fc.integer({ min: 0, max: 3_000 }).map((days) => addDays('2024-01-01', days))
const choice: fc.Arbitrary<RepeatChoice> = fc.record({
  kind: fc.constantFrom('DAILY', 'WEEKLY', 'MONTHLY', 'YEARLY'),
  interval: fc.integer({ min: 1, max: 12 }),
  weekdays: fc.uniqueArray(fc.constantFrom<Weekday>(1, 2, 3, 4, 5, 6, 7)),
  monthly: fc.constantFrom('date', 'nth', 'last'),
  end: fc.constantFrom('until', 'count'),
  until: date,
  count: fc.integer({ min: 2, max: 200 }),
  rule: fc.constant(''),
})

test('E5 what is chosen makes a rule that is shown as what was chosen', () => {
  fc.assert(
    fc.property(choice, date, (chosen, first) => {
      const rule = ruleOf(chosen, first)
      const again = choiceOf(rule, beginAt(first), first)
      expect(again.kind).toBe(chosen.kind)
      expect(ruleOf(again, first)).toBe(rule)
      expect(gapIn(again)).toBeNull()
    }),
  )
})

test('E5 the days of a chosen rule are those of the words', () => {
  const first = '2026-03-10'
  const on = (change: Partial<RepeatChoice>) => {
    const repeat = ruleOf({ ...ONCE, end: 'count', count: 4, ...change }, first)
    const begin = beginAt(first)
    return [...startsOf({ ...begin, endAt: begin.startAt + 3_600_000, allDay: false, repeat })].map((start) =>
      new Date(start).toISOString().slice(5, 10),
    )
  }
  expect(on({ kind: 'DAILY', interval: 2 })).toEqual(['03-10', '03-12', '03-14', '03-16'])
  expect(on({ kind: 'WEEKLY' })).toEqual(['03-10', '03-17', '03-24', '03-31'])
  expect(on({ kind: 'WEEKLY', weekdays: [4] })).toEqual(['03-10', '03-12', '03-17', '03-19'])
  expect(on({ kind: 'MONTHLY' })).toEqual(['03-10', '04-10', '05-10', '06-10'])
  expect(on({ kind: 'MONTHLY', monthly: 'nth' })).toEqual(['03-10', '04-14', '05-12', '06-09'])
})

test.each([
  ['FREQ=WEEKLY;COUNT=5', 'WEEKLY'],
  // The tenth is a Tuesday.
  ['FREQ=WEEKLY;BYDAY=TU;COUNT=5', 'WEEKLY'],
  ['RRULE:FREQ=WEEKLY;BYDAY=TU,TH;UNTIL=20261231', 'WEEKLY'],
  ['FREQ=MONTHLY;BYMONTHDAY=10;COUNT=5', 'MONTHLY'],
  ['FREQ=MONTHLY;BYDAY=2TU;COUNT=5', 'MONTHLY'],
  ['FREQ=MONTHLY;BYDAY=-1TU;COUNT=5', 'MONTHLY'],
  ['FREQ=YEARLY;BYMONTH=3;BYMONTHDAY=10;COUNT=5', 'YEARLY'],
  // What the words cannot say.
  ['FREQ=MONTHLY;BYDAY=3TU;COUNT=5', 'rule'],
  ['FREQ=WEEKLY;BYDAY=WE;COUNT=5', 'rule'],
  ['FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1;COUNT=5', 'rule'],
  ['FREQ=HOURLY;UNTIL=21260101', 'rule'],
  ['every other day', 'rule'],
])('E5 %s is shown as %s', (rule, kind) => {
  const chosen = shown(rule)
  expect(chosen.kind).toBe(kind)
  if (kind === 'rule') expect(ruleOf(chosen, '2026-03-10')).toBe(rule)
})

test('E5 a kind has a last day at once, and without one it is said that it is missing', () => {
  const weekly = withKind(ONCE, 'WEEKLY', '2026-11-30')
  expect(weekly.until).toBe('2027-02-28')
  expect(gapIn(weekly)).toBeNull()
  expect(gapIn({ ...weekly, until: null })).toBe('until')
  expect(gapIn({ ...weekly, end: 'count', count: 1 })).toBe('count')
  expect(gapIn({ ...weekly, interval: 0 })).toBe('interval')
  expect(gapIn(withKind(ONCE, 'rule', '2026-11-30'))).toBe('rule')
  expect(withKind(weekly, 'rule', '2026-11-30').rule).toBe('FREQ=WEEKLY;UNTIL=20270228')
})

test('the last weekday of a month is one after which no other follows in it', () => {
  expect(isLastOfMonth('2026-03-31')).toBe(true)
  expect(isLastOfMonth('2026-03-24')).toBe(false)
  expect(weekdayOf('2026-03-31')).toBe(2)
})
