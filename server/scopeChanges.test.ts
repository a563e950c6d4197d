// The rights of somebody change while their device has done something that is on its way: what it holds is fetched anew, and what it did
// counts once.
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { way } from '../core/team/way.ts'
import { checkEverything } from '../core/verify/record.ts'
import { firmOf, joined, paidHourly, secondDevice, startedAt } from './testing/firm.ts'
import { rowsOf } from './testing/rowsOf.ts'
import type { World } from './testing/teamServer.ts'
import { NO_POSTGRES, openWorld } from './testing/teamServer.ts'

const HOUR = 3_600_000

describe.skipIf(NO_POSTGRES !== null)('rights that change on the way', () => {
  let world: World
  beforeAll(async () => (world = await openWorld()))
  afterAll(() => world.close())

  /** Eve has added a customer, and Ana has changed what Eve may see. */
  async function changed() {
    const firm = await firmOf(world)
    const eve = await joined(world, firm, 'Eve')
    await eve.ok('team.sync', {})
    const { customerId } = await eve.ok('customer.add', { name: 'Made on the way' })
    await firm.ana.ok('organisation.edit', { colleaguesSeeTime: true })
    await firm.ana.ok('team.sync', {})
    return { ...firm, eve, customerId }
  }

  test('H14 what was sent with the same breath is there once, and waits no more', async () => {
    const { eve, ana, customerId } = await changed()
    await eve.ok('team.sync', {})
    expect(await eve.ok('team.status', {})).toMatchObject({
      waiting: 0,
      attention: 0,
      team: { problem: null },
    })
    expect(await eve.ok('customer.get', { customerId })).toMatchObject({ name: 'Made on the way' })
    await ana.ok('team.sync', {})
    expect(await ana.ok('customer.get', { customerId })).toMatchObject({ name: 'Made on the way' })
  })

  test('H1 where the fetching was cut off nothing is taken as done that would be lost with the rest', async () => {
    const { eve, ana } = await changed()
    const real = way.ask
    way.ask = (sent) => (/fill\/timeEntry/.test(sent.url) ? Promise.reject(new Error('lost')) : real(sent))
    try {
      await eve.refused('team.sync', {})
    } finally {
      way.ask = real
    }
    const refused = await eve.refused('customer.add', { name: 'Meanwhile' })
    expect(refused.code).toBe('team.filling')
    await eve.ok('team.sync', {})
    await eve.ok('customer.add', { name: 'Afterwards' })
    await eve.ok('team.sync', {})
    await ana.ok('team.sync', {})
    const { rows } = await ana.ok('customer.list', {})
    expect(rows.map(({ name }) => name)).toEqual(expect.arrayContaining(['Made on the way', 'Afterwards']))
  })

  test('H12 H14 rights that went while pages came, and came again, leave nothing out', async () => {
    const firm = await firmOf(world)
    const { ana } = firm
    await paidHourly(firm, 4_000)
    await ana.ok('team.sync', {})
    const become = async (role: 'employee' | 'manager'): Promise<void> => {
      const bo = (await ana.ok('user.list', {})).find(({ name }) => name === 'Bo')
      await ana.ok('user.edit', { userId: bo?.id ?? '', role })
      await ana.ok('team.sync', {})
    }
    const real = way.ask
    let done = false
    way.ask = async (sent) => {
      if (done || !sent.url.includes('/fill/employment?')) return real(sent)
      done = true
      await become('employee')
      const said = await real(sent)
      await become('manager')
      return said
    }
    try {
      const bo = await joined(world, firm, 'Bo', 'manager')
      expect(rowsOf(bo).employment).toHaveLength(1)
      expect(rowsOf(bo)).toEqual(rowsOf(ana))
    } finally {
      way.ask = real
    }
  })

  test('H9 H14 a stop that gives way while everything is fetched anew is told of', async () => {
    const firm = await firmOf(world)
    const { ana } = firm
    const eve = await joined(world, firm, 'Eve', 'manager')
    const phone = await secondDevice(world, firm, eve.email)
    const now = Date.now()
    const timerId = await startedAt(eve, now - 3 * HOUR)
    for (const device of [eve, phone]) await device.ok('team.sync', {})
    // Stopped on the phone first, which has no network.
    await phone.ok('timer.stop', { timerId, at: now - 2 * HOUR })
    await eve.ok('timer.stop', { timerId, note: 'at the desk', at: now - HOUR })
    await eve.ok('team.sync', {})
    await ana.ok('user.edit', { userId: eve.userId, role: 'employee' })
    await ana.ok('team.sync', {})
    const real = way.ask
    way.ask = async (sent) => {
      if (!sent.url.endsWith('/v1/fill')) return real(sent)
      way.ask = real
      await phone.ok('team.sync', {})
      return real(sent)
    }
    try {
      await eve.ok('team.sync', {})
    } finally {
      way.ask = real
    }
    expect(rowsOf(eve).timeEntry).toMatchObject([{ endAt: now - 2 * HOUR }])
    expect(await eve.ok('attention.list', {})).toMatchObject([
      { command: 'timer.stop', refusal: { code: 'timer.earlierStop' }, offers: 'note' },
    ])
    // Once.
    const [item] = await eve.ok('attention.list', {})
    await eve.ok('attention.keep', { attentionId: item?.id ?? '' })
    await eve.ok('team.sync', {})
    expect(await eve.ok('attention.list', {})).toEqual([])
  })

  test('H9 H14 who stopped a colleague’s timer hears that it gave way, though they may not see that time any more', async () => {
    const firm = await firmOf(world)
    const { ana } = firm
    const eve = await joined(world, firm, 'Eve', 'manager')
    const phone = await secondDevice(world, firm)
    const now = Date.now()
    const timerId = await startedAt(ana, now - 3 * HOUR)
    for (const device of [ana, eve, phone]) await device.ok('team.sync', {})
    await phone.ok('timer.stop', { timerId, at: now - 2 * HOUR })
    await eve.ok('timer.stop', { timerId, note: 'left running', at: now - HOUR })
    await eve.ok('team.sync', {})
    await ana.ok('user.edit', { userId: eve.userId, role: 'employee' })
    await ana.ok('team.sync', {})
    await eve.ok('team.sync', {})
    await phone.ok('team.sync', {})
    await ana.ok('team.sync', {})
    expect(rowsOf(ana).timeEntry).toMatchObject([{ endAt: now - 2 * HOUR }])
    await eve.ok('team.sync', {})
    expect(rowsOf(eve).timeEntry).toEqual([])
    expect(await eve.ok('attention.list', {})).toMatchObject([
      { command: 'timer.stop', refusal: { code: 'timer.earlierStop' } },
    ])
    expect(checkEverything(join(eve.dir, 'daybook.db')).findings).toEqual([])
  })

  test('G11 H15 what was done before a device joined can be undone, and its trail holds', async () => {
    const firm = await firmOf(world)
    const added = await firm.ana.app.invoke('customer.add', { name: 'Before' })
    const bo = await joined(world, firm, 'Bo', 'manager')
    await firm.ana.ok('change.undo', { commitId: (added.ok ? added.commitId : undefined) ?? '' })
    await firm.ana.ok('team.sync', {})
    await bo.ok('team.sync', {})
    expect((await bo.ok('customer.list', {})).rows.map(({ name }) => name)).toEqual(['Acme'])
    await bo.close()
    expect(checkEverything(join(bo.dir, 'daybook.db')).findings).toEqual([])
  })
})
