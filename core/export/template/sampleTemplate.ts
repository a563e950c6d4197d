// A workbook to begin a template with: every place and every row of a kind, each under its name. What somebody does not want they delete.
import { PassThrough } from 'node:stream'
import type { Readable } from 'node:stream'
import { placesOf, rowsOf, TEMPLATE_PREFIX } from '../../../shared/contract/template.ts'
import type { TemplateKind } from '../../../shared/contract/template.ts'
import { columnLetter } from '../workbook/sheetName.ts'
import { xml, XML_HEAD } from '../workbook/xml.ts'
import { createZip } from '../workbook/zip.ts'

export function writeSample(kind: TemplateKind, signal: AbortSignal): Readable {
  const stream = new PassThrough()
  const zip = createZip(stream, signal)
  const write = async (): Promise<void> => {
    for (const [name, text] of Object.entries(sampleParts(kind))) {
      const entry = zip.entry(name)
      await entry.write(XML_HEAD + text)
      await entry.end()
    }
    await zip.finish()
  }
  write().then(
    () => stream.end(),
    (error: unknown) => stream.destroy(error instanceof Error ? error : new Error(String(error))),
  )
  return stream
}

type Sheet = { name: string; xml: string }

function sampleParts(kind: TemplateKind): Record<string, string> {
  const names: string[] = []
  const places = Object.keys(placesOf(kind)).map((name, index) => {
    names.push(definedName(name, `Template!$B$${index + 1}`))
    return row(index + 1, [cell(`A${index + 1}`, TEMPLATE_PREFIX + name, LABEL), `<c r="B${index + 1}"/>`])
  })
  const sheets: Sheet[] = [{ name: 'Template', xml: sheet([28, 28], places) }]
  for (const [name, fields] of Object.entries(rowsOf(kind))) {
    const keys = Object.keys(fields)
    const last = columnLetter(keys.length - 1)
    names.push(definedName(name, `'${name}'!$A$2:$${last}$2`))
    const cells = (of: (key: string) => string, number: number, style?: number): string[] =>
      keys.map((key, index) => cell(`${columnLetter(index)}${number}`, of(key), style))
    sheets.push({
      name,
      xml: sheet(
        keys.map(() => 16),
        [
          row(
            1,
            cells((key) => key.replaceAll('_', ' '), 1, LABEL),
          ),
          row(
            2,
            cells((key) => `{${key}}`, 2),
          ),
        ],
      ),
    })
  }
  return {
    '[Content_Types].xml': `<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${TYPE}.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="${TYPE}.styles+xml"/>${sheets.map((_, index) => `<Override PartName="/xl/worksheets/sheet${index + 1}.xml" ContentType="${TYPE}.worksheet+xml"/>`).join('')}</Types>`,
    '_rels/.rels': relations([['officeDocument', 'xl/workbook.xml']]),
    'xl/workbook.xml': `<workbook xmlns="${MAIN}" xmlns:r="${RELATIONS}"><bookViews><workbookView/></bookViews><sheets>${sheets.map(({ name }, index) => `<sheet name="${xml(name)}" sheetId="${index + 1}" r:id="rId${index + 1}"/>`).join('')}</sheets><definedNames>${names.toSorted().join('')}</definedNames></workbook>`,
    'xl/_rels/workbook.xml.rels': relations([
      ...sheets.map((_, index) => ['worksheet', `worksheets/sheet${index + 1}.xml`] as const),
      ['styles', 'styles.xml'],
    ]),
    'xl/styles.xml': `<styleSheet xmlns="${MAIN}"><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="2"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/><xf numFmtId="0" fontId="1" fillId="0" borderId="0" xfId="0" applyFont="1"/></cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>`,
    ...Object.fromEntries(sheets.map((each, index) => [`xl/worksheets/sheet${index + 1}.xml`, each.xml])),
  }
}

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006'
const TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml'
/** Style of headings: bold. */
const LABEL = 1

const definedName = (name: string, place: string): string =>
  `<definedName name="${TEMPLATE_PREFIX}${name}">${xml(place)}</definedName>`

const relations = (targets: readonly (readonly [type: string, target: string])[]): string =>
  `<Relationships xmlns="${PACKAGE}/relationships">${targets.map(([type, target], index) => `<Relationship Id="rId${index + 1}" Type="${RELATIONS}/${type}" Target="${target}"/>`).join('')}</Relationships>`

const sheet = (widths: readonly number[], rows: readonly string[]): string =>
  `<worksheet xmlns="${MAIN}"><sheetViews><sheetView workbookViewId="0"/></sheetViews><cols>${widths.map((width, index) => `<col min="${index + 1}" max="${index + 1}" width="${width}" customWidth="1"/>`).join('')}</cols><sheetData>${rows.join('')}</sheetData></worksheet>`

const row = (number: number, cells: readonly string[]): string => `<row r="${number}">${cells.join('')}</row>`

const cell = (at: string, text: string, style?: number): string =>
  `<c r="${at}"${style === undefined ? '' : ` s="${style}"`} t="inlineStr"><is><t>${xml(text)}</t></is></c>`
