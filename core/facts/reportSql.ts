// The question of a report in the data file's words: what it groups by, and what each entry is worth and costs. Rates and hourly costs
// are chosen by the rules (billing.ts, hourCost.ts) and joined as tables of days. entryWorth.ts says the same of one entry.
import type { LocalDate } from '../../shared/base/localDate.ts'
import { dateOfEpochDay } from '../../shared/base/localDate.ts'
import { PLACES } from '../../shared/entities/assignment.ts'
import type { Id } from '../../shared/entities/entity.ts'
import type { Organisation } from '../../shared/entities/organisation.ts'
import type { RateLevel } from '../../shared/entities/rate.ts'
import type { Period, ReportGroup } from '../../shared/entities/report.ts'
import { isPeriod } from '../../shared/entities/report.ts'
import { NAMING } from '../../shared/entities/subject.ts'
import type { Data } from '../db/data.ts'
import type { SqlValue } from '../db/statements.ts'
import { countedSql, exactThrough } from '../derived/countedSql.ts'
import { flagCondition } from './flagCondition.ts'
import { hourCostRows } from './hourCosts.ts'
import { columnOf } from './subject.ts'

/** `key`: what rows are grouped by; `join`: what it is read from; `read`: the key as a report has it. */
type GroupSql = { key: string; join?: string; read?: (raw: number) => string }

const PERIOD_SQL: Record<Period, (weekStart: number) => GroupSql> = {
  day: () => ({ key: 'e.work_date' }),
  month: () => ({ key: 'substr(e.work_date, 1, 7)' }),
  // The number of its first day since 1970, which was a Thursday.
  week: (weekStart) => ({
    key: `CAST((julianday(e.work_date) - 2440587.5 + ${7_000_000 + 4 - weekStart}) AS INTEGER) / 7`,
    read: (week) => dateOfEpochDay(week * 7 - 7_000_000 - 4 + weekStart),
  }),
}

/** Of what each entry says of itself. */
const OWN_SQL = new Map<string, GroupSql>([
  ['user', { key: 'e.user_id' }],
  ...PLACES.map(({ noun }): [string, GroupSql] => [noun, { key: `e.${noun}_id` }]),
  ...NAMING.map(({ kind, field, part }): [string, GroupSql] => {
    const column = `e."${columnOf(field)}"`
    // Of several things each; a row of null where there is none.
    const each = { key: `"each_${part}".value`, join: `LEFT JOIN json_each(${column}) AS "each_${part}"` }
    return [part, kind === 'one' ? { key: column } : each]
  }),
])

export const groupSql = (group: ReportGroup, weekStart: number): GroupSql =>
  isPeriod(group) ? PERIOD_SQL[group](weekStart) : (OWN_SQL.get(group) ?? { key: 'NULL' })

/** `value`: minor units an hour, NULL where there are none; `tables` and `joins` are what it is read from. */
export type Priced = { tables: string[]; joins: string[]; value: string; values: SqlValue[] }

const LEVELS: readonly { level: RateLevel; column: string | null }[] = [
  { level: 'project', column: 'e.project_id' },
  { level: 'customer', column: 'e.customer_id' },
  { level: 'user', column: 'e.user_id' },
  { level: 'organisation', column: null },
]

/** The rate that holds for an entry: of the most specific level that has one on its day, as `rateBook` finds it. */
export function ratePriced(data: Data): Priced {
  const priced: Priced = { tables: [], joins: [], value: 'NULL', values: [] }
  const found: string[] = []
  for (const { level, column } of LEVELS) {
    const rates = data.list('rate').filter((rate) => rate.level === level)
    if (rates.length === 0) continue
    const name = `rate_${level}`
    const rows = [...Map.groupBy(rates, ({ subjectId }) => subjectId ?? '').values()].flatMap((versions) => {
      const ordered = versions.toSorted((a, b) => (a.validFrom < b.validFrom ? -1 : 1))
      return ordered.map(({ subjectId, validFrom, amountMinor }, index) => [
        subjectId ?? '',
        validFrom,
        ordered[index + 1]?.validFrom ?? '~',
        amountMinor,
      ])
    })
    priced.tables.push(days(name, ['id']))
    priced.joins.push(
      `LEFT JOIN ${name} ON ${column === null ? '' : `${name}.id = ${column} AND `}${holds(name)}`,
    )
    priced.values.push(JSON.stringify(rows))
    found.push(`${name}.minor`)
  }
  if (found.length > 0) priced.value = found.length === 1 ? String(found[0]) : `coalesce(${found.join(', ')})`
  return priced
}

export type CostSpan = { from?: LocalDate | undefined; to?: LocalDate | undefined; userId?: Id | undefined }

export const costPriced = (data: Data, organisation: Organisation, span: CostSpan): Priced => ({
  tables: [days('cost', ['id', 'month'])],
  joins: [
    `LEFT JOIN cost ON cost.id = e.user_id AND cost.month = substr(e.work_date, 1, 7) AND ${holds('cost')}`,
  ],
  value: 'cost.minor',
  values: [hourCostRows(data, organisation, span)],
})

const NO_PRICE: Priced = { tables: [], joins: [], value: 'NULL', values: [] }

/** `columns` of each entry, `billed`, `ms`, and an hour's `rate` and `cost`; `tables` and `joins` are what they are read from. */
export type WorthSql = {
  tables: string
  columns: string
  joins: readonly string[]
  /** Of the tables, and then of the columns. */
  values: readonly SqlValue[]
}

/** Of the entries of a span; without an organisation time is worth and costs nothing. */
export function worthSql(data: Data, organisation: Organisation | null, span: CostSpan): WorthSql {
  const billed = flagCondition(data, 'billable')
  const rate = organisation === null ? NO_PRICE : ratePriced(data)
  const cost = organisation === null ? NO_PRICE : costPriced(data, organisation, span)
  const tables = [...rate.tables, ...cost.tables]
  return {
    tables: tables.length === 0 ? '' : `WITH ${tables.join(', ')}`,
    columns: `(${billed.sql}) AS billed, (${countedSql(exactThrough(data), 'e.')}) AS ms, ${rate.value} AS rate, ${cost.value} AS cost`,
    joins: [...rate.joins, ...cost.joins],
    values: [...rate.values, ...cost.values, ...billed.values],
  }
}

/** What an hour costs × the time, rounded half up for each entry, as `amountOf` of shared/rules/billing.ts. */
export const worth = (minor: string): string => `(ms * ${minor} + 1800000) / 3600000`

/** A table of amounts that hold on days, out of a document of its rows. */
const days = (name: string, keys: readonly string[]): string => {
  const texts = [...keys, 'since', 'until']
  // Only as texts are they looked up by an index that SQLite makes for itself.
  const parts = [
    ...texts.map((column, index) => `CAST(value ->> ${index} AS TEXT) AS ${column}`),
    `value ->> ${texts.length} AS minor`,
  ].join(', ')
  return `${name} AS MATERIALIZED (SELECT ${parts} FROM json_each(?))`
}

const holds = (name: string): string => `e.work_date >= ${name}.since AND e.work_date < ${name}.until`
