// The search in notes.
import { z } from 'zod'
import { Id } from '../entities/entity.ts'
import type { NamedSubject } from '../entities/subject.ts'
import { SUBJECT_NOUNS } from '../entities/subject.ts'
import { shownBy } from './access.ts'
import { entryFilterShape } from './entryFilter.ts'
import { query } from './request.ts'

// The words are what it looks for.
const { text: _words, ...filters } = entryFilterShape

/** A word that was found: from … to in the note, as `slice` counts. */
export type SearchMark = { from: number; to: number }

export type FoundNote = NamedSubject & {
  entryId: Id
  userId: Id
  userName: string
  workDate: string
  startAt: number
  endAt: number
  durationMs: number
  /** The meeting that its time comes from (E6). */
  meetingId: Id | null
  note: string
  marks: SearchMark[]
}

export const searchQueries = {
  /**
   * The newest sessions whose note has every word of `text`; the last word may be a beginning, words in double quotes stand
   * beside each other; of those that the filters leave (I15). `before` is `next` of the page before. `complete` is false while notes are still being brought in.
   */
  'entry.search': query(
    () =>
      z.object({
        text: z.string().max(200),
        ...filters,
        customerId: Id.nullable().optional(),
        before: z.int().min(0).optional(),
        limit: z.int().min(1).max(200).optional(),
      }),
    ['timeEntry', 'user', 'organisation', 'pastSetting', ...SUBJECT_NOUNS],
    shownBy('userId', 'user', 'self'),
  ).returns<{ rows: FoundNote[]; next: number | null; complete: boolean }>(),
}
