// Start, stop and edit on a device that is in a team, against the very same on one that is alone. The device is at rest before each, as it is
// for who works: what was done is sent, and the server is asked for news.
import { performance } from 'node:perf_hooks'
import { createApp } from '../../core/app.ts'
import type { App } from '../../core/ports.ts'
import { openDatabase } from '../../core/db/open.ts'
import { realClock } from '../../core/node/nodePorts.ts'
import { openWorld } from '../../server/testing/teamServer.ts'
import { ask } from '../ask.ts'
import { benchPorts, copyOf } from '../data.ts'
import { comparison, inMs, ratioFigure } from '../measure.ts'
import type { Row } from '../row.ts'
import { steppedTime } from '../steppedTime.ts'
import { foundTeam, joinTeam, lacksPostgres, TEAM_ENTRIES, watchWaiting } from '../team.ts'

const ACTS = ['start', 'stop', 'edit'] as const
type ActName = (typeof ACTS)[number]
const WARM_UP = 30
const CYCLES = 200
const CYCLE_MS = 30 * 60_000
/** Every so often a colleague has done something since. */
const COLLEAGUE_EVERY = 2

export const teamCommand: Row = {
  name: 'team-command',
  what: 'A command on a device in a team',
  floor: 'the same on a device alone',
  entries: TEAM_ENTRIES,
  async run(ctx) {
    if (lacksPostgres(ctx)) return []
    const { data, scratch, say } = ctx
    const original = await data(TEAM_ENTRIES)
    const dirs = { ours: copyOf(original, scratch()), floor: copyOf(original, scratch()) }
    const time = steppedTime()
    const world = await openWorld()
    const waits = watchWaiting()
    const open = (dir: string, shell: 'host' | 'cli' = 'host'): Promise<App> =>
      createApp({ ...benchPorts(dir, shell), ...time.ports })
    const sides = { ours: await open(dirs.ours.dir), floor: await open(dirs.floor.dir) }
    try {
      const server = await world.server(await world.newDatabase(), {
        // Waiting for news takes as long as it takes.
        clock: { ...realClock, now: time.ports.clock.now },
      })
      say('  the firm becomes a team …')
      await foundTeam(sides.ours, server.url)
      const colleague = await open(scratch(), 'cli')
      await joinTeam(colleague, server.url)
      const customers = (await ask(sides.floor, 'customer.list', { status: 'Active', limit: 50 })).rows
      const categories = await ask(sides.floor, 'category.list', { activeOnly: true })
      const last = { ours: { timerId: '', entryId: '' }, floor: { timerId: '', entryId: '' } }
      const act: Record<ActName, (side: 'ours' | 'floor', cycle: number) => Promise<void>> = {
        start: async (side, cycle) => {
          const { timerId } = await ask(sides[side], 'timer.start', {
            customerId: customers[cycle % customers.length]?.id ?? null,
            categoryId: categories[cycle % categories.length]?.id ?? null,
            note: 'Options for the order form compared, recommendation sent',
          })
          last[side].timerId = timerId
        },
        stop: async (side) => {
          const stopped = await ask(sides[side], 'timer.stop', { timerId: last[side].timerId })
          last[side].entryId = stopped.entryIds[0] ?? ''
        },
        edit: async (side, cycle) => {
          await ask(sides[side], 'entry.edit', {
            entryId: last[side].entryId,
            note: `Options for the order form compared, then call ${cycle}`,
          })
        },
      }
      const seen = { quiet: record(), busy: record() }
      const done = async (): Promise<void> => {
        for (;;) {
          await ask(sides.ours, 'team.sync', {})
          await waits.resting()
          if ((await ask(sides.ours, 'team.status', {})).waiting === 0) return
        }
      }
      say(`  ${WARM_UP + CYCLES} times start, stop, edit …`)
      for (let cycle = 0; cycle < WARM_UP + CYCLES; cycle += 1) {
        const busy = cycle % COLLEAGUE_EVERY === 1
        for (const name of ACTS) {
          time.pass(CYCLE_MS / ACTS.length)
          if (busy) {
            await ask(colleague, 'customer.edit', {
              customerId: customers[0]?.id ?? '',
              notes: `called ${cycle} ${name}`,
            })
            await ask(colleague, 'team.sync', {})
          }
          await done()
          for (const side of (cycle >> 1) % 2 === 0
            ? (['ours', 'floor'] as const)
            : (['floor', 'ours'] as const)) {
            const began = performance.now()
            await act[name](side, cycle)
            const ms = performance.now() - began
            if (cycle >= WARM_UP) seen[busy ? 'busy' : 'quiet'][name][side].push(ms)
          }
        }
      }
      await done()
      await colleague.close()
      const sums = [dirs.ours.file, dirs.floor.file].map(sumOf)
      if (sums[0] !== sums[1]) throw new Error(`not the same: ${sums.join(' and ')}`)
      const [{ n } = { n: 0 }] = await server.database.all<{ n: number }>(
        "SELECT count(*) AS n FROM row WHERE entity = 'timeEntry' AND NOT removed",
      )
      if (`${n}` !== sums[0]?.split(' ')[0]) throw new Error(`the server has ${n} entries`)
      return [
        ...ACTS.map((name) => figure(name, seen.quiet[name])),
        ...ACTS.map((name) => figure(`${name}, a colleague’s commit having come before`, seen.busy[name])),
      ]
    } finally {
      await sides.ours.close()
      await sides.floor.close()
      waits.stop()
      await world.close()
    }
  },
}

type Times = Record<'ours' | 'floor', number[]>
const record = (): Record<ActName, Times> =>
  Object.fromEntries(ACTS.map((name) => [name, { ours: [], floor: [] }])) as never

function figure(label: string, times: Times) {
  const compared = comparison(times.ours, times.floor)
  const made = ratioFigure(label, compared, 1.1)
  return { ...made, note: `${made.note}; ${inMs(compared.ours.medianMs - compared.floor.medianMs)} more` }
}

function sumOf(file: string): string {
  const db = openDatabase(file, { readonly: true })
  try {
    return String(
      db
        .prepare("SELECT count(*) || ' ' || sum(duration_ms) || ' ' || max(note) FROM time_entry")
        .pluck()
        .get(),
    )
  } finally {
    db.close()
  }
}
