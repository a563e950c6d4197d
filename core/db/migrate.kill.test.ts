import { join } from 'node:path'
import { expect, test } from 'vitest'
import { openForTest } from '../testing/db/openForTest.ts'
import { defineMayDie, entries, fill, sampleMigrations } from '../testing/db/sampleMigrations.ts'
import { startChild } from '../testing/db/startChild.ts'
import { temporaryFolder } from '../testing/db/temporaryFolder.ts'
import { listBackups, verifyBackup } from './backup.ts'
import { checkFile } from './check.ts'
import { migrate } from './migrate.ts'
import { assertDurable, closeDatabase, openDatabase } from './open.ts'
import type { Db } from './open.ts'

const quiet = { backup: () => undefined, now: 0 }

function makeVersionOne(file: string): void {
  const db = openDatabase(file)
  migrate(db, sampleMigrations.slice(0, 1), quiet)
  fill(db)
  closeDatabase(db)
}

/** Every row of every table; statistics for the planner aside. */
function contents(db: Db): unknown {
  const tables = db
    .prepare<[], string>(
      "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_stat%' ORDER BY name",
    )
    .pluck()
    .all()
  return tables.map((name) => [name, db.prepare(`SELECT * FROM "${name}" ORDER BY 1`).all()])
}

/** What each version holds when nothing disturbs the migration, and how often it can be killed. */
function undisturbed() {
  const db = openForTest(':memory:')
  const calls = defineMayDie(db)
  const versions = sampleMigrations.map((_, index) => {
    migrate(db, sampleMigrations.slice(0, index + 1), quiet)
    if (index === 0) fill(db)
    return contents(db)
  })
  return { versions, calls: calls() }
}

test('G1 kill -9 in the middle of a migration leaves the old version or the new one, and the next start finishes', async () => {
  const { versions, calls } = undisturbed()
  expect(calls).toBeGreaterThan(2 * entries)
  const seed = Number(process.env['DAYBOOK_SEED'] ?? Date.now() % 1_000_000)
  console.log(`kill points from DAYBOOK_SEED=${seed}`)
  const random = seededRandom(seed)
  // The very first and last, and some in between.
  const points = [1, calls, ...Array.from({ length: 8 }, () => 1 + Math.floor(random() * calls))]
  for (const point of points) {
    const folder = temporaryFolder()
    const file = join(folder, 'daybook.db')
    const backups = join(folder, 'backups')
    makeVersionOne(file)
    const child = startChild('migrate', file, backups, String(point))
    expect(await child.next()).toBe('backup')
    const end = await child.ended()
    expect({ point, killed: end.code !== 0, errors: end.errors }).toEqual({ point, killed: true, errors: '' })

    expect(checkFile(file)).toMatchObject({ sound: true })
    const db = openDatabase(file)
    const version = Number(db.pragma('user_version', { simple: true }))
    expect(contents(db)).toEqual(versions[version - 1])
    defineMayDie(db)
    expect(migrate(db, sampleMigrations, quiet).from).toBe(version)
    expect(contents(db)).toEqual(versions.at(-1))
    assertDurable(db)
    closeDatabase(db)
    const made = listBackups(backups)
    expect(made.map(({ verified, version: of }) => [verified, of])).toEqual([[true, 1]])
    expect(made.every((backup) => verifyBackup(backup.file).sound)).toBe(true)
  }
}, 120_000)

test('of two processes that start at once one migrates, the other waits and finds it done', async () => {
  const folder = temporaryFolder()
  const file = join(folder, 'daybook.db')
  makeVersionOne(file)
  const faster = startChild('migrate', file, join(folder, 'backups1'), 'pause')
  expect(await faster.next()).toBe('backup')
  expect(await faster.next()).toBe('inside')
  const slower = startChild('migrate', file, join(folder, 'backups2'), 'none')
  // It still sees the old version, so it makes its backup too; then it has to wait.
  expect(await slower.next()).toBe('backup')
  faster.send('go on')
  expect(await faster.next()).toMatchObject({ from: 1, to: 3, applied: ['0001_rebuilt', '0002_filled'] })
  expect(await slower.next()).toEqual({ from: 1, to: 3, applied: [], calls: 0 })
  for (const child of [faster, slower]) expect(await child.ended()).toMatchObject({ code: 0, errors: '' })
  expect(contents(openForTest(file))).toEqual(undisturbed().versions.at(-1))
}, 60_000)

/** Mulberry32: small, and the same everywhere for the same seed. */
function seededRandom(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}
