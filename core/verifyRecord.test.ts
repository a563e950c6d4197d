// Damage that leaves the file sound is found by comparing what is stored with the audit trail.
import { copyFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { openDatabase } from './db/open.ts'
import { checkDatabase } from './db/recover.ts'
import { at, openFirm } from './testing/testApp.ts'
import { temporaryFolder } from './testing/db/temporaryFolder.ts'
import { checkEverything, recordFindings } from './verifyRecord.ts'

test('G1 G11 a figure that changed by itself, a lost row and a changed trail are found, though the file is sound', async () => {
  const dataDir = temporaryFolder()
  const f = await openFirm('2026-03-03 18:00', { dataDir })
  await f.ok('entry.add', {
    customerId: f.acme,
    categoryId: f.support,
    startAt: at('2026-03-03 09:00'),
    endAt: at('2026-03-03 10:00'),
    note: 'seen',
  })
  const { timerId } = await f.ok('timer.start', { customerId: f.acme, categoryId: f.support })
  await f.ok('timer.note', { timerId, note: 'typed, and not yet in the trail' })
  const { userId } = await f.ok('user.add', { name: 'Gone' })
  await f.ok('user.remove', { userId })
  await f.app.close()
  const damaged = (sql: string): string[] => {
    const copy = join(dataDir, 'copy.db')
    copyFileSync(join(dataDir, 'daybook.db'), copy)
    const db = openDatabase(copy)
    try {
      db.pragma('foreign_keys = OFF')
      db.exec(sql)
      expect(checkDatabase(copy).sound).toBe(true)
      return recordFindings(db)
    } finally {
      db.close()
    }
  }
  expect(damaged('SELECT 1')).toEqual([])
  for (const [sql, finding] of [
    ['UPDATE time_entry SET duration_ms = duration_ms + 1', /^timeEntry .* is not as it was recorded$/],
    [`UPDATE time_entry SET work_date = '2026-03-13'`, /^timeEntry .* is not as it was recorded$/],
    [`UPDATE customer SET name = 'Acne' WHERE name = 'Acme'`, /^customer .* is not as it was recorded$/],
    ['DELETE FROM journal_entry', /^journalEntry .* is missing$/],
    [`UPDATE audit SET "after" = replace("after", 'Acme', 'Acne')`, /^the audit trail is broken at/],
    // Not even JSON any more, or JSON of something else: the check goes on to its end and says so.
    [`UPDATE audit SET "after" = replace("after", 'Acme', char(1))`, /^the audit trail is broken at/],
    [`UPDATE audit SET "after" = 'null' WHERE "after" IS NOT NULL`, /^the audit trail is broken at/],
    [
      `CREATE TEMP TABLE planted AS SELECT * FROM category LIMIT 1; UPDATE planted SET id = 'X', name = '';
       INSERT INTO category SELECT * FROM planted`,
      /^category X is not as it was recorded$/,
    ],
    ['DELETE FROM user', /refers to nothing$/],
    ['UPDATE day_total SET booked_ms = booked_ms + 1', /^the total of .* on 2026-03-03 is wrong$/],
    ['UPDATE day_total SET total_ms = total_ms + 1', /^the total of .* on 2026-03-03 is wrong$/],
    ['UPDATE customer_total SET duration_ms = 1', /^the total of customer .* is wrong$/],
    ['DELETE FROM note_key', /^entry .* is missing in the search$/],
    ["INSERT INTO note_key VALUES (1, 'nobody')", /^the search knows another entry nobody$/],
    ["INSERT INTO note_search (note_search) VALUES ('delete-all')", /^the search does not match the notes$/],
    [
      `INSERT INTO day_total SELECT '2026-03-04', user_id, 1, 1, 1, 1, 2 FROM day_total`,
      /^there are totals of days without entries$/,
    ],
  ] as const)
    expect(damaged(sql)[0], sql).toMatch(finding)
  // What nobody can make sense of ends the check, and is said.
  const senseless = "UPDATE time_entry SET segments = 'null'; DELETE FROM audit WHERE entity = 'timeEntry'"
  expect(damaged(senseless).at(-1)).toMatch(/^it cannot be read \(TypeError\)$/)
})

test('G1 a schema that changed by itself is damage, in whichever words SQLite puts it', async () => {
  const dataDir = temporaryFolder()
  const f = await openFirm('2026-03-03 18:00', { dataDir })
  await f.app.close()
  const file = join(dataDir, 'daybook.db')
  for (const [was, is] of [
    ['content_rowid', 'content_rkwid'],
    ['CREATE VIRTUAL TABLE', 'CREATE VIRTVAL TABLE'],
  ]) {
    const copy = join(dataDir, 'copy.db')
    copyFileSync(file, copy)
    const db = openDatabase(copy)
    db.unsafeMode().pragma('writable_schema = ON')
    expect(
      db
        .prepare('UPDATE sqlite_schema SET sql = replace(sql, @was, @is) WHERE instr(sql, @was) > 0')
        .run({ was, is }).changes,
    ).toBeGreaterThan(0)
    db.close()
    expect(checkEverything(copy), is).toMatchObject({ sound: false, findings: [expect.any(String)] })
  }
})

test('G11 a total of a day that is none hides no other day of the month', async () => {
  const dataDir = temporaryFolder()
  const f = await openFirm('2026-03-20 09:00', { dataDir })
  for (const day of ['2026-03-04', '2026-03-06'])
    await f.ok('entry.add', {
      userId: f.ana,
      customerId: f.acme,
      categoryId: f.support,
      startAt: at(`${day} 09:00`),
      endAt: at(`${day} 10:00`),
    })
  const db = openDatabase(join(dataDir, 'daybook.db'))
  db.exec(
    "INSERT INTO day_total SELECT '2026-03-05x', user_id, 1, 1, 1, entrance, exit FROM day_total LIMIT 1",
  )
  db.close()
  const { days } = await f.ok('diary.user', { userId: f.ana, month: '2026-03' })
  await f.app.close()
  expect(days.filter(({ totalMs }) => totalMs > 0).map(({ date }) => date)).toEqual([
    '2026-03-04',
    '2026-03-06',
  ])
})
