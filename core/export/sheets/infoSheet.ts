// The Info sheet of every workbook: what it holds, by which day rule, made when and by whom (spec F8).
import type { ReportContext } from '../context.ts'
import type { Cell, Formula, Row, RowRange, Sheet } from '../workbook/model.ts'
import { wallSerial } from '../workbook/serial.ts'

export type InfoFacts = {
  context: ReportContext
  part: RowRange
  title: string
  period: string
  /** What the report was narrowed to: label and name. */
  filters: readonly (readonly [string, string])[]
  entries: number
  /** Further explanations: label and text. */
  notes?: readonly (readonly [string, string])[]
  /** The cells of the workbook whose sum is 0 where everything agrees; null: it has none. */
  checks: Formula | null
}

/** Its rows must be known before it is written: always as many as this makes. */
export function infoRows(facts: Omit<InfoFacts, 'part'>): Row[] {
  const { organisation, words, request, data } = facts.context
  const { info } = words
  const user = request.actor === null ? null : data.find('user', request.actor.userId)
  const rows: [string, Cell][] = [
    [info.organisation, organisation.name],
    [info.report, facts.title],
    [info.period, facts.period],
    ...facts.filters.map(([label, value]): [string, Cell] => [label, value]),
    [info.rows, { kind: 'integer', value: facts.entries }],
    [info.zone, organisation.zone],
    [info.dayStart, dayStartText(organisation.dayStartMinutes)],
    [info.dayRule, info.dayRuleText],
    [info.currency, organisation.currency],
    [info.generatedAt, { kind: 'dateTime', value: wallSerial(request.now, organisation.zone) }],
    ...(user === null ? [] : [[info.generatedBy, user.name] satisfies [string, Cell]]),
    [info.version, request.version],
    ...(facts.checks === null
      ? []
      : ([
          [info.checks, { kind: 'check', value: facts.checks }],
          ['', info.checksText],
        ] satisfies [string, Cell][])),
    [info.total, info.totalText],
    [info.booked, info.bookedText],
    [info.rounding, info.roundingText],
    ...(facts.notes ?? []).map(([label, text]): [string, Cell] => [label, text]),
    [info.scope, info.scopeText],
    ...(organisation.sample ? [[info.sample, info.sampleText] satisfies [string, Cell]] : []),
  ]
  return rows.map(([label, value]) => ({ cells: [label === '' ? null : label, value] }))
}

export function infoSheet(rows: readonly Row[], part: RowRange, { words }: ReportContext): Sheet {
  return {
    columns: [
      { header: words.columns.field, width: 28, kind: 'text' },
      { header: words.columns.value, width: 80, kind: 'text' },
    ],
    parts: [part],
    rows,
    plain: true,
  }
}

/** Written below every sheet and on every printed page. */
export function dayRemark({ organisation, words }: ReportContext): string {
  return words.dayRemark(organisation.zone, dayStartText(organisation.dayStartMinutes))
}

function dayStartText(minutes: number): string {
  return [Math.floor(minutes / 60), minutes % 60].map((part) => String(part).padStart(2, '0')).join(':')
}
