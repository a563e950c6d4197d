// What a customer's time is worth: counted by the data file over the index made for it, by rates that the rule chose.
import type { LocalDate } from '../../shared/base/localDate.ts'
import type { EntryFilter } from '../../shared/contract/entryFilter.ts'
import type { Id } from '../../shared/entities/entity.ts'
import type { Rate } from '../../shared/entities/rate.ts'
import type { BillFacts, BillShare, RateStretch, Unbilled } from '../../shared/rules/billing.ts'
import { rateBook } from '../../shared/rules/billing.ts'
import type { History } from '../../shared/rules/pastSetting.ts'
import type { Data } from '../db/data.ts'
import { countedSql, exactThrough } from '../derived/countedSql.ts'
import { conditionOf } from './entryFilter.ts'
import { billableHistory } from './history.ts'

type Group = { userId: Id; projectId: Id | null; categoryId: Id | null; billable: 0 | 1 | null }
type Charged = Unbilled & { amountMinor: number }

/** Before and after every date there is. */
const EARLIEST = ''
const LATEST = '~'

/**
 * An entry's amount, rounded half up as by `amountOf` of shared/rules/billing.ts; a test holds the two together. The limits of a
 * rate and of a day keep the product within the data file's 64 bits. The driver hands numbers over as fractions: hence the cast.
 */
export const amountSql = (ms: string): string => `(${ms} * CAST(? AS INTEGER) + 1800000) / 3600000`

const charged = (counted: string): string => `SELECT count(*) AS entries, coalesce(sum(${counted}), 0) AS ms,
  coalesce(sum(${amountSql(`(${counted})`)}), 0) AS amountMinor
  FROM time_entry e WHERE customer_id = ? AND user_id = ? AND project_id IS ? AND category_id IS ? AND billable IS ?
  AND work_date >= ? AND work_date < ?`

/** Who worked on what: few, whatever the number of entries, for the index is read by leaps. Each has one rate for a stretch of days. */
const GROUPS = `SELECT DISTINCT user_id AS userId, project_id AS projectId, category_id AS categoryId, billable
  FROM time_entry WHERE customer_id = ?`

/** The customer's time, or what the filter leaves of it, by the rates that hold for it. */
export function billOf(data: Data, customerId: Id, filter: EntryFilter = {}): BillFacts {
  const book = rateBook(data.list('rate'))
  const counted = charged(countedSql(exactThrough(data)))
  const shares = new Map<Id, BillShare>()
  const withoutRate: Unbilled = { entries: 0, ms: 0 }
  const notBillable: Unbilled = { entries: 0, ms: 0 }
  const { sql, values } = conditionOf(data, filter, { customerId })
  for (const group of data.all<Group>(GROUPS, customerId)) {
    const { userId, projectId, categoryId } = group
    const own = group.billable === null ? null : group.billable === 1
    const rates = book.stretches({ userId, customerId, projectId })
    for (const { from, until, billable, rate } of chargeStretches(
      billableHistory(data, { ...group, billable: own }),
      rates,
    )) {
      const found = data.get<Charged>(
        `${counted} AND ${sql}`,
        rate?.amountMinor ?? 0,
        customerId,
        userId,
        projectId,
        categoryId,
        group.billable,
        from,
        until,
        ...values,
      )
      if (found === undefined || found.entries === 0) continue
      if (!billable) add(notBillable, found)
      else if (rate === null) add(withoutRate, found)
      else addShare(shares, rate, subjectName(data, rate), found)
    }
  }
  return { shares: [...shares.values()], withoutRate, notBillable }
}

type ChargeStretch = { from: LocalDate; until: LocalDate; billable: boolean; rate: Rate | null }

/** Days on which the time of a group is charged in the same way. */
function chargeStretches(billable: History<boolean>, rates: readonly RateStretch[]): ChargeStretch[] {
  return billable.flatMap(({ from, settings }, index): ChargeStretch[] => {
    const until = billable[index + 1]?.from ?? LATEST
    if (!settings) return [{ from, until, billable: false, rate: null }]
    return rates.flatMap((of) => {
      const [begin, end] = [of.from ?? EARLIEST, of.until ?? LATEST]
      const stretch = { from: begin > from ? begin : from, until: end < until ? end : until }
      return stretch.from < stretch.until ? [{ ...stretch, billable: true, rate: of.rate }] : []
    })
  })
}

/** Whose rate it is; null for the organisation's. */
export function subjectName(data: Data, { level, subjectId }: Rate): string | null {
  if (level === 'organisation' || subjectId === null) return null
  return data.find(level, subjectId)?.name ?? null
}

function add(sum: Unbilled, more: Unbilled): void {
  sum.entries += more.entries
  sum.ms += more.ms
}

function addShare(shares: Map<Id, BillShare>, rate: Rate, name: string | null, charged: Charged): void {
  const share = shares.get(rate.id) ?? { rate, name, entries: 0, ms: 0, amountMinor: 0 }
  add(share, charged)
  share.amountMinor += charged.amountMinor
  shares.set(rate.id, share)
}
