// Indexes that are left out while large tables are filled as a whole, and made when all is there: kept with each of a million rows they take
// many times as long. What was left out stands in a row of the device, by which the file is known for Daybook's all the same
// (schemaCheck.ts), and whoever opens it makes them again.
import type { Db } from './open.ts'

const KEY = 'indexesAside'
type Index = { name: string; sql: string }

/** What is left out at the moment. */
export function indexesAside(db: Db): readonly Index[] {
  // A file of the first versions has no such table.
  const known = db.prepare("SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = 'device'").get()
  if (known === undefined) return []
  const row = db.prepare<[string], string>('SELECT value FROM device WHERE key = ?').pluck().get(KEY)
  return row === undefined ? [] : (JSON.parse(row) as Index[])
}

/** Within a transaction. Those that keep something from being there twice stay. */
export function setIndexesAside(db: Db, tables: readonly string[]): void {
  const found = db
    .prepare<[string], Index>(
      `SELECT name, sql FROM sqlite_schema WHERE type = 'index' AND sql LIKE 'CREATE INDEX %'
       AND tbl_name IN (SELECT value FROM json_each(?))`,
    )
    .all(JSON.stringify(tables))
  if (found.length === 0) return
  keep(db, [...indexesAside(db), ...found])
  for (const { name } of found) db.exec(`DROP INDEX "${name}"`)
}

/** Makes one of them, in a transaction of its own or within that of the caller. False: all are there. */
export function makeNextIndex(db: Db): boolean {
  // Nearly always; whoever only looks at data that others write to for long must not wait for them.
  if (indexesAside(db).length === 0) return false
  return db
    .transaction(() => {
      const [next, ...rest] = indexesAside(db)
      if (next === undefined) return false
      db.exec(next.sql)
      keep(db, rest)
      return true
    })
    .immediate()
}

/** Takes a second for each where a table has a million rows. */
export function makeIndexes(db: Db): void {
  while (makeNextIndex(db));
}

function keep(db: Db, indexes: readonly Index[]): void {
  if (indexes.length === 0) db.prepare('DELETE FROM device WHERE key = ?').run(KEY)
  else
    db.prepare(
      'INSERT INTO device (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value',
    ).run(KEY, JSON.stringify(indexes))
}
