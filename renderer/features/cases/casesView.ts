// How the list of cases is looked at: its filters and its order, as they stand in the address.
import type { CaseFilter } from '../../../shared/contract/case.ts'
import { CaseFilter as CaseFilterSchema, CaseSort } from '../../../shared/contract/case.ts'
import { paramsOf, partOf } from '../../ui/list/addressPart.ts'

export type CasesView = { filter: CaseFilter; sort: CaseSort; ascending: boolean }

/** What is not closed: what there is still to do. */
export const FIRST_VIEW: CasesView = { filter: { status: 'unclosed' }, sort: 'number', ascending: false }
export const ALL_CASES: CasesView = { ...FIRST_VIEW, filter: {} }

const NAMES = ['priority', 'customerId', 'projectId', 'assigneeId', 'search'] as const
/** In the address: what is null, and any status. */
const [NONE, ANY] = ['none', 'any']

/** Empty where it is looked at as at first. */
export function casesPath({ filter, sort, ascending }: CasesView): string {
  const params = new URLSearchParams()
  if (filter.status !== 'unclosed') params.set('status', filter.status ?? ANY)
  for (const name of NAMES) {
    const value = filter[name]
    if (value !== undefined) params.set(name, value ?? NONE)
  }
  if (sort !== FIRST_VIEW.sort || ascending) params.set('sort', `${sort}${ascending ? '' : ' down'}`)
  return partOf(params)
}

/** What somebody typed into the address may be nothing that can be looked at: then it says nothing. */
export function casesViewFrom(part: string): CasesView {
  const params = paramsOf(part)
  const given = [...NAMES, 'status' as const].flatMap((name) => {
    const text = params.get(name)
    if (text === null || (name === 'status' && text === ANY)) return []
    return [[name, text === NONE && name !== 'search' ? null : text]]
  })
  const read = CaseFilterSchema().safeParse(Object.fromEntries(given))
  const status = params.has('status') ? {} : { status: 'unclosed' as const }
  const [column = '', way] = (params.get('sort') ?? '').split(' ')
  const sort = CaseSort.safeParse(column)
  return {
    filter: read.success ? { ...read.data, ...status } : FIRST_VIEW.filter,
    sort: sort.success ? sort.data : FIRST_VIEW.sort,
    ascending: sort.success && way === undefined,
  }
}

/** Is it narrowed by more than what is given? `about`: the customer whose list it is. */
export const isNarrowed = ({ filter }: CasesView): boolean =>
  Object.values(filter).some((value) => value !== undefined)
