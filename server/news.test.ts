// Devices that wait for news: what there is comes with the answer, as far as its user may see it when it is given.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { TeamClient } from '../core/team/client.ts'
import { createTeamClient, TeamProblem } from '../core/team/client.ts'
import { OLDEST_PROTOCOL, PROTOCOL_HEADER } from '../shared/team/protocol.ts'
import { firmOf, joined, paidHourly } from './testing/firm.ts'
import type { Device, World } from './testing/teamServer.ts'
import { NO_POSTGRES, openWorld } from './testing/teamServer.ts'

let world: World
beforeAll(async () => {
  if (NO_POSTGRES === null) world = await openWorld()
})
afterAll(async () => {
  if (NO_POSTGRES === null) await world.close()
})

const clientOf = (url: string, { dir }: Device) =>
  createTeamClient(url, readFileSync(join(dir, 'daybook-team.token'), 'utf8').trim())

describe.skipIf(NO_POSTGRES !== null)('who waits for news', () => {
  test('H12 is answered with them as soon as there are any', async () => {
    const firm = await firmOf(world)
    const bo = clientOf(firm.server.url, await joined(world, firm, 'Bo', 'manager'))
    await firm.ana.ok('team.sync', {})
    const { version, hash } = await bo.fillStart()
    const waiting = bo.news(version, hash)
    await firm.ana.ok('customer.add', { name: 'Globex' })
    await firm.ana.ok('team.sync', {})
    const news = await waiting
    expect(news).toMatchObject({ fits: true, version: version + 1 })
    expect(JSON.stringify(news.commits)).toContain('Globex')
  })

  test('H14 is told nothing that they may not see by then', async () => {
    const firm = await firmOf(world)
    const device = await joined(world, firm, 'Eve', 'manager')
    const eve = clientOf(firm.server.url, device)
    await firm.ana.ok('team.sync', {})
    const { version, hash, scope } = await eve.fillStart()
    const waiting = eve.news(version, hash)
    await firm.ana.ok('user.edit', { userId: device.userId, role: 'employee' })
    await paidHourly(firm, 7777)
    await firm.ana.ok('team.sync', {})
    const news = await waiting
    expect(news.scope).not.toBe(scope)
    expect(JSON.stringify(news.commits)).not.toContain('7777')
  })

  test('H5 is told nothing at all where the device was shut out meanwhile', async () => {
    const firm = await firmOf(world)
    const device = await joined(world, firm, 'Bo', 'manager')
    const bo = clientOf(firm.server.url, device)
    await firm.ana.ok('team.sync', {})
    const { version, hash } = await bo.fillStart()
    const waiting = bo.news(version, hash).catch((error: unknown) => error)
    const { team } = await device.ok('team.status', {})
    await firm.ana.ok('team.revoke', { deviceId: team?.deviceId ?? '' })
    await firm.ana.ok('customer.add', { name: 'Globex' })
    await firm.ana.ok('team.sync', {})
    const told = await waiting
    expect(told).toBeInstanceOf(TeamProblem)
    expect((told as TeamProblem).error.code).toBe('team.revoked')
  })

  test('H17 a device of before asks whether there are any, and fetches them itself', async () => {
    const firm = await firmOf(world)
    const token = readFileSync(join(firm.ana.dir, 'daybook-team.token'), 'utf8').trim()
    const headers = { authorization: `Bearer ${token}`, [PROTOCOL_HEADER]: String(OLDEST_PROTOCOL) }
    const { version } = await clientOf(firm.server.url, firm.ana).fillStart()
    const response = await fetch(`${firm.server.url}/v1/wait?since=${version - 1}`, { headers })
    expect(await response.json()).toEqual({ version })
  })

  test('H12 many who ask at once are each told what is theirs', async () => {
    const firm = await firmOf(world)
    const bo = await joined(world, firm, 'Bo', 'manager')
    const eve = await joined(world, firm, 'Eve')
    const [ofAna, ofBo, ofEve] = [firm.ana, bo, eve].map((device) => clientOf(firm.server.url, device)) as [
      TeamClient,
      TeamClient,
      TeamClient,
    ]
    const { team } = await bo.ok('team.status', {})
    await firm.ana.ok('team.revoke', { deviceId: team?.deviceId ?? '' })
    const said = await Promise.allSettled(
      Array.from({ length: 10 }, () => [ofAna.fillStart(), ofBo.fillStart(), ofEve.fillStart()]).flat(),
    )
    const told = said.map((one) =>
      one.status === 'fulfilled' ? one.value.userId : (one.reason as TeamProblem).error.code,
    )
    expect(told).toEqual(Array.from({ length: 10 }, () => [firm.anaId, 'team.revoked', eve.userId]).flat())
  })
})
