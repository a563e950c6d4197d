// The data that is measured: the sample firm with any number of entries, made once and kept in the system's temporary folder.
import { constants, copyFileSync, existsSync, mkdirSync, renameSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { performance } from 'node:perf_hooks'
import type { Instant } from '../shared/base/instant.ts'
import type { Id } from '../shared/entities/entity.ts'
import { createApp, DATABASE_NAME } from '../core/app.ts'
import type { Db } from '../core/db/open.ts'
import { MAPPINGS } from '../core/db/entityStore.ts'
import { closeDatabase, openDatabase } from '../core/db/open.ts'
import { analyse } from '../core/db/analyse.ts'
import { createData } from '../core/db/data.ts'
import type { WritableData } from '../core/db/data.ts'
import { migrate } from '../core/db/migrate.ts'
import { indexNotes, markNotesStale } from '../core/derived/notes.ts'
import { countReportMonth, listReportMonths, recallReportTotals } from '../core/derived/reportTotals.ts'
import { markTotalsStale, recountTotals } from '../core/derived/totals.ts'
import { loadSample } from '../core/sample/loadSample.ts'
import { loadMigrations } from '../core/db/migrations.ts'
import { createNodePorts, realScheduler } from '../core/node/nodePorts.ts'
import { silentLog } from '../core/node/fileLog.ts'
import type { App, Ports } from '../core/ports.ts'

export const SEED = 1
/** The first version with all that the rows read. */
const OLDEST = 4
/** When it is in the measured firm: so the data of one run serve the next, and a month is always the same month. */
export const NOW: Instant = Date.UTC(2026, 9, 30, 9, 0)
const NOW_DATE = '2026-10-30'

export type BenchData = {
  /** The data folder, and the database in it. */
  dir: string
  file: string
  /** The administrator, who is the current user. */
  administratorId: Id
  /** Somebody with time on every working day of `month`. */
  userId: Id
  /** A whole month with time of everybody. */
  month: string
  /** A day of that month on which the user worked. */
  date: string
  /** Has a tenth of all entries. */
  largestCustomerId: Id
  /** How many entries there really are. */
  count: number
}

/** The ports of a program whose clock begins at NOW. */
export function benchPorts(dataDir: string, shell: 'cli' | 'host' = 'cli'): Ports {
  const abilities = { shell, tray: false, globalShortcuts: false, saveDialog: false, windows: false } as const
  const ports = createNodePorts({ dataDir, abilities })
  const begun = performance.now()
  const now = (): number => Math.round(NOW + performance.now() - begun)
  return {
    ...ports,
    clock: { now, monotonic: () => performance.now(), uptime: () => performance.now() },
    scheduler: realScheduler,
    firstScreenMs: 0,
    log: { ...silentLog, error: (event, error) => console.error(event, error) },
  }
}

export const openApp = (dataDir: string, shell: 'cli' | 'host' = 'cli'): Promise<App> =>
  createApp(benchPorts(dataDir, shell))

/** A running application: its check of the file and its first backup are done, as they are a minute after every start. */
export async function openSettledApp(dataDir: string): Promise<App> {
  const app = await openApp(dataDir, 'host')
  await new Promise<void>((resolve) => {
    const unsubscribe = app.subscribe(({ type }) => {
      if (type !== 'deviceChanged') return
      unsubscribe()
      resolve()
    })
  })
  return app
}

/** `times` more than once: the years before are the same again, with as many entries each. */
export async function prepareData(
  entries: number,
  say: (text: string) => void,
  times = 1,
): Promise<BenchData> {
  const version = loadMigrations(benchPorts(tmpdir()).migrationsDir).length
  const dir = folderOf(version, entries) + (times === 1 ? '' : `x${times}`)
  const file = join(dir, DATABASE_NAME)
  if (!existsSync(file)) {
    const partial = `${dir}.partial`
    rmSync(partial, { recursive: true, force: true, maxRetries: 5 })
    mkdirSync(partial, { recursive: true })
    say(`making ${(entries * times).toLocaleString('en')} entries …`)
    const began = performance.now()
    if (times > 1) await repeat(partial, await prepareData(entries, say), times, say)
    else if (bringOn(partial, version, entries)) say('  by bringing on those of an older version')
    else await fill(partial, entries, say)
    rmSync(dir, { recursive: true, force: true, maxRetries: 5 })
    renameSync(partial, dir)
    say(`made in ${((performance.now() - began) / 1000).toFixed(0)} s`)
  }
  const db = openDatabase(file, { readonly: true })
  try {
    return { dir, file, ...namesIn(db) }
  } finally {
    db.close()
  }
}

const folderOf = (version: number, entries: number): string =>
  join(tmpdir(), 'daybook-bench', `v${version}-seed${SEED}-${entries}`)

/** An older version's data, brought to today's as those of a user are; false where there are none. */
function bringOn(dir: string, version: number, entries: number): boolean {
  for (let older = version - 1; older >= OLDEST; older -= 1) {
    const from = join(folderOf(older, entries), DATABASE_NAME)
    if (!existsSync(from)) continue
    const file = join(dir, DATABASE_NAME)
    copyFileSync(from, file, constants.COPYFILE_FICLONE)
    const db = openDatabase(file)
    try {
      migrate(db, loadMigrations(benchPorts(dir).migrationsDir), { backup: () => undefined, now: NOW })
      countReports(createData(db))
      analyse(db)
    } finally {
      closeDatabase(db)
    }
    return true
  }
  return false
}

/** As a running application does it beside its work. */
function countReports(data: WritableData): void {
  recallReportTotals(data)
  while (countReportMonth(data));
}

/** As `sample.load` does, with the firm's clock. */
async function fill(dir: string, entries: number, say: (text: string) => void): Promise<void> {
  const ports = benchPorts(dir)
  const db = openDatabase(join(dir, DATABASE_NAME))
  try {
    migrate(db, loadMigrations(ports.migrationsDir), { backup: () => undefined, now: NOW })
    const data = createData(db)
    markTotalsStale(data)
    markNotesStale(data)
    await loadSample(db, { seed: SEED, zone: ports.systemZone(), currency: 'EUR', now: NOW, entries })
    say('  totals and notes …')
    recountTotals(data)
    countReports(data)
    while (indexNotes(data));
    analyse(db)
  } finally {
    closeDatabase(db)
  }
}

/** The years before, each time the same once more; without a search, which no row asks of so many. */
async function repeat(
  dir: string,
  once: BenchData,
  times: number,
  say: (text: string) => void,
): Promise<void> {
  copyFileSync(once.file, join(dir, DATABASE_NAME), constants.COPYFILE_FICLONE)
  const db = openDatabase(join(dir, DATABASE_NAME))
  try {
    const data = createData(db)
    markNotesStale(data)
    // Whole weeks, so that weekdays stay what they are.
    const { days } = db
      .prepare<[], { days: number }>(
        'SELECT 7 * (1 + CAST(julianday(max(work_date)) - julianday(min(work_date)) AS INTEGER) / 7) AS days FROM time_entry',
      )
      .get() ?? { days: 0 }
    const last = Number(db.prepare('SELECT max(rowid) FROM time_entry').pluck().get())
    // Nobody needs a half-made file; and sorted once at the end, an index takes a tenth of the time.
    db.pragma('journal_mode = DELETE')
    db.pragma('journal_mode = OFF')
    db.pragma('synchronous = OFF')
    db.pragma('cache_size = -1000000')
    const indexes = db
      .prepare<[], { name: string; sql: string }>(
        "SELECT name, sql FROM sqlite_schema WHERE type = 'index' AND tbl_name = 'time_entry' AND sql IS NOT NULL",
      )
      .all()
    for (const { name } of indexes) db.exec(`DROP INDEX "${name}"`)
    const { columns } = MAPPINGS.timeEntry
    for (let time = 1; time < times; time += 1) {
      say(`  once more (${time + 1} of ${times}) …`)
      const [back, ms] = [`-${days * time} days`, days * time * 86_400_000]
      const moved: Record<string, string> = {
        id: `id || '-${time}'`,
        session_id: `session_id || '-${time}'`,
        work_date: `date(work_date, '${back}')`,
        start_at: `start_at - ${ms}`,
        end_at: `end_at - ${ms}`,
        segments: `json_array(json_object('start', start_at - ${ms}, 'end', end_at - ${ms}))`,
      }
      db.prepare(
        `INSERT INTO time_entry (${MAPPINGS.timeEntry.select()})
         SELECT ${columns.map(({ name }) => moved[name] ?? name).join(', ')}
         FROM time_entry WHERE rowid <= ${last}`,
      ).run()
      db.prepare(
        `INSERT INTO day_total (work_date, user_id, entry_count, booked_ms, total_ms, amount_ms, entrance, exit)
         SELECT date(work_date, '${back}'), user_id, entry_count, booked_ms, total_ms, amount_ms,
           entrance - ${ms}, exit - ${ms} FROM day_total WHERE work_date > date('${NOW_DATE}', '-${days} days')`,
      ).run()
    }
    db.exec(
      `UPDATE customer_total SET entry_count = entry_count * ${times}, duration_ms = duration_ms * ${times}`,
    )
    say('  indexes …')
    for (const { sql } of indexes) db.exec(sql)
    listReportMonths(data)
    db.pragma('journal_mode = WAL')
    analyse(db)
  } finally {
    closeDatabase(db)
  }
}

/** A copy to write into; on file systems that can, it shares its blocks with the original. */
export function copyOf(data: BenchData, folder: string): BenchData {
  const dir = join(folder, 'data')
  mkdirSync(dir, { recursive: true })
  const file = join(dir, DATABASE_NAME)
  copyFileSync(data.file, file, constants.COPYFILE_FICLONE)
  return { ...data, dir, file }
}

function namesIn(db: Db): Omit<BenchData, 'dir' | 'file'> {
  const one = (sql: string, ...values: string[]): string =>
    String(
      db
        .prepare(sql)
        .pluck()
        .get(...values),
    )
  const month = '2026-09'
  const userId = one(
    "SELECT user_id FROM day_total WHERE work_date LIKE ? || '%' GROUP BY user_id ORDER BY count(*) DESC, user_id LIMIT 1",
    month,
  )
  return {
    administratorId: one("SELECT id FROM user WHERE role = 'administrator' AND active ORDER BY id LIMIT 1"),
    userId,
    month,
    date: one(
      "SELECT max(work_date) FROM day_total WHERE user_id = ? AND work_date LIKE ? || '%'",
      userId,
      month,
    ),
    largestCustomerId: one('SELECT customer_id FROM customer_total ORDER BY entry_count DESC LIMIT 1'),
    count: Number(one('SELECT count(*) FROM time_entry')),
  }
}
