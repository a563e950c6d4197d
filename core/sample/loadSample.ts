// Loads the sample firm into an empty database, batch by batch, and says how far it is.
import { setImmediate as nextTurn } from 'node:timers/promises'
import type { Db } from '../db/open.ts'
import { bulkInsert } from './bulkInsert.ts'
import { sampleFirm } from './firm.ts'
import type { SampleFirm, SampleOptions } from './firm.ts'
import { manyEntries, sizeFor } from './manyEntries.ts'
import { plausibleEntries } from './plausibleDays.ts'
import { sampleId } from './sampleId.ts'

export type SampleProgress = {
  signal?: AbortSignal
  /** Entries written so far, after each batch. */
  onProgress?: (entries: number) => void
}

export type SampleCounts = { users: number; customers: number; entries: number }

/** Rows between two commits and two turns of the event loop; a load for measuring is there to be fast. */
const BATCH = 5000
const LARGE_BATCH = 20_000

/**
 * The database must be empty: the caller has asked. The plausible two years get their Time Log lines in the customers'
 * journals (spec A31); a given number of entries does not, because it is for measuring entries.
 *
 * Nothing of it enters the audit trail: it is no change of a record but a record that begins. Organisation, users,
 * customers, projects and rates are written in the first batch; a load that was cut off leaves fewer days.
 */
export async function loadSample(
  db: Db,
  options: SampleOptions,
  progress: SampleProgress = {},
): Promise<SampleCounts> {
  const { entries } = options
  const firm = sampleFirm(options, entries === undefined ? { users: 12, customers: 60 } : sizeFor(entries))
  const rows = entries === undefined ? plausibleEntries(firm, options) : manyEntries(firm, options, entries)
  const timeEntries = bulkInsert(db, 'timeEntry')
  const journal = bulkInsert(db, 'journalEntry')

  const size = entries === undefined ? BATCH : LARGE_BATCH
  db.transaction(() => writeFirm(db, firm))()
  let written = 0
  const batch = db.transaction((): boolean => {
    for (let count = 0; count < size; count += 1) {
      const next = rows.next()
      if (next.done === true) {
        timeEntries.flush()
        journal.flush()
        return false
      }
      const entry = next.value
      timeEntries.add(entry)
      if (entries === undefined && entry.customerId !== null) {
        journal.add({
          id: sampleId(entry.id.slice(0, 10), 'J', written),
          customerId: entry.customerId,
          at: entry.startAt,
          keyword: 'Time Log',
          text: entry.note,
          userId: entry.userId,
          taskId: null,
          timeEntryId: entry.id,
        })
      }
      written += 1
    }
    timeEntries.flush()
    journal.flush()
    return true
  })
  while (batch()) {
    progress.onProgress?.(written)
    await nextTurn()
    progress.signal?.throwIfAborted()
  }
  progress.onProgress?.(written)
  return { users: firm.users.length, customers: firm.customers.length, entries: written }
}

function writeFirm(db: Db, firm: SampleFirm): void {
  const organisation = bulkInsert(db, 'organisation')
  organisation.add(firm.organisation)
  organisation.flush()
  const users = bulkInsert(db, 'user')
  firm.users.forEach((user) => users.add(user))
  users.flush()
  const employments = bulkInsert(db, 'employment')
  firm.employments.forEach((employment) => employments.add(employment))
  employments.flush()
  const categories = bulkInsert(db, 'category')
  firm.categories.forEach((category) => categories.add(category))
  categories.flush()
  const customers = bulkInsert(db, 'customer')
  firm.customers.forEach((customer) => customers.add(customer))
  customers.flush()
  const projects = bulkInsert(db, 'project')
  firm.projects.forEach((project) => projects.add(project))
  projects.flush()
  const rates = bulkInsert(db, 'rate')
  firm.rates.forEach((rate) => rates.add(rate))
  rates.flush()
}
