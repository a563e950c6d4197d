// A thread that reads or writes for long is asked to end, and ends between two rows. Ending it from outside while it is inside SQLite can abort the
// whole program.
import type { Statement } from 'better-sqlite3'
import type { Db } from './open.ts'

/** Thrown where a thread was asked to end. */
export class EndAsked extends Error {}

/**
 * The same connection, which throws EndAsked before each statement and each row of one once `isAsked` says so. A transaction that this ends
 * is taken back.
 */
export function endable(db: Db, isAsked: () => boolean): Db {
  const goOn = (): void => {
    if (isAsked()) throw new EndAsked()
  }
  function* rowByRow(rows: Iterable<unknown>): Generator<unknown> {
    for (const row of rows) {
      goOn()
      yield row
    }
  }
  const prepare = db.prepare.bind(db) as (source: string) => Statement
  const prepared = (source: string): Statement => {
    goOn()
    const statement = prepare(source)
    const { get, all, iterate, run } = statement
    return Object.assign(statement, {
      get: (...values: unknown[]) => {
        goOn()
        return get.apply(statement, values)
      },
      all: (...values: unknown[]) => {
        goOn()
        return all.apply(statement, values)
      },
      run: (...values: unknown[]) => {
        goOn()
        return run.apply(statement, values)
      },
      iterate: (...values: unknown[]) => rowByRow(iterate.apply(statement, values)),
    })
  }
  return Object.assign(db, { prepare: prepared })
}
