// Writes what somebody else has decided: rows, what is derived from them, and the trail. The same for a device that fetches and for the
// server's own copy; nothing is judged here. Must run inside a transaction.
import type { Change, Effect, EntityName } from '../../shared/entities/registry.ts'
import { put, remove } from '../../shared/entities/registry.ts'
import { writeTrail } from '../commit.ts'
import type { WritableData } from '../db/data.ts'
import { updateCounters } from '../derived/counters.ts'
import { updateNotes } from '../derived/notes.ts'
import { updateTotals } from '../derived/totals.ts'
import { mayBreakReference, usesOf } from '../facts/relations.ts'
import type { Header } from './chain.ts'

/**
 * Until all of it is in, something may refer to what is not there. Said only where that is so, and once a transaction: it makes SQLite compile
 * anew whatever it is asked, and after what a colleague did the next command here would take a fifth longer.
 */
function deferReferences(data: WritableData, change: Change): void {
  const mayBreak =
    change.op === 'remove' ? usesOf(data, change.entity, change.id).size > 0 : mayBreakReference(data, change)
  if (!mayBreak) return
  const is = (pragma: string): boolean => data.db.pragma(pragma, { simple: true }) === 1
  if (is('foreign_keys') && !is('defer_foreign_keys')) data.run('PRAGMA defer_foreign_keys = ON')
}

/** The rows and what follows from them. What was there is read here: a device that holds less may have had less of it. */
export function writeEffects(data: WritableData, effects: readonly Effect[]): void {
  const done = effects.map(({ entity, before, after }): Effect => {
    const id = (after ?? before)?.id ?? ''
    const was = data.find(entity, id)
    deferReferences(data, (after === null ? remove(entity, id) : put(entity, after as never)) as Change)
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
