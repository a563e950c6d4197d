// A firm whose devices are many: the server in a process of its own, all but a few of the devices in another, PostgreSQL beside them.
import { fork } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { join } from 'node:path'
import { ulid } from 'ulid'
import { createApp } from '../core/app.ts'
import { realClock } from '../core/node/nodePorts.ts'
import type { App } from '../core/ports.ts'
import { openPostgres } from '../server/database.ts'
import type { Database } from '../server/database.ts'
import { openWorld } from '../server/testing/teamServer.ts'
import { ask } from './ask.ts'
import { benchPorts, copyOf, NOW } from './data.ts'
import type { BenchContext } from './row.ts'
import { foundTeam, letIn, TEAM_ENTRIES } from './team.ts'
import type { CrowdAsks, CrowdSays } from './teamCrowdProcess.ts'
import type { ServerSays } from './teamServerProcess.ts'

type Said<K extends CrowdSays['kind']> = Extract<CrowdSays, { kind: K }>
export type Crowd = {
  url: string
  database: Database
  /** The founder’s device, which is a whole one. */
  founder: App
  open(dir: string): Promise<App>
  /** So many devices more. */
  connect(count: number): Promise<void>
  work(devices: number, everyMs: number, forMs: number): Promise<Said<'worked'>>
  peakMb(): Promise<number>
  /** Until every device has all; throws where one lost anything. Returns how many acts there were. */
  end(): Promise<number>
  close(): Promise<void>
}

/** `most`: so many devices there will be beside the founder’s. */
export async function openCrowd({ data, scratch, say }: BenchContext, most: number): Promise<Crowd> {
  const firm = copyOf(await data(TEAM_ENTRIES), scratch())
  const ahead = NOW - realClock.now()
  const clock = { ...realClock, now: () => realClock.now() + ahead }
  const world = await openWorld()
  const databaseUrl = await world.newDatabase()
  const server = fork(
    join(import.meta.dirname, 'teamServerProcess.ts'),
    [databaseUrl, scratch(), `${ahead}`],
    // As scripts/server.mjs starts it.
    { execArgv: ['--max-semi-space-size=4'], env: { MALLOC_ARENA_MAX: '2', ...process.env } },
  )
  const { url } = await next<ServerSays>(server)
  const open = (dir: string): Promise<App> => createApp({ ...benchPorts(dir, 'host'), clock })
  const founder = await open(firm.dir)
  // Each device is somebody else's: two of one person would stop each other's timers.
  const people: string[] = []
  for (let person = 0; person < most; person += 1)
    people.push((await ask(founder, 'user.add', { name: `Person ${person}`, role: 'employee' })).userId)
  say('  the firm becomes a team …')
  await foundTeam(founder, url)
  const database = openPostgres(databaseUrl, () => undefined)
  const customers = (await ask(founder, 'customer.list', { status: 'Active', limit: 50 })).rows
  const categories = await ask(founder, 'category.list', { activeOnly: true })
  const crowd = fork(join(import.meta.dirname, 'teamCrowdProcess.ts'), [], { execArgv: [] })
  const asked = async <K extends CrowdSays['kind']>(asks: CrowdAsks): Promise<Said<K>> => {
    const said = next<Said<K>>(crowd)
    crowd.send(asks)
    return said
  }
  let there = 0
  return {
    url,
    database,
    founder,
    open,
    connect: async (count) => {
      const tokens: string[] = []
      for (; tokens.length < count; there += 1) {
        const userId = people[there] ?? firm.administratorId
        tokens.push((await letIn(database, userId, ulid(), clock.now())).token)
      }
      await asked<'ready'>({
        kind: 'connect',
        url,
        tokens,
        customers: customers.map(({ id }) => id),
        categories: categories.map(({ id }) => id),
        ahead,
      })
    },
    work: (devices, everyMs, forMs) => asked<'worked'>({ kind: 'work', devices, everyMs, forMs }),
    peakMb: async () => {
      const said = next<ServerSays>(server)
      server.send('memory')
      return (await said).peakMb
    },
    end: async () => {
      await ask(founder, 'team.sync', {})
      const { done, links } = await asked<'ended'>({ kind: 'end' })
      const [org] = await database.all<{ version: number; hash: string }>('SELECT version, hash FROM org')
      const [kept] = await database.all<{ n: number }>(
        'SELECT count(*) AS n FROM commit WHERE id = ANY($1)',
        done,
      )
      if (kept?.n !== done.length) throw new Error(`${done.length - (kept?.n ?? 0)} acts were lost`)
      const behind = links.filter(({ version, hash }) => version !== org?.version || hash !== org.hash)
      if (behind.length > 0) throw new Error(`${behind.length} devices do not hold what the server holds`)
      return done.length
    },
    close: async () => {
      await founder.close()
      for (const child of [crowd, server]) {
        const gone = new Promise((resolve) => child.once('exit', resolve))
        if (child.connected) child.disconnect()
        if (child === crowd) child.kill()
        await gone
      }
      await database.close()
      await world.close()
    },
  }
}

const next = <T>(child: ChildProcess): Promise<T> =>
  new Promise((resolve, reject) => {
    const ended = (): void => reject(new Error('a process of the measurement has ended'))
    child.once('exit', ended)
    child.once('message', (said) => {
      child.off('exit', ended)
      resolve(said as T)
    })
  })
