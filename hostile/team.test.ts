// A team under bad weather, by a seed: two server processes' worth of servers on one PostgreSQL, four devices of three people, two of them
// one person's; answers lost, devices closed and opened again, servers closed and others asked. At the end everything is sent, and all
// devices with the same rights hold the same in every table. The last test takes the lock away and sees that this would be noticed.
import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createData } from '../core/db/data.ts'
import { openDatabase } from '../core/db/open.ts'
import { way } from '../core/team/way.ts'
import { checkEverything } from '../core/verify/record.ts'
import { LOCK } from '../server/organisation.ts'
import type { Device, TestServer, World } from '../server/testing/teamServer.ts'
import { NO_POSTGRES, openWorld } from '../server/testing/teamServer.ts'
import type { EntityName } from '../shared/entities/registry.ts'
import { ENTITY_NAMES } from '../shared/entities/registry.ts'
import { isOnesOwn, isShown } from '../shared/team/sight.ts'
import type { RequestName } from '../shared/contract/contract.ts'

const LONG = process.env.DAYBOOK_HOSTILE === 'long'
const STEPS = LONG ? 10_000 : 60
const PASSWORD = 'a long enough password'
const HOUR = 3_600_000

let world: World
beforeAll(async () => {
  if (NO_POSTGRES === null) world = await openWorld()
})
afterAll(async () => {
  if (NO_POSTGRES === null) await world.close()
})

/** Mulberry32: the same seed, the same weather. */
function dice(seed: number) {
  let state = seed
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296
  }
  const below = (n: number): number => Math.floor(next() * n)
  return { next, below, one: <T>(of: readonly T[]): T => of[below(of.length)] as T }
}
type Dice = ReturnType<typeof dice>

/** How often an answer is lost after the server has done what was asked. */
let lossy: (() => boolean) | null = null
const realWay = way.ask
beforeAll(() => {
  way.ask = async (sent) => {
    const said = await realWay(sent)
    if (lossy?.() === true) throw new Error('lost')
    return said
  }
})
afterAll(() => {
  way.ask = realWay
})

type Member = {
  name: string
  role: 'administrator' | 'manager' | 'employee'
  device: Device
  customers: string[]
}

async function firm() {
  const databaseUrl = await world.newDatabase()
  const first = await world.server(databaseUrl)
  const ana = await world.device()
  const { customerId } = await ana.ok('organisation.setUp', {
    startDate: null,
    organisationName: 'Weber Advisers',
    userName: 'Ana Weber',
    zone: 'Europe/Berlin',
    currency: 'EUR',
    customerName: 'Acme',
    categoryNames: ['Support'],
  })
  await ana.ok('team.create', { server: first.url, email: 'ana@example.com', password: PASSWORD })
  const members: Member[] = [
    { name: 'Ana', role: 'administrator', device: ana, customers: [customerId ?? ''] },
  ]
  for (const [name, role] of [
    ['Bo', 'manager'],
    ['Eve', 'employee'],
  ] as const) {
    const email = `${name.toLowerCase()}@example.com`
    const { code } = await ana.ok('team.invite', { email, role, name })
    const device = await world.device()
    await device.ok('team.join', { server: first.url, email, password: PASSWORD, code })
    members.push({ name, role, device, customers: [customerId ?? ''] })
  }
  const second = await world.device()
  await second.ok('team.join', { server: first.url, email: 'ana@example.com', password: PASSWORD })
  members.push({ name: 'Ana2', role: 'administrator', device: second, customers: [customerId ?? ''] })
  return { databaseUrl, first, members }
}

/** Something that somebody would do; a refusal of the device itself is fine. */
async function act(roll: Dice, { device, customers, role }: Member): Promise<void> {
  const day = Math.floor(Date.now() / (24 * HOUR)) - 1 - roll.below(5)
  const startAt = (day * 24 + roll.below(20)) * HOUR
  const customerId = roll.one(customers)
  const [category] = await device.ok('category.list', {})
  const entries = await device.ok('entry.search', { text: 'x', limit: 20 } as never).catch(() => null)
  const some = (entries as { rows?: { id: string }[] } | null)?.rows ?? []
  const timers = (await device.ok('timer.state', {})).timers
  const timerId = timers[0]?.id ?? ''
  const acts: [RequestName, object][] = [
    ['customer.add', { name: `Customer ${randomUUID().slice(0, 8)}` }],
    ['customer.edit', { customerId, notes: `x ${roll.below(1_000)}` }],
    ['customer.edit', { customerId, name: `Name ${roll.below(1_000)}` }],
    ['project.add', { customerId, name: `Project ${roll.below(1_000)}` }],
    [
      'entry.add',
      { customerId, categoryId: category?.id ?? '', startAt, endAt: startAt + HOUR / 2, note: 'x' },
    ],
    ['timer.start', { customerId, categoryId: category?.id ?? '', switch: true }],
    ['timer.note', { timerId, note: `x ${roll.below(1_000)}` }],
    ['timer.pause', { timerId }],
    ['timer.resume', { timerId }],
    ['timer.stop', { timerId, note: 'x' }],
    ['timer.discard', { timerId }],
    ...some.slice(0, 1).flatMap(({ id }): [RequestName, object][] => [
      ['entry.edit', { entryId: id, note: `x ${roll.below(1_000)}` }],
      ['entry.remove', { entryId: id }],
    ]),
    ...(role === 'employee' ? [] : [['customer.remove', { customerId }] as [RequestName, object]]),
  ]
  const [name, args] = roll.one(acts)
  const reply = await device.app.invoke(name, args as never)
  if (reply.ok && name === 'customer.add') customers.push((reply.value as { customerId: string }).customerId)
  if (!reply.ok) expect(reply.error.code).not.toBe('internal')
}

const rowsOf = (device: Device) => {
  const data = createData(openDatabase(join(device.dir, 'daybook.db'), { readonly: true }))
  // Drafts and questions are one person's own.
  const rows = ENTITY_NAMES.filter((name) => !isOnesOwn(name)).map(
    (entity) => [entity, data.where(entity, '1 ORDER BY id')] as const,
  )
  data.db.close()
  return Object.fromEntries(rows)
}

async function settled(members: readonly Member[]): Promise<void> {
  for (let round = 0; round < 3; round += 1)
    for (const { device } of members) await device.ok('team.sync', {})
}

async function simulate(seed: number, steps: number): Promise<void> {
  const roll = dice(seed)
  const { databaseUrl, first, members } = await firm()
  let server: TestServer = first
  // A second process on the same database, asked in turn with the first.
  const { port } = first
  const other = await world.server(databaseUrl)
  const route = way.ask
  way.ask = (sent) =>
    route(roll.below(2) === 0 ? { ...sent, url: sent.url.replace(first.url, other.url) } : sent)
  lossy = () => roll.below(8) === 0
  try {
    for (let step = 0; step < steps; step += 1) {
      const member = roll.one(members)
      const what = roll.below(20)
      if (what < 13) await act(roll, member)
      else if (what < 18) await member.device.app.invoke('team.sync', {})
      else if (what === 18) {
        await member.device.close()
        member.device = await world.device({}, member.device.dir)
      } else {
        await server.close()
        server = await world.server(databaseUrl, { port })
      }
    }
    lossy = null
    await settled(members)
  } finally {
    lossy = null
    way.ask = route
  }
  for (const { device } of members) expect((await device.ok('team.status', {})).waiting).toBe(0)
  const [whole, ...rest] = members.filter(({ role }) => role !== 'employee')
  if (whole === undefined) throw new Error('nobody')
  const truth = rowsOf(whole.device)
  for (const { name, device } of rest) expect(rowsOf(device), name).toEqual(truth)
  const eve = members.find(({ role }) => role === 'employee')
  if (eve === undefined) throw new Error('no employee')
  const userId = (await eve.device.ok('app.state', {})).currentUser?.id ?? ''
  const scope = { userId, role: 'employee', colleaguesSeeTime: false } as const
  for (const [entity, rows] of Object.entries(rowsOf(eve.device)))
    expect(
      rows.filter((row) => !isShown(scope, entity as EntityName, row)),
      entity,
    ).toEqual([])
  await verifyServer(other, truth)
  for (const { device } of members) {
    await device.close()
    expect(checkEverything(join(device.dir, 'daybook.db')).findings).toEqual([])
  }
  await server.close()
  await other.close()
}

/** What PostgreSQL holds is what the devices hold; its numbers have no gap, and no act was done twice. */
async function verifyServer(
  { database }: TestServer,
  truth: Record<string, readonly { id: string }[]>,
): Promise<void> {
  const seqs = await database.all<{ seq: number }>('SELECT seq FROM commit ORDER BY seq')
  expect(seqs.map(({ seq }) => seq)).toEqual(seqs.map((_, index) => index + 1))
  const twice = await database.all('SELECT id FROM commit GROUP BY id HAVING count(*) > 1')
  expect(twice).toEqual([])
  for (const [entity, rows] of Object.entries(truth)) {
    const stored = await database.all<{ value: string }>(
      'SELECT value FROM row WHERE entity = $1 AND NOT removed ORDER BY id',
      entity,
    )
    expect(
      stored.map(({ value }) => JSON.parse(value) as unknown),
      entity,
    ).toEqual(rows)
  }
}

describe.skipIf(NO_POSTGRES !== null)('H11 H18 a team in bad weather, served by two processes', () => {
  const seed = Number(process.env.DAYBOOK_SEED ?? 1 + Math.floor(Math.random() * 1_000_000))
  test(
    `H11 H18 nothing is lost, doubled, or silently different (seed ${seed})`,
    { timeout: LONG ? 3_600_000 : 180_000 },
    () => simulate(seed, STEPS),
  )

  test('without the lock it would be noticed', { timeout: 120_000 }, async () => {
    const { databaseUrl, first, members } = await firm()
    const other = await world.server(databaseUrl)
    const [ana, bo] = members
    if (ana === undefined || bo === undefined) throw new Error('nobody')
    const kept = LOCK.sql
    LOCK.sql = ''
    let failed = 0
    const route = way.ask
    way.ask = (sent) =>
      route(
        sent.headers.authorization === boToken
          ? { ...sent, url: sent.url.replace(first.url, other.url) }
          : sent,
      )
    let boToken = ''
    try {
      const { readFileSync } = await import('node:fs')
      boToken = `Bearer ${readFileSync(join(bo.device.dir, 'daybook-team.token'), 'utf8').trim()}`
      for (let round = 0; round < 20 && failed === 0; round += 1) {
        for (const { device } of [ana, bo])
          for (let n = 0; n < 5; n += 1) await device.ok('customer.add', { name: randomUUID() })
        // Both at once, by two processes: without the lock both take the same numbers.
        const said = await Promise.all([ana, bo].map(({ device }) => device.app.invoke('team.sync', {})))
        failed += said.filter((reply) => !reply.ok).length
      }
    } finally {
      LOCK.sql = kept
      way.ask = route
    }
    expect(failed).toBeGreaterThan(0)
    await first.close()
    await other.close()
  })
})
