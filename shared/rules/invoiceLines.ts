// Recorded time as the lines of an invoice: grouped, rounded, priced (E7).
//
// A line holds time of one group and one price. Its time is the sum of its entries in whole minutes, rounded by the invoice's rule and
// then to hundredths of an hour; only then is it multiplied by the price. So the quantity that is printed times the price that is
// printed is the amount that is printed. Time that was drawn from a package is paid already: it stands in lines of its own at a price
// of nothing, and is not rounded, as packages count each minute (E10).
import { HOUR_MS, roundDuration } from '../base/duration.ts'
import type { LocalDate } from '../base/localDate.ts'
import { shareOfAll } from '../base/money.ts'
import { compareNames } from '../base/nameOrder.ts'
import type { Id } from '../entities/entity.ts'
import type { FreeLine, GroupBy, InvoiceLine, Rounding } from '../entities/invoice.ts'
import { NO_ROUNDING } from '../entities/invoice.ts'
import type { Tax } from '../entities/tax.ts'

/** A piece of time that can be billed. */
export type BillableItem = {
  entryId: Id
  date: LocalDate
  /** Counted time, in whole minutes where figures count so. */
  ms: number
  /** An hour, by the rate of its day; nothing where it is prepaid. */
  rateMinor: number
  /** Drawn from a package. Of a session across zero there are two items. */
  prepaid: boolean
  /** What it is called by each grouping. */
  names: Record<GroupBy, string>
}

/** Hundredths of an hour, halves up. */
export const hundredthsOf = (ms: number, { mode, stepMinutes }: Rounding): number =>
  Math.round((roundDuration(ms, { mode, stepMinutes }) * 100) / HOUR_MS)

/** Quantity times price, halves away from zero. */
export const amountOfLine = (quantityHundredths: number, unitPriceMinor: number): number =>
  shareOfAll([{ minor: unitPriceMinor, part: quantityHundredths }], 100)

const BY_DAY: ReadonlySet<GroupBy> = new Set(['entry', 'day'])

const keyOf = (item: BillableItem, groupBy: GroupBy): string =>
  groupBy === 'entry' ? item.entryId : groupBy === 'day' ? item.date : item.names[groupBy]

type Group = Pick<BillableItem, 'date' | 'rateMinor' | 'prepaid'> & { items: BillableItem[]; text: string }

/**
 * An item as what of it is prepaid and what is not, of `drawnMs` that its packages hold for it. `called`: what prepaid time is called
 * by each name.
 */
export function splitPrepaid(
  item: BillableItem,
  drawnMs: number,
  called: (name: string) => string,
): BillableItem[] {
  const prepaidMs = Math.min(drawnMs, item.ms)
  if (prepaidMs === 0) return [item]
  const { entry, day, category, project, case: ofCase, user } = item.names
  const names = {
    entry: called(entry),
    day: called(day),
    category: called(category),
    project: called(project),
    case: called(ofCase),
    user: called(user),
  }
  const prepaid = { ...item, ms: prepaidMs, rateMinor: 0, prepaid: true, names }
  return prepaidMs === item.ms ? [prepaid] : [prepaid, { ...item, ms: item.ms - prepaidMs }]
}

export function timeLines(
  items: readonly BillableItem[],
  { groupBy, rounding, tax }: { groupBy: GroupBy; rounding: Rounding; tax: Tax },
): InvoiceLine[] {
  const groups = new Map<string, Group>()
  for (const item of items) {
    const key = `${item.prepaid ? 'prepaid' : item.rateMinor}\n${keyOf(item, groupBy)}`
    const group = groups.get(key)
    if (group !== undefined) {
      group.items.push(item)
      if (item.date < group.date) group.date = item.date
    } else {
      const { date, rateMinor, prepaid, names } = item
      groups.set(key, { items: [item], text: names[groupBy], date, rateMinor, prepaid })
    }
  }
  const byName = (a: Group, b: Group): number => compareNames(a.text, b.text) || b.rateMinor - a.rateMinor
  const byDay = (a: Group, b: Group): number => (a.date === b.date ? 0 : a.date < b.date ? -1 : 1)
  return [...groups.values()]
    .sort(BY_DAY.has(groupBy) ? byDay : byName)
    .map(({ items: of, text, rateMinor, prepaid }) => {
      const ms = of.reduce((sum, item) => sum + item.ms, 0)
      const quantityHundredths = hundredthsOf(ms, prepaid ? NO_ROUNDING : rounding)
      return {
        text,
        unit: 'hour',
        quantityHundredths,
        unitPriceMinor: rateMinor,
        amountMinor: amountOfLine(quantityHundredths, rateMinor),
        tax,
        entryIds: of.map(({ entryId }) => entryId),
      }
    })
}

/** What its lines come to before tax and discount, as a new draft has them. */
export const amountOfTime = (items: readonly BillableItem[], groupBy: GroupBy): number =>
  timeLines(items, { groupBy, rounding: NO_ROUNDING, tax: UNTAXED }).reduce(
    (sum, { amountMinor }) => sum + amountMinor,
    0,
  )

const UNTAXED: Tax = { taxCategory: 'O', percentHundredths: 0, exemption: '' }

export const freeLine = (line: FreeLine, tax: Tax): InvoiceLine => ({
  text: line.text,
  unit: 'piece',
  quantityHundredths: line.quantityHundredths,
  unitPriceMinor: line.unitPriceMinor,
  amountMinor: amountOfLine(line.quantityHundredths, line.unitPriceMinor),
  tax: line.tax ?? tax,
  entryIds: [],
})
