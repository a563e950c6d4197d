// Meetings in the calendar, one item for each occurrence. Where its time is in the log as it took place, the meeting stands for both.
import type { CalendarItem } from '../../../shared/contract/calendar.ts'
import type { Id } from '../../../shared/entities/entity.ts'
import { dateIn } from '../../../shared/rules/occurrences.ts'
import { colourOf } from '../../facts/colour.ts'
import { isEditable, logItemsIn, meetingsFound } from '../../facts/meetings.ts'
import { nameOf } from '../../facts/reads.ts'
import { namesOf } from '../../facts/subject.ts'
import type { CalendarSource } from './source.ts'
import { PLAIN } from './source.ts'

export const meetings: CalendarSource = (data, { from, until, actor, userIds }) => {
  const { found } = meetingsFound(data, { from, to: until, userIds }, null)
  if (found.length === 0) return []
  const itemsOf = logItemsIn(data, from, until)
  const named = new Map<Id, string>()
  const name = (userId: Id): string => {
    const known = named.get(userId) ?? nameOf(data, 'user', userId) ?? ''
    named.set(userId, known)
    return known
  }
  return found.map(({ meeting, occurrence }): CalendarItem => {
    const { startAt, endAt, at, title, place } = occurrence
    return {
      ...PLAIN,
      kind: 'meeting',
      id: meeting.repeat === '' ? meeting.id : `${meeting.id} ${at}`,
      startAt,
      endAt,
      day: meeting.allDay ? dateIn(startAt, meeting.zone) : null,
      title,
      names: namesOf(data, meeting),
      colour: colourOf(data, meeting),
      movable: isEditable(actor, meeting),
      meetingId: meeting.id,
      meeting: {
        at,
        zone: meeting.zone,
        repeated: meeting.repeat !== '',
        place,
        userIds: meeting.userIds,
        people: meeting.userIds.map(name),
        logged: meeting.logged,
        logItems: meeting.logged ? itemsOf(meeting, occurrence) : 0,
      },
    }
  })
}

/** An entry that says what its meeting says is not drawn beside it; one that was corrected is. */
export function withoutTheirTime(items: readonly CalendarItem[]): CalendarItem[] {
  const keyOf = ({ meetingId, startAt, endAt }: CalendarItem) => `${meetingId} ${startAt} ${endAt}`
  const shown = new Set(items.filter(({ kind }) => kind === 'meeting').map(keyOf))
  return items.filter((item) => item.kind !== 'entry' || item.meetingId === null || !shown.has(keyOf(item)))
}
