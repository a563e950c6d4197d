// The server's own copy of an organisation, beside other processes that commit while it is made.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { addToTrail } from '../core/team/applyCommit.ts'
import type { OrgRow } from './replica.ts'
import { opened, openReplica } from './replica.ts'
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
  const replica = openReplica(world.folder(), id)
  const names = (): string[] =>
    replica.data
      .list('customer')
      .map(({ name }) => name)
      .toSorted()
  return { database, orgNow, adds, replica, names }
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
})
