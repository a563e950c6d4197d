// Whether time is billable: as it says itself, else as its category and project say; in every figure, filter and workbook (D3, E3, E12).
import { afterEach, expect, test } from 'vitest'
import type { ArgsOf } from '../shared/contract/contract.ts'
import { at, openFirm } from './testing/testApp.ts'
import type { Firm } from './testing/testApp.ts'

const open: Firm['app'][] = []
afterEach(async () => {
  for (const app of open.splice(0)) await app.close()
})

const firm = async () => {
  const f = await openFirm('2026-04-15 09:00')
  open.push(f.app)
  await f.ok('rate.set', {
    level: 'organisation',
    subjectId: null,
    validFrom: '2026-01-01',
    amountMinor: 10_000,
  })
  const { categoryId: free } = await f.ok('category.add', { name: 'Goodwill' })
  await f.ok('category.edit', { categoryId: free, billType: 'nonBillable' })
  const { projectId } = await f.ok('project.add', { customerId: f.acme, name: 'Website' })
  let hour = 0
  const work = async (over: Partial<ArgsOf<'entry.add'>> = {}): Promise<string> => {
    const startAt = at('2026-03-03 08:00') + hour++ * 3_600_000
    const on = { customerId: f.acme, categoryId: f.support, projectId, startAt, endAt: startAt + 3_600_000 }
    return (await f.ok('entry.add', { ...on, ...over })).entryIds[0] ?? ''
  }
  return { f, free, projectId, work }
}
const hours = (count: number): number => count * 3_600_000

test('D3 E12 amounts, the project’s billable time, the list and its filter follow the flag of an entry at once', async () => {
  const { f, free, projectId, work } = await firm()
  const usual = await work()
  const goodwill = await work({ categoryId: free })
  const figures = async () => ({
    amount: (await f.ok('customer.amount', { customerId: f.acme })).amountMinor,
    project: (await f.ok('project.get', { projectId })).billableMs,
    billable: (await f.ok('customer.entries', { customerId: f.acme, billable: true })).total,
    not: (await f.ok('customer.entries', { customerId: f.acme, billable: false })).total,
  })
  expect(await figures()).toEqual({ amount: 10_000, project: hours(1), billable: 1, not: 1 })
  await f.ok('entry.edit', { entryId: goodwill, billable: true })
  expect(await figures()).toEqual({ amount: 20_000, project: hours(2), billable: 2, not: 0 })
  await f.ok('entry.editMany', { entryIds: [usual, goodwill], billable: false })
  expect(await figures()).toEqual({ amount: null, project: 0, billable: 0, not: 2 })
  expect(await f.ok('entry.get', { entryId: usual })).toMatchObject({ billable: false, isBillable: false })
  const { commitId = '' } = (await f.reply('entry.editMany', {
    entryIds: [usual, goodwill],
    billable: null,
  })) as { commitId?: string }
  expect(await figures()).toEqual({ amount: 10_000, project: hours(1), billable: 1, not: 1 })
  expect(await f.ok('entry.get', { entryId: usual })).toMatchObject({ billable: null, isBillable: true })
  await f.ok('change.undo', { commitId })
  expect((await figures()).not).toBe(2)
})

test('D3 what nobody said is as category and project say, for the form too; what was said stays when these change', async () => {
  const { f, free, projectId, work } = await firm()
  const usual = await work()
  const said = await work({ billable: true })
  const unsaid = async (args: ArgsOf<'entry.flagsUnsaid'>) =>
    (await f.ok('entry.flagsUnsaid', args)).isBillable
  expect(await unsaid({})).toBe(false)
  expect(await unsaid({ categoryId: f.support, projectId })).toBe(true)
  expect(await unsaid({ categoryId: free, billable: true })).toBe(false)
  await f.ok('project.edit', { projectId, billable: false })
  expect(await unsaid({ categoryId: f.support, projectId })).toBe(false)
  const isBillable = async (entryId: string) => (await f.ok('entry.get', { entryId })).isBillable
  expect([await isBillable(usual), await isBillable(said)]).toEqual([false, true])
  await f.ok('entry.edit', { entryId: said, categoryId: free })
  expect(await isBillable(said)).toBe(true)
})

test('K1 in a closed period the flag of an entry stays, and so does what follows from category and project', async () => {
  const { f, work } = await firm()
  const entryId = await work()
  await f.ok('period.close', { through: '2026-03-31' })
  const amount = async () => (await f.ok('customer.amount', { customerId: f.acme })).amountMinor
  for (const billable of [true, false])
    expect((await f.refused('entry.edit', { entryId, billable })).code).toBe('record.priorPeriod')
  await f.refused('entry.editMany', { entryIds: [entryId], billable: false })
  await f.ok('category.edit', { categoryId: f.support, billType: 'nonBillable' })
  expect(await amount()).toBe(10_000)
  expect(await f.ok('entry.get', { entryId })).toMatchObject({ billable: null, isBillable: true })
})
