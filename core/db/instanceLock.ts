// Lets one running app own a data folder; the operating system gives the lock back however that app ends.
import { lstatSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import type { Db } from './open.ts'
import { closeFile, isOpen, makeFile, OWNER_FILE } from './ownerOnly.ts'
import { problemOrError, toDatabaseProblem } from './sqliteError.ts'

export type InstanceInfo = {
  readonly pid: number
  /** Where the running app can be reached, once it listens. */
  readonly url?: string
}

export type InstanceLock = {
  readonly acquired: true
  /** Tells later starters more about the holder, e.g. its address. */
  publish(info: InstanceInfo): void
  release(): void
}
/** `holder` is null when the other app holds the lock but has not said yet who it is. */
export type InstanceHeld = { readonly acquired: false; readonly holder: InstanceInfo | null }

// A connection that nobody refers to is closed by the garbage collector, and its lock would go with it.
const held = new Set<Db>()

const contestMs = 500
const stepMs = 25

/**
 * The lock is an SQLite transaction on a file of its own, which is never written: after kill −9 or a power cut there is
 * nothing stale, and a reused process id means nothing. The JSON beside it only informs. The folder must exist.
 * Throws DatabaseProblem.
 */
export function acquireInstanceLock(folder: string, info: InstanceInfo): InstanceLock | InstanceHeld {
  const infoFile = join(folder, 'instance.json')
  const db = lockForOwner(join(folder, 'instance.lock'), infoFile)
  if (!db) return { acquired: false, holder: waitForHolder(infoFile) }
  const release = () => {
    if (!held.delete(db)) return
    try {
      // While the lock is still ours, so that it cannot be the next holder's.
      rmSync(infoFile, { force: true })
    } finally {
      db.close()
    }
  }
  const publish = (current: InstanceInfo) =>
    writeFileSync(infoFile, JSON.stringify(current), { mode: OWNER_FILE })
  held.add(db)
  try {
    publish(info)
  } catch (error) {
    release()
    throw problemOrError(error, { file: infoFile })
  }
  return { acquired: true, publish, release }
}

/**
 * A lock on a file that others may read can be held by any of them, which an earlier version allowed. So they are shut out; and where
 * one of them holds it already, and no program of this user does, the lock is moved to a file that they never could open.
 */
function lockForOwner(file: string, infoFile: string): Db | null {
  const found = lstatSync(file, { throwIfNoEntry: false })
  const wasOpen = found !== undefined && isOpen(found) && found.uid === process.getuid?.()
  if (wasOpen) closeFile(file)
  const db = lock(file)
  if (db !== null || !wasOpen || isRunning(readHolder(infoFile)?.pid)) return db
  const fresh = `${file}.${process.pid}`
  makeFile(fresh)
  renameSync(fresh, file)
  return lock(file)
}

/** A process of this very user; those of others may not be asked. */
function isRunning(pid: number | undefined): boolean {
  if (pid === undefined) return false
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    if (error instanceof Error && 'code' in error) return false
    throw error
  }
}

function lock(file: string): Db | null {
  let db: Db | undefined
  try {
    makeFile(file)
    // Two that start at the same moment disturb each other for an instant, so neither gives up at once.
    db = new Database(file, { timeout: contestMs })
    db.exec('BEGIN EXCLUSIVE')
    return db
  } catch (error) {
    db?.close()
    if (toDatabaseProblem(error)?.code === 'db.locked') return null
    throw problemOrError(error, { file })
  }
}

function waitForHolder(file: string): InstanceInfo | null {
  for (let waitedMs = 0; waitedMs < contestMs; waitedMs += stepMs) {
    const holder = readHolder(file)
    if (holder) return holder
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, stepMs)
  }
  return null
}

function readHolder(file: string): InstanceInfo | null {
  try {
    const value: unknown = JSON.parse(readFileSync(file, 'utf8'))
    if (typeof value !== 'object' || value === null || !('pid' in value) || typeof value.pid !== 'number')
      return null
    const url = 'url' in value && typeof value.url === 'string' ? { url: value.url } : {}
    return { pid: value.pid, ...url }
  } catch (error) {
    // Not written yet, or being written: the caller asks again.
    if (error instanceof SyntaxError || toDatabaseProblem(error)) return null
    throw error
  }
}
