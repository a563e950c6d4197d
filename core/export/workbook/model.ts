// The workbook as data: what the sheets of an export consist of, before anything is written.
import type { Instant } from '../../../shared/base/instant.ts'

/**
 * What a cell holds and how it is shown. Numbers throughout but for text: date, time and dateTime are serials of
 * serial.ts, a duration is a fraction of a day, hours are decimal, money is in the currency's main unit. A check is
 * shown red unless it is 0.
 */
export type CellKind =
  'text' | 'date' | 'time' | 'dateTime' | 'duration' | 'hours' | 'money' | 'integer' | 'check'

/** A formula without its "=", and the result it has now, for programs that do not calculate. */
export type Formula = { formula: string; result: number }
export type CellContent = string | number | null | Formula
/** A cell of its column's kind, or of another. */
export type Cell = CellContent | { kind: CellKind; value: CellContent }

/** total: bold under a line. label: bold. muted: a remark. off: no working day. missing: a working day without time. */
export type Tone = 'total' | 'label' | 'muted' | 'off' | 'missing'

export type Row = { cells: readonly Cell[]; tone?: Tone }

export type Column = { header: string; width: number; kind: CellKind }

/** Rows `first` to `last` of one sheet, counted as Excel counts them; empty where last < first. */
export type RowRange = { sheet: string; first: number; last: number }

export type Sheet = {
  columns: readonly Column[]
  /** Where the rows stand: one range, or several where one sheet cannot hold them. Their names are the sheets. */
  parts: readonly RowRange[]
  rows: Iterable<Row>
  /** Totals and checks, below the last row. */
  footer?: readonly Row[] | (() => readonly Row[])
  /** A list of labels and values: no filter, no totals. */
  plain?: boolean
}

export type Workbook = {
  properties: { title: string; subject: string; creator: string; createdAt: Instant }
  /** ISO 4217, the currency of all money cells. */
  currency: string
  /** The day rule and zone, written below every sheet and printed on every page (spec F8). */
  remark: string
  sheets: Iterable<Sheet>
}

/** The number that a cell has or shows; 0 for text and nothing, as in a sum. */
export function numberIn(cell: Cell | undefined): number {
  if (typeof cell === 'number') return cell
  if (typeof cell !== 'object' || cell === null) return 0
  return 'kind' in cell ? numberIn(cell.value) : cell.result
}
