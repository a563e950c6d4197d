// The history says of each change what every field was before and is after, with names instead of ids (B50, G11).
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { ChangeView } from '../shared/contract/entry.ts'
import type { Firm } from './testing/testApp.ts'
import { at, openFirm } from './testing/testApp.ts'

let f: Firm
beforeEach(async () => {
  f = await openFirm('2026-03-03 18:00')
})
afterEach(() => f.app.close())

async function newest(): Promise<ChangeView> {
  const [change] = (await f.ok('change.list', { limit: 1 })).changes
  if (change === undefined) throw new Error('nothing changed')
  return change
}
const fieldsOf = ({ subjects }: ChangeView, entity: string) =>
  subjects
    .find((subject) => subject.entity === entity)
    ?.fields.map(({ field, kind, before, after }) => [field, kind, before, after])

test('B50 a customer’s status and name, and nothing that stayed', async () => {
  await f.ok('customer.edit', { customerId: f.acme, status: 'Inactive', phone: '030 1' })
  expect(fieldsOf(await newest(), 'customer')).toEqual([
    ['status', 'choice', 'Active', 'Inactive'],
    ['phone', 'text', '', '030 1'],
  ])
})

test('B50 an entry’s customer, category and project by name, its times as instants, and as they were called last', async () => {
  const { customerId: beta } = await f.ok('customer.add', { name: 'Beta One' })
  const { projectId } = await f.ok('project.add', { customerId: beta, name: 'Roof' })
  const startAt = at('2026-03-02 09:00')
  const { entryIds } = await f.ok('entry.add', {
    customerId: f.acme,
    categoryId: f.support,
    startAt,
    endAt: at('2026-03-02 10:00'),
  })
  await f.ok('entry.edit', {
    entryId: entryIds[0] ?? '',
    customerId: beta,
    projectId,
    endAt: at('2026-03-02 10:30'),
  })
  const changed = await newest()
  expect(fieldsOf(changed, 'timeEntry')).toEqual([
    ['customerId', 'name', 'Acme', 'Beta One'],
    ['projectId', 'name', null, 'PROJ-1 · Roof'],
    ['endAt', 'instant', at('2026-03-02 10:00'), at('2026-03-02 10:30')],
    ['durationMs', 'duration', 3_600_000, 5_400_000],
    ['segments', 'instant', [[startAt, at('2026-03-02 10:00')]], [[startAt, at('2026-03-02 10:30')]]],
  ])
  expect(changed.touched).toBe(1)
  await f.ok('entry.remove', { entryId: entryIds[0] ?? '' })
  await f.ok('project.remove', { projectId })
  await f.ok('customer.remove', { customerId: beta })
  const again = (await f.ok('change.list', {})).changes.find(({ commitId }) => commitId === changed.commitId)
  expect(again === undefined ? null : fieldsOf(again, 'timeEntry')?.slice(0, 2)).toEqual([
    ['customerId', 'name', 'Acme', 'Beta One'],
    ['projectId', 'name', null, 'PROJ-1 · Roof'],
  ])
})

test('B50 what stands within a field: the organisation’s rules, a contract’s wage', async () => {
  await f.ok('organisation.edit', { holidayCountry: 'AT' })
  expect(fieldsOf(await newest(), 'organisation')).toEqual([['holidayCountry', 'text', null, 'AT']])
  const contract = {
    userId: f.ana,
    validFrom: '2026-01-01',
    expectedMinutes: [480, 480, 480, 480, 480, 0, 0],
    expectedMonthMinutes: null,
    wage: { kind: 'hourly' as const, amountMinor: 2_000 },
    extraHourMinor: 3_000,
    bonusMinor: 0,
  }
  await f.ok('employment.set', contract)
  const added = await newest()
  expect(added.subjects).toMatchObject([{ entity: 'employment', name: 'Ana Weber', added: true }])
  expect(fieldsOf(added, 'employment')).toContainEqual(['userId', 'name', null, 'Ana Weber'])
  expect(fieldsOf(added, 'employment')).toContainEqual(['validFrom', 'date', null, '2026-01-01'])
  await f.ok('employment.set', {
    ...contract,
    expectedMinutes: [360, 480, 480, 480, 480, 0, 0],
    wage: { kind: 'hourly', amountMinor: 2_500 },
  })
  expect(fieldsOf(await newest(), 'employment')).toEqual([
    ['expectedMinutes', 'minutes', contract.expectedMinutes, [360, 480, 480, 480, 480, 0, 0]],
    ['wage.amountMinor', 'money', 2_000, 2_500],
  ])
})

test('F10 an employee is refused the history, and so what it says of others', async () => {
  const { userId } = await f.ok('user.add', { name: 'Bo', role: 'employee' })
  await f.ok('session.switchUser', { userId })
  expect((await f.refused('change.list', {})).code).toBe('request.notPermitted')
})
