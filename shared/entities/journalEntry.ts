// A note in a customer's journal, the chronological log ("SmartPad"). All other lines are computed from what happened (F11).
import { z } from 'zod'
import { once } from '../base/once.ts'
import { defineEntity, Id, InstantSchema, Note } from './entity.ts'
import { listRefs } from './subject.ts'
import { listsStored } from './subjectSchema.ts'

export const JournalEntry = once(() =>
  z.object({
    id: Id,
    customerId: Id,
    at: InstantSchema,
    /** Others than notes are lines that earlier versions stored beside their sessions. */
    keyword: z.enum(['Call Scheduled', 'Time Log', 'Note']),
    text: Note,
    userId: Id,
    taskId: Id.nullable(),
    timeEntryId: Id.nullable(),
    ...listsStored(),
  }),
)
export type JournalEntry = z.infer<ReturnType<typeof JournalEntry>>
export const journalEntry = defineEntity('journalEntry', JournalEntry, {
  refs: [
    { field: 'customerId', to: 'customer', as: 'recalled' },
    { field: 'userId', to: 'user', as: 'recalled' },
    { field: 'taskId', to: 'task', as: 'mentioned' },
    { field: 'timeEntryId', to: 'timeEntry', as: 'mentioned' },
    ...listRefs('recalled'),
  ],
  label: ['customerId'],
  owner: 'userId',
  seenBy: 'colleagues',
})
