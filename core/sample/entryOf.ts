// Makes time entries of what somebody did at some minutes of a day, in real instants of the firm's zone.
import type { DayRule } from '../../shared/base/dayRule.ts'
import { dayStartAt, splitAtDays } from '../../shared/base/dayRule.ts'
import type { Instant } from '../../shared/base/instant.ts'
import type { LocalDate } from '../../shared/base/localDate.ts'
import { instantOf } from '../../shared/base/wallTime.ts'
import type { Id } from '../../shared/entities/entity.ts'
import { subjectOf } from '../../shared/entities/subject.ts'
import type { TimeEntry } from '../../shared/entities/timeEntry.ts'
import { placementOf } from '../../shared/rules/assignment.ts'
import { sampleId, timePrefix } from './sampleId.ts'

export type Stretch = { start: Instant; end: Instant }

export type Session = {
  userId: Id
  customerId: Id
  categoryId: Id
  projectId: Id | null
  caseId?: Id | null
  tagIds?: Id[]
  reference?: string
  billable?: boolean | null
  segments: readonly Stretch[]
  note: string
}

/**
 * The instant that stands for 0:00 in what is said in minutes of the day. Counted back from six in the morning: clocks
 * change in the night, so every later minute is then right by the wall clock.
 */
export function minuteZero(date: LocalDate, dayRule: DayRule): Instant {
  const six = instantOf(date, '06:00', dayRule.zone)
  return six.kind === 'once' ? six.instant - 6 * 3_600_000 : dayStartAt(date, dayRule)
}

/** The entries of a session: one, or one for each day that it touches (spec F2). `count` is its number in the sample. */
export function entriesOf(session: Session, date: LocalDate, count: number, dayRule: DayRule): TimeEntry[] {
  const first = session.segments[0]
  const last = session.segments.at(-1)
  if (first === undefined || last === undefined) return []
  const prefix = timePrefix(last.end)
  const sessionId = sampleId(prefix, 'S', count)
  const parts = splitAtDays({ start: first.start, end: last.end }, dayRule)
  return parts.map((part, index) => {
    const segments = parts.length === 1 ? [...session.segments] : clip(session.segments, part)
    return {
      id: sampleId(prefix, 'T', count * 2 + index),
      sessionId,
      userId: session.userId,
      ...subjectOf(session),
      ...placementOf(null),
      workDate: parts.length === 1 ? date : part.date,
      startAt: segments[0]?.start ?? part.start,
      endAt: segments.at(-1)?.end ?? part.end,
      durationMs: segments.reduce((sum, { start, end }) => sum + end - start, 0),
      segments,
      note: session.note,
      zone: dayRule.zone,
      source: 'sample',
      taskId: null,
      meetingId: null,
      occurrenceAt: null,
      importKey: '',
    }
  })
}

function clip(segments: readonly Stretch[], part: Stretch): Stretch[] {
  return segments
    .map(({ start, end }) => ({ start: Math.max(start, part.start), end: Math.min(end, part.end) }))
    .filter(({ start, end }) => end > start)
}
