// What makes a whole copy of an organisation's data from pages of rows: a device that joins, and the server's own copy. Rows may come while
// others write; who brings the commits since then after them has what there is now. Totals and search are made once, at the end.
import type { EntityName, EntityOf } from '../../shared/entities/registry.ts'
import { ENTITY_NAMES, registry } from '../../shared/entities/registry.ts'
import type { WritableData } from '../db/data.ts'
import { makeIndexes, makeNextIndex, setIndexesAside } from '../db/indexesAside.ts'
import { MAPPINGS } from '../db/entityStore.ts'
import type { Counters } from '../derived/counters.ts'
import { setCounters } from '../derived/counters.ts'
import { indexNotes, markNotesStale } from '../derived/notes.ts'
import { forgetReportTotals } from '../derived/reportTotals.ts'
import { markTotalsStale, recountTotals } from '../derived/totals.ts'

/** The organisation comes last: until it is there, everything takes the data for empty. */
export const COPIED: readonly EntityName[] = [
  ...ENTITY_NAMES.filter((entity) => entity !== 'organisation'),
  'organisation',
]

/** So many notes in one transaction: FTS5 puts together what each of them left. */
export const NOTES_AT_ONCE = 20_000

export const isEntity = (name: string): name is EntityName => Object.hasOwn(registry, name)

/** Throws where a row is none of that noun: whoever sent it is not what it says it is. */
export function readRow<N extends EntityName>(entity: N, value: unknown): EntityOf<N> {
  return registry[entity].schema.parse(value) as EntityOf<N>
}

/** Empties everything that is the organisation's, and keeps what is the device's own. */
export function emptyCopy(data: WritableData): void {
  for (const entity of ENTITY_NAMES) data.run(`DELETE FROM "${MAPPINGS[entity].table}"`)
  for (const table of ['audit', 'commit_log', 'counter', 'day_total', 'customer_total'])
    data.run(`DELETE FROM ${table}`)
  forgetReportTotals(data)
  data.run("DELETE FROM sqlite_sequence WHERE name IN ('audit', 'commit_log')")
  makeIndexes(data.db)
  data.forget()
}

export function staleCopy(data: WritableData): void {
  markTotalsStale(data)
  markNotesStale(data)
}

/** Within a transaction, before many rows come; `finishCopy` makes them. */
export const leaveOutIndexes = (data: WritableData): void =>
  setIndexesAside(
    data.db,
    COPIED.map((entity) => MAPPINGS[entity].table),
  )

export function putRows(data: WritableData, entity: EntityName, rows: readonly unknown[]): void {
  for (const row of rows) data.put(entity, readRow(entity, row))
}

/** `notes`: so many of them are brought into the search before others have a turn. */
export async function finishCopy(
  data: WritableData,
  counters: Counters,
  turn: () => Promise<void>,
  notes?: number,
): Promise<void> {
  while (makeNextIndex(data.db)) await turn()
  setCounters(data, counters)
  recountTotals(data)
  while (indexNotes(data, notes)) await turn()
  data.forget()
}
