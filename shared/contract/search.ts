// The search in notes.
import { z } from 'zod'
import { Id } from '../entities/entity.ts'
import { query } from './request.ts'

/** A word that was found: from … to in the note, as `slice` counts. */
export type SearchMark = { from: number; to: number }

export type FoundNote = {
  entryId: Id
  userId: Id
  userName: string
  customerId: Id | null
  customerName: string | null
  categoryName: string | null
  workDate: string
  startAt: number
  endAt: number
  durationMs: number
  note: string
  marks: SearchMark[]
}

export const searchQueries = {
  /**
   * The newest sessions whose note has every word of `text`; the last word may be a beginning, words in double quotes stand
   * beside each other. `before` is `next` of the page before. `complete` is false while notes are still being brought in.
   */
  'entry.search': query(
    () =>
      z.object({
        text: z.string().max(200),
        userId: Id.optional(),
        customerId: Id.optional(),
        before: z.int().min(0).optional(),
        limit: z.int().min(1).max(200).optional(),
      }),
    ['timeEntry', 'customer', 'category', 'user'],
  ).returns<{ rows: FoundNote[]; next: number | null; complete: boolean }>(),
}
