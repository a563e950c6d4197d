// How a list of time is looked at: its range, filters and order, as they stand in the address (I15).
import { daysOf, RANGES } from '../../../shared/base/dayRange.ts'
import type { Range } from '../../../shared/base/dayRange.ts'
import { isCalendarDate } from '../../../shared/base/localDate.ts'
import type { LocalDate } from '../../../shared/base/localDate.ts'
import type { FilterName } from '../../../shared/contract/entryFilter.ts'
import { FLAG_FILTERS } from '../../../shared/entities/subjectFilter.ts'
import { EntryFilter, EntrySort, FILTER_NAMES } from '../../../shared/contract/entryFilter.ts'
import { paramsOf, partOf } from '../../ui/list/addressPart.ts'

export { RANGES }
export type { Range }

export type ListView = {
  range: Range
  /** With the range `days`; null: without a beginning or an end. */
  from: LocalDate | null
  to: LocalDate | null
  filter: Omit<EntryFilter, 'from' | 'to'>
  sort: EntrySort
  ascending: boolean
}

export const EVERYTHING: ListView = {
  range: 'all',
  from: null,
  to: null,
  filter: {},
  sort: 'start',
  ascending: false,
}

const IS_FLAG: ReadonlySet<FilterName> = new Set(FLAG_FILTERS.map(({ name }) => name))

/** In the address: what is null, which no id and no choice is called. */
const NONE = 'none'

const written = (value: string | boolean | null): string => (value === null ? NONE : String(value))
const read = (name: FilterName, text: string): unknown =>
  name === 'text' ? text : text === NONE ? null : IS_FLAG.has(name) ? text === 'true' : text

/** Empty where nothing is narrowed and the newest stand first. */
export function viewPath({ range, from, to, filter, sort, ascending }: ListView): string {
  const params = new URLSearchParams()
  if (range !== 'all') params.set('range', range)
  if (range === 'days' && from !== null) params.set('from', from)
  if (range === 'days' && to !== null) params.set('to', to)
  for (const [name, value] of Object.entries(filter)) params.set(name, written(value))
  if (sort !== EVERYTHING.sort || ascending) params.set('sort', `${sort}${ascending ? '' : ' down'}`)
  return partOf(params)
}

/** What somebody typed into the address may be nothing that can be looked at: then it says nothing. */
export function viewFrom(path: string): ListView {
  const params = paramsOf(path)
  const dateOf = (name: string): LocalDate | null => {
    const text = params.get(name)
    return text !== null && isCalendarDate(text) ? text : null
  }
  const given = FILTER_NAMES.filter((name) => name !== 'from' && name !== 'to').flatMap((name) => {
    const text = params.get(name)
    return text === null ? [] : [[name, read(name, text)]]
  })
  const filter = EntryFilter().safeParse(Object.fromEntries(given))
  const [column = '', way] = (params.get('sort') ?? '').split(' ')
  const sort = EntrySort.safeParse(column)
  return {
    range: RANGES.find((range) => range === params.get('range')) ?? 'all',
    from: dateOf('from'),
    to: dateOf('to'),
    filter: filter.success ? filter.data : {},
    sort: sort.success ? sort.data : EVERYTHING.sort,
    ascending: sort.success && way === undefined,
  }
}

/** The filter to ask with: a range of the calendar is that of today. */
export const asked = ({ range, from, to, filter }: ListView, today: LocalDate): EntryFilter => ({
  ...filter,
  ...daysOf({ range, from, to }, today),
})
