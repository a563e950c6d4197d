// Commands and queries on recorded time entries, their undo and their audit trail.
import { z } from 'zod'
import { Id, InstantSchema, LocalDateSchema, Note } from '../entities/entity.ts'
import type { TimeEntry } from '../entities/timeEntry.ts'
import { command, query } from './request.ts'

export type EntryView = TimeEntry & {
  userName: string
  customerName: string | null
  categoryName: string | null
  projectCode: string | null
  projectName: string | null
  /** Overlaps another entry of the same user (flagged, F5). */
  overlaps: boolean
  /** More than one part shares the session (F2). */
  linked: boolean
}

const fields = {
  userId: Id,
  customerId: Id.nullable(),
  categoryId: Id.nullable(),
  startAt: InstantSchema,
  endAt: InstantSchema,
  note: Note,
}

export const entryCommands = {
  /** The manual form (B26 to B28); over midnight it is split at the day's end (F2). */
  'entry.add': command(() =>
    z.object({
      ...fields,
      projectId: Id.nullable().optional(),
      userId: Id.optional(),
      note: Note.optional(),
    }),
  ).returns<{
    entryIds: Id[]
  }>(),
  /** The orange pencil (B41): times, category, customer and notes. */
  'entry.edit': command(() =>
    z.object({
      entryId: Id,
      customerId: Id.nullable().optional(),
      categoryId: Id.nullable().optional(),
      projectId: Id.nullable().optional(),
      startAt: InstantSchema.optional(),
      endAt: InstantSchema.optional(),
      note: Note.optional(),
    }),
  ).returns<{ entryIds: Id[] }>(),
  /** The red trash (B42): gone from every list and total; kept in the audit trail (F4, B50). */
  'entry.remove': command(() => z.object({ entryId: Id, reason: Note.optional() })).returns<null>(),
  /** Undo one change, by its commit (F4, G11); undoing an undo does it again. */
  'change.undo': command(() => z.object({ commitId: Id })).returns<null>(),
}

export type ChangeView = {
  commitId: Id
  at: number
  userName: string | null
  command: string
  /** The nouns it touched, with what they were called. */
  subjects: { entity: string; id: Id; op: 'put' | 'remove'; name: string | null }[]
  undoneBy: Id | null
  undoable: boolean
}

export const entryQueries = {
  'entry.get': query(
    () => z.object({ entryId: Id }),
    ['timeEntry', 'customer', 'category', 'project', 'user'],
  ).returns<EntryView>(),
  /** What a work day still holds from a start on, for A21. */
  'entry.dayLimit': query(() => z.object({ startAt: InstantSchema }), ['organisation']).returns<{
    workDate: string
    maxMinutes: number
  }>(),
  /** The audit trail, newest first (B50); with a date, what was done up to the end of that day. */
  'change.list': query(
    () =>
      z.object({
        limit: z.int().min(1).max(200).optional(),
        before: z.int().optional(),
        date: LocalDateSchema.optional(),
      }),
    'all',
  ).returns<{ changes: ChangeView[]; next: number | null }>(),
}
