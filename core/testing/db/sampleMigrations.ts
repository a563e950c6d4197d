// Three versions of a small database: made, its parent table rebuilt as drizzle-kit does it, and filled further.
import { hashOf } from '../../db/migrations.ts'
import type { Migration } from '../../db/migrations.ts'
import type { Db } from '../../db/open.ts'

const between = '\n--> statement-breakpoint\n'

const made = `CREATE TABLE customer (id TEXT PRIMARY KEY, name TEXT NOT NULL);
--> statement-breakpoint
CREATE TABLE entry (
  id INTEGER PRIMARY KEY, customer_id TEXT NOT NULL REFERENCES customer(id) ON DELETE CASCADE, minutes INTEGER NOT NULL
);
--> statement-breakpoint
CREATE INDEX entry_customer ON entry (customer_id);`

// The pragmas are drizzle-kit's; inside a transaction they do nothing. may_die() is where a test may kill the process.
const rebuilt = [
  'PRAGMA foreign_keys=OFF;',
  'CREATE TABLE __new_customer (id TEXT PRIMARY KEY, name TEXT NOT NULL, status TEXT NOT NULL);',
  "INSERT INTO __new_customer SELECT id, name, iif(may_die(), 'Active', 'Active') FROM customer;",
  'DROP TABLE customer;',
  'SELECT may_die();',
  'ALTER TABLE __new_customer RENAME TO customer;',
  'PRAGMA foreign_keys=ON;',
  'UPDATE entry SET minutes = minutes + iif(may_die(), 1, 1);',
].join(between)

const filled = [
  'CREATE TABLE day (id INTEGER PRIMARY KEY, minutes INTEGER NOT NULL);',
  'INSERT INTO day SELECT id, minutes * iif(may_die(), 2, 2) FROM entry;',
  'ALTER TABLE entry ADD COLUMN note TEXT;',
  'SELECT may_die();',
].join(between)

export const toMigration = (index: number, name: string, sql: string): Migration => ({
  index,
  name,
  sql,
  hash: hashOf(sql),
})

export const sampleMigrations: readonly Migration[] = [
  toMigration(0, '0000_made', made),
  toMigration(1, '0001_rebuilt', rebuilt),
  toMigration(2, '0002_filled', filled),
]

export const customers = 50
export const entries = 3000

/** Rows for a database of version 1. */
export function fill(db: Db): void {
  db.exec(`WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ${customers})
    INSERT INTO customer SELECT 'c' || i, 'Customer ' || i FROM n`)
  db.exec(`WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ${entries})
    INSERT INTO entry SELECT i, 'c' || (1 + i % ${customers}), i % 480 FROM n`)
}

/** Makes may_die() harmless, or lets the caller do something at its nth call. Returns the count so far. */
export function defineMayDie(db: Db, onCall: (call: number) => void = () => undefined): () => number {
  let calls = 0
  // The result is 1 and never constant-folded, so that SQLite asks for every row.
  db.function('may_die', { deterministic: false }, () => {
    calls++
    onCall(calls)
    return 1
  })
  return () => calls
}
