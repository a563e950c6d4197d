// A task: something to do, due on a day or at a time, or without either; stopping a timer makes one of type Call, already Done (A8 to A11).
import { z } from 'zod'
import { once } from '../base/once.ts'
import { defineEntity, Id, InstantSchema, Line, LocalDateSchema, Note } from './entity.ts'

export const TaskType = z.enum(['Call', 'Task', 'Mail', 'Visit'])
export type TaskType = z.infer<typeof TaskType>
export const TASK_TYPES: readonly TaskType[] = TaskType.options

export const Task = once(() =>
  z.object({
    id: Id,
    type: TaskType,
    title: Line,
    customerId: Id.nullable(),
    /** The user whose task it is (A9). */
    primaryParticipantId: Id,
    /** The day by which it is to be done; null where it is timed, or has no date at all. */
    dueDate: LocalDateSchema.nullable().default(null),
    /** When it is done, both or neither. */
    startAt: InstantSchema.nullable(),
    endAt: InstantSchema.nullable(),
    status: z.enum(['Open', 'Done']),
    note: Note.default(''),
    /** What another calendar calls it by; empty: its id. */
    uid: Line.default(''),
  }),
)
export type Task = z.infer<ReturnType<typeof Task>>
export const task = defineEntity('task', Task, {
  refs: [
    { field: 'customerId', to: 'customer', as: 'recalled' },
    { field: 'primaryParticipantId', to: 'user', as: 'recalled' },
  ],
  label: ['title'],
  owner: 'primaryParticipantId',
  seenBy: 'colleagues',
  module: 'calendar',
  follows: true,
})
