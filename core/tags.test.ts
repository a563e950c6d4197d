// Tags and references through the application: on sessions and in the journal, in the search, guarded, undone, by role (A25, A26, J19).
import { expect, test } from 'vitest'
import type { ArgsOf } from '../shared/contract/contract.ts'
import type { Firm } from './testing/testApp.ts'
import { openFirm } from './testing/testApp.ts'

const HOUR = 3_600_000

const tagged = async (f: Firm, ...names: string[]): Promise<string[]> => {
  const ids: string[] = []
  for (const name of names) ids.push((await f.ok('tag.add', { name })).tagId)
  return ids
}

test('A25 A26 tags chosen when a session is recorded stand on its entry and on its journal line', async () => {
  const f = await openFirm('2026-03-03 09:00')
  const [urgent = '', onSite = ''] = await tagged(f, 'Urgent', 'On site')
  const { timerId } = await f.ok('timer.start', { customerId: f.acme, categoryId: f.support })
  f.clock.advance(HOUR)
  await f.ok('timer.stop', { timerId, dialog: true })
  const { entryIds } = await f.ok('timer.record', { timerId, tagIds: [urgent, onSite, urgent], note: 'call' })
  const entryId = entryIds[0] ?? ''
  const labels = [
    { id: urgent, name: 'Urgent', colour: 'blue' },
    { id: onSite, name: 'On site', colour: 'green' },
  ]
  expect(await f.ok('entry.get', { entryId })).toMatchObject({ tagIds: [urgent, onSite], tagLabels: labels })
  const line = async () =>
    (await f.ok('customer.journal', { customerId: f.acme })).rows.find(({ keywords }) =>
      keywords.includes('Time Log'),
    )
  expect(await line()).toMatchObject({ tagIds: [urgent, onSite], tagLabels: labels })

  await f.ok('entry.edit', { entryId, tagIds: [onSite] })
  expect(await line()).toMatchObject({ tagIds: [onSite] })
  const count = async (tagId: string) =>
    (await f.ok('customer.journal', { customerId: f.acme, tagId })).rows.length
  expect([await count(onSite), await count(urgent)]).toEqual([1, 0])
  await f.app.close()
})

test('A25 C7 a tag that a timer has is not deleted; one that time has keeps its name; undo brings it back', async () => {
  const f = await openFirm('2026-03-03 09:00')
  const [urgent = ''] = await tagged(f, 'Urgent')
  const { timerId } = await f.ok('timer.start', {
    customerId: f.acme,
    categoryId: f.support,
    tagIds: [urgent],
  })
  const refused = await f.refused('tag.remove', { tagId: urgent })
  expect(refused).toMatchObject({ code: 'guard.tagDelete', details: { timers: [{ timerId }] } })
  f.clock.advance(HOUR)
  const { entryIds } = await f.ok('timer.stop', { timerId, dialog: false })
  const removed = await f.reply('tag.remove', { tagId: urgent })
  expect(await f.ok('tag.list', {})).toEqual([])
  expect(await f.ok('entry.get', { entryId: entryIds[0] ?? '' })).toMatchObject({
    tagLabels: [{ name: 'Urgent' }],
  })
  const again = { customerId: f.acme, categoryId: f.support, tagIds: [urgent] }
  expect((await f.refused('timer.start', again)).code).toMatch(/record\.inactiveTag|notFound\.tag/)
  await f.ok('change.undo', { commitId: removed.ok ? (removed.commitId ?? '') : '' })
  expect(await f.ok('tag.list', {})).toMatchObject([{ name: 'Urgent', active: true }])
  await f.app.close()
})

test('A25 a name is taken whatever its case; an unknown tag and too many are refused', async () => {
  const f = await openFirm('2026-03-03 09:00')
  await tagged(f, 'Urgent')
  expect(await f.refused('tag.add', { name: 'URGENT' })).toMatchObject({ code: 'name.taken' })
  const on = { customerId: f.acme, categoryId: f.support }
  expect(await f.refused('timer.start', { ...on, tagIds: ['nothing'] })).toMatchObject({
    code: 'notFound.tag',
  })
  const many = Array.from({ length: 21 }, (_, index) => `t${index}`)
  expect(await f.refused('timer.start', { ...on, tagIds: many })).toMatchObject({ code: 'request.invalid' })
  await f.app.close()
})

test('J19 a session is found by its reference alone, and by its tag among what is found', async () => {
  const f = await openFirm('2026-03-03 12:00')
  const [urgent = ''] = await tagged(f, 'Urgent')
  const add = (from: number, more: object) =>
    f.ok('entry.add', {
      customerId: f.acme,
      categoryId: f.support,
      startAt: f.clock.now() - from * HOUR,
      endAt: f.clock.now() - (from - 1) * HOUR,
      ...more,
    })
  const { entryIds } = await add(3, { reference: 'ZD-4711', tagIds: [urgent] })
  await add(2, { note: 'about ZD-4711' })
  const found = async (args: ArgsOf<'entry.search'>) =>
    (await f.ok('entry.search', args)).rows.map(({ note, reference }) => note || reference)
  expect(await found({ text: 'zd-4711' })).toEqual(['about ZD-4711', 'ZD-4711'])
  expect(await found({ text: 'zd-4711', tagId: urgent })).toEqual(['ZD-4711'])
  expect(await found({ text: 'zd-4711', tagId: null })).toEqual(['about ZD-4711'])
  expect(await found({ text: 'zd-4711', billable: false })).toEqual([])
  expect(await found({ text: 'zd-4711', from: '2026-03-04' })).toEqual([])
  expect(await found({ text: 'zd-4711', categoryId: f.meeting, customerId: f.acme })).toEqual([])
  expect(await found({ text: 'zd-4711', customerId: f.globex })).toEqual([])
  await f.ok('entry.edit', { entryId: entryIds[0] ?? '', reference: 'ZD-9' })
  expect(await found({ text: 'zd-4711' })).toEqual(['about ZD-4711'])
  expect(await found({ text: 'zd-9' })).toEqual(['ZD-9'])
  expect((await f.ok('timer.recents', {})).map(({ reference }) => reference)).toEqual(['', 'ZD-9'])
  await f.app.close()
})
