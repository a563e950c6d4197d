// The facts about a meeting's log items: what is in the log for it, what recording needs, and what is settled.
import { hash } from 'node:crypto'
import type { Id } from '../../shared/entities/entity.ts'
import type { Organisation } from '../../shared/entities/organisation.ts'
import type { TimeEntry } from '../../shared/entities/timeEntry.ts'
import type { LogFacts } from '../../shared/rules/meetingLog.ts'
import { recordFacts } from '../commands/recordFacts.ts'
import type { Data } from '../db/data.ts'
import { invoiceFacts } from './invoices.ts'

/** A ULID has as many characters; what comes after it numbers the parts of a session. */
const ID_LENGTH = 26

/** `meetingId` null: it is new. */
export const logFacts = (data: Data, organisation: Organisation, meetingId: Id | null): LogFacts => ({
  organisation,
  parts: meetingId === null ? [] : data.where('timeEntry', 'meeting_id = +? ORDER BY start_at', meetingId),
  recordFacts: (userId, subject, span) => recordFacts(data, { ...subject, userId }, span),
  idOf: (item) =>
    hash('sha256', JSON.stringify([item.meetingId, item.at, item.userId, item.startAt])).slice(0, ID_LENGTH),
  exists: (entryId) => data.find('timeEntry', entryId) !== null,
  isFixed: (entry) => isSettled(data, entry, organisation),
})

/** In a closed period, or on an invoice that was issued. */
export function isSettled(data: Data, { id, workDate }: TimeEntry, { closedThrough }: Organisation): boolean {
  if (closedThrough !== null && workDate <= closedThrough) return true
  const invoice = invoiceFacts(data).invoiceOf(id)
  return invoice !== null && invoice.status !== 'draft'
}

/** Was it ever recorded, be it deleted since? The audit trail says so. */
export const wasRecorded = (data: Data, entryId: Id): boolean =>
  data.get("SELECT 1 FROM audit WHERE entity = 'timeEntry' AND entity_id = ? LIMIT 1", entryId) !== undefined
