// What a command that comes from elsewhere must not get around, and what a commit tells of itself.
import { expect, test } from 'vitest'
import { commitChanges } from './commit.ts'
import { createData } from './db/data.ts'
import { loadMigrations, migrate } from './db/migrate.ts'
import { actorOf, contextOf, decideCommand } from './decide.ts'
import { openForTest } from './testing/db/openForTest.ts'
import { fakeWorld, openFirm, ZONE } from './testing/testApp.ts'

test('C6 a command whose id is the beginning of all others gets around no guard', async () => {
  let id: string | null = null
  let made = 0
  const newId = (): string => id ?? `ID${String(++made).padStart(8, '0')}`
  const f = await openFirm(undefined, { newId })
  await f.ok('timer.start', { customerId: f.acme, categoryId: f.support })
  id = 'ID'
  expect(await f.refused('category.remove', { categoryId: f.support })).toMatchObject({
    code: 'guard.categoryDelete',
  })
  expect(await f.refused('category.edit', { categoryId: f.support, billType: 'nonBillable' })).toMatchObject({
    code: 'guard.categoryEdit',
  })
  await f.app.close()
})

function emptyFirm() {
  const { ports } = fakeWorld('2026-03-03 09:00')
  const db = openForTest(':memory:')
  migrate(db, loadMigrations(ports.migrationsDir), { now: 0, backup: () => undefined })
  const data = createData(db)
  const setUp = {
    startDate: null,
    organisationName: 'Weber Advisers',
    userName: 'Ana Weber',
    zone: ZONE,
    currency: 'EUR',
    customerName: 'Acme',
    categoryNames: ['Support'],
  }
  const now = ports.clock.now()
  const decided = db.transaction(() =>
    decideCommand(data, 'organisation.setUp', setUp, contextOf(data, null, now, ZONE), 'S'),
  )()
  if (!decided.ok) throw new Error(decided.error.code)
  return { data, now, decided: decided.value, ana: data.list('user')[0]?.id ?? '' }
}

test('H7 it is decided as of the moment and with the ids that are given, and says what it did', () => {
  const { data, now, decided, ana } = emptyFirm()
  expect(decided.committed?.entities).toContain('organisation')
  expect(data.list('customer')[0]?.id.startsWith('S')).toBe(true)
  const earlier = now - 3_600_000
  const started = decideCommand(
    data,
    'timer.start',
    { customerId: data.list('customer')[0]?.id, categoryId: data.list('category')[0]?.id },
    contextOf(data, actorOf(data, ana), earlier, ZONE),
    'T',
  )
  expect(started.ok && started.value.committed?.effects).toMatchObject([
    { entity: 'timer', before: null, after: { id: 'T', startedAt: earlier, userId: ana } },
  ])
  const quiet = decideCommand(
    data,
    'timer.note',
    { timerId: 'T', note: 'typed' },
    contextOf(data, actorOf(data, ana), now, ZONE),
    'N',
  )
  // It is in no trail, but its effects are told all the same.
  expect(quiet.ok && quiet.value.committed?.effects).toMatchObject([
    { entity: 'timer', before: { note: '' }, after: { note: 'typed' } },
  ])
  expect(data.get("SELECT 1 FROM commit_log WHERE id = 'N'")).toBeUndefined()
})

test('H7 who is gone or not at work any more is nobody', () => {
  const { data, now, ana } = emptyFirm()
  const user = data.find('user', ana)
  if (user === null) throw new Error('no user')
  expect(actorOf(data, ana)).toEqual({ userId: ana, role: 'administrator' })
  expect(actorOf(data, 'nobody')).toBeNull()
  commitChanges(data, [{ op: 'put', entity: 'user', value: { ...user, active: false } }], {
    id: 'X',
    at: now,
    actorId: null,
    command: 'user.edit',
    args: {},
  })
  expect(actorOf(data, ana)).toBeNull()
})
