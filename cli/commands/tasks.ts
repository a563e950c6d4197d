// `daybook task`: adds tasks, lists them, and marks them as done.
import type { TaskView } from '../../shared/contract/task.ts'
import type { Task } from '../../shared/entities/task.ts'
import { TASK_TYPES } from '../../shared/entities/task.ts'
import { isOverdue } from '../../shared/rules/taskDue.ts'
import { idOfName, nearestNames, theOneCalled } from '../names.ts'
import type { Outcome } from '../output.ts'
import { Refusal, UsageError } from '../refusal.ts'
import type { Session } from '../session.ts'
import { table } from '../table.ts'
import { readDate, readTime } from '../times.ts'
import { dateAndTime } from '../words.ts'
import { usersNamed } from './meetings.ts'

export type AddTaskOptions = {
  title: string
  customer?: string
  user?: string
  due?: string
  start?: string
  stop?: string
  type?: string
  note?: string
}

function typeOf(text: string): Task['type'] {
  const type = TASK_TYPES.find((one) => one.toLowerCase() === text.trim().toLowerCase())
  if (type === undefined) throw new UsageError(`“${text}” is no kind of task. Say ${TASK_TYPES.join(', ')}.`)
  return type
}

export async function addTask(session: Session, options: AddTaskOptions): Promise<Outcome> {
  const { state, organisation } = await session.setUp()
  const { title, customer, user, due, start, stop, type, note } = options
  const read = (text: string): number => readTime(text, state.now, organisation.zone)
  const value = await session.ask('task.add', {
    title,
    ...(type === undefined ? {} : { type: typeOf(type) }),
    ...(due === undefined ? {} : { dueDate: due === 'today' ? state.today : readDate(due) }),
    ...(start === undefined ? {} : { startAt: read(start) }),
    ...(stop === undefined ? {} : { endAt: read(stop) }),
    ...(note === undefined ? {} : { note }),
    ...(customer === undefined ? {} : { customerId: await idOfName(session, 'customer', customer, null) }),
    ...(user === undefined ? {} : { userId: await idOfName(session, 'user', user, null) }),
  })
  return {
    value: { ...value, task: await session.ask('task.get', { taskId: value.taskId }) },
    text: `Task ${value.taskId} was added: ${title}.`,
  }
}

async function taskCalled(session: Session, called: string): Promise<TaskView> {
  const { tasks } = await session.ask('task.list', { limit: 5_000 })
  const byId = tasks.find(({ id }) => id === called.trim())
  if (byId !== undefined) return byId
  const named = (of: readonly TaskView[]) => of.map((task) => ({ ...task, name: task.title }))
  const open = tasks.filter(({ status }) => status === 'Open')
  const found = theOneCalled(named(open), called) ?? theOneCalled(named(tasks), called)
  if (found !== null) return found
  const nearest = nearestNames(
    called,
    open.map(({ title }) => title),
  )
  throw new Refusal(
    { code: 'name.unknown', details: { values: { name: called, kind: 'task' }, nearest } },
    'Tasks are listed by “daybook task list”.',
  )
}

const DONE = { done: 'Done', reopen: 'Open again', remove: 'Deleted' } as const

export async function markTask(session: Session, act: keyof typeof DONE, called: string): Promise<Outcome> {
  await session.setUp()
  const { id, title } = await taskCalled(session, called)
  await session.ask(`task.${act}`, { taskId: id })
  return { value: { taskId: id }, text: `${DONE[act]}: ${title}.` }
}

type ListOptions = { all?: boolean; customer?: string; user?: string[] }

export async function listTasks(session: Session, options: ListOptions): Promise<Outcome> {
  const { state, organisation } = await session.setUp()
  const { tasks } = await session.ask('task.list', {
    limit: 5_000,
    ...(options.all === true ? {} : { status: 'Open' as const }),
    ...(options.customer === undefined
      ? {}
      : { customerId: await idOfName(session, 'customer', options.customer, null) }),
    ...(options.user === undefined ? {} : { userIds: await usersNamed(session, options.user) }),
  })
  const lines = tasks.map((task) => [
    task.dueDate ?? (task.startAt === null ? '–' : dateAndTime(task.startAt, organisation.zone)),
    task.title,
    task.type,
    task.customerName ?? '–',
    task.userName,
    isOverdue(task, state.now, state.today) ? `${task.status}, overdue` : task.status,
    task.id,
  ])
  const columns = ['Due', 'Title', 'Type', 'Customer', 'User', 'Status', 'Task'].map((title) => ({ title }))
  return { value: { tasks }, text: lines.length === 0 ? 'No tasks.' : table(columns, lines) }
}
