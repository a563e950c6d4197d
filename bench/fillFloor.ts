// The floor of a first fill: the same pages into bare tables, then the same indexes and the same search.
import Database from 'better-sqlite3'
import { performance } from 'node:perf_hooks'
import { encodeRow, MAPPINGS } from '../core/db/entityStore.ts'
import { loadMigrations, migrate } from '../core/db/migrate.ts'
import { closeDatabase, openDatabase } from '../core/db/open.ts'
import { COPIED } from '../core/team/copy.ts'
import { benchPorts, NOW } from './data.ts'

type Page = { rows: object[]; after: string | null }
type Entry = { id: string; start_at: number; note: string; user_id: string; customer_id: string | null }

/** Returns how long it took; the tables are there before. */
export async function fillBare(file: string, url: string): Promise<number> {
  const tables = openDatabase(file)
  migrate(tables, loadMigrations(benchPorts('').migrationsDir), { backup: () => undefined, now: NOW })
  closeDatabase(tables)
  const db = new Database(file)
  try {
    const indexes = db
      .prepare<[], { name: string; sql: string }>(
        `SELECT name, sql FROM sqlite_schema WHERE type = 'index' AND sql IS NOT NULL
         AND tbl_name IN (${COPIED.map((entity) => `'${MAPPINGS[entity].table}'`).join(', ')}, 'note_key')`,
      )
      .all()
    for (const { name } of indexes) db.exec(`DROP INDEX "${name}"`)
    db.pragma('foreign_keys = OFF')
    const began = performance.now()
    for (const entity of COPIED) {
      const { table, columns } = MAPPINGS[entity]
      const insert = db.prepare(
        `INSERT INTO "${table}" (${columns.map(({ name }) => `"${name}"`).join(', ')})
         VALUES (${columns.map(() => '?').join(', ')})`,
      )
      const put = db.transaction((rows: readonly object[]) => {
        for (const row of rows) insert.run(...encodeRow(entity, row))
      })
      for (let after: string | null = ''; after !== null;) {
        const response = await fetch(`${url}?entity=${entity}&after=${encodeURIComponent(after)}`)
        const page = (await response.json()) as Page
        put(page.rows)
        after = page.after
      }
    }
    for (const { sql } of indexes) db.exec(sql)
    search(db)
    return performance.now() - began
  } finally {
    db.close()
  }
}

/** A note's place as core/derived/notes.ts gives it. */
function search(db: Database.Database): void {
  const key = db.prepare('INSERT INTO note_key (key, entry_id) VALUES (?, ?)')
  const word = db.prepare('INSERT INTO note_search (rowid, note, user_id, customer_id) VALUES (?, ?, ?, ?)')
  const entries = db
    .prepare<[], Entry>(
      "SELECT id, start_at, note, user_id, customer_id FROM time_entry WHERE note <> '' ORDER BY start_at",
    )
    .all()
  db.transaction(() => {
    let last = -1
    for (const { id, start_at: startAt, note, user_id: userId, customer_id: customerId } of entries) {
      last = Math.max(Math.floor(startAt / 1000) * 1024, last + 1)
      key.run(last, id)
      word.run(last, note, userId, customerId ?? '')
    }
  })()
}
