// Tables on the clipboard, as spreadsheets put them there and take them: text with tabs between cells, and HTML beside it.

/** Reads text with tabs; a cell in quotes may hold tabs, line breaks and doubled quotes. A last line break begins no row. */
export function readTable(text: string): string[][] {
  const rows: string[][] = []
  let row: string[] = []
  let cell = ''
  let quoted = false
  const endCell = () => {
    row.push(cell)
    cell = ''
  }
  const endRow = () => {
    endCell()
    rows.push(row)
    row = []
  }
  for (let at = 0; at < text.length; at += 1) {
    const char = text.charAt(at)
    if (quoted) {
      if (char !== '"') cell += char
      else if (text.charAt(at + 1) === '"') {
        cell += '"'
        at += 1
      } else quoted = false
    } else if (char === '"' && cell === '') quoted = true
    else if (char === '\t') endCell()
    else if (char === '\n') endRow()
    else if (char === '\r') {
      if (text.charAt(at + 1) !== '\n') endRow()
    } else cell += char
  }
  if (cell !== '' || row.length > 0) endRow()
  return rows
}

const quotes = (cell: string): string => (/[\t\n\r"]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)

export const asText = (rows: readonly (readonly string[])[]): string =>
  rows.map((row) => row.map(quotes).join('\t')).join('\r\n')

const escaped = (text: string): string =>
  text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll('\n', '<br>')

/** Said to be text where it begins like a formula, which it then is not (G6). */
const FORMULA = /^[=+\-@]/

export const asHtml = (rows: readonly (readonly string[])[]): string =>
  `<table>${rows
    .map(
      (row) =>
        `<tr>${row
          .map(
            (cell) =>
              `<td${FORMULA.test(cell) ? ` style="mso-number-format:'\\@'"` : ''}>${escaped(cell)}</td>`,
          )
          .join('')}</tr>`,
    )
    .join('')}</table>`
