// Prepared statements by their text: each is compiled once for a connection and reused, which costs nothing per call.
import type { Statement } from 'better-sqlite3'
import type { Db } from './open.ts'

export type SqlValue = string | number | bigint | null | Uint8Array

export interface Statements {
  all<Row>(sql: string, ...values: SqlValue[]): Row[]
  get<Row>(sql: string, ...values: SqlValue[]): Row | undefined
  run(sql: string, ...values: SqlValue[]): number
}

export function createStatements(db: Db): Statements {
  const prepared = new Map<string, Statement<SqlValue[]>>()
  const prepare = (sql: string): Statement<SqlValue[]> => {
    const known = prepared.get(sql)
    if (known !== undefined) return known
    const statement = db.prepare<SqlValue[]>(withStablePlan(sql))
    prepared.set(sql, statement)
    return statement
  }
  // The rows' shape is stated by the caller beside its SQL; the tests on a real database hold it to that.
  return {
    all: <Row>(sql: string, ...values: SqlValue[]) => prepare(sql).all(...values) as Row[],
    get: <Row>(sql: string, ...values: SqlValue[]) => prepare(sql).get(...values) as Row | undefined,
    run: (sql, ...values) => prepare(sql).run(...values).changes,
  }
}

/**
 * SQLite compiles a query that sorts anew for each value that a bare `= ?` is given, in case another plan is better for it: twice
 * the time of a day's entries. After a plus sign the value is one of which it knows nothing, and the plan stays.
 */
const withStablePlan = (sql: string): string =>
  sql.includes('ORDER BY') ? sql.replaceAll(' = ?', ' = +?') : sql
