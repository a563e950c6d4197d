// The whole application killed with −9 at random moments of random acts, again and again on the same data: what was confirmed
// is there once, what was not is there whole or not at all (G1).
import { spawn } from 'node:child_process'
import { copyFileSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import ExcelJS from 'exceljs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Gap } from '../shared/entities/gap.ts'
import type { Timer } from '../shared/entities/timer.ts'
import { createRandom } from '../shared/base/random.ts'
import { HOUR_MS, MINUTE_MS } from '../shared/base/duration.ts'
import { verifyBackup } from '../core/db/backup.ts'
import { openDatabase } from '../core/db/open.ts'
import { lastAlive } from '../core/kept/session.ts'
import { bundleVictim } from './bundled.ts'
import { figure } from './figures.ts'
import { observe, violations } from './invariants.ts'
import type { Observer } from './invariants.ts'
import { migrations, olderVersion } from './olderVersion.ts'
import { LIMIT_MS, LONG, SEED, tries } from './size.ts'
import { away, CLI, openWorld, temporary } from './world.ts'

type Line = {
  hello?: number
  timers?: Timer[]
  gaps?: Gap[]
  setUp?: boolean
  exported?: string
  number?: string
  brings?: number
  knows?: number
  imported?: number | string
  takesBack?: number
  takenBack?: boolean
  begin?: number
  name?: string
  args?: { timerId?: string; note?: string }
  end?: number
  at?: number
  ok?: boolean
  commitId?: string | null
}

let built: { folder: string; program: string }
/** A firm as programs of each earlier version left it. */
const older: string[] = []
const oldFolder = temporary()
beforeAll(async () => {
  built = await bundleVictim()
  const world = await openWorld('2026-03-27 09:00', { abilities: CLI }, { onlyOld: true })
  world.observer.close()
  await world.app.close()
  for (let version = 1; version < migrations.length; version += 1)
    older.push(olderVersion(world.file, version, oldFolder))
  away(world.dataDir)
}, 120_000)
afterAll(() => {
  away(built.folder)
  away(oldFolder)
})

const dice = createRandom(SEED)
const count = {
  kills: 0,
  acts: 0,
  unconfirmed: 0,
  whole: 0,
  notes: 0,
  oldestMarkMs: 0,
  gaps: 0,
  starts: 0,
  brought: 0,
  backups: 0,
  workbooks: 0,
}

/** Runs the victim until a random moment, and returns all that it said. */
function live(folder: string, seed: number, aheadMs: number): Promise<{ lines: Line[]; lastMoment: number }> {
  // Now and then it lives longer than a heartbeat and does nothing, or takes workbooks.
  const rests = LONG && dice.chance(0.025)
  const exports = !rests && (dice.chance(0.1) || count.kills === 0)
  return new Promise((resolve, reject) => {
    const mode = rests ? ['rest'] : exports ? ['export'] : []
    const child = spawn(process.execPath, [built.program, folder, String(seed), String(aheadMs), ...mode])
    let text = ''
    let errors = ''
    const kill = (afterMs: number): void => void setTimeout(() => child.kill('SIGKILL'), afterMs)
    // Some die before they are ready, from the moment on at which they begin to open their data.
    const early = !exports && dice.chance(0.15) ? dice.int(0, 150) : null
    const late = rests ? dice.int(7_000, 17_000) : dice.int(0, LONG ? 700 : 500)
    // A workbook is cut off in its middle, or one is whole and the next one begun.
    const mark = early !== null ? /"opens"/ : exports ? /"exported"|"code"/ : /"hello"/
    child.stdout.setEncoding('utf8').on('data', (part: string) => {
      const before = mark.test(text)
      text += part
      if (!before && mark.test(text)) kill(early ?? late)
    })
    child.stderr.setEncoding('utf8').on('data', (part: string) => (errors += part))
    child.on('close', (_, signal) => {
      if (signal !== 'SIGKILL') return reject(new Error(`the victim ended by itself: ${errors}`))
      const lines = text
        .slice(0, text.lastIndexOf('\n') + 1)
        .split('\n')
        .filter(Boolean)
        .map((line) => JSON.parse(line) as Line)
      // The last that is known of it; on a busy machine it may have waited long for the end that it got.
      const lastMoment = Math.max(...lines.map(({ at, hello }) => at ?? hello ?? 0))
      resolve({ lines, lastMoment })
    })
  })
}

/** What has a final name in the data folder is whole, whenever the writer died. */
const seen = new Set<string>()
async function filesAreWhole(folder: string, lines: readonly Line[]): Promise<void> {
  const fresh = (name: string): boolean => !seen.has(join(folder, name)) && !!seen.add(join(folder, name))
  const entries = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  for (const name of entries.filter((each) => /backups.*\.db$/.test(each) && fresh(each))) {
    expect(verifyBackup(join(folder, name)), name).toMatchObject({ sound: true })
    count.backups += 1
  }
  const workbooks = entries.filter((each) => each.endsWith('.xlsx') && fresh(each))
  const said = lines.filter(({ exported }) => exported === 'done')
  expect(workbooks.length, 'a workbook that was said to be done is there').toBeGreaterThanOrEqual(said.length)
  for (const name of workbooks) {
    const workbook = new ExcelJS.Workbook()
    const bytes = readFileSync(join(folder, name))
    await workbook.xlsx.load(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength))
    expect(workbook.worksheets.length, name).toBeGreaterThan(1)
    count.workbooks += 1
  }
}

/** Killed before or within the way to the newest version: as it was, every row. */
function stillOlder(folder: string, log: readonly LogRow[]): boolean {
  const db = openDatabase(join(folder, 'daybook.db'))
  try {
    if (Number(db.pragma('user_version', { simple: true })) >= migrations.length) return false
    expect(db.pragma('integrity_check', { simple: true })).toBe('ok')
    expect(db.prepare('SELECT id, actor_id, command FROM commit_log ORDER BY seq').all()).toEqual(log)
    return true
  } finally {
    db.close()
  }
}

type LogRow = { id: string; actor_id: string | null; command: string }
const logOf = ({ data }: Observer): LogRow[] =>
  data.all<LogRow>('SELECT id, actor_id, command FROM commit_log ORDER BY seq')

/** What the application does by itself, without anybody's command. */
const OWN = new Set(['gap.notice', 'clock.adjusted', 'organisation.setUp'])

/** Compares the data with what the victim confirmed; returns the log as it is now. */
function compare(observer: Observer, before: readonly LogRow[], lines: readonly Line[]): LogRow[] {
  const log = logOf(observer)
  expect(log.slice(0, before.length), 'what was there before is there').toEqual(before)
  const added = log.slice(before.length).filter(({ command }) => !OWN.has(command))
  const ends = lines.filter(({ end }) => end !== undefined)
  const confirmed = ends.flatMap(({ ok, commitId }) =>
    ok === true && typeof commitId === 'string' ? [commitId] : [],
  )
  const begun = lines.findLast(({ begin }) => begin !== undefined)
  const pending = begun !== undefined && !ends.some(({ end }) => end === begun.begin) ? begun : undefined
  const ids = added.map(({ id }) => id)
  expect(ids.slice(0, confirmed.length), 'confirmed acts are there, once, in order').toEqual(confirmed)
  const extra = added.slice(confirmed.length)
  if (extra.length > 0) {
    expect(extra.map(({ command }) => command)).toEqual([pending?.name])
    count.whole += 1
  }
  expect(violations(observer)).toEqual([])
  expect(observer.data.all('PRAGMA integrity_check')).toEqual([{ integrity_check: 'ok' }])
  count.acts += ends.filter(({ ok }) => ok).length
  if (pending !== undefined) count.unconfirmed += 1
  notesAreThere(observer, lines, pending)
  return log
}

function notesAreThere(observer: Observer, lines: readonly Line[], pending: Line | undefined): void {
  const typed = new Map<string, string>()
  for (const [index, line] of lines.entries()) {
    if (line.begin === undefined) continue
    const end = lines.slice(index + 1).find((later) => later.end === line.begin)
    if (end?.ok !== true) continue
    const { timerId, note } = line.args ?? {}
    if (line.name === 'timer.note' && timerId !== undefined && note !== undefined) typed.set(timerId, note)
    // Others may bring an earlier state of a note back.
    else if (line.name === 'change.undo' || line.name === 'draft.restore') typed.clear()
    else if (line.name === 'timer.stop' && timerId !== undefined && note !== undefined) typed.delete(timerId)
  }
  for (const timer of observer.everything().timer) {
    const expected = typed.get(timer.id)
    if (expected === undefined) continue
    const inFlight = pending?.args?.timerId === timer.id || pending?.name === 'change.undo'
    if (!inFlight) expect(timer.note, 'the note as it was confirmed last').toBe(expected)
    count.notes += 1
  }
}

/** After a start, each timer that ran is asked about once: from the last sign of life to the start. */
function askedOnce(hello: Line, ran: readonly Timer[], alive: number | null): void {
  const { timers = [], gaps = [], hello: began = 0 } = hello
  count.starts += 1
  for (const timer of timers) {
    const its = gaps.filter(({ timerId }) => timerId === timer.id).sort((a, b) => a.from - b.from)
    its.forEach((gap, index) => expect(gap.from).toBeGreaterThanOrEqual(its[index - 1]?.to ?? 0))
    if (!ran.some(({ id }) => id === timer.id)) continue
    const last = its.at(-1)
    expect(last, 'a gap is asked about').toBeDefined()
    expect(last?.from).toBeLessThanOrEqual(Math.max(alive ?? 0, timer.segments.at(-1)?.start ?? 0))
    expect(Math.abs((last?.to ?? 0) - began)).toBeLessThan(15_000)
    count.gaps += 1
  }
}

describe('kill −9', () => {
  test(
    'G1 G11 A7 F4 killed at random moments: 0 confirmed acts lost, 0 doubled, notes as confirmed, each gap asked about once',
    async () => {
      const until = Date.now() + (LONG ? 3_000_000 : 7_000)
      let folder = temporary()
      let log: LogRow[] = []
      let aheadMs = 0
      let ran: Timer[] = []
      let alive: number | null = null
      try {
        for (let life = 0; life < tries(15, 1_000) && Date.now() < until; life += 1) {
          // A new folder now and then, so that first starts and set-ups are killed as well.
          if (life % (LONG ? 20 : 5) === 4) {
            away(folder)
            folder = temporary()
            log = []
            ran = []
            alive = null
            // Or the data of an earlier version, which is brought to this one while it is killed.
            const old = older[dice.int(0, older.length - 1)]
            if (old !== undefined && dice.chance(0.5)) {
              copyFileSync(old, join(folder, 'daybook.db'))
              const db = openDatabase(old, { readonly: true })
              log = db.prepare<[], LogRow>('SELECT id, actor_id, command FROM commit_log ORDER BY seq').all()
              db.close()
              count.brought += 1
            }
          }
          const { lines, lastMoment } = await live(folder, dice.int(0, 2 ** 31), aheadMs)
          count.kills += 1
          const hello = lines.find((line) => line.hello !== undefined)
          if (hello !== undefined) askedOnce(hello, ran, alive)
          await filesAreWhole(folder, lines)
          if (log.length > 0 && hello === undefined && stillOlder(folder, log)) continue
          let observer: Observer
          try {
            observer = observe(join(folder, 'daybook.db'))
            observer.everything()
          } catch (error) {
            // Killed before there was anything.
            if (hello !== undefined || log.length > 0) throw error
            continue
          }
          try {
            log = compare(observer, log, lines)
            if (hello !== undefined) {
              alive = lastAlive(observer.data)
              ran = observer.everything().timer.filter(({ state }) => state === 'running')
              if (ran.length > 0) {
                expect(alive, 'a running timer has a sign of life').not.toBeNull()
                count.oldestMarkMs = Math.max(count.oldestMarkMs, lastMoment - (alive ?? 0))
              }
              aheadMs += dice.int(6 * MINUTE_MS, HOUR_MS)
            }
          } finally {
            observer.close()
          }
        }
      } finally {
        away(folder)
      }
      expect(count.kills).toBeGreaterThan(0)
      expect(count.workbooks, 'workbooks were there to be judged').toBeGreaterThan(0)
      expect(count.oldestMarkMs).toBeLessThan(10_000)
      figure({
        fault: 'the process killed with −9 at a random moment, started again on the same data',
        ids: 'G1 G11 A7 F4',
        tried: count.kills,
        unit: 'kills',
        lost: 0,
        note: `${count.acts} confirmed acts, 0 lost, 0 doubled; ${count.unconfirmed} unconfirmed, of which ${count.whole} whole and the rest absent; ${count.notes} notes as confirmed; ${count.gaps} gaps asked about once; last sign of life at most ${(count.oldestMarkMs / 1000).toFixed(1)} s old; ${count.backups} backups and ${count.workbooks} workbooks whole; ${count.brought} times begun with the data of an earlier version`,
        file: 'kill',
      })
    },
    LIMIT_MS,
  )

  test(
    'J5 G1 an import that is killed at any moment is there whole or not at all, and the same file brings what is missing',
    async () => {
      const folder = temporary()
      // So many that a thread of its own takes them back.
      const rows = tries(2_500, 6_000)
      const lives = tries(6, 80)
      writeFileSync(join(folder, 'toggl.csv'), importFile(rows))
      const known = { whole: 0, none: 0, takingBack: 0 }
      let there = 0
      try {
        for (let life = 0; life < lives; life += 1) {
          // While it is brought in, or while it is taken back.
          const mark = life % 3 === 2 ? '"takesBack":0' : '"imports":0'
          const lines = await killedAfter(folder, life, 'import', mark, dice.int(0, rows / 3))
          const first = lines.find(({ brings }) => brings !== undefined)
          expect([first?.brings, first?.knows], 'what is missing').toEqual([rows - there, there])
          for (const line of lines) {
            if (line.imported !== undefined) expect(line.imported).toBeOneOf([rows, rows - there])
            if (line.takenBack !== undefined) expect(line.takenBack).toBe(true)
          }
          const observer = observe(join(folder, 'daybook.db'))
          try {
            expect(violations(observer)).toEqual([])
            expect(observer.data.all('PRAGMA integrity_check')).toEqual([{ integrity_check: 'ok' }])
            const keys = observer.everything().timeEntry.map(({ importKey }) => importKey)
            expect(new Set(keys).size, 'none is there twice').toBe(keys.length)
            expect(keys.length).toBeOneOf([0, rows])
            // What was said last holds, where nothing was begun since.
            const last = lines.at(-1)
            if (last?.takesBack !== undefined) known.takingBack += 1
            if (typeof last?.imported === 'number') expect(keys.length).toBe(rows)
            if (last?.takenBack !== undefined) expect(keys.length).toBe(0)
            there = keys.length
            known[there === 0 ? 'none' : 'whole'] += 1
          } finally {
            observer.close()
          }
        }
      } finally {
        away(folder)
      }
      figure({
        fault: 'killed with −9 while a file is imported or an import taken back',
        ids: 'J5 G1',
        tried: lives,
        unit: 'kills',
        lost: 0,
        note: `${rows} rows each; ${known.whole} times all of them were there afterwards, ${known.none} times none, never a part, of these ${known.takingBack} while it was taken back; the same file then brought exactly what was missing`,
        file: 'kill',
      })
    },
    LIMIT_MS,
  )

  test(
    'E9 a number that was given is there and is never given again, killed in the middle of issuing or not',
    async () => {
      const folder = temporary()
      const given = new Set<string>()
      const lives = tries(6, 60)
      try {
        for (let life = 0; life < lives; life += 1) {
          for (const { number } of await issuing(folder, life)) {
            if (number === undefined) continue
            expect(given.has(number), `${number} is given once`).toBe(false)
            given.add(number)
          }
          const observer = observe(join(folder, 'daybook.db'))
          try {
            expect(violations(observer)).toEqual([])
            const there = observer.everything().invoice.flatMap(({ number }) => number ?? [])
            // One may be there that nobody was told: it was given, though its answer died on the way.
            for (const number of there) given.add(number)
            expect([...there].sort()).toEqual([...given].sort())
          } finally {
            observer.close()
          }
        }
      } finally {
        away(folder)
      }
      expect(given.size).toBeGreaterThanOrEqual(2 * lives)
    },
    LIMIT_MS,
  )
})

/** Killed at a random moment while it issues, in the middle of one of the first, however long they take; all that it said. */
const issuing = (folder: string, seed: number): Promise<Line[]> =>
  killedAfter(folder, seed, 'issue', `"issues":${dice.int(2, LONG ? 12 : 6)}}`, dice.int(0, 12))

function killedAfter(
  folder: string,
  seed: number,
  mode: 'issue' | 'import',
  mark: string,
  afterMs: number,
): Promise<Line[]> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [built.program, folder, String(seed), '0', mode])
    let text = ''
    let errors = ''
    child.stdout.setEncoding('utf8').on('data', (part: string) => {
      const before = text.includes(mark)
      text += part
      if (!before && text.includes(mark)) setTimeout(() => child.kill('SIGKILL'), afterMs)
    })
    child.stderr.setEncoding('utf8').on('data', (part: string) => (errors += part))
    child.on('close', (_, signal) => {
      if (signal !== 'SIGKILL') return reject(new Error(`the victim ended by itself: ${errors}`))
      const whole = text.slice(0, text.lastIndexOf('\n') + 1).split('\n')
      resolve(whole.filter(Boolean).map((line) => JSON.parse(line) as Line))
    })
  })
}

/** Time as Toggl Track writes it, each row another. */
const importFile = (rows: number): string =>
  [
    'User,Client,Project,Task,Description,Start date,Start time,Duration',
    ...Array.from({ length: rows }, (_, n) => {
      const day = new Date(Date.UTC(2024, 0, 1 + Math.floor(n / 8))).toISOString().slice(0, 10)
      return `Ana Weber,Customer ${n % 50},Project ${n % 3},Task ${n % 5},Note ${n},${day},${String(8 + (n % 8)).padStart(2, '0')}:00:00,00:30:00`
    }),
  ].join('\n')
