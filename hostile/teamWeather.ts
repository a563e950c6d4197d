// The network and the programs of the simulation, as bad as a seed makes them: requests that do not arrive, that arrive twice, whose answer
// is lost; devices that are away for a while; servers that end and come again, with their copies or without; PostgreSQL that ends what it is
// asked in the middle of it, and an older backup of it that is put back.
import { setImmediate as nextTurn } from 'node:timers/promises'
import pg from 'pg'
import { ulid } from 'ulid'
import { createRandom } from '../shared/base/random.ts'
import type { Sent } from '../core/team/way.ts'
import { way } from '../core/team/way.ts'
import { openPostgres } from '../server/database.ts'
import { beginNewLife } from '../server/restored.ts'
import type { TestServer, World } from '../server/testing/teamServer.ts'
import type { Firm } from './teamFirm.ts'

export type Weather = {
  /** From now on nothing is lost any more. */
  clear(): void
  bad(): void
  /** By the address that devices know, and the other. */
  servers(): readonly [TestServer, TestServer]
  /** All that is asked is asked of this one, until told otherwise. */
  only(which: 0 | 1 | null): void
  /** One of the two ends and comes again. */
  restart(which: 0 | 1, keepsCopies: boolean): Promise<void>
  /** A backup is made of all that PostgreSQL has. */
  backUp(): Promise<void>
  /** The servers go on with that; the address of the database is another. */
  putBack(): Promise<string>
  /** Nobody goes through it any more, and both servers end. */
  end(): Promise<void>
  /** So much went wrong. */
  lost: { requests: number; answers: number; twice: number; connections: number }
}

/** `isAway`: has the device that sends this no network now? */
export async function makeWeather(
  world: World,
  { databaseUrl, first, clock, log }: Firm,
  seed: number,
  isAway: (sent: Sent) => boolean,
): Promise<Weather> {
  // Of its own: when something is sent is not for the seed to say, and what is done next is not to hang on it.
  const roll = createRandom(seed, 2)
  const servers: [TestServer, TestServer] = [first, await world.server(databaseUrl, { clock, log })]
  const lost = { requests: 0, answers: 0, twice: 0, connections: 0 }
  const admin = new pg.Client({ connectionString: world.postgres.url })
  await admin.connect()
  let url = databaseUrl
  const nameOf = (of: string): string => new URL(of).pathname.slice(1)
  const cutConnections = async (): Promise<void> => {
    const sql = 'SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = $1'
    const { rowCount } = await admin.query(sql, [nameOf(url)])
    lost.connections += rowCount ?? 0
  }
  let bad = false
  let only: 0 | 1 | null = null
  const real = way.ask
  way.ask = async (sent) => {
    const other = servers[1]
    const there = (only === null ? roll.chance(0.5) : only === 1)
      ? { ...sent, url: sent.url.replace(first.url, other.url) }
      : sent
    if (!bad) return real(there)
    if (isAway(sent)) throw new Error('away')
    if (roll.chance(0.06)) {
      lost.requests += 1
      throw new Error('lost on the way')
    }
    if (roll.chance(0.02)) {
      const asked = real(there)
      // Looked at when the connections have been cut.
      asked.catch(() => undefined)
      // Now or when it is in the middle of it.
      for (let turns = roll.int(0, 40); turns > 0; turns -= 1) await nextTurn()
      await cutConnections()
      return asked
    }
    if (sent.method === 'POST' && roll.chance(0.06)) {
      lost.twice += 1
      // Both are on their way at once, to both servers where it comes so.
      const [, said] = await Promise.all([real(sent).catch(() => null), real(there)])
      return said
    }
    const said = await real(there)
    if (roll.chance(0.08)) {
      lost.answers += 1
      throw new Error('lost on the way back')
    }
    return said
  }
  const restart = async (which: 0 | 1, keepsCopies: boolean): Promise<void> => {
    const { port, copies, close } = servers[which]
    await close()
    servers[which] = await world.server(url, { clock, log, port, ...(keepsCopies ? { copies } : {}) })
  }
  return {
    lost,
    servers: () => servers,
    only: (which) => void (only = which),
    clear: () => void (bad = false),
    bad: () => void (bad = true),
    restart,
    backUp: async () => {
      for (const { close } of servers) await close()
      await admin.query(`DROP DATABASE IF EXISTS ${nameOf(url)}_backup`)
      await admin.query(`CREATE DATABASE ${nameOf(url)}_backup TEMPLATE ${nameOf(url)}`)
      for (const which of [0, 1] as const) await restart(which, true)
    },
    putBack: async () => {
      for (const { close } of servers) await close()
      url = `${url}_backup`
      const database = openPostgres(url, () => undefined)
      await beginNewLife(database, () => ulid())
      await database.close()
      for (const which of [0, 1] as const) await restart(which, roll.chance(0.5))
      return url
    },
    end: async () => {
      way.ask = real
      for (const server of servers) await server.close()
      for (const of of new Set([databaseUrl, url]))
        await admin.query(`DROP DATABASE IF EXISTS ${nameOf(of)} WITH (FORCE)`)
      await admin.end()
    },
  }
}
