// What can go wrong with the database file, as typed problems made from SQLite's and the file system's codes.

export type DatabaseProblemCode =
  | 'disk.full'
  | 'disk.readonly'
  | 'db.locked'
  | 'db.newer'
  | 'db.damaged'
  | 'db.missing'
  | 'db.migrationFailed'

/** Plain values only, so that they pass through a worker and into an AppError unchanged. */
export type ProblemDetails = Readonly<Record<string, string | number | boolean | null>>

/** A problem that the user can be told about and can do something about; anything else stays an ordinary error. */
export class DatabaseProblem extends Error {
  readonly code: DatabaseProblemCode
  readonly details: ProblemDetails

  constructor(code: DatabaseProblemCode, details: ProblemDetails = {}, cause?: unknown) {
    super(`${code} ${JSON.stringify(details)}`, cause === undefined ? undefined : { cause })
    this.name = 'DatabaseProblem'
    this.code = code
    this.details = details
  }
}

// The most telling code first: extended SQLite codes before the families that they belong to.
const byCode: readonly (readonly [RegExp, DatabaseProblemCode])[] = [
  // A full disk shows as a failed growth of the shared memory file when it fills up before the first write.
  [/^(SQLITE_FULL|SQLITE_NOLFS|SQLITE_IOERR_SHMSIZE|ENOSPC|EDQUOT|EFBIG)$/, 'disk.full'],
  [/^SQLITE_READONLY_DBMOVED$/, 'db.missing'],
  [/^(SQLITE_(READONLY|CANTOPEN|PERM)(_.*)?|EACCES|EPERM|EROFS|EISDIR)$/, 'disk.readonly'],
  [/^(SQLITE_(BUSY|LOCKED)(_.*)?|SQLITE_PROTOCOL|EBUSY|ETXTBSY)$/, 'db.locked'],
  [/^SQLITE_IOERR_(BLOCKED|LOCK|RDLOCK|UNLOCK|CHECKRESERVEDLOCK|SHMLOCK)$/, 'db.locked'],
  [/^(SQLITE_CORRUPT(_.*)?|SQLITE_NOTADB|SQLITE_FORMAT)$/, 'db.damaged'],
  [/^(SQLITE_IOERR(_READ|_SHORT_READ|_CORRUPTFS|_DATA|_IN_PAGE)?|EIO)$/, 'db.damaged'],
  // Whatever else the disk refuses is a write: sync, truncate, delete, the shared memory file …
  [/^SQLITE_IOERR_.*$/, 'disk.readonly'],
  // EEXIST: a file stands where the data folder should be.
  [/^(ENOENT|ENOTDIR|EEXIST)$/, 'db.missing'],
]

/** The problem behind an error of SQLite or of the file system; null for everything that is not about the file. */
export function toDatabaseProblem(error: unknown, details: ProblemDetails = {}): DatabaseProblem | null {
  if (error instanceof DatabaseProblem) return error
  if (!(error instanceof Error) || !('code' in error) || typeof error.code !== 'string') return null
  const code = error.code
  const known = byCode.find(([pattern]) => pattern.test(code))?.[1] ?? lostSchema(code, error.message)
  return known === null
    ? null
    : new DatabaseProblem(known, { ...details, cause: code, message: error.message }, error)
}

/** The program's statements are tested, so a table, column or index that is not there, or not as it was made, was lost by the file. */
const lostSchema = (code: string, message: string): DatabaseProblemCode | null =>
  code === 'SQLITE_ERROR' && /no such (table|column|index)|malformed|unrecognized option/.test(message)
    ? 'db.damaged'
    : null

/** For `throw`: the typed problem where there is one, else the error as it came. */
export function problemOrError(error: unknown, details: ProblemDetails = {}): unknown {
  return toDatabaseProblem(error, details) ?? error
}
