// Every version of the data there ever was, filled, brought to the newest by the real application, and killed on the way:
// old or new, never between, and no row lost (G1).
import { spawn } from 'node:child_process'
import { copyFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createApp } from '../core/app.ts'
import { loadMigrations, migrate } from '../core/db/migrate.ts'
import { closeDatabase, openDatabase } from '../core/db/open.ts'
import type { Db } from '../core/db/open.ts'
import { fakeWorld } from '../core/testing/testApp.ts'
import { createRandom } from '../shared/base/random.ts'
import { MINUTE_MS } from '../shared/base/duration.ts'
import { bundleVictim } from './bundled.ts'
import { figure } from './figures.ts'
import { observe, violations } from './invariants.ts'
import { LIMIT_MS, LONG, SEED, tries } from './size.ts'
import { away, CLI, openWorld, temporary } from './world.ts'

const migrations = loadMigrations(fileURLToPath(new URL('../drizzle/sqlite', import.meta.url)))
const dice = createRandom(SEED, 4)
const folders: string[] = []
const folder = (): string => {
  const made = temporary()
  folders.push(made)
  return made
}
let built: { folder: string; program: string }
const filled: string[] = []

beforeAll(async () => {
  built = await bundleVictim()
  const world = await openWorld('2026-03-27 09:00', { abilities: CLI })
  for (let n = 0; n < tries(60, 600); n += 1) {
    const endAt = world.clock.now() - n * 7 * MINUTE_MS
    await world.ok('entry.add', {
      customerId: world.acme,
      categoryId: world.meeting,
      startAt: endAt - 5 * MINUTE_MS,
      endAt,
      note: `entry ${n}`,
    })
  }
  folders.push(world.dataDir)
  world.observer.close()
  await world.app.close()
  for (let version = 1; version < migrations.length; version += 1)
    filled.push(olderVersion(world.file, version))
}, 120_000)
afterAll(() => {
  away(built.folder)
  for (const made of folders) away(made)
})

/** The same firm as a program of that version kept it: what the version did not know is left out. */
function olderVersion(newest: string, version: number): string {
  const file = join(folder(), `version-${version}.db`)
  const db = openDatabase(file)
  migrate(db, migrations.slice(0, version), { backup: () => undefined, now: 0 })
  db.pragma('foreign_keys = OFF')
  db.exec(`ATTACH '${newest}' AS newest`)
  for (const table of tables(db)) {
    const kept = columns(db, 'main', table).filter((name) => columns(db, 'newest', table).includes(name))
    if (kept.length === 0) continue
    const list = kept.map((name) => `"${name}"`).join(', ')
    db.exec(
      `DELETE FROM main."${table}"; INSERT INTO main."${table}" (${list}) SELECT ${list} FROM newest."${table}"`,
    )
  }
  db.exec('DETACH newest')
  closeDatabase(db)
  return file
}

const tables = (db: Db): string[] =>
  db
    .prepare<[], string>(
      `SELECT name FROM main.sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' AND name <> '_migration' ORDER BY 1`,
    )
    .pluck()
    .all()
const columns = (db: Db, schema: string, table: string): string[] =>
  db
    .prepare<[], string>(`SELECT name FROM ${schema}.pragma_table_info('${table}', '${schema}')`)
    .pluck()
    .all()

/** Every row of what the old version knew; the marks of the device and derived totals come and go. */
function contents(db: Db, like: Db): string {
  return JSON.stringify(
    tables(like)
      .filter((table) => !['device', 'day_total', 'customer_total'].includes(table))
      .map((table) => {
        const list = columns(like, 'main', table).map((name) => `"${name}"`)
        return db.prepare(`SELECT ${list.join(', ')} FROM "${table}" ORDER BY 1`).all()
      }),
  )
}

const killed = (dataDir: string, afterMs: number): Promise<void> =>
  new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [built.program, dataDir, '1', '0', 'idle'], { stdio: 'ignore' })
    setTimeout(() => child.kill('SIGKILL'), afterMs)
    child.on('close', (_, signal) =>
      signal === 'SIGKILL' ? resolve() : reject(new Error('it ended by itself')),
    )
  })

describe('migrations', () => {
  test(
    'G1 from every version, filled: killed at random moments it is old or new with every row, and the next start finishes',
    async () => {
      const until = Date.now() + (LONG ? 900_000 : 4_000)
      const count = { kills: 0, old: 0, fresh: 0 }
      while (count.kills < tries(6, 200) && (Date.now() < until || count.kills === 0)) {
        const version = 1 + dice.int(0, filled.length - 1)
        const source = filled[version - 1] ?? ''
        const dataDir = folder()
        const file = join(dataDir, 'daybook.db')
        copyFileSync(source, file)
        const original = openDatabase(source, { readonly: true })
        const rows = contents(original, original)
        await killed(dataDir, dice.int(100, LONG ? 900 : 600))
        count.kills += 1
        const db = openDatabase(file)
        const now = Number(db.pragma('user_version', { simple: true }))
        expect(now).toBeGreaterThanOrEqual(version)
        expect(now).toBeLessThanOrEqual(migrations.length)
        count[now === version ? 'old' : 'fresh'] += 1
        expect(db.pragma('integrity_check', { simple: true })).toBe('ok')
        expect(contents(db, original)).toBe(rows)
        db.close()
        const app = await createApp({ ...fakeWorld('2026-03-27 12:00').ports, dataDir, abilities: CLI })
        const observer = observe(file)
        expect(contents(observer.data.db, original)).toBe(rows)
        expect(violations(observer)).toEqual([])
        observer.close()
        original.close()
        await app.close()
        away(dataDir)
      }
      figure({
        fault: `killed with −9 while data of versions 1 to ${filled.length} was brought to version ${migrations.length}`,
        ids: 'G1',
        tried: count.kills,
        unit: 'kills',
        lost: 0,
        note: `${count.old} left as they were, ${count.fresh} brought on; every row there, every total right after the next start`,
        file: 'migrations',
      })
    },
    LIMIT_MS,
  )
})
