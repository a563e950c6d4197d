// What a meeting must be: an end after its start, not too long, and a rule that ends.
import { HOUR_MS } from '../base/duration.ts'
import type { Result } from '../base/result.ts'
import { ok } from '../base/result.ts'
import { parseRepeat, repeatText } from '../base/recurrence.ts'
import { isZone } from '../base/zoneOffset.ts'
import type { AppError } from '../contract/errors.ts'
import type { Meeting } from '../entities/meeting.ts'
import { daysLong, extentOf, horizonOf, MOST_YEARS, startsOf } from './occurrences.ts'
import { refused } from './rule.ts'

/** The longest meeting; and of whole days, the most. */
export const MOST_HOURS = 24
export const MOST_DAYS = 31
const MOST_EXCEPTIONS = 400

/** Its rule in one form; its extent; no exceptions of what no longer occurs. Refused where it is no meeting. */
export function checkedMeeting(meeting: Meeting): Result<Meeting, AppError> {
  const { startAt, endAt, zone, allDay } = meeting
  if (!isZone(zone)) return refused('request.invalid', { fields: { zone: 'unknown time zone' } })
  if (endAt <= startAt) return refused('meeting.stopBeforeStart')
  if (!allDay && endAt - startAt > MOST_HOURS * HOUR_MS)
    return refused('meeting.tooLong', { values: { hours: MOST_HOURS } })
  if (allDay && daysLong(meeting) > MOST_DAYS)
    return refused('meeting.daysTooMany', { values: { days: MOST_DAYS } })
  if (allDay && meeting.logged) return refused('meeting.allDayLog')
  const repeat = checkedRepeat(meeting)
  if (!repeat.ok) return repeat
  const whole = { ...meeting, repeat: repeat.value }
  const starts = new Set(startsOf(whole))
  const exceptions = meeting.exceptions.filter(({ at }) => repeat.value !== '' && starts.has(at))
  if (exceptions.length > MOST_EXCEPTIONS)
    return refused('meeting.tooManyExceptions', { values: { most: MOST_EXCEPTIONS } })
  for (const { moved } of exceptions) {
    if (moved === null) continue
    if (moved.endAt <= moved.startAt) return refused('meeting.stopBeforeStart')
    if (!allDay && moved.endAt - moved.startAt > MOST_HOURS * HOUR_MS)
      return refused('meeting.tooLong', { values: { hours: MOST_HOURS } })
  }
  const fitting = { ...whole, exceptions }
  return ok({ ...fitting, ...extentOf(fitting) })
}

function checkedRepeat(meeting: Meeting): Result<string, AppError> {
  if (meeting.repeat.trim() === '') return ok('')
  const read = parseRepeat(meeting.repeat, meeting)
  if (!read.ok)
    return refused(read.error.reason === 'tooFine' ? 'meeting.repeatTooFine' : 'meeting.repeatUnknown', {
      values: { part: read.error.part },
    })
  const { count, until } = read.value
  if (count === 1) return ok('')
  const tooFar = () => refused('meeting.repeatTooFar', { values: { years: MOST_YEARS } })
  if (count === null && until === null) return refused('meeting.repeatEndless')
  if (until !== null && until > horizonOf(meeting.startAt, meeting.zone)) return tooFar()
  const repeat = repeatText(read.value)
  let made = 0
  for (const _ of startsOf({ ...meeting, repeat })) made += 1
  if (made < 2) return refused('meeting.repeatNever')
  return count !== null && made < count ? tooFar() : ok(repeat)
}
