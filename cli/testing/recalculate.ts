// Opens a workbook in LibreOffice, has it recalculate every formula, and reads what it found.
import { execFile } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { promisify } from 'node:util'
import ExcelJS from 'exceljs'

/** '' where there is none: then the tests that need it are skipped, and the scripts say so. */
export const SOFFICE = process.env.DAYBOOK_SOFFICE ?? 'soffice'

// "Recalculation on File Load: Always", for workbooks that LibreOffice did not write itself.
const ALWAYS = `<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item>
</oor:items>`

/** A sheet's cells as numbers and texts, by row and column from 1; dates and durations as their serial numbers. */
export type Sheet = { name: string; cell(row: number, column: number): number | string | null; rows: number }

export async function recalculate(file: string, folder: string): Promise<Sheet[]> {
  const profile = join(folder, 'office')
  mkdirSync(join(profile, 'user'), { recursive: true })
  writeFileSync(join(profile, 'user', 'registrymodifications.xcu'), ALWAYS)
  const out = join(folder, 'recalculated')
  const args = [
    `-env:UserInstallation=${pathToFileURL(profile).href}`,
    '--headless',
    '--convert-to',
    'xlsx',
    '--outdir',
    out,
    file,
  ]
  await promisify(execFile)(SOFFICE, args, { timeout: 120_000 })
  const workbook = new ExcelJS.Workbook()
  await workbook.xlsx.readFile(join(out, file.slice(file.replaceAll('\\', '/').lastIndexOf('/') + 1)))
  return workbook.worksheets.map((sheet) => ({
    name: sheet.name,
    rows: sheet.rowCount,
    cell: (row, column) => plain(sheet.getCell(row, column).value),
  }))
}

/** The column of a title in the first row; 0 where there is none. */
export function columnOf(sheet: Sheet, title: string): number {
  for (let column = 1; column < 60; column += 1) if (sheet.cell(1, column) === title) return column
  return 0
}

function plain(value: ExcelJS.CellValue): number | string | null {
  if (value === null || value === undefined) return null
  if (typeof value === 'number' || typeof value === 'string') return value
  // The library reads serial numbers with a date's format as the UTC clock of that serial.
  if (value instanceof Date) return value.getTime() / 86_400_000 + 25_569
  // It leaves a result of 0 out, and says of others what they are.
  if (typeof value === 'object' && 'formula' in value)
    return plain((value.result as ExcelJS.CellValue | undefined) ?? 0)
  return JSON.stringify(value)
}
