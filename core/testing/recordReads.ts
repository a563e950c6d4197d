// Data that remembers which nouns were read through it, and the SQL that did.
import type { EntityName } from '../../shared/entities/registry.ts'
import { ENTITY_NAMES } from '../../shared/entities/registry.ts'
import { MAPPINGS } from '../db/entityStore.ts'
import type { Data, WritableData } from '../db/data.ts'

/** Kept with the entries, in their transaction. */
const DERIVED: Readonly<Record<string, EntityName>> = {
  day_total: 'timeEntry',
  customer_total: 'timeEntry',
  report_total: 'timeEntry',
  report_month: 'timeEntry',
  note_key: 'timeEntry',
  note_search: 'timeEntry',
}
const NOUN_OF: Readonly<Record<string, EntityName>> = {
  ...DERIVED,
  ...Object.fromEntries(ENTITY_NAMES.map((entity) => [MAPPINGS[entity].table, entity])),
}

export type ReadRecord = { readonly data: Data; readonly nouns: Set<EntityName>; readonly sql: Set<string> }

export function recordReads(real: WritableData): ReadRecord {
  const nouns = new Set<EntityName>()
  const sql = new Set<string>()
  const tableAt = new Map(
    real.db
      .prepare<[], { page: number; name: string }>(
        'SELECT rootpage AS page, tbl_name AS name FROM sqlite_master',
      )
      .all()
      .map(({ page, name }) => [page, name]),
  )
  /** SQLite itself says which tables and indexes the statement opens; a virtual table is known by its name alone. */
  const note = (text: string): void => {
    if (sql.has(text)) return
    sql.add(text)
    const steps = real.db.prepare<[], { opcode: string; p2: number }>(`EXPLAIN ${text}`).raw(false)
    const opened = (steps.all as (...values: unknown[]) => { opcode: string; p2: number }[])
      .call(steps, ...Array.from({ length: steps.source.split('?').length - 1 }, () => null))
      .flatMap(({ opcode, p2 }) => (opcode === 'OpenRead' ? [tableAt.get(p2) ?? ''] : []))
    if (/\bnote_search\b/.test(text)) opened.push('note_search')
    for (const table of opened) {
      const noun = NOUN_OF[table]
      if (noun !== undefined) nouns.add(noun)
    }
  }
  const data: Data = {
    all: (text, ...values) => (note(text), real.all(text, ...values)),
    get: (text, ...values) => (note(text), real.get(text, ...values)),
    each: (text, ...values) => (note(text), real.each(text, ...values)),
    find: (entity, id) => (nouns.add(entity), real.find(entity, id)),
    list: (entity) => (nouns.add(entity), real.list(entity)),
    where: (entity, condition, ...values) => {
      note(`SELECT ${MAPPINGS[entity].select()} FROM "${MAPPINGS[entity].table}" WHERE ${condition}`)
      return real.where(entity, condition, ...values)
    },
    remembered: (_entity, _key, make) => make(),
    rememberedOf: (_month, _key, make) => make(),
    device: (key) => real.device(key),
  }
  return { data, nouns, sql }
}
