// What an hour of somebody's work costs the firm, by the contract of its day (I8).
//
// The rule: an hourly wage is what an hour costs. A monthly wage is divided by the hours that its contract expects of that month,
// rounded half up to the minor unit. A piece of time costs its minutes × that, rounded half up to the minor unit for each entry.
// Bonuses and what is paid on top for extra hours are not in it. Without a contract, or where a month expects nothing, it is not
// known: null, which is not 0.
import { MINUTE_MS } from '../base/duration.ts'
import type { LocalDate, Month } from '../base/localDate.ts'
import { addMonths, firstDayOf } from '../base/localDate.ts'
import { shareOfAll } from '../base/money.ts'
import { expectedInMonth, monthShape } from './monthShape.ts'
import type { Terms } from './terms.ts'

const HOUR_MS = 60 * MINUTE_MS

/** From `from` up to, and without, `until`. */
export type CostStretch = { from: LocalDate; until: LocalDate; minor: number }

export function hourCost(
  { contract, expectedMonthMinutes, expectedMinutes }: Terms,
  month: Month,
  holidays: ReadonlyMap<LocalDate, string>,
): number | null {
  if (contract === null) return null
  const { kind, amountMinor } = contract.wage
  if (kind === 'hourly') return amountMinor
  const expectedMs =
    expectedMonthMinutes === null
      ? expectedInMonth(monthShape(month, holidays), expectedMinutes)
      : expectedMonthMinutes * MINUTE_MS
  return expectedMs === 0 ? null : shareOfAll([{ minor: amountMinor, part: HOUR_MS }], expectedMs)
}

/** The days of a month on which an hour of a user costs the same; those of which nobody knows are left out. */
export function costsInMonth(
  terms: readonly Terms[],
  month: Month,
  holidays: ReadonlyMap<LocalDate, string>,
): CostStretch[] {
  const [first, end] = [firstDayOf(month), firstDayOf(addMonths(month, 1))]
  return terms.flatMap((of, index): CostStretch[] => {
    const next = terms[index + 1]?.from ?? end
    const from = of.from > first ? of.from : first
    const until = next < end ? next : end
    const minor = from < until ? hourCost(of, month, holidays) : null
    return minor === null ? [] : [{ from, until, minor }]
  })
}
