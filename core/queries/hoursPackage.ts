// Queries on hours packages: what was bought, what is left, and the ledger between the two.
import { fail, ok } from '../../shared/base/result.ts'
import type { packageQueries, PackageSummary, PackageView } from '../../shared/contract/hoursPackage.ts'
import { appError } from '../../shared/contract/errors.ts'
import type { Ledger, Lot } from '../../shared/rules/hoursPackage.ts'
import { packageLedger } from '../facts/packages.ts'
import type { QueryHandlers } from './query.ts'

const summaryOf = ({ allocatedMs, remainingMs, drawnMs, overMs, level }: Ledger): PackageSummary => ({
  allocatedMs,
  remainingMs,
  drawnMs,
  overMs,
  level,
})

const viewOf = ({ line, ...figures }: Lot): PackageView => ({ ...line, ...figures })

export const packageQueryHandlers: QueryHandlers<keyof typeof packageQueries> = {
  'package.summary': (data, { customerId }, { today }) =>
    data.find('customer', customerId) === null
      ? fail(appError('notFound.customer'))
      : ok(summaryOf(packageLedger(data, customerId, today, 'day'))),

  'package.list': (data, { customerId, limit = 200 }, { today }) => {
    if (data.find('customer', customerId) === null) return fail(appError('notFound.customer'))
    const ledger = packageLedger(data, customerId, today, 'entry')
    return ok({
      ...summaryOf(ledger),
      packages: ledger.lots.map(viewOf),
      later: ledger.later.map(viewOf),
      lines: ledger.lines.slice(-limit).reverse(),
      total: ledger.lines.length,
    })
  },
}
