// What the flags of time come to, as conditions of the data file over `time_entry e`: the same as flags.ts says of one session.
import type { LocalDate } from '../../shared/base/localDate.ts'
import type { Id } from '../../shared/entities/entity.ts'
import type { FlagPart } from '../../shared/entities/subject.ts'
import type { History } from '../../shared/rules/pastSetting.ts'
import type { Data } from '../db/data.ts'
import type { SqlValue } from '../db/statements.ts'
import { categoryHistory, projectHistory } from './history.ts'
import { columnOf } from './subject.ts'

export type Condition = { sql: string; values: readonly SqlValue[] }

/** Where nobody says so; one that has no line is then not so. */
const UNSAID: { readonly [P in FlagPart]?: (data: Data) => Condition } = {
  billable: (data) => {
    const [charged, free] = [chargedCategories(data), freeProjects(data)]
    return { sql: `(${charged.sql}) AND NOT (${free.sql})`, values: [...charged.values, ...free.values] }
  },
}

export function flagCondition(data: Data, part: FlagPart): Condition {
  const { sql, values } = UNSAID[part]?.(data) ?? { sql: '0', values: [] }
  return { sql: `coalesce(e."${columnOf(part)}", ${sql})`, values }
}

type Days = { id: Id; history: History<boolean> }

const chargedCategories = (data: Data): Condition =>
  onDays(
    'e.category_id',
    data.list('category').map(({ id }) => ({ id, history: categoryHistory(data, id) })),
  )

const freeProjects = (data: Data): Condition =>
  onDays(
    'e.project_id',
    data.list('project').map(({ id }) => ({
      id,
      history: projectHistory(data, id).map(({ from, settings }) => ({ from, settings: !settings })),
    })),
  )

/** The column names one of these, on a day on which its history says yes. Most say the same of every day. */
function onDays(column: string, all: readonly Days[]): Condition {
  const always = all.filter(({ history }) => history.every(({ settings }) => settings))
  const sometimes = all.filter((one) => !always.includes(one) && one.history.some(({ settings }) => settings))
  const stretches = sometimes.flatMap(({ id, history }) =>
    history.flatMap(({ from, settings }, at): [Id, LocalDate, LocalDate][] =>
      settings ? [[id, from, history[at + 1]?.from ?? '~']] : [],
    ),
  )
  const is = (sql: string, ...values: SqlValue[]): Condition => ({ sql, values })
  return is(
    [
      `coalesce(${column}, '') IN (SELECT value FROM json_each(?))`,
      ...stretches.map(() => `(coalesce(${column}, '') = +? AND e.work_date >= +? AND e.work_date < +?)`),
    ].join(' OR '),
    JSON.stringify(always.map(({ id }) => id)),
    ...stretches.flat(),
  )
}
