// Makes tasks of a calendar's to-dos.
import { MINUTE_MS } from '../../../shared/base/duration.ts'
import type { Result } from '../../../shared/base/result.ts'
import { fail, ok } from '../../../shared/base/result.ts'
import type { CalendarThing } from '../../../shared/contract/calendarFile.ts'
import type { AppError } from '../../../shared/contract/errors.ts'
import { appError } from '../../../shared/contract/errors.ts'
import type { TaskType } from '../../../shared/entities/task.ts'
import { TASK_TYPES } from '../../../shared/entities/task.ts'
import { dateIn } from '../../../shared/rules/occurrences.ts'
import type { Part } from './events.ts'
import type { ReadContext, Remarks } from './rows.ts'
import { changedAtOf, fitted, isCancelled, readWhen, titleOf, uidOf } from './rows.ts'
import type { When } from './when.ts'
import { instantOfWhen } from './when.ts'

type TaskThing = Extract<CalendarThing, { kind: 'task' }>
type Times = Pick<TaskThing, 'dueDate' | 'startAt' | 'endAt'>

/** Of one that has only the moment by which it is to be done. */
const USUAL_MS = 30 * MINUTE_MS

export function readTask(
  { block, properties }: Part,
  context: ReadContext,
  remarks: Remarks,
): Result<TaskThing, AppError> {
  if (block.rules.length > 0 || block.otherRule !== null) return fail(appError('calendarRow.taskRepeats'))
  const start = readWhen(properties, 'dtstart', context, remarks)
  if (!start.ok) return start
  const due = readWhen(properties, 'due', context, remarks)
  if (!due.ok) return due
  const times = timesOf(start.value, due.value, context.zone)
  if ((times.startAt ?? 0) < 0) return fail(appError('calendarRow.tooOld'))
  const done =
    properties.text('status').toUpperCase() === 'COMPLETED' || properties.first('completed') !== null
  return ok({
    kind: 'task',
    uid: uidOf(properties),
    cancelled: isCancelled(properties),
    changedAt: changedAtOf(properties),
    title: titleOf(properties, remarks),
    type: typeOf(properties.all('categories').flatMap(({ values }) => values)),
    note: fitted(properties.text('description'), 10_000, true, remarks),
    status: done ? 'Done' : 'Open',
    ...times,
  })
}

const typeOf = (categories: readonly string[]): TaskType =>
  TASK_TYPES.find((type) => categories.some((name) => name.toLowerCase() === type.toLowerCase())) ?? 'Task'

function timesOf(start: When | null, due: When | null, zone: string): Times {
  const none: Times = { dueDate: null, startAt: null, endAt: null }
  if (due === null) {
    if (start === null) return none
    if (start.kind === 'date') return { ...none, dueDate: start.date }
    const startAt = instantOfWhen(start, zone)
    return { ...none, startAt, endAt: startAt + USUAL_MS }
  }
  if (due.kind === 'date') return { ...none, dueDate: due.date }
  const endAt = instantOfWhen(due, zone)
  if (start?.kind === 'time') {
    const startAt = instantOfWhen(start, zone)
    // A task that may be begun days before has the day by which it is done.
    if (startAt <= endAt && dateIn(startAt, zone) === dateIn(endAt, zone)) return { ...none, startAt, endAt }
  }
  return { ...none, startAt: endAt - USUAL_MS, endAt }
}
