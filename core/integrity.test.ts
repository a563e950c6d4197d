// What no act may break, whichever way it comes: an undo, a draft brought back, an employee's or an administrator's command.
import { afterEach, describe, expect, test } from 'vitest'
import { HOUR_MS, MINUTE_MS } from '../shared/base/duration.ts'
import type { ArgsOf, RequestName } from '../shared/contract/contract.ts'
import { at, openFirm } from './testing/testApp.ts'
import type { Firm } from './testing/testApp.ts'

const open: Firm['app'][] = []
const firm = async (start = '2026-03-03 09:00'): Promise<Firm> => {
  const opened = await openFirm(start)
  open.push(opened.app)
  return opened
}
afterEach(async () => {
  for (const app of open.splice(0)) await app.close()
})

const commit = async <N extends RequestName>(f: Firm, name: N, args: ArgsOf<N>): Promise<string> => {
  const reply = await f.reply(name, args)
  if (!reply.ok) throw new Error(`${name}: ${reply.error.code}`)
  return reply.commitId ?? ''
}
const contract = (userId: string) => ({
  userId,
  validFrom: '2026-01-01',
  expectedMinutes: [480, 480, 480, 480, 480, 0, 0],
  expectedMonthMinutes: null,
  wage: { kind: 'hourly' as const, amountMinor: 2500 },
  extraHourMinor: 0,
  bonusMinor: 0,
})
const morning = (f: Firm, customerId = f.acme) => ({
  customerId,
  categoryId: f.support,
  startAt: at('2026-03-02 09:00'),
  endAt: at('2026-03-02 10:00'),
})

describe('undo', () => {
  test('F7 G11 undoing a stop while another timer runs is refused and names it, instead of making two', async () => {
    const f = await firm()
    const first = { customerId: f.acme, categoryId: f.support }
    const { timerId } = await f.ok('timer.start', first)
    f.clock.advance(HOUR_MS)
    const stop = await commit(f, 'timer.stop', { timerId })
    const second = await f.ok('timer.start', { customerId: f.globex, categoryId: f.support })
    expect(await f.refused('change.undo', { commitId: stop })).toMatchObject({
      code: 'timer.alreadyRunning',
      details: { timers: [{ timerId: second.timerId }] },
    })
    expect((await f.ok('timer.state', {})).timers).toHaveLength(1)
  })

  test('G11 undoing an addition that is used by now is refused with what uses it', async () => {
    const f = await firm()
    const customerId = (await f.ok('customer.add', { name: 'Initech' })).customerId
    const [added] = (await f.ok('change.list', { limit: 1 })).changes
    const categoryAdded = await commit(f, 'category.add', { name: 'Travel' })
    const categoryId = (await f.ok('category.list', {})).find(({ name }) => name === 'Travel')?.id ?? ''
    await f.ok('entry.add', { ...morning(f, customerId), categoryId })
    expect(await f.refused('change.undo', { commitId: added?.commitId ?? '' })).toMatchObject({
      code: 'inUse.customer',
      details: { values: { name: 'Initech' } },
    })
    expect(await f.refused('change.undo', { commitId: categoryAdded })).toMatchObject({
      code: 'inUse.category',
    })
    const userAdded = await commit(f, 'user.add', { name: 'Bo' })
    const bo = (await f.ok('user.list', {})).find(({ name }) => name === 'Bo')?.id ?? ''
    await f.ok('employment.set', contract(bo))
    expect(await f.refused('change.undo', { commitId: userAdded })).toMatchObject({ code: 'inUse.user' })
  })

  test('G11 removing a user with a contract is undone whole', async () => {
    const f = await firm()
    const { userId: bo } = await f.ok('user.add', { name: 'Bo' })
    await f.ok('employment.set', contract(bo))
    const before = await f.ok('user.get', { userId: bo })
    const removed = await commit(f, 'user.remove', { userId: bo })
    await f.ok('change.undo', { commitId: removed })
    expect(await f.ok('user.get', { userId: bo })).toEqual(before)
  })

  test('A7 G11 undoing a pause keeps what was typed since', async () => {
    const f = await firm()
    const { timerId } = await f.ok('timer.start', { customerId: f.acme, categoryId: f.support })
    f.clock.advance(MINUTE_MS)
    const paused = await commit(f, 'timer.pause', { timerId })
    await f.ok('timer.note', { timerId, note: 'typed after the pause' })
    await f.ok('change.undo', { commitId: paused })
    expect((await f.ok('timer.state', {})).timers).toMatchObject([
      { state: 'running', note: 'typed after the pause' },
    ])
  })

  test('A7 G11 undoing a stop takes back the note that was written with it', async () => {
    const f = await firm()
    const { timerId } = await f.ok('timer.start', {
      customerId: f.acme,
      categoryId: f.support,
      note: 'before',
    })
    f.clock.advance(MINUTE_MS)
    const stopped = await commit(f, 'timer.stop', { timerId, note: 'with the stop', dialog: true })
    await f.ok('change.undo', { commitId: stopped })
    expect((await f.ok('timer.state', {})).timers).toMatchObject([{ state: 'running', note: 'before' }])
  })

  test('G11 no undo leaves two of the same name', async () => {
    const f = await firm()
    const renamed = await commit(f, 'customer.edit', { customerId: f.acme, name: 'Acme Ltd' })
    await f.ok('customer.add', { name: 'ACME' })
    expect(await f.refused('change.undo', { commitId: renamed })).toMatchObject({ code: 'name.taken' })
  })

  test('G11 no undo leaves the organisation without an administrator', async () => {
    const f = await firm()
    const { userId: bo } = await f.ok('user.add', { name: 'Bo' })
    const raised = await commit(f, 'user.edit', { userId: bo, role: 'administrator' })
    await f.ok('session.switchUser', { userId: bo })
    await f.ok('user.edit', { userId: f.ana, role: 'employee' })
    expect(await f.refused('change.undo', { commitId: raised })).toMatchObject({
      code: 'user.lastAdministrator',
    })
  })

  test('G7 G11 undo neither brings two contracts from one day nor changes one of a closed period', async () => {
    const f = await firm()
    await f.ok('employment.set', contract(f.ana))
    const [version] = (await f.ok('user.get', { userId: f.ana })).employments
    const removed = await commit(f, 'employment.remove', { employmentId: version?.id ?? '' })
    const again = await commit(f, 'employment.set', contract(f.ana))
    expect(await f.refused('change.undo', { commitId: removed })).toMatchObject({ code: 'request.conflict' })
    await f.ok('period.close', { through: '2026-02-28' })
    expect(await f.refused('change.undo', { commitId: again })).toMatchObject({ code: 'undo.periodClosed' })
  })

  test('C2 G11 undoing the opening of a period is refused while a timer would fall into it', async () => {
    const f = await firm()
    await f.ok('period.close', { through: '2026-03-02' })
    const opened = await commit(f, 'period.close', { through: null, reason: 'forgotten time' })
    const { timerId } = await f.ok('timer.start', {
      customerId: f.acme,
      categoryId: f.support,
      at: at('2026-03-02 22:00'),
    })
    expect(await f.refused('change.undo', { commitId: opened })).toMatchObject({
      code: 'guard.periodTimers',
      details: { timers: [{ timerId }] },
    })
  })

  test('C10 C17 G11 undoing a stop does not bring a timer back on a customer that was deleted since', async () => {
    const f = await firm()
    const { timerId } = await f.ok('timer.start', { customerId: f.acme, categoryId: f.support })
    f.clock.advance(HOUR_MS)
    const stopped = await commit(f, 'timer.stop', { timerId })
    await f.ok('customer.remove', { customerId: f.acme })
    expect(await f.refused('change.undo', { commitId: stopped })).toMatchObject({ code: 'notFound.customer' })
    expect((await f.ok('timer.state', {})).timers).toEqual([])
  })

  test('G11 typed notes are no change of their own, so their reply names none to undo', async () => {
    const f = await firm()
    const { timerId } = await f.ok('timer.start', { customerId: f.acme, categoryId: f.support })
    expect(await f.reply('timer.note', { timerId, note: 'x' })).toEqual({ ok: true, value: null })
  })
})

describe('what is left over', () => {
  test('F3 a draft whose customer is gone comes back without one, to be given to another', async () => {
    const f = await firm()
    const { timerId } = await f.ok('timer.start', { customerId: f.globex, categoryId: f.support })
    f.clock.advance(HOUR_MS)
    const { draftId } = await f.ok('timer.discard', { timerId })
    // Deleted, but kept for what was recorded before.
    await f.ok('entry.add', morning(f, f.globex))
    await f.ok('customer.remove', { customerId: f.globex })
    await f.ok('draft.restore', { draftId: draftId ?? '' })
    const { entryIds } = await f.ok('timer.record', { timerId, customerId: f.acme })
    expect(await f.ok('entry.get', { entryId: entryIds[0] ?? '' })).toMatchObject({
      customerName: 'Acme',
      durationMs: HOUR_MS,
    })
  })

  test('F3 G11 a draft whose customer is gone can be deleted, and that undone', async () => {
    const f = await firm()
    const { timerId } = await f.ok('timer.start', { customerId: f.globex, categoryId: f.support })
    const { draftId } = await f.ok('timer.discard', { timerId })
    await f.ok('customer.remove', { customerId: f.globex })
    const removed = await commit(f, 'draft.remove', { draftId: draftId ?? '' })
    await f.ok('change.undo', { commitId: removed })
    expect(await f.ok('draft.list', {})).toHaveLength(1)
  })

  test('G1 a question about a gap goes with its timer, and comes back with it', async () => {
    const f = await firm()
    const { timerId } = await f.ok('timer.start', { customerId: f.acme, categoryId: f.support })
    f.clock.advance(HOUR_MS)
    f.app.noteAbsence('sleep', at('2026-03-03 09:20'), at('2026-03-03 09:50'))
    const stopped = await commit(f, 'timer.stop', { timerId })
    expect((await f.ok('timer.state', {})).gaps).toEqual([])
    await f.ok('change.undo', { commitId: stopped })
    expect((await f.ok('timer.state', {})).gaps).toMatchObject([{ timerId, cause: 'sleep' }])
  })
})

describe('a gap is answered', () => {
  const withGap = async (): Promise<{ f: Firm; timerId: string; gapId: string }> => {
    const f = await firm()
    const { timerId } = await f.ok('timer.start', { customerId: f.acme, categoryId: f.support })
    f.clock.advance(2 * HOUR_MS)
    f.app.noteAbsence('idle', at('2026-03-03 09:30'), at('2026-03-03 10:30'))
    const { gaps } = await f.ok('timer.state', {})
    return { f, timerId, gapId: gaps[0]?.id ?? '' }
  }

  test('G1 G2 a lock over two sleeps that were noticed before is one question about all of it', async () => {
    const f = await firm()
    await f.ok('timer.start', { customerId: f.acme, categoryId: f.support })
    f.clock.advance(3 * HOUR_MS)
    f.app.noteAbsence('sleep', at('2026-03-03 10:00'), at('2026-03-03 10:20'))
    f.app.noteAbsence('sleep', at('2026-03-03 10:40'), at('2026-03-03 11:00'))
    expect((await f.ok('timer.state', {})).gaps).toHaveLength(2)
    f.app.noteAbsence('lock', at('2026-03-03 09:55'), at('2026-03-03 11:30'))
    expect((await f.ok('timer.state', {})).gaps).toMatchObject([
      { from: at('2026-03-03 09:55'), to: at('2026-03-03 11:30') },
    ])
  })

  test('G2 given to another customer: an entry of its own with its Time Log line, the session goes on without it, one undo takes all back', async () => {
    const { f, timerId, gapId } = await withGap()
    const before = await f.ok('timer.state', {})
    const reply = await f.reply('gap.resolve', {
      gapId,
      choice: 'giveTo',
      customerId: f.globex,
      categoryId: f.meeting,
      note: 'they called',
    })
    if (!reply.ok) throw new Error(reply.error.code)
    const [entryId = ''] = reply.value.entryIds
    expect(await f.ok('entry.get', { entryId })).toMatchObject({
      customerName: 'Globex',
      categoryName: 'Meeting',
      startAt: at('2026-03-03 09:30'),
      durationMs: HOUR_MS,
      note: 'they called',
    })
    expect((await f.ok('customer.journal', { customerId: f.globex })).rows).toMatchObject([
      { keywords: ['Time Log'], text: 'they called' },
    ])
    expect((await f.ok('timer.stopPreview', { timerId })).durationMs).toBe(HOUR_MS)
    await f.ok('change.undo', { commitId: reply.commitId ?? '' })
    expect(await f.ok('timer.state', {})).toEqual(before)
  })

  test('G2 given to nobody where a customer is required is refused, and the question stays', async () => {
    const { f, gapId } = await withGap()
    expect(await f.refused('gap.resolve', { gapId, choice: 'giveTo' })).toMatchObject({
      code: 'rule.customerRequired',
    })
    expect((await f.ok('timer.state', {})).gaps).toHaveLength(1)
  })

  test('G2 split at an instant: before it counts, after it not; a break is cut out', async () => {
    const { f, timerId, gapId } = await withGap()
    await f.ok('gap.resolve', { gapId, choice: 'split', at: at('2026-03-03 09:45') })
    expect((await f.ok('timer.stopPreview', { timerId })).durationMs).toBe(75 * MINUTE_MS)
    f.clock.advance(HOUR_MS)
    f.app.noteAbsence('lock', at('2026-03-03 11:10'), at('2026-03-03 11:40'))
    const [gap] = (await f.ok('timer.state', {})).gaps
    await f.ok('gap.resolve', { gapId: gap?.id ?? '', choice: 'break' })
    const { entryIds } = await f.ok('timer.stop', { timerId })
    expect((await f.ok('entry.get', { entryId: entryIds[0] ?? '' })).segments).toEqual([
      { start: at('2026-03-03 09:00'), end: at('2026-03-03 09:45') },
      { start: at('2026-03-03 10:30'), end: at('2026-03-03 11:10') },
      { start: at('2026-03-03 11:40'), end: at('2026-03-03 12:00') },
    ])
  })
})
