// The recoverable notes of a session that was cancelled or discarded, kept for 30 days (F3).
import { z } from 'zod'
import { once } from '../base/once.ts'
import { defineEntity, Id, InstantSchema, Note } from './entity.ts'
import { subjectRefs } from './subject.ts'
import { subjectStored } from './subjectSchema.ts'
import { Timer } from './timer.ts'

export const NoteDraft = once(() =>
  z.object({
    id: Id,
    userId: Id,
    ...subjectStored(),
    note: Note,
    /** The session as it was, so that it can be recorded after all. */
    session: Timer(),
    createdAt: InstantSchema,
    expiresAt: InstantSchema,
  }),
)
export type NoteDraft = z.infer<ReturnType<typeof NoteDraft>>
export const noteDraft = defineEntity('noteDraft', NoteDraft, {
  // It may outlive what it speaks of (F3).
  refs: [{ field: 'userId', to: 'user', as: 'mentioned' }, ...subjectRefs('mentioned')],
  label: ['customerId'],
  owner: 'userId',
  seenBy: 'owner',
  onesOwn: true,
  follows: true,
})
