// A time entry: a recorded session, or the part of one that falls on a single work day (F2); or an amount of time on a day without
// clock times, as the client log has it (F9).
import { z } from 'zod'
import { once } from '../base/once.ts'
import { defineEntity, Id, InstantSchema, LocalDateSchema, Note } from './entity.ts'
import { placementStored } from './assignment.ts'
import { subjectRefs } from './subject.ts'
import { subjectStored } from './subjectSchema.ts'

export const TimeEntry = once(() =>
  z
    .object({
      id: Id,
      /** The parts of one session share this id (F2). */
      sessionId: Id,
      userId: Id,
      ...subjectStored(),
      /** Taken from the user's assignment when it was recorded; an edit may correct them. */
      ...placementStored(),
      /** The day it counts for, by the organisation's day rule (F8). */
      workDate: LocalDateSchema,
      /** Of an amount both are the start of its day: where it stands among the sessions, and never shown. */
      startAt: InstantSchema,
      endAt: InstantSchema,
      /** Counted time: the sum of the segments, without pauses; of an amount, the amount itself. */
      durationMs: z.int().min(0),
      /** None: an amount of time. */
      segments: z.array(z.object({ start: InstantSchema, end: InstantSchema })),
      note: Note,
      zone: z.string().max(64),
      source: z.enum(['timer', 'manual', 'import', 'sample', 'meeting']),
      /** The task that stopping the timer made (A8). */
      taskId: Id.nullable(),
      /** The meeting whose log item it is, and which of its occurrences, by the start that its rule gives it (E5). */
      meetingId: Id.nullable().default(null),
      occurrenceAt: InstantSchema.nullable().default(null),
      /** What a row of an import is known again by, so that a second import adds nothing (J4); '' where it was not imported. */
      importKey: z.string().max(64).default(''),
    })
    .refine(({ segments, startAt, endAt }) => (segments.length === 0) === (startAt === endAt), {
      error: 'a session has segments, an amount has none',
    }),
)
export type TimeEntry = z.infer<ReturnType<typeof TimeEntry>>

export const timeEntry = defineEntity('timeEntry', TimeEntry, {
  refs: [
    { field: 'userId', to: 'user', as: 'recalled' },
    ...subjectRefs('recalled'),
    { field: 'officeId', to: 'office', as: 'recalled' },
    { field: 'departmentId', to: 'department', as: 'recalled' },
    { field: 'taskId', to: 'task', as: 'mentioned' },
    // The time stays where the meeting is deleted.
    { field: 'meetingId', to: 'meeting', as: 'mentioned' },
  ],
  label: ['customerId'],
  owner: 'userId',
  seenBy: 'colleagues',
  dated: { from: 'workDate', closed: 'record.priorPeriod' },
})
