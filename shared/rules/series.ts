// A series of meetings as it is changed: an exception, a cut in two, a new time or rule for all, and what becomes of each occurrence.
import type { Instant } from '../base/instant.ts'
import type { Weekday } from '../base/localDate.ts'
import { addDays, daysBetween } from '../base/localDate.ts'
import { parseRepeat, repeatText } from '../base/recurrence.ts'
import type { Result } from '../base/result.ts'
import { ok } from '../base/result.ts'
import { wallMsAt } from '../base/zoneOffset.ts'
import type { AppError } from '../contract/errors.ts'
import type { Exception, Meeting } from '../entities/meeting.ts'
import type { PartialSubject } from '../entities/subject.ts'
import { subjectAfter } from '../entities/subject.ts'
import type { LogFacts, Target } from './meetingLog.ts'
import type { Occurrence } from './occurrences.ts'
import { dateIn, endFrom, instantAt, occurrencesOf, startsOf } from './occurrences.ts'
import { refused } from './rule.ts'

type Given<T> = { readonly [F in keyof T]?: T[F] | undefined }
/** What is typed of a meeting; a field that is not said stays as it is. */
export type MeetingFields = Given<
  Pick<
    Meeting,
    'title' | 'userIds' | 'startAt' | 'endAt' | 'zone' | 'allDay' | 'place' | 'note' | 'repeat' | 'logged'
  >
> &
  PartialSubject
export const withException = (meeting: Meeting, exception: Exception, none = false): Meeting => ({
  ...meeting,
  exceptions: [
    ...meeting.exceptions.filter(({ at }) => at !== exception.at),
    ...(none ? [] : [exception]),
  ].sort((a, b) => a.at - b.at),
})

/** A series in two, at an occurrence that is not its first. */
export function cutAt(meeting: Meeting, at: Instant, index: number): { head: Meeting; tail: Meeting } {
  const rule = parseRepeat(meeting.repeat, meeting)
  if (!rule.ok) return { head: meeting, tail: meeting }
  const until = addDays(dateIn(at, meeting.zone), -1)
  const { count } = rule.value
  const head = {
    ...meeting,
    repeat: index === 1 ? '' : repeatText({ ...rule.value, count: null, until }),
    exceptions: meeting.exceptions.filter((exception) => exception.at < at),
  }
  const left = count === null ? null : count - index
  const tail = {
    ...meeting,
    startAt: at,
    endAt: endFrom(meeting, at),
    repeat: left === 1 ? '' : repeatText({ ...rule.value, count: left }),
    exceptions: meeting.exceptions.filter((exception) => exception.at >= at),
  }
  return { head, tail }
}

const FIELDS = ['title', 'userIds', 'zone', 'allDay', 'place', 'note', 'repeat', 'logged'] as const

/** The whole of a series with what was typed for one of its occurrences. */
export function changed(was: Meeting, typedFor: Occurrence, args: MeetingFields): Result<Meeting, AppError> {
  const fields = Object.fromEntries(
    FIELDS.flatMap((field) => (args[field] === undefined ? [] : [[field, args[field]]])),
  ) as Partial<Meeting>
  const next: Meeting = { ...was, ...fields, ...subjectAfter(was, args) }
  const typedStart = args.startAt ?? typedFor.at
  const typedEnd = args.endAt ?? endFrom(was, typedStart)
  if (typedEnd <= typedStart) return refused('meeting.stopBeforeStart')
  const isFirst = typedFor.at === was.startAt
  const shiftMs = wallMsAt(typedStart, next.zone) - wallMsAt(typedFor.at, was.zone)
  const startAt = isFirst ? typedStart : instantAt(wallMsAt(was.startAt, was.zone) + shiftMs, next.zone)
  const endAt = endFrom({ ...next, startAt: typedStart, endAt: typedEnd }, startAt)
  const shiftDays = daysBetween(dateIn(was.startAt, was.zone), dateIn(startAt, next.zone))
  if (args.repeat !== undefined || shiftDays === 0 || was.repeat === '')
    return ok({ ...next, startAt, endAt })
  const repeat = shiftedRule(was, shiftDays)
  return repeat === null ? refused('meeting.moveNeedsRule') : ok({ ...next, startAt, endAt, repeat })
}

/** The rule of a series that moved by some days; null: it cannot be told, as with the second Tuesday of a month. */
function shiftedRule(was: Meeting, days: number): string | null {
  const rule = parseRepeat(was.repeat, was)
  if (!rule.ok) return null
  const { freq, byDay, byMonthDay, byMonth, bySetPos } = rule.value
  const until = rule.value.until === null ? null : addDays(rule.value.until, days)
  if (freq === 'WEEKLY' && byMonth.length === 0 && bySetPos.length === 0) {
    const moved = byDay.map((day) => ({
      ...day,
      weekday: (((((day.weekday - 1 + days) % 7) + 7) % 7) + 1) as Weekday,
    }))
    return repeatText({ ...rule.value, byDay: moved, until })
  }
  const plain = byDay.length + byMonthDay.length + byMonth.length + bySetPos.length === 0
  return plain ? repeatText({ ...rule.value, until }) : null
}

export function targets(
  before: Meeting,
  after: readonly Meeting[],
  asBefore: readonly Meeting[],
  sameRule: boolean,
): (at: Instant) => Target | null {
  const found = new Map<Instant, Target>()
  const old = [...startsOf(before)]
  for (const meeting of after) {
    const starts = [...startsOf(meeting)]
    if (asBefore.includes(meeting)) {
      for (const at of starts) found.set(at, { meeting, at })
      continue
    }
    // The tail of a series that was cut follows what stays of it.
    const ours = old.slice(found.size)
    const shift = daysBetween(
      dateIn(ours[0] ?? before.startAt, before.zone),
      dateIn(meeting.startAt, meeting.zone),
    )
    const byDate = new Map(starts.map((at) => [dateIn(at, meeting.zone), at]))
    ours.forEach((at, index) => {
      const now =
        sameRule && starts.length === ours.length
          ? starts[index]
          : byDate.get(addDays(dateIn(at, before.zone), shift))
      if (now !== undefined) found.set(at, { meeting, at: now })
    })
  }
  return (at) => found.get(at) ?? null
}

/** Exceptions go with their occurrences; what is settled keeps its time, whatever becomes of the rest. */
export function carriedOver(
  before: Meeting,
  meeting: Meeting,
  target: (at: Instant) => Target | null,
  facts: LogFacts,
): Meeting {
  const exceptions = meeting.exceptions.flatMap((exception) => {
    const to = target(exception.at)
    return to === null ? [] : [{ ...exception, at: to.at }]
  })
  let carried: Meeting = { ...meeting, exceptions }
  if (before.repeat === '' || meeting.repeat === '') return carried
  for (const { at, startAt, endAt } of occurrencesOf(before)) {
    const to = target(at)
    const fixed = facts.parts.some((entry) => entry.occurrenceAt === at && facts.isFixed(entry))
    if (!fixed || to === null || carried.exceptions.some((exception) => exception.at === to.at)) continue
    if (to.at === startAt && endFrom(meeting, to.at) === endAt) continue
    carried = withException(carried, { at: to.at, moved: { startAt, endAt, title: '', place: '' } })
  }
  return carried
}
