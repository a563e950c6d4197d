// A cell as XML: numbers as they are, text within the cell, a formula with the result it has now.
import { cellText, looksLikeFormula } from './cellText.ts'
import type { CellContent, CellKind, Tone } from './model.ts'
import type { Styles } from './styles.ts'
import { xml } from './xml.ts'

/**
 * Text that stands in XML as it is, which most text does: a single look instead of four replacements. No control
 * characters, no line breaks, none of & < > " ', no underscore (it may begin an escape), no surrogates or noncharacters.
 */
const PLAIN = /^[ !#$%(-;=?-^`-~\u00A0-\uD7FF\uE000-\uFDCF\uFDF0-\uFFFD]{0,32767}$/
/** Without the attribute, blanks at the ends and line breaks would be lost. */
const EDGES = /^\s|\s$|\n|\s\s/

/** `at`: "B7". An empty cell with looks of its own is a cell too; without them it is nothing. */
export function cellXml(
  at: string,
  content: CellContent,
  kind: CellKind,
  tone: Tone | undefined,
  left: boolean,
  styles: Styles,
): string {
  if (typeof content === 'number')
    return `<c r="${at}" s="${styles.cell(kind, tone, left)}"><v>${finite(content)}</v></c>`
  if (typeof content === 'string') return textXml(at, content, textStyle(content, tone, styles))
  if (content === null)
    // Of an empty cell only the looks of its row remain.
    return tone === undefined || tone === 'muted' ? '' : `<c r="${at}" s="${styles.cell(kind, tone, left)}"/>`
  const { formula, result } = content
  return `<c r="${at}" s="${styles.cell(kind, tone, left)}"><f>${xml(formula)}</f><v>${finite(result)}</v></c>`
}

export function textXml(at: string, text: string, style: number): string {
  const ready = PLAIN.test(text) ? text : xml(cellText(text))
  const space = EDGES.test(ready) ? ' xml:space="preserve"' : ''
  return `<c r="${at}" s="${style}" t="inlineStr"><is><t${space}>${ready}</t></is></c>`
}

const textStyle = (text: string, tone: Tone | undefined, styles: Styles): number =>
  looksLikeFormula(text) ? styles.inertText(tone) : styles.cell('text', tone, false)

/** What a spreadsheet could not read is a fault of the program, not a cell. */
function finite(value: number): number {
  if (!Number.isFinite(value)) throw new RangeError(`a cell of ${value}`)
  return value
}
