// Queries on reports: run, and those that are saved; budgets, and who is missing time.
import { compareNames } from '../../shared/base/nameOrder.ts'
import { fail, ok } from '../../shared/base/result.ts'
import { appError } from '../../shared/contract/errors.ts'
import type { reportQueries } from '../../shared/contract/report.ts'
import { organisationOf } from '../facts/reads.ts'
import { budgetRows } from './budgets.ts'
import { missingWeek } from './missing.ts'
import type { QueryHandlers } from './query.ts'
import { runReport } from './reportRun.ts'

export const reportQueryHandlers: QueryHandlers<keyof typeof reportQueries> = {
  'report.run': (data, args, ctx) => runReport(data, args, ctx),

  'report.list': (data, _, { actor }) =>
    ok(
      data
        .list('savedReport')
        .filter(({ userId }) => userId === null || userId === actor?.userId)
        .map((saved) => ({
          ...saved,
          mine: saved.userId === null ? actor?.role !== 'employee' : true,
        }))
        .toSorted((a, b) => compareNames(a.name, b.name)),
    ),

  'report.budgets': (data, _, { today }) => ok(budgetRows(data, today)),

  'report.missing': (data, asked, ctx) => {
    const organisation = organisationOf(data)
    return organisation === null
      ? fail(appError('setup.missing'))
      : ok(missingWeek(data, organisation, asked, ctx))
  },
}
