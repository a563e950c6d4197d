// A timer over the cut can always be stopped: what it counted in the closed period becomes an exception, the rest is recorded; and a
// manager books each exception into the open period, or drops it with a reason (G8).
import type { LocalDate } from '../base/localDate.ts'
import type { Result } from '../base/result.ts'
import { ok } from '../base/result.ts'
import type { AppError } from '../contract/errors.ts'
import type { Id } from '../entities/entity.ts'
import type { PeriodException } from '../entities/periodException.ts'
import type { Change } from '../entities/registry.ts'
import { put, remove } from '../entities/registry.ts'
import { subjectOf } from '../entities/subject.ts'
import type { TimeEntry } from '../entities/timeEntry.ts'
import type { RecordFacts, Session } from './recordSession.ts'
import { entriesOfSession, recordChanges } from './recordSession.ts'
import type { Decision, RuleContext } from './rule.ts'
import { decided, refused } from './rule.ts'
import { addAmount } from './timeEntry.ts'

/** `waitingMs`: what the exceptions hold in all. */
export type Recorded = { changes: Change[]; entryIds: Id[]; exceptionIds: Id[]; waitingMs: number }

const exceptionOf = (entry: TimeEntry): PeriodException => ({
  id: entry.id,
  userId: entry.userId,
  ...subjectOf(entry),
  workDate: entry.workDate,
  startAt: entry.startAt,
  endAt: entry.endAt,
  durationMs: entry.durationMs,
  note: entry.note,
})

/** What a timer counted: the parts on closed days wait, the others are recorded. All else that refuses a session refuses it still. */
export function recordCounted(
  facts: RecordFacts,
  session: Session,
  ctx: RuleContext,
): Result<Recorded, AppError> {
  const { closedThrough } = facts.organisation
  const open = { ...facts, organisation: { ...facts.organisation, closedThrough: null } }
  const entries = entriesOfSession(open, session, ctx)
  if (!entries.ok) return entries
  const late = entries.value.filter(({ workDate }) => closedThrough !== null && workDate <= closedThrough)
  const recorded = entries.value.filter((entry) => !late.includes(entry))
  return ok({
    changes: [...recordChanges(recorded), ...late.map((entry) => put('periodException', exceptionOf(entry)))],
    entryIds: recorded.map(({ id }) => id),
    exceptionIds: late.map(({ id }) => id),
    waitingMs: late.reduce((sum, { durationMs }) => sum + durationMs, 0),
  })
}

/** What was typed is refused where it falls into a closed period. */
export function recordTyped(
  facts: RecordFacts,
  session: Session,
  ctx: RuleContext,
): Result<Recorded, AppError> {
  const entries = entriesOfSession(facts, session, ctx)
  return entries.ok
    ? ok({
        changes: recordChanges(entries.value),
        entryIds: entries.value.map(({ id }) => id),
        exceptionIds: [],
        waitingMs: 0,
      })
    : entries
}

/** As an amount of time on a day of the open period: its clock times lie in the closed one. */
export function bookException(
  exception: PeriodException,
  facts: RecordFacts,
  date: LocalDate,
  ctx: RuleContext,
): Decision<{ entryIds: Id[] }> {
  const { durationMs, note } = exception
  const added = addAmount(facts, { workDate: date, durationMs, note }, ctx)
  return added.ok
    ? decided([...added.value.changes, remove('periodException', exception.id)], added.value.value)
    : added
}

export const dropException = ({ id }: PeriodException, reason: string): Decision<null> =>
  reason.trim() === '' ? refused('exception.reasonMissing') : decided([remove('periodException', id)], null)
