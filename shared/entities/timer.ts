// A timer: a session that runs, is paused, or is stopped and waits to be recorded. Elapsed time is computed, never stored (F1).
import { z } from 'zod'
import { once } from '../base/once.ts'
import { defineEntity, Id, InstantSchema, Note } from './entity.ts'
import { subjectRefs } from './subject.ts'
import { subjectStored } from './subjectSchema.ts'

/** A stretch of counted work; an open one (end null) is still running. Paused time lies between segments (A6). */
export const Segment = z.object({ start: InstantSchema, end: InstantSchema.nullable() })
export type Segment = z.infer<typeof Segment>
export type ClosedSegment = { start: number; end: number }

export const Timer = once(() =>
  z.object({
    id: Id,
    userId: Id,
    ...subjectStored(),
    state: z.enum(['running', 'paused', 'stopped']),
    /** When the timer was started (A17), epoch ms. */
    startedAt: InstantSchema,
    segments: z.array(Segment).min(1),
    note: Note,
    /** The IANA zone the user was in at the start. */
    zone: z.string().max(64),
    /** The task that stopping made (A8); null until then. */
    taskId: Id.nullable(),
  }),
)
export type Timer = z.infer<ReturnType<typeof Timer>>
export const timer = defineEntity('timer', Timer, {
  refs: [
    { field: 'userId', to: 'user', as: 'needed' },
    ...subjectRefs('needed'),
    { field: 'taskId', to: 'task', as: 'mentioned' },
  ],
  label: ['customerId'],
  owner: 'userId',
  seenBy: 'colleagues',
  typed: 'note',
  follows: true,
  remembered: true,
})
