// What a device that joins waits for: all of the firm from the server into its own data, with totals and search, against the same pages as gzip
// JSON into bare tables with the same indexes and search.
import { fork } from 'node:child_process'
import { once } from 'node:events'
import { subscribe, unsubscribe } from 'node:diagnostics_channel'
import type { IncomingMessage } from 'node:http'
import { join } from 'node:path'
import { performance } from 'node:perf_hooks'
import { setTimeout as wait } from 'node:timers/promises'
import { createApp } from '../../core/app.ts'
import { MAPPINGS } from '../../core/db/entityStore.ts'
import { openDatabase } from '../../core/db/open.ts'
import { realClock } from '../../core/node/nodePorts.ts'
import { COPIED } from '../../core/team/copy.ts'
import { openWorld } from '../../server/testing/teamServer.ts'
import type { Clock } from '../../shared/base/clock.ts'
import { ask } from '../ask.ts'
import { benchPorts, copyOf, NOW } from '../data.ts'
import { comparison, inMs, quantile, ratioFigure } from '../measure.ts'
import type { Row } from '../row.ts'
import { EMAIL, foundTeam, joinTeam, lacksPostgres } from '../team.ts'
import { fillBare } from '../fillFloor.ts'
import { watched } from '../watched.ts'
import type { ServerSays } from '../teamServerProcess.ts'

/** Of a million each takes minutes. */
const RUNS = 2
const ASKED_EVERY_MS = 20
/** What Node's own HTTP says of each answer that a device is given. */
const ANSWERED = 'http.client.response.finish'

export const teamFill: Row = {
  name: 'team-fill',
  what: 'First fill of a device that joins, on loopback',
  floor: 'the same pages as gzip JSON into bare tables with the same indexes and search',
  onlyByName: true,
  async run(ctx) {
    if (lacksPostgres(ctx)) return []
    const { data, scratch, say } = ctx
    const firm = copyOf(await data(), scratch())
    const ahead = NOW - realClock.now()
    const clock = { ...realClock, now: () => realClock.now() + ahead }
    const world = await openWorld()
    const databaseUrl = await world.newDatabase()
    const here = join(import.meta.dirname, '..')
    const server = fork(join(here, 'teamServerProcess.ts'), [databaseUrl, scratch(), `${ahead}`], {
      execArgv: [],
    })
    const [{ url }] = (await once(server, 'message')) as [ServerSays]
    const pages = fork(join(here, 'fillPagesProcess.ts'), [databaseUrl], { execArgv: [] })
    const [port] = (await once(pages, 'message')) as [number]
    let wire = 0
    const seen = (message: unknown): void => {
      const { response } = message as { response: IncomingMessage }
      wire += Number(response.headers['content-length'] ?? 0)
    }
    try {
      say('  the firm becomes a team …')
      await found(firm.dir, url, clock)
      const times = { ours: [] as number[], floor: [] as number[] }
      const answers: number[] = []
      const pauses: number[] = []
      const wires: number[] = []
      for (let run = 0; run < RUNS; run += 1) {
        say(`  ${run + 1} of ${RUNS} …`)
        const [dir, bare] = [scratch(), join(scratch(), 'bare.db')]
        const app = await createApp({ ...benchPorts(dir, 'host'), clock })
        // Whoever joins has a window open, which has asked before.
        await app.invoke('app.state', {})
        let works = true
        let longest = 0
        const asking = (async () => {
          while (works) {
            // Whoever asks while the thread is busy waits for that as well.
            const asked = performance.now() + ASKED_EVERY_MS
            await wait(ASKED_EVERY_MS)
            await app.invoke('app.state', {})
            longest = Math.max(longest, performance.now() - asked)
          }
        })()
        wire = 0
        subscribe(ANSWERED, seen)
        let took = 0
        const { busyMs } = await watched(async () => {
          const began = performance.now()
          await joinTeam(app, url)
          took = performance.now() - began
        })
        works = false
        await asking
        unsubscribe(ANSWERED, seen)
        await app.close()
        times.ours.push(took)
        answers.push(longest)
        pauses.push(busyMs)
        wires.push(wire)
        times.floor.push(await fillBare(bare, `http://127.0.0.1:${port}/`))
        const counts = [join(dir, 'daybook.db'), bare].map(countsIn)
        if (counts[0] !== counts[1]) throw new Error(`not the same: ${counts.join(' and ')}`)
      }
      return [
        ratioFigure('time', comparison(times.ours, times.floor), 1.5),
        {
          label: 'on the wire',
          value: quantile(wires, 0.5) / 1e6,
          unit: 'MB',
          limit: 60,
          better: 'atMost',
        },
        {
          label: 'the longest that the window waits for an answer',
          value: quantile(answers, 0.5),
          unit: 'ms',
          limit: 50,
          better: 'atMost',
          note: `asked every ${ASKED_EVERY_MS} ms, with what the thread is busy with then; the longest own work between two timers ${inMs(quantile(pauses, 0.5))}`,
        },
      ]
    } finally {
      for (const child of [pages, server]) {
        const gone = once(child, 'exit')
        child.disconnect()
        await gone
      }
      await world.close()
    }
  },
}

/** A firm of a million takes the server longer than a device waits for an answer: it asks again. */
async function found(dir: string, url: string, clock: Clock): Promise<void> {
  const app = await createApp({ ...benchPorts(dir), clock })
  try {
    await foundTeam(app, url).catch(() => undefined)
    for (;;) {
      const { team } = await ask(app, 'team.status', {})
      if (team === null) throw new Error(`${EMAIL} has no team`)
      if (team.phase === 'on') return
      await app.invoke('team.sync', {})
    }
  } finally {
    await app.close()
  }
}

/** Rows of every noun, what the entries add up to, and how many notes have a word. */
function countsIn(file: string): string {
  const db = openDatabase(file, { readonly: true })
  const one = (sql: string): string => String(db.prepare(sql).pluck().get())
  try {
    return [
      ...COPIED.map((entity) => one(`SELECT count(*) FROM "${MAPPINGS[entity].table}"`)),
      one('SELECT sum(duration_ms) FROM time_entry'),
      one("SELECT count(*) FROM note_search WHERE note_search MATCH 'options'"),
    ].join(' ')
  } finally {
    db.close()
  }
}
