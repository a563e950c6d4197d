// A report's table from the groups that were counted: an outline with subtotals that add up to the total (I8, I14).
//
// The rule: each entry counts in whole minutes, its amount and cost are rounded once for itself, and all else is a sum of these. So
// the total is the same whatever a report is grouped by. Time with several tags counts under each of them; what stands above, and the
// total, counts it once.
import { compareNames } from '../base/nameOrder.ts'
import type { ReportFigures, ReportRow } from '../contract/report.ts'
import type { ReportGroup } from '../entities/report.ts'
import { isPeriod } from '../entities/report.ts'
import { SOMES } from '../entities/subject.ts'

export const NO_FIGURES: ReportFigures = {
  entries: 0,
  ms: 0,
  billableMs: 0,
  amountMinor: null,
  withoutRateMs: 0,
  costMinor: null,
  withoutCostMs: 0,
}

const sum = (a: number | null, b: number | null): number | null => (a === null ? b : b === null ? a : a + b)

export const addFigures = (a: ReportFigures, b: ReportFigures): ReportFigures => ({
  entries: a.entries + b.entries,
  ms: a.ms + b.ms,
  billableMs: a.billableMs + b.billableMs,
  amountMinor: sum(a.amountMinor, b.amountMinor),
  withoutRateMs: a.withoutRateMs + b.withoutRateMs,
  costMinor: sum(a.costMinor, b.costMinor),
  withoutCostMs: a.withoutCostMs + b.withoutCostMs,
})

/** What is left of the amount; null where neither is known. */
export const marginOf = ({ amountMinor, costMinor }: ReportFigures): number | null =>
  amountMinor === null && costMinor === null ? null : (amountMinor ?? 0) - (costMinor ?? 0)

/** How much of it can be charged, in whole percent, halves up; null of nothing. */
export const shareOf = ({ ms, billableMs }: ReportFigures): number | null =>
  ms === 0 ? null : Math.floor((200 * billableMs + ms) / (2 * ms))

/** Does an entry count under several of its groups? */
export const isSeveral = (group: ReportGroup): boolean => SOMES.some(({ part }) => part === group)

/** What was counted for one combination of groups; a key of null: it has none of it. */
export type Counted = { keys: readonly (string | null)[]; figures: ReportFigures }
export type Label = Pick<ReportRow, 'name' | 'colour'>

/**
 * So many groups from the left are counted by themselves, as the sum of what stands below them would count time twice. The total is
 * that of none.
 */
export const countedApart = (by: readonly ReportGroup[]): number[] =>
  by.map((_, level) => level).filter((level) => by.slice(level).some(isSeveral))

const keyOf = (keys: readonly (string | null)[]): string => JSON.stringify(keys)

/** `apart`: what was counted by itself, at each of the levels that `countedApart` names. */
export function reportTable(
  by: readonly ReportGroup[],
  counted: readonly Counted[],
  apart: ReadonlyMap<number, readonly Counted[]>,
  labelOf: (group: ReportGroup, key: string | null) => Label,
): { rows: ReportRow[]; total: ReportFigures } {
  const known = new Map(
    [...apart.values()].flat().map(({ keys, figures }) => [keyOf(keys), figures] as const),
  )
  const rows: ReportRow[] = []
  const branch = (below: readonly Counted[], level: number): ReportRow[] => {
    const group = by[level]
    if (group === undefined) return []
    const groups = [...Map.groupBy(below, ({ keys }) => keys[level] ?? null)].map(([key, within]) => {
      const path = within[0]?.keys.slice(0, level + 1) ?? []
      const figures =
        known.get(keyOf(path)) ?? within.map((one) => one.figures).reduce(addFigures, NO_FIGURES)
      return { row: { level, key, ...labelOf(group, key), figures }, within }
    })
    groups.sort(({ row: a }, { row: b }) => (isPeriod(group) ? byKey(a, b) : byTime(a, b)))
    return groups.flatMap(({ row, within }) => [row, ...branch(within, level + 1)])
  }
  rows.push(...branch(counted, 0))
  const total = known.get(keyOf([])) ?? counted.map(({ figures }) => figures).reduce(addFigures, NO_FIGURES)
  return { rows, total }
}

const byKey = (a: ReportRow, b: ReportRow): number => ((a.key ?? '') < (b.key ?? '') ? -1 : 1)

/** The most first. */
const byTime = (a: ReportRow, b: ReportRow): number =>
  b.figures.ms - a.figures.ms || compareNames(a.name ?? '', b.name ?? '') || byKey(a, b)

/** The rows that are no subtotals, each with those above it: what a sheet writes a line of. */
export function leavesOf(
  rows: readonly ReportRow[],
  groups: number,
): { path: ReportRow[]; row: ReportRow }[] {
  const path: ReportRow[] = []
  return rows.flatMap((row) => {
    path.length = row.level
    path.push(row)
    return row.level === groups - 1 ? [{ path: [...path], row }] : []
  })
}
