// `daybook entries`: a customer's time, filtered as on screen, with the total and the amount of all that the filter leaves (I15).
import { filterFrom } from '../entryFilter.ts'
import type { FilterOptions } from '../filterOptions.ts'
import { idOfName } from '../names.ts'
import type { Outcome } from '../output.ts'
import type { Session } from '../session.ts'
import { SUBJECT_TITLES, subjectCells } from '../subject.ts'
import { oneLine, table } from '../table.ts'
import { durationOrDash, money, startOf, timeOrDash } from '../words.ts'

export type EntriesOptions = FilterOptions & {
  customer: string
  search?: string
  limit?: number
}

export async function entries(session: Session, options: EntriesOptions): Promise<Outcome> {
  const { organisation, user } = await session.setUp()
  const customerId = await idOfName(session, 'customer', options.customer, null)
  const filter = {
    ...(await filterFrom(session, options, customerId)),
    ...(options.search === undefined ? {} : { text: options.search }),
  }
  const found = await session.ask('customer.entries', {
    customerId,
    ...filter,
    ...(options.limit === undefined ? {} : { limit: options.limit }),
  })
  // Employees see no money.
  const worth =
    user.role === 'employee' ? null : await session.ask('customer.amount', { customerId, ...filter })
  const lines = found.rows.map((row) => [
    startOf(row, organisation.zone),
    timeOrDash(row, row.endAt, organisation.zone),
    durationOrDash(row.durationMs),
    row.userName,
    ...subjectCells(row),
    oneLine(row.note, 60),
  ])
  const columns = [
    { title: 'Start' },
    { title: 'Stop' },
    { title: 'Time', right: true },
    { title: 'User' },
    ...SUBJECT_TITLES,
    { title: 'Note' },
  ]
  const amount =
    worth === null || !worth.anyRates ? '' : `, ${money(worth.amountMinor, organisation.currency)}`
  const shown = found.rows.length < found.total ? ` (the first ${found.rows.length} are listed)` : ''
  const text =
    found.total === 0
      ? 'There is no such time.'
      : `${table(columns, lines)}\nTotal Time: ${durationOrDash(found.totalMs)}${amount}, ${found.total} entries${shown}`
  return {
    value: {
      entries: found.rows,
      total: found.total,
      totalMs: found.totalMs,
      all: found.all,
      onlyYours: found.onlyYours,
      ...(worth === null ? {} : { amountMinor: worth.amountMinor }),
    },
    text,
  }
}
