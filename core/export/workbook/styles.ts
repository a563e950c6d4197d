// Owns how cells look: one frozen style object for each kind and tone, which exceljs then looks up by identity.
import type { Style } from 'exceljs'
import { minorDigits } from '../../../shared/base/currency.ts'
import type { CellKind, Tone } from './model.ts'

export type CellStyle = Partial<Style>

export type Styles = {
  cell(kind: CellKind, tone?: Tone): CellStyle
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
    cell: (kind, tone) =>
      remember(`${kind} ${tone}`, () => ({
        ...look(tone),
        alignment: align(kind, tone),
        numFmt: formats[kind],
      })),
    inertText: (tone) =>
      remember(`inert ${tone}`, () => ({ ...look(tone), alignment: align('text', tone), numFmt: '@' })),
    header: (kind) =>
      remember(`header ${kind}`, () => ({
        font: { ...FONT, bold: true },
        fill: solid('FFE9ECEF'),
        border: { bottom: { style: 'thin', color: { argb: 'FFADB5BD' } } },
        alignment: { vertical: 'middle', horizontal: kind === 'text' ? 'left' : 'right', wrapText: true },
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
  if (kind !== 'text') return { vertical: 'top', horizontal: 'right' }
  return {
    vertical: 'top',
    horizontal: 'left',
    wrapText: tone !== 'muted' && tone !== 'label' && tone !== 'total',
  }
}

function solid(argb: string): CellStyle['fill'] {
  return { type: 'pattern', pattern: 'solid', fgColor: { argb } }
}
