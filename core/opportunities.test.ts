// Opportunities through the application: offered, put on time, closed while a timer is on one, guarded, off with their module (A22, A23).
import { expect, test } from 'vitest'
import type { Firm } from './testing/testApp.ts'
import { openFirm } from './testing/testApp.ts'

const HOUR = 3_600_000

async function firm(): Promise<
  Firm & { opportunityId: string; on: { customerId: string; categoryId: string } }
> {
  const f = await openFirm('2026-03-03 09:00')
  const { opportunityId } = await f.ok('opportunity.add', {
    customerId: f.acme,
    name: 'Second location',
    stage: 'Offer sent',
    valueMinor: 950_000,
    expectedClose: '2026-06-30',
  })
  return { ...f, opportunityId, on: { customerId: f.acme, categoryId: f.support } }
}
const choices = (f: Firm, keep?: string) =>
  f.ok('opportunity.choices', { customerId: f.acme, ...(keep === undefined ? {} : { keep }) })

test('A22 A23 an active one is offered and stands on the entry; a closed one only where it is already', async () => {
  const f = await firm()
  const { opportunityId } = f
  expect(await choices(f)).toEqual([{ id: opportunityId, name: 'Second location' }])
  expect(await f.ok('opportunity.choices', { customerId: f.globex })).toEqual([])
  const { timerId } = await f.ok('timer.start', { ...f.on, opportunityId })
  f.clock.advance(HOUR)
  const { entryIds } = await f.ok('timer.stop', { timerId, dialog: false })
  const entry = { entryId: entryIds[0] ?? '' }
  expect(await f.ok('entry.get', entry)).toMatchObject({ opportunityId, opportunityName: 'Second location' })
  expect(await f.ok('opportunity.list', {})).toMatchObject({
    rows: [{ name: 'Second location', customerName: 'Acme', totalMs: HOUR, valueMinor: 950_000 }],
  })
  await f.ok('opportunity.close', { opportunityId, status: 'Won' })
  expect(await choices(f)).toEqual([])
  expect(await choices(f, opportunityId)).toHaveLength(1)
  expect((await f.refused('timer.start', { ...f.on, opportunityId })).code).toBe('opportunity.closed')
  // What is on it already is corrected, and stays on it.
  await f.ok('entry.edit', { ...entry, note: 'corrected' })
  expect(await f.ok('entry.get', entry)).toMatchObject({ opportunityId })
  // Another customer's time is never on it.
  expect((await f.refused('entry.edit', { ...entry, customerId: f.globex, opportunityId })).code).toBe(
    'opportunity.otherCustomer',
  )
  await f.ok('entry.edit', { ...entry, customerId: f.globex })
  expect(await f.ok('entry.get', entry)).toMatchObject({ opportunityId: null })
  await f.app.close()
})

test('A22 closed while a timer is on it, that timer is stopped, recorded and corrected; what is used is not deleted', async () => {
  const f = await firm()
  const { opportunityId } = f
  const { timerId } = await f.ok('timer.start', { ...f.on, opportunityId })
  f.clock.advance(HOUR)
  expect((await f.refused('opportunity.remove', { opportunityId })).code).toBe('guard.opportunityDelete')
  await f.ok('opportunity.close', { opportunityId, status: 'Lost' })
  await f.ok('timer.stop', { timerId, dialog: true })
  const { entryIds } = await f.ok('timer.record', { timerId })
  expect(await f.ok('entry.get', { entryId: entryIds[0] ?? '' })).toMatchObject({ opportunityId })
  // Work goes on with the customer, and without what is closed.
  await f.ok('timer.continueLast', {})
  expect((await f.ok('timer.state', {})).timers[0]).toMatchObject({ customerId: f.acme, opportunityId: null })
  const removed = await f.reply('opportunity.remove', { opportunityId })
  expect((await f.ok('opportunity.list', {})).rows).toEqual([])
  expect(await f.ok('entry.get', { entryId: entryIds[0] ?? '' })).toMatchObject({
    opportunityName: 'Second location',
  })
  await f.ok('change.undo', { commitId: (removed.ok && removed.commitId) || '' })
  await f.ok('opportunity.close', { opportunityId, status: 'Open' })
  expect(await choices(f)).toHaveLength(1)
  await f.app.close()
})

test('F12 with the module off nothing new is put on one, for the firm or for one user; what has one keeps it', async () => {
  const f = await firm()
  const { opportunityId } = f
  const { timerId } = await f.ok('timer.start', { ...f.on, opportunityId })
  f.clock.advance(HOUR)
  const off = { code: 'module.off', details: { values: { module: 'opportunities' } } }
  await f.ok('module.switch', { module: 'opportunities', on: false, userId: f.ana })
  expect(await f.refused('opportunity.list', {})).toEqual(off)
  const { entryIds } = await f.ok('timer.stop', { timerId, dialog: false })
  await f.ok('entry.edit', { entryId: entryIds[0] ?? '', note: 'kept' })
  expect(await f.ok('entry.get', { entryId: entryIds[0] ?? '' })).toMatchObject({ opportunityId })
  expect(await f.refused('timer.start', { ...f.on, opportunityId })).toMatchObject(off)
  await f.ok('timer.continueLast', {})
  expect((await f.ok('timer.state', {})).timers[0]).toMatchObject({ opportunityId: null })
  await f.ok('module.switch', { module: 'opportunities', on: true, userId: f.ana })
  expect(await choices(f)).toHaveLength(1)
  await f.app.close()
})

test('A22 an opportunity goes with its customer, and comes back with it', async () => {
  const f = await firm()
  const removed = await f.reply('customer.remove', { customerId: f.acme })
  expect((await f.ok('opportunity.list', {})).rows).toEqual([])
  await f.ok('change.undo', { commitId: (removed.ok && removed.commitId) || '' })
  expect((await f.ok('opportunity.list', {})).rows).toHaveLength(1)
  await f.app.close()
})
