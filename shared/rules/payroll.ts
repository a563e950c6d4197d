// Pay: expected time, extra hours and salary of a user's month, each with the steps that led to it (B34, B47, G7).
//
// The rule: every contract version accounts for its own days of the month. Extra hours of a version = attended − expected, never
// below zero. Hourly wage: (attended − extra) × wage. Monthly wage: the wage × calendar days of the version ÷ days of the month.
// Extra hours × the extra-hour rate and the bonus (by calendar days) are added. Money is rounded half up to the minor unit, each step once.
import { MINUTE_MS } from '../base/duration.ts'
import type { LocalDate, Month } from '../base/localDate.ts'
import { daysOfMonth, weekdayOf, weekdaysOfMonth } from '../base/localDate.ts'
import { payFor } from '../base/money.ts'
import type { ExplainStep, MonthFigures } from '../contract/diary.ts'
import type { Employment } from '../entities/employment.ts'
import type { Organisation } from '../entities/organisation.ts'
import { rulesFor } from '../entities/rules.ts'
import type { User } from '../entities/user.ts'
import { expectedInMonth, monthShape } from './monthShape.ts'

/**
 * What holds from a day on: a contract, or the rules for a user who never had one. Only a contract has a wage.
 */
export type Terms = Pick<Employment, 'validFrom' | 'expectedMinutes' | 'expectedMonthMinutes'> &
  (Employment | { wage: null })

export type PayFacts = {
  month: Month
  /** Attended and booked time of the days that have any. */
  days: ReadonlyMap<LocalDate, { totalMs: number; bookedMs: number; entryCount: number }>
  /** What they add up to: where one contract covers the month, nobody needs to look at each. */
  whole?: { totalMs: number; bookedMs: number; entries: number; days: number }
  /** By `termsOf`, in any order. */
  terms: readonly Terms[]
  holidays: ReadonlyMap<LocalDate, string>
}

const EVER: LocalDate = ''

/** The contracts; for somebody who never had one the rules, Monday to Friday, from their start date on. */
export function termsOf(
  employments: readonly Employment[],
  organisation: Pick<Organisation, 'rules'>,
  user: Pick<User, 'rules' | 'startDate'>,
): readonly Terms[] {
  if (employments.length > 0) return employments
  const { expectedDayMinutes: minutes, expectedMonthMinutes } = rulesFor(organisation, user)
  const expectedMinutes = [minutes, minutes, minutes, minutes, minutes, 0, 0]
  return [{ validFrom: user.startDate ?? EVER, expectedMinutes, expectedMonthMinutes, wage: null }]
}

/** What holds on a day: the latest that has begun; null: nothing had. */
export function termsOn(terms: readonly Terms[], date: LocalDate): Terms | null {
  let valid: Terms | null = null
  for (const version of terms)
    if (version.validFrom <= date && (valid === null || version.validFrom > valid.validFrom)) valid = version
  return valid
}

/** Minutes by weekday, Monday first; before anything holds, none. */
export const weekdayMinutes = (terms: Terms | null): readonly number[] => terms?.expectedMinutes ?? []

/** Expected on a day, ms: nothing on a public holiday, nor before anything holds. */
export function expectedMsOn(facts: Pick<PayFacts, 'terms' | 'holidays'>, date: LocalDate): number {
  if (facts.holidays.has(date)) return 0
  return (weekdayMinutes(termsOn(facts.terms, date))[weekdayOf(date) - 1] ?? 0) * MINUTE_MS
}

/** Expected on each day of the month, in order, ms. */
export function expectedByDay(facts: Pick<PayFacts, 'month' | 'terms' | 'holidays'>): number[] {
  const dates = daysOfMonth(facts.month)
  if (!isUniform(facts.terms, facts.month)) return dates.map((date) => expectedMsOn(facts, date))
  const minutes = weekdayMinutes(termsOn(facts.terms, dates[0] ?? ''))
  return weekdaysOfMonth(facts.month).map((weekday, index) =>
    facts.holidays.has(dates[index] ?? '') ? 0 : (minutes[weekday - 1] ?? 0) * MINUTE_MS,
  )
}

type Stretch = { terms: Terms | null; dates: readonly LocalDate[] }

/** Does the same hold, or nothing, through the whole month? Then the sums of its days are enough for its figures. */
export const isUniform = (terms: readonly Terms[], month: Month): boolean => {
  const dates = daysOfMonth(month)
  return termsOn(terms, dates[0] ?? '') === termsOn(terms, dates.at(-1) ?? '')
}

/** The month cut where something new begins to hold. */
function stretchesOf(facts: PayFacts): Stretch[] {
  const dates = daysOfMonth(facts.month)
  const stretches: { terms: Terms | null; dates: LocalDate[] }[] = []
  // Most months begin and end with the same contract, and then it is the same all along.
  const first = termsOn(facts.terms, dates[0] ?? '')
  if (first === termsOn(facts.terms, dates.at(-1) ?? '')) return [{ terms: first, dates }]
  for (const date of dates) {
    const terms = termsOn(facts.terms, date)
    const last = stretches.at(-1)
    if (last !== undefined && last.terms === terms) last.dates.push(date)
    else stretches.push({ terms, dates: [date] })
  }
  return stretches
}

const roundedShare = (minor: number, part: number, whole: number): number =>
  Math.floor((2 * minor * part + whole) / (2 * whole))

export function monthFigures(facts: PayFacts): MonthFigures {
  const daysInMonth = daysOfMonth(facts.month).length
  const sums = {
    totalMs: 0,
    bookedMs: 0,
    expectedMs: 0,
    extraMs: 0,
    salaryMinor: 0,
    contracts: 0,
    entries: 0,
    days: 0,
  }
  const steps: MonthFigures['steps'] = { total: [], extra: [], salary: [] }

  const stretches = stretchesOf(facts)
  const whole = stretches.length === 1 ? facts.whole : undefined
  for (const { terms, dates } of stretches) {
    const stretch = { totalMs: 0, bookedMs: 0, entries: 0, days: 0, ...whole }
    // A contract that covers the month is asked once for what it expects, and its days need not be looked at.
    let expectedMs =
      stretches.length === 1
        ? expectedInMonth(monthShape(facts.month, facts.holidays), weekdayMinutes(terms))
        : 0
    for (const date of whole === undefined ? dates : []) {
      if (stretches.length > 1) expectedMs += expectedMsOn(facts, date)
      const day = facts.days.get(date)
      if (day === undefined) continue
      stretch.totalMs += day.totalMs
      stretch.bookedMs += day.bookedMs
      stretch.entries += day.entryCount
      stretch.days += 1
    }
    const fixedMinutes = terms?.expectedMonthMinutes ?? null
    const monthly = fixedMinutes !== null
    if (monthly) expectedMs = roundedShare(fixedMinutes * MINUTE_MS, dates.length, daysInMonth)
    const extraMs = Math.max(0, stretch.totalMs - expectedMs)
    const contract = terms === null || terms.wage === null ? null : terms
    const from = contract?.validFrom ?? null
    const of = { from, days: dates.length, daysInMonth }
    steps.extra.push({
      code:
        terms === null
          ? facts.terms.some(({ wage }) => wage !== null)
            ? 'expected.beforeContract'
            : 'expected.beforeStart'
          : monthly
            ? 'expected.month'
            : contract === null
              ? 'expected.rules'
              : 'expected.weekdays',
      values: { ...of, first: dates[0] ?? null, last: dates.at(-1) ?? null },
      resultMs: expectedMs,
    })
    steps.extra.push({
      code: 'extra.difference',
      values: { totalMs: stretch.totalMs, expectedMs },
      resultMs: extraMs,
    })
    if (contract !== null) {
      sums.contracts += 1
      sums.salaryMinor += payStretch(contract, { ...stretch, extraMs }, of, steps.salary)
    }
    sums.totalMs += stretch.totalMs
    sums.bookedMs += stretch.bookedMs
    sums.entries += stretch.entries
    sums.days += stretch.days
    sums.expectedMs += expectedMs
    sums.extraMs += extraMs
  }

  steps.total.push({
    code: 'total.sum',
    values: { entries: sums.entries, days: sums.days, bookedMs: sums.bookedMs },
    resultMs: sums.bookedMs,
  })
  if (sums.bookedMs !== sums.totalMs)
    steps.total.push({
      code: 'total.parallel',
      values: { bookedMs: sums.bookedMs, parallelMs: sums.bookedMs - sums.totalMs },
      resultMs: sums.totalMs,
    })
  if (steps.extra.length > 2) steps.extra.push({ code: 'extra.sum', values: {}, resultMs: sums.extraMs })
  if (sums.contracts === 0) steps.salary.push({ code: 'salary.noContract', values: {} })
  else steps.salary.push({ code: 'salary.sum', values: {}, resultMinor: sums.salaryMinor })
  return {
    totalMs: sums.totalMs,
    bookedMs: sums.bookedMs,
    expectedMs: sums.expectedMs,
    extraMs: sums.extraMs,
    salaryMinor: sums.contracts === 0 ? null : sums.salaryMinor,
    steps,
  }
}

function payStretch(
  employment: Employment,
  time: { totalMs: number; extraMs: number },
  of: { from: string | null; days: number; daysInMonth: number },
  steps: ExplainStep[],
): number {
  const { wage, extraHourMinor, bonusMinor } = employment
  const regularMs = time.totalMs - time.extraMs
  const base =
    wage.kind === 'hourly'
      ? payFor(regularMs, wage.amountMinor)
      : roundedShare(wage.amountMinor, of.days, of.daysInMonth)
  steps.push({
    code: wage.kind === 'hourly' ? 'salary.hourly' : 'salary.monthly',
    values: { ...of, wageMinor: wage.amountMinor, ms: regularMs },
    resultMinor: base,
  })
  const extra = payFor(time.extraMs, extraHourMinor)
  if (time.extraMs > 0)
    steps.push({
      code: 'salary.extra',
      values: { rateMinor: extraHourMinor, ms: time.extraMs },
      resultMinor: extra,
    })
  const bonus = roundedShare(bonusMinor, of.days, of.daysInMonth)
  if (bonusMinor > 0) steps.push({ code: 'salary.bonus', values: { ...of, bonusMinor }, resultMinor: bonus })
  return base + extra + bonus
}
