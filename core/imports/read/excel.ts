// A workbook as a table: dates, times and lengths as texts that say what they are, whatever a cell's format shows of them.
import type { Cell, CellValue, Worksheet } from 'exceljs'
import Workbook from 'exceljs/lib/doc/workbook.js'
import { DAY_MS } from '../../../shared/base/duration.ts'
import { epochDayOf } from '../../../shared/base/localDate.ts'
import { localTimeOf } from '../../../shared/base/wallTime.ts'
import { MOST_IMPORT_ROWS } from '../../../shared/contract/timeImport.ts'
import { recognise, sufficient } from '../../../shared/rules/imports/layouts.ts'
import { Unreadable } from './refusal.ts'
import type { Table } from './table.ts'
import { createTable } from './table.ts'

/** More is a cell that somebody touched far out at the right. */
const MOST_COLUMNS = 200
/** Titles and blank lines may stand above it. */
const HEADER_WITHIN = 20

export async function readExcel(name: string, bytes: Buffer): Promise<Table> {
  const workbook = new Workbook()
  try {
    // Its types are older than those of Node.
    await workbook.xlsx.load(bytes as never)
  } catch {
    throw new Unreadable('importFile.broken', name, { line: 0 })
  }
  const sheets = workbook.worksheets
    .map((sheet) => ({ sheet, header: headerOf(sheet) }))
    .filter(({ header }) => header !== null)
  const chosen = sheets.find(({ header }) => sufficient(recognise(header?.cells ?? []).columns)) ?? sheets[0]
  if (chosen === undefined || chosen.header === null) throw new Unreadable('importFile.empty', name)
  const { sheet, header } = chosen
  const table = createTable(name, header.cells)
  sheet.eachRow((row, number) => {
    if (number <= header.row) return
    if (table.rows >= MOST_IMPORT_ROWS)
      throw new Unreadable('importFile.tooMany', name, { most: MOST_IMPORT_ROWS })
    const cells = header.cells.map((_, index) => textOf(row.getCell(header.first + index)))
    if (cells.some((text) => text !== '')) table.add(cells, number)
  })
  if (table.rows === 0) throw new Unreadable('importFile.empty', name)
  return table
}

type Header = { row: number; first: number; cells: string[] }

/** The first row with several texts. */
function headerOf(sheet: Worksheet): Header | null {
  let found: Header | null = null
  sheet.eachRow((row, number) => {
    if (found !== null || number > HEADER_WITHIN + 1) return
    const cells = new Map<number, string>()
    row.eachCell((cell, column) => {
      const text = textOf(cell).trim()
      if (column <= MOST_COLUMNS && text !== '') cells.set(column, text)
    })
    if (cells.size < 2) return
    const [first, last] = [Math.min(...cells.keys()), Math.max(...cells.keys())]
    found = {
      row: number,
      first,
      cells: Array.from({ length: last - first + 1 }, (_, index) => cells.get(first + index) ?? ''),
    }
  })
  return found
}

const textOf = (cell: Cell): string => said(cell.value, cell.numFmt)

function said(value: CellValue | undefined, format: string | undefined): string {
  if (value === null || value === undefined) return ''
  if (typeof value === 'string') return value
  if (typeof value === 'number') return /\[h+\]|h:mm/i.test(format ?? '') ? lengthText(value) : String(value)
  if (typeof value === 'boolean') return value ? 'true' : 'false'
  if ('getTime' in value) return dateText(value.getTime(), format ?? '')
  if ('error' in value) return ''
  if ('richText' in value) return value.richText.map(({ text }) => text).join('')
  if ('hyperlink' in value) return said(value.text as CellValue, undefined)
  return said(value.result as CellValue | undefined, format)
}

/** Day 0 of a workbook. */
const EPOCH = epochDayOf('1899-12-30') * DAY_MS

function dateText(exactly: number, format: string): string {
  const ms = Math.round(exactly / 1000) * 1000
  const serial = (ms - EPOCH) / DAY_MS
  // A length of time is shown as a date by whoever does not look at its format.
  if (/\[h+\]/i.test(format) || serial < 1) return lengthText(serial)
  const { date, time } = localTimeOf(ms, 'UTC')
  return ms % DAY_MS === 0 ? date : `${date} ${time}`
}

function lengthText(serial: number): string {
  const seconds = Math.round(serial * 86_400)
  const parts = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60]
  return parts.map((part) => String(part).padStart(2, '0')).join(':')
}
