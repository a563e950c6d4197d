// Every version of the data file that ever was: filled, brought up to today by opening it, and compared row by row.
import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, describe, expect, test } from 'vitest'
import { ENTITY_NAMES } from '../../shared/entities/registry.ts'
import { at, openFirm, openTestApp } from '../testing/testApp.ts'
import { counters } from '../derived/counters.ts'
import { createData } from './data.ts'
import { MAPPINGS } from './entityStore.ts'
import { loadMigrations, migrate } from './migrate.ts'
import { openDatabase } from './open.ts'

const migrations = loadMigrations(fileURLToPath(new URL('../../drizzle/sqlite', import.meta.url)))
const folders: string[] = []
const folder = (): string => {
  const made = mkdtempSync(join(tmpdir(), 'daybook-upgrade-'))
  folders.push(made)
  return made
}
afterEach(() => {
  for (const made of folders.splice(0)) rmSync(made, { recursive: true, force: true })
})

/** The first version that knows projects; before it, nobody had any. */
const PROJECTS_SINCE = 1 + migrations.findIndex(({ name }) => name === '0004_projects')

/** A day's work of a small firm, made by today's application: something in every table that the version had. */
async function filled(version: number): Promise<{ dataDir: string; timerId: string; ana: string }> {
  const dataDir = folder()
  const f = await openFirm('2026-03-03 09:00', { dataDir })
  const span = (from: string, to: string) => ({
    startAt: at(`2026-03-02 ${from}`),
    endAt: at(`2026-03-02 ${to}`),
  })
  await f.ok('entry.add', {
    customerId: f.acme,
    categoryId: f.support,
    ...span('09:00', '12:00'),
    note: 'morning 🙂',
  })
  const projectId =
    version < PROJECTS_SINCE
      ? null
      : (await f.ok('project.add', { customerId: f.globex, name: 'Website', budgetMinutes: 600 })).projectId
  await f.ok('entry.add', {
    projectId,
    customerId: f.globex,
    categoryId: f.meeting,
    ...span('11:00', '15:00'),
  })
  await f.ok('employment.set', {
    userId: f.ana,
    validFrom: '2026-01-01',
    expectedMinutes: [480, 480, 480, 480, 480, 0, 0],
    expectedMonthMinutes: null,
    wage: { kind: 'hourly', amountMinor: 4000 },
    extraHourMinor: 6000,
    bonusMinor: 0,
  })
  const discarded = await f.ok('timer.start', { customerId: f.acme, categoryId: f.support, note: 'a draft' })
  await f.ok('timer.discard', { timerId: discarded.timerId })
  const { timerId } = await f.ok('timer.start', {
    customerId: f.globex,
    categoryId: f.support,
    projectId,
    note: 'still running',
  })
  await f.app.close()
  return { dataDir, timerId, ana: f.ana }
}

/** A file as version `version` would have left it, with the rows of `source` in the tables that it had. */
function asVersion(version: number, source: string): string {
  const dataDir = folder()
  const db = openDatabase(join(dataDir, 'daybook.db'))
  migrate(db, migrations.slice(0, version), { backup: () => undefined, now: at('2026-03-03 09:00') })
  db.pragma('foreign_keys = OFF')
  db.prepare('ATTACH ? AS filled').run(join(source, 'daybook.db'))
  const tables = db
    .prepare<[], string>(
      "SELECT name FROM main.sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite%'",
    )
    .pluck()
    .all()
  // The search is filled when the application opens, as after every update.
  for (const table of tables.filter((name) => !/^(_migration|note_key|note_search.*)$/.test(name))) {
    // What a later version took away has nothing to be filled with.
    const columns = db
      .prepare<[], string>(
        `SELECT name FROM pragma_table_info('${table}', 'main')
         INTERSECT SELECT name FROM pragma_table_info('${table}', 'filled')`,
      )
      .pluck()
      .all()
      .map((name) => `"${name}"`)
    db.exec(
      `INSERT OR REPLACE INTO main."${table}" (${columns.join()}) SELECT ${columns.join()} FROM filled."${table}"`,
    )
  }
  db.exec('DETACH filled')
  db.close()
  return dataDir
}

const rowsOf = (dataDir: string) => {
  const data = createData(openDatabase(join(dataDir, 'daybook.db')))
  const rows = ENTITY_NAMES.map((entity) => [entity, data.where(entity, '1 ORDER BY id')] as const)
  data.db.close()
  return Object.fromEntries(rows)
}

const countersIn = (dataDir: string) => {
  const data = createData(openDatabase(join(dataDir, 'daybook.db')))
  const found = counters(data)
  data.db.close()
  return found
}

describe('G1 updates', () => {
  test.each(migrations.map((_, index) => index + 1))(
    'a filled data file of version %i is opened without losing a row',
    async (version) => {
      const { dataDir: source, timerId, ana } = await filled(version)
      const before = rowsOf(source)
      expect(before.timeEntry?.length).toBe(2)
      const dataDir = asVersion(version, source)
      let ids = 0
      const app = await openTestApp('2026-03-03 10:00', { dataDir, newId: () => `LATER${++ids}` })
      expect((await app.ok('timer.state', {})).timers).toMatchObject([{ id: timerId, note: 'still running' }])
      const month = await app.ok('diary.user', { userId: ana, month: '2026-03' })
      expect(month.figures).toMatchObject({ bookedMs: 7 * 3_600_000, totalMs: 6 * 3_600_000 })
      if (version >= PROJECTS_SINCE) expect(countersIn(dataDir)).toEqual({ project: 1, case: 0 })
      await app.app.close()
      const after = rowsOf(dataDir)
      for (const entity of ENTITY_NAMES.filter((name) => name !== 'gap'))
        expect(after[entity], MAPPINGS[entity].table).toEqual(before[entity])
      const backups =
        version < migrations.length
          ? readdirSync(join(dataDir, 'backups')).filter((name) => name.includes('before-update'))
          : ['none needed']
      expect(backups).toHaveLength(1)
    },
  )

  test('a data file of a later version is refused and left as it is', async () => {
    const { dataDir } = await filled(migrations.length)
    const db = openDatabase(join(dataDir, 'daybook.db'))
    db.pragma(`user_version = ${migrations.length + 1}`)
    db.close()
    await expect(openTestApp('2026-03-03 10:00', { dataDir })).rejects.toMatchObject({ code: 'db.newer' })
  })
})
