// A table of text: its columns set off by commas, semicolons, tabs or bars, whichever its header has most of.
import { parse } from 'csv-parse'
import { MOST_IMPORT_ROWS } from '../../../shared/contract/timeImport.ts'
import { utf8Of } from './bytes.ts'
import { Unreadable } from './refusal.ts'
import type { Table, TableWriter } from './table.ts'
import { createTable } from './table.ts'

export type ReadWatch = { onBytes(done: number, total: number): void; cancelled(): boolean }

const MARKS = [',', ';', '\t', '|']
/** Of one row; more is a quote that nobody closed. */
const LONGEST_ROW = 1_000_000
const PIECE = 1 << 18

export async function readCsv(name: string, raw: Buffer, watch: ReadWatch): Promise<Table> {
  const bytes = utf8Of(raw)
  let table: TableWriter | null = null
  let last = 0
  const onRecord = (cells: string[], line: number): void => {
    if (table === null) {
      table = createTable(name, cells)
      return
    }
    if (table.rows >= MOST_IMPORT_ROWS)
      throw new Unreadable('importFile.tooMany', name, { most: MOST_IMPORT_ROWS })
    last = cells.length
    table.add(cells, line)
  }
  await parsed(name, bytes, onRecord, watch)
  const read = table as TableWriter | null
  if (read === null || read.rows === 0) throw new Unreadable('importFile.empty', name)
  const ended = bytes.at(-1) === 10 || bytes.at(-1) === 13
  if (!ended && last < read.headers.length) read.cutOff = read.rows - 1
  return read
}

function parsed(
  name: string,
  bytes: Buffer,
  onRecord: (cells: string[], line: number) => void,
  watch: ReadWatch,
): Promise<void> {
  const { promise, resolve, reject } = Promise.withResolvers<void>()
  const parser = parse({
    delimiter: delimiterOf(bytes),
    bom: true,
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: true,
    max_record_size: LONGEST_ROW,
    on_record: (cells: string[], { lines }) => {
      onRecord(cells, lines)
      return null
    },
  })
  parser.on('error', (error) => reject(asUnreadable(name, error)))
  parser.on('end', resolve)
  parser.resume()
  const feed = async (): Promise<void> => {
    for (let at = 0; at < bytes.length; at += PIECE) {
      if (watch.cancelled()) throw new Unreadable('import.cancelled', name)
      if (!parser.write(bytes.subarray(at, at + PIECE)))
        await new Promise((next) => parser.once('drain', next))
      watch.onBytes(Math.min(at + PIECE, bytes.length), bytes.length)
    }
    parser.end()
  }
  feed().catch((error: unknown) => {
    reject(error)
    parser.destroy()
  })
  return promise
}

function asUnreadable(name: string, error: Error): Error {
  if (error instanceof Unreadable || !('code' in error)) return error
  const lines = 'lines' in error ? Number(error.lines) : 0
  return error.code === 'CSV_QUOTE_NOT_CLOSED'
    ? new Unreadable('importFile.cutOff', name, { line: lines })
    : new Unreadable('importFile.broken', name, { line: lines })
}

function delimiterOf(bytes: Buffer): string {
  const start = bytes
    .subarray(0, 1 << 16)
    .toString('utf8')
    .trimStart()
  const header = (/^[^\r\n]*/.exec(start)?.[0] ?? '').replaceAll(/"[^"]*"/g, '')
  const count = (mark: string): number => header.split(mark).length
  return MARKS.toSorted((a, b) => count(b) - count(a))[0] ?? ','
}
