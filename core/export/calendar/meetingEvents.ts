// A meeting as events: the series with its rule and what was cancelled of it, then each occurrence that was moved.
import ICAL from 'ical.js'
import { DAY_MS } from '../../../shared/base/duration.ts'
import type { Instant } from '../../../shared/base/instant.ts'
import { epochDayOf } from '../../../shared/base/localDate.ts'
import { parseRepeat, repeatText } from '../../../shared/base/recurrence.ts'
import type { Id } from '../../../shared/entities/entity.ts'
import type { Meeting } from '../../../shared/entities/meeting.ts'
import type { User } from '../../../shared/entities/user.ts'
import { instantAt } from '../../../shared/rules/occurrences.ts'
import { dayProperty, localText, timeProperty } from './times.ts'

export type MeetingContext = {
  organisationZone: string
  changedAt: Instant | null
  user(id: Id): Pick<User, 'name' | 'email'> | null
}

export function meetingEvents(meeting: Meeting, context: MeetingContext): ICAL.Component[] {
  const { startAt, endAt, title, place, exceptions, repeat } = meeting
  const whole = eventOf(meeting, { startAt, endAt, title, place }, context)
  if (repeat !== '') {
    whole.addProperty(ICAL.Property.fromString(`RRULE:${ruleOf(meeting)}`))
    const cancelled = exceptions.filter(({ moved }) => moved === null).map(({ at }) => at)
    if (cancelled.length > 0) whole.addProperty(startsOf('exdate', cancelled, meeting))
  }
  const moved = exceptions.flatMap(({ at, moved: to }) => {
    if (to === null) return []
    const event = eventOf(meeting, { ...to, title: to.title || title, place: to.place || place }, context)
    event.addProperty(startsOf('recurrence-id', [at], meeting))
    return [event]
  })
  return [whole, ...moved]
}

const startsOf = (name: string, instants: readonly Instant[], { allDay, zone }: Meeting): ICAL.Property =>
  allDay ? dayProperty(name, instants, zone) : timeProperty(name, instants, zone, true)

type Own = Pick<Meeting, 'startAt' | 'endAt' | 'title' | 'place'>

function eventOf(
  meeting: Meeting,
  own: Own,
  { organisationZone, changedAt, user }: MeetingContext,
): ICAL.Component {
  const { zone, allDay, repeat, note, userIds, organiserId } = meeting
  const event = new ICAL.Component('vevent')
  event.addPropertyWithValue('uid', meeting.uid === '' ? meeting.id : meeting.uid)
  event.addPropertyWithValue('summary', own.title)
  const repeats = repeat !== ''
  if (allDay) {
    event.addProperty(dayProperty('dtstart', [own.startAt], zone))
    event.addProperty(dayProperty('dtend', [own.endAt], zone))
    // A day says nothing of whose it is.
    if (zone !== organisationZone) event.addPropertyWithValue('x-daybook-zone', zone)
  } else {
    event.addProperty(timeProperty('dtstart', [own.startAt], zone, repeats))
    event.addProperty(timeProperty('dtend', [own.endAt], zone))
  }
  if (own.place !== '') event.addPropertyWithValue('location', own.place)
  if (note !== '') event.addPropertyWithValue('description', note)
  if (changedAt !== null) event.addProperty(timeProperty('last-modified', [changedAt], 'UTC'))
  event.addProperty(personProperty('organizer', organiserId, user))
  for (const id of userIds) event.addProperty(personProperty('attendee', id, user))
  return event
}

/** Without an address they have a name of ours, so that the line is one. */
function personProperty(name: string, id: Id, user: MeetingContext['user']): ICAL.Property {
  const found = user(id)
  const email = found?.email ?? ''
  const address = /^[^\s@]+@[^\s@]+$/.test(email) ? `mailto:${email}` : `urn:x-daybook:user:${id}`
  // No parameter may hold a quotation mark.
  return new ICAL.Property([name, { cn: (found?.name ?? '').replaceAll('"', "'") }, 'cal-address', address])
}

/** Where times are written with a zone, the format wants the end in UTC: the end of the last day. */
function ruleOf(meeting: Meeting): string {
  const rule = parseRepeat(meeting.repeat, meeting)
  if (!rule.ok || rule.value.until === null) return meeting.repeat
  const { until } = rule.value
  const without = repeatText({ ...rule.value, until: null })
  if (meeting.allDay) return `${without};UNTIL=${until.replaceAll('-', '')}`
  const end = instantAt((epochDayOf(until) + 1) * DAY_MS - 1000, meeting.zone)
  return `${without};UNTIL=${localText(end)}Z`
}
