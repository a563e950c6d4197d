// The sample firm's saved reports, which everybody finds in the list (I10).
import type { SavedReport } from '../../shared/entities/savedReport.ts'
import { sampleId } from './sampleId.ts'

const SAVED: readonly Pick<SavedReport, 'name' | 'definition'>[] = [
  {
    name: 'Customers by month',
    definition: { by: ['customer', 'month'], range: 'thisYear', from: null, to: null, filter: {} },
  },
  {
    name: 'People by week, last month',
    definition: { by: ['user', 'week'], range: 'lastMonth', from: null, to: null, filter: {} },
  },
]

export const sampleReports = (prefix: string): SavedReport[] =>
  SAVED.map((saved, index) => ({ id: sampleId(prefix, 'Y', index), userId: null, ...saved }))
