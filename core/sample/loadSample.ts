// Loads the sample firm into an empty database, batch by batch, and says how far it is.
import { setImmediate as nextTurn } from 'node:timers/promises'
import type { TimeEntry } from '../../shared/entities/timeEntry.ts'
import { assignmentFor, placementOf } from '../../shared/rules/assignment.ts'
import { writeTrail } from '../commit.ts'
import { createData } from '../db/data.ts'
import type { Db } from '../db/open.ts'
import { recountCounters } from '../derived/counters.ts'
import { digestAll } from '../verify/loaded.ts'
import { writeBilling } from './billing.ts'
import { bulkInsert } from './bulkInsert.ts'
import { sampleFirm } from './firm.ts'
import type { SampleFirm, SampleOptions } from './firm.ts'
import { manyEntries, sizeFor } from './manyEntries.ts'
import { meetingEntries } from './meetings.ts'
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
 * The database must be empty: the caller has asked.
 *
 * Its rows enter the audit trail as one commit with a digest of them all, at the end. Organisation, users, customers, projects and
 * rates are written in the first batch; a load that was cut off leaves fewer days, and no record of them.
 */
export async function loadSample(
  db: Db,
  options: SampleOptions,
  progress: SampleProgress = {},
): Promise<SampleCounts> {
  const { entries } = options
  const firm = sampleFirm(options, entries === undefined ? { users: 12, customers: 60 } : sizeFor(entries))
  const rows = entries === undefined ? plausible(firm, options) : manyEntries(firm, options, entries)
  const timeEntries = bulkInsert(db, 'timeEntry')

  const assigned = Map.groupBy(firm.assignments, ({ userId }) => userId)
  const placed = ({ userId, customerId }: TimeEntry) =>
    placementOf(assignmentFor(assigned.get(userId) ?? [], { userId, customerId }))

  const size = entries === undefined ? BATCH : LARGE_BATCH
  db.transaction(() => writeFirm(db, firm))()
  let written = 0
  const batch = db.transaction((): boolean => {
    for (let count = 0; count < size; count += 1) {
      const next = rows.next()
      if (next.done === true) return false
      const entry = { ...next.value, ...placed(next.value) }
      timeEntries.add(entry)
      written += 1
    }
    return true
  })
  while (batch()) {
    progress.onProgress?.(written)
    await nextTurn()
    progress.signal?.throwIfAborted()
  }
  const data = createData(db)
  recountCounters(data)
  const [user] = firm.users
  // A load for measuring is time alone.
  if (entries === undefined && user !== undefined) {
    const actor = { userId: user.id, role: user.role }
    const { now, zone } = options
    db.transaction(() => writeBilling(data, firm, { actor, now, today: firm.today, zone }))()
  }
  const args = {
    seed: options.seed,
    ...(entries === undefined ? {} : { entries }),
    loaded: digestAll(data),
  }
  const id = sampleId(firm.organisation.id.slice(0, 10), 'L', 0)
  db.transaction(() =>
    writeTrail(data, [], { id, at: options.now, actorId: null, command: 'sample.load', args }),
  )()
  progress.onProgress?.(written)
  return { users: firm.users.length, customers: firm.customers.length, entries: written }
}

function* plausible(firm: SampleFirm, options: SampleOptions): Generator<TimeEntry> {
  yield* plausibleEntries(firm, options)
  yield* meetingEntries(firm.meetings, firm)
}

function writeFirm(db: Db, firm: SampleFirm): void {
  const organisation = bulkInsert(db, 'organisation')
  organisation.add(firm.organisation)
  const users = bulkInsert(db, 'user')
  firm.users.forEach((user) => users.add(user))
  const employments = bulkInsert(db, 'employment')
  firm.employments.forEach((employment) => employments.add(employment))
  const categories = bulkInsert(db, 'category')
  firm.categories.forEach((category) => categories.add(category))
  const customers = bulkInsert(db, 'customer')
  firm.customers.forEach((customer) => customers.add(customer))
  const projects = bulkInsert(db, 'project')
  firm.projects.forEach((project) => projects.add(project))
  const cases = bulkInsert(db, 'case')
  firm.cases.forEach((one) => cases.add(one))
  const tags = bulkInsert(db, 'tag')
  firm.tags.forEach((tag) => tags.add(tag))
  const offices = bulkInsert(db, 'office')
  firm.offices.forEach((office) => offices.add(office))
  const departments = bulkInsert(db, 'department')
  firm.departments.forEach((department) => departments.add(department))
  const assignments = bulkInsert(db, 'assignment')
  firm.assignments.forEach((assignment) => assignments.add(assignment))
  const rates = bulkInsert(db, 'rate')
  firm.rates.forEach((rate) => rates.add(rate))
  const opportunities = bulkInsert(db, 'opportunity')
  firm.opportunities.forEach((one) => opportunities.add(one))
  const meetings = bulkInsert(db, 'meeting')
  firm.meetings.forEach((meeting) => meetings.add(meeting))
  const tasks = bulkInsert(db, 'task')
  firm.tasks.forEach((task) => tasks.add(task))
  const kinds = bulkInsert(db, 'absenceKind')
  firm.absenceKinds.forEach((kind) => kinds.add(kind))
  const absences = bulkInsert(db, 'absence')
  firm.absences.forEach((one) => absences.add(one))
  const entitlements = bulkInsert(db, 'entitlement')
  firm.entitlements.forEach((one) => entitlements.add(one))
  const approvals = bulkInsert(db, 'approval')
  firm.approvals.forEach((one) => approvals.add(one))
  const accountEntries = bulkInsert(db, 'accountEntry')
  firm.accountEntries.forEach((one) => accountEntries.add(one))
  const reports = bulkInsert(db, 'savedReport')
  firm.reports.forEach((report) => reports.add(report))
  const notes = bulkInsert(db, 'journalEntry')
  firm.notes.forEach((note) => notes.add(note))
}
