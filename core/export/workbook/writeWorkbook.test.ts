import { createWriteStream } from 'node:fs'
import { Writable } from 'node:stream'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { temporaryFolder } from '../../testing/db/temporaryFolder.ts'
import { readBack } from '../../testing/export/readBack.ts'
import type { Row, Sheet, Workbook } from './model.ts'
import { partsFor, sumOf } from './ranges.ts'
import { createSheetNames } from './sheetName.ts'
import { dateSerial, dayFraction } from './serial.ts'
import { writeWorkbook } from './writeWorkbook.ts'

const workbookOf = (...sheets: Sheet[]): Workbook => ({
  properties: { title: 'Test', subject: 'Of sheets', creator: 'Daybook', createdAt: Date.UTC(2026, 2, 3, 9) },
  currency: 'EUR',
  remark: 'Times in Europe/Berlin & elsewhere.',
  sheets,
})

const listOf = (texts: readonly string[], maxRows?: number): Sheet => {
  const parts = partsFor('List', texts.length, createSheetNames(), maxRows)
  return {
    columns: [
      { header: 'Text', width: 20, kind: 'text' },
      { header: 'Duration', width: 10, kind: 'duration' },
    ],
    parts,
    rows: texts.map((text): Row => ({ cells: [text, dayFraction(90 * 60_000)] })),
    footer: [
      {
        cells: ['Total', { formula: sumOf(parts, 1), result: dayFraction(texts.length * 90 * 60_000) }],
        tone: 'total',
      },
    ],
  }
}

async function written(workbook: Workbook) {
  const file = join(temporaryFolder(), 'test.xlsx')
  const stream = createWriteStream(file)
  await writeWorkbook(workbook, stream)
  return readBack(file)
}

test('G6 text that begins with = + - @ stays text, whatever else it is', async () => {
  const texts = [
    '=1+1',
    '+49 30 123',
    '-',
    '@SUM(A1)',
    '\t=1',
    '=HYPERLINK("http://x","y")',
    '_x0041_',
    'a & <b>',
    'שלום',
    '👩‍👩‍👧',
    ' blank ',
    'é'.repeat(200),
  ]
  const { sheet } = await written(workbookOf(listOf(texts)))
  const rows = sheet('List').rows.slice(1, 1 + texts.length)
  expect(rows.map(([cell]) => cell?.formula)).toEqual(texts.map(() => null))
  expect(rows.map(([cell]) => cell?.value)).toEqual(texts)
  // In the text format not even editing wakes them.
  expect(rows.map(([cell]) => cell?.format)).toEqual(
    texts.map((text) => (/^[=+\-@\t]/.test(text) ? '@' : 'General')),
  )
})

test('G6 the header is frozen, filtered and repeated on every page; the day rule stands below and on each page', async () => {
  const { sheet, workbook } = await written(workbookOf(listOf(['a', 'b'])))
  const list = sheet('List')
  expect(list.frozenRows).toBe(1)
  expect(list.filter).toBe('A1:B3')
  expect(list.sheet.pageSetup).toMatchObject({
    orientation: 'landscape',
    fitToWidth: 1,
    fitToHeight: 0,
    printTitlesRow: '1:1',
  })
  expect(list.sheet.headerFooter.oddFooter).toContain('Times in Europe/Berlin && elsewhere.')
  expect(list.rows.at(-1)?.[0]?.value).toBe('Times in Europe/Berlin & elsewhere.')
  expect(list.rows[3]?.[1]).toMatchObject({
    formula: "SUM('List'!$B$2:$B$3)",
    value: 0.125,
    format: '[h]:mm',
  })
  expect(workbook).toMatchObject({ title: 'Test', subject: 'Of sheets', creator: 'Daybook' })
  expect(workbook.created.toISOString()).toBe('2026-03-03T09:00:00.000Z')
})

test('G6 a list that one sheet cannot hold goes on in the next, and the total counts both', async () => {
  const { sheets } = await written(workbookOf(listOf(['a', 'b', 'c', 'd', 'e'], 2)))
  expect(sheets.map(({ name }) => name)).toEqual(['List', 'List (2)', 'List (3)'])
  expect(sheets.map(({ rows }) => rows[1]?.[0]?.value)).toEqual(['a', 'c', 'e'])
  expect(sheets[2]?.rows[2]?.[1]?.formula).toBe(
    "SUM('List'!$B$2:$B$3,'List (2)'!$B$2:$B$3,'List (3)'!$B$2:$B$2)",
  )
})

test('G6 without rows the total is 0 and reaches into nothing', async () => {
  const { sheet } = await written(workbookOf(listOf([])))
  expect(sheet('List').rows[1]?.[1]).toMatchObject({ formula: '0', value: 0 })
})

test('G6 a date is a date and money has its currency', async () => {
  const { sheet } = await written(
    workbookOf({
      columns: [
        { header: 'Date', width: 12, kind: 'date' },
        { header: 'Pay', width: 12, kind: 'money' },
      ],
      parts: [{ sheet: 'S', first: 2, last: 2 }],
      rows: [{ cells: [dateSerial('2026-03-03'), 12.5] }],
    }),
  )
  expect(sheet('S').sheet.getCell('A2').value).toEqual(new Date('2026-03-03T00:00:00Z'))
  expect(sheet('S').rows[1]?.map(({ format }) => format)).toEqual(['yyyy-mm-dd', '#,##0.00" EUR"'])
})

test('rows that are more or fewer than announced are a fault and never a wrong workbook', async () => {
  const sheet = listOf(['a', 'b'])
  const broken = { ...sheet, parts: [{ sheet: 'List', first: 2, last: 4 }] }
  await expect(written(workbookOf(broken))).rejects.toThrow('ends before row 4')
  await expect(
    written(workbookOf({ ...sheet, parts: [{ sheet: 'List', first: 2, last: 2 }] })),
  ).rejects.toThrow('more than 2 rows')
})

test('an error of the stream, such as a full disk, ends the writing with that error', async () => {
  const full = new Writable({
    write: (_chunk, _encoding, done) => done(Object.assign(new Error('no space'), { code: 'ENOSPC' })),
  })
  const many = Array.from({ length: 5000 }, (_, index) => `text ${index} ${Math.sin(index)}`)
  await expect(writeWorkbook(workbookOf(listOf(many)), full)).rejects.toMatchObject({ code: 'ENOSPC' })
})

test('a cancel ends the writing within 500 rows; until then others have their turn and hear of progress', async () => {
  const stream = createWriteStream(join(temporaryFolder(), 'cancelled.xlsx'))
  const controller = new AbortController()
  const seen: number[] = []
  let turns = 0
  const count = setInterval(() => (turns += 1), 0)
  const many = Array.from({ length: 10_000 }, (_, index) => `text ${index}`)
  const onProgress = (rows: number): void => {
    seen.push(rows)
    if (rows === 5000) controller.abort()
  }
  await expect(
    writeWorkbook(workbookOf(listOf(many)), stream, { signal: controller.signal, onProgress }),
  ).rejects.toMatchObject({ name: 'AbortError' })
  clearInterval(count)
  expect(seen).toEqual([500, 1000, 1500, 2000, 2500, 3000, 3500, 4000, 4500, 5000])
  expect(turns).toBeGreaterThanOrEqual(5)
  // Its owner destroys it; a write that was under way then ends with an error, as Node has it.
  stream.on('error', () => undefined)
  await new Promise<void>((resolve) => stream.once('close', resolve).destroy())
})
