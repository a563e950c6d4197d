// Commands and queries on tasks (A8 to A11).
import { z } from 'zod'
import { Id, InstantSchema, Name } from '../entities/entity.ts'
import type { Task } from '../entities/task.ts'
import { Task as TaskSchema } from '../entities/task.ts'
import { everybody, ownBy } from './access.ts'
import { command, query } from './request.ts'

const fields = () =>
  TaskSchema()
    .pick({ type: true, customerId: true, dueDate: true, startAt: true, endAt: true, note: true })
    .partial()

export const taskCommands = {
  /** Without a user it is one's own. */
  'task.add': command(
    () => fields().extend({ title: Name, userId: Id.optional() }),
    ownBy('userId', 'user', 'self'),
  ).returns<{ taskId: Id }>(),
  'task.edit': command(
    () => fields().extend({ taskId: Id, title: Name.optional(), userId: Id.optional() }),
    ownBy('taskId', 'task'),
  ).returns<null>(),
  'task.done': command(() => z.object({ taskId: Id }), ownBy('taskId', 'task')).returns<null>(),
  'task.reopen': command(() => z.object({ taskId: Id }), ownBy('taskId', 'task')).returns<null>(),
  'task.remove': command(() => z.object({ taskId: Id }), ownBy('taskId', 'task')).returns<null>(),
}

export type TaskView = Task & {
  customerName: string | null
  userName: string
  /** May who asks change it? */
  editable: boolean
}

export const taskQueries = {
  /**
   * With dates or times that touch the range, or all; those without either only where no range is asked for. First what is due
   * first; at most `limit`.
   */
  'task.list': query(
    () =>
      z.object({
        from: InstantSchema.optional(),
        to: InstantSchema.optional(),
        userIds: z.array(Id).max(200).optional(),
        customerId: Id.optional(),
        status: z.enum(['Open', 'Done']).optional(),
        limit: z.int().min(1).max(5_000).optional(),
      }),
    ['task', 'customer', 'user', 'organisation'],
    everybody,
  ).returns<{ tasks: TaskView[]; onlyYours: boolean }>(),
  'task.get': query(
    () => z.object({ taskId: Id }),
    ['task', 'customer', 'user', 'organisation'],
    everybody,
  ).returns<TaskView>(),
}
