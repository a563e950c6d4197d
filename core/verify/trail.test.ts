// Every way to alter the trail is found: rows changed, removed, put elsewhere, added, and the end cut off (G11).
import { copyFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { createData } from '../db/data.ts'
import { loadMigrations } from '../db/migrations.ts'
import { openDatabase } from '../db/open.ts'
import { temporaryFolder } from '../testing/db/temporaryFolder.ts'
import { at, fakeWorld, openFirm } from '../testing/testApp.ts'
import { verifyData } from './verify.ts'
import { verifyTrail } from './trail.ts'

const MIGRATIONS = loadMigrations(fakeWorld('2026-03-03 18:00').ports.migrationsDir)

test('G11 an altered, removed, reordered, added or cut off row of the trail is found, and so is a false mark of an undo', async () => {
  const dataDir = temporaryFolder()
  const f = await openFirm('2026-03-03 18:00', { dataDir })
  const { commitId } = await addHour(f, '09:00')
  await addHour(f, '11:00')
  await f.ok('change.undo', { commitId })
  await addHour(f, '13:00')
  await f.app.close()
  const brokenAfter = (sql: string): string | null => {
    const copy = join(dataDir, 'copy.db')
    copyFileSync(join(dataDir, 'daybook.db'), copy)
    const db = openDatabase(copy)
    try {
      db.exec(sql)
      return verifyTrail(createData(db)).brokenAt
    } finally {
      db.close()
    }
  }
  expect(brokenAfter('SELECT 1')).toBeNull()
  const lastCommit = '(SELECT max(seq) FROM commit_log)'
  const lastId = `(SELECT id FROM commit_log WHERE seq = ${lastCommit})`
  const swap = (table: string, a: string, b: string): string =>
    `UPDATE ${table} SET seq = -1 WHERE seq = ${a}; UPDATE ${table} SET seq = ${a} WHERE seq = ${b};
     UPDATE ${table} SET seq = ${b} WHERE seq = -1`
  for (const sql of [
    ...['at = at + 1', `actor_id = 'X'`, `command = 'entry.edit'`, `args = '{}'`, `reason = 'x'`].map(
      (set) => `UPDATE commit_log SET ${set} WHERE seq = 3`,
    ),
    ...['"before" = \'{}\'', '"after" = \'{}\'', `entity = 'task'`, `entity_id = 'X'`].map(
      (set) => `UPDATE audit SET ${set} WHERE seq = (SELECT max(seq) FROM audit)`,
    ),
    'DELETE FROM commit_log WHERE seq = 3',
    'DELETE FROM commit_log WHERE seq = 1',
    'DELETE FROM audit WHERE seq = 4',
    swap('commit_log', '3', '4'),
    swap('audit', '2', '3'),
    // Between two commits: each keeps its own rows and their order.
    `UPDATE audit SET seq = seq + 1000 WHERE commit_id = (SELECT id FROM commit_log WHERE seq = 3)`,
    `INSERT INTO audit (commit_id, entity, entity_id, "after") VALUES ('nobody', 'task', 'X', '{}')`,
    // The end, whole and in part, and without a trace in the rows.
    `DELETE FROM audit WHERE commit_id = ${lastId}; DELETE FROM commit_log WHERE seq = ${lastCommit}`,
    'DELETE FROM commit_log; DELETE FROM audit',
    `UPDATE commit_log SET undone_by = NULL`,
    `UPDATE commit_log SET undone_by = ${lastId} WHERE seq = 3`,
    `UPDATE commit_log SET undoes = NULL WHERE undoes IS NOT NULL`,
  ])
    expect(brokenAfter(sql), sql).not.toBeNull()
})

test('G11 who cuts the end off and hides it, or writes the whole chain anew, is found by the backups and by a hash that was kept', async () => {
  const dataDir = temporaryFolder()
  const file = join(dataDir, 'daybook.db')
  const f = await openFirm('2026-03-03 18:00', { dataDir })
  await addHour(f, '09:00')
  await f.ok('backup.create', {})
  await f.app.close()
  const { sound, head, backups } = verifyData(file, dataDir, MIGRATIONS)
  expect([sound, backups > 0]).toEqual([true, true])
  expect(verifyData(file, dataDir, MIGRATIONS, head)).toMatchObject({ sound: true })
  const db = openDatabase(file)
  db.exec(
    `DELETE FROM audit WHERE commit_id = (SELECT id FROM commit_log ORDER BY seq DESC LIMIT 1);
     DELETE FROM commit_log WHERE seq = (SELECT max(seq) FROM commit_log);
     UPDATE sqlite_sequence SET seq = (SELECT max(seq) FROM commit_log) WHERE name = 'commit_log';
     UPDATE sqlite_sequence SET seq = (SELECT max(seq) FROM audit) WHERE name = 'audit'`,
  )
  expect(verifyTrail(createData(db)).brokenAt).toBeNull()
  db.close()
  const found = verifyData(file, dataDir, MIGRATIONS, head)
  expect(found.sound).toBe(false)
  expect(found.findings).toContain(`the audit trail lacks ${head}`)
  expect(found.findings.join()).toContain('the audit trail lacks what the backup daybook-')
})

const addHour = async (
  f: Awaited<ReturnType<typeof openFirm>>,
  from: string,
): Promise<{ commitId: string }> => {
  const startAt = at(`2026-03-03 ${from}`)
  const reply = await f.reply('entry.add', {
    customerId: f.acme,
    categoryId: f.support,
    startAt,
    endAt: startAt + 3_600_000,
  })
  if (!reply.ok || reply.commitId === undefined) throw new Error('not added')
  return { commitId: reply.commitId }
}
