// Brings notes into the search turn by turn: of an older data file beside the first screen, and in a thread what came in many at once.
import { setImmediate as nextTurn, setTimeout as after } from 'node:timers/promises'
import type { WritableData } from '../db/data.ts'
import { indexNotes } from './notes.ts'
import type { Cancel, Log } from '../ports.ts'

/** `done` is called once everything is in; what was broken off goes on at the next start. */
export function indexNotesBeside(data: WritableData, log: Log, done: () => void): Cancel {
  let stopped = false
  const go = async (): Promise<void> => {
    do {
      await nextTurn()
      if (stopped) return
    } while (indexNotes(data))
    done()
  }
  go().catch((error: unknown) => log.error('notes', error))
  return () => {
    stopped = true
  }
}

/** As long as SQLite sleeps at most before it looks again whether it may write, for the first dozen times. */
const REST_MS = 25

/** In a thread: whoever wants to write meanwhile, and stands still until it may, has its turn after each of these. */
export async function indexNotesInThread(data: WritableData, stopped = (): boolean => false): Promise<void> {
  while (!stopped() && indexNotes(data)) await after(REST_MS)
}
