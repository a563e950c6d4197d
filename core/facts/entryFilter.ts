// The filters and the order of a list of time, as conditions of the data file over `time_entry e` (I15).
import type { EntryFilter, EntrySort } from '../../shared/contract/entryFilter.ts'
import { compareNames } from '../../shared/base/nameOrder.ts'
import type { Placement } from '../../shared/entities/assignment.ts'
import type { Id } from '../../shared/entities/entity.ts'
import type { IdFilterEntry } from '../../shared/entities/subjectFilter.ts'
import { FLAG_FILTERS, ID_FILTERS } from '../../shared/entities/subjectFilter.ts'
import type { Data } from '../db/data.ts'
import type { SqlValue } from '../db/statements.ts'
import { noteQuery, phrasesOf } from '../derived/noteQuery.ts'
import type { Condition } from './flagCondition.ts'
import { flagCondition } from './flagCondition.ts'
import { hasId } from './relations.ts'
import { columnOf } from './subject.ts'

export type { Condition } from './flagCondition.ts'

type Whose = { customerId?: Id }
type Asked = EntryFilter & { customerId?: Id | null | undefined }
type Narrow<V> = (value: V, data: Data, whose: Whose) => Condition

const is = (sql: string, ...values: SqlValue[]): Condition => ({ sql, values })

type Stated = { [F in 'from' | 'to' | 'userId' | 'text']: Narrow<string> } & {
  [F in keyof Placement]: Narrow<Id | null>
}

const TIMES: Stated = {
  from: (date) => is('e.work_date >= +?', date),
  to: (date) => is('e.work_date <= +?', date),
  userId: (id) => is('e.user_id = +?', id),
  officeId: (id) => is('e.office_id IS +?', id),
  departmentId: (id) => is('e.department_id IS +?', id),
  text: (text, _, whose) => {
    const phrases = phrasesOf(text)
    return phrases.length === 0
      ? is('0')
      : is(
          `e.id IN (SELECT k.entry_id FROM note_search s JOIN note_key k ON k.key = s.rowid
            WHERE note_search MATCH ?)`,
          noteQuery(phrases, whose),
        )
  },
}

function byThing({ entry }: IdFilterEntry, id: Id | null): Condition {
  const column = `e."${columnOf(entry.field)}"`
  if (entry.kind === 'one') return is(`${column} IS +?`, id)
  return id === null ? is(`${column} = '[]'`) : is(hasId('timeEntry', entry.field, { of: 'e.' }), id)
}

/** Without any filter it is always so: 1. */
export function conditionOf(data: Data, filter: Asked, whose: Whose = {}): Condition {
  const conditions = [
    ...TIME_NAMES.flatMap((name) => {
      const value = filter[name]
      // Each takes what its own filter can be.
      return value === undefined ? [] : [(TIMES[name] as Narrow<string | null>)(value, data, whose)]
    }),
    ...ID_FILTERS.flatMap((of) => {
      const id = filter[of.name]
      return id === undefined ? [] : [byThing(of, id)]
    }),
    ...FLAG_FILTERS.flatMap(({ name }) => {
      const wanted = filter[name]
      if (wanted === undefined) return []
      const { sql, values } = flagCondition(data, name)
      return [is(wanted ? sql : `NOT ${sql}`, ...values)]
    }),
  ]
  return conditions.length === 0
    ? is('1')
    : is(conditions.map(({ sql }) => sql).join(' AND '), ...conditions.flatMap(({ values }) => values))
}
const TIME_NAMES = Object.keys(TIMES) as (keyof typeof TIMES)[]

/** `table`: joined for the names that it is ordered by; `key`: what it is ordered by first. */
type Order = { key: string; table: string; values: readonly SqlValue[] }

/** Names stand in the order in which people look for them, which the data file does not know. */
function byName(data: Data, noun: 'user' | 'category' | 'project', column: string): Order {
  const order = data
    .list(noun)
    .toSorted((a, b) => compareNames(a.name, b.name))
    .map(({ id }) => id)
  return {
    key: 'ranked.key',
    table: `LEFT JOIN (SELECT key, value AS id FROM json_each(?)) ranked ON ranked.id = ${column}`,
    values: [JSON.stringify(order)],
  }
}

const plain = (key: string): Order => ({ key, table: '', values: [] })

const ORDERS: Record<EntrySort, (data: Data) => Order> = {
  start: () => plain('e.start_at'),
  stop: () => plain('e.end_at'),
  total: () => plain('e.duration_ms'),
  note: () => plain('lower(substr(e.note, 1, 200))'),
  user: (data) => byName(data, 'user', 'e.user_id'),
  category: (data) => byName(data, 'category', 'e.category_id'),
  project: (data) => byName(data, 'project', 'e.project_id'),
}

/** The table and the order of a page of it; where that says nothing, the newest first. */
export function orderOf(
  data: Data,
  { sort = 'start', ascending = false }: { sort?: EntrySort | undefined; ascending?: boolean | undefined },
): { table: string; order: string; values: readonly SqlValue[] } {
  const { key, table, values } = ORDERS[sort](data)
  const way = ascending ? 'ASC' : 'DESC'
  const tail =
    sort === 'start'
      ? `e.duration_ms ${way}, e.rowid ${way}`
      : 'e.start_at DESC, e.duration_ms DESC, e.rowid DESC'
  return { table: `time_entry e ${table}`, order: `${key} ${way}, ${tail}`, values }
}
