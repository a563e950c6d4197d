// The client log of a customer with a tenth of all entries: a grid like a spreadsheet (E1, E4).
import { entryListRow } from '../entryList.ts'

export const logGrid = entryListRow({
  name: 'log-grid',
  what: 'the largest customer’s client log',
  grid: 'Client log',
  column: 'label',
  field: /^Label$/,
  async at(host, { largestCustomerId: customerId }) {
    const { total } = (await host.ask('customer.entries', { customerId })) as { total: number }
    return { path: `/customers/${customerId}/log`, total }
  },
})
