// When a meeting takes place: the days of its rule at the hour of its zone's clocks, with what was moved or cancelled.
import { DAY_MS, MINUTE_MS } from '../base/duration.ts'
import type { Instant } from '../base/instant.ts'
import type { LocalDate } from '../base/localDate.ts'
import { addDays, dateOfEpochDay } from '../base/localDate.ts'
import type { Repeat, RepeatProblem } from '../base/recurrence.ts'
import { parseRepeat, repeatDays } from '../base/recurrence.ts'
import type { Result } from '../base/result.ts'
import { ok } from '../base/result.ts'
import { firstInstantReaching, instantsAtWall, offsetMsAt, wallMsAt } from '../base/zoneOffset.ts'
import type { Exception, Meeting } from '../entities/meeting.ts'

/** How far a meeting repeats: no rule makes more than one a day, so there are at most a few thousand. */
export const MOST_YEARS = 10

export type Occurrence = {
  /** The start that the rule gives it: what it is known by, also where it was moved. */
  at: Instant
  startAt: Instant
  endAt: Instant
  title: string
  place: string
  moved: boolean
}

type Timed = Pick<Meeting, 'startAt' | 'endAt' | 'zone' | 'allDay' | 'repeat'>

/** The date that the zone's clocks show. */
export const dateIn = (instant: Instant, zone: string): LocalDate =>
  dateOfEpochDay(Math.floor(wallMsAt(instant, zone) / DAY_MS))

/**
 * What a local time stands for, as RFC 5545 says: of two the first; one that the clocks skip is as long after the gap as it was
 * after its beginning.
 */
export function instantAt(wallMs: number, zone: string): Instant {
  const [first] = instantsAtWall(wallMs, zone)
  if (first !== undefined) return first
  return wallMs - offsetMsAt(firstInstantReaching(wallMs, zone) - 1, zone)
}

/** The last day on which a meeting that begins then may take place. */
export function horizonOf(startAt: Instant, zone: string): LocalDate {
  const first = dateIn(startAt, zone)
  return addDays(first, Math.floor(MOST_YEARS * 365.25))
}

/** Its rule; null: it takes place once. */
export function repeatOf({ repeat, ...begin }: Timed): Result<Repeat | null, RepeatProblem> {
  return repeat === '' ? ok(null) : parseRepeat(repeat, begin)
}

/** The starts that the rule gives, in order; where it cannot be read, the first alone. */
export function* startsOf(meeting: Timed): Generator<Instant> {
  const { startAt, zone } = meeting
  yield startAt
  const rule = repeatOf(meeting)
  if (!rule.ok || rule.value === null) return
  const first = dateIn(startAt, zone)
  const wallMs = wallMsAt(startAt, zone)
  const timeOfDay = ((wallMs % DAY_MS) + DAY_MS) % DAY_MS
  const days = repeatDays(rule.value, first, horizonOf(startAt, zone))
  days.next()
  for (const day of days) yield instantAt(day * DAY_MS + timeOfDay, zone)
}

/** How many days a meeting of whole days has, whatever the clocks did meanwhile. */
export const daysLong = ({ startAt, endAt, zone }: Pick<Meeting, 'startAt' | 'endAt' | 'zone'>): number =>
  Math.max(1, Math.round((wallMsAt(endAt, zone) - wallMsAt(startAt, zone)) / DAY_MS))

/** The end of an occurrence that begins then: as long as the first, or as many whole days. */
export const endFrom = (meeting: Timed, startAt: Instant): Instant =>
  meeting.allDay
    ? firstInstantReaching(wallMsAt(startAt, meeting.zone) + daysLong(meeting) * DAY_MS, meeting.zone)
    : startAt + meeting.endAt - meeting.startAt

type Repeated = Timed & Pick<Meeting, 'title' | 'place' | 'exceptions'>

/** As it takes place; null: it was cancelled. */
function occurrenceAt(meeting: Repeated, at: Instant, exception: Exception | undefined): Occurrence | null {
  const { title, place } = meeting
  if (exception === undefined)
    return { at, startAt: at, endAt: endFrom(meeting, at), title, place, moved: false }
  const { moved } = exception
  if (moved === null) return null
  return {
    at,
    startAt: moved.startAt,
    endAt: moved.endAt,
    title: moved.title === '' ? title : moved.title,
    place: moved.place === '' ? place : moved.place,
    moved: true,
  }
}

/** All of them, or those that touch [from, to), in the order of the rule. */
export function* occurrencesOf(
  meeting: Repeated,
  from: Instant = -Infinity,
  to: Instant = Infinity,
): Generator<Occurrence> {
  const exceptions = new Map(meeting.exceptions.map((exception) => [exception.at, exception]))
  // Only what was moved can come out of the order of the rule.
  const last = Math.max(to, ...exceptions.keys())
  for (const at of startsOf(meeting)) {
    if (at > last) return
    const occurrence = occurrenceAt(meeting, at, exceptions.get(at))
    // A meeting without length is none, so what ends where the range begins does not touch it.
    if (occurrence !== null && occurrence.startAt < to && occurrence.endAt > from) yield occurrence
  }
}

/** From the first start to the last end. */
export function extentOf(meeting: Repeated): { firstAt: Instant; lastAt: Instant } {
  let firstAt = meeting.startAt
  let lastAt = meeting.startAt + MINUTE_MS
  for (const { startAt, endAt } of occurrencesOf(meeting)) {
    firstAt = Math.min(firstAt, startAt)
    lastAt = Math.max(lastAt, endAt)
  }
  return { firstAt, lastAt }
}
