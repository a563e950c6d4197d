// Queries on projects: lists with what was spent on each, one with who spent it, and what new time can be put on.
import type { LocalDate } from '../../shared/base/localDate.ts'
import { fail, ok } from '../../shared/base/result.ts'
import { fold } from '../../shared/base/text.ts'
import { appError } from '../../shared/contract/errors.ts'
import type { projectQueries, ProjectRow } from '../../shared/contract/project.ts'
import type { Project } from '../../shared/entities/project.ts'
import { isOpen } from '../../shared/entities/project.ts'
import type { Data } from '../db/data.ts'
import { nameOf } from '../reads.ts'
import { compareNames } from './compareNames.ts'
import type { QueryHandlers } from './query.ts'

type Total = { id: string; n: number; ms: number; chargeable: number; last: string }

/** Answered by an index alone; a test asks SQLite whether it is. */
export const BY_CATEGORY = `SELECT project_id AS id, category_id, count(*) AS n, sum(duration_ms) AS ms, max(work_date) AS last
  FROM time_entry WHERE project_id IN (SELECT value FROM json_each(?)) GROUP BY project_id, category_id`

const totals = (data: Data, projects: readonly Project[]): Map<string, Total> =>
  new Map(
    data
      .all<Total>(
        `SELECT s.id AS id, sum(n) AS n, sum(ms) AS ms, max(last) AS last,
           sum(CASE WHEN k.bill_type = 'billable' THEN ms ELSE 0 END) AS chargeable
         FROM (${BY_CATEGORY}) s LEFT JOIN category k ON k.id = s.category_id GROUP BY s.id`,
        JSON.stringify(projects.map(({ id }) => id)),
      )
      .map((total) => [total.id, total]),
  )

function rowsOf(data: Data, projects: readonly Project[], today: LocalDate): (ProjectRow & Project)[] {
  const spent = totals(data, projects)
  const timers = Map.groupBy(data.list('timer'), ({ projectId }) => projectId)
  return projects.map((project) => {
    const total = spent.get(project.id)
    return {
      ...project,
      customerName: nameOf(data, 'customer', project.customerId) ?? '',
      completed: !isOpen(project, today),
      totalMs: total?.ms ?? 0,
      billableMs: project.billable ? (total?.chargeable ?? 0) : 0,
      entryCount: total?.n ?? 0,
      lastDate: total?.last ?? null,
      timers: timers.get(project.id)?.length ?? 0,
    }
  })
}

const byCode = (a: Project, b: Project): number => compareNames(a.code, b.code) || (a.id < b.id ? -1 : 1)

export const projectQueryHandlers: QueryHandlers<keyof typeof projectQueries> = {
  'project.list': (data, args, { today }) => {
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
    const rows = rowsOf(data, found.slice(offset, offset + limit), today).map(
      ({ removed: _removed, ...row }) => row,
    )
    return ok({ rows, total: found.length })
  },

  'project.get': (data, { projectId }, { today }) => {
    const project = data.find('project', projectId)
    const [row] = project === null ? [] : rowsOf(data, [project], today)
    if (row === undefined) return fail(appError('notFound.project'))
    const users = data.all<{ userId: string; userName: string; totalMs: number }>(
      `SELECT e.user_id AS userId, u.name AS userName, sum(e.duration_ms) AS totalMs
       FROM time_entry e JOIN user u ON u.id = e.user_id WHERE e.project_id = ?
       GROUP BY e.user_id ORDER BY totalMs DESC, userName`,
      projectId,
    )
    return ok({ ...row, users })
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
