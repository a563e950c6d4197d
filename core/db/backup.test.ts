import { existsSync, mkdirSync, readdirSync, statSync, truncateSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { expect, test } from 'vitest'
import { openForTest, problemOf } from '../testing/db/openForTest.ts'
import { flipBytes } from '../testing/db/flipBytes.ts'
import { temporaryFolder } from '../testing/db/temporaryFolder.ts'
import {
  backupDue,
  createBackup,
  listBackups,
  newestVerifiedBackup,
  pruneBackups,
  verifyBackup,
} from './backup.ts'
import type { Db } from './open.ts'

const now = Date.UTC(2026, 10, 22, 20, 35)
const dayMs = 86_400_000

function filled(file: string): Db {
  const db = openForTest(file)
  db.exec(`CREATE TABLE t (id TEXT PRIMARY KEY, s TEXT);
    WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 2000)
    INSERT INTO t SELECT 'k' || i, 'minute ' || i FROM n; DELETE FROM t WHERE id = 'k1'; PRAGMA user_version = 4`)
  return db
}

test('a backup holds what is committed, also what lies in the log only, under its own row numbers', () => {
  const folder = temporaryFolder()
  const db = filled(join(folder, 'daybook.db'))
  const backups = join(folder, 'backups')
  const info = createBackup(db, backups, { now, label: 'daily' })
  expect(basename(info.file)).toBe('daybook-2026-11-22T20-35-00Z-daily.db')
  expect(info).toMatchObject({
    at: now,
    label: 'daily',
    version: 4,
    verified: true,
    bytes: statSync(info.file).size,
  })
  expect(readdirSync(backups)).toEqual([basename(info.file)])
  expect(verifyBackup(info.file)).toEqual({ sound: true, version: 4, findings: [] })
  const copy = openForTest(info.file, { readonly: true })
  // Full text search refers to rows by number: a copy that renumbers them would find the wrong notes.
  const rows = 'SELECT rowid, * FROM t ORDER BY id'
  expect(copy.prepare(rows).all()).toEqual(db.prepare(rows).all())
})

test('two backups of the same second both stay', () => {
  const folder = temporaryFolder()
  const db = filled(join(folder, 'daybook.db'))
  const [first, second] = [1, 2].map(() => createBackup(db, folder, { now, label: 'before-update' }))
  expect(basename(second?.file ?? '')).toBe('daybook-2026-11-22T20-35-00Z-before-update-2.db')
  expect(existsSync(first?.file ?? '')).toBe(true)
})

test('G1 a backup cut short, emptied or overwritten is not offered; one with flipped bytes neither', () => {
  const folder = temporaryFolder()
  const db = filled(join(folder, 'daybook.db'))
  const backups = join(folder, 'backups')
  const [sound, flipped, short, empty, text] = [0, 1, 2, 3, 4].map(
    (day) => createBackup(db, backups, { now: now + day * dayMs, label: 'daily' }).file,
  ) as [string, string, string, string, string]
  flipBytes(flipped)
  truncateSync(short, statSync(short).size - 4096)
  truncateSync(empty, 0)
  writeFileSync(text, 'not a database')
  expect(listBackups(backups).map(({ verified }) => verified)).toEqual([false, false, false, true, true])
  for (const file of [flipped, short, empty, text]) expect(verifyBackup(file)).toMatchObject({ sound: false })
  expect(newestVerifiedBackup(backups)?.file).toBe(sound)
  expect(newestVerifiedBackup(backups, [])).toBeNull()
  expect(problemOf(() => verifyBackup(join(backups, 'none.db'))).code).toBe('db.missing')
})

test('ten verified backups are kept; broken ones do not push a good one out', () => {
  const folder = temporaryFolder()
  const db = filled(join(folder, 'daybook.db'))
  const backups = join(folder, 'backups')
  const files = Array.from(
    { length: 13 },
    (_, day) => createBackup(db, backups, { now: now + day * dayMs, label: 'daily' }).file,
  )
  writeFileSync(join(backups, 'notes.txt'), 'mine')
  const [oldest = '', second = '', third = ''] = files
  truncateSync(files[12] ?? '', 5000)
  expect(pruneBackups(backups)).toEqual([second, oldest])
  expect(existsSync(third)).toBe(true)
  expect(existsSync(files[12] ?? '')).toBe(true)
  expect(existsSync(join(backups, 'notes.txt'))).toBe(true)
  expect(pruneBackups(backups)).toEqual([])
  expect(() => pruneBackups(backups, 0)).toThrow(RangeError)
})

test('a backup is due without one of the last day, also when the clock was set back or the last one is broken', () => {
  const folder = temporaryFolder()
  const db = filled(join(folder, 'daybook.db'))
  const backups = join(folder, 'backups')
  expect(listBackups(backups)).toEqual([])
  expect(backupDue(backups, now)).toBe(true)
  const { file } = createBackup(db, backups, { now, label: 'daily' })
  expect(backupDue(backups, now)).toBe(false)
  expect(backupDue(backups, now + dayMs - 5 * 3_600_000)).toBe(false)
  expect(backupDue(backups, now + dayMs)).toBe(true)
  expect(backupDue(backups, now - 1)).toBe(true)
  truncateSync(file, 5000)
  expect(backupDue(backups, now)).toBe(true)
})

test('a backup that fails leaves nothing that looks like one, and the leftovers of a killed one go after a day', () => {
  const folder = temporaryFolder()
  const db = filled(join(folder, 'daybook.db'))
  const backups = join(folder, 'backups')
  mkdirSync(backups)
  const abandoned = join(backups, 'daybook-2026-11-20T20-35-00Z-daily.db.77.partial')
  const running = join(backups, 'daybook-2026-11-22T20-34-00Z-daily.db.78.partial')
  for (const file of [abandoned, running]) writeFileSync(file, 'half')
  db.exec('BEGIN')
  expect(() => createBackup(db, backups, { now, label: 'daily' })).toThrow('transaction')
  db.exec('ROLLBACK')
  expect(readdirSync(backups)).toEqual([basename(running)])
  writeFileSync(join(folder, 'file'), '')
  expect(problemOf(() => createBackup(db, join(folder, 'file', 'x'), { now, label: 'daily' })).code).toBe(
    'db.missing',
  )
})
