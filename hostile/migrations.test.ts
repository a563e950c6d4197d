// Every version of the data there ever was, filled, brought to the newest by the real application, and killed on the way:
// old or new, never between, and no row lost (G1).
import { spawn } from 'node:child_process'
import { copyFileSync, mkdirSync, watch } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createApp } from '../core/app.ts'
import { openDatabase } from '../core/db/open.ts'
import type { Db } from '../core/db/open.ts'
import { fakeWorld } from '../core/testing/testApp.ts'
import { createRandom } from '../shared/base/random.ts'
import { MINUTE_MS } from '../shared/base/duration.ts'
import { bundleVictim } from './bundled.ts'
import { figure } from './figures.ts'
import { observe, violations } from './invariants.ts'
import { columns, migrations, olderVersion, tables } from './olderVersion.ts'
import { LIMIT_MS, LONG, SEED, tries } from './size.ts'
import { away, CLI, openWorld, temporary } from './world.ts'

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
  const world = await openWorld('2026-03-27 09:00', { abilities: CLI }, { onlyOld: true })
  for (let n = 0; n < tries(60, 200); n += 1) {
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
  // With a sign of life beside the running timer, each start would ask about the time since, and write that down.
  const unwatched = openDatabase(world.file)
  unwatched.exec("DELETE FROM device WHERE key = 'lastAlive'")
  unwatched.close()
  for (let version = 1; version < migrations.length; version += 1)
    filled.push(olderVersion(world.file, version, folder()))
}, 120_000)
afterAll(() => {
  away(built.folder)
  for (const made of folders) away(made)
})

/** What is made anew from the rest: marks of the device, totals, and the search in notes. */
const MADE_ANEW = /^(device|day_total|customer_total|report_total|report_month|note_key|note_search.*)$/

/** Every row of what the old version knew. */
function contents(db: Db, like: Db): Record<string, unknown[]> {
  return Object.fromEntries(
    tables(like)
      .filter((table) => !MADE_ANEW.test(table))
      .map((table) => {
        const list = columns(like, 'main', table).map((name) => `"${name}"`)
        return [table, db.prepare(`SELECT ${list.join(', ')} FROM "${table}" ORDER BY 1`).all()]
      }),
  )
}

type Moments = { openMs: number; migrateMs: number }

/**
 * Kills it so long after it began to open its data, or so long after the backup was made that goes before a migration; or,
 * without a time, once it is ready. Says how long it was opening, and of that after the backup.
 */
const killed = (dataDir: string, after: Partial<Moments> | null): Promise<Moments> =>
  new Promise((resolve, reject) => {
    const backups = join(dataDir, 'backups')
    mkdirSync(backups)
    const child = spawn(process.execPath, [built.program, dataDir, '1', '0', 'idle'], {
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    let began = 0
    let backedUp = 0
    const end = (ms: number | undefined): void => {
      if (ms !== undefined) setTimeout(() => child.kill('SIGKILL'), ms)
    }
    const watcher = watch(backups, (_, name) => {
      if (backedUp !== 0 || name?.endsWith('.db') !== true) return
      backedUp = performance.now()
      end(after?.migrateMs)
    })
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      if (began === 0) {
        began = performance.now()
        end(after?.openMs)
      }
      // Whoever was faster than the aim is killed at the end.
      if (text.includes('"hello"')) child.kill('SIGKILL')
    })
    child.on('close', (_, signal) => {
      watcher.close()
      const now = performance.now()
      if (signal === 'SIGKILL') resolve({ openMs: now - began, migrateMs: now - backedUp })
      else reject(new Error('it ended by itself'))
    })
  })

describe('migrations', () => {
  test(
    'G1 from every version, filled: killed at random moments it is old or new with every row, and the next start finishes',
    async () => {
      const until = Date.now() + (LONG ? 2_400_000 : 4_000)
      const count = { kills: 0, old: 0, between: 0, fresh: 0 }
      const unhurt = folder()
      copyFileSync(filled[0] ?? '', join(unhurt, 'daybook.db'))
      const { openMs, migrateMs } = await killed(unhurt, null)
      while (count.kills < tries(6, 200) && (Date.now() < until || count.kills === 0)) {
        const version = 1 + dice.int(0, filled.length - 1)
        const source = filled[version - 1] ?? ''
        const dataDir = folder()
        const file = join(dataDir, 'daybook.db')
        copyFileSync(source, file)
        const original = openDatabase(source, { readonly: true })
        const rows = contents(original, original)
        const aimed = dice.chance(0.5)
          ? { openMs: dice.int(0, Math.ceil(openMs)) }
          : { migrateMs: dice.int(0, Math.ceil(migrateMs)) }
        await killed(dataDir, aimed)
        count.kills += 1
        const db = openDatabase(file)
        const now = Number(db.pragma('user_version', { simple: true }))
        expect(now).toBeGreaterThanOrEqual(version)
        expect(now).toBeLessThanOrEqual(migrations.length)
        count[now === version ? 'old' : now < migrations.length ? 'between' : 'fresh'] += 1
        expect(db.pragma('integrity_check', { simple: true })).toBe('ok')
        expect(contents(db, original)).toEqual(rows)
        db.close()
        const app = await createApp({ ...fakeWorld('2026-03-27 12:00').ports, dataDir, abilities: CLI })
        const observer = observe(file)
        expect(contents(observer.data.db, original)).toEqual(rows)
        expect(violations(observer)).toEqual([])
        observer.close()
        original.close()
        await app.close()
        away(dataDir)
      }
      figure({
        fault: 'killed with −9 while data of every earlier version was brought to the newest',
        ids: 'G1',
        tried: count.kills,
        unit: 'kills',
        lost: 0,
        note: `versions 1 to ${filled.length} to ${migrations.length}: ${count.old} left as they were, ${count.between} at a version on the way, ${count.fresh} at the newest; every row there, every total right after the next start`,
        file: 'migrations',
      })
    },
    LIMIT_MS,
  )
})
