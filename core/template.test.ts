// A person's own workbook, filled: by a template that LibreOffice made with a chart, by the samples of each kind, and what is refused.
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import ExcelJS from 'exceljs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { ExportJob, ExportKind } from '../shared/contract/organisation.ts'
import type { TemplateKind } from '../shared/contract/template.ts'
import { placesOf, rowsOf } from '../shared/contract/template.ts'
import { readZip } from './imports/read/zip.ts'
import { ended } from './testing/export/exportTo.ts'
import { findLibreOffice, recalculate, withLibreOffice } from './testing/export/libreOffice.ts'
import { readBack } from './testing/export/readBack.ts'
import { openIssuing } from './testing/issuing.ts'
import type { Firm } from './testing/testApp.ts'
import { at } from './testing/testApp.ts'
import { zipOf } from './testing/zipOf.ts'

const soffice = findLibreOffice()
const MONTH = '2026-03'
const folder = mkdtempSync(join(tmpdir(), 'daybook-template-'))
let firm: Firm
let invoiceId = ''

beforeAll(async () => {
  firm = await openIssuing()
  for (let day = 2; day <= 6; day += 1)
    await firm.ok('entry.add', {
      customerId: firm.acme,
      categoryId: firm.support,
      startAt: at(`2026-03-0${day} 08:00`),
      endAt: at(`2026-03-0${day} 1${day}:30`),
      note: day === 2 ? '=HYPERLINK("http://evil","x")' : '',
    })
  await firm.ok('module.switch', { module: 'invoicing', on: true })
  invoiceId = (await firm.ok('invoice.draft', { customerId: firm.acme, groupBy: 'day' })).invoiceId
})
afterAll(async () => {
  await firm.app.close()
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
})

const wishes = (): Record<TemplateKind, ExportKind> => ({
  payroll: { kind: 'payroll', month: MONTH },
  userMonth: { kind: 'userMonth', userId: firm.ana, month: MONTH },
  customer: { kind: 'customer', customerId: firm.acme, month: MONTH },
  invoice: { kind: 'invoice', invoiceId, format: 'xlsx' },
})

async function fill(kind: TemplateKind, templatePath: string, path: string): Promise<ExportJob> {
  const { jobId } = await firm.ok('export.start', { what: wishes()[kind], path, templatePath })
  return ended(firm, jobId)
}

const partsOf = (file: string): Map<string, string> =>
  new Map(readZip(file, readFileSync(file)).map(({ name, read }) => [name, read().toString('utf8')]))

describe('J8 a template that LibreOffice made', () => {
  test.skipIf(soffice === null)(
    'is filled: names, a row for each day, formulas and styles, and the chart shows all days',
    async () => {
      const made = join(folder, 'made')
      mkdirSync(made)
      withLibreOffice(soffice ?? '', [join(import.meta.dirname, 'testing/export/template.fods')], made)
      const filled = join(folder, 'filled.xlsx')
      expect(await fill('userMonth', join(made, 'template.xlsx'), filled)).toMatchObject({ state: 'done' })
      const [calculated = ''] = recalculate(soffice ?? '', [filled], folder)
      const { sheet } = await readBack(calculated)
      const { rows, sheet: own } = sheet('Own sheet')
      const value = (address: string) => own.getCell(address).result ?? own.getCell(address).value
      const month = await firm.ok('diary.user', { userId: firm.ana, month: MONTH })
      const hours = month.days.map(({ totalMs }) => totalMs / 3_600_000)
      const total = month.figures.totalMs / 3_600_000
      expect(value('A1')).toBe('Hours of Ana Weber')
      expect(value('D2')).toBe(total)
      expect(rows.slice(3, 34).map(([, cell]) => cell?.value)).toEqual(hours)
      expect(rows.slice(3, 34).map(([, , cell]) => cell?.value)).toEqual(hours.map((each) => each * 85))
      expect(own.getCell('D34').formula).toBe('SUM(B$4:B34)')
      expect(value('D34')).toBe(total)
      // Below the lines: moved down, with the sums of all lines and the cells that they refer to.
      expect(value('A35')).toBe('Sum')
      expect(value('B35')).toBe(total)
      expect(value('C35')).toBe(total * 85)
      expect(value('B36')).toBe(0)
      expect(value('B37')).toBe(85)
      for (const address of ['B4', 'B20', 'B34', 'A35', 'D2'])
        expect(own.getCell(address).font).toMatchObject({ bold: true, color: { argb: 'FFC00000' } })
      expect(own.getCell('A20').numFmt).toMatch(/[dm]/)
      // The chart is there, with all days, and below the rows as it was; LibreOffice draws it.
      const before = partsOf(join(made, 'template.xlsx'))
      const after = partsOf(filled)
      expect([...after.keys()].toSorted()).toEqual([...before.keys()].toSorted())
      const chart = after.get('xl/charts/chart1.xml') ?? ''
      expect([...chart.matchAll(/<c:f>(.*?)<\/c:f>/g)].map(([, formula]) => formula)).toEqual([
        "'Own sheet'!$A$4:$A$34",
        "'Own sheet'!$B$4:$B$34",
      ])
      expect(chart.replace(/<c:(str|num)Ref>.*?<\/c:\1Ref>/g, '')).toBe(
        (before.get('xl/charts/chart1.xml') ?? '').replace(/<c:(str|num)Ref>.*?<\/c:\1Ref>/g, ''),
      )
      const rowsOfAnchor = (parts: Map<string, string>) =>
        [...(parts.get('xl/drawings/drawing1.xml') ?? '').matchAll(/<xdr:row>(\d+)</g)].map(([, row]) =>
          Number(row),
        )
      expect(rowsOfAnchor(after)).toEqual(rowsOfAnchor(before).map((row) => row + 30))
      const drawn = partsOf(calculated).get('xl/charts/chart1.xml') ?? ''
      expect(drawn).toContain(`<c:v>${hours[1]}</c:v>`)
      expect(after.get('xl/workbook.xml')).toContain("'Own sheet'!$B$4:$B$34")
    },
    240_000,
  )
})

test('J8 a table of Excel’s is filled by its name: it grows, its totals move down, and a formula by its columns is kept', async () => {
  const book = new ExcelJS.Workbook()
  const own = book.addWorksheet('Mine', { views: [{}] })
  own.addTable({
    name: 'daybook_days',
    ref: 'B2',
    headerRow: true,
    totalsRow: true,
    columns: [
      { name: 'Day', totalsRowLabel: 'Sum' },
      { name: 'Hours', totalsRowFunction: 'sum' },
    ],
    rows: [['{date}', '{total_hours}']],
  })
  own.getCell('B6').value = { formula: 'SUM(daybook_days[Hours])+C4' }
  const [template, filled] = [join(folder, 'table.xlsx'), join(folder, 'table-filled.xlsx')]
  await book.xlsx.writeFile(template)
  expect(await fill('userMonth', template, filled)).toMatchObject({ state: 'done', error: null })
  const { rows, sheet: read } = (await readBack(filled)).sheet('Mine')
  expect(rows.slice(2, 33).reduce((sum, cells) => sum + Number(cells[2]?.value), 0)).toBe(32.5)
  expect(read.getCell('B34').value).toBe('Sum')
  expect(read.getCell('B36').formula).toBe('SUM(daybook_days[Hours])+C34')
  expect(partsOf(filled).get('xl/tables/table1.xml')).toContain('ref="B2:C34"')
})

describe('J8 the sample of each kind', () => {
  test.each(['payroll', 'userMonth', 'customer', 'invoice'] as const)(
    '%s: has all names, and all are filled',
    async (kind) => {
      const sample = join(folder, `${kind}-sample.xlsx`)
      const { jobId } = await firm.ok('export.start', { what: { kind: 'template', of: kind }, path: sample })
      expect(await ended(firm, jobId)).toMatchObject({ state: 'done' })
      const filled = join(folder, `${kind}-filled.xlsx`)
      expect(await fill(kind, sample, filled)).toMatchObject({ state: 'done', error: null })
      const { sheet, sheets } = await readBack(filled)
      expect(sheet('Template').rows.map(([name]) => name?.value)).toEqual(
        Object.keys(placesOf(kind)).map((name) => `daybook_${name}`),
      )
      for (const name of Object.keys(rowsOf(kind))) expect(sheet(name).records.length).toBeGreaterThan(0)
      expect(JSON.stringify(sheets.map(({ rows }) => rows))).not.toContain('{"value":"{')
      const [values] = sheets
      const said = Object.fromEntries(
        (values?.rows ?? []).map(([name, value]) => [name?.value, value?.value]),
      )
      expect(said).toMatchObject(
        {
          payroll: { daybook_total_hours: 32.5, daybook_people: 1 },
          userMonth: { daybook_user: 'Ana Weber', daybook_total_hours: 32.5 },
          customer: { daybook_customer: 'Acme', daybook_sessions: 5, daybook_amount: 3033.25 },
          invoice: { daybook_net: 3033.25, daybook_gross: 3033.25, daybook_buyer_post_code: '10115' },
        }[kind],
      )
    },
  )

  test('what begins like a formula stays text', async () => {
    const { sheet } = await readBack(join(folder, 'customer-filled.xlsx'))
    const [first] = sheet('entries').records
    expect(first?.note).toBe('=HYPERLINK("http://evil","x")')
  })
})

describe('J8 what is no template is refused with a sentence, and no file is written', () => {
  const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
  const book = (names: string, cells = '', more: Record<string, string> = {}): Buffer =>
    zipOf({
      '[Content_Types].xml': `<Types xmlns="x"/>`,
      'xl/workbook.xml': `<workbook xmlns="${MAIN}" xmlns:r="r"><sheets><sheet name="S" r:id="a"/></sheets><definedNames>${names}</definedNames></workbook>`,
      'xl/_rels/workbook.xml.rels': `<Relationships><Relationship Id="a" Type="x/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
      'xl/worksheets/sheet1.xml': `<worksheet xmlns="${MAIN}"><sheetData><row>${cells}</row></sheetData></worksheet>`,
      ...more,
    })
  const name = (text: string, place: string): string => `<definedName name="${text}">${place}</definedName>`
  const field = (text: string): string => `<c t="inlineStr"><is><t>${text}</t></is></c>`

  const cases: [string, Buffer, string][] = [
    ['a text', Buffer.from('Name;Hours\n'), 'template.notWorkbook'],
    ['nothing', Buffer.alloc(0), 'template.notWorkbook'],
    ['another zip', zipOf({ 'a.txt': 'a' }), 'template.notWorkbook'],
    ['half a workbook', book('').subarray(0, 300), 'template.notWorkbook'],
    ['an encrypted one', Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]), 'template.protected'],
    ['one with macros', book('', '', { 'xl/vbaProject.bin': 'x' }), 'template.macros'],
    ['a zip bomb', book('', '', { 'xl/media/image1.png': ' '.repeat(140 * 1024 * 1024) }), 'importFile.bomb'],
    ['damaged XML', book('</x>'), 'template.broken'],
    [
      'entities',
      book(name('daybook_user', 'S!$A$1'), '', {
        'xl/styles.xml': '<!DOCTYPE x [<!ENTITY a "b">]><x>&a;</x>',
      }),
      'template.broken',
    ],
    ['deep nesting', book('<a>'.repeat(50_000)), 'template.broken'],
    ['no names', book(name('other', 'S!$A$1')), 'template.noNames'],
    ['a name that nobody knows', book(name('daybook_totl', 'S!$A$1')), 'template.unknownName'],
    ['a name of another kind', book(name('daybook_invoice_number', 'S!$A$1')), 'template.unknownName'],
    ['a name that leads nowhere', book(name('daybook_user', '#REF!')), 'template.nowhere'],
    ['a name of no sheet', book(name('daybook_user', 'T!$A$1')), 'template.nowhere'],
    ['rows without fields', book(name('daybook_days', 'S!$A$1:$B$1'), field('date')), 'template.noFields'],
    [
      'a field that nobody knows',
      book(name('daybook_days', 'S!$A$1:$B$1'), field('{dat}')),
      'template.unknownField',
    ],
    [
      'two lists in the same rows',
      book(
        name('daybook_days', 'S!$A$1:$A$1') + name('daybook_entries', 'S!$B$1:$B$1'),
        field('{date}') + field('{note}'),
      ),
      'template.sideBySide',
    ],
    [
      'no room below',
      book(name('daybook_days', 'S!$A$1048570:$A$1048570'), field('{date}')),
      'template.tooMany',
    ],
  ]
  test.each(cases)('%s', async (title, bytes, code) => {
    const template = join(folder, `${title}.xlsx`)
    writeFileSync(template, bytes)
    const out = join(folder, 'never.xlsx')
    const job = await fill('userMonth', template, out)
    expect(job).toMatchObject({ state: 'failed', error: { code } })
    expect(() => readFileSync(out)).toThrow('ENOENT')
  })

  test('a file that is not there, one that is too large, and one that was never handed over', async () => {
    const what = wishes().userMonth
    const large = join(folder, 'large.xlsx')
    writeFileSync(large, Buffer.alloc(33 * 1024 * 1024))
    const path = join(folder, 'never.xlsx')
    expect(
      await firm.refused('export.start', { what, path, templatePath: join(folder, 'no.xlsx') }),
    ).toMatchObject({
      code: 'importFile.notReadable',
    })
    expect(await firm.refused('export.start', { what, path, templatePath: folder })).toMatchObject({
      code: 'importFile.notReadable',
    })
    expect(await firm.refused('export.start', { what, path, templatePath: large })).toMatchObject({
      code: 'template.tooLarge',
    })
    expect(
      await firm.refused('export.start', { what, path, template: { uploadId: 'none', name: 'x.xlsx' } }),
    ).toMatchObject({ code: 'importFile.gone' })
  })
})
