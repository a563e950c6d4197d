// Colours of customers and projects, and the button bar of each user (A4).
import { expect, test } from 'vitest'
import { createData } from './db/data.ts'
import { loadMigrations, migrate } from './db/migrate.ts'
import { openDatabase } from './db/open.ts'
import { fakeWorld, openFirm } from './testing/testApp.ts'

const HOUR = 3_600_000

test('customers and projects get a colour in turn, time is shown in it, and another is chosen and taken back', async () => {
  const f = await openFirm('2026-03-03 12:00')
  const colours = async () => (await f.ok('customer.list', {})).rows.map(({ name, colour }) => [name, colour])
  await f.ok('customer.add', { name: 'Initech' })
  await f.ok('customer.add', { name: 'Umbrella', colour: 'pink' })
  expect(await colours()).toEqual([
    ['Acme', 'blue'],
    ['Globex', 'green'],
    ['Initech', 'orange'],
    ['Umbrella', 'pink'],
  ])
  const { projectId } = await f.ok('project.add', { customerId: f.globex, name: 'Website', colour: 'red' })
  const entry = async (projectOf: string | null) => {
    const { entryIds } = await f.ok('entry.add', {
      customerId: f.globex,
      categoryId: f.support,
      projectId: projectOf,
      startAt: f.clock.now() - 2 * HOUR,
      endAt: f.clock.now() - HOUR,
    })
    return () => f.ok('entry.get', { entryId: entryIds[0] ?? '' })
  }
  const [plain, onProject] = [await entry(null), await entry(projectId)]
  expect([(await plain()).colour, (await onProject()).colour]).toEqual(['green', 'red'])
  const changed = await f.reply('customer.edit', { customerId: f.globex, colour: 'violet' })
  await f.ok('project.edit', { projectId, name: 'Site' })
  expect([(await plain()).colour, (await onProject()).colour]).toEqual(['violet', 'red'])
  await f.ok('change.undo', { commitId: changed.ok ? (changed.commitId ?? '') : '' })
  expect((await plain()).colour).toBe('green')
  expect(
    await f.refused('customer.edit', { customerId: f.acme, colour: 'mauve' as unknown as 'blue' }),
  ).toMatchObject({ code: 'request.invalid' })
  await f.app.close()
})

test('what was there before colours gets one in turn', () => {
  const db = openDatabase(':memory:')
  const migrations = loadMigrations(fakeWorld('2026-03-03 09:00').ports.migrationsDir)
  const before = migrations.findIndex(({ name }) => name.includes('colours'))
  const steps = { backup: () => undefined, now: 0 }
  migrate(db, migrations.slice(0, before), steps)
  const add = db.prepare(
    `INSERT INTO customer (id, name, status, code, contact_person, email, phone, address, notes, created_at)
     VALUES (?, ?, 'Active', '', '', '', '', '', '', ?)`,
  )
  for (let index = 0; index < 10; index += 1) add.run(`c${index}`, `Customer ${index}`, 100 - index)
  migrate(db, migrations, steps)
  const colours = createData(db)
    .list('customer')
    .toSorted((a, b) => a.createdAt - b.createdAt)
    .map(({ colour }) => colour)
  expect(colours.slice(0, 3)).toEqual(['blue', 'green', 'orange'])
  expect(colours.slice(7)).toEqual(['pink', 'blue', 'green'])
  db.close()
})

test('A4 the button bar is kept with its user, each button once; null is the usual one', async () => {
  const f = await openFirm('2026-03-03 12:00')
  const bar = async () => (await f.ok('app.state', {})).currentUser?.buttons
  expect(await bar()).toBeNull()
  const favourite = { act: 'favourite' as const, customerId: f.acme, categoryId: f.support }
  await f.ok('buttons.arrange', { buttons: [favourite, { act: 'stop' }, { act: 'stop' }, favourite] })
  expect(await bar()).toEqual([favourite, { act: 'stop', customerId: null, categoryId: null }])
  const { userId } = await f.ok('user.add', { name: 'Ben' })
  await f.ok('session.switchUser', { userId })
  expect(await bar()).toBeNull()
  await f.ok('buttons.arrange', { buttons: [] })
  expect(await bar()).toEqual([])
  await f.ok('session.switchUser', { userId: f.ana })
  expect((await bar())?.length).toBe(2)
  const many = Array.from({ length: 25 }, () => favourite)
  expect(await f.refused('buttons.arrange', { buttons: many })).toMatchObject({ code: 'request.invalid' })
  await f.app.close()
})
