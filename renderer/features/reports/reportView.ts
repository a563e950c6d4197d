// What report is looked at, as it stands in the address: its groups, its days and filters, and under which name it is saved.
import type { ReportDefinition, ReportGroup } from '../../../shared/entities/report.ts'
import { MOST_GROUPS, REPORT_GROUPS } from '../../../shared/entities/report.ts'
import type { Id } from '../../../shared/entities/entity.ts'
import type { ListView } from '../entries/listView.ts'
import { EVERYTHING, viewFrom, viewPath } from '../entries/listView.ts'

export type ReportView = {
  by: ReportGroup[]
  customerId: Id | null
  list: ListView
  /** The saved report that it began as. */
  saved: Id | null
}

export const FIRST_VIEW: ReportView = {
  by: ['customer'],
  customerId: null,
  list: { ...EVERYTHING, range: 'thisMonth' },
  saved: null,
}

const decoded = (path: string): string => {
  try {
    return decodeURIComponent(path)
  } catch {
    return path
  }
}

export function reportPath({ by, customerId, list, saved }: ReportView): string {
  const params = new URLSearchParams(decoded(viewPath(list).slice(1)))
  // What an address does not say is all days.
  params.set('by', by.join(','))
  if (customerId !== null) params.set('customer', customerId)
  if (saved !== null) params.set('saved', saved)
  return `/reports/time/${encodeURIComponent(params.toString())}`
}

/** An address that says no groups is the first view. */
export function reportFrom(path: string): ReportView {
  const params = new URLSearchParams(decoded(path))
  const said = (params.get('by') ?? '').split(',')
  const by = [...new Set(said)]
    .flatMap((group) => REPORT_GROUPS.find((one) => one === group) ?? [])
    .slice(0, MOST_GROUPS)
  if (by.length === 0) return FIRST_VIEW
  return { by, customerId: params.get('customer'), list: viewFrom(path), saved: params.get('saved') }
}

export const definitionOf = ({ by, customerId, list }: ReportView): ReportDefinition => ({
  by,
  range: list.range,
  from: list.from,
  to: list.to,
  filter: { ...list.filter, ...(customerId !== null && { customerId }) },
})

export const viewOf = ({ by, range, from, to, filter }: ReportDefinition, saved: Id | null): ReportView => {
  const { customerId = null, ...rest } = filter
  return { by, customerId, saved, list: { ...EVERYTHING, range, from, to, filter: rest } }
}
