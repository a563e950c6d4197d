// Offices, departments and assignments through the application: who takes which, and what a timer protects (C13 to C18).
import { expect, test } from 'vitest'
import { errorSentence } from '../shared/text/errorText.ts'
import type { Firm } from './testing/testApp.ts'
import { at, openFirm } from './testing/testApp.ts'

async function openPlaced() {
  const f = await openFirm('2026-03-03 09:00')
  const { officeId: ham } = await f.ok('office.add', { code: 'HAM', name: 'Hamburg' })
  const { officeId: vie } = await f.ok('office.add', { code: 'VIE' })
  const { departmentId: dev } = await f.ok('department.add', { code: 'DEV' })
  const { departmentId: con } = await f.ok('department.add', { code: 'CON' })
  const all = { userId: f.ana, customerId: null, officeId: ham, departmentId: dev }
  const { assignmentId: general } = await f.ok('assignment.add', all)
  const { assignmentId: special } = await f.ok('assignment.add', {
    ...all,
    customerId: f.acme,
    officeId: vie,
    departmentId: con,
  })
  return { f, ham, vie, dev, con, general, special }
}

const log = async (f: Firm, customerId: string, from: string, to: string) => {
  const startAt = at(`2026-03-02 ${from}`)
  const endAt = at(`2026-03-02 ${to}`)
  const { entryIds } = await f.ok('entry.add', { customerId, categoryId: f.support, startAt, endAt })
  return f.ok('entry.get', { entryId: entryIds[0] ?? '' })
}
const said = async (f: Firm, ...request: Parameters<Firm['refused']>): Promise<string> =>
  errorSentence(await f.refused(...request), 'en')

test('I8 a session takes office and department from the most specific assignment, and keeps them (K1)', async () => {
  const { f, ham, vie, con, dev, general, special } = await openPlaced()
  const acme = await log(f, f.acme, '09:00', '10:00')
  expect(acme).toMatchObject({ officeId: vie, departmentId: con, officeLabel: 'VIE' })
  const globex = await log(f, f.globex, '10:00', '11:00')
  expect(globex).toMatchObject({ officeId: ham, departmentId: dev, officeLabel: 'HAM Hamburg' })
  await f.ok('assignment.edit', { assignmentId: special, officeId: ham })
  await f.ok('assignment.remove', { assignmentId: general })
  expect(await f.ok('entry.get', { entryId: acme.id })).toMatchObject({ officeId: vie })
  // Another correction leaves them alone; a correction of them is kept.
  await f.ok('entry.edit', { entryId: globex.id, note: 'said' })
  expect(await f.ok('entry.get', { entryId: globex.id })).toMatchObject({ officeId: ham, note: 'said' })
  await f.ok('entry.edit', { entryId: globex.id, officeId: vie, departmentId: null })
  expect(await f.ok('entry.get', { entryId: globex.id })).toMatchObject({ officeId: vie, departmentId: null })
  expect(await log(f, f.globex, '12:00', '13:00')).toMatchObject({ officeId: null, departmentId: null })
  expect((await f.refused('entry.edit', { entryId: globex.id, officeId: 'nowhere' })).code).toBe(
    'notFound.office',
  )
  await f.app.close()
})

test('C13 C14 C15 C16 C17 what a timer would take stays until it is recorded, with the exact sentences', async () => {
  const { f, ham, vie, dev, con, general, special } = await openPlaced()
  const start = { customerId: f.acme, categoryId: f.support }
  const { timerId } = await f.ok('timer.start', start)
  f.clock.advance(600_000)
  for (const pause of [false, true]) {
    if (pause) await f.ok('timer.pause', { timerId })
    expect(await said(f, 'office.remove', { officeId: vie })).toBe('Used in Timer. Cannot delete.')
    expect(await said(f, 'department.remove', { departmentId: con })).toBe('Used in Timer. Cannot delete.')
    expect(await said(f, 'assignment.remove', { assignmentId: special })).toBe(
      'Used in Timer - Cannot delete.',
    )
    for (const edit of [{ officeId: ham }, { departmentId: dev }])
      expect(await said(f, 'assignment.edit', { assignmentId: special, ...edit })).toBe(
        'Used in Timer - Cannot edit.',
      )
  }
  const refusal = await f.refused('office.remove', { officeId: vie })
  expect(refusal.details?.timers).toMatchObject([{ timerId, userName: 'Ana Weber' }])
  // What the timer does not take is free, and a name is no part of what it takes.
  await f.ok('assignment.edit', { assignmentId: general, departmentId: con })
  await f.ok('office.edit', { officeId: vie, name: 'Vienna' })
  await f.ok('assignment.remove', { assignmentId: general })
  await f.ok('timer.stop', { timerId, note: 'done' })
  await f.ok('assignment.edit', { assignmentId: special, departmentId: dev })
  await f.ok('department.remove', { departmentId: con })
  await f.ok('office.remove', { officeId: vie })
  expect(await f.ok('assignment.list', {})).toEqual([])
  const { rows } = await f.ok('customer.entries', { customerId: f.acme })
  expect(rows).toMatchObject([{ officeLabel: 'VIE Vienna', departmentLabel: 'CON' }])
  await f.app.close()
})

test('C15 where the row is for all, any customer’s timer uses it; discarded, it is free (C17)', async () => {
  const { f, ham, general } = await openPlaced()
  const { timerId } = await f.ok('timer.start', { customerId: f.globex, categoryId: f.support })
  expect(await said(f, 'assignment.remove', { assignmentId: general })).toBe('Used in Timer - Cannot delete.')
  expect(await said(f, 'office.remove', { officeId: ham })).toBe('Used in Timer. Cannot delete.')
  await f.ok('timer.discard', { timerId })
  await f.ok('assignment.remove', { assignmentId: general })
  await f.app.close()
})

test('C18 an undo is refused alike; a deleted office comes back with its assignments', async () => {
  const { f, vie, general, special } = await openPlaced()
  const edited = await f.reply('assignment.edit', { assignmentId: general, officeId: vie })
  const { timerId } = await f.ok('timer.start', { customerId: f.globex, categoryId: f.support })
  const commitId = edited.ok ? (edited.commitId ?? '') : ''
  expect(await said(f, 'change.undo', { commitId })).toBe('Used in Timer - Cannot edit.')
  await f.ok('timer.discard', { timerId })
  const before = await f.ok('assignment.list', {})
  const removed = await f.reply('office.remove', { officeId: vie })
  expect(await f.ok('assignment.list', {})).toEqual([])
  await f.ok('change.undo', { commitId: removed.ok ? (removed.commitId ?? '') : '' })
  expect(await f.ok('assignment.list', {})).toEqual(before)
  expect(before.map(({ id }) => id)).toEqual([general, special])
  await f.app.close()
})

test('two assignments of a user for the same customer, or for all, are refused, also by an undo', async () => {
  const { f, ham, dev, general } = await openPlaced()
  const all = { userId: f.ana, customerId: null, officeId: ham, departmentId: dev }
  expect((await f.refused('assignment.add', all)).code).toBe('assignment.second')
  expect((await f.refused('assignment.add', { ...all, customerId: f.acme })).code).toBe('assignment.second')
  await f.ok('assignment.add', { ...all, customerId: f.globex })
  const removed = await f.reply('assignment.remove', { assignmentId: general })
  await f.ok('assignment.add', all)
  expect(
    (await f.refused('change.undo', { commitId: removed.ok ? (removed.commitId ?? '') : '' })).code,
  ).toBe('assignment.second')
  expect((await f.refused('office.add', { code: 'ham' })).code).toBe('code.taken')
  await f.app.close()
})

test('F10 managers and administrators edit; everybody sees their own assignments', async () => {
  const { f, ham, dev, special } = await openPlaced()
  const { userId } = await f.ok('user.add', { name: 'Bo', role: 'employee' })
  await f.ok('assignment.add', { userId, customerId: null, officeId: ham, departmentId: dev })
  await f.ok('session.switchUser', { userId })
  expect(await f.ok('assignment.list', {})).toMatchObject([{ userName: 'Bo', officeCode: 'HAM' }])
  expect((await f.refused('assignment.list', { userId: f.ana })).code).toBe('request.notPermitted')
  expect((await f.refused('assignment.remove', { assignmentId: special })).code).toBe('request.notPermitted')
  expect((await f.refused('office.remove', { officeId: ham })).code).toBe('request.notPermitted')
  await f.app.close()
})
