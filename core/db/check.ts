// Reads a whole database file and says whether it is sound; it never writes to it.
import { closeDatabase, openDatabase } from './open.ts'
import type { Db } from './open.ts'
import { toDatabaseProblem } from './sqliteError.ts'

export type FileCheck = {
  readonly sound: boolean
  /** The schema's version; null where the file does not even say that. */
  readonly version: number | null
  /** What SQLite found, in its words; empty when sound. */
  readonly findings: readonly string[]
}

const findingsShown = 20

/** Takes seconds on a large file: not for the way to the first screen. Throws DatabaseProblem when it cannot look. */
export function checkFile(file: string): FileCheck {
  let db: Db | undefined
  let version: number | null = null
  try {
    db = openDatabase(file, { readonly: true })
    version = Number(db.pragma('user_version', { simple: true }))
    const findings = db.prepare<[], string>(`PRAGMA quick_check(${findingsShown})`).pluck().all()
    const objects = db.prepare<[], number>('SELECT count(*) FROM sqlite_schema').pluck().get()
    // SQLite takes a file of no bytes for a sound database without tables.
    if (objects === 0) return { sound: false, version, findings: ['no tables'] }
    const sound = findings.length === 1 && findings[0] === 'ok'
    return { sound, version, findings: sound ? [] : findings }
  } catch (error) {
    return { sound: false, version, findings: [damageSaid(error, file)] }
  } finally {
    if (db) closeDatabase(db)
  }
}

/**
 * What ends a check is damage, since all that is there was written by this program; unless it is the disk's doing, which is thrown
 * as its DatabaseProblem. In words without what stands in the file.
 */
export function damageSaid(error: unknown, file: string): string {
  const problem = toDatabaseProblem(error, { file })
  if (problem === null) return `it cannot be read (${error instanceof Error ? error.name : typeof error})`
  if (problem.code !== 'db.damaged') throw problem
  return String(problem.details['message'] ?? problem.details['cause'])
}
