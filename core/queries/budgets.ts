// Budgets of projects and bought hours of customers side by side: what is used, what is left, and until when it lasts (I12).
import type { LocalDate } from '../../shared/base/localDate.ts'
import { compareNames } from '../../shared/base/nameOrder.ts'
import { MINUTE_MS } from '../../shared/base/duration.ts'
import type { BudgetRow } from '../../shared/contract/report.ts'
import type { Id } from '../../shared/entities/entity.ts'
import { isOpen } from '../../shared/entities/project.ts'
import { paceSince, runsOut } from '../../shared/rules/budget.ts'
import { isModuleOn } from '../../shared/rules/module.ts'
import type { Data } from '../db/data.ts'
import { countedSql, exactThrough } from '../derived/countedSql.ts'
import { conditionOf } from '../facts/entryFilter.ts'
import { packageLedger } from '../facts/packages.ts'
import { organisationOf } from '../facts/reads.ts'

type Spent = { ms: number; paceMs: number }
const NOTHING: Spent = { ms: 0, paceMs: 0 }

function spentOnProjects(data: Data, ids: readonly Id[], today: LocalDate): Map<Id, Spent> {
  const counted = countedSql(exactThrough(data))
  const rows = data.all<Spent & { id: Id }>(
    `SELECT project_id AS id, sum(${counted}) AS ms,
     sum(CASE WHEN work_date BETWEEN ? AND ? THEN ${counted} ELSE 0 END) AS paceMs
     FROM time_entry WHERE project_id IN (SELECT value FROM json_each(?)) GROUP BY project_id`,
    paceSince(today),
    today,
    JSON.stringify(ids),
  )
  return new Map(rows.map(({ id, ...spent }) => [id, spent]))
}

function projectRows(data: Data, today: LocalDate): BudgetRow[] {
  const projects = data
    .where('project', 'NOT removed AND budget_minutes IS NOT NULL')
    .filter((project) => isOpen(project, today))
  const spent = spentOnProjects(
    data,
    projects.map(({ id }) => id),
    today,
  )
  return projects.map((project) => {
    const { ms, paceMs } = spent.get(project.id) ?? NOTHING
    const budgetMs = (project.budgetMinutes ?? 0) * MINUTE_MS
    return {
      kind: 'project',
      id: project.id,
      name: `${project.code} ${project.name}`,
      customerId: project.customerId,
      customerName: data.find('customer', project.customerId)?.name ?? '',
      colour: project.colour,
      budgetMs,
      usedMs: ms,
      expiredMs: 0,
      leftMs: budgetMs - ms,
      paceMs,
      runsOut: runsOut(budgetMs - ms, paceMs, today),
    }
  })
}

/** All of a customer's packages together, as time is drawn on one after the other. */
function packageRows(data: Data, today: LocalDate): BudgetRow[] {
  const counted = countedSql(exactThrough(data), 'e.')
  const customers = new Set(data.list('hoursPackage').map(({ customerId }) => customerId))
  return [...customers].flatMap((customerId): BudgetRow[] => {
    const customer = data.find('customer', customerId)
    if (customer === null || customer.removed) return []
    const { allocatedMs, remainingMs, overMs, drawnMs } = packageLedger(data, customerId, today, 'day')
    const lately = conditionOf(data, { from: paceSince(today), to: today, billable: true })
    const { ms: paceMs } = data.get<{ ms: number }>(
      `SELECT coalesce(sum(${counted}), 0) AS ms FROM time_entry e WHERE e.customer_id = ? AND ${lately.sql}`,
      customerId,
      ...lately.values,
    ) ?? { ms: 0 }
    const leftMs = remainingMs - overMs
    return [
      {
        kind: 'package',
        id: customerId,
        name: null,
        customerId,
        customerName: customer.name,
        colour: customer.colour,
        budgetMs: allocatedMs,
        usedMs: drawnMs + overMs,
        expiredMs: allocatedMs - drawnMs - remainingMs,
        leftMs,
        paceMs,
        runsOut: runsOut(leftMs, paceMs, today),
      },
    ]
  })
}

/** What runs out first stands first, after what is spent. */
export function budgetRows(data: Data, today: LocalDate): BudgetRow[] {
  const withPackages = isModuleOn(organisationOf(data), null, 'packages')
  const rows = [...projectRows(data, today), ...(withPackages ? packageRows(data, today) : [])]
  const rank = ({ leftMs, runsOut: day }: BudgetRow): string => (leftMs <= 0 ? '' : (day ?? '~'))
  return rows.sort(
    (a, b) =>
      (rank(a) < rank(b) ? -1 : rank(a) > rank(b) ? 1 : 0) ||
      compareNames(a.customerName, b.customerName) ||
      compareNames(a.name ?? '', b.name ?? ''),
  )
}
