// Devices whose clock is wrong, on a real PostgreSQL: what they do is taken and noted, and what goes by a limit of time is held against the
// server's clock too.
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createData } from '../core/db/data.ts'
import { openDatabase } from '../core/db/open.ts'
import { checkEverything } from '../core/verify/record.ts'
import type { ChangeView } from '../shared/contract/entry.ts'
import type { Firm } from './testing/firm.ts'
import { firmOf, joined } from './testing/firm.ts'
import { screensOf } from './testing/screens.ts'
import type { Device, World } from './testing/teamServer.ts'
import { NO_POSTGRES, openWorld } from './testing/teamServer.ts'

const HOUR = 3_600_000
const DAY = 24 * HOUR

let world: World
beforeAll(async () => {
  if (NO_POSTGRES === null) world = await openWorld()
})
afterAll(async () => {
  if (NO_POSTGRES === null) await world.close()
})

/** Bo's device, with a clock that is set as one likes. */
async function withClock(firm: Firm) {
  const bo = await joined(world, firm, 'Bo', 'manager')
  await bo.close()
  let off = 0
  const clock = { now: () => Date.now() + off, monotonic: () => performance.now() }
  const device = await world.device({ clock }, bo.dir)
  return { device, set: (ms: number) => void (off = ms) }
}

const namesOf = async ({ ana }: Firm) => ({
  customerId: (await ana.ok('customer.list', {})).rows[0]?.id ?? '',
  categoryId: (await ana.ok('category.list', {}))[0]?.id ?? '',
})

const timersOf = (device: Device) => {
  const data = createData(openDatabase(join(device.dir, 'daybook.db'), { readonly: true }))
  const rows = data.where('timeEntry', '1 ORDER BY id')
  data.db.close()
  return rows
}

const about = (ms: number): unknown =>
  expect.toSatisfy((value: unknown) => typeof value === 'number' && Math.abs(value - ms) < 60_000)

const of = (changes: readonly ChangeView[], command: string) =>
  changes.filter((change) => change.command === command).map(({ clockOff }) => clockOff)

describe.skipIf(NO_POSTGRES !== null)('clocks that are wrong', () => {
  test('H16 what is done with a clock three hours ahead is taken as it was claimed, and the history says so everywhere', async () => {
    const firm = await firmOf(world)
    const on = await namesOf(firm)
    const { device, set } = await withClock(firm)
    await device.ok('customer.add', { name: 'With the right clock' })
    await device.ok('team.sync', {})
    set(3 * HOUR)
    const { timerId } = await device.ok('timer.start', on)
    const startedAt = Date.now() + 3 * HOUR
    set(4 * HOUR)
    await device.ok('timer.stop', { timerId, note: 'by that clock' })
    await device.ok('customer.add', { name: 'Met by that clock' })
    await device.ok('team.sync', {})
    expect(await device.ok('team.status', {})).toMatchObject({ waiting: 0, attention: 0 })
    await firm.ana.ok('team.sync', {})
    const page = await screensOf(firm.server, 'ana@example.com')
    for (const { changes } of [
      await device.ok('change.list', {}),
      await firm.ana.ok('change.list', {}),
      await page.ok('change.list', {}),
    ]) {
      expect(of(changes, 'timer.stop')).toEqual([about(4 * HOUR)])
      expect(of(changes, 'customer.add').slice(0, 2)).toEqual([about(4 * HOUR), null])
    }
    const [entry] = timersOf(firm.ana)
    expect(Math.abs((entry?.segments[0]?.start ?? 0) - startedAt)).toBeLessThan(60_000)
    for (const { dir } of [device, firm.ana])
      expect(checkEverything(join(dir, 'daybook.db')).findings).toEqual([])
    // The note is part of the record: whoever takes it out is found.
    await firm.ana.close()
    const db = openDatabase(join(firm.ana.dir, 'daybook.db'))
    db.exec('UPDATE commit_log SET clock_off = NULL WHERE clock_off IS NOT NULL')
    db.close()
    expect(checkEverything(join(firm.ana.dir, 'daybook.db')).findings).not.toEqual([])
  })

  test('H16 a clock that was set back is noted, and brings nobody an undo that is too late', async () => {
    const firm = await firmOf(world)
    const { device, set } = await withClock(firm)
    const { customerId } = await device.ok('customer.add', { name: 'Globex' })
    set(-40 * DAY)
    // Done, by that clock, forty days ago.
    const edited = await device.app.invoke('customer.edit', { customerId, name: 'Globex Ltd.' })
    const commitId = (edited.ok && edited.commitId) || ''
    await device.ok('change.undo', { commitId })
    await device.ok('team.sync', {})
    expect(await device.ok('team.status', {})).toMatchObject({ waiting: 0, attention: 1 })
    expect(await device.ok('attention.list', {})).toMatchObject([
      { command: 'change.undo', refusal: { code: 'undo.tooOld' } },
    ])
    expect(of((await device.ok('change.list', {})).changes, 'customer.edit')).toEqual([about(-40 * DAY)])
  })

  test('H16 with a clock that is years ahead no period is closed that has not come, and nothing is dated there', async () => {
    const firm = await firmOf(world)
    const on = await namesOf(firm)
    const { device, set } = await withClock(firm)
    set(5 * 365 * DAY)
    const then = Date.now() + 5 * 365 * DAY
    const through = new Date(then - 40 * DAY).toISOString().slice(0, 10)
    await device.ok('period.close', { through })
    await device.ok('entry.add', { ...on, startAt: then - 3 * DAY, endAt: then - 3 * DAY + HOUR })
    await device.ok('customer.add', { name: 'Taken all the same' })
    await device.ok('team.sync', {})
    const refused = (await device.ok('attention.list', {})).map(({ command, refusal }) => [
      command,
      refusal?.code,
    ])
    expect(refused).toEqual([
      ['period.close', 'period.inFuture'],
      ['entry.add', 'entry.inFuture'],
    ])
    await firm.ana.ok('team.sync', {})
    expect((await firm.ana.ok('app.state', {})).organisation?.closedThrough).toBe(null)
    const { changes } = await firm.ana.ok('change.list', {})
    expect(of(changes, 'customer.add')).toEqual([about(5 * 365 * DAY)])
  })
})
