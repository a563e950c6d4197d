// What takes place when, and a meeting by itself.
import { ok } from '../../shared/base/result.ts'
import type { meetingQueries, MeetingOccurrence, Person } from '../../shared/contract/meeting.ts'
import type { Id } from '../../shared/entities/entity.ts'
import { refused } from '../../shared/rules/rule.ts'
import type { Data } from '../db/data.ts'
import { isSettled } from '../facts/meetingLog.ts'
import { isEditable, isShown, logItemsIn, meetingsFound } from '../facts/meetings.ts'
import { nameOf, organisationOf } from '../facts/reads.ts'
import { onlyOf } from '../facts/sight.ts'
import { namesOf } from '../facts/subject.ts'
import type { QueryHandlers } from './query.ts'

const people = (data: Data, userIds: readonly Id[]): Person[] =>
  userIds.map((id) => ({ id, name: nameOf(data, 'user', id) ?? '' }))

export const meetingQueryHandlers: QueryHandlers<keyof typeof meetingQueries> = {
  'meeting.list': (data, { from, to, userIds, customerId }, { actor }) => {
    const only = onlyOf(data, actor, 'meeting')
    const { found, more } = meetingsFound(data, { from, to, userIds, customerId }, only)
    const itemsOf = logItemsIn(data, from, to)
    const meetings = found.map(({ meeting, occurrence }): MeetingOccurrence => {
      const { zone, allDay, note, logged, organiserId, repeat } = meeting
      return {
        ...namesOf(data, meeting),
        ...occurrence,
        meetingId: meeting.id,
        customerId: meeting.customerId,
        zone,
        allDay,
        note,
        logged,
        organiserId,
        people: people(data, meeting.userIds),
        repeated: repeat !== '',
        logItems: logged ? itemsOf(meeting, occurrence) : 0,
        editable: isEditable(actor, meeting),
      }
    })
    return ok({ meetings, more, onlyYours: only !== null })
  },
  'meeting.get': (data, { meetingId }, { actor }) => {
    const meeting = data.find('meeting', meetingId)
    if (meeting === null || !isShown(meeting, onlyOf(data, actor, 'meeting')))
      return refused('notFound.meeting')
    const organisation = organisationOf(data)
    const items = new Map<number, { sessions: Set<Id>; fixed: Set<Id>; userIds: Set<Id> }>()
    for (const entry of data.where('timeEntry', 'meeting_id = +?', meetingId)) {
      const at = entry.occurrenceAt ?? entry.startAt
      const item = items.get(at) ?? { sessions: new Set(), fixed: new Set(), userIds: new Set() }
      item.sessions.add(entry.sessionId)
      item.userIds.add(entry.userId)
      if (organisation !== null && isSettled(data, entry, organisation)) item.fixed.add(entry.sessionId)
      items.set(at, item)
    }
    return ok({
      ...meeting,
      ...namesOf(data, meeting),
      people: people(data, meeting.userIds),
      editable: isEditable(actor, meeting),
      logItems: [...items]
        .map(([at, { sessions, fixed, userIds }]) => ({
          at,
          count: sessions.size,
          fixed: fixed.size,
          userIds: [...userIds],
        }))
        .sort((a, b) => a.at - b.at),
    })
  },
}
