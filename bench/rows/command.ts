// Start, stop and edit through the Channel in a running application, against the same rows written by bare statements.
import Database from 'better-sqlite3'
import { performance } from 'node:perf_hooks'
import { createApp } from '../../core/app.ts'
import { ask } from '../ask.ts'
import { benchPorts, copyOf, NOW } from '../data.ts'
import { fdatasyncMs } from '../machine.ts'
import { comparison, inMs, ratioFigure } from '../measure.ts'
import type { Written } from '../recordRuns.ts'
import { recordRuns } from '../recordRuns.ts'
import type { Figure, Row } from '../row.ts'
import { steppedTime } from '../steppedTime.ts'

const ACTS = ['start', 'stop', 'edit'] as const
type ActName = (typeof ACTS)[number]

const WARM_UP = 30
const CYCLES = 400
/** Of the firm's clock: what a cycle takes, from one start to the next. Half an hour makes long days, but days that there are. */
const CYCLE_MS = 30 * 60_000

export const command: Row = {
  name: 'command',
  what: 'A command through the Channel',
  floor: 'the same rows, durable, by bare prepared statements',
  async run({ data, scratch, say }) {
    const original = await data()
    const ours = copyOf(original, scratch())
    const bare = copyOf(original, scratch())
    const time = steppedTime()
    const ports = benchPorts(ours.dir, 'host')
    const app = await createApp({ ...ports, ...time.ports })
    await new Promise<void>((resolve) => {
      app.subscribe((event) => event.type === 'deviceChanged' && resolve())
    })
    const customers = (await ask(app, 'customer.list', { status: 'Active', limit: 50 })).rows
    const categories = await ask(app, 'category.list', { activeOnly: true })
    let timerId = ''
    let entryId = ''
    const act: Record<ActName, (cycle: number) => Promise<void>> = {
      start: async (cycle) => {
        ;({ timerId } = await ask(app, 'timer.start', {
          customerId: customers[cycle % customers.length]?.id ?? null,
          categoryId: categories[cycle % categories.length]?.id ?? null,
          note: 'Options for the order form compared, recommendation sent',
        }))
      },
      stop: async () => {
        const stopped = await ask(app, 'timer.stop', { timerId })
        entryId = stopped.entryIds[0] ?? ''
      },
      edit: async (cycle) => {
        await ask(app, 'entry.edit', {
          entryId,
          note: `Options for the order form compared, then call ${cycle}`,
        })
      },
    }
    const floor = replayer(new Database(bare.file))
    const times = Object.fromEntries(
      ACTS.map((name) => [name, { ours: [] as number[], floor: [] as number[] }]),
    ) as Record<ActName, { ours: number[]; floor: number[] }>
    say(`  ${WARM_UP + CYCLES} times start, stop, edit …`)
    for (let cycle = 0; cycle < WARM_UP + CYCLES; cycle += 1) {
      for (const name of ACTS) {
        time.pass(CYCLE_MS / ACTS.length)
        // What is written this time is what the floor writes next.
        const recorded = cycle === WARM_UP - 1 ? await recordRuns(() => act[name](cycle)) : null
        if (recorded !== null) floor.learn(name, recorded)
        if (cycle < WARM_UP) {
          if (recorded === null) await act[name](cycle)
          continue
        }
        const again = floor.prepared(name, cycle - WARM_UP + 1)
        const timed = { ours: () => act[name](cycle), floor: () => Promise.resolve(again()) }
        for (const side of cycle % 2 === 0 ? (['ours', 'floor'] as const) : (['floor', 'ours'] as const)) {
          const began = performance.now()
          await timed[side]()
          times[name][side].push(performance.now() - began)
        }
      }
    }
    floor.close()
    await app.close()
    const disk: Figure = {
      label: 'the disk’s own fdatasync',
      value: fdatasyncMs(ours.dir),
      unit: 'ms',
      limit: null,
      better: 'atMost',
    }
    return [
      ...ACTS.map((name) => {
        const compared = comparison(times[name].ours, times[name].floor)
        const figure = ratioFigure(name, compared, 2)
        const own = compared.ours.medianMs - compared.floor.medianMs
        return { ...figure, note: `${figure.note}; the application’s own part ${inMs(own)}` }
      }),
      disk,
    ]
  },
}

/** Writes again what was recorded, as rows of their own: fresh ids, later times, everything else the same. */
function replayer(db: InstanceType<typeof Database>) {
  db.pragma('journal_mode = WAL')
  db.pragma('synchronous = FULL')
  db.pragma('foreign_keys = ON')
  const learnt = new Map<ActName, Written[]>()
  const statements = new Map<string, ReturnType<typeof db.prepare>>()
  const statement = (sql: string) => {
    const known = statements.get(sql) ?? db.prepare(sql)
    statements.set(sql, known)
    return known
  }
  const begin = db.prepare('BEGIN IMMEDIATE')
  const commit = db.prepare('COMMIT')
  return {
    learn: (name: ActName, written: Written[]) =>
      void learnt.set(
        name,
        written.filter(({ sql }) => !/^(BEGIN|COMMIT|PRAGMA)/.test(sql)),
      ),
    prepared: (name: ActName, cycle: number): (() => void) => {
      const writes = (learnt.get(name) ?? []).map(({ sql, values }) => ({
        run: statement(sql),
        values: values.map((value) => later(value, cycle)),
      }))
      return () => {
        begin.run()
        for (const { run, values } of writes) run.run(...values)
        commit.run()
      }
    },
    close: () => db.close(),
  }
}

/** Ids that were made in the recorded cycle begin with its moment; instants and places in the search are moved on. */
function later(value: unknown, cycle: number): unknown {
  if (typeof value === 'string')
    return value.replaceAll(MADE_NOW, (id) => `${id.slice(0, 16)}${String(cycle).padStart(10, '0')}`)
  if (typeof value !== 'number') return value
  if (value >= NOW && value < NOW * 2) return value + cycle * CYCLE_MS
  return value > NOW ? value + (cycle * CYCLE_MS * 1024) / 1000 : value
}

/** A ULID that is not of the sample data. */
const MADE_NOW = /\b01[0-9A-HJKMNP-TV-Z]{8}(?![A-Z]SAMP)[0-9A-HJKMNP-TV-Z]{16}\b/g
