// The PIN of a profile: asked for at the switch and at the start where the firm wants it, tries limited, and never in the record.
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { openDatabase } from './db/open.ts'
import { temporaryFolder } from './testing/db/temporaryFolder.ts'
import { openFirm, openTestApp } from './testing/testApp.ts'

const ADMIN = '493827'
const BO = '1290'

async function firmWithPins(over: { dataDir?: string } = {}) {
  const f = await openFirm('2026-03-03 09:00', over)
  const { userId: bo } = await f.ok('user.add', { name: 'Bo', role: 'employee' })
  await f.ok('organisation.edit', { pins: true })
  await f.ok('session.setPin', { userId: f.ana, pin: ADMIN })
  return { ...f, bo }
}

test('K19 with PINs, nobody becomes somebody else without theirs; a profile without one is open', async () => {
  const { ok, refused, ana, bo } = await firmWithPins()
  await ok('session.switchUser', { userId: bo })
  expect(await refused('session.switchUser', { userId: ana })).toMatchObject({ code: 'pin.needed' })
  expect(await refused('session.switchUser', { userId: ana, pin: '493828' })).toMatchObject({
    code: 'pin.wrong',
  })
  expect((await ok('app.state', {})).currentUser?.id).toBe(bo)
  await ok('session.switchUser', { userId: ana, pin: ADMIN })
  // Who is there already need not show it again.
  await ok('session.switchUser', { userId: ana })
  expect((await ok('app.state', {})).pins).toEqual({
    locked: false,
    profiles: [
      { id: ana, name: 'Ana Weber', pin: true },
      { id: bo, name: 'Bo', pin: false },
    ],
  })
  // Without the setting they are not asked for, and with it again they are what they were.
  await ok('organisation.edit', { pins: false })
  await ok('session.switchUser', { userId: bo })
  await ok('session.switchUser', { userId: ana })
  expect((await ok('app.state', {})).pins).toBeNull()
})

test('K19 at the start nothing but the way in is answered; what runs goes on', async () => {
  const dataDir = temporaryFolder()
  const f = await firmWithPins({ dataDir })
  const { timerId } = await f.ok('timer.start', { customerId: f.acme, categoryId: f.support })
  await f.app.close()
  const again = await openTestApp('2026-03-03 09:05', { dataDir })
  expect((await again.ok('app.state', {})).pins?.locked).toBe(true)
  for (const [name, args] of [
    ['customer.list', {}],
    ['timer.state', {}],
    ['timer.stop', { timerId }],
    ['session.setPin', { userId: f.ana, pin: null }],
    ['organisation.edit', { pins: false }],
    ['export.start', { what: { kind: 'payroll', month: '2026-03' } }],
  ] as const)
    expect(await again.refused(name, args as never), name).toMatchObject({ code: 'session.locked' })
  expect(await again.refused('session.switchUser', { userId: f.ana, pin: BO })).toMatchObject({
    code: 'pin.wrong',
  })
  await again.ok('session.switchUser', { userId: f.ana, pin: ADMIN })
  expect((await again.ok('timer.state', {})).timers).toHaveLength(1)
  await again.app.close()
})

test('K19 after three wrong ones each try waits, twice as long each time, also over a new start; a right one ends it', async () => {
  const dataDir = temporaryFolder()
  const f = await firmWithPins({ dataDir })
  await f.ok('session.switchUser', { userId: f.bo })
  const guess = (pin = '0000') => f.refused('session.switchUser', { userId: f.ana, pin })
  for (let tries = 0; tries < 3; tries += 1) expect(await guess()).toMatchObject({ code: 'pin.wrong' })
  for (const seconds of [30, 60, 120]) {
    expect(await guess(ADMIN)).toMatchObject({
      code: 'pin.wait',
      details: { values: { name: 'Ana Weber', seconds } },
    })
    f.clock.advance(seconds * 1000)
    expect(await guess()).toMatchObject({ code: 'pin.wrong' })
  }
  await f.app.close()
  const again = await openTestApp('2026-03-03 09:04', { dataDir })
  expect(await again.refused('session.switchUser', { userId: f.ana, pin: ADMIN })).toMatchObject({
    code: 'pin.wait',
  })
  again.clock.advance(240_000)
  await again.ok('session.switchUser', { userId: f.ana, pin: ADMIN })
  await again.ok('session.switchUser', { userId: f.bo })
  expect(await again.refused('session.switchUser', { userId: f.ana, pin: '0000' })).toMatchObject({
    code: 'pin.wrong',
  })
  await again.ok('session.switchUser', { userId: f.ana, pin: ADMIN })
  await again.app.close()
})

test('K19 a PIN is changed with the one so far; an administrator resets another’s, a manager does not', async () => {
  const { ok, refused, ana, bo } = await firmWithPins()
  await ok('session.setPin', { userId: bo, pin: BO })
  await ok('user.edit', { userId: bo, role: 'manager' })
  await ok('session.switchUser', { userId: bo, pin: BO })
  expect(await refused('session.setPin', { userId: ana, pin: '1111' })).toMatchObject({
    code: 'request.notPermitted',
  })
  expect(await refused('session.setPin', { userId: bo, pin: '1111' })).toMatchObject({ code: 'pin.needed' })
  expect(await refused('session.setPin', { userId: bo, pin: '1111', current: '0000' })).toMatchObject({
    code: 'pin.wrong',
  })
  await ok('session.setPin', { userId: bo, pin: '2222', current: BO })
  await ok('session.switchUser', { userId: ana, pin: ADMIN })
  await ok('session.setPin', { userId: bo, pin: null })
  await ok('session.switchUser', { userId: bo })
  for (const pin of ['123', '1234567890123', 'abcd', '12 34'])
    expect(await refused('session.setPin', { userId: bo, pin })).toMatchObject({ code: 'request.invalid' })
})

test('K19 G11 the record says that a PIN was set and by whom; neither it nor its hash is in the trail, the history or the logs', async () => {
  const dataDir = temporaryFolder()
  const f = await firmWithPins({ dataDir })
  await f.ok('session.setPin', { userId: f.bo, pin: '886644' })
  await f.ok('session.setPin', { userId: f.bo, pin: null })
  const { changes } = await f.ok('change.list', {})
  expect(changes.slice(0, 3).map(({ command }) => command)).toEqual([
    'session.removePin',
    'session.setPin',
    'session.setPin',
  ])
  const db = openDatabase(join(dataDir, 'daybook.db'), { readonly: true })
  const kept = db.prepare<[], string>("SELECT value FROM device WHERE key LIKE 'pin:%'").pluck().get() ?? '{}'
  const { hash, salt } = JSON.parse(kept) as { hash: string; salt: string }
  const said = JSON.stringify([
    db.prepare('SELECT * FROM commit_log').all(),
    db.prepare('SELECT * FROM audit').all(),
    changes,
    await f.ok('user.list', {}),
    await f.ok('app.state', {}),
  ])
  db.close()
  for (const secret of [ADMIN, '886644', hash, salt]) expect(said).not.toContain(secret)
  await f.app.close()
  for (const name of readdirSync(dataDir, { recursive: true, encoding: 'utf8' })) {
    const file = join(dataDir, name)
    if (!statSync(file).isFile()) continue
    for (const pin of [ADMIN, '886644']) expect(readFileSync(file).includes(pin), name).toBe(false)
  }
})
