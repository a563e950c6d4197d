// The client log (E1 to E4): lines of it are added and changed together, as one commit, however many cells were typed or pasted.
import { z } from 'zod'
import { Id, LocalDateSchema, Note } from '../entities/entity.ts'
import { subjectEdited } from '../entities/subjectSchema.ts'
import { everybody } from './access.ts'
import { command } from './request.ts'

/** So many lines are written at once at most. */
export const MOST_LINES = 1_000

export const logCommands = {
  /**
   * All lines or none; a refusal names each that is refused by its key, and why. A line without an entry is a new amount (E2, F9).
   * Whose time may be changed is judged line by line, as `entry.edit` and `entry.addAmount` judge it.
   */
  'log.write': command(
    () =>
      z.object({
        customerId: Id,
        lines: z
          .array(
            z.object({
              key: z.string().min(1).max(80),
              entryId: Id.optional(),
              ...subjectEdited(),
              /** Only of a new line. */
              userId: Id.optional(),
              workDate: LocalDateSchema.optional(),
              durationMs: z.int().optional(),
              note: Note.optional(),
            }),
          )
          .min(1)
          .max(MOST_LINES),
      }),
    everybody,
  ).returns<{ entryIds: Id[] }>(),
}
