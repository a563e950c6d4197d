// The vacation of a year: what somebody is entitled to, what came over from the year before, what was taken, and what remains (I3).
//
// The rule: each version of the entitlement gives its part of the year by calendar days, until the last day of employment. What is
// left at the end of a year goes on into the next, at most as much as the rule of that day says; too much taken always does. Carried
// days are taken first, and what is left of them after their last day expires. All in hundredths of a day.
import type { LocalDate } from '../base/localDate.ts'
import { addDays, daysBetween, lastDayOf } from '../base/localDate.ts'
import { shareOfAll } from '../base/money.ts'
import type { VacationYear } from '../contract/absence.ts'
import type { ExplainStep } from '../contract/diary.ts'
import type { AccountEntry } from '../entities/accountEntry.ts'
import type { CarryOver, Entitlement } from '../entities/entitlement.ts'

/** Hundredths of a day that absences draw, by day. */
export type Drawn = ReadonlyMap<LocalDate, number>

export type VacationFacts = {
  versions: readonly Pick<Entitlement, 'validFrom' | 'hundredths'>[]
  /** Of the vacation. */
  entries: readonly Pick<AccountEntry, 'date' | 'amount'>[]
  /** By approved absences. */
  drawn: Drawn
  /** By those that wait for a decision. */
  requested: Drawn
  /** As it is or was on that day: a year that is closed stays as it was (K1). */
  carryOn(date: LocalDate): CarryOver
  lastDateOn(date: LocalDate): LocalDate | null
}

const firstOf = (year: number): LocalDate => `${year}-01-01`
const lastOf = (year: number): LocalDate => `${year}-12-31`
/** The day of that year, and of a month that is shorter its last. */
const dayIn = (year: number, monthAndDay: string): LocalDate => {
  const end = lastDayOf(`${year}-${monthAndDay.slice(0, 2)}`)
  return `${year}-${monthAndDay}` < end ? `${year}-${monthAndDay}` : end
}
const yearOf = (date: LocalDate): number => Number(date.slice(0, 4))

export function entitledIn(year: number, { versions, lastDateOn }: VacationFacts): number {
  const lastDate = lastDateOn(lastOf(year))
  const sorted = versions.toSorted((a, b) => (a.validFrom < b.validFrom ? -1 : 1))
  const parts = sorted.map(({ validFrom, hundredths }, index) => {
    const next = sorted[index + 1]?.validFrom
    const from = validFrom > firstOf(year) ? validFrom : firstOf(year)
    const ends = [lastOf(year), ...(lastDate === null ? [] : [lastDate])]
    if (next !== undefined) ends.push(addDays(next, -1))
    const [to = ''] = ends.sort()
    return { minor: hundredths, part: to < from ? 0 : daysBetween(from, to) + 1 }
  })
  return parts.length === 0 ? 0 : shareOfAll(parts, daysBetween(firstOf(year), lastOf(year)) + 1)
}

/** The year as it is on a day; of a year that is over its end, of one to come its beginning. */
export function vacationYear(facts: VacationFacts, year: number, on: LocalDate): VacationYear {
  const begins = [
    ...facts.versions.map(({ validFrom }) => validFrom),
    ...facts.entries.map(({ date }) => date),
  ].sort()
  const first = begins[0] === undefined ? year : Math.min(year, yearOf(begins[0]))
  let [carried, until]: [number, string | null] = [0, null]
  for (let past = first; past < year; past += 1) {
    // As it is once it is over: what could be taken until its last day has expired by then.
    const over = yearWith(facts, past, { carried, until, on: firstOf(past + 1) })
    const rule = facts.carryOn(lastOf(past))
    carried = rule.most === null ? over.remaining : Math.min(over.remaining, rule.most)
    until = rule.until
  }
  return yearWith(facts, year, { carried, until, on })
}

function yearWith(
  facts: VacationFacts,
  year: number,
  { carried, until, on }: { carried: number; until: string | null; on: LocalDate },
): VacationYear {
  const [first, last] = [firstOf(year), lastOf(year)]
  const within = (date: LocalDate): boolean => date >= first && date <= last
  const sum = (drawn: Drawn, counts: (date: LocalDate) => boolean): number => {
    let all = 0
    for (const [date, hundredths] of drawn) if (within(date) && counts(date)) all += hundredths
    return all
  }
  const entitled = entitledIn(year, facts)
  const corrected = facts.entries.reduce((all, { date, amount }) => (within(date) ? all + amount : all), 0)
  const taken = sum(facts.drawn, (date) => date <= on)
  const planned = sum(facts.drawn, (date) => date > on)
  const end = until === null ? null : dayIn(year, until)
  const expired =
    end === null || on <= end || carried <= 0
      ? 0
      : Math.max(0, carried - sum(facts.drawn, (date) => date <= end))
  return {
    year,
    entitled,
    carried,
    carriedUntil: carried > 0 ? end : null,
    corrected,
    taken,
    planned,
    expired,
    requested: sum(facts.requested, () => true),
    remaining: entitled + carried + corrected - taken - planned - expired,
  }
}

/** How what remains came about. */
export function vacationSteps(of: VacationYear): ExplainStep[] {
  const { year, carriedUntil } = of
  const step = (code: string, hundredths: number, always = false): ExplainStep[] =>
    hundredths === 0 && !always
      ? []
      : [
          {
            code: `vacation.${code}`,
            values: { year: String(year), until: carriedUntil },
            resultHundredths: hundredths,
          },
        ]
  return [
    ...step('entitled', of.entitled, true),
    ...step(carriedUntil === null ? 'carried' : 'carriedUntil', of.carried),
    ...step('corrected', of.corrected),
    ...step('taken', -of.taken),
    ...step('planned', -of.planned),
    ...step('expired', -of.expired),
    ...step('remaining', of.remaining, true),
    ...step('requested', of.requested),
  ]
}
