// Workbooks have columns of office and department where a firm has offices, and none where it has not (I8).
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { exportTo } from '../testing/export/exportTo.ts'
import { readBack } from '../testing/export/readBack.ts'
import { at, openFirm } from '../testing/testApp.ts'

test('I8 each entry names the office and department that it was recorded in', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'daybook-placement-'))
  const f = await openFirm('2026-04-02 10:00')
  const { ana: userId, acme: customerId, support: categoryId } = f
  const log = (day: string) =>
    f.ok('entry.add', {
      customerId,
      categoryId,
      startAt: at(`2026-03-${day} 09:00`),
      endAt: at(`2026-03-${day} 10:00`),
      note: day,
    })
  await log('02')
  const before = join(folder, 'before.xlsx')
  expect(await exportTo(f, { kind: 'customer', customerId }, before)).toMatchObject({ state: 'done' })
  expect((await readBack(before)).sheet('Entries').records[0]).not.toHaveProperty('Office')

  const { officeId } = await f.ok('office.add', { code: 'HAM', name: 'Hamburg' })
  const { departmentId } = await f.ok('department.add', { code: 'DEV' })
  await f.ok('assignment.add', { userId, customerId: null, officeId, departmentId })
  await log('03')
  for (const what of [
    { kind: 'customer', customerId },
    { kind: 'payroll', month: '2026-03' },
  ] as const) {
    const file = join(folder, `${what.kind}.xlsx`)
    expect(await exportTo(f, what, file)).toMatchObject({ state: 'done' })
    const { records } = (await readBack(file)).sheet('Entries')
    const of = (note: string) => records.find(({ Note }) => Note === note)
    expect(of('03')).toMatchObject({ Office: 'HAM Hamburg', Department: 'DEV' })
    expect(of('02')?.Office ?? null).toBeNull()
  }
  await f.app.close()
  rmSync(folder, { recursive: true, force: true })
})
