// Queries on projects: lists with what was spent on each, one with who spent it, and what new time can be put on.
import { fail, ok } from '../../shared/base/result.ts'
import { fold } from '../../shared/base/text.ts'
import { appError } from '../../shared/contract/errors.ts'
import type { projectQueries, ProjectRow } from '../../shared/contract/project.ts'
import type { Id } from '../../shared/entities/entity.ts'
import type { Project } from '../../shared/entities/project.ts'
import { isOpen } from '../../shared/entities/project.ts'
import type { Data } from '../db/data.ts'
import { countedSql, exactThrough } from '../derived/countedSql.ts'
import { billableHistory } from '../facts/history.ts'
import { nameOf } from '../facts/reads.ts'
import { compareNames } from '../../shared/base/nameOrder.ts'
import { onlyOf } from '../facts/sight.ts'
import type { QueryContext, QueryHandlers } from './query.ts'

type Group = {
  id: string
  categoryId: string | null
  billable: 0 | 1 | null
  n: number
  ms: number
  last: string
}
type Total = { n: number; ms: number; billableMs: number; last: string | null }

const byCategory = (condition: string, counted: string): string =>
  `SELECT project_id AS id, category_id AS categoryId, billable, count(*) AS n, sum(${counted}) AS ms, max(work_date) AS last
  FROM time_entry WHERE project_id IN (SELECT value FROM json_each(?))${condition} GROUP BY project_id, category_id, billable`
/** Answered by an index alone; a test asks SQLite whether it is. */
export const BY_CATEGORY = byCategory('', countedSql(null))

/** `only`: what one user sees (F10). */
function totals(data: Data, projects: readonly Project[], only: Id | null): Map<string, Total> {
  const spent = new Map<string, Total>()
  const counted = countedSql(exactThrough(data))
  const ids = JSON.stringify(projects.map(({ id }) => id))
  const groups =
    only === null
      ? data.all<Group>(byCategory('', counted), ids)
      : data.all<Group>(byCategory(' AND user_id = ?', counted), ids, only)
  for (const group of groups) {
    const total = spent.get(group.id) ?? { n: 0, ms: 0, billableMs: 0, last: null }
    spent.set(group.id, total)
    total.n += group.n
    total.ms += group.ms
    total.billableMs += billableMs(data, group, only)
    if (total.last === null || group.last > total.last) total.last = group.last
  }
  return spent
}

/** What could be charged when it was worked: mostly all of a category, or none. */
function billableMs(data: Data, { id, categoryId, billable, ms }: Group, only: Id | null): number {
  const own = billable === null ? null : billable === 1
  const history = billableHistory(data, { categoryId, projectId: id, billable: own })
  if (history.length === 1) return history[0]?.settings === true ? ms : 0
  return history.reduce((sum, { from, settings }, index) => {
    if (!settings) return sum
    const until = history[index + 1]?.from ?? '~'
    const part = data.get<{ ms: number }>(
      `SELECT coalesce(sum(${countedSql(exactThrough(data))}), 0) AS ms FROM time_entry
       WHERE project_id = ? AND category_id IS ? AND billable IS ? AND work_date >= ? AND work_date < ?
       AND (? IS NULL OR user_id = ?)`,
      id,
      categoryId,
      billable,
      from,
      until,
      only,
      only,
    )
    return sum + (part?.ms ?? 0)
  }, 0)
}

function rowsOf(
  data: Data,
  projects: readonly Project[],
  { today, actor }: QueryContext,
): (ProjectRow & Project)[] {
  const spent = totals(data, projects, onlyOf(data, actor, 'timeEntry'))
  const onlyTimers = onlyOf(data, actor, 'timer')
  const timers = Map.groupBy(
    data.list('timer').filter(({ userId }) => onlyTimers === null || userId === onlyTimers),
    ({ projectId }) => projectId,
  )
  return projects.map((project) => {
    const total = spent.get(project.id)
    return {
      ...project,
      customerName: nameOf(data, 'customer', project.customerId) ?? '',
      completed: !isOpen(project, today),
      totalMs: total?.ms ?? 0,
      billableMs: total?.billableMs ?? 0,
      entryCount: total?.n ?? 0,
      lastDate: total?.last ?? null,
      timers: timers.get(project.id)?.length ?? 0,
    }
  })
}

const byCode = (a: Project, b: Project): number => compareNames(a.code, b.code) || (a.id < b.id ? -1 : 1)

export const projectQueryHandlers: QueryHandlers<keyof typeof projectQueries> = {
  'project.list': (data, args, ctx) => {
    const { today, actor } = ctx
    const { customerId, activeOnly = false, search = '', offset = 0, limit = 100 } = args
    const sought = fold(search.trim())
    const found = (
      customerId === undefined
        ? data.where('project', 'NOT removed')
        : data.where('project', 'customer_id = ? AND NOT removed', customerId)
    )
      .filter((project) => !activeOnly || isOpen(project, today))
      .filter(({ code, name }) => fold(`${code} ${name}`).includes(sought))
      .sort((a, b) => Number(isOpen(b, today)) - Number(isOpen(a, today)) || byCode(a, b))
    const rows = rowsOf(data, found.slice(offset, offset + limit), ctx).map(
      ({ removed: _removed, ...row }) => row,
    )
    return ok({ rows, total: found.length, onlyYours: onlyOf(data, actor, 'timeEntry') !== null })
  },

  'project.get': (data, { projectId }, ctx) => {
    const project = data.find('project', projectId)
    const [row] = project === null ? [] : rowsOf(data, [project], ctx)
    if (row === undefined) return fail(appError('notFound.project'))
    const only = onlyOf(data, ctx.actor, 'timeEntry')
    const users = data
      .all<{ userId: string; userName: string; totalMs: number }>(
        `SELECT e.user_id AS userId, u.name AS userName, sum(${countedSql(exactThrough(data), 'e.')}) AS totalMs
         FROM time_entry e JOIN user u ON u.id = e.user_id WHERE e.project_id = ? GROUP BY e.user_id`,
        projectId,
      )
      .filter(({ userId }) => only === null || userId === only)
      .sort((a, b) => b.totalMs - a.totalMs || compareNames(a.userName, b.userName))
    return ok({ ...row, users, onlyYours: only !== null })
  },

  'project.choices': (data, { customerId, keep }, { today }) =>
    ok(
      data
        .where('project', 'customer_id = ?', customerId)
        .filter((project) => project.id === keep || (!project.removed && isOpen(project, today)))
        .sort(byCode)
        .map(({ id, code, name }) => ({ id, code, name })),
    ),
}
