// Corrections of recorded time: pauses go along, and what was fine when it was made can be corrected (K3, K5).
import { afterEach, expect, test } from 'vitest'
import { HOUR_MS } from '../shared/base/duration.ts'
import { at, openFirm } from './testing/testApp.ts'
import type { Firm } from './testing/testApp.ts'

const open: Firm[] = []
afterEach(async () => {
  for (const { app } of open.splice(0)) await app.close()
})
async function firm(start: string): Promise<Firm> {
  const made = await openFirm(start)
  open.push(made)
  return made
}

/** 09:00 to 17:00 with a pause from 12 to 13, on a Tuesday. */
async function withPause(f: Firm): Promise<string> {
  const { timerId } = await f.ok('timer.start', { customerId: f.acme, categoryId: f.support })
  f.clock.set(at('2026-03-03 12:00'))
  await f.ok('timer.pause', { timerId })
  f.clock.set(at('2026-03-03 13:00'))
  await f.ok('timer.resume', { timerId })
  f.clock.set(at('2026-03-03 17:00'))
  const { entryIds } = await f.ok('timer.stop', { timerId })
  return entryIds[0] ?? ''
}

const COUNTED: readonly (readonly [what: string, start: string, end: string, hours: number])[] = [
  ['another date', '2026-03-02 09:00', '2026-03-02 17:00', 7],
  ['another start and stop on that day', '2026-03-03 10:30', '2026-03-03 18:30', 7],
  ['a later start', '2026-03-03 09:30', '2026-03-03 17:00', 6.5],
  ['a later start, past the pause', '2026-03-03 13:30', '2026-03-03 17:00', 3.5],
  ['an earlier start', '2026-03-03 08:00', '2026-03-03 17:00', 8],
  ['an earlier stop', '2026-03-03 09:00', '2026-03-03 16:00', 6],
  ['a later stop on another date', '2026-03-02 09:00', '2026-03-02 17:30', 7.5],
]
test.each(COUNTED)('K3 %s: the pause moves with the start', async (_, start, end, hours) => {
  const f = await firm('2026-03-03 09:00')
  const entryId = await withPause(f)
  f.clock.set(at('2026-03-03 20:00'))
  await f.ok('entry.edit', { entryId, startAt: at(start), endAt: at(end) })
  const entry = await f.ok('entry.get', { entryId })
  expect(entry).toMatchObject({ startAt: at(start), endAt: at(end), durationMs: hours * HOUR_MS })
  const day = await f.ok('diary.day', { userId: f.ana, date: start.slice(0, 10) })
  expect(day.totalMs).toBe(hours * HOUR_MS)
})

test('K5 a part of a session that was split at midnight is judged as the whole session', async () => {
  const f = await firm('2026-03-03 23:50')
  await f.ok('rules.saveMine', { rules: { minSessionMinutes: 15, maxSessionMinutes: 60 } })
  const { timerId } = await f.ok('timer.start', { customerId: f.acme, categoryId: f.support })
  f.clock.set(at('2026-03-04 00:30'))
  const { entryIds } = await f.ok('timer.stop', { timerId })
  const [before = '', after = ''] = entryIds
  await f.ok('entry.edit', { entryId: before, note: 'ten minutes' })
  await f.ok('entry.edit', { entryId: before, startAt: at('2026-03-03 23:52') })
  await f.ok('entry.edit', { entryId: after, categoryId: f.meeting })
  // The whole is what may not become too long or too short.
  expect(await f.refused('entry.edit', { entryId: before, startAt: at('2026-03-03 23:20') })).toMatchObject({
    code: 'rule.tooLong',
  })
  await f.ok('entry.edit', { entryId: after, endAt: at('2026-03-04 00:10') })
  expect(await f.refused('entry.edit', { entryId: after, endAt: at('2026-03-04 00:05') })).toMatchObject({
    code: 'rule.tooShort',
  })
})

test('K5 what was fine when it was made can be corrected after rules became stricter, as long as it gets no worse', async () => {
  const f = await firm('2026-03-03 20:00')
  await f.ok('rules.saveMine', { rules: { requireCustomer: false, requireCategory: false } })
  const span = (from: string, to: string) => ({
    startAt: at(`2026-03-03 ${from}`),
    endAt: at(`2026-03-03 ${to}`),
  })
  const add = async (from: string, to: string): Promise<string> =>
    (await f.ok('entry.add', { customerId: null, categoryId: null, ...span(from, to) })).entryIds[0] ?? ''
  const short = await add('08:00', '08:05')
  const long = await add('09:00', '13:00')
  const over = await add('12:00', '14:00')
  await f.ok('rules.saveMine', {
    rules: {
      requireCustomer: true,
      requireCategory: true,
      requireNote: true,
      minSessionMinutes: 15,
      maxSessionMinutes: 60,
    },
  })
  await f.ok('organisation.edit', { overlaps: 'refuse' })
  const edit = (entryId: string, from: string, to: string) => ({ entryId, ...span(from, to) })
  await f.ok('entry.edit', edit(short, '08:00', '08:06'))
  expect((await f.refused('entry.edit', edit(short, '08:00', '08:05'))).code).toBe('rule.tooShort')
  await f.ok('entry.edit', edit(long, '09:00', '12:30'))
  expect((await f.refused('entry.edit', edit(long, '09:00', '13:00'))).code).toBe('rule.tooLong')
  expect((await f.refused('entry.edit', edit(over, '11:30', '13:00'))).code).toBe('entry.overlaps')
  await f.ok('entry.edit', edit(over, '12:15', '13:00'))
  // What it has may not be taken away again.
  await f.ok('entry.edit', { entryId: over, customerId: f.acme, categoryId: f.support, note: 'said' })
  for (const [change, code] of [
    [{ customerId: null }, 'rule.customerRequired'],
    [{ categoryId: null }, 'rule.categoryRequired'],
    [{ note: ' ' }, 'rule.noteRequired'],
  ] as const)
    expect((await f.refused('entry.edit', { entryId: over, ...change })).code).toBe(code)
  // A new entry obeys all of them.
  expect(
    (await f.refused('entry.add', { customerId: f.acme, categoryId: f.support, ...span('15:00', '15:30') }))
      .code,
  ).toBe('rule.noteRequired')
})

test('F4 what is saved as it was is no change: no line in the history, and no undo that would do nothing', async () => {
  const f = await firm('2026-03-03 12:00')
  const times = { startAt: at('2026-03-03 09:00'), endAt: at('2026-03-03 11:15') }
  const made = await f.ok('entry.add', {
    customerId: f.acme,
    categoryId: f.support,
    note: 'Call',
    ...times,
  })
  const entryId = made.entryIds[0] ?? ''
  const lines = async () => (await f.ok('change.list', {})).changes.length
  const before = await lines()
  const as = { entryId, customerId: f.acme, categoryId: f.support, note: 'Call', ...times }
  expect(await f.reply('entry.edit', as)).not.toHaveProperty('commitId')
  expect(await f.reply('customer.edit', { customerId: f.acme, name: 'Acme' })).not.toHaveProperty('commitId')
  expect(await lines()).toBe(before)
  expect(await f.reply('entry.edit', { ...as, note: 'Call back' })).toHaveProperty('commitId')
  expect(await lines()).toBe(before + 1)
})
