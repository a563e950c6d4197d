// Prepared statements by their text: each is compiled once for a connection and reused, which costs nothing per call.
//
// A query that sorts says `= +?` where another says `= ?`. SQLite compiles a query that sorts anew for each value that a bare mark
// is given, in case another plan is better for it: twice the time of a day's entries. After a plus sign the value is one of which
// it knows nothing, and the plan stays. statements.test.ts reads the source for a mark without one.
import type { Statement } from 'better-sqlite3'
import type { Db } from './open.ts'

export type SqlValue = string | number | bigint | null | Uint8Array

export interface ReadStatements {
  all<Row>(sql: string, ...values: SqlValue[]): Row[]
  get<Row>(sql: string, ...values: SqlValue[]): Row | undefined
  /** Row by row, so that a million of them cost no memory. */
  each<Row>(sql: string, ...values: SqlValue[]): IterableIterator<Row>
}

export interface Statements extends ReadStatements {
  run(sql: string, ...values: SqlValue[]): number
}

/** `DELETE … RETURNING` gives rows as well: who only reads must not have it. */
function reading(statement: Statement<SqlValue[]>): Statement<SqlValue[]> {
  if (!statement.readonly) throw new Error(`this writes: ${statement.source}`)
  return statement
}

export function createStatements(db: Db): Statements {
  const prepared = new Map<string, Statement<SqlValue[]>>()
  const readers = new Map<string, Statement<SqlValue[]>>()
  const prepare = (sql: string): Statement<SqlValue[]> => {
    const known = prepared.get(sql)
    if (known !== undefined) return known
    const statement = db.prepare<SqlValue[]>(sql)
    prepared.set(sql, statement)
    return statement
  }
  const reader = (sql: string): Statement<SqlValue[]> => {
    const known = readers.get(sql)
    if (known !== undefined) return known
    const statement = reading(prepare(sql))
    readers.set(sql, statement)
    return statement
  }
  // The rows' shape is stated by the caller beside its SQL; the tests on a real database hold it to that.
  return {
    all: <Row>(sql: string, ...values: SqlValue[]) => reader(sql).all(...values) as Row[],
    get: <Row>(sql: string, ...values: SqlValue[]) => reader(sql).get(...values) as Row | undefined,
    // Not one of the prepared: it stays busy until its last row is read, and may be asked for again meanwhile.
    each: <Row>(sql: string, ...values: SqlValue[]) =>
      reading(db.prepare<SqlValue[]>(sql)).iterate(...values) as IterableIterator<Row>,
    run: (sql, ...values) => prepare(sql).run(...values).changes,
  }
}
