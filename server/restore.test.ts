// A server that is put back to an older backup, on a real PostgreSQL: devices that had come further notice it and hand back what is missing.
import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'
import { ulid } from 'ulid'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createData } from '../core/db/data.ts'
import { openDatabase } from '../core/db/open.ts'
import { way } from '../core/team/way.ts'
import { linkHash } from '../core/team/chain.ts'
import { compareBackups } from '../core/verify/backups.ts'
import { checkEverything } from '../core/verify/record.ts'
import { beginNewLife } from './restored.ts'
import type { Firm } from './testing/firm.ts'
import { firmOf, joined, PASSWORD, secondDevice, startedAt } from './testing/firm.ts'
import { rowsOf } from './testing/rowsOf.ts'
import type { Device, TestServer, World } from './testing/teamServer.ts'
import { NO_POSTGRES, openWorld } from './testing/teamServer.ts'

const HOUR = 3_600_000

let world: World
beforeAll(async () => {
  if (NO_POSTGRES === null) world = await openWorld()
})
afterAll(async () => {
  if (NO_POSTGRES === null) await world.close()
})

/** A backup of all that PostgreSQL has of it at this moment; the server goes on at the same address. */
async function backUp(server: TestServer, as = 'backup'): Promise<{ server: TestServer; backupUrl: string }> {
  const { databaseUrl, port } = server
  await server.close()
  const backupUrl = `${databaseUrl}_${as}`
  const client = new pg.Client({ connectionString: world.postgres.url })
  await client.connect()
  const name = new URL(databaseUrl).pathname.slice(1)
  await client.query(`CREATE DATABASE ${name}_${as} TEMPLATE ${name}`)
  await client.end()
  return { server: await world.server(databaseUrl, { port }), backupUrl }
}

async function putBack(server: TestServer, backupUrl: string, restored = true): Promise<TestServer> {
  const { port } = server
  await server.close()
  const again = await world.server(backupUrl, { port })
  if (restored) expect(await beginNewLife(again.database, () => ulid())).toBe(1)
  return again
}

/** Each commit follows from the one before, and each act is in one of them at most. */
async function expectChain({ database }: TestServer): Promise<void> {
  const commits = await database.all<{ seq: number; id: string; root: string; hash: string }>(
    'SELECT seq, id, root, hash FROM commit ORDER BY seq',
  )
  let hash = ''
  for (const [index, commit] of commits.entries()) {
    expect(commit.seq).toBe(index + 1)
    hash = linkHash(hash, commit.seq, commit.root)
    expect(commit.hash).toBe(hash)
  }
  expect(new Set(commits.map(({ id }) => id)).size).toBe(commits.length)
  const [org] = await database.all<{ hash: string }>('SELECT hash FROM org')
  expect(org?.hash).toBe(hash)
}

async function syncAll(...devices: Device[]): Promise<void> {
  for (const device of devices) await device.ok('team.sync', {})
}

async function expectWell(firm: Firm, ...devices: Device[]): Promise<void> {
  for (const device of devices) {
    expect(await device.ok('team.status', {})).toMatchObject({
      waiting: 0,
      attention: 0,
      team: { problem: null },
    })
    expect(rowsOf(device)).toEqual(rowsOf(firm.ana))
    expect(checkEverything(join(device.dir, 'daybook.db')).findings).toEqual([])
  }
}

describe.skipIf(NO_POSTGRES !== null)('a server that was restored', () => {
  test('H9 H19 a stop that gave way since the backup, before this device came back, is told of', async () => {
    const firm = await firmOf(world)
    const { ana } = firm
    const phone = await secondDevice(world, firm)
    const now = Date.now()
    const timerId = await startedAt(ana, now - 3 * HOUR)
    await syncAll(ana, phone)
    // Stopped on the phone first, which has no network.
    await phone.ok('timer.stop', { timerId, at: now - 2 * HOUR })
    await ana.ok('timer.stop', { timerId, note: 'at the desk', at: now - HOUR })
    await syncAll(ana)
    const backup = await backUp(firm.server)
    await ana.ok('customer.add', { name: 'After the backup' })
    await syncAll(ana)
    const server = await putBack(backup.server, backup.backupUrl)
    await syncAll(phone, ana, phone)
    expect(rowsOf(ana).timeEntry).toMatchObject([{ endAt: now - 2 * HOUR }])
    expect(await ana.ok('attention.list', {})).toMatchObject([
      { command: 'timer.stop', refusal: { code: 'timer.earlierStop' }, offers: 'note' },
    ])
    expect(rowsOf(phone)).toEqual(rowsOf(ana))
    await expectChain(server)
  })

  test('H19 two devices go on after the backup, it is put back, and all that they did is there once', async () => {
    const firm = await firmOf(world)
    const { ana } = firm
    const bo = await joined(world, firm, 'Bo', 'manager')
    const [acme] = (await ana.ok('customer.list', {})).rows
    const [support] = await ana.ok('category.list', {})
    const [customerId, categoryId] = [acme?.id ?? '', support?.id ?? '']
    const { customerId: older } = await ana.ok('customer.add', { name: 'Before the backup' })
    await syncAll(ana, bo)
    const backup = await backUp(firm.server)

    // What they do builds on each other's.
    const { customerId: globex } = await ana.ok('customer.add', { name: 'Globex' })
    await ana.ok('customer.edit', { customerId, name: 'Acme Inc.' })
    const { timerId } = await ana.ok('timer.start', { customerId: globex, categoryId })
    await ana.ok('timer.note', { timerId, note: 'typed' })
    await syncAll(ana, bo)
    await bo.ok('customer.edit', { customerId, name: 'Acme GmbH' })
    const { code } = await bo.ok('project.add', { customerId: globex, name: 'Website' })
    await bo.ok('customer.remove', { customerId: older })
    await syncAll(bo, ana)
    await ana.ok('timer.stop', { timerId, note: 'stopped after the backup' })
    await ana.ok('customer.edit', { customerId, name: 'Acme Holding' })
    await syncAll(ana, bo)
    const before = rowsOf(ana)
    expect(rowsOf(bo)).toEqual(before)
    // And one that nobody had sent yet.
    await bo.ok('customer.edit', { customerId: globex, notes: 'not sent yet' })

    const server = await putBack(backup.server, backup.backupUrl)
    // Bo comes first, though most of what he did follows from what Ana did.
    await syncAll(bo, ana, bo, ana, bo)
    await expectWell(firm, ana, bo)
    const after = rowsOf(ana)
    expect(after.customer.map(({ name, notes }) => [name, notes]).sort()).toEqual([
      ['Acme Holding', ''],
      ['Globex', 'not sent yet'],
    ])
    expect({ ...after, customer: [] }).toEqual({ ...before, customer: [] })
    expect(after.project).toMatchObject([{ code, name: 'Website' }])
    expect(after.timeEntry).toMatchObject([{ note: 'stopped after the backup' }])
    await expectChain(server)
    expect((await bo.ok('team.status', {})).team?.handedBack?.count).toBeGreaterThan(2)
    // What was here is kept beside it, whatever comes of it.
    expect(readdirSync(join(bo.dir, 'backups')).some((name) => name.includes('rescued'))).toBe(true)
    const data = createData(openDatabase(join(bo.dir, 'daybook.db'), { readonly: true }))
    expect(compareBackups(data, join(bo.dir, 'backups')).findings).toEqual([])
    data.db.close()
    // And they go on as before, each with the other.
    await ana.ok('customer.add', { name: 'Afterwards' })
    await syncAll(ana, bo)
    await expectWell(firm, ana, bo)
    await expectChain(server)
  })

  test('H19 a device that was not ahead just goes on, and one that comes late hands back after others went on', async () => {
    const firm = await firmOf(world)
    const { ana } = firm
    const bo = await joined(world, firm, 'Bo', 'manager')
    const second = await secondDevice(world, firm)
    await syncAll(ana, bo, second)
    const backup = await backUp(firm.server)
    await bo.ok('customer.add', { name: 'Of Bo' })
    await syncAll(bo)
    const server = await putBack(backup.server, backup.backupUrl)
    for (let n = 1; n <= 4; n += 1) await second.ok('customer.add', { name: `Later ${n}` })
    await syncAll(second, ana)
    expect((await second.ok('team.status', {})).team?.handedBack).toBe(null)
    expect(existsSync(join(second.dir, 'backups'))).toBe(false)
    // The server has overtaken Bo by now.
    await syncAll(bo, ana, second)
    await expectWell(firm, ana, bo, second)
    expect(rowsOf(ana).customer.map(({ name }) => name)).toContain('Of Bo')
    expect(rowsOf(ana).customer).toHaveLength(6)
    await expectChain(server)
  })

  test.each([
    ['', 0],
    [', and be the clock a year ahead at first', 365 * 24 * HOUR],
  ])(
    'H8 H19 what nobody can hand back what it followed from needs attention in the end, and is not lost%s',
    async (_, off) => {
      let ahead = off
      const clock = { now: () => Date.now() + ahead, monotonic: () => performance.now() + ahead }
      const firm = await firmOf(world)
      const { ana } = firm
      const bo = await joined(world, firm, 'Bo', 'manager')
      const late = await world.device({ clock }, bo.dir)
      await syncAll(ana, late)
      const backup = await backUp(firm.server)
      const { customerId } = await ana.ok('customer.add', { name: 'Globex' })
      await syncAll(ana, late)
      await late.ok('project.add', { customerId, name: 'Website' })
      await syncAll(late)
      await putBack(backup.server, backup.backupUrl)
      // Ana's device is broken.
      await syncAll(late, late)
      expect(await late.ok('team.status', {})).toMatchObject({ waiting: 1, attention: 0 })
      // Set right, where it was wrong.
      ahead = 0
      await syncAll(late)
      ahead = 25 * HOUR
      await syncAll(late)
      expect(await late.ok('team.status', {})).toMatchObject({
        waiting: 0,
        attention: 1,
        team: { handedBack: null },
      })
      expect(await late.ok('attention.list', {})).toMatchObject([
        { command: 'project.add', things: [{ name: 'PROJ-1 · Website' }] },
      ])
    },
  )

  test('H19 a device that missed two restores hands back what was lost by the first', async () => {
    const firm = await firmOf(world)
    const { ana } = firm
    const bo = await joined(world, firm, 'Bo', 'manager')
    await syncAll(ana, bo)
    const first = await backUp(firm.server)
    await bo.ok('customer.add', { name: 'Of Bo' })
    await syncAll(bo)
    const once = await putBack(first.server, first.backupUrl)
    for (let n = 1; n <= 4; n += 1) await ana.ok('customer.add', { name: `Later ${n}` })
    await syncAll(ana)
    const second = await backUp(once)
    await ana.ok('customer.add', { name: 'Last' })
    await syncAll(ana)
    const server = await putBack(second.server, second.backupUrl)
    await syncAll(ana, bo, ana)
    expect(rowsOf(ana).customer.map(({ name }) => name)).toEqual(expect.arrayContaining(['Of Bo', 'Last']))
    await expectWell(firm, ana, bo)
    await expectChain(server)
  })

  test('H19 a life that began later and went further than the one of this device takes nothing from it', async () => {
    const firm = await firmOf(world)
    const { ana } = firm
    const bo = await joined(world, firm, 'Bo', 'manager')
    await syncAll(ana, bo)
    const early = await backUp(firm.server, 'early')
    for (let n = 1; n <= 4; n += 1) await bo.ok('customer.add', { name: `Of Bo ${n}` })
    await syncAll(bo)
    const late = await backUp(early.server, 'late')
    const once = await putBack(late.server, early.backupUrl)
    await ana.ok('customer.add', { name: 'Of Ana' })
    await syncAll(ana, bo, ana)
    const server = await putBack(once, late.backupUrl)
    await syncAll(ana, bo, ana)
    expect(rowsOf(ana).customer.map(({ name }) => name)).toEqual(
      expect.arrayContaining(['Of Ana', 'Of Bo 4']),
    )
    await expectWell(firm, ana, bo)
    await expectChain(server)
  })

  test('H19 what was done long before it was sent is handed back like everything', async () => {
    let ahead = -60 * 24 * HOUR
    const clock = { now: () => Date.now() + ahead, monotonic: () => performance.now() }
    const firm = await firmOf(world)
    const { ana } = firm
    const bo = await joined(world, firm, 'Bo', 'manager')
    const away = await world.device({ clock }, bo.dir)
    await syncAll(away)
    const backup = await backUp(firm.server)
    await away.ok('customer.add', { name: 'Made two months ago' })
    ahead = 0
    await syncAll(away)
    await putBack(backup.server, backup.backupUrl)
    await syncAll(away, ana, away)
    expect(rowsOf(ana).customer.map(({ name }) => name)).toContain('Made two months ago')
    await expectWell(firm, away)
  })

  test('H14 H19 a device that was fetching everything anew when the backup was put back hands back what it did', async () => {
    const firm = await firmOf(world)
    const { ana } = firm
    const eve = await joined(world, firm, 'Eve')
    await syncAll(eve)
    const backup = await backUp(firm.server)
    await eve.ok('customer.add', { name: 'Of Eve' })
    await syncAll(eve)
    await ana.ok('organisation.edit', { colleaguesSeeTime: true })
    await syncAll(ana)
    const real = way.ask
    way.ask = (sent) => (sent.url.includes('/fill') ? Promise.reject(new Error('lost')) : real(sent))
    try {
      await eve.refused('team.sync', {})
    } finally {
      way.ask = real
    }
    await putBack(backup.server, backup.backupUrl)
    await syncAll(eve, ana, eve)
    expect(rowsOf(ana).customer.map(({ name }) => name)).toContain('Of Eve')
    expect(await eve.ok('team.status', {})).toMatchObject({ waiting: 0, attention: 0, team: { phase: 'on' } })
  })

  test('H19 what changed nothing, as somebody had done the same, is handed back too: they may never do it again', async () => {
    const firm = await firmOf(world)
    const { ana } = firm
    const bo = await joined(world, firm, 'Bo', 'manager')
    const customerId = (await ana.ok('customer.list', {})).rows[0]?.id ?? ''
    await syncAll(ana, bo)
    const backup = await backUp(firm.server)
    for (const device of [ana, bo]) await device.ok('customer.edit', { customerId, name: 'Acme Inc.' })
    await syncAll(bo, ana)
    await putBack(backup.server, backup.backupUrl)
    // Bo's device is broken.
    await syncAll(ana)
    expect(rowsOf(ana).customer).toMatchObject([{ name: 'Acme Inc.' }])
    await expectWell(firm, ana)
  })

  test('H15 H19 where nobody says that it was restored, devices neither send nor fetch, and keep all', async () => {
    const firm = await firmOf(world)
    const { ana } = firm
    const backup = await backUp(firm.server)
    await ana.ok('customer.add', { name: 'Globex' })
    await syncAll(ana)
    const before = rowsOf(ana)
    const server = await putBack(backup.server, backup.backupUrl, false)
    expect(await ana.refused('team.sync', {})).toMatchObject({ code: 'team.otherHistory' })
    expect(rowsOf(ana)).toEqual(before)
    // Said later, it goes on.
    await beginNewLife(server.database, () => ulid())
    await syncAll(ana)
    expect(rowsOf(ana)).toEqual(before)
    await expectWell(firm, ana)
  })

  test.each(['/fill/absence?', '/pull?'])(
    'H12 H19 of pages that come while a backup is put back nothing stays that the server does not know (%s)',
    async (asked) => {
      const firm = await firmOf(world)
      const { ana } = firm
      const cy = await joined(world, firm, 'Cy', 'manager')
      const real = way.ask
      let backup: Promise<string> | null = null
      let restored: Promise<TestServer> | null = null
      const backUpThen = async (): Promise<string> => {
        const made = await backUp(firm.server)
        firm.server = made.server
        await cy.ok('customer.add', { name: 'After the backup, by who never comes again' })
        await cy.ok('team.sync', {})
        return made.backupUrl
      }
      let backupUrl = ''
      way.ask = async (sent) => {
        if (sent.url.includes('/fill/')) backupUrl = await (backup ??= backUpThen())
        if (backupUrl !== '' && sent.url.includes(asked)) restored ??= putBack(firm.server, backupUrl)
        await restored
        return real(sent)
      }
      try {
        const device = await world.device()
        const { server } = firm
        await device.app.invoke('team.join', {
          server: server.url,
          email: 'ana@example.com',
          password: PASSWORD,
        })
        await syncAll(device, ana)
        await expectWell(firm, device)
      } finally {
        way.ask = real
      }
    },
  )
})
