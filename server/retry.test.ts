// What was refused is done again: once, however often and on however many copies of the same data somebody asks for it.
import { cpSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openDatabase } from '../core/db/open.ts'
import { checkEverything } from '../core/verify/record.ts'
import { firmOf, joined } from './testing/firm.ts'
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

const HOUR = 3_600_000

/** Bo's time for a customer who is gone meanwhile was refused, and the customer is there again. */
async function refused() {
  const firm = await firmOf(world)
  const bo = await joined(world, firm, 'Bo', 'manager')
  const { customerId } = await firm.ana.ok('customer.add', { name: 'Globex' })
  for (const device of [firm.ana, bo]) await device.ok('team.sync', {})
  const removal = await firm.ana.app.invoke('customer.remove', { customerId })
  const commitId = removal.ok ? (removal.commitId ?? '') : ''
  const [category] = rowsOf(bo).category
  const categoryId = String(category?.id)
  const endAt = Date.now() - HOUR
  await bo.ok('entry.add', { customerId, categoryId, startAt: endAt - 60_000, endAt, note: 'once' })
  for (const device of [firm.ana, bo]) await device.ok('team.sync', {})
  await firm.ana.ok('change.undo', { commitId })
  for (const device of [firm.ana, bo]) await device.ok('team.sync', {})
  const [item] = await bo.ok('attention.list', {})
  expect(item).toMatchObject({ command: 'entry.add' })
  const attentionId = item?.id ?? ''
  const copyNow = async (from: Device): Promise<string> => {
    const folder = world.folder()
    await from.close()
    cpSync(from.dir, folder, { recursive: true })
    return folder
  }
  return { firm, bo, attentionId, copyNow }
}

const notes = (device: Device): string[] => rowsOf(device).timeEntry.map(({ note }) => String(note))

async function settled(ana: Device, devices: readonly Device[]): Promise<void> {
  for (const device of [...devices, ...devices, ana]) await device.ok('team.sync', {})
  expect(notes(ana)).toEqual(['once'])
  for (const device of devices) {
    expect(rowsOf(device)).toEqual(rowsOf(ana))
    expect(await device.ok('team.status', {})).toMatchObject({ waiting: 0, attention: 0 })
    expect(checkEverything(join(device.dir, 'daybook.db')).findings).toEqual([])
  }
}

describe.skipIf(NO_POSTGRES !== null)('doing it again', () => {
  test('H8 H11 on two copies of the same data, which know nothing of each other, it is done once', async () => {
    const { firm, bo, attentionId, copyNow } = await refused()
    const folder = await copyNow(bo)
    const [first, copy] = [await world.device({}, bo.dir), await world.device({}, folder)]
    for (const device of [first, copy]) await device.ok('attention.retry', { attentionId })
    await settled(firm.ana, [first, copy])
  })

  test('H8 H11 where it was done on one copy, the other has nothing left to do', async () => {
    const { firm, bo, attentionId, copyNow } = await refused()
    const folder = await copyNow(bo)
    const [first, copy] = [await world.device({}, bo.dir), await world.device({}, folder)]
    await first.ok('attention.retry', { attentionId })
    for (const device of [first, copy]) await device.ok('team.sync', {})
    expect(await copy.ok('attention.list', {})).toEqual([])
    await settled(firm.ana, [first, copy])
  })

  test('H8 where the program ended before it was off the list, asking again does not do it again', async () => {
    const { firm, bo, attentionId, copyNow } = await refused()
    const before = await copyNow(bo)
    const first = await world.device({}, bo.dir)
    await first.ok('attention.retry', { attentionId })
    await first.close()
    const db = openDatabase(join(bo.dir, 'daybook.db'))
    db.exec(
      `ATTACH '${join(before, 'daybook.db')}' AS before; INSERT INTO attention SELECT * FROM before.attention`,
    )
    db.close()
    const again = await world.device({}, bo.dir)
    await again.ok('attention.retry', { attentionId })
    expect(await again.ok('attention.list', {})).toEqual([])
    await settled(firm.ana, [again])
  })
})
