// The packages of a customer in its workbook, as the application counts them (E10 to E12).
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { temporaryFolder } from '../testing/db/temporaryFolder.ts'
import { exportTo } from '../testing/export/exportTo.ts'
import { days, formulasOf, readBack } from '../testing/export/readBack.ts'
import { at, openFirm } from '../testing/testApp.ts'

test('E10 E12 bought, drawn and remaining hours of each package stand in the customer’s workbook', async () => {
  const f = await openFirm('2026-03-20 09:00')
  const path = join(temporaryFolder(), 'Acme.xlsx')
  const what = { kind: 'customer', customerId: f.acme } as const
  await f.ok('entry.add', {
    customerId: f.acme,
    categoryId: f.support,
    startAt: at('2026-03-03 09:00'),
    endAt: at('2026-03-03 12:00'),
  })
  expect(await exportTo(f, what, path)).toMatchObject({ state: 'done' })
  expect((await readBack(path)).sheets.map(({ name }) => name)).not.toContain('Packages')

  const buy = { customerId: f.acme, date: '2026-03-01' }
  await f.ok('package.buy', {
    ...buy,
    minutes: 120,
    priceMinor: 15_000,
    expires: '2026-12-31',
    reason: 'Ten',
  })
  await f.ok('package.buy', { ...buy, minutes: 600, date: '2026-03-02' })
  expect(await exportTo(f, what, path)).toMatchObject({ state: 'done' })
  const { sheet, sheets } = await readBack(path)
  const { records } = sheet('Packages')
  const hours = (count: number): number => days(count / 24)
  expect(records.slice(0, 3)).toMatchObject([
    { Bought: hours(2), Drawn: hours(2), Remaining: 0, Price: 150, Note: 'Ten' },
    { Bought: hours(10), Drawn: hours(1), Remaining: hours(9), Price: null },
    { Date: 'Total', Bought: hours(12), Drawn: hours(3), Remaining: hours(9) },
  ])
  const { remainingMs } = await f.ok('package.summary', { customerId: f.acme })
  expect(records[2]?.['Remaining']).toBeCloseTo(remainingMs / 86_400_000)
  expect(formulasOf(sheets).filter(({ at: cell }) => cell === 'Packages!F2')).toEqual([
    { at: 'Packages!F2', formula: 'C2-D2-E2', value: 0 },
  ])
  await f.app.close()
})
