import { join } from 'node:path'
import { expect, test } from 'vitest'
import { openForTest, problemOf } from '../testing/db/openForTest.ts'
import {
  customers,
  defineMayDie,
  entries,
  fill,
  sampleMigrations,
  toMigration,
} from '../testing/db/sampleMigrations.ts'
import { temporaryFolder } from '../testing/db/temporaryFolder.ts'
import { migrate } from './migrate.ts'
import type { Migration } from './migrations.ts'
import type { Db } from './open.ts'

const now = Date.UTC(2026, 10, 22)
const quiet = { backup: () => undefined, now }
const made = sampleMigrations.slice(0, 1)

function filledVersionOne(file = ':memory:'): Db {
  const db = openForTest(file)
  defineMayDie(db)
  migrate(db, made, quiet)
  fill(db)
  return db
}

const next = (sql: string): Migration[] => [...made, toMigration(1, '0001_next', sql)]
const count = (db: Db, table: string) => db.prepare(`SELECT count(*) FROM ${table}`).pluck().get()
const version = (db: Db) => db.pragma('user_version', { simple: true })

test('a new database gets every migration, without a backup, and a second run does nothing', () => {
  const db = openForTest(':memory:')
  defineMayDie(db)
  const backup = () => {
    throw new Error('nothing to back up')
  }
  const names = sampleMigrations.map(({ name }) => name)
  expect(migrate(db, sampleMigrations, { backup, now })).toEqual({ from: 0, to: 3, applied: names })
  expect(migrate(db, sampleMigrations, { backup, now })).toEqual({ from: 3, to: 3, applied: [] })
  expect(db.prepare('SELECT idx, name, hash, applied_at FROM _migration ORDER BY idx').all()).toEqual(
    sampleMigrations.map(({ index, name, hash }) => ({ idx: index, name, hash, applied_at: now })),
  )
})

test('a rebuilt parent table keeps its children, after one backup of the old version', () => {
  const db = filledVersionOne()
  const backedUp: unknown[] = []
  const backup = () => backedUp.push([version(db), count(db, 'entry')])
  expect(migrate(db, sampleMigrations, { backup, now })).toMatchObject({ from: 1, to: 3 })
  expect(backedUp).toEqual([[1, entries]])
  expect([count(db, 'customer'), count(db, 'entry'), count(db, 'day')]).toEqual([customers, entries, entries])
  expect(db.pragma('foreign_keys', { simple: true })).toBe(1)
  expect(() => db.exec("INSERT INTO entry (customer_id, minutes) VALUES ('nobody', 1)")).toThrow(
    'FOREIGN KEY',
  )
})

test('without a backup nothing changes', () => {
  const db = filledVersionOne()
  const backup = () => {
    throw new Error('the backup disk is gone')
  }
  expect(() => migrate(db, sampleMigrations, { backup, now })).toThrow('the backup disk is gone')
  expect(version(db)).toBe(1)
  expect(db.pragma('foreign_keys', { simple: true })).toBe(1)
  expect(db.pragma('busy_timeout', { simple: true })).toBe(5000)
})

test('a database from a newer version is refused, untouched', () => {
  const db = filledVersionOne()
  migrate(db, sampleMigrations, quiet)
  const problem = problemOf(() => migrate(db, sampleMigrations.slice(0, 2), quiet))
  expect(problem).toMatchObject({ code: 'db.newer', details: { version: 3, supported: 2 } })
  expect(version(db)).toBe(3)
})

test('a changed, renamed or foreign history is refused', () => {
  const db = filledVersionOne()
  const changed = toMigration(0, '0000_made', `${made[0]?.sql ?? ''} -- touched`)
  const renamed = toMigration(0, '0000_other', made[0]?.sql ?? '')
  for (const migration of [changed, renamed])
    expect(problemOf(() => migrate(db, [migration, ...sampleMigrations.slice(1)], quiet))).toMatchObject({
      code: 'db.migrationFailed',
      details: { reason: 'changed', migration: '0000_made' },
    })
  db.pragma('user_version = 2')
  expect(problemOf(() => migrate(db, sampleMigrations, quiet)).details).toMatchObject({
    reason: 'notDaybook',
  })
  const other = openForTest(':memory:')
  other.exec('CREATE TABLE album (id INTEGER)')
  expect(problemOf(() => migrate(other, made, quiet)).details).toMatchObject({ reason: 'notDaybook' })
})

test.each([
  [
    'loses rows',
    'DELETE FROM entry WHERE id = 7',
    { reason: 'lostRows', table: 'entry', after: entries - 1 },
  ],
  ['drops a filled table', 'DROP TABLE entry', { reason: 'lostRows', table: 'entry', after: 0 }],
  [
    'breaks a reference',
    "UPDATE entry SET customer_id = 'nobody' WHERE id < 4",
    { reason: 'foreignKeys', count: 3 },
  ],
  ['ends the transaction', 'CREATE TABLE x (a); COMMIT', { reason: 'endedTransaction' }],
  [
    'has a mistake',
    'CREATE TABLE x (a);\n--> statement-breakpoint\nINSERT INTO y VALUES (1)',
    { reason: 'statement' },
  ],
  ['repeats a key', 'INSERT INTO entry SELECT * FROM entry', { reason: 'statement' }],
])('a migration that %s is rolled back', (_, sql, details) => {
  const db = filledVersionOne()
  const problem = problemOf(() => migrate(db, next(sql), quiet))
  expect(problem).toMatchObject({
    code: 'db.migrationFailed',
    details: { migration: '0001_next', ...details },
  })
  expect(db.inTransaction).toBe(false)
  expect([version(db), count(db, 'entry'), count(db, '_migration')]).toEqual([1, entries, 1])
  expect(db.pragma('foreign_keys', { simple: true })).toBe(1)
})

test('rows go where the migration says so in a line of its own', () => {
  const db = filledVersionOne()
  migrate(db, next('-- may drop rows: entry\nDROP TABLE entry'), quiet)
  expect(version(db)).toBe(2)
})

test('a rebuilt table that forgets its trigger is refused, one that drops it by name is not', () => {
  const trigger = 'CREATE TRIGGER touch AFTER UPDATE ON entry BEGIN SELECT 1; END;'
  const rebuild = `CREATE TABLE n (id INTEGER PRIMARY KEY, customer_id TEXT NOT NULL REFERENCES customer(id), minutes INTEGER);
    INSERT INTO n SELECT * FROM entry; DROP TABLE entry; ALTER TABLE n RENAME TO entry;`
  const withTrigger = () => {
    const db = filledVersionOne()
    migrate(db, next(trigger), quiet)
    return db
  }
  const then = (sql: string) => [...next(trigger), toMigration(2, '0002_rebuild', sql)]
  expect(problemOf(() => migrate(withTrigger(), then(rebuild), quiet)).details).toMatchObject({
    reason: 'lostObject',
    type: 'trigger',
    name: 'touch',
  })
  expect(migrate(withTrigger(), then(`DROP TRIGGER touch; ${rebuild}`), quiet).to).toBe(3)
  expect(migrate(withTrigger(), then(`${rebuild} ${trigger}`), quiet).to).toBe(3)
})

test('a disk that fills up in the middle is disk.full and leaves the old version', () => {
  const db = filledVersionOne(join(temporaryFolder(), 'daybook.db'))
  db.pragma(`max_page_count = ${Number(db.pragma('page_count', { simple: true })) + 4}`)
  const problem = problemOf(() => migrate(db, sampleMigrations, quiet))
  expect(problem).toMatchObject({ code: 'disk.full', details: { migration: '0002_filled' } })
  expect([version(db), count(db, 'customer'), count(db, 'entry')]).toEqual([2, customers, entries])
})
