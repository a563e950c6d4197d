// A report of time as a workbook or as text (I11): a line for each combination of its groups, with the figures that the screen shows.
import { minorDigits, decimalOf } from '../../../shared/base/money.ts'
import { ok } from '../../../shared/base/result.ts'
import type { Result } from '../../../shared/base/result.ts'
import type { Report as Figures, ReportFigures } from '../../../shared/contract/report.ts'
import type { AppError } from '../../../shared/contract/errors.ts'
import type { ExportKind } from '../../../shared/contract/organisation.ts'
import { isSeveral, leavesOf, marginOf } from '../../../shared/rules/report.ts'
import { reportQueryHandlers } from '../../queries/report.ts'
import type { Report, ReportContext } from '../context.ts'
import { csvOf } from '../csv.ts'
import { cellOf, check, partsFor, rowAfter, sumOf } from '../workbook/ranges.ts'
import type { Cell, CellKind, Column, Row, Sheet } from '../workbook/model.ts'
import { columnLetter } from '../workbook/sheetName.ts'
import { dayFraction, hoursOf } from '../workbook/serial.ts'
import { dayRemark } from '../sheets/infoSheet.ts'
import { assemble, reportNames } from './assemble.ts'
import { filterLines, periodOf } from './filterLines.ts'
import type { PrintedReport } from './reportPdf.ts'

/** All of it, as it is read by programs. */
type Text = { text: string; rows: number }
type Printed = { printed: PrintedReport; rows: number }
type What = Extract<ExportKind, { kind: 'report' }>

/** A figure of the report: what it is called, and what a row has of it. `plain`: as a text for programs. */
type Figure = {
  header: string
  kind: CellKind
  of: (figures: ReportFigures) => number | null
  plain: (figures: ReportFigures) => string
  /** Follows from other columns of its row. */
  formula?: (letter: (header: string) => string, row: number) => string
}

const hundredths = (value: number): string => value.toFixed(2)

function figuresOf({ words }: ReportContext, { withMoney, currency }: Figures): Figure[] {
  const { columns } = words
  const scale = 10 ** minorDigits(currency)
  const money = (header: string, of: (figures: ReportFigures) => number | null): Figure => ({
    header,
    kind: 'money',
    of: (figures) => {
      const minor = of(figures)
      return minor === null ? null : minor / scale
    },
    plain: (figures) => {
      const minor = of(figures)
      return minor === null ? '' : decimalOf(minor, currency)
    },
  })
  return [
    {
      header: columns.entries,
      kind: 'integer',
      of: ({ entries }) => entries,
      plain: ({ entries }) => String(entries),
    },
    {
      header: columns.duration,
      kind: 'duration',
      of: ({ ms }) => dayFraction(ms),
      plain: ({ ms }) => minutesText(ms),
    },
    {
      header: columns.hours,
      kind: 'hours',
      of: ({ ms }) => hoursOf(ms),
      plain: ({ ms }) => hundredths(hoursOf(ms)),
      formula: (letter, row) => `${letter(columns.duration)}${row}*24`,
    },
    {
      header: columns.billableTime,
      kind: 'duration',
      of: ({ billableMs }) => dayFraction(billableMs),
      plain: ({ billableMs }) => minutesText(billableMs),
    },
    ...(withMoney
      ? [
          money(columns.amount, ({ amountMinor }) => amountMinor),
          money(columns.cost, ({ costMinor }) => costMinor),
          {
            ...money(columns.margin, marginOf),
            formula: (letter: (header: string) => string, row: number) =>
              `${letter(columns.amount)}${row}-${letter(columns.cost)}${row}`,
          },
        ]
      : []),
  ]
}

/** 12:05, as `[h]:mm` shows it. */
const minutesText = (ms: number): string => {
  const minutes = Math.round(ms / 60_000)
  return `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}`
}

export function timeReport(context: ReportContext, what: What): Result<Report | Text | Printed, AppError> {
  const { kind: _kind, format, name, ...question } = what
  const answer = reportQueryHandlers['report.run'](context.data, question, context.query)
  if (!answer.ok) return answer
  const { words } = context
  const { by, rows, total, from, to } = answer.value
  const figures = figuresOf(context, answer.value)
  const headers = by.map((group) => words.columns[group])
  const lines = leavesOf(rows, by.length).map(({ path, row }) => ({
    groups: path.map(({ key, name: called }) => (key === null ? words.none : (called ?? key))),
    figures: row.figures,
  }))
  if (format === 'csv')
    return ok({
      text: csvOf([
        [...headers, ...figures.map(({ header }) => header)],
        ...lines.map((line) => [...line.groups, ...figures.map(({ plain }) => plain(line.figures))]),
      ]),
      rows: lines.length,
    })

  const title = name ?? words.titles.report
  const period = periodOf(
    { ...(from !== null && { from }), ...(to !== null && { to }) },
    words.info.wholePeriod,
  )
  const filters = [
    ...(question.customerId === undefined
      ? []
      : [[words.info.customer, customerName(context, question.customerId)] as const]),
    ...filterLines(context, question),
  ]
  if (format === 'pdf') {
    const { organisation, request } = context
    // Decimal hours stand in the workbook: on paper each column costs room.
    const shown = figures.filter(({ header }) => header !== words.columns.hours)
    const line = (groups: readonly string[], of: ReportFigures): string[] => [
      groups.join(' · '),
      ...shown.map(({ plain }) => plain(of)),
    ]
    const currency = answer.value.withMoney ? [[words.info.currency, answer.value.currency] as const] : []
    return ok({
      printed: {
        title,
        language: request.language,
        at: request.now,
        facts: [
          [words.info.organisation, organisation.name],
          [words.info.period, period],
          ...filters,
          ...currency,
        ],
        heads: [headers.join(' · '), ...shown.map(({ header }) => header)],
        lines: [...lines.map((of) => line(of.groups, of.figures)), line([words.rows.total], total)],
        notes: [
          dayRemark(context),
          words.info.roundingText,
          ...(by.some(isSeveral) ? [words.info.severalText] : []),
        ],
        page: words.page,
      },
      rows: lines.length,
    })
  }

  const names = reportNames(context)
  const parts = partsFor(words.sheets.report, lines.length, names)
  const first = parts[0]?.first ?? 2
  const letter = (header: string): string =>
    columnLetter(by.length + figures.findIndex((figure) => figure.header === header))
  const columns: Column[] = [
    ...headers.map((header): Column => ({ header, width: 28, kind: 'text' })),
    ...figures.map(({ header, kind }): Column => ({ header, width: 16, kind })),
  ]
  function* leaves(): Generator<Row> {
    for (const [index, line] of lines.entries()) {
      const at = first + index
      const cells = figures.map(({ of, formula }): Cell => {
        const value = of(line.figures)
        return formula === undefined || value === null
          ? value
          : { formula: formula(letter, at), result: value }
      })
      yield { cells: [...line.groups, ...cells] }
    }
  }
  // Where time counts under several lines, their sum would count it twice.
  const several = by.some(isSeveral)
  const blank = by.slice(1).map(() => null)
  const after = rowAfter(parts)
  const footer = (): Row[] => {
    const totals = figures.map(({ of }, index): Cell => {
      const value = of(total)
      return several || value === null ? value : { formula: sumOf(parts, by.length + index), result: value }
    })
    const rowsOfTotals: Row[] = [{ cells: [words.rows.total, ...blank, ...totals], tone: 'total' }]
    if (several) return rowsOfTotals
    const inApp = figures.map(({ of }): Cell => of(total))
    const checks = figures.map(({ kind, of }, index): Cell => {
      const value = of(total) ?? 0
      const column = columnLetter(by.length + index)
      return check(kind, `${column}${after}`, `${column}${after + 1}`, value, value)
    })
    return [
      ...rowsOfTotals,
      { cells: [words.rows.app, ...blank, ...inApp], tone: 'label' },
      { cells: [words.rows.check, ...blank, ...checks], tone: 'muted' },
    ]
  }
  const sheet: Sheet = { columns, parts, rows: leaves(), footer }
  // Each by itself: what is too much in one column does not make up for what is missing in another.
  const checks = figures.map(
    (_, index) => `ABS(${cellOf(parts.at(-1)?.sheet ?? '', by.length + index, after + 2)})`,
  )
  return ok(
    assemble({
      context,
      names,
      title,
      period,
      filters,
      entries: total.entries,
      notes: [
        ...(answer.value.withMoney
          ? [
              [words.info.rates, words.info.ratesText] as const,
              [words.info.cost, words.info.costText] as const,
            ]
          : []),
        ...(several ? [[words.info.several, words.info.severalText] as const] : []),
      ],
      checks: several ? null : { formula: checks.join('+'), result: 0 },
      sheets: [sheet],
      rowCount: lines.length,
    }),
  )
}

const customerName = ({ data, words }: ReportContext, id: string | null): string =>
  id === null ? words.none : (data.find('customer', id)?.name ?? id)
