// Reads a workbook with exceljs as plain values, so that tests can say what stands where.
import ExcelJS from 'exceljs'

export type ReadCell = { value: string | number | null; formula: string | null; format: string }
export type ReadSheet = {
  name: string
  rows: ReadCell[][]
  /** The rows below the header, as value by header. */
  records: Record<string, string | number | null>[]
  frozenRows: number
  filter: string | null
  sheet: ExcelJS.Worksheet
}

export async function readBack(
  file: string,
): Promise<{ sheets: ReadSheet[]; sheet(name: string): ReadSheet; workbook: ExcelJS.Workbook }> {
  const workbook = new ExcelJS.Workbook()
  await workbook.xlsx.readFile(file)
  const sheets = workbook.worksheets.map(readSheet)
  return {
    workbook,
    sheets,
    sheet: (name) => {
      const found = sheets.find((sheet) => sheet.name === name)
      if (found === undefined)
        throw new Error(`no sheet ${name} among ${sheets.map((sheet) => sheet.name).join(', ')}`)
      return found
    },
  }
}

function readSheet(sheet: ExcelJS.Worksheet): ReadSheet {
  const rows: ReadCell[][] = []
  for (let row = 1; row <= sheet.rowCount; row += 1) {
    rows.push(
      Array.from({ length: sheet.columnCount }, (_, column) => readCell(sheet.getCell(row, column + 1))),
    )
  }
  const headers = rows[0]?.map(({ value }) => String(value)) ?? []
  const [view] = sheet.views
  const { autoFilter } = sheet
  return {
    name: sheet.name,
    rows,
    records: rows
      .slice(1)
      .map((cells) =>
        Object.fromEntries(headers.map((header, index) => [header, cells[index]?.value ?? null])),
      ),
    frozenRows: view?.state === 'frozen' ? (view.ySplit ?? 0) : 0,
    filter: typeof autoFilter === 'string' ? autoFilter : null,
    sheet,
  }
}

function readCell(cell: ExcelJS.Cell): ReadCell {
  const format = String(cell.numFmt ?? 'General')
  const given = cell.value
  if (typeof given === 'object' && given !== null && 'formula' in given) {
    // Not given.result: exceljs leaves a result of 0 out of it.
    return { value: plain(cell.result ?? null), formula: given.formula ?? null, format }
  }
  return { value: plain(given), formula: null, format }
}

/** A number of days as tests compare it: to 1e-9, a tenth of a millisecond. */
export const days = (value: number): number => Math.round(value * 1e9) / 1e9

/** exceljs turns numbers with a date's format, also [h]:mm, into JS Dates, by UTC and to the millisecond; back again. */
function plain(value: unknown): string | number | null {
  if (value instanceof Date) return days(value.getTime() / 86_400_000 + 25_569)
  if (typeof value === 'number' || value === null) return value
  if (typeof value === 'string') return unescaped(value)
  if (typeof value === 'object' && value !== null && 'richText' in value) {
    return unescaped((value.richText as { text: string }[]).map(({ text }) => text).join(''))
  }
  if (value === undefined) return null
  throw new TypeError(`unexpected cell ${JSON.stringify(value)}`)
}

/**
 * The escaped underscore of "_x0041_", as Excel and LibreOffice read it. exceljs does that for text in the shared table,
 * as in what LibreOffice saved, but not for text within its cell; so nothing else may be decoded here, or that would be twice.
 */
const unescaped = (text: string): string => text.replaceAll('_x005F_', '_')

/** Every formula of the workbook: where it stands, and what it shows. */
export function formulasOf(
  sheets: readonly ReadSheet[],
): { at: string; formula: string; value: string | number | null }[] {
  return sheets.flatMap(({ name, rows }) =>
    rows.flatMap((cells, row) =>
      cells.flatMap(({ formula, value }, column) =>
        formula === null
          ? []
          : [{ at: `${name}!${String.fromCharCode(65 + column)}${row + 1}`, formula, value }],
      ),
    ),
  )
}
