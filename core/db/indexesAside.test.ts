// A file whose large tables were being filled when everything ended is still Daybook's, and whole again once it is opened.
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { temporaryFolder } from '../testing/db/temporaryFolder.ts'
import { fakeWorld, openFirm, openTestApp } from '../testing/testApp.ts'
import { indexesAside, makeNextIndex, setIndexesAside } from './indexesAside.ts'
import { migrate } from './migrate.ts'
import { loadMigrations } from './migrations.ts'
import type { Db } from './open.ts'
import { openDatabase } from './open.ts'
import { schemaFindings } from './schemaCheck.ts'

const migrations = loadMigrations(fakeWorld('2026-03-03 09:00').ports.migrationsDir)

const has = (db: Db, index: string): boolean =>
  db.prepare("SELECT 1 FROM sqlite_schema WHERE type = 'index' AND name = ?").get(index) !== undefined
const leaveOut = (db: Db): void =>
  db.transaction(() => setIndexesAside(db, ['time_entry', 'task', 'approval'])).immediate()

test('H12 K20 an index that is left out is known to be, and made as it was; another that lacks is found', () => {
  const db = openDatabase(':memory:')
  migrate(db, migrations, { backup: () => undefined, now: 0 })
  leaveOut(db)
  // What keeps something from being there twice stays.
  expect(['time_entry_customer', 'task_start', 'approval_day'].map((name) => has(db, name))).toEqual([
    false,
    false,
    true,
  ])
  expect(schemaFindings(db, migrations)).toEqual([])
  db.exec('DROP INDEX timer_user')
  expect(schemaFindings(db, migrations)).toEqual(['index timer_user is missing'])
  db.exec('CREATE INDEX `timer_user` ON `timer` (`user_id`)')
  // Once more, cut off after the first: nothing is forgotten of either.
  const all = indexesAside(db).length
  expect(makeNextIndex(db)).toBe(true)
  leaveOut(db)
  expect(indexesAside(db)).toHaveLength(all)
  while (makeNextIndex(db));
  expect([indexesAside(db), schemaFindings(db, migrations)]).toEqual([[], []])
  db.close()
})

test('H12 K20 whoever opens the file makes them again', async () => {
  const dataDir = temporaryFolder()
  const file = join(dataDir, 'daybook.db')
  const f = await openFirm('2026-03-03 18:00', { dataDir })
  await f.app.close()
  const cut = openDatabase(file)
  leaveOut(cut)
  cut.close()
  const again = await openTestApp('2026-03-03 19:00', { dataDir })
  await again.app.close()
  const db = openDatabase(file)
  expect([indexesAside(db), schemaFindings(db, migrations)]).toEqual([[], []])
  db.close()
})

test('K20 what is to be made must be what our migrations make: a row of the file is nothing to be run', async () => {
  const dataDir = temporaryFolder()
  const f = await openFirm('2026-03-03 18:00', { dataDir })
  await f.app.close()
  const planted = openDatabase(join(dataDir, 'daybook.db'))
  const ours = 'CREATE INDEX `task_start` ON `task` (`start_at`)'
  const sql = 'CREATE TRIGGER raise AFTER INSERT ON rate BEGIN UPDATE rate SET amount_minor = 3000; END'
  planted.prepare("INSERT INTO device (key, value) VALUES ('indexesAside', ?)").run(
    JSON.stringify([
      { name: 'task_start', sql },
      { name: 'task_start', sql: ours },
    ]),
  )
  planted.close()
  await expect(openTestApp('2026-03-03 19:00', { dataDir })).rejects.toMatchObject({
    code: 'db.damaged',
    details: { cause: 'schema', message: 'index task_start is not as Daybook made it' },
  })
})

test('G1 where nothing is left out nobody waits for whoever writes', () => {
  const file = join(temporaryFolder(), 'daybook.db')
  const db = openDatabase(file)
  migrate(db, migrations, { backup: () => undefined, now: 0 })
  const other = openDatabase(file, { timeoutMs: 0 })
  db.exec('BEGIN IMMEDIATE')
  expect(makeNextIndex(other)).toBe(false)
  db.exec('ROLLBACK')
  other.close()
  db.close()
})

test('K20 an update finds all of them in their place', () => {
  const db = openDatabase(':memory:')
  const before = migrations.slice(0, -1)
  migrate(db, before, { backup: () => undefined, now: 0 })
  leaveOut(db)
  migrate(db, migrations, { backup: () => undefined, now: 1 })
  expect([indexesAside(db), schemaFindings(db, migrations)]).toEqual([[], []])
  db.close()
})
