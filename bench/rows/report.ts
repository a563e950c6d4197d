// A month of 100,000 entries, against those who keep time too: timewarrior as a process, hamster over its bus.
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { performance } from 'node:perf_hooks'
import Database from 'better-sqlite3'
import { ask } from '../ask.ts'
import { builtHost } from '../browser.ts'
import type { BenchData } from '../data.ts'
import { openApp } from '../data.ts'
import { comparison, inMs, quantile, ratioFigure } from '../measure.ts'
import type { Figure, Row } from '../row.ts'

const ENTRIES = 100_000
const RUNS = 25
const ROOT = join(import.meta.dirname, '..', '..')
const HAMSTER = '/usr/libexec/hamster/hamster-service'

type Session = { customer: string; category: string; start: number; end: number; note: string }

export const report: Row = {
  name: 'report',
  what: 'Month report of 100,000 entries',
  floor: 'timewarrior’s summary of the month, a process',
  entries: ENTRIES,
  async run({ data, scratch, say, missing }) {
    builtHost()
    const all = await data(ENTRIES)
    const sessions = sessionsOf(all)
    const [from, to] = [`${all.month}-01`, `${nextMonth(all.month)}-01`]
    const figures: Figure[] = []
    const app = await openApp(all.dir)
    const ours: number[] = []
    const timeOurs = async (): Promise<void> => {
      const began = performance.now()
      await ask(app, 'diary.month', { month: all.month })
      ours.push(performance.now() - began)
    }
    const best: number[] = []
    for (let run = 0; run < 20; run += 1) await timeOurs()
    ours.length = 0

    const timew = isThere('timew') ? timewarriorWith(sessions, scratch()) : null
    if (timew === null) missing('timewarrior: not installed')
    else {
      const peer: number[] = []
      const process: number[] = []
      const diary = [
        '--no-warnings',
        join(ROOT, 'cli', 'bin.cjs'),
        '--data',
        all.dir,
        'diary',
        '--month',
        all.month,
      ]
      for (let run = 0; run <= RUNS; run += 1) {
        await timeOurs()
        peer.push(timed('timew', ['summary', from, '-', to], timew))
        process.push(timed(globalThis.process.execPath, diary))
      }
      const summary = comparison(ours.slice(0, peer.length), peer)
      best.push(summary.floor.medianMs)
      // The first run of each reads its files for the first time.
      figures.push(ratioFigure('the command line', comparison(process.slice(1), peer.slice(1)), 3))
    }

    if (!existsSync(HAMSTER) || !isThere('dbus-run-session')) missing('hamster: not installed')
    else {
      say('  hamster …')
      const times = hamsterWith(sessions, scratch(), from, `${all.month}-30`)
      best.push(quantile(times, 0.5))
      figures.push({
        label: 'hamster over D-Bus',
        value: quantile(times, 0.5),
        unit: 'ms',
        limit: null,
        better: 'atMost',
      })
    }
    for (let run = ours.length; run < 50; run += 1) await timeOurs()
    await app.close()
    if (best.length > 0) {
      const own = quantile(ours, 0.5)
      figures.unshift({
        label: 'in the running app, times faster than the better one',
        value: Math.min(...best) / own,
        unit: '×',
        limit: 10,
        better: 'atLeast',
        ours: inMs(own),
        floor: inMs(Math.min(...best)),
      })
    }
    return figures
  },
}

const nextMonth = (month: string): string => {
  const [year = 0, number = 0] = month.split('-').map(Number)
  return number === 12 ? `${year + 1}-01` : `${year}-${String(number + 1).padStart(2, '0')}`
}

function sessionsOf({ file }: BenchData): Session[] {
  const db = new Database(file, { readonly: true })
  try {
    return db
      .prepare<[], Session>(
        `SELECT c.name AS customer, k.name AS category, e.start_at AS start, e.end_at AS end, e.note
         FROM time_entry e JOIN customer c ON c.id = e.customer_id JOIN category k ON k.id = e.category_id
         ORDER BY e.start_at`,
      )
      .all()
  } finally {
    db.close()
  }
}

const isThere = (program: string): boolean => spawnSync('which', [program]).status === 0

function timed(command: string, args: readonly string[], env: NodeJS.ProcessEnv = {}): number {
  const began = performance.now()
  const { status, stderr } = spawnSync(command, args, {
    env: { ...process.env, ...env },
    maxBuffer: 256 * 1024 * 1024,
  })
  const took = performance.now() - began
  if (status !== 0) throw new Error(`${command} ${args.join(' ')}: ${String(stderr)}`)
  return took
}

/** Its own files: one for each month, a line for each interval, in UTC. */
function timewarriorWith(sessions: readonly Session[], folder: string): NodeJS.ProcessEnv {
  const months = Map.groupBy(sessions, ({ start }) => new Date(start).toISOString().slice(0, 7))
  const stamp = (instant: number): string =>
    new Date(instant)
      .toISOString()
      .replace(/\.\d+Z$/, 'Z')
      .replaceAll(/[-:]/g, '')
  const quoted = (text: string): string => `"${text.replaceAll('"', "'")}"`
  mkdirSync(join(folder, 'data'))
  for (const [month, rows] of months) {
    const lines = rows.map(
      ({ start, end, customer, category }) =>
        `inc ${stamp(start)} - ${stamp(end)} # ${quoted(category)} ${quoted(customer)}\n`,
    )
    writeFileSync(join(folder, 'data', `${month}.data`), lines.join(''))
  }
  writeFileSync(join(folder, 'data', 'tags.data'), '{}')
  writeFileSync(join(folder, 'timewarrior.cfg'), '')
  return { TIMEWARRIORDB: folder, TZ: 'Europe/Berlin' }
}

function hamsterWith(sessions: readonly Session[], folder: string, first: string, last: string): number[] {
  const file = join(folder, 'facts.json')
  const local = (instant: number): string => new Date(instant).toISOString().slice(0, 19).replace('T', ' ')
  const facts = sessions.map(({ customer, category, start, end, note }) => [
    customer,
    category,
    local(start),
    local(end),
    note,
  ])
  writeFileSync(file, JSON.stringify(facts))
  const script = join(import.meta.dirname, 'hamster.py')
  const { status, stdout, stderr } = spawnSync(
    'dbus-run-session',
    ['--', '/usr/bin/python3', script, file, first, last, '11'],
    {
      env: { ...process.env, HOME: folder, XDG_DATA_HOME: folder, XDG_CONFIG_HOME: folder },
      encoding: 'utf8',
    },
  )
  if (status !== 0) throw new Error(`hamster: ${stderr}`)
  return (JSON.parse(stdout.trim().split('\n').at(-1) ?? '{}') as { times: number[] }).times
}
