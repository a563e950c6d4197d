// A meeting: a stretch of time with people and, mostly, a customer; once, or repeated by a rule with its exceptions. Where it is
// included as a log item, its time is added to each person's log once it is over (E5).
import { z } from 'zod'
import { once } from '../base/once.ts'
import { defineEntity, Id, InstantSchema, Line, Name, Note } from './entity.ts'
import { subjectRefs } from './subject.ts'
import { subjectStored } from './subjectSchema.ts'

/** More than sit at any table; each once. */
export const People = z
  .array(Id)
  .min(1)
  .max(50)
  .transform((ids) => [...new Set(ids)])
  .pipe(z.array(Id))

/** What an occurrence has of its own; an empty text is that of the meeting. */
const Moved = z.object({ startAt: InstantSchema, endAt: InstantSchema, title: Line, place: Line })

/** An occurrence that is not as the rule says: moved, or (null) cancelled. `at` is the start that the rule gives it. */
export const Exception = z.object({ at: InstantSchema, moved: Moved.nullable() })
export type Exception = z.infer<typeof Exception>

export const Meeting = once(() =>
  z.object({
    id: Id,
    title: Name,
    /** Who arranged it: they change it, as those who lead do. */
    organiserId: Id,
    /** Who takes part. */
    userIds: People,
    ...subjectStored(),
    /** Of its first occurrence. */
    startAt: InstantSchema,
    endAt: InstantSchema,
    /** The IANA zone whose clocks it goes by: a weekly one stays at its hour across a clock change. */
    zone: z.string().min(1).max(64),
    /** Whole days of that zone. */
    allDay: z.boolean(),
    place: Line,
    note: Note,
    /** An RRULE with an end (base/recurrence.ts); empty: it takes place once. */
    repeat: Line,
    exceptions: z.array(Exception).max(400),
    /** "Include this event as a log item" (E5). */
    logged: z.boolean(),
    /** What another calendar calls it by; empty: its id. */
    uid: Line,
    /** From the first start to the last end, exceptions included: by these it is found. */
    firstAt: InstantSchema,
    lastAt: InstantSchema,
  }),
)
export type Meeting = z.infer<ReturnType<typeof Meeting>>
export const meeting = defineEntity('meeting', Meeting, {
  refs: [
    { field: 'organiserId', to: 'user', as: 'recalled' },
    { field: 'userIds', to: 'user', as: 'recalled' },
    ...subjectRefs('recalled'),
  ],
  label: ['title'],
  owner: 'organiserId',
  seenBy: 'colleagues',
  module: 'calendar',
})
