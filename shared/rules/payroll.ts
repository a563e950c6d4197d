// Pay: expected time, extra hours and salary of a user's month, each with the steps that led to it (B34, B47, G7).
//
// The rule: every contract version pays its own days of the month. Hourly wage: (attended − extra) × wage. Monthly wage: the wage ×
// calendar days of the version ÷ days of the month. Extra hours (extraHours.ts) × the extra-hour rate and the bonus (by calendar
// days) are added. Hours of absence are no longer expected, or count as worked, by their kind (absentDays.ts); unpaid ones lower a
// monthly wage by their part of what was expected of the version's days. Money is rounded half up to the minor unit, each step once; where several versions share a month, what that
// misses of the wage, the extra hours or the bonus of the whole month is added as a step of its own (I14).
import { MINUTE_MS } from '../base/duration.ts'
import type { LocalDate } from '../base/localDate.ts'
import { daysOfMonth } from '../base/localDate.ts'
import { payFor, payForAll, shareOfAll } from '../base/money.ts'
import type { ExplainStep, LeftOut, MonthFigures, PayStretch } from '../contract/diary.ts'
import type { AbsenceSums } from './absentDays.ts'
import { absentSums, NO_ABSENCE } from './absentDays.ts'
import { extraHours } from './extraHours.ts'
import type { ExtraUnit, WorkedStretch } from './extraHours.ts'
import { expectedInMonth, monthShape } from './monthShape.ts'
import type { ClockFacts } from './supplements.ts'
import { baseOf, extraParts, supplementsOf } from './supplements.ts'
import { expectedMsOn, isUniform, termsOn } from './terms.ts'
import type { ExpectedFacts, Terms } from './terms.ts'

export type PayFacts = ExpectedFacts & {
  /** Attended and booked time of the days that have any; what absences credit is added here. */
  days: ReadonlyMap<LocalDate, { totalMs: number; bookedMs: number; entryCount: number }>
  /** What they add up to: where that is enough, nobody needs to look at each. */
  whole?: { totalMs: number; bookedMs: number; entries: number; days: number }
  /** When it was attended, where a contract pays for time of day. */
  clock?: ClockFacts
  /** Not among them: time of days that are not approved, which counts in the totals alone (B49). */
  leftOut?: LeftOut
  /** The weekday with which weeks begin. */
  weekStart: number
  /** Closed before Daybook counted over whole months and rounded the month once: as it was counted then (K1). */
  former: boolean
}

export type Stretch = { terms: Terms; dates: readonly LocalDate[] }
type Sum = { totalMs: number; bookedMs: number; entries: number; days: number; creditedMs: number }

/** The month cut where something new begins to hold. */
export function stretchesOf(facts: ExpectedFacts): Stretch[] {
  const dates = daysOfMonth(facts.month)
  // Most months begin and end with the same contract, and then it is the same all along.
  if (isUniform(facts.terms, facts.month)) return [{ terms: termsOn(facts.terms, dates[0] ?? ''), dates }]
  const stretches: { terms: Terms; dates: LocalDate[] }[] = []
  for (const date of dates) {
    const terms = termsOn(facts.terms, date)
    const last = stretches.at(-1)
    if (last !== undefined && last.terms === terms) last.dates.push(date)
    else stretches.push({ terms, dates: [date] })
  }
  return stretches
}

export function monthFigures(facts: PayFacts): MonthFigures {
  const daysInMonth = daysOfMonth(facts.month).length
  const stretches = stretchesOf(facts)
  const alone = stretches.length === 1
  const absences = stretches.map(({ dates }) => absentSums(facts.absent ?? NO_ABSENCE, dates))
  const sums = stretches.map(({ dates }, index): Sum => {
    const { creditedMs } = absences[index] ?? NOTHING_ABSENT
    const of = (alone && facts.whole) || sumOf(facts, dates)
    return { ...of, totalMs: of.totalMs + creditedMs, creditedMs }
  })
  const worked = stretches.map((stretch, index): WorkedStretch => {
    const { loweredMs } = absences[index] ?? NOTHING_ABSENT
    const expected = expectedOf(facts, stretch, { alone, daysInMonth, loweredMs })
    const extraBy = facts.former ? 'contract' : stretch.terms.extraBy
    return { dates: stretch.dates, totalMs: sums[index]?.totalMs ?? 0, extraBy, ...expected }
  })
  const extra = extraHours({
    stretches: worked,
    day: (date) => ({
      totalMs: (facts.days.get(date)?.totalMs ?? 0) + (facts.absent?.get(date)?.creditedMs ?? 0),
      expectedMs: expectedMsOn(facts, date),
    }),
    weekStart: facts.weekStart,
  })
  const paid = stretches.map(({ terms, dates }, index): PayStretch => {
    const { totalMs, expectedMs, extraBy } = worked[index] ?? { totalMs: 0, expectedMs: 0, extraBy: 'month' }
    return payOf(terms, {
      first: dates[0] ?? '',
      last: dates.at(-1) ?? '',
      days: dates.length,
      daysInMonth,
      totalMs,
      expectedMs,
      byDays: terms.expectedMonthMinutes === null,
      extraMs: extra.extraMs[index] ?? 0,
      extraAlone: extraBy === 'contract' || (alone && extraBy === 'month'),
      ...(absences[index] ?? NOTHING_ABSENT),
      ...beyondPlain(facts, terms, dates, { units: extra.units, index }),
    })
  })
  if (!facts.former) roundWhole(paid)
  const whole = sums.reduce((all, one) => ({
    totalMs: all.totalMs + one.totalMs,
    bookedMs: all.bookedMs + one.bookedMs,
    entries: all.entries + one.entries,
    days: all.days + one.days,
    creditedMs: all.creditedMs + one.creditedMs,
  }))
  const leftOut = facts.leftOut ?? NOTHING_LEFT_OUT
  const all = {
    totalMs: whole.totalMs + leftOut.totalMs,
    bookedMs: whole.bookedMs + leftOut.bookedMs,
    entries: whole.entries + leftOut.entries,
    days: whole.days + leftOut.days,
    creditedMs: whole.creditedMs,
  }
  const salaryMinor = paid.some(({ contract }) => contract !== null)
    ? paid.reduce((sum, part) => sum + paidFor(part), 0)
    : null
  return {
    totalMs: all.totalMs,
    bookedMs: all.bookedMs,
    expectedMs: worked.reduce((sum, { expectedMs }) => sum + expectedMs, 0),
    extraMs: extra.extraMs.reduce((sum, ms) => sum + ms, 0),
    salaryMinor,
    absence: absentSums(facts.absent ?? NO_ABSENCE),
    leftOut,
    stretches: paid,
    steps: {
      total: totalSteps(all),
      extra: [...leftOutStep(all, leftOut), ...extra.steps],
      salary: [...leftOutStep(all, leftOut), ...salarySteps(paid, salaryMinor)],
    },
  }
}

/** All that is paid for the stretch. */
export const paidFor = (of: PayStretch): number =>
  of.payMinor -
  of.unpaidMinor +
  of.extraPayMinor +
  minorOf(of.supplements) +
  of.bonusPaidMinor +
  of.roundingMinor

export const NOTHING_LEFT_OUT: LeftOut = { days: 0, entries: 0, totalMs: 0, bookedMs: 0 }

/** What is paid is said first, where it is less than what was worked (I7). */
const leftOutStep = (all: { totalMs: number }, { days, totalMs }: LeftOut): ExplainStep[] =>
  days === 0
    ? []
    : [
        {
          code: 'pay.leftOut',
          values: { days, totalMs: all.totalMs, leftOutMs: totalMs },
          resultMs: all.totalMs - totalMs,
        },
      ]

const NOTHING_ABSENT: AbsenceSums = { creditedMs: 0, loweredMs: 0, unpaidMs: 0 }

function sumOf(facts: PayFacts, dates: readonly LocalDate[]): Omit<Sum, 'creditedMs'> {
  const sum = { totalMs: 0, bookedMs: 0, entries: 0, days: 0 }
  for (const date of dates) {
    const day = facts.days.get(date)
    if (day === undefined) continue
    sum.totalMs += day.totalMs
    sum.bookedMs += day.bookedMs
    sum.entries += day.entryCount
    sum.days += 1
  }
  return sum
}

/** What is expected in the month, ms. */
export function expectedMonthMs(facts: OwedFacts): number {
  const stretches = stretchesOf(facts)
  const daysInMonth = daysOfMonth(facts.month).length
  return stretches.reduce((sum, stretch) => {
    const { loweredMs } = absentSums(facts.absent ?? NO_ABSENCE, stretch.dates)
    return (
      sum + expectedOf(facts, stretch, { alone: stretches.length === 1, daysInMonth, loweredMs }).expectedMs
    )
  }, 0)
}

export type OwedFacts = ExpectedFacts & Pick<PayFacts, 'former'>

function expectedOf(
  facts: OwedFacts,
  { terms, dates }: Stretch,
  { alone, daysInMonth, loweredMs }: { alone: boolean; daysInMonth: number; loweredMs: number },
): Pick<WorkedStretch, 'expectedMs' | 'expected'> {
  const fixedMinutes = terms.expectedMonthMinutes
  const present = { terms: facts.terms, holidays: facts.holidays }
  const wholeMs =
    fixedMinutes !== null
      ? monthShare(fixedMinutes, dates.length, daysInMonth, facts.former)
      : alone
        ? // A contract that covers the month is asked once for what it expects, and its days need not be looked at.
          expectedInMonth(monthShape(facts.month, facts.holidays), terms.expectedMinutes)
        : dates.reduce((sum, date) => sum + expectedMsOn(present, date), 0)
  // A fixed month may be less than its days.
  const expectedMs = Math.max(0, wholeMs - loweredMs)
  const code =
    terms.nothing ?? (fixedMinutes !== null ? 'month' : terms.contract === null ? 'rules' : 'weekdays')
  const values = {
    from: terms.contract?.validFrom ?? null,
    days: dates.length,
    daysInMonth,
    first: dates[0] ?? null,
    last: dates.at(-1) ?? null,
  }
  const expected: ExplainStep[] = [{ code: `expected.${code}`, values, resultMs: wholeMs }]
  if (loweredMs > 0)
    expected.push({
      code: 'expected.absence',
      values: { expectedMs: wholeMs, absentMs: wholeMs - expectedMs },
      resultMs: expectedMs,
    })
  return { expectedMs, expected }
}

/** In whole minutes, as all time that is shown (I14). */
export const monthShare = (minutes: number, days: number, daysInMonth: number, exact: boolean): number =>
  exact
    ? shareOfAll([{ minor: minutes * MINUTE_MS, part: days }], daysInMonth)
    : shareOfAll([{ minor: minutes, part: days }], daysInMonth) * MINUTE_MS

/** By steps and for time of day, where the contract says so. */
function beyondPlain(
  { clock }: PayFacts,
  { contract }: Terms,
  dates: readonly LocalDate[],
  { units, index }: { units: readonly ExtraUnit[]; index: number },
): Pick<PayStretch, 'baseMinor' | 'extraParts' | 'supplements'> {
  if (contract === null) return NOTHING_BEYOND
  const baseMinor = baseOf(contract)
  return {
    baseMinor,
    extraParts: extraParts(contract.extraSteps, units, index, baseMinor),
    supplements:
      clock === undefined || contract.supplements.length === 0
        ? []
        : supplementsOf(contract, dates, clock, baseMinor),
  }
}
const NOTHING_BEYOND = { baseMinor: 0, extraParts: [], supplements: [] }

const minorOf = (parts: readonly { minor: number }[]): number =>
  parts.reduce((sum, { minor }) => sum + minor, 0)

type Unpaid = Omit<
  PayStretch,
  'contract' | 'payMinor' | 'unpaidMinor' | 'extraPayMinor' | 'bonusPaidMinor' | 'roundingMinor'
>
const UNPAID = { payMinor: 0, unpaidMinor: 0, extraPayMinor: 0, bonusPaidMinor: 0, roundingMinor: 0 }

function payOf({ contract }: Terms, of: Unpaid): PayStretch {
  if (contract === null) return { ...of, contract, ...UNPAID }
  const { wage, extraHourMinor, bonusMinor } = contract
  const share = (minor: number): number => shareOfAll([{ minor, part: of.days }], of.daysInMonth)
  const payMinor =
    wage.kind === 'hourly' ? payFor(of.totalMs - of.extraMs, wage.amountMinor) : share(wage.amountMinor)
  return {
    ...of,
    contract,
    payMinor,
    unpaidMinor: wage.kind === 'hourly' ? 0 : unpaidPart(payMinor, of),
    extraPayMinor:
      contract.extraSteps.length > 0 ? minorOf(of.extraParts) : payFor(of.extraMs, extraHourMinor),
    bonusPaidMinor: share(bonusMinor),
    roundingMinor: 0,
  }
}

/** Of a monthly wage, what is not paid: by hours, as halves of days have no calendar day (I2). */
function unpaidPart(payMinor: number, { unpaidMs, loweredMs, expectedMs }: Unpaid): number {
  const whole = wholeExpectedMs({ loweredMs, expectedMs })
  return whole === 0 ? 0 : shareOfAll([{ minor: payMinor, part: Math.min(unpaidMs, whole) }], whole)
}

/** What would have been expected without absences. */
const wholeExpectedMs = ({ loweredMs, expectedMs }: Pick<PayStretch, 'loweredMs' | 'expectedMs'>): number =>
  loweredMs + expectedMs

/** What is paid by the hour, by the month, for extra hours and as a bonus: each once for the whole month. */
function roundWhole(stretches: PayStretch[]): void {
  // As nearly every month is.
  if (stretches.length < 2) return
  const parts = stretches.flatMap(({ contract, ...of }) => (contract === null ? [] : [{ contract, of }]))
  const last = stretches.findLast(({ contract }) => contract !== null)
  if (last === undefined || parts.length < 2) return
  const { daysInMonth } = last
  const hourly = parts.filter(({ contract }) => contract.wage.kind === 'hourly')
  const monthly = parts.filter(({ contract }) => contract.wage.kind === 'monthly')
  const whole =
    payForAll(
      hourly.map(({ contract, of }) => ({
        ms: of.totalMs - of.extraMs,
        perHourMinor: contract.wage.amountMinor,
      })),
    ) +
    payForAll(
      parts
        .filter(({ contract }) => contract.extraSteps.length === 0)
        .map(({ contract, of }) => ({ ms: of.extraMs, perHourMinor: contract.extraHourMinor })),
    ) +
    // Steps and supplements are rounded each by itself.
    parts.reduce((sum, { of }) => sum + minorOf(of.extraParts) + minorOf(of.supplements), 0) +
    shareOfAll(
      monthly.map(({ contract, of }) => ({ minor: contract.wage.amountMinor, part: of.days })),
      daysInMonth,
    ) +
    shareOfAll(
      parts.map(({ contract, of }) => ({ minor: contract.bonusMinor, part: of.days })),
      daysInMonth,
    )
  last.roundingMinor =
    whole -
    parts.reduce((sum, { of }) => sum + of.unpaidMinor, 0) -
    stretches.reduce((sum, part) => sum + paidFor(part), 0)
}

function totalSteps({ entries, days, bookedMs, totalMs, creditedMs }: Sum): ExplainStep[] {
  const attendedMs = totalMs - creditedMs
  const steps: ExplainStep[] = [
    { code: 'total.sum', values: { entries, days, bookedMs }, resultMs: bookedMs },
  ]
  if (bookedMs !== attendedMs)
    steps.push({
      code: 'total.parallel',
      values: { bookedMs, parallelMs: bookedMs - attendedMs },
      resultMs: attendedMs,
    })
  if (creditedMs > 0)
    steps.push({ code: 'total.absence', values: { attendedMs, creditedMs }, resultMs: totalMs })
  return steps
}

/** Of the day, as a wall clock shows it. */
const clockOf = (minute: number): string =>
  `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`

function salarySteps(stretches: readonly PayStretch[], salaryMinor: number | null): ExplainStep[] {
  if (salaryMinor === null) return [{ code: 'salary.noContract', values: {} }]
  const steps = stretches.flatMap((stretch): ExplainStep[] => {
    const { contract, days, daysInMonth, totalMs, extraMs } = stretch
    if (contract === null) return []
    const { wage, extraHourMinor, bonusMinor } = contract
    const of = { from: contract.validFrom, days, daysInMonth }
    return [
      {
        code: wage.kind === 'hourly' ? 'salary.hourly' : 'salary.monthly',
        values: { ...of, wageMinor: wage.amountMinor, ms: totalMs - extraMs },
        resultMinor: stretch.payMinor,
      },
      ...(stretch.unpaidMinor === 0
        ? []
        : [
            {
              code: 'salary.unpaid',
              values: {
                wageMinor: stretch.payMinor,
                unpaidMs: stretch.unpaidMs,
                expectedMs: wholeExpectedMs(stretch),
              },
              resultMinor: -stretch.unpaidMinor,
            },
          ]),
      ...stretch.extraParts.map(({ percent, ms, minor }): ExplainStep => ({
        code: 'salary.extraStep',
        values: { ms, percent, baseMinor: stretch.baseMinor },
        resultMinor: minor,
      })),
      ...stretch.supplements.map(({ on, fromMinute, toMinute, percent, ms, minor }): ExplainStep => ({
        code: `salary.supplement.${on}`,
        values: {
          from: clockOf(fromMinute),
          to: clockOf(toMinute),
          ms,
          percent,
          baseMinor: stretch.baseMinor,
        },
        resultMinor: minor,
      })),
      ...(extraMs === 0 || contract.extraSteps.length > 0
        ? []
        : [
            {
              code: 'salary.extra',
              values: { rateMinor: extraHourMinor, ms: extraMs },
              resultMinor: stretch.extraPayMinor,
            },
          ]),
      ...(bonusMinor === 0
        ? []
        : [{ code: 'salary.bonus', values: { ...of, bonusMinor }, resultMinor: stretch.bonusPaidMinor }]),
    ]
  })
  const rounding = stretches.reduce((sum, { roundingMinor }) => sum + roundingMinor, 0)
  if (rounding !== 0) steps.push({ code: 'salary.rounding', values: {}, resultMinor: rounding })
  return [...steps, { code: 'salary.sum', values: {}, resultMinor: salaryMinor }]
}
