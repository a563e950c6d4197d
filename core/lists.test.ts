// A customer's time as a list: filtered, sorted and summed by the data file, and several entries changed as one (I15).
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { EntryFilter, EntrySort } from '../shared/contract/entryFilter.ts'
import type { Firm } from './testing/testApp.ts'
import { at, openFirm } from './testing/testApp.ts'

const HOUR = 3_600_000
let f: Firm
let ben: string
let free: string
let projectId: string
let urgent: string
let ids: Record<string, string>

async function worked(what: {
  note: string
  on: string
  hours: number
  userId?: string
  categoryId?: string
  projectId?: string
  tagIds?: string[]
}): Promise<string> {
  const { on, hours, ...rest } = what
  const startAt = at(`${on} 09:00`)
  const { entryIds } = await f.ok('entry.add', {
    customerId: f.acme,
    categoryId: f.support,
    ...rest,
    startAt,
    endAt: startAt + hours * HOUR,
  })
  return entryIds[0] ?? ''
}

beforeEach(async () => {
  f = await openFirm('2026-03-20 18:00')
  ben = (await f.ok('user.add', { name: 'Ben Ärmel', role: 'employee' })).userId
  const added = await f.ok('category.add', { name: 'Training' })
  free = added.categoryId
  await f.ok('category.edit', { categoryId: f.support, billType: 'billable' })
  await f.ok('category.edit', { categoryId: free, billType: 'nonBillable' })
  projectId = (await f.ok('project.add', { customerId: f.acme, name: 'Roof' })).projectId
  urgent = (await f.ok('tag.add', { name: 'Urgent' })).tagId
  ids = {
    old: await worked({ note: 'Roof looked at', on: '2026-02-10', hours: 1 }),
    ana: await worked({ note: 'Call with the office', on: '2026-03-02', hours: 2, tagIds: [urgent] }),
    ben: await worked({ note: 'Roof again', on: '2026-03-03', hours: 3, userId: ben, projectId }),
    free: await worked({ note: '', on: '2026-03-04', hours: 4, categoryId: free }),
  }
  await f.ok('rate.set', {
    level: 'organisation',
    subjectId: null,
    validFrom: '2026-01-01',
    amountMinor: 10_000,
  })
})
afterEach(() => f.app.close())

const named = (entryIds: readonly string[]): string[] =>
  entryIds.map((id) => Object.keys(ids).find((name) => ids[name] === id) ?? id)
const list = (filter: EntryFilter = {}, by: { sort?: EntrySort; ascending?: boolean } = {}) =>
  f.ok('customer.entries', { customerId: f.acme, ...filter, ...by })

describe('I15 the filter', () => {
  test.each<[string, () => EntryFilter, string[], number, number | null]>([
    ['nothing', () => ({}), ['free', 'ben', 'ana', 'old'], 10, 60_000],
    ['from a day on', () => ({ from: '2026-03-03' }), ['free', 'ben'], 7, 30_000],
    ['up to a day', () => ({ to: '2026-03-02' }), ['ana', 'old'], 3, 30_000],
    ['both days included', () => ({ from: '2026-03-02', to: '2026-03-03' }), ['ben', 'ana'], 5, 50_000],
    ['a user', () => ({ userId: ben }), ['ben'], 3, 30_000],
    ['a category', () => ({ categoryId: free }), ['free'], 4, null],
    ['a project', () => ({ projectId }), ['ben'], 3, 30_000],
    ['no project', () => ({ projectId: null }), ['free', 'ana', 'old'], 7, 30_000],
    ['words of the note', () => ({ text: 'roof' }), ['ben', 'old'], 4, 40_000],
    ['billable', () => ({ billable: true }), ['ben', 'ana', 'old'], 6, 60_000],
    ['not billable', () => ({ billable: false }), ['free'], 4, null],
    ['a tag', () => ({ tagId: urgent }), ['ana'], 2, 20_000],
    ['no tag', () => ({ tagId: null }), ['free', 'ben', 'old'], 8, 40_000],
    ['several together', () => ({ text: 'roof', from: '2026-03-01', billable: true }), ['ben'], 3, 30_000],
    ['what nothing has', () => ({ text: 'nowhere' }), [], 0, null],
    ['no word at all', () => ({ text: '…' }), [], 0, null],
  ])('by %s: rows, time, amount and the ids agree', async (_, filter, names, hours, amountMinor) => {
    const found = await list(filter())
    expect(named(found.rows.map(({ id }) => id))).toEqual(names)
    expect(found).toMatchObject({
      total: names.length,
      totalMs: hours * HOUR,
      all: { total: 4, totalMs: 10 * HOUR },
    })
    expect(named(await f.ok('customer.entryIds', { customerId: f.acme, ...filter() }))).toEqual(names)
    expect((await f.ok('customer.amount', { customerId: f.acme, ...filter() })).amountMinor).toBe(amountMinor)
  })

  test('K1 what could be charged on its day stays so in a closed period', async () => {
    await f.ok('period.close', { through: '2026-02-28' })
    await f.ok('category.edit', { categoryId: f.support, billType: 'nonBillable' })
    expect(named((await list({ billable: true })).rows.map(({ id }) => id))).toEqual(['old'])
    await f.ok('project.edit', { projectId, billable: false })
    expect(named((await list({ billable: false })).rows.map(({ id }) => id))).toEqual(['free', 'ben', 'ana'])
  })

  test('F10 an employee’s list, ids and filter hold nothing of a colleague’s', async () => {
    await f.ok('session.switchUser', { userId: ben })
    expect(named((await list()).rows.map(({ id }) => id))).toEqual(['ben'])
    expect(await list({ userId: f.ana })).toMatchObject({ total: 0, totalMs: 0, all: { total: 1 } })
    expect(named(await f.ok('customer.entryIds', { customerId: f.acme }))).toEqual(['ben'])
  })
})

test('I15 sorted by every column, either way; names as people order them', async () => {
  const sorted = async (sort: EntrySort, ascending: boolean) =>
    named((await list({}, { sort, ascending })).rows.map(({ id }) => id))
  expect(await sorted('start', true)).toEqual(['old', 'ana', 'ben', 'free'])
  expect(await sorted('stop', false)).toEqual(['free', 'ben', 'ana', 'old'])
  expect(await sorted('total', true)).toEqual(['old', 'ana', 'ben', 'free'])
  expect(await sorted('user', false)).toEqual(['ben', 'free', 'ana', 'old'])
  expect((await sorted('category', false))[0]).toBe('free')
  expect((await sorted('project', false))[0]).toBe('ben')
  expect(await sorted('note', true)).toEqual(['free', 'ana', 'ben', 'old'])
  const page = await f.ok('customer.entries', { customerId: f.acme, sort: 'total', offset: 1, limit: 2 })
  expect(named(page.rows.map(({ id }) => id))).toEqual(['ben', 'ana'])
})

describe('I15 several at once', () => {
  const some = (...names: string[]): string[] => names.map((name) => ids[name] ?? '')

  test('are moved to another customer as one change, which one undo takes back', async () => {
    const reply = await f.reply('entry.editMany', { entryIds: some('ana', 'ben'), customerId: f.globex })
    expect(named((await list()).rows.map(({ id }) => id))).toEqual(['free', 'old'])
    // A project is its customer's: it does not go along.
    expect((await f.ok('entry.get', { entryId: ids['ben'] ?? '' })).projectId).toBe(null)
    const commitId = reply.ok ? (reply.commitId ?? '') : ''
    await f.ok('change.undo', { commitId })
    expect(named((await list()).rows.map(({ id }) => id))).toEqual(['free', 'ben', 'ana', 'old'])
    expect((await f.ok('entry.get', { entryId: ids['ben'] ?? '' })).projectId).toBe(projectId)
  })

  test('get another category and project, and keep their times and notes', async () => {
    await f.ok('entry.editMany', { entryIds: some('ana', 'old'), categoryId: f.meeting, projectId })
    expect(await f.ok('entry.get', { entryId: ids['ana'] ?? '' })).toMatchObject({
      categoryId: f.meeting,
      projectId,
      note: 'Call with the office',
      startAt: at('2026-03-02 09:00'),
    })
  })

  test('are deleted as one change, and come back with one undo', async () => {
    const reply = await f.reply('entry.removeMany', { entryIds: some('ana', 'ben', 'free') })
    expect(await list()).toMatchObject({ total: 1, totalMs: HOUR })
    await f.ok('change.undo', { commitId: reply.ok ? (reply.commitId ?? '') : '' })
    expect(await list()).toMatchObject({ total: 4, totalMs: 10 * HOUR })
  })

  test('one that may not refuses them all, and says which and why', async () => {
    await f.ok('period.close', { through: '2026-02-28' })
    for (const command of ['entry.editMany', 'entry.removeMany'] as const) {
      const change = command === 'entry.editMany' ? { categoryId: f.meeting } : {}
      const refusal = await f.refused(command, { entryIds: some('ana', 'old'), ...change })
      expect(refusal).toMatchObject({
        code: 'entry.someRefused',
        details: {
          values: { count: 1, all: 2 },
          refusals: [{ id: ids['old'], name: 'Acme', error: { code: 'record.priorPeriod' } }],
        },
      })
    }
    expect(await list({ categoryId: f.meeting })).toMatchObject({ total: 0 })
    await f.ok('category.edit', { categoryId: f.meeting, active: false })
    const refusal = await f.refused('entry.editMany', { entryIds: some('ana', 'ben'), categoryId: f.meeting })
    expect(refusal.details?.refusals?.map(({ error }) => error.code)).toEqual([
      'record.inactiveCategory',
      'record.inactiveCategory',
    ])
  })

  test('one that is gone refuses them all', async () => {
    await f.ok('entry.remove', { entryId: ids['free'] ?? '' })
    expect((await f.refused('entry.removeMany', { entryIds: some('ana', 'free') })).code).toBe(
      'notFound.timeEntry',
    )
    expect(await list()).toMatchObject({ total: 3 })
  })

  test('F10 an employee changes several of their own, and none where one is a colleague’s', async () => {
    await f.ok('session.switchUser', { userId: ben })
    expect((await f.refused('entry.removeMany', { entryIds: some('ben', 'ana') })).code).toBe(
      'request.notPermitted',
    )
    await f.ok('entry.editMany', { entryIds: some('ben'), categoryId: f.meeting })
  })
})
