// Totals of the usual reports, kept beside the entries: of each month by user, by customer and so on, with what it is worth and costs.
//
// A month is counted day by day beside the work of others, and is brought on with each commit from then on. What all of a month's
// figures rest on (a rate, a contract, a category) is not counted into it: the month is counted anew. A report takes the months that
// are counted, and counts the others from their entries, so it is right at any moment.
import type { LocalDate, Month } from '../../shared/base/localDate.ts'
import { lastDayOf, monthOf } from '../../shared/base/localDate.ts'
import { isSame } from '../../shared/base/same.ts'
import type { Id } from '../../shared/entities/entity.ts'
import { formerThrough } from '../../shared/entities/organisation.ts'
import type { Effect } from '../../shared/entities/registry.ts'
import type { TimeEntry } from '../../shared/entities/timeEntry.ts'
import { settingsNow } from '../../shared/rules/pastSetting.ts'
import type { Data, WritableData } from '../db/data.ts'
import type { SqlValue } from '../db/statements.ts'
import { worthReader } from '../facts/entryWorth.ts'
import { monthsWithTime } from '../facts/hourCosts.ts'
import { organisationOf } from '../facts/reads.ts'
import { worth, worthSql } from '../facts/reportSql.ts'
import { readDevice, writeDevice } from '../kept/deviceRow.ts'
import { libraryVersion, programFolder } from '../node/programFolder.ts'

/** By what time is grouped in the usual reports. */
export const KEPT_BY = {
  user: { field: 'userId', column: 'user_id' },
  customer: { field: 'customerId', column: 'customer_id' },
  project: { field: 'projectId', column: 'project_id' },
  category: { field: 'categoryId', column: 'category_id' },
} as const
export type KeptBy = keyof typeof KEPT_BY
const KINDS = Object.keys(KEPT_BY) as readonly KeptBy[]
export const isKeptBy = (group: string): group is KeptBy => Object.hasOwn(KEPT_BY, group)

/** All of a month is counted, or nothing of it. */
const WHOLE = '~'
const NOTHING = ''

/** Raised where a rule says otherwise what time is worth or costs: what is kept is then counted anew. Holidays are a library's. */
const RULES = 1
const BY = 'reportTotalsBy'
let rulesNow: string | null = null
const rules = (): string => (rulesNow ??= `${RULES} ${libraryVersion(programFolder(), 'date-holidays')}`)

/** Of more entries in one commit their months are counted anew, beside the work of others. */
const MANY = 200
/** So many entries are counted at a time, and the rest of their day. */
const STEP = 1_000

const FIGURES = [
  'entries',
  'ms',
  'billable_ms',
  'amount_minor',
  'rated',
  'without_rate_ms',
  'cost_minor',
  'costed',
  'without_cost_ms',
] as const
const COLUMNS = ['kind', 'month', 'key', ...FIGURES].join(', ')
const ADDED = `ON CONFLICT (kind, month, key) DO UPDATE SET ${FIGURES.map((name) => `${name} = ${name} + excluded.${name}`).join(', ')}`
const ADD = `INSERT INTO report_total (${COLUMNS}) VALUES (?, ?, ?, ${FIGURES.map(() => '?').join(', ')}) ${ADDED}`

/** Says what a commit did to them; within its transaction, after its rows are written. */
export function updateReportTotals(data: WritableData, effects: readonly Effect[]): void {
  const from = staleFrom(data, effects)
  if (from !== null) markStale(data, from)
  const times = effects.filter((effect) => effect.entity === 'timeEntry').filter(countsOtherwise)
  if (times.length === 0) return
  if (times.length > MANY) for (const month of monthsOf(times)) markStale(data, month, month)
  const cells = new Map<string, Cell>()
  const counted = throughReader(data)
  const worthOf = worthReader(data)
  for (const { before, after } of times) {
    if (before !== null && isCounted(before, counted)) addTo(cells, before, worthOf, -1)
    if (after !== null && isCounted(after, counted)) addTo(cells, after, worthOf, 1)
  }
  for (const { kind, month, key, figures } of cells.values()) {
    if (figures.every((figure) => figure === 0)) continue
    data.run(ADD, kind, month, key, ...figures)
    if ((figures[0] ?? 0) < 0)
      data.run(
        'DELETE FROM report_total WHERE kind = ? AND month = ? AND key = ? AND entries = 0',
        kind,
        month,
        key,
      )
  }
}

type Timed = { before: TimeEntry | null; after: TimeEntry | null }
type Cell = { kind: KeptBy; month: Month; key: string; figures: number[] }

const COUNTS = [
  'userId',
  'customerId',
  'projectId',
  'categoryId',
  'billable',
  'workDate',
  'durationMs',
] as const
const countsOtherwise = ({ before, after }: Timed): boolean =>
  before === null || after === null || COUNTS.some((field) => before[field] !== after[field])

const monthsOf = (times: readonly Timed[]): Set<Month> =>
  new Set(
    times.flatMap(({ before, after }) =>
      [before, after].flatMap((entry) => (entry === null ? [] : [monthOf(entry.workDate)])),
    ),
  )

/** Through which day each month is counted; a month that is new is listed, to be counted. */
function throughReader(data: WritableData): (month: Month) => LocalDate {
  const known = new Map<Month, LocalDate>()
  return (month) => {
    let through = known.get(month)
    if (through !== undefined) return through
    through = data.get<{ through: LocalDate }>(
      'SELECT through FROM report_month WHERE month = ?',
      month,
    )?.through
    if (through === undefined) markStale(data, month, month)
    through ??= NOTHING
    known.set(month, through)
    return through
  }
}

const isCounted = ({ workDate }: TimeEntry, throughOf: (month: Month) => LocalDate): boolean =>
  workDate <= throughOf(monthOf(workDate))

function addTo(
  cells: Map<string, Cell>,
  entry: TimeEntry,
  worthOf: ReturnType<typeof worthReader>,
  sign: 1 | -1,
): void {
  const month = monthOf(entry.workDate)
  const { ms, billable, amount, cost } = worthOf(entry)
  const figures = [
    1,
    ms,
    billable ? ms : 0,
    amount ?? 0,
    amount === null ? 0 : 1,
    billable && amount === null ? ms : 0,
    cost ?? 0,
    cost === null ? 0 : 1,
    cost === null ? ms : 0,
  ]
  for (const kind of KINDS) {
    const key = entry[KEPT_BY[kind].field] ?? ''
    const name = `${kind} ${month} ${key}`
    const cell = cells.get(name) ?? { kind, month, key, figures: figures.map(() => 0) }
    cells.set(name, cell)
    cell.figures = cell.figures.map((sum, index) => sum + sign * (figures[index] ?? 0))
  }
}

/** Something that figures of time rest on is not as it was: of the time of that thing, or of all, from a day on. */
type Shift = { of: { kind: KeptBy; id: Id } | null; from: LocalDate }

const OF_ALL: Shift = { of: null, from: '' }

function shiftsOf(effect: Effect): Shift[] {
  switch (effect.entity) {
    case 'organisation':
      return keeps(effect, (of) => [formerThrough(of), settingsNow.organisation(of)]) ? [] : [OF_ALL]
    case 'rate':
      return versions(effect).map(({ level, subjectId, validFrom }) => ({
        of: level === 'organisation' || subjectId === null ? null : { kind: level, id: subjectId },
        from: validFrom,
      }))
    case 'employment':
      return versions(effect).map(({ userId }) => ofThing('user', userId))
    case 'user':
      return changed(effect, 'user', (user) => settingsNow.user(user, true))
    case 'category':
      return changed(effect, 'category', settingsNow.category)
    case 'project':
      return changed(effect, 'project', settingsNow.project)
    case 'pastSetting':
      return versions(effect).map(({ noun, subjectId }) =>
        isKeptBy(noun) ? ofThing(noun, subjectId) : OF_ALL,
      )
    default:
      return []
  }
}

type Versions<T> = { before: T | null; after: T | null }
const ofThing = (kind: KeptBy, id: Id): Shift => ({ of: { kind, id }, from: '' })
const versions = <T extends object>({ before, after }: Versions<T>): T[] =>
  isSame(before, after) ? [] : [before, after].filter((version) => version !== null)
const keeps = <T>({ before, after }: Versions<T>, settings: (of: T) => object): boolean =>
  before !== null && after !== null && isSame(settings(before), settings(after))
const changed = <T extends { id: Id }>(
  effect: Versions<T>,
  kind: KeptBy,
  settings: (of: T) => object,
): Shift[] => (keeps(effect, settings) ? [] : versions(effect).map(({ id }) => ofThing(kind, id)))

/** The first month whose figures are not what they were before the commit, whatever became of its entries; null: none. */
function staleFrom(data: Data, effects: readonly Effect[]): Month | null {
  const shifts = effects.flatMap(shiftsOf).filter(({ of }) => of === null || hadTime(data, effects, of))
  return shifts.reduce<Month | null>((first, { from }) => {
    const month = monthOf(from)
    return first === null || month < first ? month : first
  }, null)
}

/** Was there time of it before the commit? What is new, and time that came with it, is counted as it comes. */
function hadTime(data: Data, effects: readonly Effect[], { kind, id }: NonNullable<Shift['of']>): boolean {
  const { field, column } = KEPT_BY[kind]
  const came = new Set<Id>()
  for (const effect of effects) {
    if (effect.entity !== 'timeEntry') continue
    if (effect.before?.[field] === id && !came.has(effect.before.id)) return true
    if (effect.after?.[field] === id) came.add(effect.after.id)
  }
  const found = data.get<{ n: number }>(
    `SELECT count(*) AS n FROM (SELECT 1 FROM time_entry WHERE ${column} = ? LIMIT ?)`,
    id,
    came.size + 1,
  )
  return (found?.n ?? 0) > came.size
}

/** They are to be counted anew. One month alone is listed, whether it was or not. */
function markStale(data: WritableData, from: Month, only?: Month): void {
  if (only === undefined)
    data.run(
      `UPDATE report_month SET through = '${NOTHING}' WHERE month >= ? AND through <> '${NOTHING}'`,
      from,
    )
  else
    data.run(
      `INSERT INTO report_month (month, through) VALUES (?, '${NOTHING}')
       ON CONFLICT (month) DO UPDATE SET through = '${NOTHING}' WHERE through <> '${NOTHING}'`,
      only,
    )
}

/** After rows were written past the commit: nothing is counted yet. */
export function forgetReportTotals(data: WritableData): void {
  data.run('DELETE FROM report_total')
  data.run('DELETE FROM report_month')
}

/** Lists every month in which there is time, to be counted. */
export function listReportMonths(data: WritableData): void {
  forgetReportTotals(data)
  for (const month of monthsWithTime(data, {})) markStale(data, month, month)
  writeDevice(data, BY, rules())
}

/** Were they counted by the rules of today? */
export const areReportTotalsOfToday = (data: Data): boolean => readDevice(data, BY) === rules()

/** At the start of a program: what was never counted, or by other rules, is to be counted. */
export function recallReportTotals(data: WritableData): void {
  if (areReportTotalsOfToday(data)) return
  data.db.transaction(() => listReportMonths(data)).immediate()
}

const NEXT = `SELECT month, through FROM report_month WHERE through < '${WHOLE}' ORDER BY month DESC LIMIT 1`
type Next = { month: Month; through: LocalDate }

/** Counts some days of the newest month that is not counted; false: all are. */
export function countReportMonth(data: WritableData, step = STEP): boolean {
  if (data.get<Next>(NEXT) === undefined) return false
  data.db.transaction(() => data.remembering(() => countNext(data, step))).immediate()
  return data.get<Next>(NEXT) !== undefined
}

function countNext(data: WritableData, step: number): void {
  const next = data.get<Next>(NEXT)
  if (next === undefined) return
  const { month, through } = next
  const last = lastDayOf(month)
  if (through === NOTHING)
    for (const kind of KINDS) data.run('DELETE FROM report_total WHERE kind = ? AND month = ?', kind, month)
  const until = data.get<{ date: LocalDate }>(
    `SELECT work_date AS date FROM time_entry WHERE work_date > ? AND work_date <= ? ORDER BY work_date LIMIT 1 OFFSET ${step}`,
    through === NOTHING ? month : through,
    last,
  )?.date
  // A work date is a text: nothing of the month lies before its name, and nothing beyond its last day.
  const { sql, values } = countedCells(data, month, through === NOTHING ? month : through, until ?? last)
  data.run(`INSERT INTO report_total (${COLUMNS}) ${sql} WHERE true ${ADDED}`, ...values)
  data.run('UPDATE report_month SET through = ? WHERE month = ?', until ?? WHOLE, month)
}

/** The cells of a month as its entries say, of the days after `after`. */
function countedCells(
  data: Data,
  month: Month,
  after: string,
  to: LocalDate,
): { sql: string; values: readonly SqlValue[] } {
  const { tables, columns, joins, values } = worthSql(data, organisationOf(data), { from: after, to })
  const sums = [
    'count(*)',
    'sum(ms)',
    'coalesce(sum(CASE WHEN billed THEN ms END), 0)',
    `coalesce(sum(CASE WHEN billed THEN ${worth('rate')} END), 0)`,
    'count(CASE WHEN billed THEN rate END)',
    'coalesce(sum(CASE WHEN billed AND rate IS NULL THEN ms END), 0)',
    `coalesce(sum(${worth('cost')}), 0)`,
    'count(cost)',
    'coalesce(sum(CASE WHEN cost IS NULL THEN ms END), 0)',
  ].map((sum, index) => `${sum} AS ${String(FIGURES[index])}`)
  const keys = KINDS.map((kind) => `e.${KEPT_BY[kind].column}`).join(', ')
  const entries = `entry AS MATERIALIZED (SELECT ${keys}, ${columns} FROM time_entry e ${joins.join(' ')}
    WHERE e.work_date > ? AND e.work_date <= ? LIMIT -1)`
  const cells = KINDS.map(
    (
      kind,
    ) => `SELECT '${kind}' AS kind, ? AS month, coalesce(${KEPT_BY[kind].column}, '') AS "key", ${sums.join(', ')}
      FROM entry GROUP BY 3`,
  )
  return {
    sql: `SELECT ${COLUMNS} FROM (${tables === '' ? 'WITH' : `${tables},`} ${entries} ${cells.join(' UNION ALL ')})`,
    values: [...values, after, to, ...KINDS.map(() => month)],
  }
}

/** What is kept and is not what the entries say; nothing of months that are not counted. */
export function* reportTotalFindings(data: WritableData): Generator<string> {
  if (!areReportTotalsOfToday(data)) return
  for (const month of countedMonths(data))
    if (!data.remembering(() => isAsCounted(data, month))) yield `the total of reports in ${month} is wrong`
}

function isAsCounted(data: Data, month: Month): boolean {
  const read = (sql: string, ...values: readonly SqlValue[]): string[] =>
    data
      .all<object>(sql, ...values)
      .map((row) => Object.values(row).join(' '))
      .sort()
  const { sql, values } = countedCells(data, month, month, lastDayOf(month))
  return isSame(read(sql, ...values), read(`SELECT ${COLUMNS} FROM report_total WHERE month = ?`, month))
}

export type KeptSums = {
  key: string
  month: Month
  entries: number
  ms: number
  billableMs: number
  amountMinor: number
  rated: number
  withoutRateMs: number
  costMinor: number
  costed: number
  withoutCostMs: number
}

/** The months that are counted, in order. */
export const countedMonths = (data: Data): Month[] =>
  data
    .all<{ month: Month }>(`SELECT month FROM report_month WHERE through = '${WHOLE}' ORDER BY month`)
    .map(({ month }) => month)

/** What is kept of these months, by `groups`, whatever else it was grouped by; `key`: only of that one. */
export function keptSums(
  data: Data,
  kind: KeptBy,
  months: readonly Month[],
  groups: readonly ('key' | 'month')[],
  key: string | null,
): KeptSums[] {
  return data.all<KeptSums>(
    `SELECT key, month, sum(entries) AS entries, sum(ms) AS ms, sum(billable_ms) AS billableMs, sum(amount_minor) AS amountMinor,
     sum(rated) AS rated, sum(without_rate_ms) AS withoutRateMs, sum(cost_minor) AS costMinor, sum(costed) AS costed,
     sum(without_cost_ms) AS withoutCostMs
     FROM report_total WHERE kind = +? AND month IN (SELECT value FROM json_each(?)) ${key === null ? '' : 'AND key = +?'}
     GROUP BY ${groups.join(', ')}`,
    kind,
    JSON.stringify(months),
    ...(key === null ? [] : [key]),
  )
}
