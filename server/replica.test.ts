// The server's own copy of an organisation, beside other processes that commit while it is made.
import { once } from 'node:events'
import type { Worker } from 'node:worker_threads'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { addToTrail } from '../core/team/applyCommit.ts'
import { way } from '../core/team/way.ts'
import { indexesAside } from '../core/db/indexesAside.ts'
import type { OrgRow } from './replica.ts'
import { opened } from './opened.ts'
import { openReplica } from './replica.ts'
import { FEW } from './replicaFill.ts'
import { ORG_FIELDS } from './asking.ts'
import { firmOf } from './testing/firm.ts'
import type { World } from './testing/teamServer.ts'
import { NO_POSTGRES, openWorld } from './testing/teamServer.ts'

let world: World
beforeAll(async () => {
  if (NO_POSTGRES === null) world = await openWorld()
})
afterAll(async () => {
  if (NO_POSTGRES === null) await world.close()
})

async function firm() {
  const { server, ana } = await firmOf(world)
  const { database } = server
  const orgNow = async (): Promise<OrgRow> => {
    const [org] = await database.all<OrgRow>(`SELECT ${ORG_FIELDS} FROM org`)
    if (org === undefined) throw new Error('there is no organisation')
    return org
  }
  const adds = async (name: string): Promise<void> => {
    await ana.ok('customer.add', { name })
    await ana.ok('team.sync', {})
  }
  const { id } = await orgNow()
  const ending = new AbortController()
  const replica = openReplica(world.folder(), id, ending.signal)
  const names = (): string[] =>
    replica.data
      .list('customer')
      .map(({ name }) => name)
      .toSorted()
  return { database, orgNow, adds, replica, names, ending }
}

describe.skipIf(NO_POSTGRES !== null)('the copy of an organisation', () => {
  test('H18 goes on from where it was asked to be, though others have gone further while it was made', async () => {
    const { database, orgNow, adds, replica, names } = await firm()
    const before = await orgNow()
    await adds('Committed by another process')
    await replica.catchUp(database.pool, before, Date.now())
    await adds('And after it')
    const after = await orgNow()
    await replica.catchUp(database.pool, after, Date.now())
    expect(names()).toEqual(['Acme', 'And after it', 'Committed by another process'])
    expect(replica.reached()).toMatchObject({ version: after.version, hash: after.hash })
    replica.close()
  })

  test('H18 that cannot take in what others did is thrown away and made anew', async () => {
    const { database, orgNow, adds, replica, names } = await firm()
    await replica.catchUp(database.pool, await orgNow(), Date.now())
    await adds('Globex')
    // In its trail already, and not in its rows.
    const [commit] = await database.all<{ leaves: string }>(
      'SELECT leaves FROM commit ORDER BY seq DESC LIMIT 1',
    )
    const { header, effects } = opened(commit?.leaves ?? '')
    if (header !== null) addToTrail(replica.data, header, effects)
    await expect(replica.catchUp(database.pool, await orgNow(), Date.now())).rejects.toThrow('UNIQUE')
    await replica.catchUp(database.pool, await orgNow(), Date.now())
    expect(names()).toEqual(['Acme', 'Globex'])
    replica.close()
  })

  test('H4 H18 is not needed by whoever only asks: a process that has none yet invites a new user', async () => {
    const { server, ana } = await firmOf(world)
    const other = await world.server(server.databaseUrl)
    const real = way.ask
    way.ask = (sent) =>
      real(
        sent.url.endsWith('/invitations') ? { ...sent, url: sent.url.replace(server.url, other.url) } : sent,
      )
    try {
      const { code } = await ana.ok('team.invite', { email: 'bo@example.com', role: 'employee', name: 'Bo' })
      expect(code).not.toBe('')
    } finally {
      way.ask = real
    }
    await other.close()
  })

  describe('of a large firm is written in a thread', () => {
    const few = FEW.rows
    beforeAll(() => void (FEW.rows = 3))
    afterAll(() => void (FEW.rows = few))

    test('H12 H18 whole, with its trail, and goes on from there', async () => {
      const { database, orgNow, adds, replica, names } = await firm()
      await adds('Globex')
      await replica.catchUp(database.pool, await orgNow(), Date.now())
      await adds('Initech')
      const org = await orgNow()
      await replica.catchUp(database.pool, org, Date.now())
      expect(names()).toEqual(['Acme', 'Globex', 'Initech'])
      expect(replica.reached()).toMatchObject({ version: org.version, hash: org.hash })
      const commands = replica.data.all<{ command: string }>('SELECT command FROM commit_log ORDER BY seq')
      expect(commands.map(({ command }) => command).slice(-2)).toEqual(['customer.add', 'customer.add'])
      expect(replica.data.db.pragma('foreign_keys', { simple: true })).toBe(1)
      expect(indexesAside(replica.data.db)).toEqual([])
      replica.close()
    })

    test('G1 is left where the server ends, and the thread ends by itself', async () => {
      const { database, orgNow, replica, names, ending } = await firm()
      const started = once(process, 'worker') as Promise<[Worker]>
      const filled = replica.catchUp(database.pool, await orgNow(), Date.now())
      filled.catch(() => undefined)
      const [thread] = await started
      const ended: string[] = []
      thread.once('exit', () => ended.push('by itself'))
      thread.terminate = () => Promise.resolve(ended.push('from outside'))
      ending.abort()
      await expect(filled).rejects.toThrow('the server ends')
      expect(ended).toEqual(['by itself'])
      expect([replica.version(), names()]).toEqual([-1, []])
      replica.close()
    })
  })
})
