// The cells of an export as plain lines, for the peers that write the same workbook: formats (F), sheets (S) and rows (R).
import { closeSync, openSync, writeSync } from 'node:fs'
import { createData } from '../core/db/data.ts'
import { openDatabase } from '../core/db/open.ts'
import { readExport } from '../core/export/readExport.ts'
import { cellText } from '../core/export/workbook/cellText.ts'
import type { Cell, CellKind, Row } from '../core/export/workbook/model.ts'
import { NOW } from './data.ts'

const FORMATS: Record<CellKind, string> = {
  text: 'General',
  date: 'yyyy-mm-dd',
  time: 'hh:mm',
  dateTime: 'yyyy-mm-dd hh:mm',
  duration: '[h]:mm',
  hours: '#,##0.00',
  money: '#,##0.00" EUR"',
  integer: '0',
  check: '[=0]0;[Red]0.00##',
}
const KINDS = Object.keys(FORMATS) as CellKind[]

/** The payroll workbook of a month, cell for cell; the number of cells. */
export function dumpPayroll(database: string, month: string, path: string): number {
  const db = openDatabase(database, { readonly: true })
  const file = openSync(path, 'w')
  let cells = 0
  let lines = KINDS.map((kind) => `F\t${FORMATS[kind]}\t${kind === 'text' ? 1 : 0}\n`).join('')
  const line = (text: string): void => {
    lines += `${text}\n`
    if (lines.length < 1_000_000) return
    writeSync(file, lines)
    lines = ''
  }
  const field = (cell: Cell, kind: CellKind): string => {
    if (cell === null) return ''
    if (typeof cell === 'object' && 'kind' in cell) return field(cell.value, cell.kind)
    cells += 1
    const style = KINDS.indexOf(kind)
    if (typeof cell === 'number') return `n${style}:${cell}`
    if (typeof cell === 'string') return `s${KINDS.indexOf('text')}:${escaped(cellText(cell))}`
    return `f${style}:${cell.result}|${escaped(cell.formula)}`
  }
  try {
    const request = {
      what: { kind: 'payroll', month } as const,
      now: NOW,
      today: '2026-10-30',
      zone: 'Europe/Berlin',
      actor: null,
      language: 'en' as const,
      version: '0',
    }
    const read = readExport(createData(db), request)
    if (!read.ok) throw new Error(read.error.code)
    if ('make' in read.value) throw new Error('no workbook')
    const { workbook } = read.value
    for (const { columns, parts, rows, footer = [] } of workbook.sheets) {
      const row = (given: Row): void =>
        line(['R', ...given.cells.map((cell, at) => field(cell, columns[at]?.kind ?? 'text'))].join('\t'))
      line(`S\t${escaped(parts[0]?.sheet ?? '')}`)
      row({ cells: columns.map(({ header }) => ({ kind: 'text', value: header })) })
      for (const given of rows) row(given)
      for (const given of typeof footer === 'function' ? footer() : footer) row(given)
      row({ cells: [] })
      row({ cells: [{ kind: 'text', value: workbook.remark }] })
    }
    writeSync(file, lines)
    return cells
  } finally {
    closeSync(file)
    db.close()
  }
}

const escaped = (text: string): string =>
  text.replaceAll('\\', '\\\\').replaceAll('\t', '\\t').replaceAll('\n', '\\n')
