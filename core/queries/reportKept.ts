// The part of a report that totals answer which are kept (core/derived/reportTotals.ts), and the days that are left to be counted.
import type { LocalDate, Month } from '../../shared/base/localDate.ts'
import { firstDayOf, lastDayOf } from '../../shared/base/localDate.ts'
import type { Id } from '../../shared/entities/entity.ts'
import type { ReportFilter, ReportGroup } from '../../shared/entities/report.ts'
import type { Counted } from '../../shared/rules/report.ts'
import type { Data } from '../db/data.ts'
import type { KeptBy, KeptSums } from '../derived/reportTotals.ts'
import { countedMonths, isKeptBy, KEPT_BY, keptSums } from '../derived/reportTotals.ts'

/** Both included; without one it has no end there. */
export type Days = { from?: LocalDate; to?: LocalDate }

type Asked = {
  by: readonly ReportGroup[]
  from: LocalDate | null
  to: LocalDate | null
  filter: ReportFilter
  /** The one user whose time is shown. */
  only: Id | null
  withMoney: boolean
}

type Part = { counted: Counted[]; stretches: readonly Days[] }

/** In more pieces than these the days are counted as a whole: each piece begins with the tables of its rates and costs. */
const MOST_STRETCHES = 4

export function keptPart(data: Data, asked: Asked): Part {
  const { from, to, by, withMoney } = asked
  const nothing: Part = {
    counted: [],
    stretches: [{ ...(from !== null && { from }), ...(to !== null && { to }) }],
  }
  const kept = keptFor(asked)
  if (kept === null) return nothing
  const months = countedMonths(data).filter((month) => isWithin(data, month, from, to))
  if (months.length === 0) return nothing
  const stretches = besides(data, months, from, to)
  if (stretches.length > MOST_STRETCHES) return nothing
  const groups = by.map((group) => (group === 'month' ? 'month' : 'key'))
  const counted = keptSums(data, kept.by, months, groups, kept.key).map((sums): Counted => ({
    keys: groups.map((group) => sums[group] || null),
    figures: figuresOf(sums, withMoney),
  }))
  return { counted, stretches }
}

/** By what it would have to be kept, and of which one alone; null: it is no usual report. */
function keptFor({ by, filter, only }: Asked): { by: KeptBy; key: string | null } | null {
  const things = by.filter((group) => group !== 'month')
  const narrowed = new Map(Object.entries(filter).filter(([, value]) => value !== undefined))
  if (only !== null) {
    // Whoever asks for somebody else is shown nothing.
    if (narrowed.has('userId') && narrowed.get('userId') !== only) return null
    narrowed.set('userId', only)
  }
  const filtered = [...narrowed].map(([name, value]) => ({
    by: Object.keys(KEPT_BY).find((kind) => KEPT_BY[kind as KeptBy].field === name),
    value,
  }))
  const kinds = new Set([...things, ...filtered.map((one) => one.by ?? '')])
  const [kind = 'user', ...more] = kinds
  if (more.length > 0 || !isKeptBy(kind)) return null
  const [one] = filtered
  return { by: kind, key: one === undefined ? null : String(one.value ?? '') }
}

/** Is all time of the month asked for? Nobody may have recorded any on the days that are not. */
function isWithin(data: Data, month: Month, from: LocalDate | null, to: LocalDate | null): boolean {
  if ((from !== null && from > beyond(month)) || (to !== null && to < month)) return false
  const [first, last] = [firstDayOf(month), lastDayOf(month)]
  return (
    (from === null || from <= first || !hasTime(data, month, from)) &&
    (to === null || to >= last || !hasTime(data, after(to), beyond(month)))
  )
}

// Dates are texts: a month stands before its first day, and these after the last day of it, and after a day.
const beyond = (month: Month): LocalDate => `${month}-~`
const after = (date: LocalDate): LocalDate => `${date}~`

/** Is there time from `from` on, and before `before`? */
const hasTime = (data: Data, from: LocalDate, before: LocalDate): boolean =>
  data.get('SELECT 1 FROM time_entry WHERE work_date >= ? AND work_date < ? LIMIT 1', from, before) !==
  undefined

/** The days that are asked for and lie in none of the months, which are in order: those on which there is time. */
function besides(data: Data, months: readonly Month[], from: LocalDate | null, to: LocalDate | null): Days[] {
  const begins = [from, ...months.map(beyond)]
  return begins.flatMap((begin, index): Days[] => {
    const end = months[index] ?? to
    const before = months[index] ?? (to === null ? '~' : after(to))
    return hasTime(data, begin ?? '', before)
      ? [{ ...(begin !== null && { from: begin }), ...(end !== null && { to: end }) }]
      : []
  })
}

const figuresOf = (sums: KeptSums, withMoney: boolean): Counted['figures'] => ({
  entries: sums.entries,
  ms: sums.ms,
  billableMs: sums.billableMs,
  amountMinor: withMoney && sums.rated > 0 ? sums.amountMinor : null,
  withoutRateMs: withMoney ? sums.withoutRateMs : 0,
  costMinor: withMoney && sums.costed > 0 ? sums.costMinor : null,
  withoutCostMs: withMoney ? sums.withoutCostMs : 0,
})
