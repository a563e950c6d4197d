// A time entry: a recorded session, or the part of one that falls on a single work day (F2).
import { z } from 'zod'
import { once } from '../base/once.ts'
import { defineEntity, Id, InstantSchema, LocalDateSchema, Note } from './entity.ts'

export const TimeEntry = once(() =>
  z.object({
    id: Id,
    /** The parts of one session share this id (F2). */
    sessionId: Id,
    userId: Id,
    customerId: Id.nullable(),
    categoryId: Id.nullable(),
    /** One of the customer's projects. What was recorded before there were projects has none. */
    projectId: Id.nullable().default(null),
    /** The day it counts for, by the organisation's day rule (F8). */
    workDate: LocalDateSchema,
    startAt: InstantSchema,
    endAt: InstantSchema,
    /** Counted time: the sum of the segments, without pauses. */
    durationMs: z.int().min(0),
    segments: z.array(z.object({ start: InstantSchema, end: InstantSchema })).min(1),
    note: Note,
    zone: z.string().max(64),
    source: z.enum(['timer', 'manual', 'import', 'sample']),
    /** The task that stopping the timer made (A8). */
    taskId: Id.nullable(),
  }),
)
export type TimeEntry = z.infer<ReturnType<typeof TimeEntry>>
export const timeEntry = defineEntity('timeEntry', TimeEntry)
