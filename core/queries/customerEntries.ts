// A customer's time as a list (B29, B30, I15).
import { fail, ok } from '../../shared/base/result.ts'
import type { directoryQueries } from '../../shared/contract/directory.ts'
import { appError } from '../../shared/contract/errors.ts'
import type { Id } from '../../shared/entities/entity.ts'
import type { Data } from '../db/data.ts'
import { customerTime } from './customerTime.ts'
import type { ListOf } from './entryList.ts'
import { entryIdsOf, entryPage } from './entryList.ts'
import type { QueryHandlers } from './query.ts'

const ofCustomer = (data: Data, customerId: Id): ListOf => ({
  sql: 'e.customer_id = +?',
  id: customerId,
  whose: { customerId },
  all: (only) => customerTime(data, customerId, only),
})

type Handled = Pick<typeof directoryQueries, 'customer.entries' | 'customer.entryIds'>

export const customerEntryHandlers: QueryHandlers<keyof Handled> = {
  'customer.entries': (data, { customerId, ...how }, { actor }) =>
    data.find('customer', customerId) === null
      ? fail(appError('notFound.customer'))
      : ok(entryPage(data, ofCustomer(data, customerId), how, actor)),

  'customer.entryIds': (data, { customerId, ...how }, { actor }) =>
    data.find('customer', customerId) === null
      ? fail(appError('notFound.customer'))
      : ok(entryIdsOf(data, ofCustomer(data, customerId), how, actor)),
}
