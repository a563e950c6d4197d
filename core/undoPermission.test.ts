// An undo passes the same checks as the act that would do the same by hand (K2).
import { describe, expect, onTestFinished, test } from 'vitest'
import { at, openFirm } from './testing/testApp.ts'
import type { Firm } from './testing/testApp.ts'

async function firm(): Promise<Firm> {
  const f = await openFirm('2026-03-20 12:30')
  onTestFinished(() => f.app.close())
  return f
}

const person = async (f: Firm, name: string, role: 'administrator' | 'manager' | 'employee') =>
  (await f.ok('user.add', { name, role })).userId

const commit = async (f: Firm, ...[name, args]: Parameters<Firm['reply']>): Promise<string> => {
  const reply = await f.reply(name, args)
  if (!reply.ok) throw new Error(`${name}: ${reply.error.code}`)
  return reply.commitId ?? ''
}

const entry = (f: Firm, userId: string, from: string, to: string) => ({
  userId,
  customerId: f.acme,
  categoryId: f.support,
  startAt: at(`2026-03-20 ${from}`),
  endAt: at(`2026-03-20 ${to}`),
})

describe('K2 permission', () => {
  test('who was made a manager does not become an administrator again by an undo', async () => {
    const f = await firm()
    const bea = await person(f, 'Bea', 'administrator')
    const demoted = await commit(f, 'user.edit', { userId: bea, role: 'manager' })
    await f.ok('session.switchUser', { userId: bea })
    expect(await f.refused('change.undo', { commitId: demoted })).toMatchObject({
      code: 'request.notPermitted',
    })
    await f.ok('session.switchUser', { userId: f.ana })
    const undone = await commit(f, 'change.undo', { commitId: demoted })
    // The undo of the undo is the first act again, with the same right.
    const manager = await person(f, 'Max', 'manager')
    await f.ok('session.switchUser', { userId: manager })
    expect(await f.refused('change.undo', { commitId: undone })).toMatchObject({
      code: 'request.notPermitted',
    })
  })

  test('whoever lost a right does not use it by an undo of what they did with it', async () => {
    const f = await firm()
    const max = await person(f, 'Max', 'manager')
    await f.ok('session.switchUser', { userId: max })
    const removed = await commit(f, 'customer.remove', { customerId: f.globex })
    const edited = await commit(f, 'entry.add', entry(f, f.ana, '09:00', '10:00'))
    await f.ok('session.switchUser', { userId: f.ana })
    await f.ok('user.edit', { userId: max, role: 'employee' })
    await f.ok('session.switchUser', { userId: max })
    for (const commitId of [removed, edited])
      expect(await f.refused('change.undo', { commitId })).toMatchObject({ code: 'request.notPermitted' })
  })

  test('an employee takes back what they did to their own time', async () => {
    const f = await firm()
    const eva = await person(f, 'Eva', 'employee')
    await f.ok('session.switchUser', { userId: eva })
    const added = await f.reply('entry.add', entry(f, eva, '09:00', '10:00'))
    const entryId = added.ok ? (added.value.entryIds[0] ?? '') : ''
    const removed = await commit(f, 'entry.remove', { entryId })
    const undone = await commit(f, 'change.undo', { commitId: removed })
    await f.ok('change.undo', { commitId: undone })
    const { timerId } = await f.ok('timer.start', { customerId: f.acme, categoryId: f.support })
    const discarded = await commit(f, 'timer.discard', { timerId })
    await f.ok('change.undo', { commitId: discarded })
    expect((await f.ok('timer.state', {})).timers).toHaveLength(1)
  })
})

describe('K2 overlaps', () => {
  test('where they are refused, no undo brings one back', async () => {
    const f = await firm()
    await f.ok('organisation.edit', { overlaps: 'refuse' })
    const { entryIds } = await f.ok('entry.add', entry(f, f.ana, '09:00', '11:00'))
    const removed = await commit(f, 'entry.remove', { entryId: entryIds[0] ?? '' })
    const { entryIds: other } = await f.ok('entry.add', entry(f, f.ana, '10:00', '12:00'))
    expect(await f.refused('change.undo', { commitId: removed })).toMatchObject({
      code: 'entry.overlaps',
      details: { ids: other },
    })
    await f.ok('entry.remove', { entryId: other[0] ?? '' })
    await f.ok('change.undo', { commitId: removed })
    expect((await f.ok('diary.day', { userId: f.ana, date: '2026-03-20' })).entries).toHaveLength(1)
  })

  test('a correction that made room is not taken back once the room is used', async () => {
    const f = await firm()
    await f.ok('organisation.edit', { overlaps: 'refuse' })
    const { entryIds } = await f.ok('entry.add', entry(f, f.ana, '09:00', '11:00'))
    const moved = await commit(f, 'entry.edit', { entryId: entryIds[0] ?? '', endAt: at('2026-03-20 10:00') })
    await f.ok('entry.add', entry(f, f.ana, '10:00', '12:00'))
    expect(await f.refused('change.undo', { commitId: moved })).toMatchObject({ code: 'entry.overlaps' })
  })
})
