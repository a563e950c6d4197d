// Extra hours in steps, and supplements for nights, Sundays and holidays, through the application: figures, their steps, the payroll
// workbook, closed months (B47, G6, G7, K1).
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, describe, expect, test } from 'vitest'
import { HOUR_MS } from '../shared/base/duration.ts'
import type { ArgsOf } from '../shared/contract/contract.ts'
import { exportTo } from './testing/export/exportTo.ts'
import { findLibreOffice, recalculate } from './testing/export/libreOffice.ts'
import { readBack } from './testing/export/readBack.ts'
import { at, openFirm } from './testing/testApp.ts'
import type { Firm } from './testing/testApp.ts'

const open: Firm[] = []
afterEach(async () => {
  for (const { app } of open.splice(0)) await app.close()
})

async function firm(contract: Partial<ArgsOf<'employment.set'>>, start = '2026-11-05 09:00') {
  const f = await openFirm(start)
  open.push(f)
  await f.ok('organisation.edit', { holidayCountry: 'DE' })
  const set = (more: Partial<ArgsOf<'employment.set'>>, validFrom = '2026-01-01') =>
    f.ok('employment.set', {
      userId: f.ana,
      validFrom,
      expectedMinutes: [480, 480, 480, 480, 480, 0, 0],
      expectedMonthMinutes: null,
      wage: { kind: 'hourly', amountMinor: 2_000 },
      extraHourMinor: 0,
      bonusMinor: 0,
      ...more,
    })
  await set(contract)
  const work = (from: string, to: string) =>
    f.ok('entry.add', { customerId: f.acme, categoryId: f.support, startAt: at(from), endAt: at(to) })
  const month = async (of: string) => (await f.ok('diary.user', { userId: f.ana, month: of })).figures
  return { f, set, work, month }
}

const STEPS = [
  { minutes: 120, percent: 125 },
  { minutes: null, percent: 150 },
]
const NIGHT = { on: 'every', fromMinute: 1_320, toMinute: 360, percent: 25 } as const
const SUNDAY = { on: 'sunday', fromMinute: 0, toMinute: 1_440, percent: 50 } as const
const HOLIDAY = { on: 'holiday', fromMinute: 0, toMinute: 1_440, percent: 125 } as const

describe('extra hours in steps', () => {
  test('B47 of each day the first two hours at 125 %, then 150 %', async () => {
    const { work, month } = await firm({ extraBy: 'day', extraSteps: STEPS })
    // 3:30 and 1:00 beyond eight hours.
    await work('2026-10-05 08:00', '2026-10-05 19:30')
    await work('2026-10-06 08:00', '2026-10-06 17:00')
    const { stretches, steps } = await month('2026-10')
    expect(stretches[0]?.extraParts).toEqual([
      { percent: 125, ms: 3 * HOUR_MS, minor: 7_500 },
      { percent: 150, ms: 1.5 * HOUR_MS, minor: 4_500 },
    ])
    expect(stretches[0]).toMatchObject({ extraPayMinor: 12_000, payMinor: 32_000 })
    expect(steps.salary.map(({ code, resultMinor }) => [code, resultMinor])).toEqual([
      ['salary.hourly', 32_000],
      ['salary.extraStep', 7_500],
      ['salary.extraStep', 4_500],
      ['salary.sum', 44_000],
    ])
  })

  test('B47 of a week or the month the steps begin once for each', async () => {
    const { set, work, month } = await firm({ extraBy: 'week', extraSteps: STEPS })
    for (const day of ['05', '06', '07', '08', '09'])
      await work(`2026-10-${day} 08:00`, `2026-10-${day} 17:00`)
    expect((await month('2026-10')).stretches[0]?.extraParts).toEqual([
      { percent: 125, ms: 2 * HOUR_MS, minor: 5_000 },
      { percent: 150, ms: 3 * HOUR_MS, minor: 9_000 },
    ])
    await set({ extraBy: 'month', extraSteps: STEPS })
    expect((await month('2026-10')).stretches[0]?.extraParts).toEqual([])
  })

  test('B47 with a monthly wage they are percent of the extra-hour rate', async () => {
    const { work, month } = await firm({
      wage: { kind: 'monthly', amountMinor: 300_000 },
      extraHourMinor: 1_800,
      extraBy: 'day',
      extraSteps: STEPS,
    })
    await work('2026-10-05 08:00', '2026-10-05 19:00')
    expect(await month('2026-10')).toMatchObject({ salaryMinor: 300_000 + 4_500 + 2_700 })
  })

  test('B47 the last step, and no other, takes what is left', async () => {
    const { f, set } = await firm({})
    await expect(set({ extraSteps: [{ minutes: 60, percent: 125 }] })).rejects.toThrow('request.invalid')
    await expect(set({ extraSteps: [{ minutes: null, percent: 125 }, ...STEPS] })).rejects.toThrow(
      'request.invalid',
    )
    expect((await f.ok('user.get', { userId: f.ana })).employments[0]?.extraSteps).toEqual([])
  })
})

describe('supplements', () => {
  test('B47 a night over the end of summer time is paid by the hours that it had', async () => {
    const { work, month } = await firm({ supplements: [NIGHT] })
    // From 20:00 to 07:00 as clocks show it, twelve hours as they were; nine of them between 22:00 and 06:00.
    await work('2026-10-24 20:00', '2026-10-25 07:00')
    const { stretches, totalMs } = await month('2026-10')
    expect(totalMs).toBe(12 * HOUR_MS)
    expect(stretches[0]?.supplements).toEqual([{ ...NIGHT, ms: 9 * HOUR_MS, minor: 4_500 }])
  })

  test('B47 they add up, but a holiday on a Sunday is none of Sundays', async () => {
    const { work, month } = await firm({ supplements: [NIGHT, SUNDAY, HOLIDAY] }, '2027-01-05 09:00')
    // A Sunday; a holiday on a Saturday: 3 October; and the first day of Christmas, a Friday night.
    await work('2026-10-11 20:00', '2026-10-11 23:00')
    await work('2026-10-03 10:00', '2026-10-03 12:00')
    expect((await month('2026-10')).stretches[0]?.supplements).toEqual([
      { ...NIGHT, ms: HOUR_MS, minor: 500 },
      { ...SUNDAY, ms: 3 * HOUR_MS, minor: 3_000 },
      { ...HOLIDAY, ms: 2 * HOUR_MS, minor: 5_000 },
    ])
    // 2027: New Year on a Friday; Easter Sunday is a Sunday and no holiday of all of Germany.
    await work('2026-12-25 21:00', '2026-12-25 23:00')
    expect((await month('2026-12')).stretches[0]?.supplements).toEqual([
      { ...NIGHT, ms: HOUR_MS, minor: 500 },
      { ...HOLIDAY, ms: 2 * HOUR_MS, minor: 5_000 },
    ])
  })

  test('B47 parallel sessions are paid once, and an amount without clock times has no time of day', async () => {
    const { f, work, month } = await firm({ supplements: [NIGHT] })
    await work('2026-10-05 21:00', '2026-10-05 23:00')
    await work('2026-10-05 22:00', '2026-10-05 23:30')
    await f.ok('entry.addAmount', {
      customerId: f.acme,
      categoryId: f.support,
      workDate: '2026-10-06',
      durationMs: 8 * HOUR_MS,
    })
    expect((await month('2026-10')).stretches[0]?.supplements).toEqual([
      { ...NIGHT, ms: 1.5 * HOUR_MS, minor: 750 },
    ])
  })
})

test('G6 G7 the payroll workbook is drawn from the same figures, also where the contract changes within the month', async () => {
  const { f, set, work, month } = await firm({ extraBy: 'day', extraSteps: STEPS, supplements: [NIGHT] })
  await set({ wage: { kind: 'hourly', amountMinor: 2_233 }, supplements: [NIGHT, SUNDAY] }, '2026-10-16')
  await work('2026-10-05 08:00', '2026-10-05 22:47')
  await work('2026-10-18 20:00', '2026-10-19 03:13')
  const { salaryMinor, stretches } = await month('2026-10')
  const folder = mkdtempSync(join(tmpdir(), 'daybook-pay-'))
  const path = join(folder, 'october.xlsx')
  expect(await exportTo(f, { kind: 'payroll', month: '2026-10' }, path)).toMatchObject({ state: 'done' })
  const { sheet } = await readBack(path)
  const summary = sheet('Summary').records.find(({ Name }) => Name === 'Ana Weber')
  expect(summary).toMatchObject({ Check: 0, Salary: (salaryMinor ?? 0) / 100 })
  const lines = sheet('Supplements').records.filter(({ Percent }) => Percent !== null)
  const parts = stretches.flatMap(({ extraParts, supplements }) => [...extraParts, ...supplements])
  expect(lines.map(({ Amount, Percent }) => [Percent, Amount])).toEqual(
    parts.map(({ percent, minor }) => [percent, minor / 100]),
  )
  expect(lines.length).toBeGreaterThan(3)
  const soffice = findLibreOffice()
  if (soffice !== null) {
    const [again = ''] = recalculate(soffice, [path], folder)
    const anew = (await readBack(again)).sheet('Summary').records.find(({ Name }) => Name === 'Ana Weber')
    expect(anew).toMatchObject({ Check: 0, Salary: (salaryMinor ?? 0) / 100 })
  }
  rmSync(folder, { recursive: true })
})

test('K1 a later version of the contract changes no closed month', async () => {
  const { f, set, work, month } = await firm({ extraBy: 'day', extraSteps: STEPS, supplements: [NIGHT] })
  await work('2026-10-05 08:00', '2026-10-05 23:30')
  await f.ok('period.close', { through: '2026-10-31' })
  const before = await month('2026-10')
  await set({ supplements: [] }, '2026-11-01')
  expect(await month('2026-10')).toEqual(before)
  await expect(set({ supplements: [] })).rejects.toThrow('record.priorPeriod')
})
