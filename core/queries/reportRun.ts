// A report's figures: of what is kept of the usual ones, and else counted by the data file in one pass over what the filter leaves (I8).
import type { LocalDate } from '../../shared/base/localDate.ts'
import { fail, ok } from '../../shared/base/result.ts'
import type { Result } from '../../shared/base/result.ts'
import type { ParsedArgsOf } from '../../shared/contract/contract.ts'
import type { AppError } from '../../shared/contract/errors.ts'
import { appError } from '../../shared/contract/errors.ts'
import type { Report, ReportFigures } from '../../shared/contract/report.ts'
import { MOST_ROWS } from '../../shared/contract/report.ts'
import { PLACES } from '../../shared/entities/assignment.ts'
import type { ReportGroup } from '../../shared/entities/report.ts'
import type { EntityName } from '../../shared/entities/registry.ts'
import { NAMING } from '../../shared/entities/subject.ts'
import type { Counted, Label } from '../../shared/rules/report.ts'
import { addFigures, countedApart, reportTable } from '../../shared/rules/report.ts'
import type { Data } from '../db/data.ts'
import { conditionOf } from '../facts/entryFilter.ts'
import { organisationOf } from '../facts/reads.ts'
import { groupSql, worth, worthSql } from '../facts/reportSql.ts'
import { onlyOf } from '../facts/sight.ts'
import type { QueryContext } from './query.ts'
import type { Days } from './reportKept.ts'
import { keptPart } from './reportKept.ts'

type Args = ParsedArgsOf<'report.run'>
type Raw = {
  entries: number
  ms: number | null
  billableMs: number | null
  amount: number | null
  withoutRate: number | null
  cost: number | null
  withoutCost: number | null
} & Record<`key${number}`, string | number | null>

export function runReport(data: Data, args: Args, { actor }: QueryContext): Result<Report, AppError> {
  const organisation = organisationOf(data)
  if (organisation === null) return fail(appError('setup.missing'))
  const { by, from = null, to = null, weekStart, ...filter } = args
  if (from !== null && to !== null && to < from) return fail(appError('range.endBeforeStart'))
  const only = onlyOf(data, actor, 'timeEntry')
  const withMoney = actor !== null && actor.role !== 'employee'
  const starts = organisation.weekStart ?? weekStart ?? 1

  // Each entry is looked at first, and then grouped: in one go SQLite makes no index for the tables of rates and costs where it has to
  // sort for its groups, and 100,000 entries take seconds.
  const count = (groups: readonly ReportGroup[], span: Days): Counted[] => {
    const keys = groups.map((group) => groupSql(group, starts))
    const group = keys.map((_, index) => `key${index}`)
    const priced = worthSql(data, withMoney ? organisation : null, { ...span, userId: args.userId })
    const narrowed = conditionOf(data, { ...filter, ...span })
    const rows = data.all<Raw>(
      `${priced.tables} SELECT ${group.map((name) => `${name}, `).join('')}
       count(*) AS entries, sum(ms) AS ms, sum(CASE WHEN billed THEN ms END) AS billableMs,
       sum(CASE WHEN billed THEN ${worth('rate')} END) AS amount,
       ${withMoney ? 'sum(CASE WHEN billed AND rate IS NULL THEN ms END)' : '0'} AS withoutRate,
       sum(${worth('cost')}) AS cost, ${withMoney ? 'sum(CASE WHEN cost IS NULL THEN ms END)' : '0'} AS withoutCost
       FROM (
         SELECT ${keys.map(({ key }, index) => `${key} AS key${index}, `).join('')}${priced.columns}
         FROM time_entry e ${[...keys.flatMap(({ join }) => join ?? []), ...priced.joins].join(' ')}
         WHERE ${narrowed.sql}${only === null ? '' : ' AND e.user_id = ?'} LIMIT -1)
       ${group.length === 0 ? '' : `GROUP BY ${group.join(', ')}`} LIMIT ${MOST_ROWS + 1}`,
      ...priced.values,
      ...narrowed.values,
      ...(only === null ? [] : [only]),
    )
    // Of nothing there is a row of nothing, where it is not grouped.
    return rows.flatMap((raw): Counted[] =>
      raw.entries === 0
        ? []
        : [
            {
              keys: keys.map(({ read }, index) => {
                const key = raw[`key${index}`] ?? null
                return key === null ? null : read === undefined ? String(key) : read(Number(key))
              }),
              figures: figuresOf(raw),
            },
          ],
    )
  }

  const kept = keptPart(data, { by, from, to, filter, only, withMoney })
  const counted = together([...kept.counted, ...kept.stretches.flatMap((span) => count(by, span))])
  const whole = days(from, to)
  const apart = new Map(countedApart(by).map((level) => [level, count(by.slice(0, level), whole)]))
  if (counted.length > MOST_ROWS) return fail(appError('report.tooManyRows', { values: { most: MOST_ROWS } }))
  return ok({
    by,
    from,
    to,
    ...reportTable(by, counted, apart, (group, key) => labelOf(data, group, key)),
    withMoney,
    currency: organisation.currency,
    onlyYours: only !== null,
  })
}

/** A group that was counted in parts, once. */
function together(counted: readonly Counted[]): Counted[] {
  const groups = Map.groupBy(counted, ({ keys }) => JSON.stringify(keys))
  return groups.size === counted.length
    ? [...counted]
    : [...groups.values()].flatMap(([first, ...more]) =>
        first === undefined
          ? []
          : [{ ...first, figures: more.map(({ figures }) => figures).reduce(addFigures, first.figures) }],
      )
}

const days = (from: LocalDate | null, to: LocalDate | null): Days => ({
  ...(from !== null && { from }),
  ...(to !== null && { to }),
})

const figuresOf = (raw: Raw): ReportFigures => ({
  entries: raw.entries,
  ms: raw.ms ?? 0,
  billableMs: raw.billableMs ?? 0,
  amountMinor: raw.amount,
  withoutRateMs: raw.withoutRate ?? 0,
  costMinor: raw.cost,
  withoutCostMs: raw.withoutCost ?? 0,
})

type Called = { name: string; code?: string; colour?: Label['colour'] }
const NOUN_OF = new Map<string, EntityName>([
  ...PLACES.map(({ noun }): [string, EntityName] => [noun, noun]),
  ...NAMING.map(({ part, noun }): [string, EntityName] => [part, noun]),
]).set('user', 'user')

/** What a group's key is called, as everywhere: with its code before it. */
function labelOf(data: Data, group: ReportGroup, key: string | null): Label {
  if (key === null) return { name: null, colour: null }
  const noun = NOUN_OF.get(group)
  const thing = (noun === undefined ? null : data.find(noun, key)) as Called | null
  if (thing === null) return { name: null, colour: null }
  const name = [thing.code ?? '', thing.name].filter((text) => text !== '').join(' ')
  return { name, colour: thing.colour ?? null }
}
