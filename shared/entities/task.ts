// A task in the calendar; stopping a timer makes one of type Call, already Done (A8 to A11).
import { z } from 'zod'
import { once } from '../base/once.ts'
import { defineEntity, Id, InstantSchema, Line } from './entity.ts'

export const Task = once(() =>
  z.object({
    id: Id,
    type: z.enum(['Call', 'Task']),
    title: Line,
    customerId: Id.nullable(),
    /** The user whose task it is (A9). */
    primaryParticipantId: Id,
    startAt: InstantSchema,
    endAt: InstantSchema,
    status: z.enum(['Open', 'Done']),
  }),
)
export type Task = z.infer<ReturnType<typeof Task>>
export const task = defineEntity('task', Task)
