// Aligned columns for people; numbers to the right, as wide as what is in them.
import { eastAsianWidth } from 'get-east-asian-width'

export type Column = { title: string; right?: boolean }

/** Lines without a break at the end; blanks after the last column are cut. */
export function table(
  columns: readonly Column[],
  rows: readonly (readonly string[])[],
  footer?: readonly string[],
): string {
  const all = [columns.map(({ title }) => title), ...rows, ...(footer ? [footer] : [])]
  const widths = columns.map((_, index) => Math.max(...all.map((row) => widthOf(row[index] ?? ''))))
  const line = (row: readonly string[]) =>
    columns
      .map(({ right }, index) => pad(row[index] ?? '', widths[index] ?? 0, right === true))
      .join('  ')
      .trimEnd()
  const rule = columns
    .map(({ title }, index) => (title === '' ? '' : '─'.repeat(widths[index] ?? 0)))
    .join('  ')
    .trimEnd()
  const [head = [], ...body] = columns.length > 0 ? all : []
  const lines = [line(head), rule, ...body.slice(0, rows.length).map(line)]
  if (footer) lines.push(rule, line(footer))
  return lines.join('\n')
}

/** Names and values in two columns. */
export function facts(pairs: readonly (readonly [string, string])[]): string {
  const width = Math.max(0, ...pairs.map(([name]) => widthOf(name)))
  return pairs.map(([name, value]) => `${pad(name, width, false)}  ${value}`.trimEnd()).join('\n')
}

/** One line of a note, cut with an ellipsis. */
export function oneLine(text: string, max: number): string {
  const line = text.replaceAll(/\s+/g, ' ').trim()
  const cut = Array.from(new Intl.Segmenter('en').segment(line), ({ segment }) => segment)
  return cut.length <= max ? line : `${cut.slice(0, max - 1).join('')}…`
}

function pad(text: string, width: number, right: boolean): string {
  const blanks = ' '.repeat(Math.max(0, width - widthOf(text)))
  return right ? blanks + text : text + blanks
}

// Latin letters, digits and signs of currencies: one column each. Nearly all that is printed, and looked at in no time.
const NARROW = /^[\u0020-\u007e\u00a1-\u00ac\u00ae-\u02ff\u2010-\u2027\u20a0-\u20bf\u2212]*$/
let segmenter: Intl.Segmenter | undefined

// Columns of a terminal, not UTF-16 units: East Asian characters, their punctuation and emoji take two, marks that combine none. Not by
// string-width, which makes its segmenter at every start.
function widthOf(text: string): number {
  if (NARROW.test(text)) return text.length
  segmenter ??= new Intl.Segmenter('en')
  let width = 0
  for (const { segment } of segmenter.segment(text))
    width += /\p{Emoji_Presentation}|\ufe0f/u.test(segment) ? 2 : eastAsianWidth(segment.codePointAt(0) ?? 0)
  return width
}
