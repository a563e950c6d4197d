// What may be done with recorded time: add by hand, correct, delete (B26 to B28, B40 to B42, F2, F4).
import { workDateOf } from '../base/dayRule.ts'
import type { Instant } from '../base/instant.ts'
import type { Id } from '../entities/entity.ts'
import type { JournalEntry } from '../entities/journalEntry.ts'
import { put, remove } from '../entities/registry.ts'
import type { TimeEntry } from '../entities/timeEntry.ts'
import type { RecordFacts } from './recordSession.ts'
import { checkSpan, dayRuleOf, entriesOfSession, recordChanges } from './recordSession.ts'
import type { Decision, RuleContext } from './rule.ts'
import { decided, refused } from './rule.ts'
import { refitSegments } from './segments.ts'

export function addEntry(
  facts: RecordFacts,
  args: { startAt: Instant; endAt: Instant; note?: string | undefined },
  ctx: RuleContext,
): Decision<{ entryIds: Id[] }> {
  const span = checkSpan(args.startAt, args.endAt, facts.organisation)
  if (!span.ok) return span
  const session = {
    sessionId: ctx.newId(),
    segments: [{ start: args.startAt, end: args.endAt }],
    note: args.note ?? '',
    zone: ctx.zone,
    source: 'manual' as const,
    taskId: null,
  }
  const entries = entriesOfSession(facts, session, ctx)
  if (!entries.ok) return entries
  return decided(recordChanges(entries.value, ctx), { entryIds: entries.value.map((entry) => entry.id) })
}

export type EditEntryArgs = {
  startAt?: Instant | undefined
  endAt?: Instant | undefined
  note?: string | undefined
}

/** `facts` hold the customer and category after the edit; `journal` is the entry's Time Log line, if it has one. */
export function editEntry(
  facts: RecordFacts,
  { entry, journal }: { entry: TimeEntry; journal: JournalEntry | null },
  args: EditEntryArgs,
  ctx: RuleContext,
): Decision<{ entryIds: Id[] }> {
  const startAt = args.startAt ?? entry.startAt
  const endAt = args.endAt ?? entry.endAt
  const moved = startAt !== entry.startAt || endAt !== entry.endAt
  if (moved) {
    const span = checkSpan(startAt, endAt, facts.organisation)
    if (!span.ok) return span
  }
  if (facts.organisation.closedThrough !== null && entry.workDate <= facts.organisation.closedThrough)
    return refused('record.priorPeriod', { values: { through: facts.organisation.closedThrough } })
  const session = {
    sessionId: entry.sessionId,
    segments: moved ? refitSegments(entry.segments, startAt, endAt) : entry.segments,
    note: args.note ?? entry.note,
    zone: entry.zone,
    source: entry.source,
    taskId: entry.taskId,
  }
  const later = workDateOf(startAt, dayRuleOf(facts.organisation)) > entry.workDate
  // An entry on a category or customer that was retired later may still be corrected, as long as it stays on it.
  const kept: RecordFacts = {
    ...facts,
    user: { ...facts.user, active: true },
    category:
      facts.category && facts.category.id === entry.categoryId
        ? { ...facts.category, active: true }
        : facts.category,
    customer:
      facts.customer && facts.customer.id === entry.customerId
        ? { ...facts.customer, status: 'Active' }
        : facts.customer,
    // Nor is a completed or deleted project in the way of it, unless the entry moves to a later day.
    project:
      facts.project && facts.project.id === entry.projectId && !later
        ? { ...facts.project, completionDate: null, removed: false }
        : facts.project,
  }
  const parts = entriesOfSession(kept, session, ctx)
  if (!parts.ok) return parts
  const [first, ...further] = parts.value.map((part, index) =>
    index === 0 ? { ...part, id: entry.id } : part,
  )
  if (first === undefined) return refused('entry.zeroDuration')
  const journalLine =
    first.customerId === null
      ? journal === null
        ? []
        : [remove('journalEntry', journal.id)]
      : [
          put('journalEntry', {
            id: journal?.id ?? ctx.newId(),
            customerId: first.customerId,
            at: first.startAt,
            keyword: 'Time Log',
            text: first.note,
            userId: first.userId,
            taskId: first.taskId,
            timeEntryId: first.id,
          }),
        ]
  return decided([put('timeEntry', first), ...journalLine, ...recordChanges(further, ctx)], {
    entryIds: [first.id, ...further.map((part) => part.id)],
  })
}

/** Gone from every list and total; the audit trail keeps it, and it can be undone (F4). */
export const removeEntry = (entry: TimeEntry, journal: JournalEntry | null): Decision<null> =>
  decided(
    [remove('timeEntry', entry.id), ...(journal === null ? [] : [remove('journalEntry', journal.id)])],
    null,
  )
