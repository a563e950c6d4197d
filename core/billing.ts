// What a customer's time is worth: counted by the data file over the index made for it, by rates that the rule chose.
import type { LocalDate } from '../shared/base/localDate.ts'
import type { Id } from '../shared/entities/entity.ts'
import type { Rate } from '../shared/entities/rate.ts'
import type { BillFacts, BillShare, Unbilled } from '../shared/rules/billing.ts'
import { isBillable, rateBook } from '../shared/rules/billing.ts'
import type { Data } from './db/data.ts'

type Group = { userId: Id; projectId: Id | null; categoryId: Id | null; entries: number; ms: number }
type Charged = Unbilled & { amountMinor: number }

/** Both days included; null: all of them. */
type Span = { from: LocalDate; to: LocalDate } | null

/** Before and after every date there is. */
const EARLIEST = ''
const LATEST = '~'

/**
 * An entry's amount, rounded half up as by `amountOf` of shared/rules/billing.ts; a test holds the two together. The limits of a
 * rate and of a day keep the product within the data file's 64 bits. The driver hands numbers over as fractions: hence the cast.
 */
export const amountSql = (ms: string): string => `(${ms} * CAST(? AS INTEGER) + 1800000) / 3600000`

const CHARGED = `SELECT count(*) AS entries, coalesce(sum(duration_ms), 0) AS ms,
  coalesce(sum(${amountSql('duration_ms')}), 0) AS amountMinor
  FROM time_entry WHERE customer_id = ? AND user_id = ? AND project_id IS ? AND category_id IS ?
  AND work_date >= ? AND work_date < ? AND work_date BETWEEN ? AND ?`

/** Who worked on what: few groups, whatever the number of entries, each with one rate for a stretch of days. */
const GROUPS = `SELECT user_id AS userId, project_id AS projectId, category_id AS categoryId, count(*) AS entries,
  sum(duration_ms) AS ms FROM time_entry WHERE customer_id = ? AND work_date BETWEEN ? AND ?
  GROUP BY user_id, project_id, category_id`

/** The customer's time by the rates that hold for it. */
export function billOf(data: Data, customerId: Id, span: Span = null): BillFacts {
  const book = rateBook(data.list('rate'))
  const [first, last] = span === null ? [EARLIEST, LATEST] : [span.from, span.to]
  const shares = new Map<Id, BillShare>()
  const withoutRate: Unbilled = { entries: 0, ms: 0 }
  const notBillable: Unbilled = { entries: 0, ms: 0 }
  for (const group of data.all<Group>(GROUPS, customerId, first, last)) {
    const { userId, projectId, categoryId } = group
    if (!isGroupBillable(data, group)) {
      add(notBillable, group)
      continue
    }
    for (const { from, until, rate } of book.stretches({ userId, customerId, projectId })) {
      const charged = data.get<Charged>(
        CHARGED,
        rate?.amountMinor ?? 0,
        customerId,
        userId,
        projectId,
        categoryId,
        from ?? EARLIEST,
        until ?? LATEST,
        first,
        last,
      )
      if (charged === undefined || charged.entries === 0) continue
      if (rate === null) add(withoutRate, charged)
      else addShare(shares, rate, subjectName(data, rate), charged)
    }
  }
  return { shares: [...shares.values()], withoutRate, notBillable }
}

function isGroupBillable(data: Data, { categoryId, projectId }: Group): boolean {
  const category = categoryId === null ? null : data.find('category', categoryId)
  const project = projectId === null ? null : data.find('project', projectId)
  return isBillable(category, project)
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
