// Makes, lists, verifies and prunes backups: whole copies of the database, each checked before it gets its name.
import { closeSync, openSync, readdirSync, readSync, renameSync, rmSync, statSync } from 'node:fs'
import { basename, join } from 'node:path'
import type { Instant } from '../../shared/base/instant.ts'
import type { BackupReason } from '../../shared/contract/organisation.ts'
import { checkFile } from './check.ts'
import type { FileCheck } from './check.ts'
import { freeName, syncFile, syncFolder } from './durableFile.ts'
import { fileStamp, parseFileStamp } from './fileStamp.ts'
import { makeFolder } from './makeFolder.ts'
import type { Migration } from './migrations.ts'
import { closeDatabase, openDatabase } from './open.ts'
import type { Db } from './open.ts'
import { makeFile } from './ownerOnly.ts'
import { schemaFindings } from './schemaCheck.ts'
import { DatabaseProblem, problemOrError } from './sqliteError.ts'

export type BackupInfo = {
  readonly file: string
  readonly at: Instant
  /** Why it was made, as its name says. */
  readonly label: string
  readonly bytes: number
  /** The schema's version in the file; null where its header cannot be read. */
  readonly version: number | null
  /** It passed the full check when it was made, and has still the length that its header states. */
  readonly verified: boolean
}

const namePattern = /^daybook-(\d{4}-\d\d-\d\dT\d\d-\d\d-\d\dZ)-([a-z0-9]+(?:-[a-z0-9]+)*)\.db$/
const partialPattern = /^daybook-(\d{4}-\d\d-\d\dT\d\d-\d\d-\d\dZ)-.*\.partial$/
const hourMs = 3_600_000
// Somebody who starts at nine one day and at eight the next still gets a backup on both.
const dailyAfterMs = 20 * hourMs

/** Blocks while it copies (seconds at a million entries). Throws DatabaseProblem and leaves nothing half done. */
export function createBackup(
  db: Db,
  folder: string,
  { now, label }: { readonly now: Instant; readonly label: BackupReason },
): BackupInfo {
  const name = `daybook-${fileStamp(now)}-${label}.db`
  const partial = join(folder, `${name}.${process.pid}.partial`)
  try {
    makeFolder(folder)
    removeAbandoned(folder, now)
    rmSync(partial, { force: true })
    const version = Number(db.pragma('user_version', { simple: true }))
    makeFile(partial)
    // A plain copy of the file would miss what still lies in the write-ahead log.
    db.prepare('VACUUM INTO ?').run(partial)
    syncFile(partial)
    const check = verifyBackup(partial)
    if (!check.sound || check.version === null || check.version < version)
      throw new DatabaseProblem('db.damaged', {
        file: partial,
        cause: 'backup',
        message: check.findings.join('; '),
      })
    const file = freeName(join(folder, name))
    renameSync(partial, file)
    syncFolder(folder)
    return describe(folder, basename(file)) ?? missing(file)
  } catch (error) {
    throw problemOrError(error, { file: partial })
  } finally {
    rmSync(partial, { force: true })
  }
}

/** Newest first; cheap. A folder that is not there holds none. */
export function listBackups(folder: string): BackupInfo[] {
  return namesIn(folder)
    .map((name) => describe(folder, name))
    .filter((info) => info !== null)
    .sort((a, b) => b.at - a.at || (a.file < b.file ? 1 : -1))
}

/** Reads the whole file: sound, or what is wrong with it. Throws DatabaseProblem `db.missing` where there is none. */
export function verifyBackup(file: string): FileCheck {
  return checkFile(file)
}

/** What recovery may offer: the newest backup that passes the full check now, and whose schema is one that these migrations make. */
export function newestVerifiedBackup(
  folder: string,
  migrations: readonly Migration[] | null = null,
): BackupInfo | null {
  const supported = migrations?.length ?? Infinity
  const candidates = listBackups(folder).filter(
    ({ verified, version }) => verified && version !== null && version <= supported,
  )
  return (
    candidates.find(({ file }) => verifyBackup(file).sound && foreignParts(file, migrations).length === 0) ??
    null
  )
}

/** What in the file is not of these migrations. */
export function foreignParts(file: string, migrations: readonly Migration[] | null): string[] {
  if (migrations === null) return []
  const db = openDatabase(file, { readonly: true })
  try {
    const version = Number(db.pragma('user_version', { simple: true }))
    return schemaFindings(db, migrations.slice(0, version))
  } finally {
    closeDatabase(db)
  }
}

/** Deletes what is older than the newest `keep` verified backups, and returns those files. */
export function pruneBackups(folder: string, keep = 10): string[] {
  if (keep < 1) throw new RangeError('at least one backup is kept')
  const all = listBackups(folder)
  const last = all.filter(({ verified }) => verified)[keep - 1]
  const surplus = last ? all.slice(all.indexOf(last) + 1).map(({ file }) => file) : []
  for (const file of surplus) rmSync(file, { force: true })
  return surplus
}

/** True when no verified backup of the last day is there. One dated in the future (a clock set back) does not count. */
export function backupDue(folder: string, now: Instant): boolean {
  return !listBackups(folder).some(({ at, verified }) => verified && at <= now && now - at < dailyAfterMs)
}

function describe(folder: string, name: string): BackupInfo | null {
  const parts = namePattern.exec(name)
  const at = parts?.[1] === undefined ? null : parseFileStamp(parts[1])
  if (at === null) return null
  const file = join(folder, name)
  const bytes = statSync(file, { throwIfNoEntry: false })?.size
  if (bytes === undefined) return null
  return { file, at, label: parts?.[2] ?? '', bytes, ...readHeader(file, bytes) }
}

/** From the first 100 bytes of the file format: page size at 16, pages at 28, version at 60, counters at 24 and 92. */
function readHeader(file: string, bytes: number): { version: number | null; verified: boolean } {
  const header = Buffer.alloc(100)
  const handle = openSync(file, 'r')
  try {
    const read = readSync(handle, header, 0, header.length, 0)
    if (read < header.length || header.toString('latin1', 0, 16) !== 'SQLite format 3\0')
      return { version: null, verified: false }
  } finally {
    closeSync(handle)
  }
  const stated = header.readUInt16BE(16)
  const pageSize = stated === 1 ? 65_536 : stated
  const complete =
    header.readUInt32BE(24) === header.readUInt32BE(92) && header.readUInt32BE(28) * pageSize === bytes
  return { version: header.readUInt32BE(60), verified: complete }
}

/** A killed backup leaves a partial file; one younger than a day may still be being written. */
function removeAbandoned(folder: string, now: Instant): void {
  for (const name of namesIn(folder)) {
    const at = parseFileStamp(partialPattern.exec(name)?.[1] ?? '')
    if (at !== null && Math.abs(now - at) > 24 * hourMs) rmSync(join(folder, name), { force: true })
  }
}

function namesIn(folder: string): string[] {
  return statSync(folder, { throwIfNoEntry: false }) ? readdirSync(folder) : []
}

function missing(file: string): never {
  throw new DatabaseProblem('db.missing', { file })
}
