// Queries on billing rates and on what a customer's time is worth.
import { fail, ok } from '../../shared/base/result.ts'
import type { billingQueries, RateRow } from '../../shared/contract/billing.ts'
import { appError } from '../../shared/contract/errors.ts'
import type { Rate } from '../../shared/entities/rate.ts'
import { billFigures } from '../../shared/rules/billing.ts'
import { billOf, subjectName } from '../facts/billed.ts'
import type { Data } from '../db/data.ts'
import type { QueryHandlers } from './query.ts'

const NEWEST_FIRST = 'ORDER BY level, subject_id, valid_from DESC'

const rateRow = (data: Data, rate: Rate): RateRow => {
  const { level, subjectId } = rate
  const project = level === 'project' && subjectId !== null ? data.find('project', subjectId) : null
  const customerId = level === 'customer' ? subjectId : (project?.customerId ?? null)
  const customer = project === null ? null : data.find('customer', project.customerId)
  return {
    ...rate,
    subjectName: subjectName(data, rate),
    customerId,
    customerName: customer?.name ?? null,
  }
}

export const billingQueryHandlers: QueryHandlers<keyof typeof billingQueries> = {
  'rate.list': (data, { customerId }) => {
    const rates =
      customerId === undefined
        ? data.where('rate', `1 ${NEWEST_FIRST}`)
        : data.where(
            'rate',
            `(level = 'customer' AND subject_id = +?)
             OR (level = 'project' AND subject_id IN (SELECT id FROM project WHERE customer_id = +?)) ${NEWEST_FIRST}`,
            customerId,
            customerId,
          )
    return ok(rates.map((rate) => rateRow(data, rate)))
  },

  'customer.amount': (data, { customerId, ...filter }) => {
    if (data.find('customer', customerId) === null) return fail(appError('notFound.customer'))
    const { amountMinor, billedMs, steps } = billFigures(billOf(data, customerId, filter))
    return ok({
      amountMinor,
      billedMs,
      steps,
      anyRates: data.get('SELECT 1 FROM rate LIMIT 1') !== undefined,
    })
  },
}
