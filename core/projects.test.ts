// Projects through the whole application: codes, time on them, their figures, and what a timer or recorded time protects.
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, describe, expect, test } from 'vitest'
import { HOUR_MS } from '../shared/base/duration.ts'
import type { ArgsOf, RequestName } from '../shared/contract/contract.ts'
import { loadMigrations, migrate } from './db/migrate.ts'
import { openDatabase } from './db/open.ts'
import { BY_CATEGORY } from './queries/project.ts'
import { temporaryFolder } from './testing/db/temporaryFolder.ts'
import { at, openFirm } from './testing/testApp.ts'
import type { Firm } from './testing/testApp.ts'

const open: Firm['app'][] = []
type WithProject = Firm & { projectId: string }

/** A firm with the project PROJ-1, Website, of Acme. */
const firm = async (start = '2026-03-03 09:00'): Promise<WithProject> => {
  const f = await openFirm(start)
  open.push(f.app)
  const { projectId } = await f.ok('project.add', { customerId: f.acme, name: 'Website' })
  return { ...f, projectId }
}
afterEach(async () => {
  for (const app of open.splice(0)) await app.close()
})

const commit = async <N extends RequestName>(f: Firm, name: N, args: ArgsOf<N>): Promise<string> => {
  const reply = await f.reply(name, args)
  if (!reply.ok) throw new Error(`${name}: ${reply.error.code}`)
  return reply.commitId ?? ''
}
const work = (f: WithProject, date: string, over: Partial<ArgsOf<'entry.add'>> = {}) => ({
  customerId: f.acme,
  categoryId: f.support,
  projectId: f.projectId,
  startAt: at(`${date} 08:00`),
  endAt: at(`${date} 09:00`),
  ...over,
})
const timerOn = async (f: WithProject, at?: number): Promise<string> =>
  (
    await f.ok('timer.start', {
      customerId: f.acme,
      categoryId: f.support,
      projectId: f.projectId,
      ...(at === undefined ? {} : { at }),
    })
  ).timerId
const entry = async (f: Firm, entryIds: readonly string[]) =>
  f.ok('entry.get', { entryId: entryIds[0] ?? '' })

describe('the list', () => {
  test('codes come in order, are one’s own, and a number that was used never comes again', async () => {
    const f = await firm()
    const second = await f.ok('project.add', { customerId: f.globex, name: 'Audit' })
    expect(second.code).toBe('PROJ-2')
    expect(await f.refused('project.add', { customerId: f.acme, name: 'X', code: 'proj-2' })).toMatchObject({
      code: 'project.codeTaken',
    })
    expect((await f.ok('project.add', { customerId: f.acme, name: 'Shop', code: 'SHOP' })).code).toBe('SHOP')
    const deleted = await commit(f, 'project.remove', { projectId: second.projectId })
    expect((await f.ok('project.add', { customerId: f.globex, name: 'Tax' })).code).toBe('PROJ-3')
    await f.ok('change.undo', { commitId: deleted })
    const { rows } = await f.ok('project.list', { customerId: f.globex })
    expect(rows.map(({ code, name }) => [code, name])).toEqual([
      ['PROJ-2', 'Audit'],
      ['PROJ-3', 'Tax'],
    ])
  })

  test('open projects stand before completed ones, and only they are offered for new time', async () => {
    const f = await firm()
    const shop = await f.ok('project.add', { customerId: f.acme, name: 'Shop' })
    await f.ok('project.edit', { projectId: f.projectId, completionDate: '2026-03-03' })
    const { rows, total } = await f.ok('project.list', { customerId: f.acme })
    expect(total).toBe(2)
    expect(rows.map(({ code, completed }) => [code, completed])).toEqual([
      ['PROJ-2', false],
      ['PROJ-1', true],
    ])
    expect((await f.ok('project.list', { activeOnly: true })).rows.map(({ id }) => id)).toEqual([
      shop.projectId,
    ])
    const choices = async (keep?: string) =>
      (await f.ok('project.choices', { customerId: f.acme, ...(keep ? { keep } : {}) })).map(
        ({ code }) => code,
      )
    expect(await choices()).toEqual(['PROJ-2'])
    expect(await choices(f.projectId)).toEqual(['PROJ-1', 'PROJ-2'])
    await f.ok('project.edit', { projectId: f.projectId, completionDate: null })
    expect(await choices()).toEqual(['PROJ-1', 'PROJ-2'])
  })

  test.each([
    ['no name', { name: ' ' }],
    ['no code', { name: 'X', code: ' ' }],
    ['a budget of nothing', { name: 'X', budgetMinutes: 0 }],
    ['a date that is none', { name: 'X', completionDate: '2026-02-30' }],
  ])('%s is refused', async (_, fields) => {
    const f = await firm()
    expect(await f.refused('project.add', { customerId: f.acme, ...fields })).toMatchObject({
      code: 'request.invalid',
    })
  })

  test('what was spent, what of it can be charged, and by whom', async () => {
    const f = await firm('2026-03-05 09:00')
    const { userId: bo } = await f.ok('user.add', { name: 'Bo Lind' })
    await f.ok('category.edit', { categoryId: f.meeting, billType: 'nonBillable' })
    await f.ok('entry.add', work(f, '2026-03-02'))
    await f.ok('entry.add', work(f, '2026-03-04', { categoryId: f.meeting }))
    await f.ok('entry.add', work(f, '2026-03-03', { userId: bo, startAt: at('2026-03-03 06:00') }))
    await f.ok('entry.add', work(f, '2026-03-03', { projectId: null }))
    expect(await f.ok('project.get', { projectId: f.projectId })).toMatchObject({
      totalMs: 5 * HOUR_MS,
      billableMs: 4 * HOUR_MS,
      entryCount: 3,
      lastDate: '2026-03-04',
      timers: 0,
      users: [
        { userName: 'Bo Lind', totalMs: 3 * HOUR_MS },
        { userName: 'Ana Weber', totalMs: 2 * HOUR_MS },
      ],
    })
    await f.ok('project.edit', { projectId: f.projectId, billable: false })
    expect((await f.ok('project.list', {})).rows).toMatchObject([{ totalMs: 5 * HOUR_MS, billableMs: 0 }])
  })

  test('deleting a customer takes its projects along, and undo brings both back', async () => {
    const f = await firm()
    await f.ok('project.add', { customerId: f.acme, name: 'Shop' })
    await f.ok('entry.add', work(f, '2026-03-02'))
    const before = await f.ok('project.list', {})
    const removed = await commit(f, 'customer.remove', { customerId: f.acme })
    expect((await f.ok('project.list', {})).rows).toEqual([])
    expect((await f.ok('customer.entries', { customerId: f.acme })).rows).toMatchObject([
      { projectCode: 'PROJ-1', projectName: 'Website' },
    ])
    await f.ok('change.undo', { commitId: removed })
    expect(await f.ok('project.list', {})).toEqual(before)
  })
})

describe('time on a project', () => {
  test('a timer is started on it, and its entry shows it', async () => {
    const f = await firm()
    const timerId = await timerOn(f)
    expect((await f.ok('timer.state', {})).timers).toMatchObject([
      { projectId: f.projectId, projectCode: 'PROJ-1', projectName: 'Website' },
    ])
    f.clock.advance(HOUR_MS)
    const { entryIds } = await f.ok('timer.stop', { timerId })
    expect(await entry(f, entryIds)).toMatchObject({ projectCode: 'PROJ-1', projectName: 'Website' })
  })

  test('every way of making time refuses a project of another customer, and an unknown one', async () => {
    const f = await firm()
    const { entryIds } = await f.ok('entry.add', work(f, '2026-03-02', { projectId: null }))
    const stopped = await f.ok('timer.start', { customerId: f.globex, categoryId: f.support })
    f.clock.advance(HOUR_MS)
    await f.ok('timer.stop', { timerId: stopped.timerId, dialog: true })
    const running = await f.ok('timer.start', { customerId: f.globex, categoryId: f.support })
    f.clock.advance(HOUR_MS)
    f.app.noteAbsence('sleep', f.clock.now() - HOUR_MS / 2, f.clock.now())
    const gapId = (await f.ok('timer.state', {})).gaps[0]?.id ?? ''
    for (const [projectId, code] of [
      [f.projectId, 'project.otherCustomer'],
      ['nothing', 'notFound.project'],
    ] as const) {
      const to = { customerId: f.globex, categoryId: f.support, projectId }
      const refusals = [
        await f.refused('timer.start', { ...to, switch: true }),
        await f.refused('timer.edit', { timerId: running.timerId, ...to }),
        await f.refused('timer.record', { timerId: stopped.timerId, ...to }),
        await f.refused('entry.add', work(f, '2026-03-02', to)),
        await f.refused('entry.edit', { entryId: entryIds[0] ?? '', ...to }),
        await f.refused('gap.resolve', { gapId, choice: 'giveTo', ...to }),
      ]
      expect(refusals.map((refusal) => refusal.code)).toEqual(refusals.map(() => code))
    }
  })

  test('another customer clears the project; a stretch may be given to another project', async () => {
    const f = await firm()
    const added = await f.ok('entry.add', work(f, '2026-03-02'))
    await f.ok('entry.edit', { entryId: added.entryIds[0] ?? '', note: 'kept' })
    expect(await entry(f, added.entryIds)).toMatchObject({ projectId: f.projectId })
    await f.ok('entry.edit', { entryId: added.entryIds[0] ?? '', customerId: f.globex })
    expect(await entry(f, added.entryIds)).toMatchObject({ customerId: f.globex, projectId: null })

    const audit = await f.ok('project.add', { customerId: f.globex, name: 'Audit' })
    const timerId = await timerOn(f)
    f.clock.advance(HOUR_MS)
    f.app.noteAbsence('sleep', f.clock.now() - HOUR_MS / 2, f.clock.now())
    const { entryIds } = await f.ok('gap.resolve', {
      gapId: (await f.ok('timer.state', {})).gaps[0]?.id ?? '',
      choice: 'giveTo',
      customerId: f.globex,
      categoryId: f.support,
      projectId: audit.projectId,
    })
    expect(await entry(f, entryIds)).toMatchObject({ projectCode: 'PROJ-2' })
    await f.ok('timer.edit', { timerId, customerId: f.globex })
    expect((await f.ok('timer.state', {})).timers).toMatchObject([{ projectId: null }])
    await f.ok('timer.stop', { timerId, dialog: true })
    const recorded = await f.ok('timer.record', { timerId, projectId: audit.projectId })
    expect(await entry(f, recorded.entryIds)).toMatchObject({ projectCode: 'PROJ-2' })
  })

  test('after the completion date it takes no new time; what began that day runs past midnight', async () => {
    const f = await firm('2026-03-02 23:00')
    const timerId = await timerOn(f)
    await f.ok('project.edit', { projectId: f.projectId, completionDate: '2026-03-02' })
    f.clock.set(at('2026-03-03 09:30'))
    const { entryIds } = await f.ok('timer.stop', { timerId, at: at('2026-03-03 01:00') })
    expect(entryIds).toHaveLength(2)
    const refusal = await f.refused('entry.add', work(f, '2026-03-03'))
    expect(refusal).toMatchObject({
      code: 'project.completed',
      details: { values: { code: 'PROJ-1', date: '2026-03-02' } },
    })
    await f.ok('entry.add', work(f, '2026-03-01'))
    // What is recorded already may be corrected, but not moved to a later day.
    const late = { entryId: entryIds[1] ?? '', note: 'corrected' }
    await f.ok('entry.edit', late)
    const { rows } = await f.ok('customer.entries', { customerId: f.acme })
    const first = rows.find(({ workDate }) => workDate === '2026-03-01')
    const moved = { entryId: first?.id ?? '', startAt: at('2026-03-03 08:00'), endAt: at('2026-03-03 09:00') }
    expect(await f.refused('entry.edit', moved)).toMatchObject({ code: 'project.completed' })
  })

  test('continuing the last keeps an open project and drops one that takes no more time', async () => {
    const f = await firm('2026-03-05 09:00')
    await f.ok('entry.add', work(f, '2026-03-05'))
    const { timerId } = await f.ok('timer.continueLast', {})
    expect((await f.ok('timer.state', {})).timers).toMatchObject([{ projectCode: 'PROJ-1' }])
    await f.ok('timer.discard', { timerId })
    await f.ok('project.edit', { projectId: f.projectId, completionDate: '2026-03-04' })
    // What an entry was for is continued in the same way, also when it is not the last.
    const older = await f.ok('entry.add', work(f, '2026-03-02', { note: 'older' }))
    await f.ok('timer.continueLast', { entryId: older.entryIds[0] ?? '' })
    expect((await f.ok('timer.state', {})).timers).toMatchObject([{ customerId: f.acme, projectId: null }])
    f.clock.advance(HOUR_MS)
    await f.ok('timer.continueLast', { switch: true })
    expect((await f.ok('timer.state', {})).timers).toMatchObject([{ customerId: f.acme, projectId: null }])
  })

  test('F3 a draft comes back without a project that was deleted since', async () => {
    const f = await firm()
    const timerId = await timerOn(f)
    f.clock.advance(HOUR_MS)
    const kept = await f.ok('timer.discard', { timerId })
    await f.ok('draft.restore', { draftId: kept.draftId ?? '' })
    expect((await f.ok('timer.state', {})).timers).toMatchObject([{ projectId: f.projectId }])
    const lost = await f.ok('timer.discard', { timerId })
    await f.ok('project.remove', { projectId: f.projectId })
    await f.ok('draft.restore', { draftId: lost.draftId ?? '' })
    expect((await f.ok('timer.state', {})).timers).toMatchObject([{ customerId: f.acme, projectId: null }])
  })
})

test('G11 F3 what was discarded before there were projects is taken back like anything else', async () => {
  const dataDir = temporaryFolder()
  const f = await openFirm('2026-03-03 09:00', { dataDir })
  open.push(f.app)
  const { timerId } = await f.ok('timer.start', { customerId: f.acme, categoryId: f.support })
  f.clock.advance(HOUR_MS)
  const discarded = await commit(f, 'timer.discard', { timerId })
  // As an earlier version kept it: neither the session in the draft nor the trail says anything of projects.
  const db = openDatabase(join(dataDir, 'daybook.db'))
  db.exec(`UPDATE note_draft SET session = json_remove(session, '$.projectId');
    UPDATE audit SET "before" = json_remove("before", '$.projectId'),
      "after" = json_remove("after", '$.projectId', '$.session.projectId')`)
  db.close()
  await f.ok('change.undo', { commitId: discarded })
  expect((await f.ok('timer.state', {})).timers).toMatchObject([{ id: timerId, projectId: null }])
})

test('G14 what was spent on projects is read from an index alone', () => {
  const db = openDatabase(':memory:')
  const folder = fileURLToPath(new URL('../drizzle/sqlite', import.meta.url))
  migrate(db, loadMigrations(folder), { backup: () => undefined, now: 0 })
  const plan = db.prepare<[string], { detail: string }>(`EXPLAIN QUERY PLAN ${BY_CATEGORY}`).all('[]')
  expect(plan.map(({ detail }) => detail)).toContain(
    'SEARCH time_entry USING COVERING INDEX time_entry_project (project_id=?)',
  )
  db.close()
})

test('G11 the history names a project by its code and name', async () => {
  const f = await firm()
  await f.ok('project.edit', { projectId: f.projectId, name: 'Web shop' })
  const { changes } = await f.ok('change.list', { limit: 2 })
  expect(changes.map(({ command, subjects }) => [command, subjects[0]?.name])).toEqual([
    ['project.edit', 'PROJ-1 · Web shop'],
    ['project.add', 'PROJ-1 · Website'],
  ])
})

describe('what protects a project', () => {
  for (const state of ['running', 'paused', 'stopped'] as const)
    test(`C11 C12 a ${state} timer refuses an earlier completion and the deletion, and is named`, async () => {
      const f = await firm()
      const timerId = await timerOn(f)
      if (state === 'paused') await f.ok('timer.pause', { timerId })
      f.clock.advance(HOUR_MS)
      if (state === 'stopped') await f.ok('timer.stop', { timerId, dialog: true })
      const edit = await f.refused('project.edit', { projectId: f.projectId, completionDate: '2026-03-02' })
      expect(edit).toMatchObject({
        code: 'guard.projectEdit',
        details: { timers: [{ timerId, userName: 'Ana Weber', projectCode: 'PROJ-1' }] },
      })
      expect(await f.refused('project.remove', { projectId: f.projectId })).toMatchObject({
        code: 'guard.projectDelete',
        details: { values: { code: 'PROJ-1' }, timers: [{ timerId }] },
      })
      for (const completionDate of ['2026-03-03', '2026-03-04'])
        await f.ok('project.edit', { projectId: f.projectId, completionDate })
    })

  test('C11 the timer’s date is the work day of the organisation, not the calendar’s', async () => {
    const f = await firm('2026-03-03 02:00')
    await f.ok('organisation.edit', { dayStartMinutes: 300 })
    await timerOn(f)
    await f.ok('project.edit', { projectId: f.projectId, completionDate: '2026-03-02' })
    expect(
      await f.refused('project.edit', { projectId: f.projectId, completionDate: '2026-03-01' }),
    ).toMatchObject({ code: 'guard.projectEdit' })
  })

  test.each(['timer.stop', 'timer.discard'] as const)('C17 each works again after %s', async (end) => {
    const f = await firm()
    const timerId = await timerOn(f)
    f.clock.advance(HOUR_MS)
    await f.ok(end, { timerId })
    await f.ok('project.edit', { projectId: f.projectId, completionDate: '2026-03-02' })
    await f.ok('project.remove', { projectId: f.projectId })
    expect((await f.ok('project.list', {})).rows).toEqual([])
    expect(await f.refused('project.edit', { projectId: f.projectId, name: 'X' })).toMatchObject({
      code: 'notFound.project',
    })
    const { rows } = await f.ok('customer.entries', { customerId: f.acme })
    expect(rows.map(({ projectCode }) => projectCode)).toEqual(end === 'timer.stop' ? ['PROJ-1'] : [])
  })

  test('C11 C12 C18 no undo goes around them', async () => {
    const f = await openFirm('2026-03-02 08:00')
    open.push(f.app)
    const added = await f.reply('project.add', {
      customerId: f.acme,
      name: 'Website',
      completionDate: '2026-03-01',
    })
    const projectId = added.ok ? added.value.projectId : ''
    const reopened = await commit(f, 'project.edit', { projectId, completionDate: null })
    const timerId = await timerOn({ ...f, projectId })
    expect(await f.refused('change.undo', { commitId: reopened })).toMatchObject({
      code: 'guard.projectEdit',
    })
    await f.ok('timer.discard', { timerId })
    await f.ok('change.undo', { commitId: reopened })
    const again = await timerOn({ ...f, projectId }, at('2026-03-01 09:00'))
    expect(
      await f.refused('change.undo', { commitId: added.ok ? (added.commitId ?? '') : '' }),
    ).toMatchObject({ code: 'guard.projectDelete', details: { timers: [{ timerId: again }] } })
  })

  test('C18 recorded time keeps a project with its customer, also against an undo', async () => {
    const f = await firm()
    const { entryIds } = await f.ok('entry.add', work(f, '2026-03-02'))
    const move = { projectId: f.projectId, customerId: f.globex }
    expect(await f.refused('project.edit', move)).toMatchObject({
      code: 'project.hasTime',
      details: { values: { code: 'PROJ-1', entries: 1 } },
    })
    const removed = await commit(f, 'entry.remove', { entryId: entryIds[0] ?? '' })
    const moved = await commit(f, 'project.edit', move)
    expect(await f.refused('change.undo', { commitId: removed })).toMatchObject({
      code: 'project.otherCustomer',
    })
    await f.ok('entry.add', work(f, '2026-03-02', { customerId: f.globex }))
    expect(await f.refused('change.undo', { commitId: moved })).toMatchObject({ code: 'project.hasTime' })
  })

  test('C11 a timer keeps its project with its customer', async () => {
    const f = await firm()
    await timerOn(f)
    expect(await f.refused('project.edit', { projectId: f.projectId, customerId: f.globex })).toMatchObject({
      code: 'guard.projectEdit',
    })
  })

  test('B45 employees add and correct projects, and only managers delete them', async () => {
    const f = await firm()
    const { userId: cy } = await f.ok('user.add', { name: 'Cy Orr' })
    await f.ok('session.switchUser', { userId: cy })
    const { projectId } = await f.ok('project.add', { customerId: f.acme, name: 'Shop' })
    await f.ok('project.edit', { projectId, name: 'Web shop' })
    expect(await f.refused('project.remove', { projectId })).toMatchObject({ code: 'request.notPermitted' })
  })
})
