// Recorded time in the calendar: each entry by its whole span, pauses included.
import { HOUR_MS } from '../../../shared/base/duration.ts'
import type { CalendarItem } from '../../../shared/contract/calendar.ts'
import { requests } from '../../../shared/contract/contract.ts'
import type { Id } from '../../../shared/entities/entity.ts'
import type { Subject } from '../../../shared/entities/subject.ts'
import { isPermitted } from '../../../shared/rules/permission.ts'
import { colourOf } from '../../facts/colour.ts'
import { nameOf, organisationOf } from '../../facts/reads.ts'
import { decodeSubject, namesOf, SUBJECT_FIELDS } from '../../facts/subject.ts'
import type { CalendarSource } from './source.ts'
import { PLAIN } from './source.ts'

type Row = Subject & {
  id: Id
  work_date: string
  start_at: number
  end_at: number
  duration_ms: number
  task_id: Id | null
  meeting_id: Id | null
}

// No entry is longer than a day of 25 hours, so the index bounds the search on both sides.
const TOUCHING = `SELECT id, work_date, start_at, end_at, task_id, duration_ms, meeting_id, ${SUBJECT_FIELDS} FROM time_entry
  WHERE user_id = +? AND start_at > ? AND start_at < ? AND end_at > ? ORDER BY start_at`

export const entries: CalendarSource = (data, { from, until, actor, userIds }) => {
  const organisation = organisationOf(data)
  const closedThrough = organisation?.closedThrough ?? ''
  const edit = requests['entry.edit'].access
  return userIds.flatMap((userId) => {
    const userName = nameOf(data, 'user', userId) ?? ''
    const mayEdit = isPermitted(actor, edit, userId, organisation)
    return data.all<Row>(TOUCHING, userId, from - 26 * HOUR_MS, until, from).map((row): CalendarItem => {
      const subject = decodeSubject(row)
      const isAmount = row.start_at === row.end_at
      return {
        ...PLAIN,
        kind: 'entry',
        id: row.id,
        userId,
        userName,
        startAt: row.start_at,
        endAt: row.end_at,
        day: isAmount ? row.work_date : null,
        amountMs: isAmount ? row.duration_ms : null,
        names: namesOf(data, subject),
        colour: colourOf(data, subject),
        meetingId: row.meeting_id,
        done: row.task_id !== null && data.find('task', row.task_id) !== null,
        movable: mayEdit && !isAmount && row.work_date > closedThrough,
      }
    })
  })
}
