// Data as programs of earlier versions kept it: a filled database of every version there ever was, made from the newest.
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { loadMigrations, migrate } from '../core/db/migrate.ts'
import { closeDatabase, openDatabase } from '../core/db/open.ts'
import type { Db } from '../core/db/open.ts'

export const migrations = loadMigrations(fileURLToPath(new URL('../drizzle/sqlite', import.meta.url)))

/** The same firm as a program of that version kept it: what the version did not know is left out. */
export function olderVersion(newest: string, version: number, folder: string): string {
  const file = join(folder, `version-${version}.db`)
  const db = openDatabase(file)
  migrate(db, migrations.slice(0, version), { backup: () => undefined, now: 0 })
  db.pragma('foreign_keys = OFF')
  // What the search keeps underneath takes nothing but from the search itself otherwise.
  db.unsafeMode(true)
  db.exec(`ATTACH '${newest}' AS newest`)
  for (const table of tables(db)) {
    const kept = columns(db, 'main', table).filter((name) => columns(db, 'newest', table).includes(name))
    if (kept.length === 0) continue
    const list = kept.map((name) => `"${name}"`).join(', ')
    db.exec(
      `DELETE FROM main."${table}"; INSERT INTO main."${table}" (${list}) SELECT ${list} FROM newest."${table}"`,
    )
  }
  // A trail that speaks of more than the tables hold would be a damage that no program ever left.
  const spokenOf = db.prepare<[], string>('SELECT DISTINCT entity FROM audit').pluck().all().map(tableOf)
  const unknown = spokenOf.filter((name) => !tables(db).includes(name))
  if (unknown.length > 0) throw new Error(`version ${version} did not know ${unknown.join(', ')} yet`)
  db.exec('DETACH newest')
  db.unsafeMode(false)
  closeDatabase(db)
  return file
}

/** Those that hold rows; a virtual one is what its shadows hold. */
const tableOf = (entity: string): string =>
  entity.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)

export const tables = (db: Db): string[] =>
  db
    .prepare<[], string>(
      `SELECT name FROM main.sqlite_schema WHERE type = 'table' AND sql NOT LIKE 'CREATE VIRTUAL%'
       AND name NOT LIKE 'sqlite_%' AND name <> '_migration' ORDER BY 1`,
    )
    .pluck()
    .all()

export const columns = (db: Db, schema: string, table: string): string[] =>
  db
    .prepare<[], string>(`SELECT name FROM ${schema}.pragma_table_info('${table}', '${schema}')`)
    .pluck()
    .all()
