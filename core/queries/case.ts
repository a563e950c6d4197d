// Queries on cases: lists with what was spent on each, one with who spent it, its time, and what new time can be put on.
import { compareNames } from '../../shared/base/nameOrder.ts'
import { fail, ok } from '../../shared/base/result.ts'
import { fold } from '../../shared/base/text.ts'
import type { CaseFilter, caseQueries, CaseRow, CaseSort } from '../../shared/contract/case.ts'
import { appError } from '../../shared/contract/errors.ts'
import type { Case } from '../../shared/entities/case.ts'
import { CASE_PREFIX, CasePriority, CaseStatus, isOpenCase } from '../../shared/entities/case.ts'
import { numberInCode } from '../../shared/entities/codeInOrder.ts'
import type { Id } from '../../shared/entities/entity.ts'
import type { Data } from '../db/data.ts'
import { MAPPINGS } from '../db/entityStore.ts'
import { countedSql, exactThrough } from '../derived/countedSql.ts'
import { nameOf, organisationOf } from '../facts/reads.ts'
import { onlyOf } from '../facts/sight.ts'
import type { ListOf, ListTotal } from './entryList.ts'
import { entryIdsOf, entryPage } from './entryList.ts'
import type { QueryContext, QueryHandlers } from './query.ts'
import { timerViews } from './timer.ts'

/** Without its notes, which may be long: a list reads thousands of them. */
type Slim = Omit<Case, 'notes' | 'removed'>
const SLIM = `SELECT ${MAPPINGS.case.columns
  .filter(({ field }) => field !== 'notes' && field !== 'removed')
  .map(({ field, name }) => `c."${name}" AS "${field}"`)
  .join(', ')} FROM ${MAPPINGS.case.table} c WHERE NOT c.removed`

const slimOf = ({ notes: _notes, removed: _removed, ...rest }: Case): Slim => rest

/** `ids` null: of all cases. `only`: what one user sees (F10). */
function totalsOf(data: Data, ids: readonly Id[] | null, only: Id | null): Map<Id, ListTotal> {
  const conditions = [
    ids === null ? 'case_id IS NOT NULL' : 'case_id IN (SELECT value FROM json_each(?))',
    ...(only === null ? [] : ['user_id = +?']),
  ]
  const values = [...(ids === null ? [] : [JSON.stringify(ids)]), ...(only === null ? [] : [only])]
  const rows = data.all<ListTotal & { id: Id }>(
    `SELECT case_id AS id, count(*) AS n, sum(${countedSql(exactThrough(data))}) AS ms FROM time_entry
     WHERE ${conditions.join(' AND ')} GROUP BY case_id`,
    ...values,
  )
  return new Map(rows.map(({ id, n, ms }) => [id, { n, ms }]))
}

type Named = Slim & Pick<CaseRow, 'customerName' | 'projectCode' | 'projectName' | 'assigneeName'>

function named(data: Data, of: Slim): Named {
  const project = of.projectId === null ? null : data.find('project', of.projectId)
  return {
    ...of,
    customerName: nameOf(data, 'customer', of.customerId) ?? '',
    projectCode: project?.code ?? null,
    projectName: project?.name ?? null,
    assigneeName: nameOf(data, 'user', of.assigneeId),
  }
}

function rowsOf(
  data: Data,
  cases: readonly Named[],
  { actor }: QueryContext,
  known?: ReadonlyMap<Id, ListTotal>,
): CaseRow[] {
  const totals =
    known ??
    totalsOf(
      data,
      cases.map(({ id }) => id),
      onlyOf(data, actor, 'timeEntry'),
    )
  const onlyTimers = onlyOf(data, actor, 'timer')
  const timers = data.list('timer').filter(({ userId }) => onlyTimers === null || userId === onlyTimers)
  return cases.map((one) => ({
    ...one,
    totalMs: totals.get(one.id)?.ms ?? 0,
    entryCount: totals.get(one.id)?.n ?? 0,
    timers: timers.filter(({ caseId }) => caseId === one.id).length,
  }))
}

const numberOf = ({ code }: Pick<Case, 'code'>): number => numberInCode(CASE_PREFIX, code) ?? 0

const hasStatus = ({ status }: Slim, wanted: CaseFilter['status']): boolean =>
  wanted === undefined || (wanted === 'unclosed' ? isOpenCase({ status }) : status === wanted)

const matches = (one: Slim, filter: CaseFilter): boolean =>
  hasStatus(one, filter.status) &&
  (['priority', 'customerId', 'projectId', 'assigneeId'] as const).every(
    (field) => filter[field] === undefined || one[field] === filter[field],
  )

/** Every word stands somewhere in its number, subject, customer or reference. */
function searched(data: Data, search: string): (one: Slim) => boolean {
  const words = fold(search)
    .split(/\s+/)
    .filter((word) => word !== '')
  if (words.length === 0) return () => true
  return ({ code, name, reference, customerId }) => {
    const text = fold(`${code} ${name} ${reference} ${nameOf(data, 'customer', customerId) ?? ''}`)
    return words.every((word) => text.includes(word))
  }
}

type Compare = (a: Named, b: Named) => number
const byText =
  (textOf: (one: Named) => string | null): Compare =>
  (a, b) =>
    compareNames(textOf(a) ?? '', textOf(b) ?? '')
const byPlace =
  (placeOf: (one: Named) => number): Compare =>
  (a, b) =>
    placeOf(a) - placeOf(b)

const ORDERS: Record<Exclude<CaseSort, 'total'>, Compare> = {
  number: (a, b) => numberOf(a) - numberOf(b),
  created: (a, b) => a.createdAt - b.createdAt,
  subject: byText(({ name }) => name),
  customer: byText(({ customerName }) => customerName),
  project: byText(({ projectCode }) => projectCode),
  assignee: byText(({ assigneeName }) => assigneeName),
  priority: byPlace(({ priority }) => CasePriority.options.indexOf(priority)),
  status: byPlace(({ status }) => CaseStatus.options.indexOf(status)),
}

function sorted(
  cases: readonly Named[],
  { sort = 'number', ascending = false }: { sort?: CaseSort | undefined; ascending?: boolean | undefined },
  totals: ReadonlyMap<Id, ListTotal>,
): Named[] {
  const compare: Compare =
    sort === 'total' ? (a, b) => (totals.get(a.id)?.ms ?? 0) - (totals.get(b.id)?.ms ?? 0) : ORDERS[sort]
  const way = ascending ? 1 : -1
  return cases.toSorted((a, b) => way * compare(a, b) || numberOf(b) - numberOf(a))
}

const ofCase = (data: Data, caseId: Id): ListOf => ({
  sql: 'e.case_id = +?',
  id: caseId,
  whose: {},
  all: (only) => totalsOf(data, [caseId], only).get(caseId) ?? { n: 0, ms: 0 },
})

export const caseQueryHandlers: QueryHandlers<keyof typeof caseQueries> = {
  'case.list': (data, { sort, ascending, offset = 0, limit = 100, ...filter }, ctx) => {
    const only = onlyOf(data, ctx.actor, 'timeEntry')
    const isFound = searched(data, filter.search ?? '')
    const found = data.all<Slim>(SLIM).filter((one) => matches(one, filter) && isFound(one))
    const totals = sort === 'total' ? totalsOf(data, null, only) : undefined
    const order = sorted(
      found.map((one) => named(data, one)),
      { sort, ascending },
      totals ?? new Map(),
    )
    return ok({
      rows: rowsOf(data, order.slice(offset, offset + limit), ctx, totals),
      total: found.length,
      onlyYours: only !== null,
    })
  },

  'case.get': (data, { caseId }, ctx) => {
    const found = data.find('case', caseId)
    if (found === null) return fail(appError('notFound.case'))
    const [row] = rowsOf(data, [named(data, slimOf(found))], ctx)
    if (row === undefined) return fail(appError('notFound.case'))
    const only = onlyOf(data, ctx.actor, 'timeEntry')
    const users = data
      .all<{ userId: Id; userName: string; totalMs: number }>(
        `SELECT e.user_id AS userId, u.name AS userName, sum(${countedSql(exactThrough(data), 'e.')}) AS totalMs
         FROM time_entry e JOIN user u ON u.id = e.user_id WHERE e.case_id = ? GROUP BY e.user_id`,
        caseId,
      )
      .filter(({ userId }) => only === null || userId === only)
      .sort((a, b) => b.totalMs - a.totalMs || compareNames(a.userName, b.userName))
    const running = timerViews(data, onlyOf(data, ctx.actor, 'timer') ?? undefined).filter(
      (timer) => timer.caseId === caseId,
    )
    const { notes, removed } = found
    return ok({ ...row, notes, removed, running, users, onlyYours: only !== null })
  },

  'case.choices': (data, { customerId, keep }) => {
    const casesNeedProject = organisationOf(data)?.casesNeedProject ?? false
    const takesTime = (one: Case): boolean =>
      !one.removed && isOpenCase(one) && !(casesNeedProject && one.projectId === null)
    return ok(
      data
        .where('case', "customer_id = ? AND (status <> 'closed' OR id = ?)", customerId, keep ?? '')
        .filter((one) => one.id === keep || takesTime(one))
        .sort((a, b) => numberOf(b) - numberOf(a))
        .map(({ id, code, name, projectId }) => ({ id, code, name, projectId })),
    )
  },

  'case.entries': (data, { caseId, ...how }, { actor }) =>
    data.find('case', caseId) === null
      ? fail(appError('notFound.case'))
      : ok(entryPage(data, ofCase(data, caseId), how, actor)),

  'case.entryIds': (data, { caseId, ...how }, { actor }) =>
    data.find('case', caseId) === null
      ? fail(appError('notFound.case'))
      : ok(entryIdsOf(data, ofCase(data, caseId), how, actor)),
}
