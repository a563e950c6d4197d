// What time is worth to the firm: which billing rate holds for it, and the amount (G7).
//
// The rule: a piece of time is charged by the most specific rate that is valid on its work date: the project's, else the
// customer's, else the user's, else the organisation's. Its amount is duration (ms) × rate (minor units an hour), rounded half up
// to the minor unit for each entry; the total is the sum of these. Only time of a billable category, and not of a project that
// is not billable, has an amount. Where no rate is valid there is none: null, which is not 0.
import type { LocalDate } from '../base/localDate.ts'
import { payFor } from '../base/money.ts'
import type { ExplainStep } from '../contract/diary.ts'
import type { Category } from '../entities/category.ts'
import type { Id } from '../entities/entity.ts'
import type { Rate, RateLevel } from '../entities/rate.ts'
import { put } from '../entities/registry.ts'
import { validOn, versionId } from './dated.ts'
import type { Decision, RuleContext } from './rule.ts'
import { decided } from './rule.ts'
import { compareNames } from '../base/nameOrder.ts'

/** For whom and on what time was spent: what its rate goes by, together with the day. */
export type Spent = { userId: Id; customerId: Id | null; projectId: Id | null }

/** A stretch of days with one rate: from `from` up to, and without, `until`; null: without an end. */
export type RateStretch = { from: LocalDate | null; until: LocalDate | null; rate: Rate | null }

export type RateBook = {
  /** Never empty, without gaps, in order; neighbours differ. */
  stretches(spent: Spent): readonly RateStretch[]
  rateOn(spent: Spent, date: LocalDate): Rate | null
}

const MOST_SPECIFIC_FIRST: readonly RateLevel[] = ['project', 'customer', 'user', 'organisation']

const subjectOf = (level: RateLevel, spent: Spent): Id | null =>
  level === 'organisation' ? null : spent[`${level}Id`]

const keyOf = (level: RateLevel, subjectId: Id | null): string => `${level} ${subjectId ?? ''}`

/** Looks rates up for many entries; `rates` in any order. What it found for the same user, customer and project it keeps. */
export function rateBook(rates: readonly Rate[]): RateBook {
  const bySubject = Map.groupBy(rates, ({ level, subjectId }) => keyOf(level, subjectId))
  const known = new Map<string, readonly RateStretch[]>()

  const make = (spent: Spent): readonly RateStretch[] => {
    const lists = MOST_SPECIFIC_FIRST.flatMap((level) => {
      const subjectId = subjectOf(level, spent)
      // Time without a customer or project has no rate of one.
      if (subjectId === null && level !== 'organisation') return []
      return [bySubject.get(keyOf(level, subjectId)) ?? []]
    })
    const cuts = [...new Set(lists.flat().map(({ validFrom }) => validFrom))].sort()
    const stretches: RateStretch[] = [{ from: null, until: null, rate: null }]
    for (const from of cuts) {
      const rate = lists.reduce<Rate | null>((found, list) => found ?? validOn(list, from), null)
      const last = stretches.at(-1)
      if (last === undefined || last.rate === rate) continue
      last.until = from
      stretches.push({ from, until: null, rate })
    }
    return stretches
  }

  const stretchesOf = (spent: Spent): readonly RateStretch[] => {
    const key = [spent.userId, spent.customerId ?? '', spent.projectId ?? ''].join(' ')
    let found = known.get(key)
    if (found === undefined) known.set(key, (found = make(spent)))
    return found
  }
  return {
    stretches: stretchesOf,
    rateOn: (spent, date) =>
      stretchesOf(spent).findLast(({ from }) => from === null || from <= date)?.rate ?? null,
  }
}

/** Whether time can be charged at all: as it says itself (`own`), else by category and project; time without a category cannot. */
export const isBillable = (
  own: boolean | null,
  category: Pick<Category, 'billType'> | null,
  project: { billable: boolean } | null,
): boolean => own ?? (category?.billType === 'billable' && project?.billable !== false)

/** One entry's amount in minor units, rounded half up; `ms` of counted time. */
export const amountOf = (ms: number, rate: Pick<Rate, 'amountMinor'>): number => payFor(ms, rate.amountMinor)

/** What was charged by one rate: the entries' amounts are already rounded. `name`: whose rate it is; null for the organisation. */
export type BillShare = { rate: Rate; name: string | null; entries: number; ms: number; amountMinor: number }
export type Unbilled = { entries: number; ms: number }
export type BillFacts = { shares: readonly BillShare[]; withoutRate: Unbilled; notBillable: Unbilled }

/** The total and how it came about: a step for each rate, the most specific and newest first, and what was not charged (G7). */
export function billFigures({ shares, withoutRate, notBillable }: BillFacts): {
  amountMinor: number | null
  billedMs: number
  steps: ExplainStep[]
} {
  const ordered = [...shares].sort(
    (a, b) =>
      MOST_SPECIFIC_FIRST.indexOf(a.rate.level) - MOST_SPECIFIC_FIRST.indexOf(b.rate.level) ||
      compareNames(a.name ?? '', b.name ?? '') ||
      (a.rate.validFrom < b.rate.validFrom ? 1 : -1),
  )
  const amountMinor = shares.length === 0 ? null : shares.reduce((sum, share) => sum + share.amountMinor, 0)
  const steps = ordered.map(({ rate, name, entries, ms }): ExplainStep => ({
    code: `amount.${rate.level}`,
    values: { name, from: rate.validFrom, rateMinor: rate.amountMinor, ms, entries },
    resultMinor: amountOf(ms, rate),
  }))
  // What each entry's rounding makes of the products: said, so that the steps add up (I14).
  const rounding = (amountMinor ?? 0) - steps.reduce((sum, { resultMinor = 0 }) => sum + resultMinor, 0)
  if (rounding !== 0) steps.push({ code: 'amount.rounding', values: {}, resultMinor: rounding })
  if (withoutRate.entries > 0) steps.push({ code: 'amount.withoutRate', values: { ...withoutRate } })
  if (notBillable.entries > 0) steps.push({ code: 'amount.notBillable', values: { ...notBillable } })
  steps.push(
    amountMinor === null
      ? { code: 'amount.none', values: {} }
      : { code: 'amount.sum', values: {}, resultMinor: amountMinor },
  )
  return { amountMinor, billedMs: shares.reduce((sum, { ms }) => sum + ms, 0), steps }
}

/** A rate from a day on; one that begins on the same day is replaced (G7). */
export function setRate(
  version: Omit<Rate, 'id'>,
  versions: readonly Rate[],
  ctx: Pick<RuleContext, 'newId'>,
): Decision<{ rateId: Id }> {
  const id = versionId(versions, version, ctx.newId)
  return decided([put('rate', { ...version, id })], { rateId: id })
}
