// A worksheet as XML: its head with the frozen header row, row after row, and its foot with filter and page setup.
import { cellText, footerText } from './cellText.ts'
import { cellXml, textXml } from './cellXml.ts'
import type { Cell, CellContent, CellKind, Row, RowRange, Sheet } from './model.ts'
import { columnLetter } from './sheetName.ts'
import type { Styles } from './styles.ts'
import { xml, XML_HEAD } from './xml.ts'

const HEAD =
  `${XML_HEAD}<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">` +
  '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr><sheetViews><sheetView workbookViewId="0">' +
  '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>' +
  '<selection pane="bottomLeft" activeCell="A2" sqref="A2"/></sheetView></sheetViews>' +
  '<sheetFormatPr defaultRowHeight="15"/>'
const PAGE =
  '<pageMargins left="0.4" right="0.4" top="0.5" bottom="0.6" header="0.3" footer="0.3"/>' +
  '<pageSetup paperSize="9" orientation="landscape" fitToWidth="1" fitToHeight="0"/>'

export type SheetPen = {
  /** The widths and the header row. */
  head(): string
  /** The next row; they are counted from the header on. */
  row(row: Row): string
  /** Below the last row. */
  foot(): string
}

export function sheetPen(sheet: Sheet, part: RowRange, remark: string, styles: Styles): SheetPen {
  const { columns } = sheet
  const left = sheet.plain === true
  const letters = columns.map((_, index) => columnLetter(index))
  let number = 1
  return {
    head() {
      const widths = columns.map(
        ({ width }, index) => `<col min="${index + 1}" max="${index + 1}" width="${width}" customWidth="1"/>`,
      )
      const cells = columns.map(({ header, kind }, index) =>
        textXml(`${letters[index]}1`, header, styles.header(kind)),
      )
      return `${HEAD}<cols>${widths.join('')}</cols><sheetData><row r="1">${cells.join('')}</row>`
    },
    row({ cells, tone }) {
      number += 1
      let text = ''
      for (let index = 0; index < columns.length; index += 1) {
        const given = cells[index] ?? null
        const of: CellKind = columns[index]?.kind ?? 'text'
        const [kind, content] = isKinded(given) ? [given.kind, given.value] : [of, given]
        text += cellXml(`${letters[index]}${number}`, content, kind, tone, left, styles)
      }
      // A row without cells leaves its line empty.
      return text === '' ? '' : `<row r="${number}">${text}</row>`
    },
    foot() {
      const filter =
        sheet.plain === true ? '' : `<autoFilter ref="${filterRange(columns.length, part.last)}"/>`
      const footer = cellText(`&L${footerText(remark)}&R${footerText(part.sheet)}  &P / &N`)
      return `</sheetData>${filter}${PAGE}<headerFooter><oddFooter>${xml(footer)}</oddFooter></headerFooter></worksheet>`
    },
  }
}

/** The header and every row below it, without the totals. */
const filterRange = (columns: number, last: number): string =>
  `A1:${columnLetter(columns - 1)}${Math.max(last, 1)}`

function isKinded(cell: Cell): cell is { kind: CellKind; value: CellContent } {
  return typeof cell === 'object' && cell !== null && 'kind' in cell
}
