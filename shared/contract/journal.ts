// A customer's journal: one log of what happened, and the notes that are written into it by hand (A12, A31, F11).
import { z } from 'zod'
import type { LocalDate } from '../base/localDate.ts'
import { Id, InstantSchema, LocalDateSchema, Note } from '../entities/entity.ts'
import type { NamedSubject } from '../entities/subject.ts'
import { SUBJECT_NOUNS } from '../entities/subject.ts'
import { listsGiven } from '../entities/subjectSchema.ts'
import { everybody, ownBy } from './access.ts'
import type { Narrowed } from './directory.ts'
import { command, query } from './request.ts'

/** By what lines are found; a line may have several. */
export const JournalKeyword = z.enum(['Call Scheduled', 'Time Log', 'Meeting', 'Task', 'Note'])
export type JournalKeyword = z.infer<typeof JournalKeyword>

const Text = () => Note.transform((text) => text.trim()).pipe(z.string().min(1))

export const journalCommands = {
  'journalEntry.add': command(
    () =>
      z.object({
        customerId: Id,
        text: Text(),
        /** When it was; default: now. */
        at: InstantSchema.optional(),
        ...listsGiven(),
      }),
    everybody,
  ).returns<{ journalEntryId: Id }>(),
  'journalEntry.edit': command(
    () =>
      z.object({
        journalEntryId: Id,
        text: Text().optional(),
        at: InstantSchema.optional(),
        ...listsGiven(),
      }),
    ownBy('journalEntryId', 'journalEntry'),
  ).returns<null>(),
  'journalEntry.remove': command(
    () => z.object({ journalEntryId: Id }),
    ownBy('journalEntryId', 'journalEntry'),
  ).returns<null>(),
}

/** What a line was computed from, which a press on it opens. */
export type JournalSource = 'time' | 'call' | 'meeting' | 'task' | 'note'

/** `id`: of the thing that it was computed from. The subject is that of a session; of other lines it is empty but for its lists. */
export type JournalLine = NamedSubject & {
  source: JournalSource
  id: Id
  keywords: JournalKeyword[]
  at: number
  /** The day alone, where there is no time of day: an amount of time (F9). */
  day: LocalDate | null
  userId: Id
  userName: string
  /** The meeting that it is, or that its time comes from (E6), and which of its occurrences. */
  meetingId: Id | null
  occurrenceAt: number | null
  /** Of a task; null: it is none. */
  done: boolean | null
  text: string
  /** Counted time of the whole session, ms; null where the line is no time. */
  durationMs: number | null
}

export const journalQueries = {
  /** Newest first; `before`: where the page before ended. */
  'customer.journal': query(
    () =>
      z.object({
        customerId: Id,
        keyword: JournalKeyword.optional(),
        tagId: Id.optional(),
        userId: Id.optional(),
        /** Days, both included. */
        from: LocalDateSchema.optional(),
        to: LocalDateSchema.optional(),
        /** Words, as the search takes them. */
        text: z.string().max(200).optional(),
        before: z.string().max(80).optional(),
        limit: z.int().min(1).max(500).optional(),
      }),
    ['timeEntry', 'task', 'meeting', 'journalEntry', 'user', 'organisation', ...SUBJECT_NOUNS],
    everybody,
  ).returns<{ rows: JournalLine[]; next: string | null } & Narrowed>(),
}
