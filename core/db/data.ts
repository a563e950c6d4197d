// The open data of one connection, as commands and queries use it.
import type { LocalDate, Month } from '../../shared/base/localDate.ts'
import { monthOf } from '../../shared/base/localDate.ts'
import { deepFreeze } from '../../shared/base/deepFreeze.ts'
import type { Id } from '../../shared/entities/entity.ts'
import type { EntityName, EntityOf } from '../../shared/entities/registry.ts'
import { ENTITY_NAMES } from '../../shared/entities/registry.ts'
import { factsOf } from '../../shared/entities/relations.ts'
import type { EntityReads, EntityStore } from './entityStore.ts'
import { createEntityStore } from './entityStore.ts'
import type { Db } from './open.ts'
import type { ReadStatements, SqlValue, Statements } from './statements.ts'
import { createStatements } from './statements.ts'

/** What queries, and the facts of commands, are loaded from. It has no way to write, so nothing that reads can. */
export type Data = ReadStatements &
  EntityReads & {
    /** What follows from all rows of that noun: made once, as long as nobody wrote it. */
    remembered<T>(entity: EntityName, key: string, make: () => T): T
    /** What follows from the totals of that month's days: made once, as long as none of them was written. */
    rememberedOf<T>(month: Month, key: string, make: () => T): T
    /** What this device knows by itself under that key; nothing of it is audited or synchronised. */
    device(key: string): string | null
  }

/** For the commit and what belongs to it, and for what this device keeps. */
export type WritableData = Data &
  Statements &
  EntityStore & {
    readonly db: Db
    /** null: it knows nothing under that key any more. */
    setDevice(key: string, value: string | null): void
    /**
     * Runs synchronous work during which what is asked for again and again (the organisation, who is who, what runs) is read
     * once, and not at all where nobody wrote it since the last such work. Outside of it every read is a read.
     */
    remembering<T>(work: () => T): T
    /** The same for work that only reads: all of it sees one state of the data, whatever others commit meanwhile. */
    reading<T>(work: () => T): T
    /** Another process may have committed until now; asked where a transaction begins within such work. */
    lookAgain(): void
    /** A day's total was written; `remembered` knows only of nouns. */
    wroteDay(date: LocalDate): void
    /** What was read may be wrong: a transaction was taken back, or rows were written past `put` and `setDevice`. */
    forget(): void
  }

/** Few, small, and part of nearly every request: kept from one to the next. */
const REMEMBERED: ReadonlySet<EntityName> = new Set(
  ENTITY_NAMES.filter((entity) => factsOf(entity).remembered),
)
/** Answers to one question; a program that runs for weeks asks for more than anybody needs again. */
const MOST_REMEMBERED = 5_000
/** Of a month a large firm's days are half a megabyte; nobody has more of them open. */
const MOST_MONTHS = 12
/** By the values that the question was asked with. */
type Answers = Map<string, unknown>
const BY_ID = '= id'
const DEVICE_ROW = 'SELECT value FROM device WHERE key = ?'
const SET_DEVICE_ROW =
  'INSERT INTO device (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value'

export function createData(db: Db): WritableData {
  const statements = createStatements(db)
  const store = createEntityStore(statements)
  // Part of every request, so not even looked up among the prepared ones.
  const [begin, commit] = [db.prepare('BEGIN'), db.prepare('COMMIT')]
  const dataVersion = db.prepare<[], number>('PRAGMA data_version').pluck()
  const known = new Map<EntityName, Map<string, Answers>>()
  /** Those of `known` that are asked for by id, as each name of each row of a list is: found in one step less. */
  const byId = new Map<EntityName, Answers>()
  const months = new Map<Month, Answers>()
  const deviceRows = new Map<string, string | null>()
  let version: number | null = null
  let working = false

  const forget = (): void => {
    known.clear()
    byId.clear()
    months.clear()
    deviceRows.clear()
  }
  const wrote = (entity: EntityName): void => {
    known.delete(entity)
    byId.delete(entity)
  }
  const lookAgain = (): void => {
    // Counts the commits of others; own writes go through `put`, `update`, `remove` and `setDevice`.
    const now = dataVersion.get() ?? null
    if (now !== version) forget()
    version = now
  }
  const answersTo = (entity: EntityName, question: string): Answers => {
    let questions = known.get(entity)
    if (questions === undefined) known.set(entity, (questions = new Map()))
    let answers = questions.get(question)
    if (answers === undefined) questions.set(question, (answers = new Map()))
    if (question === BY_ID) byId.set(entity, answers)
    return answers
  }
  /** The answer that is known, or undefined; nothing is made on the way. */
  const knownById = (entity: EntityName, id: Id): unknown => (working ? byId.get(entity)?.get(id) : undefined)
  const answered = <T>(entity: EntityName, question: string, value: string, make: () => T): T => {
    if (!working) return make()
    const answers = answersTo(entity, question)
    const found = answers.get(value)
    if (found !== undefined) return found as T
    const made = make()
    if (answers.size >= MOST_REMEMBERED) answers.clear()
    if (made !== null && made !== undefined) answers.set(value, deepFreeze(made))
    return made
  }
  const remembering = <T>(work: () => T): T => {
    if (working) return work()
    lookAgain()
    working = true
    try {
      return work()
    } finally {
      working = false
      // Many, and each is wanted by one request only: for whose it is, for its rule and for the trail.
      for (const entity of known.keys()) if (!REMEMBERED.has(entity)) wrote(entity)
    }
  }
  const where: Data['where'] = (entity, condition, ...values) =>
    REMEMBERED.has(entity)
      ? answered(entity, condition, keyOf(values), () => store.where(entity, condition, ...values))
      : store.where(entity, condition, ...values)
  return {
    db,
    ...statements,
    ...store,
    where,
    list: (entity) => where(entity, '1'),
    find: (entity, id) =>
      (knownById(entity, id) as EntityOf<typeof entity> | undefined) ??
      answered<EntityOf<typeof entity> | null>(entity, BY_ID, id, () => store.find(entity, id)),
    put: (entity, value) => {
      store.put(entity, value)
      wrote(entity)
    },
    insert: (entity, value) => {
      store.insert(entity, value)
      wrote(entity)
    },
    update: (entity, before, value) => {
      store.update(entity, before, value)
      wrote(entity)
    },
    remove: (entity, id) => {
      store.remove(entity, id)
      wrote(entity)
    },
    remembering,
    reading: (work) => {
      if (db.inTransaction) return remembering(work)
      begin.run()
      try {
        return remembering(work)
      } finally {
        // A read that failed badly has ended the transaction itself.
        if (db.inTransaction) commit.run()
      }
    },
    lookAgain,
    forget,
    remembered: (entity, key, make) => answered(entity, key, '', make),
    rememberedOf: <T>(month: Month, key: string, make: () => T): T => {
      if (!working) return make()
      let answers = months.get(month)
      const found = answers?.get(key)
      if (found !== undefined) return found as T
      const made = make()
      if (answers === undefined) {
        if (months.size >= MOST_MONTHS) months.clear()
        months.set(month, (answers = new Map()))
      }
      answers.set(key, deepFreeze(made))
      return made
    },
    wroteDay: (date) => void months.delete(monthOf(date)),
    device: (key) => {
      const found = working ? deviceRows.get(key) : undefined
      if (found !== undefined) return found
      const value = statements.get<{ value: string }>(DEVICE_ROW, key)?.value ?? null
      if (working) deviceRows.set(key, value)
      return value
    },
    setDevice: (key, value) => {
      if (value === null) statements.run('DELETE FROM device WHERE key = ?', key)
      else statements.run(SET_DEVICE_ROW, key, value)
      // Within such work whoever takes it back forgets it too.
      if (working) deviceRows.set(key, value)
      else deviceRows.delete(key)
    },
  }
}

/** Mostly one id, which is a key as it is; nobody asks one question with values of several kinds. */
function keyOf(values: readonly SqlValue[]): string {
  const [only] = values
  return values.length === 1 && typeof only === 'string' ? only : JSON.stringify(values)
}
