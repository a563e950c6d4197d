// A report's figures are the same wherever they are read: as it was run, in its workbook, and in its text (I11, I14).
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import ExcelJS from 'exceljs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Report, ReportFigures } from '../../shared/contract/report.ts'
import type { ReportFormat, ReportGroup } from '../../shared/entities/report.ts'
import { isSeveral, leavesOf, marginOf, NO_FIGURES } from '../../shared/rules/report.ts'
import { exportTo } from '../testing/export/exportTo.ts'
import { findLibreOffice, recalculate } from '../testing/export/libreOffice.ts'
import { days, formulasOf, readBack } from '../testing/export/readBack.ts'
import type { ReadSheet } from '../testing/export/readBack.ts'
import { openTestApp } from '../testing/testApp.ts'
import type { TestApp } from '../testing/testApp.ts'

const GROUPINGS: readonly ReportGroup[][] = [
  ['customer'],
  ['user', 'week'],
  ['customer', 'project', 'month'],
  ['office', 'day'],
  ['category', 'tag'],
]
const called = (by: readonly ReportGroup[]): string => by.join('-')
const soffice = findLibreOffice()

let firm: TestApp
let folder = ''
const reports = new Map<string, Report>()
const fileOf = (by: readonly ReportGroup[], format: ReportFormat): string =>
  join(folder, `${called(by)}.${format}`)
const reportOf = (by: readonly ReportGroup[]): Report => {
  const found = reports.get(called(by))
  if (found === undefined) throw new Error(`no report by ${called(by)}`)
  return found
}

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'daybook-report-'))
  firm = await openTestApp('2026-10-30 09:00')
  await firm.ok('sample.load', { seed: 3, entries: 600 })
  for (const by of GROUPINGS) {
    reports.set(called(by), await firm.ok('report.run', { by }))
    for (const format of ['xlsx', 'csv'] as const) {
      const job = await exportTo(firm, { kind: 'report', format, by }, fileOf(by, format))
      if (job.state !== 'done') throw new Error(`${called(by)}: ${JSON.stringify(job.error)}`)
    }
  }
}, 120_000)
afterAll(async () => {
  await firm.app.close()
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
})

const money = (minor: number | null): number | null => (minor === null ? null : minor / 100)

/** A row of the workbook as its figures must stand there. */
const inWorkbook = (figures: ReportFigures) => ({
  Entries: figures.entries,
  Duration: days(figures.ms / 86_400_000),
  'Hours (decimal)': figures.ms / 3_600_000,
  'Billable time': days(figures.billableMs / 86_400_000),
  Amount: money(figures.amountMinor),
  Cost: money(figures.costMinor),
  Margin: money(marginOf(figures)),
})

const clock = (ms: number): string =>
  `${Math.floor(ms / 3_600_000)}:${String((ms / 60_000) % 60).padStart(2, '0')}`
const decimal = (minor: number | null): string => (minor === null ? '' : (minor / 100).toFixed(2))

const inText = (figures: ReportFigures): string[] => [
  String(figures.entries),
  clock(figures.ms),
  (figures.ms / 3_600_000).toFixed(2),
  clock(figures.billableMs),
  decimal(figures.amountMinor),
  decimal(figures.costMinor),
  decimal(marginOf(figures)),
]

const headers = Object.keys(inWorkbook(NO_FIGURES))

const expectFigures = (record: ReadSheet['records'][number] | undefined, figures: ReportFigures) => {
  for (const [header, value] of Object.entries(inWorkbook(figures))) {
    const found = record?.[header]
    if (value === null) expect(found, header).toBeNull()
    else expect(found, header).toBeCloseTo(value, 9)
  }
}

function expectReport(sheet: ReadSheet, { by, rows, total }: Report) {
  const leaves = leavesOf(rows, by.length)
  expect(leaves.length).toBeGreaterThan(2)
  leaves.forEach(({ row }, index) => expectFigures(sheet.records[index], row.figures))
  expectFigures(sheet.records[leaves.length], total)
}

const checksOf = ({ sheet }: { sheet(name: string): ReadSheet }) =>
  sheet('Info').records.find(({ What }) => What === 'All checks together')?.Value

describe.each(GROUPINGS.map((by) => ({ by })))('the report by $by', ({ by }) => {
  test('I11 I14 each line of the workbook and its total have the figures that were shown, and its checks are 0', async () => {
    const { sheet } = await readBack(fileOf(by, 'xlsx'))
    expectReport(sheet('Report'), reportOf(by))
    expect(checksOf({ sheet })).toBe(by.some(isSeveral) ? undefined : 0)
  })

  test('I11 I14 each line of the text has the same figures', () => {
    const [header, ...lines] = readFileSync(fileOf(by, 'csv'), 'utf8').slice(1).trimEnd().split('\r\n')
    expect(header?.split(',').slice(by.length)).toEqual(headers)
    const leaves = leavesOf(reportOf(by).rows, by.length)
    expect(lines).toHaveLength(leaves.length)
    leaves.forEach(({ row }, index) =>
      expect(lines[index]?.split(',').slice(-headers.length)).toEqual(inText(row.figures)),
    )
  })
})

describe.skipIf(soffice === null)('recalculated by LibreOffice', () => {
  let again: string[] = []
  const forged = (): string => join(folder, 'forged.xlsx')

  beforeAll(async () => {
    // Lines changed by hand whose differences would make up for each other: Entries, and with the amount the margin.
    const workbook = new ExcelJS.Workbook()
    await workbook.xlsx.readFile(fileOf(['customer'], 'xlsx'))
    const cells = workbook.getWorksheet('Report')?.getRow(2)
    for (const [column, by] of [
      [2, 2],
      [6, -1],
    ] as const) {
      const cell = cells?.getCell(column)
      if (cell !== undefined) cell.value = Number(cell.value) + by
    }
    await workbook.xlsx.writeFile(forged())
    again = recalculate(soffice ?? '', [...GROUPINGS.map((by) => fileOf(by, 'xlsx')), forged()], folder)
  }, 300_000)

  test.each(GROUPINGS.map((by, index) => ({ by, index })))(
    'I11 I14 by $by every formula finds the result that was written',
    async ({ by, index }) => {
      const found = await readBack(again[index] ?? '')
      expectReport(found.sheet('Report'), reportOf(by))
      const theirs = new Map(formulasOf(found.sheets).map(({ at, value }) => [at, value]))
      for (const { at, formula, value } of formulasOf((await readBack(fileOf(by, 'xlsx'))).sheets))
        expect(theirs.get(at), `${at} ${formula}`).toBeCloseTo(Number(value), 9)
    },
  )

  test('I14 lines that are changed in the workbook show in its checks', async () => {
    expect(checksOf(await readBack(again.at(-1) ?? ''))).toBe(4)
  })
})
