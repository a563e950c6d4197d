// What holds for a user on which days: a contract, else the rules, or nothing (B47, G7, I5).
import { MINUTE_MS } from '../base/duration.ts'
import type { LocalDate, Month } from '../base/localDate.ts'
import { addDays, daysOfMonth, weekdayOf, weekdaysOfMonth } from '../base/localDate.ts'
import type { Employment, ExtraBy } from '../entities/employment.ts'
import type { SettingsOf } from '../entities/pastSetting.ts'
import type { TimeRules } from '../entities/rules.ts'
import type { AbsentDays } from './absentDays.ts'

/** Why nothing is expected: the first contract or the start date had not come, or the last day was over. */
type Nothing = 'beforeContract' | 'beforeStart' | 'afterEnd'

/** What holds from a day on, until the next of a list begins. Only a contract has a wage. */
export type Terms = {
  readonly from: LocalDate
  /** Minutes by weekday, Monday first; empty: none. */
  readonly expectedMinutes: readonly number[]
  readonly expectedMonthMinutes: number | null
  readonly extraBy: ExtraBy
  readonly contract: Employment | null
  readonly nothing: Nothing | null
}

/** What a user's terms rest on, from a day on. */
export type Basis = SettingsOf<'user'> & { from: LocalDate; rules: ExpectedTime }
type ExpectedTime = Pick<TimeRules, 'expectedDayMinutes' | 'expectedMonthMinutes'>

export const EVER: LocalDate = ''
const NEVER: LocalDate = '~'

const nothing = (from: LocalDate, why: Nothing): Terms => ({
  from,
  expectedMinutes: [],
  expectedMonthMinutes: null,
  extraBy: 'month',
  contract: null,
  nothing: why,
})

const byContract = (contract: Employment): Terms => ({
  from: contract.validFrom,
  expectedMinutes: contract.expectedMinutes,
  expectedMonthMinutes: contract.expectedMonthMinutes,
  extraBy: contract.extraBy,
  contract,
  nothing: null,
})

/** Monday to Friday. */
const byRules = (
  from: LocalDate,
  { expectedDayMinutes: minutes, expectedMonthMinutes }: ExpectedTime,
): Terms => ({
  from,
  expectedMinutes: [minutes, minutes, minutes, minutes, minutes, 0, 0],
  expectedMonthMinutes,
  extraBy: 'month',
  contract: null,
  nothing: null,
})

/** All terms that a user ever has, in order, from `EVER` on. `bases` likewise: mostly one. */
export function termsOf(employments: readonly Employment[], bases: readonly Basis[]): readonly Terms[] {
  const contracts = [...employments].sort((a, b) => (a.validFrom < b.validFrom ? -1 : 1)).map(byContract)
  if (bases.length === 1 && bases[0] !== undefined) return resting(contracts, bases[0])
  const terms: Terms[] = []
  bases.forEach((basis, index) => {
    const until = bases[index + 1]?.from ?? NEVER
    const all = resting(contracts, basis)
    all.forEach((each, at) => {
      if (each.from >= until || (all[at + 1]?.from ?? NEVER) <= basis.from) return
      const last = terms.at(-1)
      if (last === undefined || !areSame(last, each))
        terms.push({ ...each, from: each.from > basis.from ? each.from : basis.from })
    })
  })
  return terms
}

/** The terms if the basis held for ever. */
function resting(contracts: readonly Terms[], { contracted, startDate, lastDate, rules }: Basis): Terms[] {
  const terms: Terms[] = contracted
    ? [nothing(EVER, 'beforeContract'), ...contracts]
    : startDate === null
      ? [byRules(EVER, rules)]
      : [nothing(EVER, 'beforeStart'), byRules(startDate, rules)]
  if (lastDate === null) return terms
  const end = addDays(lastDate, 1)
  return [...terms.filter(({ from }) => from < end), nothing(end, 'afterEnd')]
}

const areSame = (a: Terms, b: Terms): boolean =>
  a.contract === b.contract &&
  a.nothing === b.nothing &&
  a.expectedMonthMinutes === b.expectedMonthMinutes &&
  a.expectedMinutes.every((minutes, weekday) => minutes === b.expectedMinutes[weekday])

/** What holds on a day. */
export function termsOn(terms: readonly Terms[], date: LocalDate): Terms {
  let valid = terms[0]
  for (const each of terms) {
    if (each.from > date) break
    valid = each
  }
  return valid ?? nothing(EVER, 'beforeStart')
}

export type ExpectedFacts = {
  month: Month
  /** By `termsOf`. */
  terms: readonly Terms[]
  holidays: ReadonlyMap<LocalDate, string>
  /** What absences do to days; without them nobody is absent. */
  absent?: AbsentDays
}

/** Expected on a day, ms: nothing on a public holiday, nor while nothing holds; less where somebody is absent (I2). */
export function expectedMsOn(
  facts: Pick<ExpectedFacts, 'terms' | 'holidays' | 'absent'>,
  date: LocalDate,
): number {
  if (facts.holidays.has(date)) return 0
  const minutes = termsOn(facts.terms, date).expectedMinutes[weekdayOf(date) - 1] ?? 0
  return minutes * MINUTE_MS - loweredOn(facts, date)
}

const loweredOn = ({ absent }: Pick<ExpectedFacts, 'absent'>, date: LocalDate): number =>
  absent?.get(date)?.loweredMs ?? 0

/** Expected on each day of the month, in order, ms. */
export function expectedByDay(facts: ExpectedFacts): number[] {
  const dates = daysOfMonth(facts.month)
  if (!isUniform(facts.terms, facts.month)) return dates.map((date) => expectedMsOn(facts, date))
  const minutes = termsOn(facts.terms, dates[0] ?? '').expectedMinutes
  return weekdaysOfMonth(facts.month).map((weekday, index) =>
    facts.holidays.has(dates[index] ?? '')
      ? 0
      : (minutes[weekday - 1] ?? 0) * MINUTE_MS - loweredOn(facts, dates[index] ?? ''),
  )
}

/** Does the same hold, or nothing, through the whole month? */
export const isUniform = (terms: readonly Terms[], month: Month): boolean => {
  const dates = daysOfMonth(month)
  return termsOn(terms, dates[0] ?? '') === termsOn(terms, dates.at(-1) ?? '')
}

/** Are the sums of the month enough for its figures? Else it must be known which day had what. */
export const goesBySums = (terms: readonly Terms[], month: Month): boolean => {
  if (!isUniform(terms, month)) return false
  const { extraBy } = termsOn(terms, daysOfMonth(month)[0] ?? '')
  return extraBy === 'month' || extraBy === 'contract'
}

/** Does anything but nothing hold on some day of the month: do they belong into its list? */
export const holdsInMonth = (terms: readonly Terms[], month: Month): boolean => {
  const dates = daysOfMonth(month)
  const [first = '', last = ''] = [dates[0], dates.at(-1)]
  return terms.some(
    (each, index) => each.nothing === null && each.from <= last && (terms[index + 1]?.from ?? NEVER) > first,
  )
}
