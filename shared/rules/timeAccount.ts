// The time account: what was worked against what was expected up to a day, with corrections and payouts (I6).
//
// The rule: of months that are over, what is expected of the month; of the one that goes on, of its days so far. A contract that
// expects a number of hours for a month expects of its days their part of it, by what each weekday has, so that the balance does not
// jump where the month ends.
import { MINUTE_MS } from '../base/duration.ts'
import type { LocalDate, Month } from '../base/localDate.ts'
import { addMonths, daysOfMonth, monthOf } from '../base/localDate.ts'
import { shareOfAll } from '../base/money.ts'
import { NO_ABSENCE } from './absentDays.ts'
import type { AccountView } from '../contract/absence.ts'
import type { ExplainStep } from '../contract/diary.ts'
import type { OwedFacts, Stretch } from './payroll.ts'
import { expectedMonthMs, monthShare, stretchesOf } from './payroll.ts'
import type { Terms } from './terms.ts'
import { EVER, expectedMsOn } from './terms.ts'

/** What was expected on the days of the month from one through another, ms. */
export function owedMs(facts: OwedFacts, { first, last }: { first: LocalDate; last: LocalDate }): number {
  const dates = daysOfMonth(facts.month)
  // Of a whole month nobody needs to look at each day: accounts of years consist of them.
  if (first === dates[0] && last === dates.at(-1)) return expectedMonthMs(facts)
  const owed = owedByDay(facts)
  return (owed[dates.indexOf(last)] ?? 0) - (owed[dates.indexOf(first) - 1] ?? 0)
}

/** What was expected from the beginning of the month through each of its days, ms. */
export function owedByDay(facts: OwedFacts): number[] {
  let before = 0
  return stretchesOf(facts).flatMap((stretch) => {
    const owed = owedInStretch(facts, stretch).map((ms) => before + ms)
    before = owed.at(-1) ?? before
    return owed
  })
}

function owedInStretch(facts: OwedFacts, { terms, dates }: Stretch): number[] {
  const { holidays, absent = NO_ABSENCE } = facts
  const fixed = terms.expectedMonthMinutes
  let sum = 0
  if (fixed === null) return dates.map((date) => (sum += expectedMsOn(facts, date)))
  const whole = monthShare(fixed, dates.length, daysOfMonth(facts.month).length, facts.former)
  const byWeekday = dates.map((date) => expectedMsOn({ terms: facts.terms, holidays }, date))
  // Without hours of weekdays, each day has the same part.
  const weights = byWeekday.some((ms) => ms > 0) ? byWeekday : dates.map(() => 1)
  const all = weights.reduce((total, weight) => total + weight, 0)
  let [weight, lowered] = [0, 0]
  return dates.map((date, index) => {
    weight += weights[index] ?? 0
    lowered += absent.get(date)?.loweredMs ?? 0
    const part = facts.former
      ? shareOfAll([{ minor: whole, part: weight }], all)
      : shareOfAll([{ minor: whole / MINUTE_MS, part: weight }], all) * MINUTE_MS
    return Math.max(0, part - lowered)
  })
}

/**
 * The first day that counts. Of somebody who has neither a contract nor a start date, time was expected since ever: it is that of
 * their first time; null: there is none.
 */
export function accountBegins(terms: readonly Terms[], firstTime: LocalDate | null): LocalDate | null {
  const first = terms.find(({ nothing }) => nothing === null)?.from ?? null
  if (first === null || first === EVER) return firstTime
  return firstTime !== null && firstTime < first ? firstTime : first
}

/** The months of an account, in order. */
export function monthsBetween(first: LocalDate, last: LocalDate): Month[] {
  const months: Month[] = []
  for (let month = monthOf(first); month <= monthOf(last); month = addMonths(month, 1)) months.push(month)
  return months
}

/** How a balance came about: what was there before the newest month, that month, and what was corrected or paid out in it. */
export function accountSteps({
  begins,
  months,
  on,
}: Pick<AccountView, 'begins' | 'months' | 'on'>): ExplainStep[] {
  const [newest, before] = months
  if (newest === undefined) return [{ code: 'account.none', values: { on } }]
  const { month, totalMs, expectedMs, entriesMs, balanceMs, through } = newest
  return [
    ...(before === undefined
      ? [{ code: 'account.begins', values: { begins: begins ?? `${month}-01` }, resultMs: 0 }]
      : [{ code: 'account.before', values: { through: before.through }, resultMs: before.balanceMs }]),
    {
      code: 'account.month',
      values: { through, totalMs, expectedMs },
      resultMs: totalMs - expectedMs,
    },
    ...(entriesMs === 0 ? [] : [{ code: 'account.entries', values: {}, resultMs: entriesMs }]),
    { code: 'account.sum', values: { on }, resultMs: balanceMs },
  ]
}
