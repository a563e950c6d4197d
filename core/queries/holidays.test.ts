// Holidays that were computed once are there for the next program; those of other rules are not taken.
import { expect, test, vi } from 'vitest'
import { createData } from '../db/data.ts'
import type { WritableData } from '../db/data.ts'
import { keep } from '../kept/kept.ts'
import { openForTest } from '../testing/db/openForTest.ts'

const MONTH = '2026-10'

/** A program's life of its own: what this one has computed is unknown to it. */
async function fresh() {
  vi.resetModules()
  return import('./holidays.ts')
}

function memory(): WritableData {
  const db = openForTest(':memory:')
  db.exec('CREATE TABLE device (key text PRIMARY KEY, value text NOT NULL)')
  return createData(db)
}

const kept = (data: WritableData) =>
  data.get<{ value: string }>("SELECT value FROM device WHERE key = 'holidays'")?.value

test('B48 public holidays are computed once, kept, and the same afterwards', async () => {
  const data = memory()
  const first = await fresh()
  const computed = first.holidaysOf('DE', MONTH)
  expect([...computed.keys()]).toEqual(['2026-10-03'])
  expect(first.holidaysOf('DE', MONTH)).toBe(computed)
  first.keepHolidays(data)

  const next = await fresh()
  next.recallHolidays(data)
  expect(next.holidaysOf('DE', MONTH)).toEqual(computed)
  expect(next.holidaysOf('DE', '2026-11').size).toBe(0)
  // Nothing had to be computed, so nothing is written.
  const before = kept(data)
  data.run("UPDATE device SET value = 'untouched' WHERE key = 'holidays'")
  next.keepHolidays(data)
  expect(kept(data)).toBe('untouched')
  expect(JSON.parse(before ?? '').value).toHaveProperty(['DE 2026'])
})

test('B48 what another version of the library said is computed again', async () => {
  const data = memory()
  keep(data, 'holidays', '0.0.1', { 'DE 2026': [['2026-10-01', 'Wrong']] })
  const { recallHolidays, holidaysOf } = await fresh()
  recallHolidays(data)
  expect([...holidaysOf('DE', MONTH).keys()]).toEqual(['2026-10-03'])
})

test('B48 without a country there are none', async () => {
  const { holidaysOf } = await fresh()
  expect(holidaysOf(null, MONTH).size).toBe(0)
})
