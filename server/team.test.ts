// A team from end to end: real servers on a real PostgreSQL, and devices that are the real application on data folders of their own.
import { zoneAtNoon } from '../core/testing/zoneAtNoon.ts'
import { cpSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { way } from '../core/team/way.ts'
import { checkEverything } from '../core/verify/record.ts'
import type { AppEvent } from '../shared/contract/channel.ts'
import { rowsOf } from './testing/rowsOf.ts'
import type { Device, TestServer, World } from './testing/teamServer.ts'
import { NO_POSTGRES, openWorld } from './testing/teamServer.ts'

/** As of a program that stays, which sends and fetches by itself. */
const STAYS = {
  shell: 'host',
  tray: false,
  globalShortcuts: false,
  saveDialog: false,
  windows: false,
} as const
const PASSWORD = 'a long enough password'
const HOUR = 3_600_000

let world: World
const open = (): World => world
beforeAll(async () => {
  if (NO_POSTGRES === null) world = await openWorld()
})
afterAll(async () => {
  if (NO_POSTGRES === null) await world.close()
})

type Team = { server: TestServer; ana: Device; acme: string; support: string; anaId: string }

/** A firm of Ana's, with a customer and a category, that has become a team. */
async function team(): Promise<Team> {
  const server = await open().server(await open().newDatabase())
  const ana = await open().device()
  const { userId, customerId } = await ana.ok('organisation.setUp', {
    startDate: null,
    organisationName: 'Weber Advisers',
    userName: 'Ana Weber',
    zone: zoneAtNoon(Date.now()),
    currency: 'EUR',
    customerName: 'Acme',
    categoryNames: ['Support'],
  })
  const [category] = await ana.ok('category.list', {})
  await ana.ok('employment.set', {
    userId,
    validFrom: '2020-01-01',
    expectedMinutes: [480, 480, 480, 480, 480, 0, 0],
    expectedMonthMinutes: null,
    wage: { kind: 'hourly', amountMinor: 7777 },
    extraHourMinor: 0,
    bonusMinor: 0,
  })
  await ana.ok('team.create', { server: server.url, email: 'Ana@Example.com', password: PASSWORD })
  return { server, ana, acme: customerId ?? '', support: category?.id ?? '', anaId: userId }
}

async function joined(
  { server, ana }: Team,
  name: string,
  role: 'administrator' | 'manager' | 'employee',
): Promise<Device & { userId: string }> {
  const email = `${name.toLowerCase()}@example.com`
  const { code, userId } = await ana.ok('team.invite', { email, role, name })
  const device = await open().device()
  await device.ok('team.join', { server: server.url, email, password: `${PASSWORD} ${name}`, code })
  return { ...device, userId }
}

const yesterday = (hour: number): number => {
  const day = Math.floor(Date.now() / (24 * HOUR)) - 1
  return (day * 24 + hour) * HOUR
}

describe.skipIf(NO_POSTGRES !== null)('a team', () => {
  test('H2 H3 a firm becomes a team, a manager joins by an invitation and has everything, and both see what the other does', async () => {
    const t = await team()
    const bo = await joined(t, 'Bo', 'manager')
    expect((await bo.ok('app.state', {})).currentUser).toMatchObject({ name: 'Bo', role: 'manager' })
    const { customerId } = await bo.ok('customer.add', { name: 'Globex' })
    await bo.ok('team.sync', {})
    await t.ana.ok('team.sync', {})
    expect(await t.ana.ok('customer.get', { customerId })).toMatchObject({ name: 'Globex' })
    const { timerId } = await t.ana.ok('timer.start', { customerId, categoryId: t.support, note: 'a call' })
    await t.ana.ok('timer.note', { timerId, note: 'a long call' })
    await t.ana.ok('timer.note', { timerId, note: 'a long call, noted' })
    expect((await t.ana.ok('team.status', {})).waiting).toBe(2)
    await t.ana.ok('team.sync', {})
    expect((await t.ana.ok('team.status', {})).waiting).toBe(0)
    await bo.ok('team.sync', {})
    expect(rowsOf(bo).timer).toMatchObject([{ id: timerId, note: 'a long call, noted' }])
    expect(rowsOf(bo)).toEqual(rowsOf(t.ana))
    for (const device of [t.ana, bo])
      expect(checkEverything(join(device.dir, 'daybook.db')).findings).toEqual([])
  })

  test('H14 an employee’s device never holds others’ time or pay, and what they record reaches the managers', async () => {
    const t = await team()
    await t.ana.ok('entry.add', {
      customerId: t.acme,
      categoryId: t.support,
      startAt: yesterday(8),
      endAt: yesterday(9),
      note: 'of Ana alone',
    })
    const eve = await joined(t, 'Eve', 'employee')
    const { entryIds } = await eve.ok('entry.add', {
      customerId: t.acme,
      categoryId: t.support,
      startAt: yesterday(10),
      endAt: yesterday(11),
      note: 'of Eve',
    })
    await eve.ok('team.sync', {})
    await t.ana.ok('team.sync', {})
    await t.ana.ok('entry.add', {
      customerId: t.acme,
      categoryId: t.support,
      startAt: yesterday(12),
      endAt: yesterday(13),
      note: 'again of Ana alone',
    })
    await t.ana.ok('team.sync', {})
    await eve.ok('team.sync', {})
    expect(
      rowsOf(t.ana)
        .timeEntry?.map(({ note }) => note)
        .sort(),
    ).toEqual(['again of Ana alone', 'of Ana alone', 'of Eve'])
    expect(rowsOf(eve).timeEntry).toMatchObject([{ id: entryIds[0], note: 'of Eve' }])
    expect(rowsOf(eve).employment).toEqual([])
    await eve.close()
    const everything = readFileSync(join(eve.dir, 'daybook.db')).toString('latin1')
    for (const secret of ['7777', 'of Ana alone']) expect(everything).not.toContain(secret)
    expect(checkEverything(join(eve.dir, 'daybook.db')).findings).toEqual([])
  })

  test('H14 rights that come and go bring rows and take them away', async () => {
    const t = await team()
    await t.ana.ok('entry.add', {
      customerId: t.acme,
      categoryId: t.support,
      startAt: yesterday(8),
      endAt: yesterday(9),
    })
    const eve = await joined(t, 'Eve', 'employee')
    expect(rowsOf(eve).timeEntry).toEqual([])
    await t.ana.ok('user.edit', { userId: eve.userId, role: 'manager' })
    await t.ana.ok('team.sync', {})
    await eve.ok('team.sync', {})
    expect(rowsOf(eve)).toEqual(rowsOf(t.ana))
    await t.ana.ok('user.edit', { userId: eve.userId, role: 'employee' })
    await t.ana.ok('team.sync', {})
    await eve.ok('team.sync', {})
    expect(rowsOf(eve).timeEntry).toEqual([])
    expect(rowsOf(eve).employment).toEqual([])
  })

  test('H7 H8 the server decides again: what a closed period forbids is undone, kept, and holds up nothing', async () => {
    const t = await team()
    const bo = await joined(t, 'Bo', 'manager')
    const { entryIds } = await bo.ok('entry.add', {
      customerId: t.acme,
      categoryId: t.support,
      startAt: yesterday(8),
      endAt: yesterday(9),
      note: 'as it was',
    })
    await bo.ok('team.sync', {})
    await t.ana.ok('team.sync', {})
    // Bo is on a plane; the month is closed meanwhile.
    const entryId = entryIds[0] ?? ''
    await bo.ok('entry.edit', { entryId, note: 'changed on the plane' })
    const { customerId } = await bo.ok('customer.add', { name: 'Met on the plane' })
    const through = new Date(yesterday(12)).toISOString().slice(0, 10)
    await t.ana.ok('period.close', { through })
    await t.ana.ok('team.sync', {})
    await bo.ok('team.sync', {})
    expect(await bo.ok('team.status', {})).toMatchObject({ waiting: 0, attention: 1 })
    const [item] = await bo.ok('attention.list', {})
    expect(item).toMatchObject({
      command: 'entry.edit',
      refusal: { code: expect.stringMatching(/priorPeriod|period/i) },
      things: [
        {
          fields: [{ field: 'note', before: 'as it was', after: 'changed on the plane', held: 'as it was' }],
        },
      ],
    })
    expect(rowsOf(bo).timeEntry).toMatchObject([{ note: 'as it was' }])
    expect(await bo.ok('customer.get', { customerId })).toMatchObject({ name: 'Met on the plane' })
    await t.ana.ok('team.sync', {})
    expect(rowsOf(bo)).toEqual(rowsOf(t.ana))
    expect(await bo.refused('attention.retry', { attentionId: item?.id ?? '' })).toBeTruthy()
    await bo.ok('attention.keep', { attentionId: item?.id ?? '' })
    expect(await bo.ok('attention.list', {})).toEqual([])
    expect(checkEverything(join(bo.dir, 'daybook.db')).findings).toEqual([])
  })

  test('H8 what was decided differently stays or is taken back, as whoever did it wants', async () => {
    const t = await team()
    const bo = await joined(t, 'Bo', 'manager')
    for (const name of ['Kept', 'Dropped']) {
      await t.ana.ok('project.add', { customerId: t.acme, name: `${name} by Ana` })
      await bo.ok('project.add', { customerId: t.acme, name: `${name} by Bo` })
      for (const device of [t.ana, bo]) await device.ok('team.sync', {})
      const [item] = await bo.ok('attention.list', {})
      // Both had given their project the same next code.
      expect(item).toMatchObject({ command: 'project.add', refusal: null })
      const attentionId = item?.id ?? ''
      // It counts, and once more would be a second one.
      expect(await bo.refused('attention.retry', { attentionId })).toMatchObject({
        code: 'attention.counts',
      })
      await bo.ok(name === 'Kept' ? 'attention.keep' : 'attention.drop', { attentionId })
      expect(await bo.refused('attention.drop', { attentionId })).toMatchObject({
        code: 'notFound.attention',
      })
    }
    for (const device of [bo, t.ana]) await device.ok('team.sync', {})
    const names = rowsOf(t.ana).project.map(({ name }) => name)
    expect(names.toSorted()).toEqual(['Dropped by Ana', 'Kept by Ana', 'Kept by Bo'])
    expect(rowsOf(bo)).toEqual(rowsOf(t.ana))
    expect(await bo.ok('team.status', {})).toMatchObject({ waiting: 0, attention: 0 })
  })

  test('H8 a deletion that waits is taken back and done again, with all that goes with it', async () => {
    const t = await team()
    const bo = await joined(t, 'Bo', 'manager')
    const { customerId } = await t.ana.ok('customer.add', { name: 'Globex' })
    await t.ana.ok('project.add', { customerId, name: 'Website' })
    for (const device of [t.ana, bo]) await device.ok('team.sync', {})
    await bo.ok('customer.remove', { customerId })
    await t.ana.ok('customer.add', { name: 'Met meanwhile' })
    for (const device of [t.ana, bo, t.ana]) await device.ok('team.sync', {})
    expect(await bo.ok('team.status', {})).toMatchObject({ waiting: 0, attention: 0 })
    expect(rowsOf(bo)).toEqual(rowsOf(t.ana))
    expect(rowsOf(bo).customer.filter(({ removed }) => removed !== true)).toHaveLength(2)
    expect(checkEverything(join(bo.dir, 'daybook.db')).findings).toEqual([])
  })

  test('H10 two change different fields: both win; the same field: the second is shown side by side', async () => {
    const t = await team()
    const bo = await joined(t, 'Bo', 'manager')
    await t.ana.ok('customer.edit', { customerId: t.acme, name: 'Acme Inc.' })
    await bo.ok('customer.edit', { customerId: t.acme, notes: 'Call back' })
    await t.ana.ok('team.sync', {})
    await bo.ok('team.sync', {})
    await t.ana.ok('team.sync', {})
    expect(rowsOf(t.ana).customer).toMatchObject([{ name: 'Acme Inc.', notes: 'Call back' }])
    expect(rowsOf(bo)).toEqual(rowsOf(t.ana))
    await t.ana.ok('customer.edit', { customerId: t.acme, name: 'Acme Limited' })
    await bo.ok('customer.edit', { customerId: t.acme, name: 'Acme GmbH' })
    await t.ana.ok('team.sync', {})
    await bo.ok('team.sync', {})
    expect(rowsOf(bo).customer).toMatchObject([{ name: 'Acme Limited' }])
    const [item] = await bo.ok('attention.list', {})
    expect(item).toMatchObject({
      refusal: { code: 'team.conflict' },
      things: [
        {
          name: 'Acme GmbH',
          fields: [{ field: 'name', before: 'Acme Inc.', after: 'Acme GmbH', held: 'Acme Limited' }],
        },
      ],
    })
    // Bo's name is right after all.
    await bo.ok('attention.retry', { attentionId: item?.id ?? '' })
    await bo.ok('team.sync', {})
    await t.ana.ok('team.sync', {})
    expect(rowsOf(t.ana).customer).toMatchObject([{ name: 'Acme GmbH' }])
    expect(await bo.ok('team.status', {})).toMatchObject({ waiting: 0, attention: 0 })
  })

  test('H9 of two stops of one timer the earlier holds, and the later is kept with its note', async () => {
    const t = await team()
    const second = await open().device()
    await second.ok('team.join', { server: t.server.url, email: 'ana@example.com', password: PASSWORD })
    const { timerId } = await t.ana.ok('timer.start', { customerId: t.acme, categoryId: t.support })
    await t.ana.ok('team.sync', {})
    await second.ok('team.sync', {})
    await t.ana.ok('timer.stop', { timerId, note: 'stopped at the desk' })
    await second.ok('timer.stop', { timerId, note: 'stopped on the phone' })
    await t.ana.ok('team.sync', {})
    await second.ok('team.sync', {})
    expect(rowsOf(second)).toEqual(rowsOf(t.ana))
    expect(rowsOf(second).timeEntry).toMatchObject([{ note: 'stopped at the desk' }])
    const [item] = await second.ok('attention.list', {})
    expect(item?.things.flatMap(({ fields }) => fields)).toContainEqual(
      expect.objectContaining({ field: 'note', after: 'stopped on the phone' }),
    )
  })

  test('H9 a stop that was earlier holds though it arrives later, and who made the later one can take their note over', async () => {
    const t = await team()
    const second = await open().device()
    await second.ok('team.join', { server: t.server.url, email: 'ana@example.com', password: PASSWORD })
    const now = Date.now()
    const { timerId } = await t.ana.ok('timer.start', {
      customerId: t.acme,
      categoryId: t.support,
      at: now - 3 * HOUR,
    })
    await t.ana.ok('team.sync', {})
    await second.ok('team.sync', {})
    // On the phone it was stopped first, but that had no network until the evening.
    await second.ok('timer.stop', { timerId, note: 'on the phone', at: now - 2 * HOUR })
    await t.ana.ok('timer.stop', { timerId, note: 'at the desk', at: now - HOUR })
    await t.ana.ok('team.sync', {})
    await second.ok('team.sync', {})
    expect(await second.ok('team.status', {})).toMatchObject({ waiting: 0, attention: 0 })
    await t.ana.ok('team.sync', {})
    expect(rowsOf(second)).toEqual(rowsOf(t.ana))
    expect(rowsOf(t.ana).timeEntry).toMatchObject([
      { note: 'on the phone', startAt: now - 3 * HOUR, endAt: now - 2 * HOUR },
    ])
    const [item] = await t.ana.ok('attention.list', {})
    expect(item).toMatchObject({
      command: 'timer.stop',
      refusal: { code: 'timer.earlierStop' },
      offers: 'note',
    })
    // With its time.
    const fields = item?.things.flatMap((thing) => thing.fields) ?? []
    expect(fields).toContainEqual(expect.objectContaining({ field: 'note', after: 'at the desk' }))
    expect(JSON.stringify(fields)).toContain(String(now - HOUR))
    await t.ana.ok('attention.retry', { attentionId: item?.id ?? '' })
    await t.ana.ok('team.sync', {})
    await second.ok('team.sync', {})
    expect(rowsOf(second).timeEntry).toMatchObject([
      { note: 'on the phone\nat the desk', endAt: now - 2 * HOUR },
    ])
    expect(rowsOf(second)).toEqual(rowsOf(t.ana))
    for (const device of [t.ana, second]) {
      expect(await device.ok('team.status', {})).toMatchObject({ waiting: 0, attention: 0 })
      expect(checkEverything(join(device.dir, 'daybook.db')).findings).toEqual([])
    }
  })

  test('H9 what was done with the session since keeps the stop that counts, and the other is kept', async () => {
    const t = await team()
    const second = await open().device()
    await second.ok('team.join', { server: t.server.url, email: 'ana@example.com', password: PASSWORD })
    const now = Date.now()
    const on = { customerId: t.acme, categoryId: t.support }
    const { timerId } = await t.ana.ok('timer.start', { ...on, at: now - 3 * HOUR })
    for (const device of [t.ana, second]) await device.ok('team.sync', {})
    await second.ok('timer.stop', { timerId, note: 'on the phone', at: now - 2 * HOUR })
    const { entryIds } = await t.ana.ok('timer.stop', { timerId, note: 'at the desk', at: now - HOUR })
    await t.ana.ok('entry.edit', { entryId: entryIds[0] ?? '', note: 'worked on since' })
    for (const device of [t.ana, second, t.ana]) await device.ok('team.sync', {})
    expect(rowsOf(second)).toEqual(rowsOf(t.ana))
    expect(rowsOf(second).timeEntry).toMatchObject([{ note: 'worked on since', endAt: now - HOUR }])
    expect(await second.ok('attention.list', {})).toMatchObject([{ command: 'timer.stop', offers: 'note' }])
    expect(await t.ana.ok('attention.list', {})).toEqual([])
  })

  test('G10 two projects get one code on two devices: the second gets its own, and is told so', async () => {
    const t = await team()
    const bo = await joined(t, 'Bo', 'manager')
    expect((await t.ana.ok('project.add', { customerId: t.acme, name: 'Website' })).code).toBe('PROJ-1')
    const { code, projectId } = await bo.ok('project.add', { customerId: t.acme, name: 'Audit' })
    expect(code).toBe('PROJ-1')
    await t.ana.ok('team.sync', {})
    await bo.ok('team.sync', {})
    await t.ana.ok('team.sync', {})
    expect(rowsOf(bo).project).toMatchObject([{ code: 'PROJ-1' }, { id: projectId, code: 'PROJ-2' }])
    expect(rowsOf(bo)).toEqual(rowsOf(t.ana))
    expect(await bo.ok('attention.list', {})).toMatchObject([
      { refusal: null, things: [{ fields: [{ field: 'code', after: 'PROJ-1', held: 'PROJ-2' }] }] },
    ])
  })

  test('H11 each act is applied exactly once, whichever replies are lost', async () => {
    const t = await team()
    const real = way.ask
    let lost = 0
    way.ask = async (sent) => {
      const said = await real(sent)
      if (!sent.url.includes('/v1/push') || lost >= 3) return said
      lost += 1
      throw new Error('lost')
    }
    try {
      for (let n = 1; n <= 3; n += 1) {
        await t.ana.ok('customer.add', { name: `Customer ${n}` })
        expect(await t.ana.refused('team.sync', {})).toMatchObject({ code: 'team.offline' })
      }
    } finally {
      way.ask = real
    }
    expect(lost).toBe(3)
    await t.ana.ok('team.sync', {})
    expect(rowsOf(t.ana).customer).toHaveLength(4)
    const [count] = await t.server.database.all<{ n: number }>(
      "SELECT count(*) AS n FROM row WHERE entity = 'customer'",
    )
    expect(count?.n).toBe(4)
  })

  test('H5 a device that is shut out gets nothing more, and what it had not sent is put aside', async () => {
    const t = await team()
    const eve = await joined(t, 'Eve', 'employee')
    await eve.ok('customer.add', { name: 'Not sent yet' })
    const devices = await t.ana.ok('team.devices', {})
    const lost = devices.find(({ userName }) => userName === 'Eve')
    await t.ana.ok('team.revoke', { deviceId: lost?.id ?? '' })
    await t.ana.ok('customer.add', { name: 'Not for Eve' })
    await t.ana.ok('team.sync', {})
    expect(await eve.refused('team.sync', {})).toMatchObject({ code: 'team.revoked' })
    expect(rowsOf(eve).customer.map(({ name }) => name)).toEqual(['Acme'])
    expect(await eve.ok('attention.list', {})).toMatchObject([
      { command: 'customer.add', refusal: { code: 'team.quarantined' } },
    ])
    expect(await t.server.database.all('SELECT reason FROM quarantine')).toHaveLength(1)
    await eve.ok('team.leave', {})
    expect(await eve.ok('team.status', {})).toMatchObject({ team: null, waiting: 0 })
  })

  test('H5 H11 a data folder that was copied, or put back from a backup, goes on as a device of its own, and nothing is lost or done twice', async () => {
    const t = await team()
    const bo = await joined(t, 'Bo', 'manager')
    await bo.ok('customer.add', { name: 'Before the copy' })
    await bo.ok('team.sync', {})
    // Not sent yet when the copy is made: both have it.
    await bo.ok('customer.add', { name: 'In both' })
    await bo.close()
    const folder = open().folder()
    cpSync(bo.dir, folder, { recursive: true })
    const [first, copy] = [await open().device({}, bo.dir), await open().device({}, folder)]
    for (let n = 1; n <= 3; n += 1) {
      await first.ok('customer.add', { name: `First ${n}` })
      await copy.ok('customer.add', { name: `Copy ${n}` })
    }
    for (const device of [first, copy, first, t.ana]) await device.ok('team.sync', {})
    expect(
      rowsOf(t.ana)
        .customer.map(({ name }) => name)
        .sort(),
    ).toEqual(
      ['Acme', 'Before the copy', 'In both', ...[1, 2, 3].flatMap((n) => [`First ${n}`, `Copy ${n}`])].sort(),
    )
    for (const device of [first, copy]) {
      expect(await device.ok('team.status', {})).toMatchObject({ waiting: 0, attention: 0 })
      expect(rowsOf(device)).toEqual(rowsOf(t.ana))
    }
    // Seen among the devices, and shut out by itself.
    const ofBo = (await t.ana.ok('team.devices', {})).filter(({ userName }) => userName === 'Bo')
    expect(ofBo).toHaveLength(2)
    const own = (await copy.ok('team.devices', {})).find((device) => device.own)
    await t.ana.ok('team.revoke', { deviceId: own?.id ?? '' })
    expect(await copy.refused('team.sync', {})).toMatchObject({ code: 'team.revoked' })
    await first.ok('team.sync', {})
    expect(await t.server.database.all('SELECT 1 FROM quarantine')).toEqual([])
  })

  test('H15 a server that rewrites history is found out', async () => {
    const t = await team()
    await t.ana.ok('customer.add', { name: 'Globex' })
    await t.ana.ok('team.sync', {})
    await t.server.database.all(
      "UPDATE commit SET hash = repeat('0', 64) WHERE seq = (SELECT max(seq) FROM commit)",
    )
    await t.server.database.all("UPDATE org SET hash = repeat('0', 64)")
    expect(await t.ana.refused('team.sync', {})).toMatchObject({ code: 'team.otherHistory' })
  })

  test('what cannot wait for the server says so, and who was not invited is not added', async () => {
    const t = await team()
    const invited = { email: 'cleo@example.com', role: 'employee', name: 'Cleo' } as const
    const users = rowsOf(t.ana).user
    const real = way.ask
    way.ask = () => Promise.reject(new Error('lost'))
    try {
      for (const [command, args] of [
        ['team.invite', invited],
        ['team.members', {}],
        ['team.revoke', { deviceId: 'any' }],
      ] as const)
        expect(await t.ana.refused(command, args), command).toMatchObject({ code: 'team.noAnswer' })
      const alone = await world.device()
      const coming = { server: t.server.url, email: 'cleo@example.com', password: PASSWORD }
      expect(await alone.refused('team.join', coming)).toMatchObject({ code: 'team.noAnswer' })
    } finally {
      way.ask = real
    }
    expect(rowsOf(t.ana).user).toEqual(users)
    await t.ana.ok('team.invite', invited)
  })

  test('H6 a command waits for no server, and the secret lies in a file for its owner alone', async () => {
    const t = await team()
    await t.server.close()
    await t.ana.ok('customer.add', { name: 'Offline' })
    expect(await t.ana.refused('team.sync', {})).toMatchObject({ code: 'team.offline' })
    expect(await t.ana.ok('team.status', {})).toMatchObject({ waiting: 1, team: { problem: null } })
    const file = join(t.ana.dir, 'daybook-team.token')
    if (process.platform !== 'win32') expect(statSync(file).mode & 0o777).toBe(0o600)
    const secret = readFileSync(file, 'utf8')
    await t.ana.close()
    expect(readFileSync(join(t.ana.dir, 'daybook.db')).toString('latin1')).not.toContain(secret)
  })

  test('H6 what is done in a program that stays is sent at once, though nobody asks for it', async () => {
    const t = await team()
    await t.ana.close()
    const again = await open().device({ abilities: STAYS }, t.ana.dir)
    const waits = async () => (await again.ok('team.status', {})).waiting
    await again.ok('team.sync', {})
    await again.ok('customer.add', { name: 'Sent by itself' })
    await expect.poll(waits, { timeout: 5_000 }).toBe(0)
    await again.close()
  })

  test('H12 B44 who works on what is seen on another device, and its screens are told, though nobody asks for it', async () => {
    const t = await team()
    const bo = await joined(t, 'Bo', 'manager')
    for (const { close } of [t.ana, bo]) await close()
    const [ana, watching] = [
      await open().device({ abilities: STAYS }, t.ana.dir),
      await open().device({ abilities: STAYS }, bo.dir),
    ]
    const told: AppEvent[] = []
    watching.app.subscribe((event) => told.push(event))
    await watching.ok('team.sync', {})
    const { timerId } = await ana.ok('timer.start', { customerId: t.acme, categoryId: t.support })
    const working = async () => (await watching.ok('timer.active', {})).timers.map((timer) => timer.id)
    await expect.poll(working, { timeout: 10_000 }).toEqual([timerId])
    expect(told).toContainEqual(expect.objectContaining({ type: 'changed' }))
    await ana.close()
    await watching.close()
  })

  test('in a team nobody sits down as somebody else, and no sample is loaded', async () => {
    const t = await team()
    const bo = await joined(t, 'Bo', 'manager')
    expect(await bo.refused('session.switchUser', { userId: t.anaId })).toMatchObject({
      code: 'team.oneUser',
    })
    expect(await bo.refused('sample.load', {})).toMatchObject({ code: 'team.noSample' })
    expect(await bo.refused('team.invite', { email: 'x@example.com' })).toMatchObject({
      code: 'request.notPermitted',
    })
  })
})

describe.skipIf(NO_POSTGRES !== null)('what nobody asks for', () => {
  test('E5 a meeting that is over is in each person’s log once, though several devices look', async () => {
    const t = await team()
    const bo = await joined(t, 'Bo', 'manager')
    // So short that it hardly ever lies over midnight, which would make two entries of it.
    const startAt = Math.floor(Date.now() / 60_000) * 60_000 - 2 * 60_000
    const { meetingId } = await t.ana.ok('meeting.add', {
      title: 'Review',
      startAt,
      endAt: startAt + 60_000,
      customerId: t.acme,
      categoryId: t.support,
      userIds: [t.anaId, bo.userId],
      logged: true,
    } as never)
    await t.ana.ok('team.sync', {})
    await bo.ok('team.sync', {})
    // Each looks when it starts.
    for (const device of [t.ana, bo]) {
      await device.close()
      const again = await open().device({}, device.dir)
      await again.ok('team.sync', {})
      await again.close()
    }
    for (const device of [t.ana, bo]) {
      const again = await open().device({}, device.dir)
      await again.ok('team.sync', {})
      expect(await again.ok('attention.list', {})).toEqual([])
      await again.close()
    }
    expect(rowsOf(bo)).toEqual(rowsOf(t.ana))
    const logged = rowsOf(bo).timeEntry.filter((entry) => entry.meetingId === meetingId)
    expect(logged.map(({ userId }) => userId).sort()).toEqual([t.anaId, bo.userId].sort())
  })
})
