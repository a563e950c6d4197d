// The log items of a meeting (E5): the time of what is over, added to each person's log where it is included, and what becomes of it
// when the meeting is moved or cancelled. Never twice: an item is known by its meeting, its occurrence and its person.
import { workDateOf } from '../base/dayRule.ts'
import type { Instant } from '../base/instant.ts'
import type { Result } from '../base/result.ts'
import { ok } from '../base/result.ts'
import { isSame } from '../base/same.ts'
import type { AppError } from '../contract/errors.ts'
import type { LogCounts } from '../contract/meeting.ts'
import type { Id } from '../entities/entity.ts'
import type { Meeting } from '../entities/meeting.ts'
import type { Organisation } from '../entities/organisation.ts'
import type { Change } from '../entities/registry.ts'
import { put, remove } from '../entities/registry.ts'
import type { Subject } from '../entities/subject.ts'
import { subjectOf } from '../entities/subject.ts'
import type { TimeEntry } from '../entities/timeEntry.ts'
import { isAmount } from './amount.ts'
import type { Occurrence } from './occurrences.ts'
import { occurrencesOf } from './occurrences.ts'
import type { RecordFacts } from './recordSession.ts'
import { dayRuleOf, entriesOfSession, recordChanges } from './recordSession.ts'
import type { RuleContext } from './rule.ts'
import { refused } from './rule.ts'
import { boundsOf, shiftSegments } from './segments.ts'

/** More than anybody has recorded in one go; a longer series is begun later. */
export const MOST_LOGS = 1_000

export type LogFacts = {
  organisation: Organisation
  /** What is in the log for the meeting so far; an item over midnight has two parts. */
  parts: readonly TimeEntry[]
  /** What recording the user's time needs. */
  recordFacts(
    userId: Id,
    subject: Subject,
    span: { from: Instant; to: Instant },
  ): Result<RecordFacts, AppError>
  /** The id of an item: the same whenever it is asked for, so that the trail tells whether it was ever recorded. */
  idOf(item: { meetingId: Id; at: Instant; userId: Id; startAt: Instant }): Id
  exists(entryId: Id): boolean
  /** Is it settled, so that it stays whatever becomes of the meeting: in a closed period, or invoiced? */
  isFixed(entry: TimeEntry): boolean
}

/** With the meeting, or left as they are. */
export type Fate = 'follow' | 'stay'
export const NO_LOG: LogCounts = { recorded: 0, moved: 0, removed: 0, stayed: 0 }

/** Is that person's time of the occurrence in the log? A meeting that takes place once has one item, whenever it was. */
export const isItemOf = (
  entry: TimeEntry,
  meeting: Pick<Meeting, 'id' | 'repeat'>,
  occurrence: Pick<Occurrence, 'at' | 'startAt'>,
): boolean =>
  entry.meetingId === meeting.id &&
  (meeting.repeat === '' || entry.occurrenceAt === occurrence.at || entry.startAt === occurrence.startAt)

/** The entries of a person's item. `leaving`: entries that go in the same change, and are in nobody's way. */
export function entriesOfItem(
  meeting: Meeting,
  occurrence: Occurrence,
  userId: Id,
  facts: LogFacts,
  ctx: RuleContext,
  leaving: ReadonlySet<Id> = new Set(),
): Result<TimeEntry[], AppError> {
  const { startAt, endAt, at } = occurrence
  const record = facts.recordFacts(userId, subjectOf(meeting), { from: startAt, to: endAt })
  if (!record.ok) return record
  const id = facts.idOf({ meetingId: meeting.id, at, userId, startAt })
  const free = !facts.exists(`${id}-1`)
  let made = 0
  return entriesOfSession(
    { ...record.value, neighbours: record.value.neighbours.filter((entry) => !leaving.has(entry.id)) },
    {
      sessionId: free ? id : ctx.newId(),
      segments: [{ start: startAt, end: endAt }],
      note: occurrence.title,
      zone: meeting.zone,
      source: 'meeting',
      taskId: null,
      of: { meetingId: meeting.id, occurrenceAt: at },
    },
    free ? { ...ctx, newId: () => `${id}-${++made}` } : ctx,
  )
}

/** Where an occurrence of before is afterwards; null: nowhere. */
export type Target = { meeting: Meeting; at: Instant }

export type LogEdit = {
  /** null: the meeting is new. */
  before: Meeting | null
  after: readonly Meeting[]
  target(at: Instant): Target | null
  fate: Fate
  /** Is that occurrence meant by the change? Of others nothing is said. */
  touches?: (at: Instant) => boolean
}

type Planned = { changes: Change[]; log: LogCounts }

const keyOf = (meetingId: Id, at: Instant): string => `${meetingId} ${at}`

/** What a change of a meeting makes of its log: items go along or stay, and what is over now and was not is recorded. */
export function planLog(edit: LogEdit, facts: LogFacts, ctx: RuleContext): Result<Planned, AppError> {
  const { before, after, target, fate } = edit
  const changes: Change[] = []
  const log = { ...NO_LOG }
  const was = new Map(before === null ? [] : [...occurrencesOf(before)].map((each) => [each.at, each]))
  const is = new Map(
    after.flatMap((meeting) =>
      [...occurrencesOf(meeting)].map((each) => [keyOf(meeting.id, each.at), each] as const),
    ),
  )
  const present: TimeEntry[] = []
  const leaving = new Set<Id>()
  const again: {
    item: readonly TimeEntry[]
    meeting: Meeting
    from: Occurrence | undefined
    to: Occurrence
  }[] = []
  /** As it is, but for the meeting and the occurrence that it belongs to now. */
  const keep = (item: readonly TimeEntry[], to: Target | null): void => {
    const fixed = item.some((entry) => facts.isFixed(entry))
    for (const entry of item) {
      const linked =
        fixed || to === null ? entry : { ...entry, meetingId: to.meeting.id, occurrenceAt: to.at }
      if (!isSame(linked, entry)) changes.push(put('timeEntry', linked))
      present.push(linked)
    }
  }
  for (const item of Map.groupBy(facts.parts, ({ sessionId }) => sessionId).values()) {
    const [first] = item
    if (first === undefined) continue
    const { userId, occurrenceAt } = first
    const to = target(occurrenceAt ?? first.startAt)
    const occurrence = to === null ? undefined : is.get(keyOf(to.meeting.id, to.at))
    const due =
      to !== null && occurrence !== undefined && isDue(to.meeting, occurrence, ctx.now, userId)
        ? { to, occurrence }
        : null
    const from = was.get(occurrenceAt ?? NaN)
    const timeStays =
      due !== null && from?.startAt === due.occurrence.startAt && from.endAt === due.occurrence.endAt
    const subjectStays =
      due !== null && (before === null || isSame(subjectOf(before), subjectOf(due.to.meeting)))
    const stays = fate === 'stay' || (timeStays && subjectStays)
    // What somebody made an amount of, without clock times, has none that could move.
    if (stays || item.some((entry) => facts.isFixed(entry) || isAmount(entry))) {
      const asked = edit.touches?.(occurrenceAt ?? first.startAt) ?? true
      if (asked && (fate === 'stay' || item.some((entry) => facts.isFixed(entry)))) log.stayed += 1
      keep(item, to)
      continue
    }
    if (due === null) {
      log.removed += 1
      changes.push(...removed(item))
      item.forEach(({ id }) => leaving.add(id))
      continue
    }
    item.forEach(({ id }) => leaving.add(id))
    again.push({ item, meeting: due.to.meeting, from, to: due.occurrence })
  }
  for (const { item, meeting, from, to } of again) {
    const moved = movedItem(item, meeting, from, to, before, facts, ctx, leaving)
    if (!moved.ok) return moved
    log.moved += 1
    changes.push(...moved.value.changes)
    present.push(...moved.value.entries)
  }
  const handled = new Set<string>()
  for (const { at, endAt } of was.values()) {
    const to = endAt <= ctx.now ? target(at) : null
    if (to !== null) handled.add(keyOf(to.meeting.id, to.at))
  }
  const { closedThrough } = facts.organisation
  for (const meeting of after) {
    if (!meeting.logged) continue
    for (const occurrence of occurrencesOf(meeting)) {
      if (occurrence.endAt > ctx.now) continue
      // What was closed before is not recorded afterwards; of a single meeting that is said.
      const date = workDateOf(occurrence.startAt, dayRuleOf(facts.organisation))
      if (meeting.repeat !== '' && closedThrough !== null && date <= closedThrough) continue
      for (const userId of meeting.userIds) {
        const known = before?.logged === true && before.userIds.includes(userId)
        if (known && handled.has(keyOf(meeting.id, occurrence.at))) continue
        if (present.some((entry) => entry.userId === userId && isItemOf(entry, meeting, occurrence))) continue
        const entries = entriesOfItem(meeting, occurrence, userId, facts, ctx, leaving)
        if (!entries.ok) return entries
        log.recorded += 1
        if (log.recorded > MOST_LOGS) return refused('meeting.tooManyLogs', { values: { most: MOST_LOGS } })
        changes.push(...recordChanges(entries.value))
      }
    }
  }
  return ok({ changes, log })
}

/** Is a person's time of it to be in the log by now? */
export const isDue = (meeting: Meeting, { endAt }: Occurrence, now: Instant, userId: Id): boolean =>
  meeting.logged && meeting.userIds.includes(userId) && endAt <= now

const removed = (item: readonly TimeEntry[]): Change[] => item.map(({ id }) => remove('timeEntry', id))

/** Along with the meeting; what somebody corrected by hand keeps its own length. */
function movedItem(
  item: readonly TimeEntry[],
  meeting: Meeting,
  from: Occurrence | undefined,
  to: Occurrence,
  before: Meeting | null,
  facts: LogFacts,
  ctx: RuleContext,
  leaving: ReadonlySet<Id>,
): Result<{ changes: Change[]; entries: TimeEntry[] }, AppError> {
  const parts = item.toSorted((a, b) => a.startAt - b.startAt)
  const [entry] = parts
  if (entry === undefined) return ok({ changes: [], entries: [] })
  const segments = parts.flatMap((part) => part.segments)
  const bounds = boundsOf(segments)
  const asMet = from?.startAt === bounds.startAt && from.endAt === bounds.endAt
  const asNamed = before !== null && isSame(subjectOf(before), subjectOf(entry))
  const subject = asNamed ? subjectOf(meeting) : subjectOf(entry)
  const record = facts.recordFacts(entry.userId, subject, { from: to.startAt, to: to.endAt })
  if (!record.ok) return record
  const entries = entriesOfSession(
    { ...record.value, neighbours: record.value.neighbours.filter(({ id }) => !leaving.has(id)) },
    {
      sessionId: entry.sessionId,
      segments: asMet
        ? [{ start: to.startAt, end: to.endAt }]
        : shiftSegments(segments, to.startAt - (from?.startAt ?? bounds.startAt)),
      note: entry.note,
      zone: meeting.zone,
      source: entry.source,
      taskId: entry.taskId,
      of: { meetingId: meeting.id, occurrenceAt: to.at, importKey: entry.importKey },
    },
    ctx,
  )
  if (!entries.ok) return entries
  const kept = entries.value.map((part, index) => {
    const old = parts[index]
    // The same time, so its place of work stays as it was recorded.
    return old === undefined
      ? part
      : { ...part, id: old.id, officeId: old.officeId, departmentId: old.departmentId }
  })
  return ok({
    changes: [...removed(parts.slice(kept.length)), ...recordChanges(kept)],
    entries: kept,
  })
}
