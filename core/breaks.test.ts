// Breaks that a law demands are warned of: on the day, in the month, in the approvals and before a period is closed; no time changes.
import { afterEach, expect, test } from 'vitest'
import type { ArgsOf } from '../shared/contract/contract.ts'
import { at, openFirm } from './testing/testApp.ts'
import type { Firm } from './testing/testApp.ts'

const open: Firm[] = []
afterEach(async () => {
  for (const { app } of open.splice(0)) await app.close()
})

const DE = { law: 'DE', own: null } as const

async function firm() {
  const f = await openFirm('2026-03-10 09:00')
  open.push(f)
  const log = (from: string, to: string) =>
    f.ok('entry.add', { customerId: f.acme, categoryId: f.support, startAt: at(from), endAt: at(to) })
  const month = async () => await f.ok('diary.user', { userId: f.ana, month: '2026-03' })
  const lacking = async () =>
    (await month()).days.filter(({ breakWarning }) => breakWarning !== null).map(({ date }) => date)
  return { ...f, log, month, lacking }
}

const H = 3_600_000

test('G8 a day that lacks a break is warned of everywhere, and no figure changes', async () => {
  const f = await firm()
  await f.log('2026-03-02 08:00', '2026-03-02 16:30')
  await f.log('2026-03-03 08:00', '2026-03-03 12:00')
  await f.log('2026-03-03 12:30', '2026-03-03 16:30')
  const before = await f.month()
  expect(await f.lacking()).toEqual([])
  await f.ok('organisation.edit', { breaks: DE })
  expect(await f.lacking()).toEqual(['2026-03-02'])
  const warning = {
    takenMs: 0,
    pieceMs: 0.25 * H,
    demandedMs: 0.5 * H,
    overMs: 6 * H,
    longestMs: 8.5 * H,
    mostMs: 6 * H,
  }
  expect(await f.ok('diary.day', { userId: f.ana, date: '2026-03-02' })).toMatchObject({
    breakWarning: warning,
  })
  expect(await f.ok('diary.day', { userId: f.ana, date: '2026-03-03' })).toMatchObject({ breakWarning: null })
  const after = await f.month()
  expect(after.figures).toEqual(before.figures)
  expect(after.days.map((day) => ({ ...day, breakWarning: null }))).toEqual(before.days)

  const odd = async () =>
    (await f.ok('period.preview', { through: '2026-03-09' })).oddities.filter(({ kind }) => kind === 'breaks')
  expect(await odd()).toEqual([
    { kind: 'breaks', userId: f.ana, name: 'Ana Weber', date: '2026-03-02', count: 1 },
  ])
  await f.ok('module.switch', { module: 'approvals', on: true })
  await f.ok('approval.submit', { userId: f.ana, from: '2026-03-02', to: '2026-03-08' })
  expect((await f.ok('approval.waiting', {})).weeks).toMatchObject([{ breaks: ['2026-03-02'] }])
  // It is a warning: the days are closed all the same, and are not looked at again.
  await f.ok('period.close', { through: '2026-03-09' })
  expect(await odd()).toEqual([])
})

test('pauses of a session are breaks, a night belongs to one shift, amounts say nothing', async () => {
  const f = await firm()
  await f.ok('organisation.edit', { breaks: DE })
  f.clock.set(at('2026-03-10 10:00'))
  const { timerId } = await f.ok('timer.start', { customerId: f.acme, categoryId: f.support })
  f.clock.set(at('2026-03-10 13:00'))
  await f.ok('timer.pause', { timerId })
  f.clock.set(at('2026-03-10 13:30'))
  await f.ok('timer.resume', { timerId })
  f.clock.set(at('2026-03-10 18:00'))
  await f.ok('timer.stop', { timerId })
  expect(await f.lacking()).toEqual([])
  // 22:00 to 5:00 without a break: of the day on which it began, though neither of its days has more than six hours.
  f.clock.set(at('2026-03-13 12:00'))
  await f.log('2026-03-11 22:00', '2026-03-12 00:00')
  await f.log('2026-03-12 00:00', '2026-03-12 05:00')
  expect(await f.lacking()).toEqual(['2026-03-11'])
  await f.ok('log.write', {
    customerId: f.acme,
    lines: [{ key: 'a', categoryId: f.support, note: 'Calls', workDate: '2026-03-13', durationMs: 10 * H }],
  })
  expect(await f.lacking()).toEqual(['2026-03-11'])
  // Time on a category that stands for absence is no work.
  const { categoryId: away } = await f.ok('category.add', { name: 'Away', codeType: 'absence' })
  const times = { startAt: at('2026-03-06 08:00'), endAt: at('2026-03-06 16:00') }
  const { entryIds } = await f.ok('entry.add', { customerId: f.acme, categoryId: away, ...times })
  expect(await f.lacking()).toEqual(['2026-03-11'])
  for (const entryId of entryIds) await f.ok('entry.edit', { entryId, categoryId: f.support })
  expect(await f.lacking()).toEqual(['2026-03-06', '2026-03-11'])
})

test('own values hold as given, and what makes no sense is refused', async () => {
  const f = await firm()
  await f.log('2026-03-02 08:00', '2026-03-02 10:30')
  const own = { steps: [{ overMinutes: 120, minutes: 10 }], pieceMinutes: 5, longestMinutes: null }
  await f.ok('organisation.edit', { breaks: { law: 'own', own } })
  expect(await f.lacking()).toEqual(['2026-03-02'])
  await f.ok('organisation.edit', { breaks: null })
  expect(await f.lacking()).toEqual([])
  for (const wrong of [
    { law: 'own', own: null },
    { law: 'DE', own },
    { law: 'own', own: { ...own, pieceMinutes: 0 } },
    { law: 'own', own: { ...own, longestMinutes: 2_000 } },
    { law: 'own', own: { ...own, steps: [...own.steps, { overMinutes: 60, minutes: 20 }] } },
  ] satisfies ArgsOf<'organisation.edit'>['breaks'][])
    expect((await f.refused('organisation.edit', { breaks: wrong })).code).toBe('request.invalid')
  expect((await f.ok('app.state', {})).organisation?.breaks).toBeNull()
})
