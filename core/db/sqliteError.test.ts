import { expect, test } from 'vitest'
import { DatabaseProblem, problemOrError, toDatabaseProblem } from './sqliteError.ts'

const errorWith = (code: string) => Object.assign(new Error('said by SQLite'), { code })

test.each([
  ['SQLITE_FULL', 'disk.full'],
  ['ENOSPC', 'disk.full'],
  ['SQLITE_IOERR_SHMSIZE', 'disk.full'],
  ['SQLITE_READONLY', 'disk.readonly'],
  ['SQLITE_READONLY_DIRECTORY', 'disk.readonly'],
  ['SQLITE_CANTOPEN', 'disk.readonly'],
  ['SQLITE_CANTOPEN_ISDIR', 'disk.readonly'],
  ['SQLITE_IOERR_WRITE', 'disk.readonly'],
  ['SQLITE_IOERR_FSYNC', 'disk.readonly'],
  ['EACCES', 'disk.readonly'],
  ['EROFS', 'disk.readonly'],
  ['SQLITE_BUSY', 'db.locked'],
  ['SQLITE_BUSY_SNAPSHOT', 'db.locked'],
  ['SQLITE_LOCKED_SHAREDCACHE', 'db.locked'],
  ['SQLITE_IOERR_LOCK', 'db.locked'],
  ['EBUSY', 'db.locked'],
  ['SQLITE_CORRUPT', 'db.damaged'],
  ['SQLITE_CORRUPT_VTAB', 'db.damaged'],
  ['SQLITE_NOTADB', 'db.damaged'],
  ['SQLITE_IOERR_READ', 'db.damaged'],
  ['SQLITE_IOERR', 'db.damaged'],
  ['SQLITE_READONLY_DBMOVED', 'db.missing'],
  ['ENOENT', 'db.missing'],
] as const)('%s is %s', (cause, code) => {
  const problem = toDatabaseProblem(errorWith(cause), { file: 'daybook.db' })
  expect(problem).toMatchObject({ code, details: { file: 'daybook.db', cause, message: 'said by SQLite' } })
})

test.each(['SQLITE_CONSTRAINT_FOREIGNKEY', 'SQLITE_ERROR', 'SQLITE_NOMEM', 'ERR_INVALID_ARG_TYPE'])(
  '%s is not about the file and stays what it is',
  (cause) => {
    const error = errorWith(cause)
    expect(toDatabaseProblem(error)).toBeNull()
    expect(problemOrError(error)).toBe(error)
  },
)

test.each([
  'no such table: timer',
  'malformed database schema (timer)',
  'unrecognized option: "content_rkwid"',
])('a schema that is not as it was made is damage: %s', (message) => {
  const error = Object.assign(new Error(message), { code: 'SQLITE_ERROR' })
  expect(toDatabaseProblem(error)?.code).toBe('db.damaged')
})

test('a problem stays itself, and other thrown values are none', () => {
  const problem = new DatabaseProblem('db.newer', { version: 9 })
  expect(toDatabaseProblem(problem)).toBe(problem)
  expect(toDatabaseProblem('text')).toBeNull()
  expect(toDatabaseProblem(new Error('no code'))).toBeNull()
})
