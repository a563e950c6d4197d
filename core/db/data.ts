// The open data of one connection, as commands and queries use it.
import type { EntityName, EntityOf } from '../../shared/entities/registry.ts'
import type { EntityStore } from './entityStore.ts'
import { createEntityStore } from './entityStore.ts'
import type { Db } from './open.ts'
import type { Statements } from './statements.ts'
import { createStatements } from './statements.ts'

export type Data = Statements &
  EntityStore & {
    readonly db: Db
    /**
     * Runs synchronous work during which what is asked for again and again (the organisation, who is who, what runs) is read
     * once, and not at all where nobody wrote it since the last such work. Outside of it every read is a read.
     */
    remembering<T>(work: () => T): T
    /** The same for work that only reads: all of it sees one state of the data, whatever others commit meanwhile. */
    reading<T>(work: () => T): T
    /** Another process may have committed until now; asked where a transaction begins within such work. */
    lookAgain(): void
    /** What was read may be wrong: a transaction was taken back, or rows were written past `put`. */
    forget(): void
    /** The same for what follows from all rows of that noun. */
    remembered<T>(entity: EntityName, key: string, make: () => T): T
  }

/** Few, small, and part of nearly every request: kept from one to the next. */
const REMEMBERED: ReadonlySet<EntityName> = new Set([
  'organisation',
  'user',
  'employment',
  'customer',
  'category',
  'project',
  'timer',
])
/** Answers of one noun; a program that runs for weeks asks for more than anybody needs again. */
const MOST_REMEMBERED = 5_000

export function createData(db: Db): Data {
  const statements = createStatements(db)
  const store = createEntityStore(statements)
  // Part of every request, so not even looked up among the prepared ones.
  const [begin, commit] = [db.prepare('BEGIN'), db.prepare('COMMIT')]
  const dataVersion = db.prepare<[], number>('PRAGMA data_version').pluck()
  const known = new Map<EntityName, Map<string, unknown>>()
  let version: number | null = null
  let working = false

  const forget = (): void => known.clear()
  const lookAgain = (): void => {
    // Counts the commits of others; own writes go through `put` and `remove`.
    const now = dataVersion.get() ?? null
    if (now !== version) forget()
    version = now
  }
  const remembered = <T>(entity: EntityName, key: string, make: () => T): T => {
    if (!working) return make()
    let answers = known.get(entity)
    if (answers === undefined) known.set(entity, (answers = new Map()))
    const found = answers.get(key)
    if (found !== undefined) return found as T
    const made = make()
    if (answers.size >= MOST_REMEMBERED) answers.clear()
    if (made !== null && made !== undefined) answers.set(key, deepFreeze(made))
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
      for (const entity of known.keys()) if (!REMEMBERED.has(entity)) known.delete(entity)
    }
  }
  const where: Data['where'] = (entity, condition, ...values) =>
    REMEMBERED.has(entity)
      ? remembered(entity, values.length === 0 ? condition : condition + JSON.stringify(values), () =>
          store.where(entity, condition, ...values),
        )
      : store.where(entity, condition, ...values)
  return {
    db,
    ...statements,
    ...store,
    where,
    list: (entity) => where(entity, '1'),
    find: (entity, id) =>
      remembered<EntityOf<typeof entity> | null>(entity, `= ${id}`, () => store.find(entity, id)),
    put: (entity, value) => {
      store.put(entity, value)
      known.delete(entity)
    },
    remove: (entity, id) => {
      store.remove(entity, id)
      known.delete(entity)
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
    remembered,
  }
}

/** Shared by all who ask, so nobody may change it. */
function deepFreeze<T>(value: T): T {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return value
  Object.values(value).forEach(deepFreeze)
  return Object.freeze(value)
}
