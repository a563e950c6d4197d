// What holds for every request: unknown and ill-formed ones, permissions, the audit trail, undo, other processes, kill and restart.
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, describe, expect, test } from 'vitest'
import type { ArgsOf, RequestName } from '../shared/contract/contract.ts'
import { HOUR_MS, MINUTE_MS } from '../shared/base/duration.ts'
import { createData } from './db/data.ts'
import { closeDatabase, openDatabase } from './db/open.ts'
import { verifyTrail } from './verify/trail.ts'
import { compiled } from './testing/db/compiled.ts'
import { at, openFirm, openTestApp } from './testing/testApp.ts'
import type { TestApp } from './testing/testApp.ts'

const open: TestApp['app'][] = []
const folders: string[] = []
const kept = <T extends TestApp>(test: T): T => {
  open.push(test.app)
  return test
}
const folder = (): string => {
  const made = mkdtempSync(join(tmpdir(), 'daybook-core-'))
  folders.push(made)
  return made
}
afterEach(async () => {
  for (const app of open.splice(0)) await app.close()
  for (const made of folders.splice(0)) rmSync(made, { recursive: true, force: true })
})

describe('requests', () => {
  test('G14 start, stop and edit make SQLite compile nothing that it has compiled before', async () => {
    const { ok, clock, acme, support, ana } = kept(await openFirm())
    const round = async () => {
      const { timerId } = await ok('timer.start', { customerId: acme, categoryId: support, note: 'a call' })
      clock.advance(HOUR_MS)
      const { entryIds } = await ok('timer.stop', { timerId })
      await ok('entry.edit', { entryId: entryIds[0] ?? '', note: 'a long call' })
      await ok('diary.day', { userId: ana, date: '2026-03-03' })
      await ok('customer.entries', { customerId: acme })
    }
    await round()
    await round()
    expect(await compiled(round)).toBe(0)
  })

  test('an unknown name and prototype names are refused, not run', async () => {
    const { app } = kept(await openTestApp())
    for (const name of ['nothing.here', '__proto__', 'constructor', 'toString', ''])
      expect(await app.invoke(name as RequestName, {} as never)).toMatchObject({
        ok: false,
        error: { code: 'request.unknown' },
      })
  })

  const BACKWARDS = { from: '2026-03-31', to: '2026-03-01' }
  test.each([
    ['customer.entries', {}],
    ['customer.journal', {}],
    ['entry.search', { text: 'call' }],
    ['invoice.draft', {}],
    ['absence.list', {}],
    ['report.run', { by: ['customer'] }],
  ] as const)(
    '%s refuses days of which the last is before the first, and does not find nothing',
    async (name, more) => {
      const { app, acme } = kept(await openFirm())
      const whose = name === 'absence.list' ? {} : { customerId: acme }
      const args = { ...whose, ...more, ...BACKWARDS } as never
      expect(await app.invoke(name as RequestName, args)).toMatchObject({
        ok: false,
        error: { code: 'range.endBeforeStart' },
      })
    },
  )

  test.each(['null', '"text"', '[]', '17', '{"userId":{"$ne":1}}'])(
    'arguments %s are refused with the field that is wrong',
    async (json) => {
      const { app } = kept(await openTestApp())
      const reply = await app.invoke('user.get', JSON.parse(json))
      expect(reply).toMatchObject({ ok: false, error: { code: 'request.invalid' } })
    },
  )

  test('a note over 10,000 characters is refused, never cut', async () => {
    const f = kept(await openFirm())
    const { timerId } = await f.ok('timer.start', { customerId: f.acme, categoryId: f.support })
    expect(await f.refused('timer.note', { timerId, note: 'x'.repeat(10_001) })).toMatchObject({
      code: 'request.invalid',
      details: { fields: { note: expect.any(String) } },
    })
    await f.ok('timer.note', { timerId, note: '🙂'.repeat(5_000) })
  })

  test('B45 an employee acts on own time only; managers audit any user and date; only administrators change users', async () => {
    const f = kept(await openFirm('2026-03-03 18:00'))
    const { userId: bo } = await f.ok('user.add', { name: 'Bo', role: 'employee' })
    const mine = await f.ok('entry.add', {
      customerId: f.acme,
      categoryId: f.support,
      startAt: at('2026-03-03 09:00'),
      endAt: at('2026-03-03 10:00'),
    })
    await f.ok('session.switchUser', { userId: bo })
    expect(await f.refused('entry.remove', { entryId: mine.entryIds[0] ?? '' })).toMatchObject({
      code: 'request.notPermitted',
    })
    expect(await f.refused('diary.user', { userId: f.ana, month: '2026-03' })).toMatchObject({
      code: 'request.notPermitted',
    })
    expect(await f.refused('diary.month', { month: '2026-03' })).toMatchObject({
      code: 'request.notPermitted',
    })
    expect(await f.refused('user.edit', { userId: bo, role: 'administrator' })).toMatchObject({
      code: 'request.notPermitted',
    })
    await f.ok('diary.user', { userId: bo, month: '2026-03' })
    await f.ok('entry.add', {
      customerId: f.acme,
      categoryId: f.support,
      startAt: at('2026-03-03 09:00'),
      endAt: at('2026-03-03 10:00'),
    })
    await f.ok('session.switchUser', { userId: f.ana })
    await f.ok('user.edit', { userId: bo, role: 'manager' })
    await f.ok('session.switchUser', { userId: bo })
    await f.ok('diary.user', { userId: f.ana, month: '2026-03' })
  })

  test('B45 whatever names another’s timer, entry, draft, gap or change is not for an employee', async () => {
    const f = kept(await openFirm('2026-03-03 18:00'))
    const { userId: bo } = await f.ok('user.add', { name: 'Bo', role: 'employee' })
    const span = { startAt: at('2026-03-03 09:00'), endAt: at('2026-03-03 10:00') }
    const work = { customerId: f.acme, categoryId: f.support }
    const added = await f.reply('entry.add', { ...work, ...span })
    const entryId = added.ok ? (added.value.entryIds[0] ?? '') : ''
    const commitId = added.ok ? (added.commitId ?? '') : ''
    const drafted = await f.ok('timer.start', work)
    const { draftId } = await f.ok('timer.discard', { timerId: drafted.timerId })
    const { timerId } = await f.ok('timer.start', { ...work, at: at('2026-03-03 16:30') })
    f.app.noteAbsence('sleep', at('2026-03-03 17:00'), f.clock.now())
    const gapId = (await f.ok('timer.state', {})).gaps[0]?.id ?? ''
    expect(gapId).not.toBe('')
    await f.ok('session.switchUser', { userId: bo })
    const requests: { [N in RequestName]?: ArgsOf<N> } = {
      'timer.pause': { timerId },
      'timer.resume': { timerId },
      'timer.note': { timerId, note: 'x' },
      'timer.edit': { timerId, startedAt: at('2026-03-03 08:00') },
      'timer.stop': { timerId },
      'timer.stopPreview': { timerId },
      'timer.record': { timerId },
      'timer.cancelRecord': { timerId },
      'timer.discard': { timerId },
      'entry.add': { ...work, ...span, userId: f.ana },
      'entry.edit': { entryId, note: 'x' },
      'entry.get': { entryId },
      'entry.remove': { entryId },
      'gap.resolve': { gapId, choice: 'keep' },
      'draft.restore': { draftId: draftId ?? '' },
      'draft.remove': { draftId: draftId ?? '' },
      'change.undo': { commitId },
      'diary.day': { userId: f.ana, date: '2026-03-03' },
      'user.get': { userId: f.ana },
      'export.start': { what: { kind: 'userMonth', userId: f.ana, month: '2026-03' } },
    }
    for (const [name, args] of Object.entries(requests))
      expect(await f.reply(name as RequestName, args), name).toMatchObject({
        ok: false,
        error: { code: 'request.notPermitted' },
      })
    await f.ok('session.switchUser', { userId: f.ana })
    expect((await f.ok('timer.state', {})).timers).toMatchObject([{ id: timerId, state: 'running' }])
    expect((await f.ok('entry.get', { entryId })).note).toBe('')
  })

  test('a change is told to every listener, with the nouns it touched', async () => {
    const f = kept(await openFirm())
    f.events.length = 0
    await f.ok('timer.start', { customerId: f.acme, categoryId: f.support })
    expect(f.events).toMatchObject([{ type: 'changed', entities: ['timer'], commitId: expect.any(String) }])
  })
})

describe('audit trail', () => {
  test('G11 an altered, a removed and a reordered row are found', async () => {
    const dataDir = folder()
    const f = await openFirm('2026-03-03 18:00', { dataDir })
    for (let hour = 8; hour < 12; hour += 1)
      await f.ok('entry.add', {
        customerId: f.acme,
        categoryId: f.support,
        startAt: at(`2026-03-03 0${hour % 10}:00`),
        endAt: at(`2026-03-03 0${hour % 10}:30`),
      })
    await f.app.close()
    const db = openDatabase(join(dataDir, 'daybook.db'))
    const data = createData(db)
    const whole = verifyTrail(data)
    expect(whole).toMatchObject({ brokenAt: null })
    expect(whole.commits).toBeGreaterThan(4)
    for (const tamper of [
      `UPDATE audit SET "after" = replace("after", '"durationMs":1800000', '"durationMs":1800001') WHERE seq = (SELECT max(seq) FROM audit WHERE entity = 'timeEntry')`,
      'DELETE FROM audit WHERE seq = (SELECT max(seq) FROM audit)',
      'DELETE FROM commit_log WHERE seq = 3',
      `UPDATE commit_log SET at = at + 1 WHERE seq = 2`,
    ]) {
      db.exec('BEGIN')
      expect(db.prepare(tamper).run().changes).toBeGreaterThan(0)
      expect(verifyTrail(data).brokenAt).not.toBeNull()
      db.exec('ROLLBACK')
    }
    db.close()
  })
})

describe('one file, several lives', () => {
  test('G1 killed within seconds of the first start, before any heartbeat: the gap is asked about all the same', async () => {
    const dataDir = folder()
    const f = await openFirm('2026-03-03 09:00', { dataDir })
    const { timerId } = await f.ok('timer.start', { customerId: f.acme, categoryId: f.support })
    // No close, and no time for a heartbeat.
    const again = kept(
      await openTestApp('2026-03-03 11:00', { dataDir, newId: () => `AGAIN${Math.random()}` }),
    )
    expect((await again.ok('timer.state', {})).gaps).toMatchObject([
      { timerId, cause: 'off', from: at('2026-03-03 09:00'), to: at('2026-03-03 11:00') },
    ])
  })

  test('G1 a timer goes on after the process is gone, with its start, notes and a question about the gap', async () => {
    const dataDir = folder()
    const f = await openFirm('2026-03-03 09:00', { dataDir })
    const { timerId } = await f.ok('timer.start', { customerId: f.acme, categoryId: f.support })
    await f.ok('timer.note', { timerId, note: 'half a sentence' })
    f.clock.advance(20 * MINUTE_MS)
    // No close: the file is left as a killed process leaves it.
    const again = kept(
      await openTestApp('2026-03-03 11:00', {
        dataDir,
        newId: () => `AGAIN${Math.trunc(performance.now() * 1000)}`,
      }),
    )
    const state = await again.ok('timer.state', {})
    expect(state.timers).toMatchObject([
      { id: timerId, state: 'running', startedAt: at('2026-03-03 09:00'), note: 'half a sentence' },
    ])
    expect(state.gaps).toMatchObject([
      { timerId, cause: 'off', from: at('2026-03-03 09:20'), to: at('2026-03-03 11:00') },
    ])
    await again.ok('gap.resolve', { gapId: state.gaps[0]?.id ?? '', choice: 'keep' })
    const { entryIds } = await again.ok('timer.stop', { timerId })
    expect(await again.ok('entry.get', { entryId: entryIds[0] ?? '' })).toMatchObject({
      durationMs: 2 * HOUR_MS,
      note: 'half a sentence',
    })
    await f.app.close()
  })

  test('G5 a change by another process is noticed within two seconds', async () => {
    const dataDir = folder()
    const f = kept(await openFirm('2026-03-03 09:00', { dataDir }))
    let ids = 0
    const abilities = {
      shell: 'cli',
      tray: false,
      globalShortcuts: false,
      saveDialog: false,
      windows: false,
    } as const
    const other = kept(
      await openTestApp('2026-03-03 09:00', { dataDir, abilities, newId: () => `OTHER${++ids}` }),
    )
    const noticed = (): Promise<unknown> =>
      new Promise((heard) => {
        const end = f.app.subscribe((event) => {
          if (event.type !== 'changed' || event.entities !== 'all') return
          end()
          heard(event)
        })
      })
    // Without a turn of the clock: nobody wakes up to look.
    const first = noticed()
    await other.ok('customer.add', { name: 'From the command line' })
    expect(await first).toEqual({ type: 'changed', entities: 'all', commitId: null })
    expect((await f.ok('customer.list', { search: 'command' })).total).toBe(1)
    // What follows within the same second is said at its end.
    let heard = false
    const second = noticed().then(() => (heard = true))
    await other.ok('customer.add', { name: 'And another' })
    while (!heard) {
      await new Promise((turn) => setImmediate(turn))
      f.clock.advance(100)
    }
    await second
    expect((await f.ok('customer.list', { search: 'another' })).total).toBe(1)
  })

  test('G5 a change by a program that sets no mark is noticed within a minute', async () => {
    const dataDir = folder()
    const f = kept(await openFirm('2026-03-03 09:00', { dataDir }))
    const other = openDatabase(join(dataDir, 'daybook.db'))
    other.exec("UPDATE customer SET name = 'By hand' WHERE id = (SELECT min(id) FROM customer)")
    closeDatabase(other)
    f.events.length = 0
    f.clock.advance(MINUTE_MS)
    expect(f.events).toContainEqual({ type: 'changed', entities: 'all', commitId: null })
  })

  test('G5 where the system cannot watch the mark, a change is noticed all the same within two seconds', async () => {
    const dataDir = folder()
    mkdirSync(join(dataDir, 'changed'))
    const f = kept(await openFirm('2026-03-03 09:00', { dataDir }))
    expect(f.errors).toHaveLength(1)
    const other = openDatabase(join(dataDir, 'daybook.db'))
    other.exec("UPDATE customer SET name = 'By hand' WHERE id = (SELECT min(id) FROM customer)")
    closeDatabase(other)
    f.events.length = 0
    f.clock.advance(2_000)
    expect(f.events).toContainEqual({ type: 'changed', entities: 'all', commitId: null })
  })

  test('G1 the heartbeat writes only while a timer runs', async () => {
    const f = kept(await openFirm('2026-03-03 09:00', { dataDir: folder() }))
    f.clock.advance(5 * MINUTE_MS)
    f.events.length = 0
    await f.ok('timer.start', { customerId: f.acme, categoryId: f.support })
    f.clock.advance(5 * MINUTE_MS)
    expect(f.events.filter(({ type }) => type === 'changed')).toHaveLength(1)
  })
})
