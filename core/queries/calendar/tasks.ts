// Tasks in the calendar (A10). The call that stopping a timer makes stands with its entry as one item (F11); without one, by itself.
import { dayStartAt } from '../../../shared/base/dayRule.ts'
import type { CalendarItem } from '../../../shared/contract/calendar.ts'
import { requests } from '../../../shared/contract/contract.ts'
import { namesAlone, NO_SUBJECT } from '../../../shared/entities/subject.ts'
import { isPermitted } from '../../../shared/rules/permission.ts'
import { colourOf } from '../../facts/colour.ts'
import { nameOf, organisationOf } from '../../facts/reads.ts'
import { namesOf } from '../../facts/subject.ts'
import type { CalendarSource } from './source.ts'
import { PLAIN } from './source.ts'

const ALONE = `start_at < ? AND end_at >= ? AND primary_participant_id = +?
  AND NOT EXISTS (SELECT 1 FROM time_entry e WHERE e.user_id = primary_participant_id
    AND e.start_at < task.end_at AND e.start_at > task.start_at - 93600000 AND e.end_at > task.start_at AND e.task_id = task.id)
  ORDER BY start_at`

/** Due on a day, without a time. */
const DUE = 'due_date >= ? AND due_date <= ? AND primary_participant_id = +? ORDER BY due_date'

export const tasks: CalendarSource = (data, { first, last, from, until, actor, userIds }) => {
  const organisation = organisationOf(data)
  const zone = organisation?.zone ?? 'UTC'
  return userIds.flatMap((userId) => {
    const userName = nameOf(data, 'user', userId) ?? ''
    const movable = isPermitted(actor, requests['task.edit'].access, userId, organisation)
    const found = [
      ...data.where('task', ALONE, until, from, userId),
      ...data.where('task', DUE, first, last, userId),
    ]
    return found.map((task): CalendarItem => {
      const { dueDate } = task
      const startAt =
        task.startAt ?? (dueDate === null ? from : dayStartAt(dueDate, { zone, dayStartMinutes: 0 }))
      return {
        ...PLAIN,
        kind: 'task',
        id: task.id,
        userId,
        userName,
        startAt,
        endAt: task.endAt ?? startAt,
        day: dueDate,
        title: task.title,
        names:
          task.customerId === null ? namesAlone(NO_SUBJECT) : namesOf(data, { customerId: task.customerId }),
        colour: colourOf(data, { customerId: task.customerId }),
        done: task.status === 'Done',
        movable,
      }
    })
  })
}
