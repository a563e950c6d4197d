// Writes a workbook row by row into a stream, so that its size costs no memory and nobody waits for it.
import { setImmediate as nextTurn } from 'node:timers/promises'
import type { Writable } from 'node:stream'
import type { Row, RowRange, Sheet, Workbook } from './model.ts'
import { packageParts, sheetPath } from './packageParts.ts'
import type { WrittenSheet } from './packageParts.ts'
import { sheetPen } from './sheetXml.ts'
import { createStyles } from './styles.ts'
import { createZip } from './zip.ts'

export type WriteOptions = {
  /** Aborted: writing stops within 500 rows and the promise is rejected with the signal's reason. */
  signal?: AbortSignal
  /** Called every 500 rows and at the end with the rows written so far. */
  onProgress?: (rows: number) => void
}

/** Rows between two turns of the event loop: often enough for a cancel, seldom enough to cost nothing. */
const ROWS_A_TURN = 500

/**
 * Resolves when everything is handed to the stream, with the number of rows. Rejects with the stream's error (a full
 * disk), the signal's reason, or what the rows threw. The stream is left for the caller to end or to destroy.
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
  const zip = createZip(stream, signal)
  const styles = createStyles(workbook.currency)
  const written: WrittenSheet[] = []
  let rows = 0
  for (const { sheet, part, rowsOfPart } of partsOf(workbook)) {
    signal.throwIfAborted()
    const entry = zip.entry(sheetPath(written.length))
    const pen = sheetPen(sheet, part, workbook.remark, styles)
    let text = pen.head()
    for (const row of rowsOfPart) {
      text += pen.row(row)
      rows += 1
      if (rows % ROWS_A_TURN !== 0) continue
      onProgress?.(rows)
      await entry.write(text)
      text = ''
      await nextTurn()
      signal.throwIfAborted()
    }
    await entry.write(text + pen.foot())
    await entry.end()
    written.push({ part, columns: sheet.plain === true ? 0 : sheet.columns.length })
  }
  for (const [path, text] of packageParts(workbook, written, styles.sheetXml())) {
    const entry = zip.entry(path)
    await entry.write(text)
    await entry.end()
  }
  await zip.finish()
  onProgress?.(rows)
  return rows
}

/** The sheets with the rows that each really has: its own, after the last of them the totals, then the remark. */
function* partsOf(
  workbook: Workbook,
): Generator<{ sheet: Sheet; part: RowRange; rowsOfPart: Iterable<Row> }> {
  for (const sheet of workbook.sheets) {
    const source = sheet.rows[Symbol.iterator]()
    const last = sheet.parts.at(-1)
    for (const part of sheet.parts) {
      yield { sheet, part, rowsOfPart: rowsOf(sheet, part, source, part === last, workbook.remark) }
    }
  }
}

function* rowsOf(
  sheet: Sheet,
  part: RowRange,
  source: Iterator<Row>,
  isLast: boolean,
  remark: string,
): Generator<Row> {
  for (let row = part.first; row <= part.last; row += 1) {
    const next = source.next()
    if (next.done === true) throw new RangeError(`${part.sheet} ends before row ${part.last}`)
    yield next.value
  }
  if (isLast) {
    if (source.next().done !== true) throw new RangeError(`${part.sheet} has more than ${part.last} rows`)
    yield* typeof sheet.footer === 'function' ? sheet.footer() : (sheet.footer ?? [])
  }
  yield { cells: [] }
  yield { cells: [remark], tone: 'muted' }
}
