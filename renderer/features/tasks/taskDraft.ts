// What is typed of a task, and the request that it becomes: due on a day, at a time, or without a date.
import { HOUR_MS } from '../../../shared/base/duration.ts'
import type { Instant } from '../../../shared/base/instant.ts'
import type { LocalDate } from '../../../shared/base/localDate.ts'
import type { ArgsOf } from '../../../shared/contract/contract.ts'
import type { TaskView } from '../../../shared/contract/task.ts'
import type { Id } from '../../../shared/entities/entity.ts'
import type { TaskType } from '../../../shared/entities/task.ts'
import type { Named } from '../../ui/fields/subjectChoice.ts'
import type { EntryPreset } from '../entries/EntryForm.tsx'
import type { EntryTimes } from '../entries/entryTimes.ts'

export const DUES = ['day', 'time', 'none'] as const
export type Due = (typeof DUES)[number]

export type TaskDraft = {
  title: string
  type: TaskType
  customer: Named | null
  userId: Id
  due: Due
  date: LocalDate | null
  times: EntryTimes
  note: string
}

export function newTask(
  preset: EntryPreset,
  { now, today, userId }: { now: Instant; today: LocalDate; userId: Id },
): TaskDraft {
  const startAt = preset.startAt ?? Math.ceil(now / HOUR_MS) * HOUR_MS
  return {
    title: '',
    type: 'Task',
    customer: preset.chosen?.customer ?? null,
    userId: preset.userId ?? userId,
    due: preset.startAt === undefined || preset.day !== undefined ? 'day' : 'time',
    date: preset.day ?? today,
    times: { startAt, endAt: preset.endAt ?? startAt + HOUR_MS / 2 },
    note: preset.note ?? '',
  }
}

export function draftOf(task: TaskView, today: LocalDate, now: Instant): TaskDraft {
  const { title, type, customerId, customerName, primaryParticipantId, dueDate, startAt, endAt, note } = task
  const fresh = newTask({}, { now, today, userId: primaryParticipantId })
  return {
    title,
    type,
    customer: customerId === null ? null : { id: customerId, name: customerName ?? '' },
    userId: primaryParticipantId,
    due: dueDate !== null ? 'day' : startAt === null ? 'none' : 'time',
    date: dueDate ?? fresh.date,
    times: startAt === null ? fresh.times : { startAt, endAt },
    note,
  }
}

/** null: the day or the time is missing. */
export function taskArgs(draft: TaskDraft): Omit<ArgsOf<'task.add'>, 'userId'> | null {
  const { title, type, customer, due, date, times, note } = draft
  const fields = { title, type, customerId: customer?.id ?? null, note }
  if (due === 'none') return { ...fields, dueDate: null, startAt: null, endAt: null }
  if (due === 'day') return date === null ? null : { ...fields, dueDate: date }
  const { startAt, endAt } = times
  return startAt === null || endAt === null ? null : { ...fields, startAt, endAt }
}
