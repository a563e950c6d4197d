// Says at start what state the database file is in, and puts a damaged one aside and a backup in its place.
import { copyFileSync, constants, existsSync, renameSync, rmSync, statSync } from 'node:fs'
import { dirname, join, parse, resolve } from 'node:path'
import type { Instant } from '../../shared/base/instant.ts'
import { foreignParts, listBackups } from './backup.ts'
import type { BackupInfo } from './backup.ts'
import { checkFile } from './check.ts'
import type { FileCheck } from './check.ts'
import { freeName, syncFile, syncFolder } from './durableFile.ts'
import { fileStamp } from './fileStamp.ts'
import type { Migration } from './migrations.ts'
import { openDatabase, orphanLog, tryWrite } from './open.ts'
import { closeFile } from './ownerOnly.ts'
import type { Db, OpenOptions } from './open.ts'
import { DatabaseProblem, problemOrError, toDatabaseProblem } from './sqliteError.ts'
import type { DatabaseProblemCode } from './sqliteError.ts'

/** `missing` also where the file has no bytes: with backups at hand, ask before starting anew. */
export type FileState = 'sound' | 'missing' | 'damaged' | 'newer' | 'locked' | 'readonly' | 'full'

export type Diagnosis = {
  readonly state: FileState
  /** The schema's version, where it could be read. */
  readonly version: number | null
  /** What to tell the user; null when sound. */
  readonly problem: DatabaseProblem | null
}

const stateOf: Readonly<Record<DatabaseProblemCode, FileState>> = {
  'disk.full': 'full',
  'disk.readonly': 'readonly',
  'db.locked': 'locked',
  'db.newer': 'newer',
  'db.damaged': 'damaged',
  'db.missing': 'missing',
  'db.migrationFailed': 'damaged',
}

// The database and what SQLite keeps beside it: apart from each other they are worth less.
const companions = ['', '-wal', '-shm', '-journal'] as const

/** Cheap, for the way to the first screen. `sound` here means: can be opened, read and written. */
export function diagnose(
  file: string,
  { supportedVersion = Infinity, timeoutMs = 1000 }: { supportedVersion?: number; timeoutMs?: number } = {},
): Diagnosis {
  const path = resolve(file)
  let version: number | null = null
  try {
    if (!orphanLog(path) && !statSync(path, { throwIfNoEntry: false })?.size)
      throw new DatabaseProblem('db.missing', { file: path })
    // First without writing anything: opening for writing would already work on a damaged file.
    version = withDatabase(path, { readonly: true, timeoutMs }, (db) =>
      Number(db.pragma('user_version', { simple: true })),
    )
    if (version > supportedVersion)
      throw new DatabaseProblem('db.newer', { file: path, version, supported: supportedVersion })
    withDatabase(path, { timeoutMs }, tryWrite)
    return { state: 'sound', version, problem: null }
  } catch (error) {
    const problem = toDatabaseProblem(error, { file: path })
    if (!problem) throw error
    return { state: stateOf[problem.code], version, problem }
  }
}

/**
 * Is the database gone, empty, or without a firm, although a backup has one? Then somebody or something has emptied it, and to begin
 * anew without a word would hide that. The newest backup that holds a firm, or null where nothing was lost.
 */
export function lostTo(file: string, backups: string): BackupInfo | null {
  const path = resolve(file)
  if (orphanLog(path) || (statSync(path, { throwIfNoEntry: false })?.size && holdsFirm(path) !== false))
    return null
  return listBackups(backups).find(({ file: copy, verified }) => verified && holdsFirm(copy) === true) ?? null
}

/** null: it cannot be read, which is another matter. */
function holdsFirm(path: string): boolean | null {
  try {
    return withDatabase(path, { readonly: true }, (db) => {
      const table = db
        .prepare("SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = 'organisation'")
        .get()
      return table !== undefined && db.prepare('SELECT 1 FROM organisation LIMIT 1').get() !== undefined
    })
  } catch (error) {
    if (toDatabaseProblem(error) === null) throw error
    return null
  }
}

/** Reads the whole file, which takes seconds on a large one: for a worker or a second process. */
export function checkDatabase(file: string): FileCheck {
  return checkFile(file)
}

/**
 * Renames the database with everything beside it to daybook.damaged-<time>.db …, and returns that name; null when
 * nothing is there. No process of ours may have it open.
 */
export function setAside(file: string, now: Instant): string | null {
  const path = resolve(file)
  const { dir, name, ext } = parse(path)
  const aside = freeName(join(dir, `${name}.damaged-${fileStamp(now)}${ext}`), (candidate) =>
    companions.some((suffix) => existsSync(candidate + suffix)),
  )
  const moved: string[] = []
  try {
    // The database first: a log without its database is refused by openDatabase, a database without its log is not.
    for (const suffix of companions) {
      if (!existsSync(path + suffix)) continue
      renameSync(path + suffix, aside + suffix)
      moved.push(suffix)
    }
  } catch (error) {
    for (const suffix of moved.reverse()) renameSync(aside + suffix, path + suffix)
    throw problemOrError(error, { file: path })
  }
  if (moved.length === 0) return null
  syncFolder(dir)
  return aside
}

/** Puts a copy of the backup where the database belongs; what was there is set aside. Throws DatabaseProblem. */
export function restoreBackup(
  backupFile: string,
  target: string,
  now: Instant,
  migrations: readonly Migration[] | null = null,
): { readonly version: number; readonly setAside: string | null } {
  const path = resolve(target)
  const partial = `${path}.${process.pid}.restoring`
  try {
    if (!existsSync(backupFile)) throw new DatabaseProblem('db.missing', { file: backupFile })
    rmSync(partial, { force: true })
    copyFileSync(backupFile, partial, constants.COPYFILE_FICLONE)
    closeFile(partial)
    syncFile(partial)
    // The copy is what counts, so the copy is checked; until it has passed, the target stays as it is.
    const { sound, version, findings: found } = checkFile(partial)
    const findings = sound ? foreignParts(partial, migrations) : found
    if (!sound || version === null || findings.length > 0)
      throw new DatabaseProblem('db.damaged', {
        file: backupFile,
        cause: 'backup',
        message: findings.join('; '),
      })
    const aside = setAside(path, now)
    renameSync(partial, path)
    syncFolder(dirname(path))
    return { version, setAside: aside }
  } catch (error) {
    throw problemOrError(error, { file: path })
  } finally {
    for (const suffix of companions) rmSync(partial + suffix, { force: true })
  }
}

function withDatabase<T>(path: string, options: OpenOptions, work: (db: Db) => T): T {
  const db = openDatabase(path, options)
  try {
    return work(db)
  } finally {
    db.close()
  }
}
