// A customer's journal through the application: computed from what happened, noted by hand, filtered, paged, by role (A12, A31, F11).
import { expect, test } from 'vitest'
import type { ArgsOf } from '../shared/contract/contract.ts'
import type { Firm } from './testing/testApp.ts'
import { at, openFirm } from './testing/testApp.ts'

const HOUR = 3_600_000

async function stopped(f: Firm, minutes: number, note: string): Promise<string> {
  const { timerId } = await f.ok('timer.start', { customerId: f.acme, categoryId: f.support, note })
  f.clock.advance(minutes * 60_000)
  return (await f.ok('timer.stop', { timerId, dialog: false })).entryIds[0] ?? ''
}
const journal = async (f: Firm, args: Partial<ArgsOf<'customer.journal'>> = {}) =>
  (await f.ok('customer.journal', { customerId: f.acme, ...args })).rows

test('F11 a stopped session is one line with both keywords and its duration; either finds it, and neither is stored', async () => {
  const f = await openFirm('2026-03-03 09:00')
  const entryId = await stopped(f, 45, 'Printer is jammed')
  const line = {
    source: 'time',
    id: entryId,
    keywords: ['Call Scheduled', 'Time Log'],
    text: 'Printer is jammed',
    durationMs: 45 * 60_000,
    categoryName: 'Support',
    userName: 'Ana Weber',
  }
  for (const asked of [{}, { keyword: 'Call Scheduled' }, { keyword: 'Time Log' }] as const)
    expect(await journal(f, asked)).toMatchObject([line])
  expect(await journal(f, { keyword: 'Note' })).toEqual([])
  const { changes } = await f.ok('change.list', {})
  expect(changes[0]?.subjects.map(({ entity }) => entity).sort()).toEqual(['task', 'timeEntry', 'timer'])
  // Without its time the call stays.
  await f.ok('entry.remove', { entryId })
  expect(await journal(f)).toMatchObject([
    { source: 'call', keywords: ['Call Scheduled'], text: '', durationMs: null },
  ])
  expect(await journal(f, { keyword: 'Time Log' })).toEqual([])
  await f.app.close()
})

test('F2 F11 a session over midnight is one line, with the time of both days', async () => {
  const f = await openFirm('2026-03-03 23:00')
  await stopped(f, 120, 'Night shift')
  expect((await f.ok('customer.entries', { customerId: f.acme })).total).toBe(2)
  expect(await journal(f)).toMatchObject([{ at: at('2026-03-03 23:00'), durationMs: 2 * HOUR }])
  // A part that moves to another customer is that one's line.
  const [part] = (await f.ok('customer.entries', { customerId: f.acme, from: '2026-03-04' })).rows
  await f.ok('entry.edit', { entryId: part?.id ?? '', customerId: f.globex })
  expect(await journal(f)).toMatchObject([{ durationMs: HOUR }])
  expect(await journal(f, { customerId: f.globex })).toMatchObject([{ durationMs: HOUR }])
  await f.app.close()
})

test('A12 A26 notes by hand have tags, are corrected, deleted and brought back; what is no note is not', async () => {
  const f = await openFirm('2026-03-03 09:00')
  const { tagId } = await f.ok('tag.add', { name: 'Urgent' })
  const { journalEntryId } = await f.ok('journalEntry.add', {
    customerId: f.acme,
    text: ' They want an offer. ',
    tagIds: [tagId, tagId],
    at: at('2026-03-02 15:00'),
  })
  const note = { source: 'note', id: journalEntryId, keywords: ['Note'], text: 'They want an offer.' }
  expect(await journal(f)).toMatchObject([
    { ...note, tagLabels: [{ name: 'Urgent' }], at: at('2026-03-02 15:00') },
  ])
  await f.ok('journalEntry.edit', { journalEntryId, text: 'They want two offers.' })
  expect(await journal(f, { tagId, keyword: 'Note' })).toMatchObject([{ text: 'They want two offers.' }])
  // A tag that is retired stays where it is, and is put on nothing new.
  await f.ok('tag.edit', { tagId, active: false })
  await f.ok('journalEntry.edit', { journalEntryId, tagIds: [tagId] })
  const fresh = { customerId: f.acme, text: 'x', tagIds: [tagId] }
  expect((await f.refused('journalEntry.add', fresh)).code).toBe('record.inactiveTag')
  const removed = await f.reply('journalEntry.remove', { journalEntryId })
  expect(await journal(f)).toEqual([])
  await f.ok('change.undo', { commitId: (removed.ok && removed.commitId) || '' })
  expect(await journal(f)).toHaveLength(1)
  expect((await f.refused('journalEntry.edit', { journalEntryId: 'nothing', text: 'x' })).code).toBe(
    'notFound.journalEntry',
  )
  expect((await f.refused('journalEntry.add', { customerId: 'nobody', text: 'x' })).code).toBe(
    'notFound.customer',
  )
  expect((await f.refused('journalEntry.add', { customerId: f.acme, text: '  ' })).code).toBe(
    'request.invalid',
  )
  const tomorrow = { customerId: f.acme, text: 'x', at: f.clock.now() + 24 * HOUR }
  expect((await f.refused('journalEntry.add', tomorrow)).code).toBe('timer.inFuture')
  await f.app.close()
})

test('A31 it is filtered by person, tag, range and words, together, and read page by page without a gap', async () => {
  const f = await openFirm('2026-03-02 09:00')
  const { userId: bo } = await f.ok('user.add', { name: 'Bo', role: 'manager' })
  for (let day = 0; day < 5; day += 1) {
    await stopped(f, 30, day % 2 === 0 ? 'Server is down' : 'Größere Änderung')
    await f.ok('journalEntry.add', { customerId: f.acme, text: `Server note ${day}` })
    f.clock.advance(24 * HOUR)
  }
  await f.ok('session.switchUser', { userId: bo })
  await f.ok('journalEntry.add', { customerId: f.acme, text: 'From Bo' })
  const all = await journal(f)
  expect(all).toHaveLength(11)
  expect(all.map((line) => line.at)).toEqual(all.map((line) => line.at).toSorted((a, b) => b - a))
  expect((await journal(f, { userId: bo })).map(({ text }) => text)).toEqual(['From Bo'])
  expect(await journal(f, { text: 'serv' })).toHaveLength(3 + 5)
  expect(await journal(f, { text: 'grossere ander' })).toHaveLength(2)
  expect(
    await journal(f, { text: 'server note', keyword: 'Note', from: '2026-03-03', to: '2026-03-04' }),
  ).toHaveLength(2)
  expect(await journal(f, { text: '***' })).toEqual([])
  const read: string[] = []
  let before: string | null = ''
  while (before !== null) {
    const page: { rows: { id: string }[]; next: string | null } = await f.ok('customer.journal', {
      customerId: f.acme,
      limit: 3,
      ...(before === '' ? {} : { before }),
    })
    read.push(...page.rows.map(({ id }) => id))
    before = page.next
  }
  expect(read).toEqual(all.map(({ id }) => id))
  await f.app.close()
})

test('F10 an employee sees the lines of their own, and writes and corrects notes of their own only', async () => {
  const f = await openFirm('2026-03-03 09:00')
  await stopped(f, 30, 'Of Ana')
  const { journalEntryId } = await f.ok('journalEntry.add', { customerId: f.acme, text: 'Ana’s note' })
  const { userId } = await f.ok('user.add', { name: 'Bo', role: 'employee' })
  await f.ok('session.switchUser', { userId })
  const own = await f.ok('journalEntry.add', { customerId: f.acme, text: 'Bo’s note' })
  expect(await f.ok('customer.journal', { customerId: f.acme })).toMatchObject({
    rows: [{ text: 'Bo’s note' }],
    onlyYours: true,
  })
  expect(await journal(f, { userId: f.ana })).toEqual([])
  expect((await f.refused('journalEntry.edit', { journalEntryId, text: 'x' })).code).toBe(
    'request.notPermitted',
  )
  expect((await f.refused('journalEntry.remove', { journalEntryId })).code).toBe('request.notPermitted')
  await f.ok('journalEntry.edit', { ...own, text: 'Bo’s better note' })
  await f.app.close()
})

test('A10 A12 meetings that have begun and tasks are lines with their keywords; logged time says that it is a meeting', async () => {
  const f = await openFirm('2026-03-18 12:00')
  const meeting = { customerId: f.acme, categoryId: f.support }
  const weekly = await f.ok('meeting.add', {
    ...meeting,
    title: 'Jour fixe',
    place: 'Room 2',
    startAt: at('2026-03-03 09:00'),
    endAt: at('2026-03-03 10:00'),
    repeat: 'FREQ=WEEKLY;COUNT=9',
  })
  await f.ok('meeting.cancel', { meetingId: weekly.meetingId, scope: 'one', at: at('2026-03-10 09:00') })
  await f.ok('meeting.add', {
    ...meeting,
    title: 'Review',
    startAt: at('2026-03-04 09:00'),
    endAt: at('2026-03-04 10:00'),
    logged: true,
  })
  const { taskId } = await f.ok('task.add', {
    title: 'Send the offer',
    customerId: f.acme,
    dueDate: '2026-03-05',
  })
  await f.ok('task.add', { title: 'Ask for the budget', customerId: f.acme, type: 'Call' })
  await f.ok('task.done', { taskId })
  const lines = async (args: Partial<ArgsOf<'customer.journal'>> = {}) =>
    (await journal(f, args)).map(({ source, text, keywords, done }) => [source, text, keywords, done])
  const call = ['task', 'Ask for the budget', ['Call Scheduled'], false]
  const latest = ['meeting', 'Jour fixe · Room 2', ['Meeting'], null]
  const offer = ['task', 'Send the offer', ['Task'], true]
  const review = ['time', 'Review', ['Meeting', 'Time Log'], null]
  expect(await lines()).toEqual([call, latest, offer, review, latest])
  expect(await lines({ keyword: 'Meeting' })).toEqual([latest, review, latest])
  expect(await lines({ keyword: 'Task' })).toEqual([offer])
  expect(await lines({ keyword: 'Call Scheduled' })).toEqual([call])
  expect(await lines({ text: 'room' })).toEqual([latest, latest])
  expect(await lines({ from: '2026-03-05', to: '2026-03-17' })).toEqual([latest, offer])
  // A page at a time is the same as all at once.
  const paged: unknown[] = []
  let before: string | undefined
  for (let page = 0; page < 9; page += 1) {
    const { rows, next } = await f.ok('customer.journal', {
      customerId: f.acme,
      limit: 1,
      ...(before !== undefined && { before }),
    })
    paged.push(...rows.map(({ source, text, keywords, done }) => [source, text, keywords, done]))
    if (next === null) break
    before = next
  }
  expect(paged).toEqual(await lines())
  await f.ok('module.switch', { module: 'calendar', on: false })
  expect(await lines()).toEqual([['time', 'Review', ['Time Log'], null]])
  await f.app.close()
})
