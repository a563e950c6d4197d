// The Entries sheet: every session with its times, its duration as time and as decimal hours, and the total with its check.
import { dateSerial, dayFraction, hoursOf, wallSerial } from '../workbook/serial.ts'
import type { Instant } from '../../../shared/base/instant.ts'
import type { LocalDate } from '../../../shared/base/localDate.ts'
import type { FlagEntry, SubjectEntry, SubjectPart } from '../../../shared/entities/subject.ts'
import { partLabel, SUBJECT } from '../../../shared/entities/subject.ts'
import { isAmount } from '../../../shared/rules/amount.ts'
import type { Data } from '../../db/data.ts'
import { placementNames } from '../../facts/placement.ts'
import type { EntryRow } from '../entryRows.ts'
import { breakMs } from '../../../shared/rules/workDiary.ts'
import type { ExportWords } from '../words/words.ts'
import type { Cell, Column, Row, RowRange, Sheet } from '../workbook/model.ts'
import { numberIn } from '../workbook/model.ts'
import { cellOf, check, rowAfter, sumOf } from '../workbook/ranges.ts'

/** A column of the sheet: how it is headed, and what an entry has in it. `row` is its row on its own sheet, for formulas. */
export type EntryColumn = Column & { of(entry: EntryRow, row: number): Cell }

export type EntriesSheetOptions = {
  parts: readonly RowRange[]
  entries: Iterable<EntryRow>
  columns: readonly EntryColumn[]
  words: ExportWords
  totalLabel: string
  /** What the app shows as the sum of these entries, ms. */
  appMs: number
  /** A column of money that is added up too, with what the app shows as its sum. */
  amount?: { column: EntryColumn; appMinor: number; scale: number }
  /** More rows below the check. */
  more?: (totalRow: number, durationColumn: number) => readonly Row[]
}

export function entriesSheet(options: EntriesSheetOptions): Sheet {
  const { parts, columns, words, appMs } = options
  const durationColumn = columns.findIndex(({ kind }) => kind === 'duration')
  const hoursColumn = columns.findIndex(({ kind }) => kind === 'hours')
  const totalRow = rowAfter(parts)
  const amount = options.amount
  const amountColumn = amount === undefined ? -1 : columns.indexOf(amount.column)
  let writtenMs = 0
  let writtenMinor = 0

  function* rows(): Generator<Row> {
    const numbers = rowNumbers(parts)
    for (const entry of options.entries) {
      const row = numbers.next().value ?? 0
      const cells = columns.map((column) => column.of(entry, row))
      writtenMs += entry.durationMs
      if (amount !== undefined) writtenMinor += Math.round(numberIn(cells[amountColumn]) * amount.scale)
      yield { cells }
    }
  }
  const footer = (): Row[] => {
    const { appMinor, scale } = amount ?? { appMinor: 0, scale: 1 }
    const at = (column: number): string => cellOf(parts.at(-1)?.sheet ?? '', column, totalRow)
    const row = (label: string, duration: Cell, hours: Cell, money: Cell, tone: Row['tone']): Row => {
      const cells: Cell[] = columns.map(() => null)
      cells[0] = { kind: 'text', value: label }
      cells[durationColumn] = duration
      if (hoursColumn >= 0) cells[hoursColumn] = hours
      if (amount !== undefined) cells[amountColumn] = money
      return { cells, ...(tone === undefined ? {} : { tone }) }
    }
    return [
      row(
        options.totalLabel,
        { formula: sumOf(parts, durationColumn), result: dayFraction(writtenMs) },
        { formula: sumOf(parts, hoursColumn), result: hoursOf(writtenMs) },
        { formula: sumOf(parts, amountColumn), result: writtenMinor / scale },
        'total',
      ),
      row(words.rows.app, dayFraction(appMs), hoursOf(appMs), appMinor / scale, 'muted'),
      row(
        words.rows.check,
        check(
          'duration',
          at(durationColumn),
          `${cellOf(parts.at(-1)?.sheet ?? '', durationColumn, totalRow + 1)}`,
          dayFraction(writtenMs),
          dayFraction(appMs),
        ),
        check(
          'hours',
          at(hoursColumn),
          `${cellOf(parts.at(-1)?.sheet ?? '', hoursColumn, totalRow + 1)}`,
          hoursOf(writtenMs),
          hoursOf(appMs),
        ),
        check(
          'money',
          at(amountColumn),
          cellOf(parts.at(-1)?.sheet ?? '', amountColumn, totalRow + 1),
          writtenMinor / scale,
          appMinor / scale,
        ),
        'muted',
      ),
      ...(options.more?.(totalRow, durationColumn) ?? []),
    ]
  }
  return { columns, parts, rows: rows(), footer }
}

/** Where the rows of a long list stand, each on the sheet of its part. */
function* rowNumbers(parts: readonly RowRange[]): Generator<number> {
  for (const { first, last } of parts) for (let row = first; row <= last; row += 1) yield row
}

const NONE: Partial<Record<SubjectPart, 'noCustomer' | 'noCategory'>> = {
  customer: 'noCustomer',
  category: 'noCategory',
}

const isFlag = (entry: SubjectEntry): entry is FlagEntry => entry.kind === 'plain' && entry.type === 'flag'

/** What each entry is on: a column for each field, but for what the whole workbook is about. */
export const subjectColumns = (words: ExportWords, about: SubjectPart | null = null): EntryColumn[] =>
  SUBJECT.filter(({ part }) => part !== about).map((field) => {
    const none = NONE[field.part]
    return {
      header: words.columns[field.part],
      width: isFlag(field) ? 11 : field.part === 'customer' ? 32 : field.part === 'category' ? 20 : 24,
      kind: 'text',
      of: (entry) =>
        isFlag(field)
          ? words[entry[field.isKey] ? 'yes' : 'no']
          : (partLabel(entry, field) ?? (none === undefined ? null : words[none])),
    }
  })

/** Where it was worked from; only where there are offices at all. */
export const placementColumns = (words: ExportWords, data: Data): EntryColumn[] =>
  data.list('office').length === 0
    ? []
    : (['office', 'department'] as const).map((part) => ({
        header: words.columns[part],
        width: 20,
        kind: 'text',
        of: (entry) => placementNames(data, entry)[`${part}Label`],
      }))

/** The other columns that every list of entries has. */
export function entryColumns(words: ExportWords, zoneOn: (date: LocalDate) => string) {
  const { columns } = words
  const column = (
    header: string,
    width: number,
    kind: Column['kind'],
    of: EntryColumn['of'],
  ): EntryColumn => ({
    header,
    width,
    kind,
    of,
  })
  return {
    date: column(columns.date, 11, 'date', (entry) => dateSerial(entry.workDate)),
    start: column(columns.start, 16, 'time', (entry) =>
      isAmount(entry) ? null : timeCell(entry.startAt, entry.workDate, zoneOn(entry.workDate)),
    ),
    stop: column(columns.stop, 16, 'time', (entry) =>
      isAmount(entry) ? null : timeCell(entry.endAt, entry.workDate, zoneOn(entry.workDate)),
    ),
    user: column(columns.user, 24, 'text', (entry) => entry.userName),
    breaks: column(columns.breaks, 9, 'time', (entry) => ({
      kind: 'duration',
      value: dayFraction(breakMs(entry.endAt - entry.startAt, entry.durationMs)),
    })),
    duration: column(columns.duration, 11, 'duration', (entry) => dayFraction(entry.durationMs)),
    hours: column(columns.hours, 11, 'hours', (entry) => hoursOf(entry.durationMs)),
    note: column(columns.note, 60, 'text', (entry) => (entry.note === '' ? null : entry.note)),
  }
}

/** A time of day; with its date where that is not the working day's own, as after midnight. */
export function timeCell(at: Instant, workDate: LocalDate, zone: string): Cell {
  const value = wallSerial(at, zone)
  return Math.floor(value) === dateSerial(workDate) ? value : { kind: 'dateTime', value }
}
