// Brings the notes of an older data file into the search beside the first screen, turn by turn.
import { setImmediate as nextTurn } from 'node:timers/promises'
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
