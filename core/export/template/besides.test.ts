// What other programs write beside the cells goes with the rows that move: joined cells, formulas written once for several cells, formats
// by condition, allowed values, page breaks, comments and the source of a pivot table (J8).
import { expect, test } from 'vitest'
import { placesOf, rowsOf } from '../../../shared/contract/template.ts'
import { readZip } from '../../imports/read/zip.ts'
import { zipOf } from '../../testing/zipOf.ts'
import { fillTemplate } from './fillTemplate.ts'

const KIND = 'userMonth'
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const text = (cell: string, value: string): string =>
  `<c r="${cell}" t="inlineStr"><is><t>${value}</t></is></c>`
const relation = (id: string, type: string, target: string): string =>
  `<Relationship Id="${id}" Type="x/${type}" Target="${target}"/>`

const template = zipOf({
  '[Content_Types].xml': '<Types xmlns="x"/>',
  'xl/workbook.xml': `<workbook xmlns="${MAIN}" xmlns:r="r"><sheets><sheet name="S" r:id="a"/></sheets><definedNames><definedName name="daybook_days">S!$A$2:$D$2</definedName></definedNames></workbook>`,
  'xl/_rels/workbook.xml.rels': `<Relationships>${relation('a', 'worksheet', 'worksheets/sheet1.xml')}</Relationships>`,
  'xl/worksheets/sheet1.xml': `<worksheet xmlns="${MAIN}"><sheetData>
    <row r="2">${text('A2', '{date}')}${text('B2', '{total_hours}')}</row>
    <row r="4"><c r="C4"><f t="shared" ref="C4:C5" si="0">SUM(B$2:B2)*A4</f><v>7</v></c></row>
    <row r="5"><c r="C5"><f t="shared" si="0"/><v>8</v></c></row>
    </sheetData><mergeCells count="2"><mergeCell ref="C2:D2"/><mergeCell ref="A6:B7"/></mergeCells>
    <conditionalFormatting sqref="B2"><cfRule><formula>B2&gt;$A$4</formula></cfRule></conditionalFormatting>
    <dataValidations><dataValidation sqref="A2 A4"/></dataValidations><rowBreaks><brk id="4"/></rowBreaks></worksheet>`,
  'xl/worksheets/_rels/sheet1.xml.rels': `<Relationships>${relation('a', 'comments', '../comments1.xml')}${relation('b', 'vmlDrawing', '../drawings/vmlDrawing1.vml')}</Relationships>`,
  'xl/comments1.xml': `<comments xmlns="${MAIN}"><commentList><comment ref="A4"/></commentList></comments>`,
  'xl/drawings/vmlDrawing1.vml': '<xml xmlns:x="x"><x:Row>3</x:Row></xml>',
  'xl/pivotCache/pivotCacheDefinition1.xml': `<pivotCacheDefinition xmlns="${MAIN}"><cacheSource><worksheetSource ref="A1:B4" sheet="S"/></cacheSource></pivotCacheDefinition>`,
})

const values = (fields: object) => Object.fromEntries(Object.keys(fields).map((field) => [field, 1]))
const LINES = 3
const facts = {
  kind: KIND,
  currency: 'EUR',
  values: values(placesOf(KIND)),
  tables: Object.fromEntries(
    Object.entries(rowsOf(KIND)).map(([name, fields]) => [
      name,
      { count: LINES, lines: () => Array.from({ length: LINES }, () => values(fields)) },
    ]),
  ),
} as const

async function filled(): Promise<(part: string) => string> {
  const { signal } = new AbortController()
  const made = fillTemplate({ name: 'x.xlsx', bytes: template }, facts, { signal, onRow: () => undefined })
  if (!made.ok) throw new Error(made.error.code)
  const chunks: Buffer[] = []
  for await (const chunk of made.value as AsyncIterable<Buffer>) chunks.push(chunk)
  const parts = new Map(
    readZip('x', Buffer.concat(chunks)).map(({ name, read }) => [name, read().toString()]),
  )
  return (part) => parts.get(part) ?? ''
}

const all = (xml: string, pattern: RegExp): (string | undefined)[] =>
  [...xml.matchAll(pattern)].map(([, found]) => found)

test('J8 what lies beside the cells moves with the rows below, and is repeated with the row that is', async () => {
  const part = await filled()
  const sheet = part('xl/worksheets/sheet1.xml')
  expect(all(sheet, /<mergeCell ref="(.*?)"/g)).toEqual(['C2:D2', 'C3:D3', 'C4:D4', 'A8:B9'])
  // Each stands for itself now, without what it came to before.
  expect(all(sheet, /<c r="C\d"[^>]*>(.*?)<\/c>/g)).toEqual([
    '<f>SUM(B$2:B4)*A6</f>',
    '<f>SUM(B$2:B5)*A7</f>',
  ])
  expect(all(sheet, /sqref="(.*?)"/g)).toEqual(['B2:B4', 'A2:A4 A6'])
  expect(all(sheet, /<formula>(.*?)<\/formula>/g)).toEqual(['B2&gt;$A$6'])
  expect(all(sheet, /<brk id="(.*?)"/g)).toEqual(['6'])
  expect(all(part('xl/comments1.xml'), /ref="(.*?)"/g)).toEqual(['A6'])
  expect(all(part('xl/drawings/vmlDrawing1.vml'), /Row>(\d+)</g)).toEqual(['5'])
  const pivot = part('xl/pivotCache/pivotCacheDefinition1.xml')
  expect(all(pivot, /worksheetSource ref="(.*?)"/g)).toEqual(['A1:B6'])
  expect(pivot).toContain('refreshOnLoad="1"')
})
