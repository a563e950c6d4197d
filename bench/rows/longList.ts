// The Working Time of a customer with a tenth of all entries (B30).
import { entryListRow } from '../entryList.ts'

export const longList = entryListRow({
  name: 'long-list',
  what: 'the largest customer’s list of entries',
  grid: 'Working Time',
  async at(host, { largestCustomerId: customerId }) {
    const { total } = (await host.ask('customer.entries', { customerId })) as { total: number }
    return { path: `/customers/${customerId}/time`, total }
  },
})
