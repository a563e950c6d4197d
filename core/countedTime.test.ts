// Arithmetic that anybody can do again (I14): sessions count in whole minutes, so rows, days, months and amounts add up as shown.
import fc from 'fast-check'
import { afterEach, expect, test } from 'vitest'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { formatDuration, HOUR_MS, MINUTE_MS } from '../shared/base/duration.ts'
import type { LocalDate } from '../shared/base/localDate.ts'
import { payFor } from '../shared/base/money.ts'
import { countedTime, wholeMinutes } from '../shared/rules/countedTime.ts'
import { countedSql } from './derived/countedSql.ts'
import { openDatabase } from './db/open.ts'
import { recordFindings } from './verify/record.ts'
import { at, openFirm } from './testing/testApp.ts'
import type { Firm } from './testing/testApp.ts'
import { exportTo } from './testing/export/exportTo.ts'
import { readBack } from './testing/export/readBack.ts'

const open: Firm[] = []
const folders: string[] = []
afterEach(async () => {
  for (const { app } of open.splice(0)) await app.close()
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true })
})
const folder = (): string => {
  const made = mkdtempSync(join(tmpdir(), 'daybook-counted-'))
  folders.push(made)
  return made
}
async function firm(start: string, dataDir: string | null = null): Promise<Firm> {
  const made = await openFirm(start, { dataDir })
  open.push(made)
  return made
}
const SECOND = 1_000

const log = (f: Firm, from: string, ms: number) =>
  f.ok('entry.add', {
    customerId: f.acme,
    categoryId: f.support,
    startAt: at(from),
    endAt: at(from) + ms,
  })

/** What is shown as h:mm, in minutes. */
const shown = (ms: number): number => {
  const [, sign, hours, minutes] = /^(−?)(\d+):(\d\d)$/.exec(formatDuration(ms)) ?? []
  return (sign === '−' ? -1 : 1) * (Number(hours) * 60 + Number(minutes))
}

test('I14 the data file counts a session as the rule does', () => {
  const db = openDatabase(':memory:')
  try {
    const sql = (exact: LocalDate | null) =>
      db.prepare<[string, number], number>(
        `SELECT ${countedSql(exact)} FROM (SELECT ? AS work_date, CAST(? AS INTEGER) AS duration_ms)`,
      )
    const [open_, closed] = [sql(null).pluck(), sql('2026-06-30').pluck()]
    fc.assert(
      fc.property(fc.nat(100_000_000), fc.constantFrom('2026-06-30', '2026-07-01'), (ms, date) => {
        expect(open_.get(date, ms)).toBe(countedTime(ms, date, null))
        expect(closed.get(date, ms)).toBe(countedTime(ms, date, '2026-06-30'))
      }),
    )
  } finally {
    db.close()
  }
})

test('I14 rows, differences, balance and month sum to each other as they are shown', async () => {
  const f = await firm('2026-11-05 20:00')
  const times = [7 * HOUR_MS + 39 * MINUTE_MS + 31 * SECOND, 7 * HOUR_MS + 57 * MINUTE_MS + 31 * SECOND]
  await log(f, '2026-11-02 09:00', times[0] ?? 0)
  await log(f, '2026-11-03 09:00', times[1] ?? 0)
  await log(f, '2026-11-04 09:00', 4 * HOUR_MS + 29 * SECOND)
  await log(f, '2026-11-04 14:00', 4 * HOUR_MS + 29 * SECOND)
  const { days, figures, balanceMs } = await f.ok('diary.user', { userId: f.ana, month: '2026-11' })
  const begun = days.filter((day) => day.balanceMs !== null)
  let balance = 0
  for (const day of begun) {
    expect(shown(day.totalMs) - shown(day.expectedMs)).toBe(shown(day.differenceMs))
    balance += shown(day.differenceMs)
    expect(balance).toBe(shown(day.balanceMs ?? 0))
    expect(day.breakMs).toBeGreaterThanOrEqual(0)
  }
  expect(shown(balanceMs ?? 0)).toBe(balance)
  expect(days.reduce((sum, day) => sum + shown(day.totalMs), 0)).toBe(shown(figures.totalMs))
  for (const { date, totalMs } of days) {
    const day = await f.ok('diary.day', { userId: f.ana, date })
    expect(day.totalMs).toBe(totalMs)
    expect(day.entries.reduce((sum, { durationMs }) => sum + shown(durationMs), 0)).toBe(shown(totalMs))
  }
  const customer = await f.ok('customer.entries', { customerId: f.acme })
  expect(customer.rows.reduce((sum, { durationMs }) => sum + shown(durationMs), 0)).toBe(
    shown(customer.totalMs),
  )
})

test('I14 09:00:00 to 10:29:45 is 1:30 on screen and in the workbook', async () => {
  const f = await firm('2026-11-05 20:00')
  await log(f, '2026-11-05 09:00', HOUR_MS + 29 * MINUTE_MS + 45 * SECOND)
  expect((await f.ok('diary.day', { userId: f.ana, date: '2026-11-05' })).totalMs).toBe(90 * MINUTE_MS)
  const path = join(folder(), 'day.xlsx')
  await exportTo(f, { kind: 'day', userId: f.ana, date: '2026-11-05' }, path)
  const [sheet] = (await readBack(path)).sheets
  expect(sheet?.records[0]).toMatchObject({ Duration: 90 / 1440 })
})

test('I14 an amount multiplies out from the hours that are shown, and says its rounding', async () => {
  const f = await firm('2026-11-05 20:00')
  await f.ok('rate.set', {
    level: 'organisation',
    subjectId: null,
    validFrom: '2026-01-01',
    amountMinor: 10_001,
  })
  for (let n = 1; n <= 20; n += 1)
    await log(f, `2026-10-${String(n).padStart(2, '0')} 09:00`, MINUTE_MS + n * SECOND)
  const { amountMinor, steps } = await f.ok('customer.amount', { customerId: f.acme })
  const [product, rounding, sum] = steps
  const hoursShown = shown(Number(product?.values['ms'])) * MINUTE_MS
  expect(product?.resultMinor).toBe(payFor(hoursShown, 10_001))
  expect(rounding?.code).toBe('amount.rounding')
  expect((product?.resultMinor ?? 0) + (rounding?.resultMinor ?? 0)).toBe(amountMinor)
  expect(sum).toMatchObject({ code: 'amount.sum', resultMinor: amountMinor })
  const path = join(folder(), 'customer.xlsx')
  await exportTo(f, { kind: 'customer', customerId: f.acme }, path)
  const rows = (await readBack(path)).sheet('Entries').records.filter(({ User }) => User === 'Ana Weber')
  const cents = rows.reduce((all, { Amount }) => all + Math.round(Number(Amount) * 100), 0)
  expect([rows.length, cents]).toEqual([20, amountMinor])
})

test('K1 I14 what was closed before whole minutes keeps its milliseconds, until it is opened again', async () => {
  const dataDir = folder()
  const f = await firm('2026-11-05 20:00', dataDir)
  await f.ok('employment.set', {
    userId: f.ana,
    validFrom: '2026-01-01',
    expectedMinutes: [480, 480, 480, 480, 480, 0, 0],
    expectedMonthMinutes: null,
    wage: { kind: 'hourly', amountMinor: 360_000 },
    extraHourMinor: 0,
    bonusMinor: 0,
  })
  const odd = HOUR_MS + 20 * SECOND
  await log(f, '2026-10-30 09:00', odd)
  await log(f, '2026-11-05 09:00', odd)
  await f.ok('period.close', { through: '2026-10-31' })
  await f.app.close()
  // As the data file of an earlier version comes out of its update.
  const db = openDatabase(join(dataDir, 'daybook.db'))
  db.exec(`UPDATE organisation SET former_figures_through = closed_through;
    INSERT INTO device (key, value) VALUES ('totalsStale', 'true')`)
  db.close()
  const g = { ...f, ...(await reopened(dataDir)) }
  const salary = async (month: string) => {
    const { figures } = await g.ok('diary.user', { userId: f.ana, month })
    return [figures.totalMs, figures.salaryMinor]
  }
  expect(await salary('2026-10')).toEqual([odd, 362_000])
  expect(await salary('2026-11')).toEqual([wholeMinutes(odd), 360_000])
  expect((await g.ok('customer.get', { customerId: f.acme })).totalMs).toBe(odd + HOUR_MS)
  await g.ok('period.close', { through: null, reason: 'a mistake' })
  expect(await salary('2026-10')).toEqual([HOUR_MS, 360_000])
  expect((await g.ok('customer.get', { customerId: f.acme })).totalMs).toBe(2 * HOUR_MS)
  await g.app.close()
  const read = openDatabase(join(dataDir, 'daybook.db'), { readonly: true })
  // The hand that made it an old file left no record; the totals are right.
  expect(recordFindings(read).filter((finding) => finding.includes('total'))).toEqual([])
  read.close()
})

async function reopened(dataDir: string) {
  const { openTestApp } = await import('./testing/testApp.ts')
  const app = await openTestApp('2026-11-05 21:00', { dataDir, newId: laterIds() })
  open.push(app as Firm)
  return app
}

/** Ids that none of the first life has. */
function laterIds(): () => string {
  let n = 0
  return () => `LATER${String(++n).padStart(6, '0')}`
}
