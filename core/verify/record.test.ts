// Damage that leaves the file sound is found by comparing what is stored with the audit trail.
import { copyFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { createData } from '../db/data.ts'
import { loadMigrations } from '../db/migrations.ts'
import { openDatabase } from '../db/open.ts'
import { checkDatabase } from '../db/recover.ts'
import { beginFilling } from '../team/fillTeam.ts'
import { putRows } from '../team/copy.ts'
import { countedMonths } from '../derived/reportTotals.ts'
import { at, fakeWorld, openFirm, openTestApp } from '../testing/testApp.ts'
import { temporaryFolder } from '../testing/db/temporaryFolder.ts'
import { verifyData } from './verify.ts'
import { checkEverything, recordFindings } from './record.ts'

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
  await f.ok('journalEntry.add', { customerId: f.acme, text: 'They called back.' })
  const { timerId } = await f.ok('timer.start', { customerId: f.acme, categoryId: f.support })
  await f.ok('timer.note', { timerId, note: 'typed, and not yet in the trail' })
  const { userId } = await f.ok('user.add', { name: 'Gone' })
  await f.ok('user.remove', { userId })
  const reports = createData(openDatabase(join(dataDir, 'daybook.db')))
  await expect.poll(() => countedMonths(reports), { timeout: 20_000 }).toEqual(['2026-03'])
  reports.db.close()
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
      /^category X has no record$/,
    ],
    ['DELETE FROM user', /refers to nothing$/],
    ['UPDATE day_total SET booked_ms = booked_ms + 1', /^the total of .* on 2026-03-03 is wrong$/],
    ['UPDATE day_total SET total_ms = total_ms + 1', /^the total of .* on 2026-03-03 is wrong$/],
    ['UPDATE customer_total SET duration_ms = 1', /^the total of customer .* is wrong$/],
    ['UPDATE report_total SET amount_minor = 1', /^the total of reports in 2026-03 is wrong$/],
    ["DELETE FROM report_total WHERE kind = 'user'", /^the total of reports in 2026-03 is wrong$/],
    [
      "UPDATE report_total SET month = '2026-04' WHERE kind = 'user'",
      /^the total of reports in 2026-03 is wrong$/,
    ],
    ['DELETE FROM note_key', /^entry .* is missing in the search$/],
    ["INSERT INTO note_key VALUES (1, 'nobody')", /^the search knows another entry nobody$/],
    ["INSERT INTO note_search (note_search) VALUES ('delete-all')", /^the search does not match the notes$/],
    [
      `INSERT INTO day_total (work_date, user_id, entry_count, booked_ms, total_ms, entrance, exit)
        SELECT '2026-03-04', user_id, 1, 1, 1, 1, 2 FROM day_total`,
      /^there are totals of days without entries$/,
    ],
  ] as const)
    expect(damaged(sql)[0], sql).toMatch(finding)
  // What nobody can make sense of ends the check, and is said.
  expect(damaged("UPDATE time_entry SET segments = '{'").at(-1)).toBe('value')
})

test('G1 a schema that changed by itself is damage, in whichever words SQLite puts it', async () => {
  const dataDir = temporaryFolder()
  const f = await openFirm('2026-03-03 18:00', { dataDir })
  await f.app.close()
  const file = join(dataDir, 'daybook.db')
  for (const [was, is] of [
    ['tokenize', 'tokenkze'],
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
    `INSERT INTO day_total (work_date, user_id, entry_count, booked_ms, total_ms, entrance, exit)
      SELECT '2026-03-05x', user_id, 1, 1, 1, entrance, exit FROM day_total LIMIT 1`,
  )
  db.close()
  const { days } = await f.ok('diary.user', { userId: f.ana, month: '2026-03' })
  await f.app.close()
  expect(days.filter(({ totalMs }) => totalMs > 0).map(({ date }) => date)).toEqual([
    '2026-03-04',
    '2026-03-06',
  ])
})

test('K20 a row that is planted, altered or taken away beside the trail is found, also once somebody has changed it in good faith', async () => {
  const planted = `CREATE TEMP TABLE planted AS SELECT * FROM customer LIMIT 1;
    UPDATE planted SET id = '01PLANTED', name = 'Planted'; INSERT INTO customer SELECT * FROM planted`
  const cases = [
    [planted, '01PLANTED', /^customer 01PLANTED has no record of how it began$/],
    [
      "UPDATE customer SET notes = 'altered' WHERE name = 'Acme'",
      null,
      /^customer .* was changed without a record$/,
    ],
  ] as const
  for (const [sql, id, finding] of cases) {
    const dataDir = temporaryFolder()
    const first = await openFirm('2026-03-03 18:00', { dataDir })
    await first.app.close()
    const file = join(dataDir, 'daybook.db')
    const db = openDatabase(file)
    db.exec(sql)
    db.close()
    const f = await openTestApp('2026-03-03 19:00', { dataDir })
    await f.ok('customer.edit', { customerId: id ?? first.acme, phone: '1' })
    await f.app.close()
    expect(checkEverything(file).findings[0]).toMatch(finding)
  }
})

test('K20 what is loaded at once has one record: a row added, altered or taken away is found, and what people change is not', async () => {
  const dataDir = temporaryFolder()
  const f = await openTestApp('2026-03-03 18:00', { dataDir })
  await f.ok('sample.load', { seed: 3 })
  const { rows } = await f.ok('customer.list', {})
  const [one, two] = rows.map(({ id }) => id)
  await f.ok('customer.edit', { customerId: one ?? '', phone: '1' })
  await f.ok('customer.edit', { customerId: one ?? '', phone: '2' })
  await f.ok('customer.add', { name: 'After the load' })
  // The oldest days of the sample are approved, and locked where approvals are on.
  await f.ok('module.switch', { module: 'approvals', on: false })
  await f.ok('entry.remove', { entryId: String(firstEntry(dataDir)) })
  await f.app.close()
  const file = join(dataDir, 'daybook.db')
  expect(checkEverything(file)).toEqual({ sound: true, findings: [] })
  const after = (sql: string): string => {
    const copy = join(dataDir, 'copy.db')
    copyFileSync(file, copy)
    const db = openDatabase(copy)
    db.pragma('foreign_keys = OFF')
    db.exec(sql)
    const found = recordFindings(db)
    db.close()
    return found.join('\n')
  }
  expect(after(`UPDATE customer SET notes = 'altered' WHERE id = '${two}'`)).toContain(
    'customer: the rows are not as they were loaded',
  )
  expect(after('UPDATE rate SET amount_minor = amount_minor + 1')).toContain(
    'rate: the rows are not as they were loaded',
  )
  expect(after(`DELETE FROM journal_entry WHERE id = (SELECT max(id) FROM journal_entry)`)).toMatch(
    /^journalEntry: \d+ rows were loaded, and there are \d+/,
  )
  expect(
    after(
      `CREATE TEMP TABLE p AS SELECT * FROM rate LIMIT 1; UPDATE p SET id = 'X', valid_from = '2030-01-01'; INSERT INTO rate SELECT * FROM p`,
    ),
  ).toMatch(/^rate: \d+ rows were loaded, and there are \d+/)
  expect(
    after(`UPDATE commit_log SET args = replace(args, '"rows":', '"rows":1') WHERE command = 'sample.load'`),
  ).toContain('the audit trail is broken at')
})

test('K20 of a firm that an earlier version loaded without a record, that is said, and nothing else is held against it', async () => {
  const dataDir = temporaryFolder()
  const f = await openTestApp('2026-03-03 18:00', { dataDir })
  await f.ok('sample.load', { seed: 3 })
  await f.app.close()
  const file = join(dataDir, 'daybook.db')
  const db = openDatabase(file)
  db.exec('DELETE FROM commit_log; DELETE FROM sqlite_sequence')
  db.close()
  // Nor does a backup: the day's may have been made before the load or after it.
  rmSync(join(dataDir, 'backups'), { recursive: true, force: true })
  const { sound, findings, unproven } = verifyData(
    file,
    dataDir,
    loadMigrations(fakeWorld('2026-03-03 18:00').ports.migrationsDir),
  )
  expect([sound, findings]).toEqual([true, []])
  expect(unproven.join()).toMatch(/\d+ rows were loaded by an earlier version, which kept no record of them/)
})

function firstEntry(dataDir: string): unknown {
  const db = openDatabase(join(dataDir, 'daybook.db'), { readonly: true })
  try {
    return db.prepare('SELECT id FROM time_entry ORDER BY id LIMIT 1').pluck().get()
  } finally {
    db.close()
  }
}

test('H3 G1 a team’s data that are still on their way are no damage', async () => {
  const dataDir = temporaryFolder()
  const f = await openFirm('2026-03-03 18:00', { dataDir })
  await f.ok('entry.add', {
    customerId: f.acme,
    categoryId: f.support,
    startAt: at('2026-03-03 09:00'),
    endAt: at('2026-03-03 10:00'),
    note: 'seen',
  })
  await f.app.close()
  const file = join(dataDir, 'daybook.db')
  const data = createData(openDatabase(file))
  const [entries, categories] = [data.list('timeEntry'), data.list('category')]
  beginFilling(data, {
    server: 'https://team.example',
    organisationId: 'O',
    userId: f.ana,
    deviceId: 'D',
    email: 'ana@example.com',
    phase: 'filling',
    version: -1,
    hash: '',
    epoch: '',
    epochFrom: 0,
    scope: '',
    lastContact: null,
    progress: null,
    behind: null,
    seen: null,
    unrecorded: false,
    handedBack: null,
    problem: null,
  })
  expect(checkEverything(file)).toEqual({ sound: true, findings: [] })
  // Cut off between two pages: the customers that they refer to have not come.
  putRows(data, 'category', categories)
  putRows(data, 'timeEntry', entries)
  data.db.close()
  expect(checkEverything(file)).toEqual({ sound: true, findings: [] })
})
