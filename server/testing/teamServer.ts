// A real server for tests: a PostgreSQL of its own for each test file, a database for each server, and devices that are the real
// application on a data folder.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { pino } from 'pino'
import type { Logger } from 'pino'
import { ulid } from 'ulid'
import { createApp } from '../../core/app.ts'
import { createNodePorts, realClock } from '../../core/node/nodePorts.ts'
import type { App, Ports } from '../../core/ports.ts'
import type { ArgsOf, RequestName, ResultOf } from '../../shared/contract/contract.ts'
import type { Clock } from '../../shared/base/clock.ts'
import type { AppError } from '../../shared/contract/errors.ts'
import { createServerApp } from '../app.ts'
import type { Database } from '../database.ts'
import { migratePostgres, openPostgres } from '../database.ts'
import type { Embedded } from '../embedded.ts'
import { embeddedBinaries, startEmbedded } from '../embedded.ts'
import { listen } from '../listen.ts'
import type { OidcConfig } from '../oidcConfig.ts'
import { createOrganisations } from '../organisation.ts'

/** Why tests with a real PostgreSQL cannot run here; null: they can. */
export const NO_POSTGRES: string | null =
  embeddedBinaries() === null
    ? `skipped: there is no PostgreSQL to bring along for ${process.platform} ${process.arch}`
    : null
if (NO_POSTGRES !== null) console.warn(NO_POSTGRES)

export type TestServer = {
  url: string
  port: number
  databaseUrl: string
  database: Database
  /** Where its copies of organisations lie. */
  copies: string
  close(): Promise<void>
}
export type Device = {
  dir: string
  app: App
  ok<N extends RequestName>(name: N, args: ArgsOf<N>): Promise<ResultOf<N>>
  refused<N extends RequestName>(name: N, args: ArgsOf<N>): Promise<AppError>
  close(): Promise<void>
}

export type ServerOver = {
  open?: boolean
  port?: number
  clock?: Clock
  address?: string
  oidc?: OidcConfig
  screens?: string
  log?: Logger
  /** Where one that ended has left its copies. */
  copies?: string
}

export type World = {
  postgres: Embedded
  folder(): string
  newDatabase(): Promise<string>
  server(databaseUrl: string, over?: ServerOver): Promise<TestServer>
  device(over?: Partial<Ports>, dir?: string): Promise<Device>
  close(): Promise<void>
}

export async function openWorld(): Promise<World> {
  const root = mkdtempSync(join(tmpdir(), 'daybook-team-'))
  const postgres = await startEmbedded(join(root, 'postgres'), () => undefined)
  // Thousands may come and go: of those that were closed nothing is kept.
  const ends = new Set<() => Promise<void>>()
  let count = 0
  const folder = (): string => mkdtempSync(join(root, 'd'))
  return {
    postgres,
    folder,
    newDatabase: async () => {
      const name = `team${++count}`
      const client = new pg.Client({ connectionString: postgres.url })
      await client.connect()
      await client.query(`CREATE DATABASE ${name}`)
      await client.end()
      return postgres.url.replace(/\/postgres$/, `/${name}`)
    },
    server: async (
      databaseUrl,
      { open = false, port = 0, clock = realClock, address, log, oidc, screens, copies = folder() } = {},
    ) => {
      const database = openPostgres(databaseUrl, () => undefined)
      await migratePostgres(database)
      const organisations = createOrganisations(copies)
      const { app, close: closeApp } = createServerApp({
        database,
        organisations,
        clock,
        newId: () => ulid(),
        log: log ?? pino({ level: process.env.DAYBOOK_TEST_LOG ?? 'silent' }),
        version: '0.0.0-test',
        open,
        address: address ?? null,
        oidc,
        copies: folder(),
        screens,
      })
      const listening = await listen(app, '127.0.0.1', port)
      let closed = false
      const close = async (): Promise<void> => {
        if (closed) return
        closed = true
        ends.delete(close)
        await closeApp()
        await listening.close()
        await organisations.close()
        await database.close()
      }
      ends.add(close)
      const { port: taken } = listening
      return { url: `http://127.0.0.1:${taken}`, port: taken, databaseUrl, database, copies, close }
    },
    device: async (over = {}, dir = folder()) => {
      const ports = createNodePorts({
        dataDir: dir,
        abilities: { shell: 'cli', tray: false, globalShortcuts: false, saveDialog: false, windows: false },
      })
      const app = await createApp({ ...ports, ...over })
      let closed = false
      const close = async (): Promise<void> => {
        if (closed) return
        closed = true
        ends.delete(close)
        await app.close()
      }
      ends.add(close)
      return {
        dir,
        app,
        close,
        ok: async (name, args) => {
          const reply = await app.invoke(name, args)
          if (!reply.ok) throw new Error(`${name}: ${JSON.stringify(reply.error)}`)
          return reply.value
        },
        refused: async (name, args) => {
          const reply = await app.invoke(name, args)
          if (reply.ok) throw new Error(`${name} was not refused`)
          return reply.error
        },
      }
    },
    close: async () => {
      for (const end of [...ends].reverse()) await end()
      await postgres.stop()
      rmSync(root, { recursive: true, force: true })
    },
  }
}
