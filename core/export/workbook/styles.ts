// Owns how cells look: a number for each kind and tone that is used, and the style sheet that says what the numbers mean.
import { minorDigits } from '../../../shared/base/currency.ts'
import type { CellKind, Tone } from './model.ts'
import { xml, XML_HEAD } from './xml.ts'

export type Styles = {
  /** `left`: as in a list of labels and values, where numbers stand under text. */
  cell(kind: CellKind, tone: Tone | undefined, left: boolean): number
  /** For text that looks like a formula: Excel's text format, so that editing the cell does not wake it. */
  inertText(tone: Tone | undefined): number
  header(kind: CellKind): number
  /** The part xl/styles.xml, with all styles that were asked for. */
  sheetXml(): string
}

export function createStyles(currency: string): Styles {
  const formats = formatsFor(currency)
  const table = createTable()
  const inert = new Map<Tone | undefined, number>()
  const headers = new Map<CellKind, number>()
  const cells = [false, true].map(() => new Map<Tone | undefined, Map<CellKind, number>>())
  return {
    cell(kind, tone, left) {
      const ofTone = remember(cells[left ? 1 : 0] ?? new Map(), tone, () => new Map<CellKind, number>())
      return remember(ofTone, kind, () =>
        table.add({
          ...look(tone),
          alignment: left ? align('text', tone) : align(kind, tone),
          format: formats[kind],
        }),
      )
    },
    inertText: (tone) =>
      remember(inert, tone, () => table.add({ ...look(tone), alignment: align('text', tone), format: '@' })),
    header: (kind) =>
      remember(headers, kind, () =>
        table.add({
          font: font({ bold: true }),
          fill: solid('FFE9ECEF'),
          border: '<bottom style="thin"><color rgb="FFADB5BD"/></bottom>',
          alignment: `<alignment ${side(kind)} vertical="center" wrapText="1"/>`,
          format: 'General',
        }),
      ),
    sheetXml: () => table.xml(),
  }
}

/** 1,234.50 EUR: the code, because a symbol like $ does not say whose, and Excel would show it by its own locale. */
export function moneyFormat(currency: string): string {
  const digits = minorDigits(currency)
  const amount = digits === 0 ? '#,##0' : `#,##0.${'0'.repeat(digits)}`
  return `${amount}" ${currency}"`
}

function formatsFor(currency: string): Record<CellKind, string> {
  return {
    text: 'General',
    date: 'yyyy-mm-dd',
    time: 'hh:mm',
    dateTime: 'yyyy-mm-dd hh:mm',
    duration: '[h]:mm',
    hours: '#,##0.00',
    money: moneyFormat(currency),
    integer: '0',
    check: '[=0]0;[Red]0.00##',
  }
}

/** Elements of the style sheet; a border is its one side. */
type Look = { font: string; fill: string; border: string }
type Style = Look & { alignment: string; format: string }

const NO_FILL = '<patternFill patternType="none"/>'
const solid = (argb: string): string =>
  `<patternFill patternType="solid"><fgColor rgb="${argb}"/></patternFill>`

const font = ({ bold = false, size = 11, argb = '' } = {}): string =>
  `${bold ? '<b/>' : ''}<sz val="${size}"/>${argb === '' ? '' : `<color rgb="${argb}"/>`}<name val="Calibri"/><family val="2"/>`

function look(tone: Tone | undefined): Look {
  const plain: Look = { font: font(), fill: NO_FILL, border: '' }
  switch (tone) {
    case 'total':
      return {
        ...plain,
        font: font({ bold: true }),
        border: '<top style="thin"><color rgb="FF495057"/></top>',
      }
    case 'label':
      return { ...plain, font: font({ bold: true }) }
    case 'muted':
      return { ...plain, font: font({ size: 10, argb: 'FF6C757D' }) }
    case 'off':
      return { ...plain, font: font({ argb: 'FF868E96' }), fill: solid('FFF8F9FA') }
    case 'missing':
      return { ...plain, font: font({ argb: 'FFC92A2A' }) }
    case undefined:
      return plain
  }
}

/** Notes wrap; labels and remarks, which stand in a narrow first column, run on over the empty cells beside them. */
function align(kind: CellKind, tone: Tone | undefined): string {
  const wraps = kind === 'text' && tone !== 'muted' && tone !== 'label' && tone !== 'total'
  return `<alignment ${side(kind)} vertical="top"${wraps ? ' wrapText="1"' : ''}/>`
}

/** Text stands a little away from the number to its left. */
const side = (kind: CellKind): string =>
  kind === 'text' ? 'horizontal="left" indent="1"' : 'horizontal="right"'

/** The formats that every spreadsheet knows by number; others are declared from 164 on. */
const KNOWN_FORMATS: Record<string, number> = { General: 0, '0': 1, '#,##0.00': 4, '@': 49 }
const OWN_FORMATS_FROM = 164

/** Fonts, fills, borders and formats each once, and the styles that are made of them. */
function createTable() {
  const list = (...first: string[]) => {
    const items = new Map(first.map((item, index) => [item, index]))
    return {
      indexOf: (item: string): number => remember(items, item, () => items.size),
      items: () => [...items.keys()],
    }
  }
  const fonts = list(font())
  // The first two fills are Excel's own, whatever stands in them.
  const fills = list(NO_FILL, '<patternFill patternType="gray125"/>')
  const borders = list('')
  const formats = list()
  const styles = list('<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>')
  const formatId = (format: string): number =>
    KNOWN_FORMATS[format] ?? OWN_FORMATS_FROM + formats.indexOf(format)
  const part = (name: string, items: readonly string[]): string =>
    `<${name} count="${items.length}">${items.join('')}</${name}>`
  const side = (name: string, border: string): string =>
    border.startsWith(`<${name} `) ? border : `<${name}/>`

  return {
    add: (style: Style): number =>
      styles.indexOf(
        `<xf numFmtId="${formatId(style.format)}" fontId="${fonts.indexOf(style.font)}" fillId="${fills.indexOf(style.fill)}" borderId="${borders.indexOf(style.border)}" xfId="0" applyNumberFormat="1" applyFont="1" applyFill="1" applyBorder="1" applyAlignment="1">${style.alignment}</xf>`,
      ),
    xml(): string {
      const own = formats
        .items()
        .map((code, index) => `<numFmt numFmtId="${OWN_FORMATS_FROM + index}" formatCode="${xml(code)}"/>`)
      return [
        `${XML_HEAD}<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">`,
        own.length === 0 ? '' : part('numFmts', own),
        part(
          'fonts',
          fonts.items().map((item) => `<font>${item}</font>`),
        ),
        part(
          'fills',
          fills.items().map((item) => `<fill>${item}</fill>`),
        ),
        part(
          'borders',
          borders
            .items()
            .map(
              (item) =>
                `<border><left/><right/>${side('top', item)}${side('bottom', item)}<diagonal/></border>`,
            ),
        ),
        '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>',
        part('cellXfs', styles.items()),
        '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>',
      ].join('')
    },
  }
}

function remember<K, V>(memory: Map<K, V>, key: K, make: () => V): V {
  let value = memory.get(key)
  if (value === undefined) memory.set(key, (value = make()))
  return value
}
