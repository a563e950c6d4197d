// Turning a session into time entries: what may be recorded at all, and the split at the end of each work day (F2).
import type { DayRule } from '../base/dayRule.ts'
import { dayStartAt, msLeftInDay, splitAtDays, workDateOf } from '../base/dayRule.ts'
import { DAY_MS, MINUTE_MS } from '../base/duration.ts'
import type { Instant } from '../base/instant.ts'
import type { LocalDate } from '../base/localDate.ts'
import type { Result } from '../base/result.ts'
import { ok } from '../base/result.ts'
import type { AppError } from '../contract/errors.ts'
import type { Placement } from '../entities/assignment.ts'
import type { Id } from '../entities/entity.ts'
import type { Change } from '../entities/registry.ts'
import { put } from '../entities/registry.ts'
import type { Subject } from '../entities/subject.ts'
import type { Organisation } from '../entities/organisation.ts'
import type { TimeRules } from '../entities/rules.ts'
import type { TimeEntry } from '../entities/timeEntry.ts'
import type { ClosedSegment } from '../entities/timer.ts'
import type { User } from '../entities/user.ts'
import type { RuleContext } from './rule.ts'
import { inactive, refused } from './rule.ts'
import { boundsOf, clipSegments, countedMs } from './segments.ts'
import type { SubjectFacts, SubjectSettings } from './subject.ts'
import { subjectRefusal } from './subject.ts'

export type RecordFacts = SubjectFacts & {
  organisation: Organisation
  rules: TimeRules
  settings: SubjectSettings
  user: User
  /** By the assignment that it takes, or as it was corrected. */
  placement: Placement
  /** The user's other entries that touch the session's time. */
  neighbours: readonly TimeEntry[]
}

export type Session = {
  sessionId: Id
  segments: readonly ClosedSegment[]
  note: string
  zone: string
  source: TimeEntry['source']
  taskId: Id | null
  /** What the timer was on that counted it. */
  begun?: Subject
  /** Where it comes from: the meeting whose log item it is (E5), or a row of an import (J4). */
  of?: Partial<Origin>
}

export type Origin = Pick<TimeEntry, 'meetingId' | 'occurrenceAt' | 'importKey'>
export const originOf = ({ meetingId, occurrenceAt, importKey }: Origin): Origin => ({
  meetingId,
  occurrenceAt,
  importKey,
})
const NO_ORIGIN: Origin = { meetingId: null, occurrenceAt: null, importKey: '' }

export const dayRuleOf = (organisation: Organisation): DayRule => ({
  zone: organisation.zone,
  dayStartMinutes: organisation.dayStartMinutes,
})

/** The most whole minutes that a work day still holds from a start on (A21). */
export const minutesLeft = (startAt: Instant, organisation: Organisation): number =>
  Math.floor(msLeftInDay(startAt, dayRuleOf(organisation)) / MINUTE_MS)

/** Does an entry's time touch the session's? Compared by segments, so a pause may be filled by another entry. */
export const overlapping = (
  segments: readonly ClosedSegment[],
  entry: Pick<TimeEntry, 'segments'>,
): boolean =>
  entry.segments.some((theirs) => segments.some((ours) => ours.start < theirs.end && theirs.start < ours.end))

/** The entry that is being corrected, and what the other parts of its session count, which only a rule about its length asks. */
export type Corrected = { entry: TimeEntry; restMs(): number }

/**
 * What the mandatory rules refuse of a session (B1). A part of one that was split at midnight is judged as the whole; and where a
 * rule became stricter since, an entry may be corrected as long as it gets no worse (K5).
 */
function ruleRefusal(
  { rules }: RecordFacts,
  { note, ms }: { note: string; ms: number },
  corrected: Corrected | null,
): ReturnType<typeof refused> | null {
  const was = corrected?.entry ?? null
  if (rules.requireNote && note.trim() === '' && was?.note.trim() !== '') return refused('rule.noteRequired')
  const { minSessionMinutes: least, maxSessionMinutes: most } = rules
  if (least === 0 && most === null) return null
  const rest = corrected?.restMs() ?? 0
  const whole = rest + ms
  const wasWhole = was === null ? null : rest + was.durationMs
  if (whole < least * MINUTE_MS && (wasWhole === null || whole < wasWhole))
    return refused('rule.tooShort', { values: { minutes: least } })
  if (most !== null && whole > most * MINUTE_MS && (wasWhole === null || whole > wasWhole))
    return refused('rule.tooLong', { values: { minutes: most } })
  return null
}

/** For how long two lists of segments run at the same time. */
const sharedMs = (ours: readonly ClosedSegment[], theirs: readonly ClosedSegment[]): number =>
  theirs.reduce((sum, { start, end }) => sum + countedMs(clipSegments(ours, start, end), 0), 0)

type Judged = { date: LocalDate; last: LocalDate; note: string; ms: number; begun?: Subject | undefined }

/** What is refused of time on that day, whether it has clock times or not. */
function dayRefusal(
  facts: RecordFacts,
  { date, last, note, ms, begun }: Judged,
  ctx: RuleContext,
  corrected: Corrected | null,
): ReturnType<typeof refused> | null {
  const { organisation, user, things } = facts
  if (!user.active && corrected === null) return inactive('record.inactiveUser', user)
  const was = corrected === null ? null : { subject: corrected.entry, date: corrected.entry.workDate }
  const misplaced = subjectRefusal(facts, date, was, begun)
  if (misplaced !== null) return misplaced
  if (ms <= 0) return refused('entry.zeroDuration')
  const against = ruleRefusal(facts, { note, ms }, corrected)
  if (against !== null) return against
  if (things.category?.codeType !== 'absence' && last > ctx.today) return refused('entry.inFuture')
  if (organisation.closedThrough !== null && date <= organisation.closedThrough)
    return refused('record.priorPeriod', { values: { through: organisation.closedThrough } })
  return null
}

/** The entries of a session, one for each work day that it touches; refused where a rule forbids the record. */
export function entriesOfSession(
  facts: RecordFacts,
  session: Session,
  ctx: RuleContext,
  corrected: Corrected | null = null,
): Result<TimeEntry[], AppError> {
  const { organisation, user, subject } = facts
  const { startAt, endAt } = boundsOf(session.segments)
  const day = dayRuleOf(organisation)
  if (endAt < startAt) return refused('entry.stopBeforeStart')
  // Judged by the day on which the session began: what then runs past midnight is still that day's work.
  const judged = {
    date: workDateOf(startAt, day),
    last: workDateOf(Math.max(startAt, endAt - 1), day),
    note: session.note,
    ms: endAt === startAt ? 0 : countedMs(session.segments, endAt),
    begun: session.begun,
  }
  const against = dayRefusal(facts, judged, ctx, corrected)
  if (against !== null) return against
  if (organisation.overlaps === 'refuse') {
    const before = corrected?.entry.segments ?? []
    const inTheWay = facts.neighbours.filter(
      (entry) =>
        overlapping(session.segments, entry) &&
        sharedMs(session.segments, entry.segments) > sharedMs(before, entry.segments),
    )
    if (inTheWay.length > 0) return refused('entry.overlaps', { ids: inTheWay.map((entry) => entry.id) })
  }
  const entries = splitAtDays({ start: startAt, end: endAt }, day).flatMap((part) => {
    const segments = clipSegments(session.segments, part.start, part.end)
    if (segments.length === 0) return []
    const bounds = boundsOf(segments)
    const entry: TimeEntry = {
      ...subject,
      ...facts.placement,
      id: ctx.newId(),
      sessionId: session.sessionId,
      userId: user.id,
      workDate: part.date,
      ...bounds,
      durationMs: countedMs(segments, bounds.endAt),
      segments,
      note: session.note,
      zone: session.zone,
      source: session.source,
      taskId: session.taskId,
      ...NO_ORIGIN,
      ...session.of,
    }
    return [entry]
  })
  return ok(entries)
}

/** An amount of time on a day, without clock times (F9). */
export type Amount = Omit<Session, 'segments'> & { workDate: LocalDate; durationMs: number }

/** The entry of an amount. How much its day still holds is judged with all that is on it (guardDays). */
export function entryOfAmount(
  facts: RecordFacts,
  amount: Amount,
  ctx: RuleContext,
  corrected: Corrected | null = null,
): Result<TimeEntry, AppError> {
  const { organisation, user, subject, placement } = facts
  const { of, ...said } = amount
  const { workDate: date, durationMs: ms, note } = said
  const against = dayRefusal(facts, { date, last: date, note, ms }, ctx, corrected)
  if (against !== null) return against
  const at = dayStartAt(date, dayRuleOf(organisation))
  return ok({
    id: ctx.newId(),
    userId: user.id,
    ...subject,
    ...placement,
    ...said,
    ...NO_ORIGIN,
    ...of,
    startAt: at,
    endAt: at,
    segments: [],
  })
}

/** The changes that record entries. The customer's journal is computed from them (A31, F11). */
export const recordChanges = (entries: readonly TimeEntry[]): Change[] =>
  entries.map((entry) => put('timeEntry', entry))

/** A typed start and stop: in order, and at most a day apart, or the 25 hours of the day that has them (A21). */
export function checkSpan(
  startAt: Instant,
  endAt: Instant,
  organisation: Organisation,
): Result<null, AppError> {
  if (endAt < startAt) return refused('entry.stopBeforeStart')
  if (endAt === startAt) return refused('entry.zeroDuration')
  if (endAt - startAt > Math.max(DAY_MS, msLeftInDay(startAt, dayRuleOf(organisation))))
    return refused('entry.exceedsDay', { values: { maxMinutes: minutesLeft(startAt, organisation) } })
  return ok(null)
}
