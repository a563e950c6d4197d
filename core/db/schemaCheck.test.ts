// A schema that is not ours is refused with what is wrong: at opening, by verify, and in a backup that is to be restored.
import { copyFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { temporaryFolder } from '../testing/db/temporaryFolder.ts'
import { fakeWorld, openFirm, openTestApp } from '../testing/testApp.ts'
import { verifyData } from '../verify/verify.ts'
import { newestVerifiedBackup } from './backup.ts'
import { loadMigrations } from './migrations.ts'
import { openDatabase } from './open.ts'
import { restoreBackup } from './recover.ts'
import { schemaFindings } from './schemaCheck.ts'

const migrations = loadMigrations(fakeWorld('2026-03-03 09:00').ports.migrationsDir)

const PLANTED = [
  [
    'CREATE TRIGGER raise AFTER INSERT ON rate BEGIN UPDATE rate SET amount_minor = 3000 WHERE id = new.id; END',
    'trigger raise is not Daybook’s',
  ],
  [
    'CREATE VIEW endless AS WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n) SELECT x FROM n',
    'view endless is not Daybook’s',
  ],
  ['CREATE TABLE hidden (x)', 'table hidden is not Daybook’s'],
  ['CREATE INDEX planted ON rate (amount_minor)', 'index planted is not Daybook’s'],
  ['DROP INDEX timer_user', 'index timer_user is missing'],
  [
    `ALTER TABLE category RENAME TO was; CREATE VIEW category AS SELECT * FROM was`,
    'view category is not Daybook’s',
  ],
] as const

test('K20 a fresh file, and one after every command of a day, has the schema that our migrations make', async () => {
  const dataDir = temporaryFolder()
  const f = await openFirm('2026-03-03 18:00', { dataDir })
  await f.ok('backup.create', {})
  await f.app.close()
  const db = openDatabase(join(dataDir, 'daybook.db'))
  db.exec('ANALYZE')
  expect(schemaFindings(db, migrations)).toEqual([])
  db.close()
})

test.each(PLANTED)(
  'K20 %s: not opened, found by verify, and not restored from a backup',
  async (sql, finding) => {
    const dataDir = temporaryFolder()
    const file = join(dataDir, 'daybook.db')
    const f = await openFirm('2026-03-03 18:00', { dataDir })
    await f.ok('backup.create', {})
    await f.app.close()
    const good = newestVerifiedBackup(join(dataDir, 'backups'), migrations)
    const planted = openDatabase(file)
    planted.exec(sql)
    planted.close()
    expect(verifyData(file, dataDir, migrations).findings.join('\n')).toContain(finding)
    await expect(openTestApp('2026-03-03 19:00', { dataDir })).rejects.toMatchObject({
      code: 'db.damaged',
      details: { cause: 'schema', message: expect.stringContaining(finding) },
    })
    // A backup in which it is as well is passed over, and not restored by its name either.
    const bad = join(dataDir, 'backups', 'daybook-2027-01-01T00-00-00Z-daily.db')
    copyFileSync(file, bad)
    expect(newestVerifiedBackup(join(dataDir, 'backups'), migrations)).toEqual(good)
    expect(() => restoreBackup(bad, file, 1, migrations)).toThrow(/db.damaged/)
  },
)
