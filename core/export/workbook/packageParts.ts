// The parts of a workbook beside its sheets and styles: what there is, how it hangs together, and what it is called.
import { toUtc } from '../../../shared/base/instant.ts'
import { cellText } from './cellText.ts'
import type { RowRange, Workbook } from './model.ts'
import { columnLetter, sheetRef } from './sheetName.ts'
import { xml, XML_HEAD } from './xml.ts'

/** A sheet that has been written; `columns` is 0 where it has no filter. */
export type WrittenSheet = { part: RowRange; columns: number }

const FORMATS = 'http://schemas.openxmlformats.org'
const RELATIONS = `${FORMATS}/officeDocument/2006/relationships`
const SPREADSHEET = 'application/vnd.openxmlformats-officedocument.spreadsheetml'

export const sheetPath = (index: number): string => `xl/worksheets/sheet${index + 1}.xml`

/** By path, in the order in which they are written; `styles` is the part xl/styles.xml. */
export function packageParts(
  workbook: Workbook,
  sheets: readonly WrittenSheet[],
  styles: string,
): [path: string, text: string][] {
  return [
    ['xl/styles.xml', styles],
    ['xl/workbook.xml', workbookXml(sheets)],
    [
      'xl/_rels/workbook.xml.rels',
      relations([
        ...sheets.map((_, index): [string, string] => [
          `${RELATIONS}/worksheet`,
          sheetPath(index).slice('xl/'.length),
        ]),
        [`${RELATIONS}/styles`, 'styles.xml'],
      ]),
    ],
    ['docProps/core.xml', coreXml(workbook.properties)],
    [
      'docProps/app.xml',
      `${XML_HEAD}<Properties xmlns="${FORMATS}/officeDocument/2006/extended-properties"><Application>Daybook</Application></Properties>`,
    ],
    [
      '_rels/.rels',
      relations([
        [`${RELATIONS}/officeDocument`, 'xl/workbook.xml'],
        [`${FORMATS}/package/2006/relationships/metadata/core-properties`, 'docProps/core.xml'],
        [`${RELATIONS}/extended-properties`, 'docProps/app.xml'],
      ]),
    ],
    ['[Content_Types].xml', contentTypes(sheets.length)],
  ]
}

function workbookXml(sheets: readonly WrittenSheet[]): string {
  const list = sheets.map(
    ({ part }, index) => `<sheet name="${xml(part.sheet)}" sheetId="${index + 1}" r:id="rId${index + 1}"/>`,
  )
  // In the order of their names, as Excel wants them: the filters' ranges, then the header row that every page repeats.
  const filters = sheets.flatMap(({ part, columns }, index) =>
    columns === 0
      ? []
      : [
          `<definedName name="_xlnm._FilterDatabase" localSheetId="${index}" hidden="1">${xml(sheetRef(part.sheet, `$A$1:$${columnLetter(columns - 1)}$${Math.max(part.last, 1)}`))}</definedName>`,
        ],
  )
  const titles = sheets.map(
    ({ part }, index) =>
      `<definedName name="_xlnm.Print_Titles" localSheetId="${index}">${xml(sheetRef(part.sheet, '$1:$1'))}</definedName>`,
  )
  return [
    `${XML_HEAD}<workbook xmlns="${FORMATS}/spreadsheetml/2006/main" xmlns:r="${RELATIONS}">`,
    '<workbookPr/><bookViews><workbookView activeTab="0"/></bookViews>',
    `<sheets>${list.join('')}</sheets>`,
    `<definedNames>${[...filters, ...titles].join('')}</definedNames>`,
    // An old engine's number: whoever opens it calculates every formula anew.
    '<calcPr calcId="171027"/></workbook>',
  ].join('')
}

function relations(targets: readonly [type: string, target: string][]): string {
  const list = targets.map(
    ([type, target], index) => `<Relationship Id="rId${index + 1}" Type="${type}" Target="${target}"/>`,
  )
  return `${XML_HEAD}<Relationships xmlns="${FORMATS}/package/2006/relationships">${list.join('')}</Relationships>`
}

function contentTypes(sheets: number): string {
  const override = (path: string, type: string): string =>
    `<Override PartName="/${path}" ContentType="${type}"/>`
  return [
    `${XML_HEAD}<Types xmlns="${FORMATS}/package/2006/content-types">`,
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>',
    '<Default Extension="xml" ContentType="application/xml"/>',
    override('xl/workbook.xml', `${SPREADSHEET}.sheet.main+xml`),
    ...Array.from({ length: sheets }, (_, index) =>
      override(sheetPath(index), `${SPREADSHEET}.worksheet+xml`),
    ),
    override('xl/styles.xml', `${SPREADSHEET}.styles+xml`),
    override('docProps/core.xml', 'application/vnd.openxmlformats-package.core-properties+xml'),
    override('docProps/app.xml', 'application/vnd.openxmlformats-officedocument.extended-properties+xml'),
    '</Types>',
  ].join('')
}

function coreXml({ title, subject, creator, createdAt }: Workbook['properties']): string {
  const at = toUtc(createdAt)
  const text = (value: string): string => xml(cellText(value))
  const time = (name: string): string => `<dcterms:${name} xsi:type="dcterms:W3CDTF">${at}</dcterms:${name}>`
  return [
    `${XML_HEAD}<cp:coreProperties xmlns:cp="${FORMATS}/package/2006/metadata/core-properties"`,
    ' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"',
    ' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">',
    `<dc:title>${text(title)}</dc:title><dc:subject>${text(subject)}</dc:subject>`,
    `<dc:creator>${text(creator)}</dc:creator><cp:lastModifiedBy>${text(creator)}</cp:lastModifiedBy>`,
    `${time('created')}${time('modified')}</cp:coreProperties>`,
  ].join('')
}
