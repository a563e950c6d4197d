// What a customer's time is worth: counted by the data file over the index made for it, by rates that the rule chose.
import { addDays } from '../shared/base/localDate.ts'
import type { LocalDate } from '../shared/base/localDate.ts'
import type { Id } from '../shared/entities/entity.ts'
import type { Rate } from '../shared/entities/rate.ts'
import type { BillFacts, BillShare, RateStretch, Unbilled } from '../shared/rules/billing.ts'
import { isBillable, rateBook } from '../shared/rules/billing.ts'
import type { Data } from './db/data.ts'

type Group = { userId: Id; projectId: Id | null; categoryId: Id | null }
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
  AND work_date >= ? AND work_date < ?`

/** Who worked on what: few, whatever the number of entries, for the index is read by leaps. Each has one rate for a stretch of days. */
const GROUPS = `SELECT DISTINCT user_id AS userId, project_id AS projectId, category_id AS categoryId
  FROM time_entry WHERE customer_id = ?`

/** All days of a group that cannot be charged. */
const WHOLE: RateStretch = { from: null, until: null, rate: null }

/** The customer's time by the rates that hold for it. */
export function billOf(data: Data, customerId: Id, span: Span = null): BillFacts {
  const book = rateBook(data.list('rate'))
  const shares = new Map<Id, BillShare>()
  const withoutRate: Unbilled = { entries: 0, ms: 0 }
  const notBillable: Unbilled = { entries: 0, ms: 0 }
  for (const group of data.all<Group>(GROUPS, customerId)) {
    const { userId, projectId, categoryId } = group
    const billable = isGroupBillable(data, group)
    const stretches = billable ? book.stretches({ userId, customerId, projectId }) : [WHOLE]
    for (const { from, until, rate } of stretches) {
      const charged = data.get<Charged>(
        CHARGED,
        rate?.amountMinor ?? 0,
        customerId,
        userId,
        projectId,
        categoryId,
        ...within(span, from ?? EARLIEST, until ?? LATEST),
      )
      if (charged === undefined || charged.entries === 0) continue
      if (!billable) add(notBillable, charged)
      else if (rate === null) add(withoutRate, charged)
      else addShare(shares, rate, subjectName(data, rate), charged)
    }
  }
  return { shares: [...shares.values()], withoutRate, notBillable }
}

/** The days of a stretch that lie in the span, without the last. */
function within(span: Span, from: LocalDate, until: LocalDate): [from: LocalDate, until: LocalDate] {
  if (span === null) return [from, until]
  const after = addDays(span.to, 1)
  return [from > span.from ? from : span.from, until < after ? until : after]
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
