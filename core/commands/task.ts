// Commands on tasks.
import type { taskCommands } from '../../shared/contract/task.ts'
import type { AppError } from '../../shared/contract/errors.ts'
import type { Id } from '../../shared/entities/entity.ts'
import type { Task } from '../../shared/entities/task.ts'
import { editedTask, markTask, removeTask } from '../../shared/rules/task.ts'
import type { Decision } from '../../shared/rules/rule.ts'
import { refused } from '../../shared/rules/rule.ts'
import type { Data } from '../db/data.ts'
import { present } from '../facts/relations.ts'
import type { Handlers } from './handler.ts'

type Named = { userId?: Id | undefined; customerId?: Id | null | undefined }

/** Whom and what it newly names is there. */
function missing(
  data: Data,
  { userId, customerId }: Named,
  was?: Task,
): { ok: false; error: AppError } | null {
  if (userId !== undefined && userId !== was?.primaryParticipantId && present(data, 'user', userId) === null)
    return refused('notFound.user')
  if (
    typeof customerId === 'string' &&
    customerId !== was?.customerId &&
    present(data, 'customer', customerId) === null
  )
    return refused('notFound.customer')
  return null
}

const withTask = (data: Data, taskId: Id, decide: (task: Task) => Decision<null>): Decision<null> => {
  const task = data.find('task', taskId)
  return task === null ? refused('notFound.task') : decide(task)
}

export const taskHandlers: Handlers<keyof typeof taskCommands> = {
  'task.add': (data, { userId, ...args }, ctx) => {
    const task: Task = {
      id: ctx.newId(),
      type: 'Task',
      title: '',
      customerId: null,
      primaryParticipantId: userId ?? ctx.actor.userId,
      dueDate: null,
      startAt: null,
      endAt: null,
      status: 'Open',
      note: '',
      uid: '',
    }
    const absent = missing(data, { userId: task.primaryParticipantId, customerId: args.customerId })
    if (absent !== null) return absent
    const edited = editedTask(task, args)
    return edited.ok ? { ok: true, value: { ...edited.value, value: { taskId: task.id } } } : edited
  },
  'task.edit': (data, { taskId, userId, ...args }, ctx) =>
    withTask(data, taskId, (task) => {
      // Whoever may only change what is their own does not hand it to others.
      if (userId !== undefined && userId !== task.primaryParticipantId && ctx.actor.role === 'employee')
        return refused('request.notPermitted', { values: { name: 'task.edit' } })
      const absent = missing(data, { userId, customerId: args.customerId }, task)
      return (
        absent ?? editedTask(task, userId === undefined ? args : { ...args, primaryParticipantId: userId })
      )
    }),
  'task.done': (data, { taskId }) => withTask(data, taskId, (task) => markTask(task, 'Done')),
  'task.reopen': (data, { taskId }) => withTask(data, taskId, (task) => markTask(task, 'Open')),
  'task.remove': (data, { taskId }) => withTask(data, taskId, removeTask),
}
