// Who is shut out is shut out at once, of every process: what a process remembers of a device is whose it is, and never that it may come in.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { ulid } from 'ulid'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { AppError } from '../shared/contract/errors.ts'
import { PROTOCOL } from '../shared/team/protocol.ts'
import type { SentAct } from '../shared/team/protocol.ts'
import { createTeamClient, TeamProblem } from '../core/team/client.ts'
import type { TeamClient } from '../core/team/client.ts'
import { firmOf, firmOn, joined } from './testing/firm.ts'
import type { Firm } from './testing/firm.ts'
import type { Device, TestServer, World } from './testing/teamServer.ts'
import { NO_POSTGRES, openWorld } from './testing/teamServer.ts'

let world: World
beforeAll(async () => {
  if (NO_POSTGRES === null) world = await openWorld()
})
afterAll(async () => {
  if (NO_POSTGRES === null) await world.close()
})

const clientOf = (device: Device, url: string): TeamClient =>
  createTeamClient(url, readFileSync(join(device.dir, 'daybook-team.token'), 'utf8').trim())

const codeOf = async (asked: Promise<unknown>): Promise<AppError['code'] | null> => {
  try {
    await asked
    return null
  } catch (error) {
    if (error instanceof TeamProblem) return error.error.code
    throw error
  }
}

const act = (n: number): SentAct => ({
  n,
  id: ulid(),
  at: Date.now(),
  zone: 'Europe/Berlin',
  version: PROTOCOL,
  command: 'customer.add',
  args: { name: `Customer ${n}` },
})

/** Two processes that both know the device. */
async function two(role: 'manager' | 'employee') {
  const firm = await firmOf(world)
  const other = await world.server(firm.server.databaseUrl)
  const bo = await joined(world, firm, 'Bo', role)
  const [here, there] = [clientOf(bo, firm.server.url), clientOf(bo, other.url)]
  for (const client of [here, there]) {
    const { epoch, version, hash } = await client.fillStart()
    await client.pull(version, hash)
    await client.push([], epoch, Date.now())
  }
  return { firm, other, bo, here, there }
}

const revoke = async ({ ana }: Firm, device: Device): Promise<void> => {
  const own = (await device.ok('team.devices', {})).find((one) => one.own)
  await ana.ok('team.revoke', { deviceId: own?.id ?? '' })
}

const YESTERDAY = Date.now() - 86_400_000
const RATE = { level: 'organisation', subjectId: null, validFrom: '2026-01-01', amountMinor: 98_765 } as const

const quarantined = ({ database }: TestServer): Promise<{ reason: string }[]> =>
  database.all<{ reason: string }>('SELECT reason FROM quarantine')

describe.skipIf(NO_POSTGRES !== null)('who is shut out', () => {
  test('H5 H18 by one process gets nothing more of another, which knows them, and what they send is put aside', async () => {
    const { firm, other, bo, here, there } = await two('manager')
    const { epoch, version, hash } = await there.fillStart()
    await revoke(firm, bo)
    for (const client of [there, here]) {
      expect(await codeOf(client.pull(version, hash))).toBe('team.revoked')
      expect(await codeOf(client.fillStart())).toBe('team.revoked')
      expect(await codeOf(client.fillPage('customer', ''))).toBe('team.revoked')
      expect(await codeOf(client.news(0, ''))).toBe('team.revoked')
      expect(await codeOf(client.devices())).toBe('team.revoked')
      expect(await codeOf(client.renew())).toBe('team.revoked')
    }
    const { outcomes } = await there.push([act(1), act(2)], epoch, Date.now())
    expect(outcomes.map(({ kind }) => kind)).toEqual(['quarantined', 'quarantined'])
    // In another life of the server too: what they had not sent is for an administrator to look at.
    expect((await here.push([act(3)], 'another', Date.now())).outcomes[0]?.kind).toBe('quarantined')
    expect(await quarantined(other)).toHaveLength(3)
    expect(await other.database.all("SELECT 1 FROM row WHERE value LIKE '%Customer 1%'")).toEqual([])
  })

  test('H5 a device of which nothing is left is nobody, also where it was known', async () => {
    const { firm, there } = await two('manager')
    const { epoch, version, hash } = await there.fillStart()
    await firm.server.database.all('DELETE FROM device WHERE user_id <> $1', firm.anaId)
    expect(await codeOf(there.pull(version, hash))).toBe('team.signedOut')
    expect(await codeOf(there.push([act(1)], epoch, Date.now()))).toBe('team.signedOut')
    expect(await quarantined(firm.server)).toEqual([])
  })

  test('H14 H18 whoever is an employee from now on is shown an employee’s part by every process, and may as little', async () => {
    const { firm, bo, here, there } = await two('manager')
    const before = await there.fillStart()
    expect(before.scope).toBe(`leader ${bo.userId}`)
    await firm.ana.ok('user.edit', { userId: bo.userId, role: 'employee' })
    await firm.ana.ok('rate.set', RATE)
    await firm.ana.ok('team.sync', {})
    for (const client of [there, here]) {
      const answer = await client.pull(before.version, before.hash)
      expect(answer.scope).toBe(`employee ${bo.userId} own`)
      expect(JSON.stringify(answer)).not.toContain('98765')
      expect((await client.fillPage('rate', '')).rows).toBe(0)
    }
    const { epoch } = await there.fillStart()
    const { outcomes } = await there.push(
      [{ ...act(1), command: 'user.add', args: { name: 'Mine', role: 'manager' } }],
      epoch,
      Date.now(),
    )
    expect(outcomes).toMatchObject([{ kind: 'refused', error: { code: 'request.notPermitted' } }])
  })

  test('F10 H14 H18 what colleagues are shown holds for every process from the moment that it is said', async () => {
    const { firm, bo, here, there } = await two('employee')
    const [customer] = (await firm.ana.ok('customer.list', { status: 'Active', limit: 1 })).rows
    await firm.ana.ok('organisation.edit', { colleaguesSeeTime: true })
    await firm.ana.ok('team.sync', {})
    const before = await there.fillStart()
    expect(before.scope).toBe(`employee ${bo.userId} all`)
    const [category] = await firm.ana.ok('category.list', {})
    await firm.ana.ok('entry.add', {
      customerId: customer?.id ?? '',
      categoryId: category?.id ?? '',
      startAt: YESTERDAY,
      endAt: YESTERDAY + 60_000,
      note: 'shown to all',
    })
    await firm.ana.ok('team.sync', {})
    for (const client of [there, here])
      expect(JSON.stringify(await client.pull(before.version, before.hash))).toContain('shown to all')
    await firm.ana.ok('organisation.edit', { colleaguesSeeTime: false })
    await firm.ana.ok('team.sync', {})
    for (const client of [there, here]) {
      const answer = await client.pull(before.version, before.hash)
      expect(answer.scope).toBe(`employee ${bo.userId} own`)
      expect(JSON.stringify(answer)).not.toContain('shown to all')
    }
  })

  test('H15 H18 what another process wrote in the place of a commit that a process remembers is what is sent', async () => {
    const { firm, here, there } = await two('manager')
    const { database } = firm.server
    const before = await there.fillStart()
    const [kept] = await database.all<{ counters: string }>('SELECT counters FROM org')
    await firm.ana.ok('customer.add', { name: 'Is remembered' })
    await firm.ana.ok('team.sync', {})
    for (const client of [there, here])
      expect(JSON.stringify(await client.pull(before.version, before.hash))).toContain('Is remembered')
    // As a database that was put back to before it, beneath processes that go on.
    await database.all('DELETE FROM commit WHERE seq > $1', before.version)
    await database.all(
      'UPDATE org SET version = $1, hash = $2, counters = $3',
      before.version,
      before.hash,
      kept?.counters ?? '',
    )
    expect((await there.pull(before.version, before.hash)).commits).toEqual([])
    const { outcomes } = await here.push(
      [{ ...act(1), args: { name: 'In its place' } }],
      before.epoch,
      Date.now(),
    )
    expect(outcomes[0]?.kind).toBe('done')
    for (const client of [there, here]) {
      const answer = await client.pull(before.version, before.hash)
      expect(answer.commits).toHaveLength(1)
      expect(JSON.stringify(answer)).toContain('In its place')
      expect(JSON.stringify(answer)).not.toContain('Is remembered')
    }
  })

  test('H14 H18 who is no member any more is told nothing, by any process', async () => {
    const { firm, bo, here, there } = await two('manager')
    const { version, hash, epoch } = await there.fillStart()
    await firm.ana.ok('user.edit', { userId: bo.userId, active: false })
    await firm.ana.ok('team.sync', {})
    for (const client of [there, here]) {
      expect(await codeOf(client.pull(version, hash))).toBe('team.notMember')
      expect(await codeOf(client.fillPage('customer', ''))).toBe('team.notMember')
    }
    const { outcomes } = await there.push([act(1)], epoch, Date.now())
    expect(outcomes).toMatchObject([{ kind: 'refused' }])
  })

  test('H14 the token of one firm opens nothing of another on the same server', async () => {
    const server = await world.server(await world.newDatabase(), { open: true })
    const one = await firmOn(world, server)
    const other = await firmOn(world, server, 'zoe@example.com')
    await other.ana.ok('customer.add', { name: 'Of the other firm' })
    await other.ana.ok('team.sync', {})
    const [first, second] = [clientOf(one.ana, server.url), clientOf(other.ana, server.url)]
    const [mine, theirs] = [await first.fillStart(), await second.fillStart()]
    expect(mine.epoch).not.toBe(theirs.epoch)
    expect((await first.pull(theirs.version - 1, theirs.hash)).fits).toBe(false)
    expect(JSON.stringify(await first.fillPage('customer', ''))).not.toContain('Of the other firm')
  })
})
