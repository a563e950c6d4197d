// A task as a to-do.
import ICAL from 'ical.js'
import type { Instant } from '../../../shared/base/instant.ts'
import type { Task } from '../../../shared/entities/task.ts'
import { dateProperty, timeProperty } from './times.ts'

export type TaskContext = { changedAt: Instant | null; customerName: string | null }

export function taskTodo(task: Task, { changedAt, customerName }: TaskContext): ICAL.Component {
  const todo = new ICAL.Component('vtodo')
  todo.addPropertyWithValue('uid', task.uid === '' ? task.id : task.uid)
  todo.addPropertyWithValue('summary', task.title === '' ? (customerName ?? task.type) : task.title)
  todo.addPropertyWithValue('categories', task.type)
  // A moment of its own, by no clock's rule.
  if (task.startAt !== null && task.endAt !== null) {
    todo.addProperty(timeProperty('dtstart', [task.startAt], 'UTC'))
    todo.addProperty(timeProperty('due', [task.endAt], 'UTC'))
  } else if (task.dueDate !== null) todo.addProperty(dateProperty('due', task.dueDate))
  if (task.note !== '') todo.addPropertyWithValue('description', task.note)
  todo.addPropertyWithValue('status', task.status === 'Done' ? 'COMPLETED' : 'NEEDS-ACTION')
  if (changedAt !== null) todo.addProperty(timeProperty('last-modified', [changedAt], 'UTC'))
  return todo
}
