// Writes what somebody else has decided: rows, what is derived from them, and the trail. The same for a device that fetches and for the
// server's own copy; nothing is judged here. Must run inside a transaction.
import type { Effect, EntityName } from '../../shared/entities/registry.ts'
import { writeTrail } from '../commit.ts'
import type { WritableData } from '../db/data.ts'
import { updateCounters } from '../derived/counters.ts'
import { updateNotes } from '../derived/notes.ts'
import { updateTotals } from '../derived/totals.ts'
import type { Header } from './chain.ts'

/** Until all of it is in, something may refer to what is not there; said once a transaction, since it makes SQLite compile anew. */
export const deferReferences = (data: WritableData): void => void data.run('PRAGMA defer_foreign_keys = ON')

/** The rows and what follows from them. What was there is read here: a device that holds less may have had less of it. */
export function writeEffects(data: WritableData, effects: readonly Effect[]): void {
  const done = effects.map(({ entity, before, after }): Effect => {
    const id = (after ?? before)?.id ?? ''
    const was = data.find(entity, id)
    if (after === null) data.remove(entity, id)
    else data.put(entity, after)
    return { entity, before: was, after } as Effect
  })
  updateTotals(data, done)
  updateCounters(data, done)
  updateNotes(data, done)
}

export function applyCommit(data: WritableData, header: Header, effects: readonly Effect[]): EntityName[] {
  writeEffects(data, effects)
  if (!header.quiet) addToTrail(data, header, effects)
  return [...new Set(effects.map(({ entity }) => entity))]
}

export const addToTrail = (data: WritableData, header: Header, effects: readonly Effect[]): void =>
  writeTrail(data, effects, {
    id: header.id,
    at: header.at,
    actorId: header.actorId,
    command: header.command,
    args: JSON.parse(header.args) as unknown,
    ...(header.reason === null ? {} : { reason: header.reason }),
    ...(header.undoes === null ? {} : { undoes: header.undoes }),
    clockOff: header.clockOff,
  })
