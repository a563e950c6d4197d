// Brings a database to the program's schema version, one transaction a migration and a new one in one, without losing a row.
import type { Instant } from '../../shared/base/instant.ts'
import { makeIndexes } from './indexesAside.ts'
import { lostObjects, lostRows, snapshot } from './migrationGuard.ts'
import type { Snapshot } from './migrationGuard.ts'
import type { Migration } from './migrations.ts'
import type { Db } from './open.ts'
import { schemaFindings } from './schemaCheck.ts'
import { DatabaseProblem, toDatabaseProblem } from './sqliteError.ts'

export { loadMigrations } from './migrations.ts'
export type { Migration } from './migrations.ts'

export type MigrateOptions = {
  /** Makes a verified backup or throws; called before anything changes, and never for a new database. */
  readonly backup: () => void
  readonly now: Instant
  /** How long to wait for another process that is migrating the same file. */
  readonly waitMs?: number
}

/** Versions count migrations: 0 is an empty database. `applied` names what this call did itself. */
export type MigrationOutcome = {
  readonly from: number
  readonly to: number
  readonly applied: readonly string[]
}

/** Throws DatabaseProblem; the database is then as it was after the last migration that succeeded. */
export function migrate(
  db: Db,
  migrations: readonly Migration[],
  { backup, now, waitMs = 120_000 }: MigrateOptions,
): MigrationOutcome {
  const usualWaitMs = Number(db.pragma('busy_timeout', { simple: true }))
  db.pragma(`busy_timeout = ${waitMs}`)
  try {
    const from = readTogether(db, () => {
      const version = knownVersion(db, migrations)
      refuseForeignSchema(db, migrations.slice(0, version))
      return version
    })
    if (from > 0 && from < migrations.length) {
      backup()
      // A migration may change them, or need them.
      makeIndexes(db)
    }
    // Outside the transactions: inside one this pragma does nothing, and a rebuilt parent would empty its children.
    db.pragma('foreign_keys = OFF')
    // A new database has nothing that one of them could lose, and nobody to whom a version between would mean anything.
    const steps = from === 0 ? [migrations] : migrations.slice(from).map((migration) => [migration])
    const applied = steps.flatMap((step) => applyStep(db, step, migrations, now))
    return { from, to: migrations.length, applied: applied.map(({ name }) => name) }
  } finally {
    db.pragma('foreign_keys = ON')
    db.pragma(`busy_timeout = ${usualWaitMs}`)
  }
}

/** Before anything is written: what was planted would see it. In one view with the version, as another process may migrate. */
function refuseForeignSchema(db: Db, applied: readonly Migration[]): void {
  const findings = applied.length === 0 ? [] : schemaFindings(db, applied)
  if (findings.length > 0)
    throw new DatabaseProblem('db.damaged', { file: db.name, cause: 'schema', message: findings.join('; ') })
}

/** In one transaction. Returns those that it applied: another process may have been faster. */
function applyStep(
  db: Db,
  step: readonly Migration[],
  migrations: readonly Migration[],
  now: Instant,
): readonly Migration[] {
  let current = step[0]
  try {
    db.exec('BEGIN IMMEDIATE')
    const version = knownVersion(db, migrations)
    const due = step.filter(({ index }) => index >= version)
    const before = snapshot(db)
    for (const migration of due) {
      current = migration
      run(db, migration)
      record(db, migration, now)
    }
    if (current !== undefined && due.length > 0) guard(db, before, current, due)
    db.exec(due.length > 0 ? 'COMMIT' : 'ROLLBACK')
    return due
  } catch (error) {
    const problem = toDatabaseProblem(error)
    const details = { migration: current?.name ?? null, ...problem?.details }
    // A statement that names what is not there is the migration's mistake; elsewhere it is the file's.
    if (problem && problem.details['cause'] !== 'SQLITE_ERROR')
      throw new DatabaseProblem(problem.code, details, error)
    const message = error instanceof Error ? error.message : String(error)
    throw new DatabaseProblem('db.migrationFailed', { ...details, reason: 'statement', message }, error)
  } finally {
    // SQLite itself rolls back when the disk is full, for one; then there is nothing left to do.
    if (db.inTransaction) db.exec('ROLLBACK')
  }
}

function run(db: Db, migration: Migration): void {
  for (const statement of migration.sql.split('--> statement-breakpoint')) {
    db.exec(statement)
    if (!db.inTransaction) throw failed(migration, 'endedTransaction')
  }
}

function guard(db: Db, before: Snapshot, last: Migration, done: readonly Migration[]): void {
  const violations = db.prepare<[], { table: string }>('PRAGMA foreign_key_check').all()
  const first = violations[0]
  if (first) throw failed(last, 'foreignKeys', { table: first.table, count: violations.length })
  const after = snapshot(db)
  const sql = done.map((migration) => migration.sql).join('\n')
  const rows = lostRows(before, after, sql)
  if (rows) throw failed(last, 'lostRows', rows)
  const object = lostObjects(before, after, sql)
  if (object) throw failed(last, 'lostObject', object)
}

function record(db: Db, { index, name, hash }: Migration, now: Instant): void {
  db.exec(`CREATE TABLE IF NOT EXISTS _migration (
    idx INTEGER PRIMARY KEY, name TEXT NOT NULL, hash TEXT NOT NULL, applied_at INTEGER NOT NULL
  ) STRICT`)
  db.prepare('INSERT INTO _migration (idx, name, hash, applied_at) VALUES (?, ?, ?, ?)').run(
    index,
    name,
    hash,
    now,
  )
  db.pragma(`user_version = ${index + 1}`)
}

/** How many of our migrations the database has; throws when it has others, or more. */
function knownVersion(db: Db, migrations: readonly Migration[]): number {
  const version = Number(db.pragma('user_version', { simple: true }))
  if (version > migrations.length)
    throw new DatabaseProblem('db.newer', { file: db.name, version, supported: migrations.length })
  const applied = history(db)
  if (applied.length === 0 && version === 0 && snapshot(db).rows.size === 0) return 0
  if (applied.length !== version || version === 0) throw unknownHistory(db, 'notDaybook', null)
  for (const [index, { name, hash }] of applied.entries()) {
    const known = migrations[index]
    if (known?.name !== name || known.hash !== hash) throw unknownHistory(db, 'changed', name)
  }
  return version
}

function history(db: Db): { name: string; hash: string }[] {
  const exists = db.prepare("SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = '_migration'").get()
  if (!exists) return []
  return db
    .prepare<[], { name: string; hash: string }>('SELECT name, hash FROM _migration ORDER BY idx')
    .all()
}

/** One view of the file, so that another process' commit cannot fall between two reads. */
function readTogether<T>(db: Db, read: () => T): T {
  db.exec('BEGIN')
  try {
    return read()
  } finally {
    db.exec('ROLLBACK')
  }
}

function failed(migration: Migration, reason: string, details: DatabaseProblem['details'] = {}) {
  return new DatabaseProblem('db.migrationFailed', { migration: migration.name, reason, ...details })
}

function unknownHistory(db: Db, reason: 'notDaybook' | 'changed', migration: string | null) {
  return new DatabaseProblem('db.migrationFailed', { file: db.name, reason, migration })
}
