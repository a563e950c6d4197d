// Clients and servers of different versions, on a real PostgreSQL: a client one version older keeps working, and what this version does not
// know of a newer server is left out, and fetched after the update.
import { join } from 'node:path'
import { ulid } from 'ulid'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { createData } from '../core/db/data.ts'
import { openDatabase } from '../core/db/open.ts'
import { setTeamState, teamState } from '../core/team/state.ts'
import { way } from '../core/team/way.ts'
import { checkEverything } from '../core/verify/record.ts'
import { OLDEST_PROTOCOL, PROTOCOL, PROTOCOL_HEADER } from '../shared/team/protocol.ts'
import { STEPS } from '../shared/team/versions.ts'
import { firmOf, joined, PASSWORD } from './testing/firm.ts'
import { rowsOf } from './testing/rowsOf.ts'
import type { Device, World } from './testing/teamServer.ts'
import { NO_POSTGRES, openWorld } from './testing/teamServer.ts'

let world: World
beforeAll(async () => {
  if (NO_POSTGRES === null) world = await openWorld()
})
afterAll(async () => {
  if (NO_POSTGRES === null) await world.close()
})
afterEach(() => {
  delete STEPS[PROTOCOL - 1]
})

const writing = <T>(device: Device, work: (data: ReturnType<typeof createData>) => T): T => {
  const data = createData(openDatabase(join(device.dir, 'daybook.db')))
  try {
    return work(data)
  } finally {
    data.db.close()
  }
}
/** A client of the version before, as it speaks: it says no version of its acts, no epoch, and nothing of its clock. */
function olderClient(url: string, protocol = PROTOCOL - 1) {
  let token: string | null = null
  const ask = async (method: 'GET' | 'POST', path: string, body?: object) => {
    const response = await fetch(`${url}/v1/${path}`, {
      method,
      headers: {
        [PROTOCOL_HEADER]: String(protocol),
        'content-type': 'application/json',
        ...(token === null ? {} : { authorization: `Bearer ${token}` }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    })
    return { status: response.status, said: (await response.json()) as Record<string, unknown> }
  }
  return {
    ask,
    join: async (email: string) => {
      const { said } = await ask('POST', 'join', { email, password: PASSWORD, device: 'of before' })
      token = String(said.token)
    },
    act: (n: number, command: string, args: object) => ({
      n,
      id: ulid(),
      at: Date.now(),
      zone: 'Europe/Berlin',
      command,
      args,
    }),
  }
}

describe.skipIf(NO_POSTGRES !== null)('one version older', () => {
  test('H17 a client of the version before joins, sends, fetches, and is told the same when it asks again', async () => {
    const firm = await firmOf(world)
    const customerId = (await firm.ana.ok('customer.list', {})).rows[0]?.id ?? ''
    // In this version that command is called otherwise, with other arguments.
    STEPS[PROTOCOL - 1] = {
      'customer.rename': (args) => {
        const { id, to } = args as { id: string; to: string }
        return { command: 'customer.edit', args: { customerId: id, name: to } }
      },
    }
    const client = olderClient(firm.server.url)
    await client.join('ana@example.com')
    const { said: start } = await client.ask('GET', 'fill')
    expect(start).toMatchObject({
      version: expect.any(Number),
      hash: expect.any(String),
      epoch: expect.any(String),
    })
    const acts = [
      client.act(1, 'customer.rename', { id: customerId, to: 'Acme Inc.' }),
      client.act(2, 'customer.add', { name: 'Globex' }),
      client.act(3, 'customer.rename', { id: 'nobody', to: 'Nobody' }),
    ]
    const { said: first } = await client.ask('POST', 'push', { acts })
    expect(first.outcomes).toMatchObject([
      { kind: 'done' },
      { kind: 'done' },
      { kind: 'refused', error: { code: 'notFound.customer' } },
    ])
    expect((await client.ask('POST', 'push', { acts })).said).toEqual(first)
    const since = `pull?since=${String(start.version)}&hash=${String(start.hash)}`
    const { said: pulled } = await client.ask('GET', since)
    expect(pulled).toMatchObject({ fits: true, counters: { project: 0, case: 0 }, scope: expect.any(String) })
    expect(pulled.commits).toHaveLength(2)
    await firm.ana.ok('team.sync', {})
    expect(
      rowsOf(firm.ana)
        .customer.map(({ name }) => name)
        .sort(),
    ).toEqual(['Acme Inc.', 'Globex'])
    // The history says it as this version does.
    const { changes } = await firm.ana.ok('change.list', {})
    expect(changes.map(({ command }) => command)).toContain('customer.edit')
    expect(checkEverything(join(firm.ana.dir, 'daybook.db')).findings).toEqual([])
  })

  test('H17 this one and the one before are spoken; anything else is told who has to update', async () => {
    const { server } = await firmOf(world)
    expect(OLDEST_PROTOCOL).toBe(PROTOCOL - 1)
    for (const protocol of [OLDEST_PROTOCOL, PROTOCOL])
      expect((await olderClient(server.url, protocol).ask('GET', 'fill')).status, String(protocol)).toBe(401)
    for (const protocol of [OLDEST_PROTOCOL - 1, PROTOCOL + 1])
      expect(await olderClient(server.url, protocol).ask('GET', 'fill')).toMatchObject({
        status: 426,
        said: { error: { code: 'team.otherVersion' } },
      })
  })

  test('H17 what waited in the outbox over an update of the program is sent, and comes out as it was meant', async () => {
    const firm = await firmOf(world)
    const customerId = (await firm.ana.ok('customer.list', {})).rows[0]?.id ?? ''
    STEPS[PROTOCOL - 1] = {
      'customer.rename': (args) => {
        const { id, to } = args as { id: string; to: string }
        return { command: 'customer.edit', args: { customerId: id, name: to } }
      },
    }
    await firm.ana.ok('customer.edit', { customerId, name: 'Acme Inc.' })
    await firm.ana.ok('customer.add', { name: 'Globex' })
    await firm.ana.close()
    // As the version before would have left it: its own words, and without a field that there is now.
    writing(firm.ana, (data) => {
      const said = JSON.stringify({ id: customerId, to: 'Acme Inc.' })
      data.run(`UPDATE outbox SET version = ${PROTOCOL - 1}`)
      data.run(
        "UPDATE outbox SET command = 'customer.rename', args = ? WHERE command = 'customer.edit'",
        said,
      )
      for (const column of ['meant', 'effects'])
        data.run(`UPDATE outbox SET ${column} = json_remove(${column}, '$[0].after.buyerReference')`)
    })
    const again = await world.device({}, firm.ana.dir)
    const bo = await joined(world, { ...firm, ana: again }, 'Bo', 'manager')
    await again.ok('team.sync', {})
    await bo.ok('team.sync', {})
    expect(await again.ok('team.status', {})).toMatchObject({ waiting: 0, attention: 0 })
    expect(rowsOf(bo)).toEqual(rowsOf(again))
    expect(
      rowsOf(bo)
        .customer.map(({ name }) => name)
        .sort(),
    ).toEqual(['Acme Inc.', 'Globex'])
  })

  test('H17 what a server that was newer said more is fetched once the program knows it', async () => {
    const { ana } = await firmOf(world)
    await ana.ok('customer.add', { name: 'Globex' })
    await ana.ok('team.sync', {})
    const before = rowsOf(ana)
    await ana.ok('customer.add', { name: 'Not sent yet' })
    await ana.close()
    // As the program before its update has left it: it knew that it knew less.
    writing(ana, (data) => {
      const state = teamState(data)
      if (state !== null) setTeamState(data, { ...state, behind: PROTOCOL - 1 })
      data.run("UPDATE customer SET vat_id = 'what it did not know' WHERE name = 'Globex'")
    })
    const updated = await world.device({}, ana.dir)
    await updated.ok('team.sync', {})
    expect(writing(updated, teamState)?.behind).toBe(null)
    const { customer, ...rest } = rowsOf(updated)
    expect(rest).toEqual({ ...before, customer: undefined })
    expect(customer.filter(({ name }) => name !== 'Not sent yet')).toEqual(before.customer)
    expect(await updated.ok('team.status', {})).toMatchObject({ waiting: 0, attention: 0 })
    await updated.ok('team.sync', {})
    expect(checkEverything(join(ana.dir, 'daybook.db')).findings).toEqual([])
  })

  test('H11 H17 what was sent right before the update, and its answer lost, is there once, and told of where it came out otherwise', async () => {
    const firm = await firmOf(world)
    const { ana } = firm
    const bo = await joined(world, firm, 'Bo', 'manager')
    await ana.ok('team.sync', {})
    const customerId = String(rowsOf(bo).customer[0]?.id)
    await bo.ok('project.add', { customerId, name: 'Sent by Bo, who was faster' })
    await bo.ok('team.sync', {})
    await ana.ok('customer.add', { name: 'Sent before' })
    // Both had given their project the same next code.
    await ana.ok('project.add', { customerId, name: 'Sent by Ana' })
    const real = way.ask
    way.ask = async (sent) => {
      const said = await real(sent)
      if (sent.url.endsWith('/push')) throw new Error('lost')
      return said
    }
    try {
      await ana.refused('team.sync', {})
    } finally {
      way.ask = real
    }
    await ana.close()
    writing(ana, (data) => {
      const state = teamState(data)
      if (state !== null) setTeamState(data, { ...state, behind: PROTOCOL - 1 })
    })
    const updated = await world.device({}, ana.dir)
    await updated.ok('team.sync', {})
    await bo.ok('team.sync', {})
    expect(await updated.ok('team.status', {})).toMatchObject({ waiting: 0, attention: 1 })
    expect(await updated.ok('attention.list', {})).toMatchObject([{ command: 'project.add', refusal: null }])
    expect(rowsOf(updated)).toEqual(rowsOf(bo))
    expect(rowsOf(updated).customer.map(({ name }) => name)).toEqual(['Acme', 'Sent before'])
    await updated.close()
    expect(checkEverything(join(ana.dir, 'daybook.db')).findings).toEqual([])
  })
})
