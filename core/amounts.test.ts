// F9: an amount of time on a day, without clock times, beside the sessions of that day: booked for the customer, attended by the user.
import fc from 'fast-check'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, describe, expect, test } from 'vitest'
import { dayLengthMs } from '../shared/base/dayRule.ts'
import { HOUR_MS, MINUTE_MS } from '../shared/base/duration.ts'
import { isAmount } from '../shared/rules/amount.ts'
import { unionMs } from '../shared/rules/workDiary.ts'
import { openDatabase } from './db/open.ts'
import { recordFindings } from './verify/record.ts'
import { at, openFirm, ZONE } from './testing/testApp.ts'
import type { Firm } from './testing/testApp.ts'
import { exportTo } from './testing/export/exportTo.ts'
import { readBack } from './testing/export/readBack.ts'

const open: Firm[] = []
const folders: string[] = []
afterEach(async () => {
  for (const { app } of open.splice(0)) await app.close()
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
})
const folder = (): string => {
  const made = mkdtempSync(join(tmpdir(), 'daybook-amounts-'))
  folders.push(made)
  return made
}
async function firm(start = '2026-03-17 18:00', dataDir: string | null = null): Promise<Firm> {
  const made = await openFirm(start, { dataDir })
  open.push(made)
  return made
}
const amount = (f: Firm, workDate: string, minutes: number) =>
  f.ok('entry.addAmount', {
    customerId: f.acme,
    categoryId: f.support,
    workDate,
    durationMs: minutes * MINUTE_MS,
    note: 'Letters',
  })
const session = (f: Firm, date: string, from: string, to: string) =>
  f.ok('entry.add', {
    customerId: f.acme,
    categoryId: f.support,
    startAt: at(`${date} ${from}`),
    endAt: at(`${date} ${to}`),
  })
const dayOf = async (f: Firm, date: string) =>
  (await f.ok('diary.user', { userId: f.ana, month: date.slice(0, 7) })).days.find((day) => day.date === date)

describe('F9 an amount of time', () => {
  test('F9 it is booked for the customer and attended by the user beside the union of the sessions', async () => {
    const f = await firm()
    await session(f, '2026-03-16', '08:00', '12:00')
    await session(f, '2026-03-16', '11:00', '16:00')
    await amount(f, '2026-03-16', 90)
    expect(await dayOf(f, '2026-03-16')).toMatchObject({
      entrance: at('2026-03-16 08:00'),
      exit: at('2026-03-16 16:00'),
      totalMs: 9.5 * HOUR_MS,
      bookedMs: 10.5 * HOUR_MS,
      amountMs: 1.5 * HOUR_MS,
      breakMs: 0,
      entryCount: 3,
    })
    expect(await f.ok('customer.entries', { customerId: f.acme })).toMatchObject({
      total: 3,
      totalMs: 10.5 * HOUR_MS,
    })
  })

  test('F9 the diary lists a day of amounts alone without entrance and exit, and it is no missing day', async () => {
    const f = await firm()
    await amount(f, '2026-03-16', 90)
    await amount(f, '2026-03-16', 30)
    const day = await dayOf(f, '2026-03-16')
    expect(day).toMatchObject({
      entrance: null,
      exit: null,
      breakMs: 0,
      totalMs: 2 * HOUR_MS,
      status: 'normal',
    })
    const listed = await f.ok('diary.day', { userId: f.ana, date: '2026-03-16' })
    expect(listed).toMatchObject({ totalMs: 2 * HOUR_MS, bookedMs: 2 * HOUR_MS })
    expect(listed.entries.map(({ overlaps, linked }) => [overlaps, linked])).toEqual([
      [false, false],
      [false, false],
    ])
    const today = await f.ok('diary.today', { date: '2026-03-16' })
    expect(today.attendedMs).toBe(2 * HOUR_MS)
  })

  test('F9 a pause between sessions stays a break, whatever amounts the day has', async () => {
    const f = await firm()
    await session(f, '2026-03-16', '08:00', '12:00')
    await session(f, '2026-03-16', '13:00', '16:00')
    await amount(f, '2026-03-16', 120)
    expect(await dayOf(f, '2026-03-16')).toMatchObject({ breakMs: HOUR_MS, totalMs: 9 * HOUR_MS })
  })

  test.each([
    [0, '2026-03-16', 'entry.zeroDuration'],
    [-5, '2026-03-16', 'entry.zeroDuration'],
    [60, '2026-03-18', 'entry.inFuture'],
    [24 * 60 + 1, '2026-03-16', 'entry.dayFull'],
  ])('F9 %i minutes on %s: %s', async (minutes, workDate, code) => {
    const f = await firm()
    const args = { customerId: f.acme, categoryId: f.support, workDate, durationMs: minutes * MINUTE_MS }
    expect(await f.refused('entry.addAmount', args)).toMatchObject({ code })
  })

  test('F9 a day holds no more than it is long: 23 hours at the start of summer time', async () => {
    const f = await firm('2026-03-31 18:00')
    const args = { customerId: f.acme, categoryId: f.support, workDate: '2026-03-29' }
    await session(f, '2026-03-29', '08:00', '16:00')
    expect(await f.refused('entry.addAmount', { ...args, durationMs: 16 * HOUR_MS })).toMatchObject({
      code: 'entry.dayFull',
      details: { values: { date: '2026-03-29', maxMinutes: 15 * 60 } },
    })
    await f.ok('entry.addAmount', { ...args, durationMs: 15 * HOUR_MS })
    const more = { customerId: f.acme, categoryId: f.support }
    // A session beside what is there adds nothing to the day; one of its own would.
    await f.ok('entry.add', { ...more, startAt: at('2026-03-29 09:00'), endAt: at('2026-03-29 10:00') })
    expect(
      await f.refused('entry.add', {
        ...more,
        startAt: at('2026-03-29 17:00'),
        endAt: at('2026-03-29 17:30'),
      }),
    ).toMatchObject({ code: 'entry.dayFull', details: { values: { maxMinutes: 0 } } })
  })

  test('F9 K2 an undo that would overfill a day is refused like the act itself', async () => {
    const f = await firm()
    const { entryIds } = await amount(f, '2026-03-16', 20 * 60)
    const removed = await f.reply('entry.remove', { entryId: entryIds[0] ?? '' })
    await amount(f, '2026-03-16', 10 * 60)
    const commitId = removed.ok ? (removed.commitId ?? '') : ''
    expect(await f.refused('change.undo', { commitId })).toMatchObject({ code: 'entry.dayFull' })
  })

  test('F9 it is corrected by date and amount, and becomes a session when it is given times', async () => {
    const f = await firm()
    const { entryIds } = await amount(f, '2026-03-16', 90)
    const entryId = entryIds[0] ?? ''
    await f.ok('entry.edit', { entryId, workDate: '2026-03-13', durationMs: 45 * MINUTE_MS })
    expect(await dayOf(f, '2026-03-16')).toMatchObject({ entryCount: 0 })
    expect(await dayOf(f, '2026-03-13')).toMatchObject({ totalMs: 45 * MINUTE_MS, entrance: null })
    await f.ok('entry.edit', { entryId, startAt: at('2026-03-13 10:00'), endAt: at('2026-03-13 11:00') })
    expect(await dayOf(f, '2026-03-13')).toMatchObject({
      totalMs: HOUR_MS,
      amountMs: 0,
      entrance: at('2026-03-13 10:00'),
    })
  })

  test('K3 a session moves to another date with its pauses, and its duration changes by just that', async () => {
    const f = await firm()
    const { entryIds } = await session(f, '2026-03-16', '08:00', '12:00')
    const entryId = entryIds[0] ?? ''
    await f.ok('entry.edit', { entryId, workDate: '2026-03-12' })
    await f.ok('entry.edit', { entryId, durationMs: 5 * HOUR_MS })
    expect(await f.ok('entry.get', { entryId })).toMatchObject({
      workDate: '2026-03-12',
      startAt: at('2026-03-12 08:00'),
      endAt: at('2026-03-12 13:00'),
    })
    expect(await f.refused('entry.edit', { entryId, durationMs: 17 * HOUR_MS })).toMatchObject({
      code: 'entry.exceedsDay',
    })
  })

  test('F9 C1 none falls into a closed period', async () => {
    const f = await firm()
    await f.ok('period.close', { through: '2026-02-28', reason: 'month' })
    expect(
      await f.refused('entry.addAmount', {
        customerId: f.acme,
        categoryId: f.support,
        workDate: '2026-02-27',
        durationMs: HOUR_MS,
      }),
    ).toMatchObject({ code: 'record.priorPeriod' })
  })

  test('F9 G6 the customer’s workbook lists it without start and stop, and its sums check', async () => {
    const dataDir = folder()
    const f = await firm('2026-03-17 18:00', dataDir)
    await session(f, '2026-03-16', '08:00', '12:00')
    await amount(f, '2026-03-16', 90)
    const file = join(dataDir, 'acme.xlsx')
    await exportTo(f, { kind: 'customer', customerId: f.acme }, file)
    const book = await readBack(file)
    const rows: unknown[][] = []
    book.workbook.eachSheet((sheet) =>
      sheet.eachRow(({ values }) => rows.push(Array.isArray(values) ? Array.from(values) : [])),
    )
    const row = rows.find((values) => values.includes('Letters')) ?? []
    // Day, start and stop; then who.
    expect(row.slice(2, 4)).toEqual([undefined, undefined])
    expect(row[4]).toBe('Ana Weber')
  })
})

type Step = { kind: number; day: number; from: number; minutes: number; pick: number }
const step: fc.Arbitrary<Step> = fc.record({
  kind: fc.integer({ min: 0, max: 6 }),
  day: fc.integer({ min: 0, max: 2 }),
  from: fc.integer({ min: 0, max: 23 * 60 }),
  minutes: fc.integer({ min: 1, max: 700 }),
  pick: fc.nat(50),
})
// The start of summer time among them.
const DAYS = ['2026-03-28', '2026-03-29', '2026-03-30']

test('F9 whatever is added, edited, deleted and undone, attended is the union of the sessions and the amounts, and fits in its day', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 25 }), async (steps) => {
      const dataDir = folder()
      const f = await firm('2026-03-31 18:00', dataDir)
      const commits: string[] = []
      const ids = async () =>
        (await f.ok('customer.entries', { customerId: f.acme })).rows.map(({ id }) => id)
      for (const { kind, day, from, minutes, pick } of steps) {
        const workDate = DAYS[day] ?? ''
        const on = { customerId: f.acme, categoryId: f.support }
        const all = await ids()
        const entryId = all[pick % Math.max(1, all.length)] ?? ''
        const durationMs = minutes * MINUTE_MS
        const startAt = at(`${workDate} 00:00`) + from * MINUTE_MS
        const reply =
          kind < 2
            ? await f.reply('entry.add', { ...on, startAt, endAt: startAt + durationMs })
            : kind < 4
              ? await f.reply('entry.addAmount', { ...on, workDate, durationMs })
              : kind === 4
                ? await f.reply('entry.edit', {
                    entryId,
                    ...(pick % 2 === 0 ? { durationMs } : {}),
                    ...(pick % 3 === 0 ? { workDate } : {}),
                  })
                : kind === 5
                  ? await f.reply('entry.remove', { entryId })
                  : await f.reply('change.undo', {
                      commitId: commits[pick % Math.max(1, commits.length)] ?? '',
                    })
        if (reply.ok && reply.commitId !== undefined) commits.push(reply.commitId)
      }
      const { rows } = await f.ok('customer.entries', { customerId: f.acme, limit: 500 })
      const { days, figures } = await f.ok('diary.user', { userId: f.ana, month: '2026-03' })
      for (const day of days) {
        const its = rows.filter(({ workDate }) => workDate === day.date)
        const timed = unionMs(its.flatMap(({ segments }) => segments))
        const amounts = its.filter(isAmount).reduce((sum, { durationMs }) => sum + durationMs, 0)
        expect(day.totalMs, day.date).toBe(timed + amounts)
        expect(day.differenceMs).toBe(timed + amounts - day.expectedMs)
        if (amounts > 0)
          expect(day.totalMs).toBeLessThanOrEqual(dayLengthMs(day.date, { zone: ZONE, dayStartMinutes: 0 }))
      }
      expect(figures.totalMs).toBe(days.reduce((sum, { totalMs }) => sum + totalMs, 0))
      await f.app.close()
      open.splice(open.indexOf(f), 1)
      const db = openDatabase(join(dataDir, 'daybook.db'), { readonly: true })
      expect(recordFindings(db)).toEqual([])
      db.close()
    }),
    { numRuns: 12 },
  )
}, 120_000)
