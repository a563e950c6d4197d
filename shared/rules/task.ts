// What may be done with a task: add, change, mark as done or open again, delete (A8 to A11).
import { MINUTE_MS } from '../base/duration.ts'
import type { Instant } from '../base/instant.ts'
import type { Task } from '../entities/task.ts'
import { put, remove } from '../entities/registry.ts'
import type { Decision } from './rule.ts'
import { decided, refused } from './rule.ts'

type Given<T> = { readonly [F in keyof T]?: T[F] | undefined }
export type TaskFields = Given<Omit<Task, 'id' | 'status' | 'uid'>>

/** How long a timed task takes where no end is said. */
const USUAL_MS = 30 * MINUTE_MS

/** With what was typed. A day and a time exclude each other: who says the one no longer means the other. */
export function editedTask(task: Task, fields: TaskFields): Decision<null> {
  const { dueDate, startAt, endAt, ...others } = fields
  if (typeof dueDate === 'string' && typeof startAt === 'number') return refused('task.dueOrTimed')
  const said = Object.fromEntries(Object.entries(others).filter(([, value]) => value !== undefined))
  const next: Task = { ...task, ...said, ...timeOf(task, { dueDate, startAt, endAt }) }
  if (next.startAt !== null && next.endAt !== null && next.endAt < next.startAt)
    return refused('task.stopBeforeStart')
  return decided([put('task', next)], null)
}

type TaskTime = Pick<Task, 'dueDate' | 'startAt' | 'endAt'>

function timeOf(was: TaskTime, { dueDate, startAt, endAt }: Given<TaskTime>): TaskTime {
  if (typeof dueDate === 'string') return { dueDate, startAt: null, endAt: null }
  const due = dueDate === undefined ? was.dueDate : dueDate
  const start: Instant | null = startAt === undefined ? was.startAt : startAt
  if (start === null) return { dueDate: due, startAt: null, endAt: null }
  const long = was.startAt === null || was.endAt === null ? USUAL_MS : was.endAt - was.startAt
  const end = endAt ?? (startAt === undefined ? was.endAt : null) ?? start + long
  return { dueDate: null, startAt: start, endAt: end }
}

export const markTask = (task: Task, status: Task['status']): Decision<null> =>
  decided(task.status === status ? [] : [put('task', { ...task, status })], null)

export const removeTask = (task: Task): Decision<null> => decided([remove('task', task.id)], null)
