// When a task is due: by the end of a day, and when that is over.
import type { Instant } from '../base/instant.ts'
import type { LocalDate } from '../base/localDate.ts'
import type { Task } from '../entities/task.ts'

/** Without a date it never is. */
export const isOverdue = (
  { dueDate, endAt, status }: Pick<Task, 'dueDate' | 'endAt' | 'status'>,
  now: Instant,
  today: LocalDate,
): boolean => status === 'Open' && (dueDate === null ? endAt !== null && endAt < now : dueDate < today)

/** Is it to be done on that day, or was it before? */
export const isDueBy = (
  { dueDate, startAt }: Pick<Task, 'dueDate' | 'startAt'>,
  day: { date: LocalDate; dayEndAt: Instant },
): boolean => (dueDate === null ? startAt !== null && startAt < day.dayEndAt : dueDate <= day.date)
