// A server that starts while its database is being restarted.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { migratePostgres, openPostgres } from './database.ts'
import type { World } from './testing/teamServer.ts'
import { NO_POSTGRES, openWorld } from './testing/teamServer.ts'

describe.skipIf(NO_POSTGRES !== null)('a database that ends connections', () => {
  let world: World
  beforeAll(async () => (world = await openWorld()))
  afterAll(() => world.close())

  /** So many connections are ended by the database before anything is answered on them. */
  const opened = async (cut: number) => {
    let connections = 0
    const database = openPostgres(await world.newDatabase(), () => undefined)
    database.pool.on('connect', (client) => {
      client.on('error', () => undefined)
      if (++connections > cut) return
      client.query('SELECT pg_terminate_backend(pg_backend_pid())').catch(() => undefined)
    })
    return { database, connections: () => connections }
  }

  test('H18 what a server needs of it is there once it answers', async () => {
    const { database } = await opened(2)
    await migratePostgres(database)
    expect(await database.all('SELECT id FROM org')).toEqual([])
    await database.close()
  })

  test('H18 one that never answers is not waited for without end', async () => {
    const { database, connections } = await opened(Infinity)
    await expect(migratePostgres(database)).rejects.toThrow(/terminat|ECONNRESET|EPIPE/)
    expect(connections()).toBe(5)
    await database.close()
  })
})
