import {
  copyFileSync,
  existsSync,
  readdirSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { flipBytes } from '../testing/db/flipBytes.ts'
import { openForTest, problemOf } from '../testing/db/openForTest.ts'
import { startChild } from '../testing/db/startChild.ts'
import { temporaryFolder } from '../testing/db/temporaryFolder.ts'
import { createBackup, newestVerifiedBackup } from './backup.ts'
import { closeDatabase, openDatabase } from './open.ts'
import { checkDatabase, diagnose, restoreBackup, setAside } from './recover.ts'

const now = Date.UTC(2026, 10, 22, 20, 35)

function makeDatabase(folder: string): { file: string; backups: string } {
  const file = join(folder, 'daybook.db')
  const backups = join(folder, 'backups')
  const db = openDatabase(file)
  db.exec(`CREATE TABLE t (n INTEGER); PRAGMA user_version = 2;
    WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 5000) INSERT INTO t SELECT i FROM n`)
  createBackup(db, backups, { now, label: 'daily' })
  db.exec('INSERT INTO t VALUES (-1)')
  closeDatabase(db)
  return { file, backups }
}

test('a sound file is sound, and looking changes nothing', () => {
  const folder = temporaryFolder()
  const { file } = makeDatabase(folder)
  const before = readFileSync(file)
  expect(diagnose(file, { supportedVersion: 2 })).toEqual({ state: 'sound', version: 2, problem: null })
  expect(readdirSync(folder).sort()).toEqual(['backups', 'daybook.db'])
  expect(checkDatabase(file)).toEqual({ sound: true, version: 2, findings: [] })
  expect(readFileSync(file)).toEqual(before)
})

test('a missing or empty file is missing, a newer one newer, one being written for long locked', async () => {
  const folder = temporaryFolder()
  const { file } = makeDatabase(folder)
  expect(diagnose(join(folder, 'none.db'))).toMatchObject({
    state: 'missing',
    problem: { code: 'db.missing' },
  })
  writeFileSync(join(folder, 'empty.db'), '')
  expect(diagnose(join(folder, 'empty.db')).state).toBe('missing')
  expect(diagnose(file, { supportedVersion: 1 })).toMatchObject({
    state: 'newer',
    version: 2,
    problem: { code: 'db.newer', details: { version: 2, supported: 1 } },
  })
  const child = startChild('hold', file)
  expect(await child.next()).toBe('held')
  expect(diagnose(file, { timeoutMs: 50 })).toMatchObject({ state: 'locked', version: 2 })
  expect(checkDatabase(file).sound).toBe(true)
  await child.kill()
  expect(diagnose(file).state).toBe('sound')
}, 30_000)

test('G1 a log without its database is damage, and is set aside with care', () => {
  const folder = temporaryFolder()
  const { file } = makeDatabase(folder)
  const db = openForTest(file)
  db.exec('INSERT INTO t VALUES (-2)')
  copyFileSync(`${file}-wal`, join(folder, 'log'))
  closeDatabase(db)
  rmSync(file)
  copyFileSync(join(folder, 'log'), `${file}-wal`)
  expect(diagnose(file)).toMatchObject({ state: 'damaged', problem: { details: { cause: 'orphanLog' } } })
  const aside = setAside(file, now)
  expect(readFileSync(`${aside}-wal`)).toEqual(readFileSync(join(folder, 'log')))
  expect(setAside(file, now)).toBeNull()
})

test.each([
  ['a garbled header', (file: string) => flipBytes(file, 0), 'damaged'],
  ['a file cut short', (file: string) => truncateSync(file, 8192), 'damaged'],
  // Only the full check reads so far; that is why it runs beside the first screen.
  ['garbled rows', (file: string) => flipBytes(file, 2), 'sound'],
] as const)(
  'G1 %s is found, set aside and answered with the rows of the newest backup',
  (_, damage, state) => {
    const folder = temporaryFolder()
    const { file, backups } = makeDatabase(folder)
    damage(file)
    const damaged = readFileSync(file)
    expect(diagnose(file).state).toBe(state)
    expect(checkDatabase(file)).toMatchObject({ sound: false })
    expect(checkDatabase(file).findings.length).toBeGreaterThan(0)
    expect(readFileSync(file)).toEqual(damaged)

    const offered = newestVerifiedBackup(backups)
    if (!offered) throw new Error('no backup was offered')
    const restored = restoreBackup(offered.file, file, now)
    expect(restored).toEqual({
      version: 2,
      setAside: join(folder, 'daybook.damaged-2026-11-22T20-35-00Z.db'),
    })
    expect(readFileSync(restored.setAside ?? '')).toEqual(damaged)
    expect(existsSync(offered.file)).toBe(true)
    expect(diagnose(file).state).toBe('sound')
    const db = openForTest(file)
    expect(db.prepare('SELECT count(*), min(n), max(n) FROM t').raw().get()).toEqual([5000, 1, 5000])
  },
)

test('the database, its log and its index move together, and a second time beside the first', () => {
  const folder = temporaryFolder()
  const { file } = makeDatabase(folder)
  for (const suffix of ['-wal', '-shm']) writeFileSync(file + suffix, suffix)
  expect(setAside(file, now)).toBe(join(folder, 'daybook.damaged-2026-11-22T20-35-00Z.db'))
  writeFileSync(`${file}-wal`, 'later')
  expect(setAside(file, now)).toBe(join(folder, 'daybook.damaged-2026-11-22T20-35-00Z-2.db'))
  expect(readdirSync(folder).sort()).toEqual([
    'backups',
    'daybook.damaged-2026-11-22T20-35-00Z-2.db-wal',
    'daybook.damaged-2026-11-22T20-35-00Z.db',
    'daybook.damaged-2026-11-22T20-35-00Z.db-shm',
    'daybook.damaged-2026-11-22T20-35-00Z.db-wal',
  ])
})

test('a backup that is broken or gone is not restored, and what is there stays', () => {
  const folder = temporaryFolder()
  const { file, backups } = makeDatabase(folder)
  const before = readFileSync(file)
  const backup = newestVerifiedBackup(backups)?.file ?? ''
  flipBytes(backup)
  expect(problemOf(() => restoreBackup(backup, file, now)).code).toBe('db.damaged')
  expect(problemOf(() => restoreBackup(join(backups, 'none.db'), file, now)).code).toBe('db.missing')
  expect(readFileSync(file)).toEqual(before)
  expect(readdirSync(folder).sort()).toEqual(['backups', 'daybook.db'])
})

test('a backup is restored where nothing is left', () => {
  const folder = temporaryFolder()
  const { file, backups } = makeDatabase(folder)
  rmSync(file)
  const offered = newestVerifiedBackup(backups)
  expect(restoreBackup(offered?.file ?? '', file, now)).toEqual({ version: 2, setAside: null })
  expect(diagnose(file).state).toBe('sound')
})
