// What may be done with recorded time: add by hand, correct, delete (B26 to B28, B40 to B42, F2, F4).
import { MINUTE_MS } from '../base/duration.ts'
import type { Instant } from '../base/instant.ts'
import type { LocalDate } from '../base/localDate.ts'
import { addDays, daysBetween } from '../base/localDate.ts'
import type { Result } from '../base/result.ts'
import { ok } from '../base/result.ts'
import { instantOf, localTimeOf } from '../base/wallTime.ts'
import type { AppError } from '../contract/errors.ts'
import { appError } from '../contract/errors.ts'
import type { Id } from '../entities/entity.ts'
import { put, remove } from '../entities/registry.ts'
import type { TimeEntry } from '../entities/timeEntry.ts'
import { isAmount } from './amount.ts'
import type { Corrected, RecordFacts } from './recordSession.ts'
import {
  checkSpan,
  entriesOfSession,
  entryOfAmount,
  minutesLeft,
  originOf,
  recordChanges,
} from './recordSession.ts'
import type { Decision, RuleContext } from './rule.ts'
import { decided, refused } from './rule.ts'
import { boundsOf, correctSegments, resizeSegments } from './segments.ts'

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
  return decided(recordChanges(entries.value), { entryIds: entries.value.map((entry) => entry.id) })
}

/** An amount of time on a day (F9). */
export function addAmount(
  facts: RecordFacts,
  args: { workDate: LocalDate; durationMs: number; note?: string | undefined },
  ctx: RuleContext,
): Decision<{ entryIds: Id[] }> {
  const { workDate, durationMs } = args
  const entry = entryOfAmount(
    facts,
    {
      sessionId: ctx.newId(),
      workDate,
      durationMs,
      note: args.note ?? '',
      zone: ctx.zone,
      source: 'manual',
      taskId: null,
    },
    ctx,
  )
  return entry.ok ? decided(recordChanges([entry.value]), { entryIds: [entry.value.id] }) : entry
}

export type EditEntryArgs = {
  startAt?: Instant | undefined
  endAt?: Instant | undefined
  /** Of a session: the same time of day on another date. */
  workDate?: LocalDate | undefined
  /** Of a session: it ends earlier or later. */
  durationMs?: number | undefined
  note?: string | undefined
}

/** The entry after the edit, in parts where it runs past midnight. Clock times make a session of an amount. */
function edited(
  facts: RecordFacts,
  corrected: Corrected,
  args: EditEntryArgs,
  ctx: RuleContext,
): Result<TimeEntry[], AppError> {
  const { entry } = corrected
  const { sessionId, zone, source, taskId } = entry
  const same = { sessionId, zone, source, taskId, note: args.note ?? entry.note, of: originOf(entry) }
  if (isAmount(entry) && args.startAt === undefined && args.endAt === undefined) {
    const amount = {
      ...same,
      workDate: args.workDate ?? entry.workDate,
      durationMs: args.durationMs ?? entry.durationMs,
    }
    const one = entryOfAmount(facts, amount, ctx, corrected)
    return one.ok ? ok([one.value]) : one
  }
  const { startAt, endAt } = newBounds(entry, args, facts)
  const moved = startAt !== entry.startAt || endAt !== entry.endAt
  if (moved) {
    const span = checkSpan(startAt, endAt, facts.organisation)
    if (!span.ok) return span
  }
  let segments = moved ? correctSegments(entry.segments, startAt, endAt) : entry.segments
  if (args.durationMs !== undefined) {
    if (args.durationMs <= 0) return refused('entry.zeroDuration')
    segments = resizeSegments(segments, args.durationMs)
    const most = minutesLeft(startAt, facts.organisation)
    if (boundsOf(segments).endAt - startAt > most * MINUTE_MS && args.durationMs > entry.durationMs)
      return refused('entry.exceedsDay', { values: { maxMinutes: most } })
  }
  return entriesOfSession(facts, { ...same, segments }, ctx, corrected)
}

/** A date alone keeps the times of day; where that day lacks one, the next that it has. */
function newBounds(
  entry: TimeEntry,
  args: EditEntryArgs,
  { organisation }: RecordFacts,
): { startAt: Instant; endAt: Instant } {
  const startAt = args.startAt ?? entry.startAt
  const endAt = args.endAt ?? entry.endAt
  if (args.workDate === undefined || args.workDate === entry.workDate) return { startAt, endAt }
  const { date, time } = localTimeOf(startAt, organisation.zone)
  const reading = instantOf(
    addDays(date, daysBetween(entry.workDate, args.workDate)),
    time,
    organisation.zone,
  )
  const start =
    reading.kind === 'missing'
      ? reading.next
      : (reading.kind === 'twice' ? reading.first : reading.instant) + (startAt % 1000)
  return { startAt: start, endAt: start + (endAt - startAt) }
}

/** `facts` hold what it is on after the edit. */
export function editEntry(
  facts: RecordFacts,
  corrected: Corrected,
  args: EditEntryArgs,
  ctx: RuleContext,
): Decision<{ entryIds: Id[] }> {
  const parts = edited(facts, corrected, args, ctx)
  if (!parts.ok) return parts
  const [first, ...further] = parts.value.map((part, index) =>
    index === 0 ? { ...part, id: corrected.entry.id } : part,
  )
  if (first === undefined) return refused('entry.zeroDuration')
  return decided([put('timeEntry', first), ...recordChanges(further)], {
    entryIds: [first.id, ...further.map((part) => part.id)],
  })
}

/** Gone from every list and total; the audit trail keeps it, and it can be undone (F4). */
export const removeEntry = (entry: TimeEntry): Decision<null> =>
  decided([remove('timeEntry', entry.id)], null)

/** One of several entries, and what its own rule says of it. */
export type Judged = { entry: TimeEntry; name: string | null; decision: Decision<unknown> }

/** One of several people whose time is added, and what the rule says of theirs. */
export type AddedFor = {
  userId: Id
  at: Instant
  name: string | null
  decision: Decision<{ entryIds: Id[] }>
}

/** The time of several people as one change (D10); refused whole where one of theirs is, naming whose and why. */
export function addedTogether(people: readonly AddedFor[]): Decision<{ entryIds: Id[] }> {
  const [first, ...others] = people
  if (first !== undefined && others.length === 0) return first.decision
  const refusals = people.flatMap(({ userId, at, name, decision }) =>
    decision.ok ? [] : [{ id: userId, at, name, error: decision.error }],
  )
  if (refusals.length > 0)
    return refused('entry.someRefused', {
      values: { count: refusals.length, all: people.length },
      refusals,
      ids: refusals.map(({ id }) => id),
    })
  const outcomes = people.flatMap(({ decision }) => (decision.ok ? [decision.value] : []))
  return decided(
    outcomes.flatMap(({ changes }) => changes),
    { entryIds: outcomes.flatMap(({ value }) => value.entryIds) },
  )
}

/** Many as one change: what each rule decides, together; refused whole where one refuses, naming which and why (I15). */
export function togetherOrNone(
  judged: readonly Judged[],
  closedThrough: string | null,
): Decision<{ entryIds: Id[] }> {
  const refusals = judged.flatMap(({ entry, name, decision }) => {
    const error = closedDay(entry, closedThrough) ?? (decision.ok ? null : decision.error)
    return error === null ? [] : [{ id: entry.id, at: entry.startAt, name, error }]
  })
  if (refusals.length > 0)
    return refused('entry.someRefused', {
      values: { count: refusals.length, all: judged.length },
      refusals,
      ids: refusals.map(({ id }) => id),
    })
  return decided(
    judged.flatMap(({ decision }) => (decision.ok ? decision.value.changes : [])),
    { entryIds: judged.map(({ entry }) => entry.id) },
  )
}

/** The guard of a closed period names one day; of many entries each is told. */
const closedDay = ({ workDate }: TimeEntry, closedThrough: string | null): AppError | null =>
  closedThrough !== null && workDate <= closedThrough
    ? appError('record.priorPeriod', { values: { date: workDate, through: closedThrough } })
    : null
