// A line of a customer's journal, the chronological log ("SmartPad").
import { z } from 'zod'
import { once } from '../base/once.ts'
import { defineEntity, Id, InstantSchema, Note } from './entity.ts'

export const JournalEntry = once(() =>
  z.object({
    id: Id,
    customerId: Id,
    at: InstantSchema,
    keyword: z.enum(['Call Scheduled', 'Time Log', 'Note']),
    text: Note,
    userId: Id,
    taskId: Id.nullable(),
    /** For keyword "Time Log": the time entry it stands for (A31). */
    timeEntryId: Id.nullable(),
  }),
)
export type JournalEntry = z.infer<ReturnType<typeof JournalEntry>>
export const journalEntry = defineEntity('journalEntry', JournalEntry)
