// The billing rates of the sample firm: its own with a rise after a year, those of senior users, and of some customers and projects.
import { addMonths, firstDayOf } from '../../shared/base/localDate.ts'
import type { Month } from '../../shared/base/localDate.ts'
import type { Id } from '../../shared/entities/entity.ts'
import type { Rate } from '../../shared/entities/rate.ts'
import { minorOf } from './amount.ts'
import type { SampleProject } from './projects.ts'
import { sampleId } from './sampleId.ts'

/** An hour in main units of a euro-like currency: at first, and after a year where it rose. */
const OWN = [85, 90] as const
/** By place among the users. */
const SENIORS: Readonly<Record<number, readonly number[]>> = { 0: [140], 1: [120, 126], 2: [115] }
/** By place among the customers: old friends for less, those with odd hours for more. */
const AGREED: Readonly<Record<number, readonly number[]>> = {
  1: [95],
  6: [78],
  12: [110, 117.5],
  20: [72.5, 76],
  35: [99],
}
/** Every so many projects, one has a rate of its own. */
const EACH = 4
const PROJECT_RATES = [105, 130, 92.5, 150] as const

export type RateFacts = {
  users: readonly { id: Id }[]
  customers: readonly { id: Id }[]
  projects: readonly SampleProject[]
  prefix: string
  /** The month of the sample's end, and how many years before it the firm began. */
  month: Month
  years: number
  currency: string
}

export function sampleRates(facts: RateFacts): Rate[] {
  const { month, years, currency } = facts
  const begins = [12 * years, 12 * (years - 1)].map((back) => firstDayOf(addMonths(month, -back)))
  type Made = Omit<Rate, 'id'>
  const dated = (level: Rate['level'], subjectId: Id | null, amounts: readonly number[]): Made[] =>
    amounts.map((amount, index) => ({
      level,
      subjectId,
      validFrom: begins[index] ?? '',
      amountMinor: minorOf(amount, currency),
    }))
  const byPlace = (level: 'user' | 'customer', of: readonly { id: Id }[], amounts: typeof AGREED): Made[] =>
    of.flatMap(({ id }, place) => dated(level, id, amounts[place] ?? []))
  const all: Made[] = [
    ...dated('organisation', null, OWN),
    ...byPlace('user', facts.users, SENIORS),
    ...byPlace('customer', facts.customers, AGREED),
    ...facts.projects
      .filter((_, number) => number % EACH === 0)
      .map(({ id, begin }, place): Made => ({
        level: 'project',
        subjectId: id,
        validFrom: begin,
        amountMinor: minorOf(PROJECT_RATES[place % PROJECT_RATES.length] ?? 0, currency),
      })),
  ]
  return all.map((rate, index) => ({ id: sampleId(facts.prefix, 'R', index), ...rate }))
}
