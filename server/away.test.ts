// A device that was away for long, and takes in much at once: whoever works at it goes on, and what they do meanwhile is not lost.
import { join } from 'node:path'
import { setImmediate as nextTurn } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { checkEverything } from '../core/verify/record.ts'
import { firmOf, joined } from './testing/firm.ts'
import { rowsOf, within } from './testing/rowsOf.ts'
import type { Device, World } from './testing/teamServer.ts'
import { NO_POSTGRES, openWorld } from './testing/teamServer.ts'

const ACTS = 120

let world: World
beforeAll(async () => {
  if (NO_POSTGRES === null) world = await openWorld()
})
afterAll(async () => {
  if (NO_POSTGRES === null) await world.close()
})

const customersOf = (device: Device): number => within(device, (data) => data.list('customer').length)

/** Bo has added customers without the server, and Ana hers. */
async function away() {
  const firm = await firmOf(world)
  const bo = await joined(world, firm, 'Bo', 'manager')
  for (let n = 0; n < ACTS; n += 1) {
    await bo.ok('customer.add', { name: `of Bo ${n}` })
    await firm.ana.ok('customer.add', { name: `of Ana ${n}` })
  }
  await firm.ana.ok('team.sync', {})
  return { ana: firm.ana, bo }
}

async function equal(ana: Device, bo: Device): Promise<void> {
  for (const device of [bo, ana, bo]) await device.ok('team.sync', {})
  expect((await bo.ok('team.status', {})).waiting).toBe(0)
  expect(rowsOf(bo)).toEqual(rowsOf(ana))
  for (const device of [ana, bo]) expect(checkEverything(join(device.dir, 'daybook.db')).findings).toEqual([])
}

describe.skipIf(NO_POSTGRES !== null)('a device that takes in much', () => {
  test('H6 H12 answers meanwhile: it shows all as it was until all is there, and what is done is done', async () => {
    const { ana, bo } = await away()
    const before = customersOf(bo)
    let ended = false
    const synced = bo.ok('team.sync', {}).finally(() => (ended = true))
    const seen = new Set<number>()
    let added = 0
    for (let turn = 0; !ended; turn += 1) {
      seen.add(customersOf(bo) - added)
      // Whoever works beside it all the time.
      if (turn % 40 === 39) {
        await bo.ok('customer.add', { name: `meanwhile ${added}` })
        added += 1
      }
      await nextTurn()
    }
    await synced
    seen.add(customersOf(bo) - added)
    expect([...seen]).toEqual([before, before + ACTS])
    expect(added).toBeGreaterThan(0)
    await equal(ana, bo)
    expect(customersOf(ana)).toBe(before + ACTS + added)
  })

  test('H6 closed while it does, it has lost nothing and goes on when it is opened again', async () => {
    const { ana, bo } = await away()
    for (const turns of [20, 60, 100]) {
      const synced = bo.app.invoke('team.sync', {})
      for (let turn = 0; turn < turns; turn += 1) await nextTurn()
      await bo.close()
      await synced
      Object.assign(bo, await world.device({}, bo.dir))
    }
    await equal(ana, bo)
    expect(customersOf(ana)).toBe(1 + 2 * ACTS)
  })
})
