// A report of time as PDF, read back as its reader sees it: the same figures as on the screen (I11).
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { decimalOf } from '../../shared/base/money.ts'
import { leavesOf, marginOf } from '../../shared/rules/report.ts'
import type { ReportFigures } from '../../shared/contract/report.ts'
import type { ReportGroup } from '../../shared/entities/report.ts'
import { temporaryFolder } from '../testing/db/temporaryFolder.ts'
import { exportTo } from '../testing/export/exportTo.ts'
import { readPdf } from '../testing/export/readPdf.ts'
import { at, openFirm } from '../testing/testApp.ts'
import type { Firm } from '../testing/testApp.ts'

let f: Firm
beforeAll(async () => {
  f = await openFirm('2026-03-31 09:00')
  await f.ok('customer.edit', { customerId: f.globex, name: '株式会社 مرحبا Globex' })
  await f.ok('rate.set', {
    level: 'organisation',
    subjectId: null,
    validFrom: '2026-01-01',
    amountMinor: 9_333,
  })
  for (let day = 2; day <= 28; day += 1)
    await f.ok('entry.add', {
      customerId: day % 3 === 0 ? f.globex : f.acme,
      categoryId: day % 2 === 0 ? f.support : f.meeting,
      startAt: at(`2026-03-${String(day).padStart(2, '0')} 09:00`),
      endAt: at(`2026-03-${String(day).padStart(2, '0')} ${10 + (day % 5)}:${day + 20}`),
    })
})
afterAll(() => f.app.close())

const clock = (ms: number): string =>
  `${Math.floor(ms / 3_600_000)}:${String((ms / 60_000) % 60).padStart(2, '0')}`
const money = (minor: number | null): string[] => (minor === null ? [] : [decimalOf(minor, 'EUR')])
const printed = (figures: ReportFigures): string[] => [
  String(figures.entries),
  clock(figures.ms),
  clock(figures.billableMs),
  ...money(figures.amountMinor),
  ...money(figures.costMinor),
  ...money(marginOf(figures)),
]

test('I11 a PDF has the lines and the total of the report, names of any script, and the rule of rounding', async () => {
  const by: ReportGroup[] = ['customer', 'day']
  const question = { by, from: '2026-03-01', to: '2026-03-31' }
  const path = join(temporaryFolder(), 'report.pdf')
  expect(await exportTo(f, { kind: 'report', format: 'pdf', ...question }, path)).toMatchObject({
    state: 'done',
    error: null,
  })
  const { pages } = readPdf(readFileSync(path))
  const found = await f.ok('report.run', question)
  const cells = pages.flat()
  expect(cells[0]).toBe('Report of time')
  expect(cells).toContain('Period: 2026-03-01 – 2026-03-31')
  const text = cells.join('\n')
  for (const { row } of leavesOf(found.rows, 2)) expect(text).toContain(printed(row.figures).join('\n'))
  expect(text).toContain(['Total', ...printed(found.total)].join('\n'))
  expect(text).toContain('株式会社')
  expect(text).toContain('Each session counts in whole minutes')
  expect(text).toContain('Page 1 of ')
})
