// Opens and closes the database file: the pragmas that make a confirmed commit survive a power cut.
import { existsSync, statSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import Database from 'better-sqlite3'
import { makeFile } from './ownerOnly.ts'
import { DatabaseProblem, problemOrError, toDatabaseProblem } from './sqliteError.ts'

export type Db = import('better-sqlite3').Database

export type OpenOptions = {
  /** No writes at all; the file must exist. */
  readonly readonly?: boolean
  /** Beside the connection that writes: it takes no lock to write, not even for a moment. It is closed by `close()`. */
  readonly aside?: boolean
  /** How long a statement waits for another process' lock. */
  readonly timeoutMs?: number
}

const FULL = 2
/** Under older ones the database's binary does not fail but crashes the process. Electron brings its own, and the binary fits it. */
const OLDEST_NODE = 22
const isTooOld = (): boolean =>
  process.versions['electron'] === undefined && Number(process.versions.node.split('.')[0]) < OLDEST_NODE
const defaultTimeoutMs = 5000

/**
 * Opens the file (or `:memory:`), or makes an empty one; the folder must exist. Throws DatabaseProblem. The caller keeps the
 * version check to `migrate`.
 */
export function openDatabase(file: string, options: OpenOptions = {}): Db {
  const { readonly = false, timeoutMs = defaultTimeoutMs } = options
  if (isTooOld())
    throw new Error(
      `Daybook needs Node ${OLDEST_NODE} or newer, this is ${process.version}: run it by its npm scripts.`,
    )
  if (file === ':memory:') return configure(new Database(':memory:'), options)
  // Absolute, so that no name can be taken for a `file:` URI.
  const path = resolve(file)
  refuseUnsafe(path, readonly)
  let db: Db | undefined
  try {
    // What SQLite keeps beside it gets the same rights.
    if (!readonly) makeFile(path)
    db = new Database(path, { readonly, fileMustExist: readonly, timeout: timeoutMs })
    return configure(db, options)
  } catch (error) {
    db?.close()
    throw problemOrError(error, { file: path })
  }
}

/** Tidies up and closes. What cannot be tidied now waits for the next time: every commit is already on disk. */
export function closeDatabase(db: Db): void {
  if (!db.open) return
  try {
    if (db.readonly || db.memory || db.inTransaction) return
    // Somebody else's lock must not hold up quitting.
    db.pragma('busy_timeout = 250')
    db.pragma('analysis_limit = 400')
    db.pragma('optimize')
    db.pragma('wal_checkpoint(TRUNCATE)')
  } catch (error) {
    const problem = toDatabaseProblem(error, { file: db.name })
    if (!problem || problem.code === 'db.damaged') throw problem ?? error
  } finally {
    db.close()
  }
}

/** Throws when a commit on this connection could be lost in a power cut: a fault of the program, not of the user. */
export function assertDurable(db: Db): void {
  if (db.memory) return
  const journal = String(db.pragma('journal_mode', { simple: true }))
  const synchronous = Number(db.pragma('synchronous', { simple: true }))
  const foreignKeys = Number(db.pragma('foreign_keys', { simple: true }))
  if (journal === 'wal' && synchronous === FULL && foreignKeys === 1) return
  throw new Error(`not durable: journal ${journal}, synchronous ${synchronous}, foreign keys ${foreignKeys}`)
}

function configure(db: Db, options: OpenOptions): Db {
  const { readonly = false, aside = false, timeoutMs = defaultTimeoutMs } = options
  db.pragma('trusted_schema = OFF')
  db.pragma('cell_size_check = ON')
  db.pragma('foreign_keys = ON')
  if (readonly) db.pragma('query_only = ON')
  else if (!db.memory) makeDurable(db, timeoutMs)
  // The first real read: a file that is no database, or a garbled schema, shows here and not in some screen.
  db.prepare('SELECT count(*) FROM sqlite_schema').get()
  if (!readonly && !aside && !db.memory) proveWritable(db, timeoutMs)
  return db
}

function makeDurable(db: Db, timeoutMs: number): void {
  const mode = enterWal(db, timeoutMs)
  if (mode !== 'wal') throw new DatabaseProblem('disk.readonly', { file: db.name, cause: 'noWal', mode })
  // Said out loud on every open: better-sqlite3 is compiled to fall to NORMAL in WAL unless somebody asks.
  db.pragma('synchronous = FULL')
  // On macOS an ordinary fsync leaves the data in the drive's cache; elsewhere these do nothing.
  db.pragma('fullfsync = ON')
  db.pragma('checkpoint_fullfsync = ON')
  db.pragma(`journal_size_limit = ${64 * 1024 * 1024}`)
}

/** SQLite does not wait when two processes turn a new file to WAL at once, so this does. */
function enterWal(db: Db, timeoutMs: number): string {
  const stepMs = 25
  for (let waitedMs = 0; ; waitedMs += stepMs) {
    try {
      return String(db.pragma('journal_mode = WAL', { simple: true }))
    } catch (error) {
      if (toDatabaseProblem(error)?.code !== 'db.locked' || waitedMs >= timeoutMs) throw error
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, stepMs)
    }
  }
}

/** A read-only folder or file is found now and not at the first minute to be saved. */
function proveWritable(db: Db, timeoutMs: number): void {
  db.pragma('busy_timeout = 0')
  try {
    tryWrite(db)
  } catch (error) {
    // Another process writing at this moment says nothing about us.
    if (toDatabaseProblem(error)?.code !== 'db.locked') throw error
  } finally {
    db.pragma(`busy_timeout = ${timeoutMs}`)
  }
}

/** Begins a write and takes it back; throws what a real one would. */
export function tryWrite(db: Db): void {
  try {
    // Not BEGIN IMMEDIATE alone: on a read-only file SQLite quietly makes that a reading transaction.
    db.exec('BEGIN IMMEDIATE; PRAGMA user_version = 0')
  } finally {
    if (db.inTransaction) db.exec('ROLLBACK')
  }
}

function refuseUnsafe(path: string, readonly: boolean): void {
  if (!existsSync(dirname(path))) throw new DatabaseProblem('db.missing', { file: path, cause: 'noFolder' })
  // SQLite would delete a write-ahead log that has lost its database, and the commits in it.
  if (orphanLog(path)) throw new DatabaseProblem('db.damaged', { file: path, cause: 'orphanLog' })
  if (readonly && !existsSync(path)) throw new DatabaseProblem('db.missing', { file: path })
}

/** True when commits lie in a `-wal` whose database is gone or empty. */
export function orphanLog(path: string): boolean {
  return sizeOf(path) === 0 && sizeOf(`${path}-wal`) > 0
}

function sizeOf(path: string): number {
  return statSync(path, { throwIfNoEntry: false })?.size ?? 0
}
