import {
  chmodSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { expect, onTestFinished, test } from 'vitest'
import { openForTest, problemOf } from '../testing/db/openForTest.ts'
import { startChild } from '../testing/db/startChild.ts'
import { temporaryFolder } from '../testing/db/temporaryFolder.ts'
import { assertDurable, closeDatabase, openDatabase } from './open.ts'

test('G1 every open commits with WAL and synchronous FULL, before and after writes', () => {
  const file = join(temporaryFolder(), 'daybook.db')
  for (let round = 0; round < 3; round++) {
    const first = openDatabase(file)
    const second = openDatabase(file)
    // Trying whether the file can be written leaves no trace.
    expect(second.pragma('user_version', { simple: true })).toBe(round)
    for (const db of [first, second]) {
      assertDurable(db)
      db.exec(`CREATE TABLE IF NOT EXISTS t (n INTEGER); INSERT INTO t VALUES (${round})`)
      assertDurable(db)
      expect(db.pragma('synchronous', { simple: true })).toBe(2)
      expect(db.pragma('journal_mode', { simple: true })).toBe('wal')
      expect(db.pragma('trusted_schema', { simple: true })).toBe(0)
      expect(db.pragma('foreign_keys', { simple: true })).toBe(1)
      expect(db.pragma('busy_timeout', { simple: true })).toBe(5000)
      db.pragma(`user_version = ${round + 1}`)
    }
    closeDatabase(first)
    closeDatabase(second)
  }
})

test.runIf(process.platform === 'linux')(
  'G1 who opens the file a second time takes from the first nothing of its hold on it',
  () => {
    const file = join(temporaryFolder(), 'daybook.db')
    openForTest(file).exec('CREATE TABLE t (n INTEGER)')
    openDatabase(file, { aside: true }).close()
    // Else other programs would take it that nobody has the file open, and throw away its log.
    const { ino } = statSync(file)
    const held = readFileSync('/proc/locks', 'utf8')
      .split('\n')
      .filter((line) => line.includes(` ${process.pid} `) && line.includes(`:${ino} `))
    expect(held).toEqual([expect.stringContaining('READ')])
  },
)

test('G1 a connection that was not opened by us is caught: it falls to NORMAL after the first write', () => {
  const file = join(temporaryFolder(), 'daybook.db')
  const raw = new Database(file)
  onTestFinished(() => void raw.close())
  raw.pragma('journal_mode = WAL')
  raw.exec('CREATE TABLE t (n INTEGER)')
  expect(() => assertDurable(raw)).toThrow('synchronous 1')
})

test('closing leaves one file with everything in it', () => {
  const folder = temporaryFolder()
  const file = join(folder, 'daybook.db')
  const db = openDatabase(file)
  db.exec('CREATE TABLE t (n INTEGER); INSERT INTO t VALUES (7)')
  expect(existsSync(`${file}-wal`)).toBe(true)
  closeDatabase(db)
  closeDatabase(db)
  expect(readdirSync(folder)).toEqual(['daybook.db'])
  expect(openForTest(file, { readonly: true }).prepare('SELECT n FROM t').pluck().all()).toEqual([7])
})

test('foreign keys are enforced and virtual tables still work from triggers under an untrusted schema', () => {
  const db = openForTest(':memory:')
  db.exec(`CREATE TABLE a (id INTEGER PRIMARY KEY, note TEXT); CREATE TABLE b (a REFERENCES a);
    CREATE VIRTUAL TABLE words USING fts5(note, content='a', content_rowid='id');
    CREATE TRIGGER a_words AFTER INSERT ON a BEGIN INSERT INTO words (rowid, note) VALUES (new.id, new.note); END;
    INSERT INTO a VALUES (1, 'steep roof')`)
  expect(db.prepare("SELECT rowid FROM words WHERE words MATCH 'roof'").pluck().all()).toEqual([1])
  expect(() => db.exec('INSERT INTO b VALUES (2)')).toThrow('FOREIGN KEY')
})

test('what is not there is missing, what is no database is damaged', () => {
  const folder = temporaryFolder()
  expect(problemOf(() => openDatabase(join(folder, 'no', 'daybook.db'))).code).toBe('db.missing')
  expect(problemOf(() => openDatabase(join(folder, 'daybook.db'), { readonly: true })).code).toBe(
    'db.missing',
  )
  const file = join(folder, 'letter.db')
  writeFileSync(file, 'Dear customer, '.repeat(1000))
  expect(problemOf(() => openDatabase(file))).toMatchObject({
    code: 'db.damaged',
    details: { cause: 'SQLITE_NOTADB' },
  })
})

test('G1 a log whose database is gone is refused and kept, with the commits in it', () => {
  const file = join(temporaryFolder(), 'daybook.db')
  const db = openForTest(file)
  db.exec('CREATE TABLE t (n INTEGER)')
  copyFileSync(`${file}-wal`, `${file}.saved`)
  db.close()
  rmSync(file)
  copyFileSync(`${file}.saved`, `${file}-wal`)
  expect(problemOf(() => openDatabase(file))).toMatchObject({
    code: 'db.damaged',
    details: { cause: 'orphanLog' },
  })
  expect(existsSync(`${file}-wal`)).toBe(true)
})

test('a read-only connection reads and never writes', () => {
  const file = join(temporaryFolder(), 'daybook.db')
  openForTest(file).exec('CREATE TABLE t (n INTEGER)')
  const db = openForTest(file, { readonly: true })
  expect(db.prepare('SELECT count(*) FROM t').pluck().get()).toBe(0)
  expect(problemOf(() => db.exec('INSERT INTO t VALUES (1)')).code).toBe('disk.readonly')
})

const nothingWritable = {
  diagnosis: 'readonly',
  open: 'disk.readonly',
  create: 'disk.readonly',
  lock: 'disk.readonly',
}

const readonlyPlaces = [
  ['data folder', 0o555, 0o644, nothingWritable],
  ['database file', 0o777, 0o444, { ...nothingWritable, create: 'ok', lock: 'ok' }],
] as const

// Windows has no read-only folders.
test.each(process.platform === 'win32' ? readonlyPlaces.slice(1) : readonlyPlaces)(
  'a %s without the right to write is said so at the start',
  async (_, folderMode, fileMode, expected) => {
    const outer = temporaryFolder()
    const folder = join(outer, 'data')
    mkdirSync(folder)
    const file = join(folder, 'daybook.db')
    const db = openDatabase(file)
    db.exec('CREATE TABLE t (n INTEGER)')
    closeDatabase(db)
    chmodSync(outer, 0o755)
    chmodSync(file, fileMode)
    chmodSync(folder, folderMode)
    onTestFinished(() => {
      chmodSync(folder, 0o755)
      chmodSync(file, 0o644)
    })
    const child = startChild('asNobody', file, folder)
    const said = await child.next()
    const { errors } = await child.ended()
    expect({ said, errors }).toEqual({ said: expected, errors: '' })
  },
  30_000,
)

test('a full database file is disk.full, and what was saved before stays', () => {
  const file = join(temporaryFolder(), 'daybook.db')
  const db = openForTest(file)
  db.exec("CREATE TABLE t (s TEXT); INSERT INTO t VALUES ('kept')")
  db.pragma(`max_page_count = ${Number(db.pragma('page_count', { simple: true })) + 2}`)
  expect(problemOf(() => db.exec('INSERT INTO t VALUES (zeroblob(100000))')).code).toBe('disk.full')
  expect(db.prepare('SELECT s FROM t').pluck().all()).toEqual(['kept'])
})

test('a full disk is disk.full, and every confirmed row is there after it', (context) => {
  const folder = temporaryFolder()
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=1m', 'tmpfs', folder], { stdio: 'ignore' })
  } catch {
    context.skip(true, 'no small disk can be mounted here')
  }
  onTestFinished(() => void execFileSync('umount', [folder]))
  const file = join(folder, 'daybook.db')
  const db = openForTest(file)
  db.exec('CREATE TABLE t (s BLOB)')
  let confirmed = 0
  const problem = problemOf(() => {
    for (;;) {
      db.exec('INSERT INTO t VALUES (randomblob(5000))')
      confirmed++
    }
  })
  expect(problem.code).toBe('disk.full')
  expect(confirmed).toBeGreaterThan(10)
  expect(db.prepare('SELECT count(*) FROM t').pluck().get()).toBe(confirmed)
  closeDatabase(db)
  expect(openForTest(file, { readonly: true }).prepare('SELECT count(*) FROM t').pluck().get()).toBe(
    confirmed,
  )
  writeFileSync(join(folder, 'rest'), '')
  expect(problemOf(() => fillUp(join(folder, 'rest'))).code).toBe('disk.full')
  expect(problemOf(() => openDatabase(join(folder, 'other.db'))).code).toBe('disk.full')
})

function fillUp(file: string): void {
  for (;;) writeFileSync(file, Buffer.alloc(4096), { flag: 'a' })
}

test('a file that another process is writing opens at once, and a write that waits in vain is db.locked', async () => {
  const file = join(temporaryFolder(), 'daybook.db')
  openForTest(file).exec('CREATE TABLE t (n INTEGER)')
  const child = startChild('hold', file)
  expect(await child.next()).toBe('held')
  const db = openForTest(file, { timeoutMs: 50 })
  expect(db.prepare('SELECT count(*) FROM t').pluck().get()).toBe(0)
  expect(problemOf(() => db.exec('INSERT INTO t VALUES (1)')).code).toBe('db.locked')
  await child.kill()
  db.exec('INSERT INTO t VALUES (1)')
  expect(db.prepare('SELECT count(*) FROM t').pluck().get()).toBe(1)
}, 30_000)
