// Owns how cells look: one frozen style object for each kind and tone, which exceljs then looks up by identity.
import type { Style } from 'exceljs'
import { minorDigits } from '../../../shared/base/currency.ts'
import type { CellKind, Tone } from './model.ts'

export type CellStyle = Partial<Style>

export type Styles = {
  /** `left`: as in a list of labels and values, where numbers stand under text. */
  cell(kind: CellKind, tone?: Tone, left?: boolean): CellStyle
  /** For text that looks like a formula: Excel's text format, so that editing the cell does not wake it. */
  inertText(tone?: Tone): CellStyle
  header(kind: CellKind): CellStyle
}

export function createStyles(currency: string): Styles {
  const formats = formatsFor(currency)
  const memory = new Map<string, CellStyle>()
  const remember = (key: string, make: () => CellStyle): CellStyle => {
    let style = memory.get(key)
    if (style === undefined) memory.set(key, (style = make()))
    return style
  }
  return {
    cell: (kind, tone, left = false) =>
      remember(`${kind} ${tone} ${left}`, () => ({
        ...look(tone),
        alignment: left ? { ...align('text', tone) } : align(kind, tone),
        numFmt: formats[kind],
      })),
    inertText: (tone) =>
      remember(`inert ${tone}`, () => ({ ...look(tone), alignment: align('text', tone), numFmt: '@' })),
    header: (kind) =>
      remember(`header ${kind}`, () => ({
        font: { ...FONT, bold: true },
        fill: solid('FFE9ECEF'),
        border: { bottom: { style: 'thin', color: { argb: 'FFADB5BD' } } },
        alignment: { vertical: 'middle', ...side(kind), wrapText: true },
      })),
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

const FONT = { name: 'Calibri', family: 2, size: 11 } as const

function look(tone: Tone | undefined): CellStyle {
  switch (tone) {
    case 'total':
      return {
        font: { ...FONT, bold: true },
        border: { top: { style: 'thin', color: { argb: 'FF495057' } } },
      }
    case 'label':
      return { font: { ...FONT, bold: true } }
    case 'muted':
      return { font: { ...FONT, size: 10, color: { argb: 'FF6C757D' } } }
    case 'off':
      return { font: { ...FONT, color: { argb: 'FF868E96' } }, fill: solid('FFF8F9FA') }
    case 'missing':
      return { font: { ...FONT, color: { argb: 'FFC92A2A' } } }
    case undefined:
      return { font: FONT }
  }
}

/** Notes wrap; labels and remarks, which stand in a narrow first column, run on over the empty cells beside them. */
function align(kind: CellKind, tone: Tone | undefined): CellStyle['alignment'] {
  if (kind !== 'text') return { vertical: 'top', ...side(kind) }
  return {
    vertical: 'top',
    ...side(kind),
    wrapText: tone !== 'muted' && tone !== 'label' && tone !== 'total',
  }
}

/** Text stands a little away from the number to its left. */
function side(kind: CellKind) {
  return kind === 'text' ? ({ horizontal: 'left', indent: 1 } as const) : ({ horizontal: 'right' } as const)
}

function solid(argb: string): CellStyle['fill'] {
  return { type: 'pattern', pattern: 'solid', fgColor: { argb } }
}
