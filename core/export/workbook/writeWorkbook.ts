// Writes a workbook row by row into a stream, so that its size costs no memory and nobody waits for it.
import { setImmediate as nextTurn } from 'node:timers/promises'
import type { Writable } from 'node:stream'
import ExcelJS from 'exceljs'
import type { Worksheet } from 'exceljs'
import { cellText, footerText, looksLikeFormula } from './cellText.ts'
import type { Cell, CellContent, Column, Row, RowRange, Sheet, Workbook } from './model.ts'
import { createStyles } from './styles.ts'
import type { Styles } from './styles.ts'
import { columnLetter } from './sheetName.ts'

export type WriteOptions = {
  /** Aborted: writing stops within 500 rows and the promise is rejected with the signal's reason. */
  signal?: AbortSignal
  /** Called every 500 rows and at the end with the rows written so far. */
  onProgress?: (rows: number) => void
}

/** Rows between two turns of the event loop: often enough for a cancel, seldom enough to cost nothing. */
const ROWS_A_TURN = 500
/** Above it, repeated text is not gathered in a table, which would have to be kept in memory until the end. */
const MAX_SHARED_ROWS = 200_000

type Pen = {
  styles: Styles
  workbook: Workbook
  write(worksheet: Worksheet, row: Row, sheet: Sheet): Promise<void>
}

/**
 * Resolves when the stream has finished, with the number of rows. Rejects with the stream's error (a full disk), the
 * signal's reason, or what the rows threw; the stream is then left for the caller to destroy.
 */
export async function writeWorkbook(
  workbook: Workbook,
  stream: Writable,
  options: WriteOptions = {},
): Promise<number> {
  const stop = new AbortController()
  const signal = AbortSignal.any([stop.signal, ...(options.signal ? [options.signal] : [])])
  const failed = new Promise<never>((_resolve, reject) => {
    stream.on('error', (error) => {
      stop.abort(error)
      reject(error)
    })
  })
  // Nobody may be waiting any more when a late error comes.
  failed.catch(() => undefined)
  return await Promise.race([writeAll(workbook, stream, signal, options.onProgress), failed])
}

async function writeAll(
  workbook: Workbook,
  stream: Writable,
  signal: AbortSignal,
  onProgress: ((rows: number) => void) | undefined,
): Promise<number> {
  const { properties } = workbook
  const writer = new ExcelJS.stream.xlsx.WorkbookWriter({ stream, useStyles: true, useSharedStrings: true })
  // An instant that was given, not a clock: exceljs wants a Date for the document's properties.
  // oxlint-disable-next-line no-restricted-globals
  const createdAt = new Date(properties.createdAt)
  Object.assign(writer, {
    title: properties.title,
    subject: properties.subject,
    creator: properties.creator,
    lastModifiedBy: properties.creator,
    created: createdAt,
    modified: createdAt,
  })

  let rows = 0
  const styles = createStyles(workbook.currency)
  const pen: Pen = {
    workbook,
    styles,
    async write(worksheet, row, sheet) {
      writeRow(worksheet, row, sheet, styles)
      rows += 1
      if (rows % ROWS_A_TURN !== 0) return
      onProgress?.(rows)
      await nextTurn()
      signal.throwIfAborted()
    },
  }
  try {
    for (const sheet of workbook.sheets) {
      signal.throwIfAborted()
      await writeSheet(writer, sheet, pen)
      // A sheet is finished before the next begins: what waits for its turn in the archive would wait in memory.
      await nextTurn()
    }
    signal.throwIfAborted()
    await writer.commit()
  } catch (error) {
    letGo(writer, stream)
    throw error
  }
  onProgress?.(rows)
  return rows
}

/** Stops the archive behind the writer, which would go on writing into a stream that its owner is about to destroy. */
function letGo(writer: object, stream: Writable): void {
  const { zip } = writer as { zip?: { unpipe(from: Writable): void; abort(): void } }
  zip?.unpipe(stream)
  zip?.abort()
}

async function writeSheet(writer: ExcelJS.stream.xlsx.WorkbookWriter, sheet: Sheet, pen: Pen): Promise<void> {
  const rows = sheet.rows[Symbol.iterator]()
  const last = sheet.parts.at(-1)
  for (const part of sheet.parts) {
    const worksheet = openSheet(writer, sheet, part, pen)
    for (let row = part.first; row <= part.last; row += 1) {
      const next = rows.next()
      if (next.done === true) throw new RangeError(`${part.sheet} ends before row ${part.last}`)
      await pen.write(worksheet, next.value, sheet)
    }
    if (part === last) {
      if (rows.next().done !== true) throw new RangeError(`${part.sheet} has more than ${part.last} rows`)
      const footer = typeof sheet.footer === 'function' ? sheet.footer() : (sheet.footer ?? [])
      for (const row of footer) await pen.write(worksheet, row, sheet)
    }
    await pen.write(worksheet, { cells: [] }, sheet)
    await pen.write(worksheet, { cells: [pen.workbook.remark], tone: 'muted' }, sheet)
    worksheet.commit()
  }
}

function openSheet(
  writer: ExcelJS.stream.xlsx.WorkbookWriter,
  sheet: Sheet,
  part: RowRange,
  { styles, workbook }: Pen,
): Worksheet {
  const rowCount = sheet.parts.reduce((sum, { first, last }) => sum + last - first + 1, 0)
  const worksheet = writer.addWorksheet(part.sheet, {
    views: [{ state: 'frozen', xSplit: 0, ySplit: 1, topLeftCell: 'A2', activeCell: 'A2' }],
    pageSetup: {
      orientation: 'landscape',
      paperSize: 9,
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
      printTitlesRow: '1:1',
      margins: { left: 0.4, right: 0.4, top: 0.5, bottom: 0.6, header: 0.3, footer: 0.3 },
    },
    headerFooter: { oddFooter: `&L${footerText(workbook.remark)}&R${footerText(part.sheet)}  &P / &N` },
    ...({ useSharedStrings: rowCount <= MAX_SHARED_ROWS } as object),
  })
  worksheet.columns = sheet.columns.map(({ width }) => ({ width }))
  if (sheet.plain !== true) {
    worksheet.autoFilter = `A1:${columnLetter(sheet.columns.length - 1)}${Math.max(part.last, 1)}`
  }
  const header = worksheet.addRow(sheet.columns.map((column) => cellText(column.header)))
  sheet.columns.forEach((column, index) => {
    header.getCell(index + 1).style = styles.header(column.kind)
  })
  header.commit()
  return worksheet
}

function writeRow(worksheet: Worksheet, { cells, tone }: Row, sheet: Sheet, styles: Styles): void {
  const { columns, plain } = sheet
  const row = worksheet.addRow([])
  for (let index = 0; index < columns.length; index += 1) {
    const column = columns[index]
    const given = cells[index] ?? null
    const [kind, content] = isKinded(given) ? [given.kind, given.value] : [column?.kind ?? 'text', given]
    // Of an empty cell only the looks of its row remain.
    if (content === null && (tone === undefined || tone === 'muted')) continue
    const cell = row.getCell(index + 1)
    cell.value = typeof content === 'string' ? cellText(content) : content
    cell.style =
      typeof content === 'string' ? textStyle(content, tone, styles) : styles.cell(kind, tone, plain)
  }
  row.commit()
}

function textStyle(text: string, tone: Row['tone'], styles: Styles): ReturnType<Styles['cell']> {
  return looksLikeFormula(text) ? styles.inertText(tone) : styles.cell('text', tone)
}

function isKinded(cell: Cell): cell is { kind: Column['kind']; value: CellContent } {
  return typeof cell === 'object' && cell !== null && 'kind' in cell
}
